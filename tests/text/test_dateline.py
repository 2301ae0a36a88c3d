"""The day an article came out, from its byline or the dates it mentions. Every text is made up."""

from __future__ import annotations

from datetime import date

import pytest

from flows.text import article_of
from flows.text.weekdays import weekday_date

BYLINES = {
    "江城晚报 2024-05-06 09:12": "2024-05-06",
    "2024年5月6日 08:30 来源:江城晚报": "2024-05-06",
    "发布时间:2023/11/2 浏览次数:120": "2023-11-02",
    "（2024年03月12日）": "2024-03-12",
    "来源：某网 | 2024.01.09": "2024-01-09",
    "二〇二四年七月四日": "2024-07-04",
    "发布时间:113/05/06 浏览次数:120": "2024-05-06",
    "发布日期：民国113年5月6日": "2024-05-06",
    "16/05/2024": "2024-05-16",
    "06.05.2024  09:12": "2024-05-06",
    "Posted on 05/16/2024": "2024-05-16",
    "Monday, May 6, 2024": "2024-05-06",
    "6 May 2024": "2024-05-06",
    "20240506": "2024-05-06",
    "江城日报 2024年05月06日 星期一  第04版：要闻": "2024-05-06",
    "00013版：专版　2024年5月6日 星期一": "2024-05-06",
    "2024年5月6日 来源: 江城日报 浏览: 302": "2024-05-06",
    "[ 2024年05月06日 ] 浏览（1021）": "2024-05-06",
    "Posted on 2024年5月6日 by admin": "2024-05-06",
}
BODY = "光谷新增机器人企业26家,比上年同期多出一半,园区负责人说这是历年最多的一次。"


@pytest.mark.parametrize(("line", "day"), BYLINES.items())
@pytest.mark.parametrize("layout", ["光谷三年账本\n{line}\n{body}", "光谷三年账本\n{body}\n{body}\n{line}"])
def test_a_byline_gives_the_day(line: str, day: str, layout: str) -> None:
    article = article_of("d", "n", layout.format(line=line, body=BODY))
    assert (str(article.published_on), article.published_on_source) == (day, "byline")


@pytest.mark.parametrize("page", ["第A05版：经济新闻", "江城日报数字报\n00013版：专版", "第02版：要闻"])
def test_the_page_of_a_paper_is_no_headline(page: str) -> None:
    article = article_of("d", "n", f"{page}\n2024年5月6日 星期一\n光谷三年账本\n{BODY}")
    assert (article.title, str(article.published_on)) == ("光谷三年账本", "2024-05-06")


def test_the_day_of_a_visit_is_not_that_of_publication() -> None:
    raw = f"今天是2026年11月23日 星期一\n光谷三年账本\n发布时间：2024-05-06\n{BODY}"
    assert str(article_of("d", "n", raw).published_on) == "2024-05-06"


def test_what_the_source_says_wins() -> None:
    article = article_of("d", "n", f"江城晚报 2024-05-06\n{BODY}", published_on=date(2024, 5, 7))
    assert (article.published_on, article.published_on_source) == (date(2024, 5, 7), "given")


def test_a_wire_story_gives_its_day_and_the_text_its_year() -> None:
    raw = "新华社武汉4月9日电(记者 周敏)2024年一季度,湖北机器人产量增长两成,企业订单排到了秋天。"
    article = article_of("d", "n", raw)
    assert (article.published_on, article.published_on_source) == (date(2024, 4, 9), "byline")


def test_a_wire_story_of_whole_years_is_of_the_next() -> None:
    article = article_of("d", "n", "滨海晚报4月8日报道，2024年全省风电装机增长21%，出口的份额升了三成。")
    assert (article.published_on, article.published_on_source) == (date(2025, 4, 8), "byline")


def test_a_story_of_taiwans_agency_ends_in_its_day() -> None:
    raw = f"{BODY}\n园区二期下月动工，预计后年完成。（编辑：周敏）1130507"
    article = article_of("d", "n", raw)
    assert (article.published_on, article.published_on_source) == (date(2024, 5, 7), "byline")
    numbered = article_of("d", "n", f"{BODY}\n咨询电话（总机）11305")
    assert numbered.published_on is None


