"""Tables as pages give them: a cell says whom, what and when by its row, its column and the lines above."""

from __future__ import annotations

from datetime import date

import pytest

from flows.extract.claim import Claim
from flows.extract.claims import read_text

PUBLISHED = date(2025, 6, 1)


def claims_of(text: str, title: str | None = None, published_on: date = PUBLISHED) -> list[Claim]:
    return [claim for part in read_text(text, title, published_on).passages for claim in part.claims]


def told(text: str, title: str | None = None, published_on: date = PUBLISHED) -> list[str]:
    """Each claim in a line: its metric, or its noun, measure, whom it is of, year of its end, value."""
    lines = []
    for claim in claims_of(text, title, published_on):
        what = claim.noun if claim.metric == "other" else claim.metric
        named = claim.model or claim.firm
        whom = (named and named[1]) or claim.region
        year = claim.period_end.year if claim.period_end else None
        lines.append(f"{what} {claim.measure} {whom} {year} {float(claim.value):g}")
    return lines


MODELS = """两代模型的规格如下：
| 规格 | 青梧1 | 青梧2 |
|---|---|---|
| 总参数 | 1200 亿 | 3600 亿 |
| 首字延迟 | 0.9 秒 | 0.4 秒 |"""


def test_headings_can_be_those_that_are_measured() -> None:
    assert told(MODELS) == [
        "model_parameter_count value 青梧1 None 1.2e+11",
        "model_parameter_count value 青梧2 None 3.6e+11",
        "latency value 青梧1 None 0.9",
        "latency value 青梧2 None 0.4",
    ]


FIRMS = """指标 | 中国移动 | 中国电信
营业收入（亿元） | 5467 | 2660
5G用户数（亿户） | 5.14 | 3.37"""


def test_firms_over_the_columns() -> None:
    assert told(FIRMS, "两家运营商上半年业绩", date(2024, 8, 8)) == [
        "revenue value 中国移动 2024 5.467e+11",
        "revenue value 中国电信 2024 2.66e+11",
        "customer_count value 中国移动 2024 5.14e+08",
        "customer_count value 中国电信 2024 3.37e+08",
    ]


PORTS = """2023年主要港口集装箱吞吐量
港口 2023年吞吐量（万标箱） 同比增长
上海 4915.8 3.9%
青岛 2877.1 12.1%"""


def test_rows_with_nothing_but_blanks() -> None:
    assert told(PORTS, published_on=date(2024, 1, 30)) == [
        "吞吐量 value 上海 2023 4.9158e+07",
        "吞吐量 growth 上海 2023 3.9",
        "吞吐量 value 青岛 2023 2.8771e+07",
        "吞吐量 growth 青岛 2023 12.1",
    ]


YEARS = """近三年全国数字经济核心产业企业数量如下表所示：
| 年度 | 数量（万家） | 增速 |
| --- | --- | --- |
| 2021 | 166.9 | — |
| 2022 | 188.4 | 12.9% |"""


def test_years_are_labels_and_the_line_above_names_what_is_counted() -> None:
    assert told(YEARS) == [
        "firm_count value 中国 2021 1.669e+06",
        "firm_count value 中国 2022 1.884e+06",
        "firm_count growth 中国 2022 12.9",
    ]


SHARED = """2023年国内扫地机器人厂商出货情况（单位：万台）
厂商 | 2023年出货量 | 市场份额 | 2022年出货量
石头科技 | 38.2 | 24.1% | 30.1
科沃斯 | 35.6 | 22.5% | 33.0"""


def test_headings_that_open_with_a_year_and_shares_of_what_they_name() -> None:
    assert told(SHARED, published_on=date(2024, 3, 1)) == [
        "出货量 value 石头科技 2023 382000",
        "出货量市场份额 share 石头科技 2023 24.1",
        "出货量 value 石头科技 2022 301000",
        "出货量 value 科沃斯 2023 356000",
        "出货量市场份额 share 科沃斯 2023 22.5",
        "出货量 value 科沃斯 2022 330000",
    ]


