"""The year of an article that tells none, by what it names. Every text is made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.text import article_of
from flows.text.known import bound

DATED = {
    # the first such day, month or part of a year that is no earlier than the latest of what it names
    "2月14日，三家运营商宣布接入DeepSeek-R1，客服一次答准率升到95%。": "2025-02-14",
    "1月9日，实验室用GPT-4o批改试卷8000份，平均每份3秒。": "2025-01-09",
    "iPhone 16开售以来，华强北回收价跌了5%。9月，全市出口手机410万部。": "2024-09-30",
    "今年前三季度，影院因《哪吒之魔童闹海》增收，全县票房达3200万元。": "2025-09-30",
    "Qwen2开源后，镇上的软件园接到订单40笔。": "2024-06-30",
    "新基建热潮里，全市上半年开建基站6200座。": "2020-06-30",
    # a meeting is of the year of its edition, before which it is spoken of
    "第五届中国国际进口博览会上，本省企业签约意向86个。": "2022-11-30",
    "第135届广交会开门迎客，4月20日到会采购商12万人。": "2024-04-20",
    "5月12日，第六届世界智能大会的志愿者开始培训，共800人。": "2022-05-12",
    "7月20日，第五批专精特新“小巨人”企业公示，本县3家入选。": "2023-07-20",
    "首届链博会闭幕，展商515家。": "2023-11-30",
    "为庆祝新中国成立75周年，10月2日全县演出12场。": "2024-10-02",
    # years that the text only looks back to
    "2016年，工厂引入机器人12台。8月27日，景区因游戏《黑神话：悟空》走红，一天来了2万人。": "2024-08-31",
    "2023年，全市产业规模达400亿元。大规模设备更新启动后，4月贷款投放3亿元。": "2024-04-30",
    # a year in the text that is later wins
    "2025年3月，医院用GPT-4写病历1.2万份。": "2025-03-31",
}


@pytest.mark.parametrize(("text", "day"), DATED.items())
def test_a_text_is_of_the_first_year_that_knows_what_it_names(text: str, day: str) -> None:
    article = article_of("d", "n", text)
    assert (str(article.published_on), article.published_on_source) == (day, "inferred")


UNDATED = [
    "8月27日，园区的4家工厂停电检修。",
    "雄安新区4所高校开工，今年计划投资300亿元。",  # is named for years
    "哈尔滨今年新增冰雪项目40个。",  # 尔滨 in a longer name
    "GPT-40型机床8月交付12台。",
    "粮库今年收小米15万吨、豆包1.5万个，仓库没有空地。",
    "江苏超过七成的乡镇有卫生站，今年新增120个。",
    "公司把6亿元投资于人工岛，另有中国游客3万人次到访。",
    "第二十九届中国国际消费品博览会展出商品3000种。",
    "二十五五金店今年卖出门锁3000把。",
    "到新中国成立100周年时，全县森林覆盖率达到60%。",
    "第三批学生120人到校，第五批专精特新示范街区开街。",
    "村里举办第三届丰收晚会，演出12个节目。",
]


@pytest.mark.parametrize("text", UNDATED)
def test_what_is_named_for_years_or_inside_another_name_tells_no_year(text: str) -> None:
    assert article_of("d", "n", text).published_on is None


def test_what_is_named_beside_an_article_tells_nothing_of_it() -> None:
    body = "2021年5月，全市有企业120家，其中规上企业40家，产值合计96亿元，比上一年多了一成。"
    raw = f"一座小城的账本\n{body}\n相关阅读\nGPT-5发布，写代码更快了\n"
    assert article_of("d", "n", raw).published_on == date(2021, 5, 31)


def test_the_year_that_a_text_gives_to_a_wire_story_is_no_older_than_what_it_names() -> None:
    text = "新华社成都8月30日电 影院2019年有银幕120块，上周因《黑神话：悟空》的巡展增收40万元。"
    article = article_of("d", "n", text)
    assert (article.published_on, article.published_on_source) == (date(2024, 8, 30), "inferred")
    stated = article_of("d", "n", text.replace("8月30日电", "2025年8月30日电"))
    assert (stated.published_on, stated.published_on_source) == (date(2025, 8, 30), "byline")


def test_spellings_of_a_name_are_one() -> None:
    spellings = ["DeepSeek-R1", "deepseek r1", "DeepSeekR1", "“DeepSeek-R1”"]
    assert len({bound([f"全县接入{name}。"]) for name in spellings}) == 1


NAMED = [
    "GPT-4",
    "东数西算",
    "文心一言",
    "第七届世界智能大会",
    "Qwen2.5",
    "雄安新区",
    "新中国成立70周年",
    "数据二十条",
]


@given(
    st.lists(st.sampled_from(NAMED), max_size=5),
    st.sampled_from(NAMED),
    st.sampled_from(["", "3月5日，", "7月，"]),
)
def test_one_more_name_never_makes_an_article_older(names: list[str], more: str, time: str) -> None:
    text = "".join(f"{name}让全县多了企业{count}家。" for count, name in enumerate(names, 10))
    before = article_of("d", "n", f"{time}{text}").published_on
    after = article_of("d", "n", f"{time}{text}{more}也在其中。").published_on
    assert before is None or after is None or after >= before