INFERRED = {
    # the latest past day or month wins
    "2023年6月,园区有企业40家。2023年11月,增加到52家。": "2023-11-30",
    "2024年3月18日,项目签约。截至2024年5月,已完成投资3亿元。": "2024-05-31",
    "2024年上半年,全市融资20亿元。": "2024-06-30",
    "2023年底,全市共有企业300家。": "2024-03-31",
    "2022年前三季度,产值达到90亿元。": "2022-09-30",
    # months without a year belong to the year of publication, or to the year their paragraph speaks of
    "2024年,全市启动新一轮行动。3月,首批项目开工;9月15日,二期投产。": "2024-09-15",
    "截至今年8月,全省备案模型12款。2024上半年,融资事件30起。": "2024-08-31",
    "去年12月,产品上线。今年2月,用户突破百万。2024年是关键一年。": "2024-02-29",
    "2022年5月,公司成立。同年8月,首款产品发布。": "2022-08-31",
    # 今年 beside a dated year is a later one
    "自2022年9月1日新规施行以来,截至今年4月,共有30款产品备案。": "2023-04-30",
    # a writer's 本月 comes after the months that he names
    "2023年大会本月初闭幕。五月,标准启动;六月,专家组成立。": "2023-07-31",
    # plans and titles are not past
    "2023年10月,全市有企业120家。到2027年,产业规模要达到500亿元。": "2023-10-31",
    "2023年10月,当地印发《行动方案(2023—2026年)》,力争2025年建成三个园区。": "2023-10-31",
    "2024年4月,公司预计2026年12月交付首台样机。": "2024-04-30",
    "2021年至2023年,企业数量翻番。2023年9月,新园开园。": "2023-09-30",
    # figures of a whole year are published after it
    "产业占比从2020年的28.2%增加到2024年的43.5%。": "2025-03-31",
    "2023年5月,方案出台。2023年,全市产值初步统计突破90亿元。": "2024-03-31",
    "2024年6月,专项行动启动。截至2024年,全市数据企业有65家。": "2025-03-31",
    "2023民营企业百强名单公布。2022年12月起接受申报。": "2023-12-31",
    # a list, a report or a meeting is of its edition's year, or of the year before what it tells
    "6月26日，《2025全国独角兽榜》发布，收录2000年以后成立的企业，苏州有12家。": "2025-06-26",
    "某研究院今天推出《机器人指数报告2025》，2024年全球装机55万台。": "2025-03-31",
    "2023“海上丝路数字经济论坛”11月22日在泉州开幕，签约项目40个。": "2023-11-22",
    "2024年，全市机器人产量增长12%，《2035远景规划报告》正在编制。": "2025-03-31",
    # figures of a whole year are known after it: the article's own day is in the next one
    "3月5日，市政府召开发布会。截至2022年12月，全市有充电桩3万个。": "2023-03-05",
    "9月20日，港口三期投用。2023年上半年，货物吞吐量达2亿吨。": "2023-09-20",
    # what is forecast, aimed at or lasts is no past
    "2023年10月，新园开园。预测显示，全国市场在2028年会扩大到900亿元。": "2023-10-31",
    "公司2023年10月投产，给自己定的目标是，2027年建成40条产线。": "2023-10-31",
    "到2021年底，全市已有孵化器60家，2022—2025年再建一批。": "2022-03-31",
    "2017—2022年间，全县累计造林30万亩。": "2023-03-31",
    "11月22日夜间，公司通过聆讯。2021年前六个月，客户超过2400家。": "2021-11-22",
    # a year told whole, beside 今年, or looked back upon as 去年 is over
    "2022年，全区签约项目120个。今年，又有30个落地。": "2023-03-31",
    "2023年年初，日均调用量只有1000万次，而今年已超过3亿次。": "2024-03-31",
    "园区2021年的账本上，产值排在首位的是家电。去年新增企业20家。": "2022-12-31",
    "7月3日，报告在日内瓦发布。2014年至2023年，全球共申请相关专利5万件。": "2024-07-03",
    "上半年订单翻番，全年有望在2022年的基础上再增三成。": "2023-06-30",
    "据工信部统计，到2024年底，全国在用机架880万架。": "2025-03-31",
    "2024年工作情况：一年来，全市新开工项目310个。": "2025-03-31",
    # but not where months of this year are told
    "2025年，全市出口增长6%。9月，出口同比增长8%，较去年同期多2亿元。": "2025-09-30",
    "8月21日晚，公司披露2024年半年报，净亏损4亿元，去年同期盈利。": "2024-08-21",
    "2022年和2023年1—11月，软件业务收入都在增长。": "2023-11-30",
    # papers on the work of a year, and plans, begin with it
    "《城区经济工作专班2023年工作要点》提出，首批开放场景20个。": "2023-12-31",
    "三年推进机器人产业（2024-2026）。2024年产值目标为300亿元，2026年为500亿元。": "2024-12-31",
    # one hope after the other; what is hoped for elsewhere has not passed
    "2024年9月，一期投用。2024年底机架将达3万架，2025年达5万架，2027年底全部建成。": "2024-09-30",
    "2024年产值5700亿元。到2027年，营收将超万亿元；能否突破，是2027年过关的门槛。": "2025-03-31",
    "按照目前的计划，2025年再建三个中心。2023年营收63亿元。": "2024-03-31",
    "公司2023年9月发布模型。集团计划，2025年投入超过60亿元。": "2023-09-30",
    "截至2025年底，在售车型120款。公司预计2025年亏损4亿元。": "2026-03-31",
    "某机构近日发布《2025智慧医院年度报告》，去年市场规模破千亿元。": "2026-12-31",
    "2026年国际消费电子展上，中国整车企业第一次比欧美多。": "2026-12-31",
    # years of Taiwan's calendar
    "行政院在114年7月拍板新方案，预算5亿元。": "2025-07-31",
    # a half and quarters without a year are of this one
    "前三季度，签约项目310个。2023年，全市工业投资增长12%。": "2024-09-30",
    # years that are counted
    "2014年成立的产业园，下月迎来十周年，入驻企业300家。": "2024-12-31",
    "自2018年起，大会连续七年在江边举办，签约项目120个。": "2024-12-31",
    "论坛2016年首次举办，今年已是第九届，来宾3000人。": "2024-12-31",
    "工厂2013年落户高新区，至今已有十年，累计产值千亿元。": "2023-12-31",
    "十年前的2014年，这里只有12家企业，如今有300家。": "2024-12-31",
    "2022年全年指数均值为51%。自2024年起，协会将每月发布指数。": "2023-03-31",
    "距2030年只剩五年，全市还差400万千瓦。": "2025-12-31",
    "今年是“十四五”收官之年，全区签约项目80个。": "2025-12-31",
    "2023年12月，园区封顶。2024年春节刚过，开工率就达到90%。": "2024-12-31",
    "截至2024年12月31日，公司在手现金46亿元。": "2025-03-31",
    "2024年12月，居民消费价格上涨0.1%。": "2025-03-31",
    "2024年以来，全省新增算力3000P，同比翻番。": "2024-12-31",
    # the editions of meetings and of reports of two years
    "昨天，在2025临江新区低空产业全球推介会上，12个项目签约。2019年这里还没有一家企业。": "2025-12-31",
    "在2024全市民营经济推进会上，20家企业受表彰，2021年只有8家。": "2024-12-31",
    "《2021-2022全国冷链物流发展报告》显示，2019年以来，企业已有2600家。": "2021-12-31",
    # years long ago are of the article where they are told by the month
    "2008年6月，全县签约项目12个。": "2008-06-30",
    # spans of months are not dates
    "2024年2月,团队用时5个月完成研发,第3个月即见成效。": "2024-02-29",
}