FILED = """网信部门公布新一批深度合成服务算法备案清单，各省数量分布如下：

省份

备案数

占比

北京

115

31.2%

广东

98

26.6%

上海

71

19.2%

从数量看，北京最多，备案115项。"""


def test_what_was_filed_decides_which_filings_are_counted() -> None:
    claims = claims_of(FILED)
    assert {claim.metric for claim in claims} == {"algorithm_filing_count"}
    assert [claim.region for claim in claims] == ["北京", "北京", "广东", "广东", "上海", "上海", "北京"]


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("全国已有600款生成式人工智能服务完成备案。其中去年新增备案210款。", "model_filing_count"),
        ("全国已有3000项深度合成服务算法完成备案。其中去年新增备案900项。", "algorithm_filing_count"),
    ],
)
def test_filings_go_on_with_what_was_filed(sentence: str, metric: str) -> None:
    assert [claim.metric for claim in claims_of(sentence)] == [metric, metric]


ROUNDS = """公司简称 | 轮次 | 融资金额 | 披露时间
沐曦 | Pre-B轮 | 10亿元 | 2022年7月
瀚博半导体 | B轮 | 16亿元 | 2021年12月"""


def test_a_column_of_times_dates_its_rows() -> None:
    assert told(ROUNDS) == [
        "financing_amount value 沐曦 2022 1e+09",
        "financing_amount value 瀚博半导体 2021 1.6e+09",
    ]


NOTED = """表2 各项目投资情况
单位：亿元
项目名称 | 投资额 | 项目代码 | 备注
湖滨数据中心 | 12.5 | 2041 | 2期
城北水厂 | 3.8 | 2077 | 扩建"""


def test_codes_and_notes_are_no_figures() -> None:
    assert [float(claim.value) for claim in claims_of(NOTED)] == [1.25e9, 3.8e8]


WORDED = """| 行业 | 场景 | 成效 |
|---|---|---|
| 钢铁 | 表面质检 | 漏检率下降 35% |
| 纺织 | 智能排产 | 产能提升 18%，能耗降低 9% |"""


def test_cells_of_words_tell_figures_too() -> None:
    told = [(claim.noun, claim.measure, float(claim.value)) for claim in claims_of(WORDED)]
    assert told == [("漏检率", "growth", -35), ("产能", "growth", 18), ("能耗", "growth", -9)]


CARDS = """数读白鹿县上半年经济

地区生产总值
182.6亿元
同比增长6.3%

社会消费品零售总额
73.9亿元
同比增长4.7%"""
BELOW = """数读全县上半年工业

182.6万吨
水泥产量

73.9万台
空调产量"""


def test_labels_above_figures_and_below_them() -> None:
    assert [line.split(" ")[0] + line.split(" ")[-1] for line in told(CARDS)] == [
        "gdp1.826e+10",
        "gdp6.3",
        "社会消费品零售总额7.39e+09",
        "社会消费品零售总额4.7",
    ]
    assert [claim.noun for claim in claims_of(BELOW)] == ["水泥产量", "空调产量"]


def test_scores_behind_the_names_of_tests() -> None:
    text = "官方公布的评测成绩：\n- MATH-500：94.5\n- LiveCodeBench：61.2"
    assert [float(claim.value) for claim in claims_of(text)] == [94.5, 61.2]


CATEGORIES = """类别\t指标\t数值\t同比
企业培育\t高新技术企业数（家）\t1320\t15.2%
成果产出\t有效发明专利（件）\t9870\t18.0%"""


def test_the_indicator_behind_its_category_is_what_is_measured() -> None:
    assert [claim.metric for claim in claims_of(CATEGORIES)] == ["firm_count"] * 2 + ["patent_count"] * 2


TASKS = """表1 各模型的准确率（%）
模型\t图像理解\t文档解析
GPT-4o\t82.3\t88.1
InternVL3\t80.2\t87.7"""