@pytest.mark.parametrize(("text", "day"), INFERRED.items())
def test_the_text_gives_its_day_away(text: str, day: str) -> None:
    article = article_of("d", "n", text)
    assert (str(article.published_on), article.published_on_source) == (day, "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "园区有企业40家。",
        "工厂2011年落户高新区至今，产值累计超千亿元，今年又添新线。",
        "到2030年,产业规模达到500亿元。",
        "8月11日,研究员正在测试。",
        "农场1954年由外国专家援建，去年收粮5万吨。",
        "",
    ],
)
def test_a_text_that_names_no_past_year_has_no_day(text: str) -> None:
    article = article_of("d", "n", text)
    assert (article.published_on, article.published_on_source) == (None, None)


def test_dates_of_other_articles_are_not_its_own() -> None:
    raw = f"光谷三年账本\n2022年6月,{BODY}\n相关阅读\n另一座城市的账本\n江城晚报 2024-05-06"
    assert article_of("d", "n", raw).published_on == date(2022, 6, 30)


def test_a_day_is_guessed_where_only_its_month_is_told() -> None:
    assert article_of("d", "n", "2024年5月，园区有企业40家。").guessed
    assert not article_of("d", "n", "2024年5月6日，园区签约40家。").guessed
    assert not article_of("d", "n", BODY).guessed


def test_the_name_of_a_file_gives_the_day() -> None:
    for name in ("2024-05-06_光谷三年账本", "20240506-003", "江城晚报 2024.05.06"):
        article = article_of("d", name, BODY)
        assert (article.published_on, article.published_on_source) == (date(2024, 5, 6), "byline")
    for name in ("000_20240506a5a60e0a", "1720240506123", "20241340", "n"):
        assert article_of("d", name, BODY).published_on is None


def test_a_stamp_under_the_name_of_a_column_is_the_articles() -> None:
    raw = f"光谷三年账本\n\n最新资讯\n\n2024-05-06 09:12:00\n\n{BODY * 4}\n\n{BODY * 3}"
    article = article_of("d", "n", raw)
    assert (article.published_on, article.published_on_source) == (date(2024, 5, 6), "byline")


def test_the_rest_of_the_page_dates_what_gives_no_day_away() -> None:
    others = "另一座城市的账本\n江城晚报 2024-05-06\n第三座城市的账本\n江城晚报 2023-11-02"
    listed = f"光谷三年账本\n{BODY}\n相关阅读\n{others}"
    assert article_of("d", "n", listed).published_on == date(2024, 5, 6)
    owned = f"光谷三年账本\n{BODY}\n{BODY}\nCopyright © 2009-2024 江城在线 版权所有"
    article = article_of("d", "n", owned)
    assert (article.published_on, article.published_on_source) == (date(2024, 12, 31), "inferred")


OUTLETS = {
    f"江城晚报 2024-05-06 09:12\n{BODY}": "江城晚报",
    f"来源:光谷在线 作者:周敏\n{BODY}": "光谷在线",
    f"山海新闻记者 陈晓 李文博\n{BODY}": "山海新闻",
    f"江城晚报\n光谷三年账本\n{BODY}": "江城晚报",
    f"新华社武汉4月9日电 {BODY}": "新华社",
    f"{BODY}\n{BODY}\n山 海 网 股 份 有 限 公 司 版 权 所 有": "山海网",
    f"光谷三年账本\n2024年05月06日 来源： 点击：\n{BODY}": None,
    f"光谷三年账本\n发布时间：2024-05-06 来源：sp20240506\n{BODY}": None,
    BODY: None,
}


@pytest.mark.parametrize(("raw", "outlet"), OUTLETS.items())
def test_the_outlet_is_the_one_the_text_states(raw: str, outlet: str | None) -> None:
    assert article_of("d", "n", raw).outlet == outlet