def test_the_caption_names_the_measure_of_headings_that_name_things() -> None:
    claims = claims_of(TASKS)
    assert [(c.metric, c.model and c.model[1], float(c.value)) for c in claims][::3] == [
        ("accuracy", "GPT-4o", 82.3),
        ("accuracy", "InternVL3", 87.7),
    ]


MONTHS = """品种（单位：元/吨）\t11月均价\t10月均价
螺纹钢\t3512\t3568
电解铜\t74680\t76820"""


def test_headings_of_months_and_a_unit_in_the_corner() -> None:
    claims = claims_of(MONTHS, "11月大宗商品价格", date(2024, 12, 11))
    assert [(c.period_end and c.period_end.month, c.unit) for c in claims[:2]] == [(11, "CNY"), (10, "CNY")]


PLACES = """省份\t旅游收入（亿元）\t同比增速
云南\t3410.6\t18.9%
广西\t2288.0\t9.6%"""


def test_names_below_a_heading_of_places_are_places() -> None:
    assert [claim.region for claim in claims_of(PLACES)] == ["云南", "云南", "广西", "广西"]


HALLS = """日期 | 时间 | 场次 | 地点
9月10日 | 9:00-11:30 | 第1场 | 2号馆
9月11日 | 14:00-16:30 | 第2场 | 3号馆"""


def test_a_timetable_counts_nothing() -> None:
    assert claims_of(HALLS) == []


SERIES = """沭阳县电商交易额（亿元）
2021年：190
2022年：221
2023年：250"""


def test_a_year_and_its_number_a_line() -> None:
    assert told(SERIES, "县域电商交易额三年变化") == [
        "电商交易额 value 沭阳 2021 1.9e+10",
        "电商交易额 value 沭阳 2022 2.21e+10",
        "电商交易额 value 沭阳 2023 2.5e+10",
    ]


SPANNED = """机场\t客运量（万人次）\t\t邮件量（万吨）\t
\t5月\t同比\t5月\t同比
浦东机场\t620.5\t38.2%\t31.4\t9.1%
萧山机场\t410.2\t20.7%\t7.3\t4.0%"""


def test_what_spans_two_columns_is_measured_in_both() -> None:
    claims = claims_of(SPANNED, "长三角机场5月客流", date(2024, 6, 14))
    assert [(c.noun, c.measure, c.unit) for c in claims[:4]] == [
        ("客运量", "value", "person"),
        ("客运量", "growth", "percent"),
        ("邮件量", "value", "t"),
        ("邮件量", "growth", "percent"),
    ]


QUARTERLY = """营业总收入：31.26亿元
同比增长：12.4%
归母净利润：2.18亿元
同比下降：6.7%"""


def test_a_growth_before_a_colon_is_of_the_line_above() -> None:
    claims = claims_of(QUARTERLY, "扬子新材三季报速览", date(2024, 10, 24))
    assert [(c.measure, float(c.value)) for c in claims][1::2] == [("growth", 12.4), ("growth", -6.7)]
    assert claims[0].metric == claims[1].metric == "revenue"
    assert claims[3].metric == "other"


def test_algorithms_below_a_headline_of_their_filing_were_filed() -> None:
    claims = claims_of("本批共有411项深度合成服务算法通过。", "算法备案第九批结果")
    assert [claim.metric for claim in claims] == ["algorithm_filing_count"]
    assert claims_of("本批共有411项深度合成服务算法通过。", "算法大赛结果")[0].metric == "other"


GROUPS = """表1 各都市圈创新发展指数

都市圈 | 创新发展指数 | 排名 | 城市 | 得分 | 排名 | 上年排名
杭州都市圈 | 61.8 | 2 | 杭州市 | 70.4 | 5 | 6
 | | | 绍兴市 | 44.9 | 31 | 30"""


def test_rows_that_begin_with_empty_cells_go_on_with_those_behind() -> None:
    assert told(GROUPS)[2:] == [
        "competitiveness value 杭州 None 70.4",
        "competitiveness rank 杭州 None 5",
        "competitiveness rank 杭州 2024 6",
        "competitiveness value 绍兴 None 44.9",
        "competitiveness rank 绍兴 None 31",
        "competitiveness rank 绍兴 2024 30",
    ]


BESIDE = """2024年各省光伏新增装机
省份 | 新增装机（万千瓦） | 省份 | 新增装机（万千瓦）
新疆 | 1210 | 云南 | 890
江苏 | 1105 | 河北 | 770"""


def test_tables_side_by_side_have_labels_of_their_own() -> None:
    assert [line.split()[2] for line in told(BESIDE)] == ["新疆", "云南", "江苏", "河北"]


OWNERS = """公司 | 营收（亿元） | 所在城市 | 净利润（亿元）
比亚迪 | 7771 | 深圳 | 402
宁德时代 | 3620 | 宁德 | 507"""


def test_where_a_firm_sits_takes_none_of_its_figures() -> None:
    assert [line.split()[2] for line in told(OWNERS)] == ["比亚迪", "比亚迪", "宁德时代", "宁德时代"]


SPANNED_HEADS = """县区 | 工业投资 | | 进出口
 | 总量（亿元） | 增速（%） | 总量（亿元） | 增速（%）
昆山 | 512.4 | 6.1 | 7100.3 | 2.2
太仓 | 203.8 | -3.4 | 1450.6 | 5.0"""


def test_a_second_row_of_headings_can_begin_empty() -> None:
    lines = told(SPANNED_HEADS.replace("进出口\n", "进出口 |\n"))
    assert [line.split()[1] for line in lines] == ["value", "growth"] * 4
    assert lines[5].endswith("太仓 None -3.4")


MORE = """2024中国物流企业50强地区分布
省份 | 上榜企业数 | 占比 | 较上年
上海 | 9 | 18% | -1
山东 | 4 | 8% | 2
福建 | 3 | 6% | 持平"""


def test_a_bare_column_beside_counts_says_how_many_more_there_are() -> None:
    changed = [line for line in told(MORE, "2024中国物流企业50强揭晓") if " change " in line]
    assert [line.split()[-1] for line in changed] == ["-1", "2"]


MOVED = """2024年城市旅游竞争力排行榜
城市 | 得分 | 排名 | 排名变化
桂林 | 88.2 | 3 | ↑2
三亚 | 86.0 | 4 | -1"""


def test_places_by_which_a_rank_has_moved() -> None:
    claims = [claim for claim in claims_of(MOVED) if claim.measure == "change"]
    assert [(claim.region, float(claim.value)) for claim in claims] == [("桂林", 2), ("三亚", -1)]


def test_a_lead_of_long_ago_dates_no_table() -> None:
    lead = "1988年，一位记者曾在这里写下小镇的故事。\n\n过去三年，这里早已换了模样，2023年起工厂成片。\n\n"
    table = "城市 | 工业机器人产量（台）\n昆山 | 5210\n佛山 | 8875"
    assert [line.split()[3] for line in told(lead + table)] == ["None", "None"]


def test_the_number_of_a_table_counts_nothing() -> None:
    assert claims_of("表2 重点项目进展\n\n表3 重庆各区县概况") == []


LONG = """企业 | 指标 | 2022年 | 2023年
美的集团 | 营业收入（亿元） | 3457 | 3737
 | 净利润（亿元） | 296 | 337"""


def test_an_indicator_behind_the_name_of_a_firm_is_what_is_measured_of_it() -> None:
    assert told(LONG) == [
        "revenue value 美的集团 2022 3.457e+11",
        "revenue value 美的集团 2023 3.737e+11",
        "净利润 value 美的集团 2022 2.96e+10",
        "净利润 value 美的集团 2023 3.37e+10",
    ]


PARTS = """表1 2023年主要行业产值
指标\t绝对量（亿元）\t比上年增长（%）
工业总产值\t9200.4\t3.1
其中：纺织服装\t1510.8\t-2.4"""


def test_parts_are_measured_as_the_caption_says() -> None:
    claims = claims_of(PARTS, "绍兴市2023年统计公报", date(2024, 3, 20))
    assert [claim.noun[:6] for claim in claims[2:]] == ["纺织服装产值"] * 2