SCRIPTS = {
    BODY: "simplified",
    "臺北與廣州的製造業產值增長": "traditional",
    "": "simplified",
    "12 GPT": "simplified",
    "这家企业的产品叫做「幸運」,在当地卖得最好,其余几款也不差": "mixed",
}


@pytest.mark.parametrize(("raw", "script"), SCRIPTS.items())
def test_the_script_is_told_by_the_share_of_characters_that_change(raw: str, script: str) -> None:
    assert article_of("d", "n", raw).script == script


def test_a_day_that_opens_the_text_gives_the_day() -> None:
    text = "机器人之城\n2025-08-09 今年以来，各地机器人企业多了不少。\n2024年全省产量24万台。"
    assert article_of("d", "n", text).published_on == date(2025, 8, 9)


def test_a_headline_of_statistics_dates_what_has_no_date() -> None:
    text = "2023年5月旅客统计（某统计局）\n\n今年5月入境旅客90万人次，较2019年同月少12%。\n\n客房共3万间。\n"
    assert article_of("x", "x", text).published_on == date(2023, 5, 31)


def test_a_day_that_opens_a_line_of_the_head_gives_the_day() -> None:
    text = "首季旅游消费回升\n16/05/2024 比去年多一成\n\n统计部门说，首季旅游消费比去年同期多一成。"
    assert article_of("d", "n", text).published_on == date(2024, 5, 16)


def test_the_year_of_a_beginning_is_not_that_of_the_article() -> None:
    text = "河口小镇因数而兴\n河口小镇自2015年投用以来，已吸引企业一百多家，产值一年比一年高。"
    assert article_of("d", "n", text).published_on is None


def test_a_labelled_month_before_the_text_is_that_of_publication() -> None:
    text = " date 2024-02 近三年来，桥梁厂投入6亿元，造出钢梁80榀，工人们都很自豪。\n\n" + BODY
    article = article_of("d", "d", text)
    assert (article.published_on, article.published_on_source) == (date(2024, 2, 29), "byline")


FUTURE = {
    "甲厂机器人今年九月下线500台，2024年产量3000台。明年扩到五千台，2031年十万台。": date(2025, 9, 30),
    "本市订立目标：2031年产业规模3000亿元，2034年5000亿元，企业逾千家。": None,
    "工厂今年六月开工，2033年投产，年产值50亿元。去年公司营收20亿元。": None,
}


@pytest.mark.parametrize(("text", "day"), FUTURE.items())
def test_a_year_beyond_all_knowledge_is_planned_whatever_words_tell_it(text: str, day: date | None) -> None:
    assert article_of("d", "n", "机器人产业的新账本\n" + text).published_on == day


def test_a_day_beyond_all_knowledge_is_told_by_news_of_it() -> None:
    text = "机器人产业的新账本\n2031年5月8日，全市机器人大会开幕，参展企业240家。"
    assert article_of("d", "n", text).published_on == date(2031, 5, 8)


WEEKDAYS = {
    "首页 / 快讯 / 正文\n\n4月13日 星期日\n\n": date(2025, 4, 13),
    "本报讯 8月27日（周三），": date(2025, 8, 27),
    "本报讯 上周五（12月5日），": date(2025, 12, 5),
    "本报讯 2024年4月13日（星期日），": date(2024, 4, 13),
    "本报讯 4月13日周日晴说，": None,
}


@pytest.mark.parametrize(("head", "day"), WEEKDAYS.items())
def test_a_weekday_tells_the_year_of_its_day(head: str, day: date | None) -> None:
    text = "县城里的机器人作坊\n" + head + "作坊主老徐去年3月开工，2023年底才有第一台样机，如今每月卖出40台。"
    found = article_of("d", "n", text).published_on
    assert found == day if day else found and found.year == 2024


def test_a_weekday_tells_the_nearest_year() -> None:
    """1 September was a Sunday in 2019 and in 2024."""
    assert weekday_date(["9月1日 星期日"], date(2021, 6, 1)) == date(2019, 9, 1)
    assert weekday_date(["9月1日 星期日"], date(2022, 6, 1)) == date(2024, 9, 1)