DEPOSITS = """项目\t年末余额（亿元）\t全年新增（亿元）
各项存款余额\t51200\t3100
各项贷款余额\t44800\t-120"""


def test_what_is_added_to_a_stock_is_a_change_of_it() -> None:
    claims = claims_of(DEPOSITS, "温州市2023年金融运行情况", date(2024, 1, 30))
    assert [(claim.measure, float(claim.value)) for claim in claims[1::2]] == [
        ("change", 310_000_000_000),
        ("change", -12_000_000_000),
    ]


def test_places_by_rank_are_over_the_lines_behind_them() -> None:
    text = "TOP1 东莞\n\n综合得分：93.1\n\n专利数量：5210件\n\nTOP2 佛山\n\n综合得分：88.4\n\n专利数量：487件"
    assert [line.split()[2] for line in told(text)] == ["东莞", "东莞", "佛山", "佛山"]


HALF = """城市 2024上半年GDP（亿元） 名义增量（亿元） 实际增速
无锡 7821.2 402 5.8%
常州 5080.6 301 6.1%"""


def test_halves_without_year_signs_and_columns_of_more() -> None:
    assert told(HALF, "上半年经济观察", date(2024, 8, 1)) == [
        "gdp value 无锡 2024 7.8212e+11",
        "gdp change 无锡 2024 4.02e+10",
        "gdp growth 无锡 2024 5.8",
        "gdp value 常州 2024 5.0806e+11",
        "gdp change 常州 2024 3.01e+10",
        "gdp growth 常州 2024 6.1",
    ]


STOCKS = """股票简称\t收盘价（元）\t周涨跌幅（%）
中际旭创\t132.5\t8.4
拓普集团\t58.7\t-2.6"""


def test_rises_and_falls_have_the_sign_that_is_written() -> None:
    assert [float(claim.value) for claim in claims_of(STOCKS)][1::2] == [8.4, -2.6]


FIRST_FIGURES = """260+

机器人核心企业

900亿元

机器人产业规模

15个

国家级创新平台"""


def test_figures_stand_above_their_labels_where_a_figure_is_first() -> None:
    claims = claims_of(FIRST_FIGURES, "一组数据看芜湖机器人")
    assert [claim.metric for claim in claims] == ["firm_count", "industry_output", "institution_count"]


AREAS = """地区 | 机场 | 2023年货邮吞吐量（万吨） | 2022年货邮吞吐量（万吨） | 增减（万吨）
长三角 | 浦东机场 | 344 | 311.7 | 32.3
 | 萧山机场 | 81 | 83 | -2"""


def test_merged_cells_of_groups_leave_the_label_to_the_next_column() -> None:
    claims = claims_of(AREAS, None, date(2024, 2, 1))
    named = [claim.firm[1] if claim.firm else claim.region for claim in claims]
    assert "长三角" not in named
    assert [(claim.measure, claim.period_end and claim.period_end.year) for claim in claims[:3]] == [
        ("value", 2023),
        ("value", 2022),
        ("change", 2023),
    ]


FIRST_RANKS = """排名\t品牌\t销量（万台）\t同比
1\t大疆\t41.2\t9.0%
2\t影石\t12.8\t35.1%"""


def test_ranks_in_the_first_column_are_by_the_first_values() -> None:
    assert [line.split()[0] for line in told(FIRST_RANKS)][::3] == ["销量", "销量"]


PRODUCTS = """主要产品产量
产品名称\t单位\t12月\t同比（%）\t全年累计\t同比（%）
水泥\t万吨\t310.5\t-4.2\t4021.7\t-6.0
空调\t万台\t88.1\t9.3\t1201.4\t12.5"""


def test_products_below_a_caption_of_output_are_put_out() -> None:
    claims = claims_of(PRODUCTS, "江西省2024年工业经济运行情况", date(2025, 1, 24))
    assert {claim.metric for claim in claims} == {"production_volume"}
    assert [claim.measure for claim in claims] == ["value", "growth"] * 4
