"""Lists of lines that each name somebody and give an amount, and tables with gaps."""

from __future__ import annotations

from datetime import date

from flows.extract.claims import read_text

RANKING = """多所高校日前公布2022年部门预算，华东地区高校的经费预算继续增长，排在前面的几所差距不大。
合肥工业大学的预算金额为41亿元，名次如下：
1）合肥工业大学 41.3亿元
2）南京师范大学 38亿元
3）江南大学 36.9亿元
这些学校的预算都包含上年结转的资金。"""


def test_the_lines_are_about_what_the_claims_above_are() -> None:
    reading = read_text(RANKING, None, date(2022, 5, 5))
    listed = [claim for part in reading.passages[2:5] for claim in part.claims]
    assert [(c.firm and c.firm[1], c.noun, int(c.value)) for c in listed] == [
        ("合肥工业大学", "预算金额", 4_130_000_000),
        ("南京师范大学", "预算金额", 3_800_000_000),
        ("江南大学", "预算金额", 3_690_000_000),
    ]


TABLE = """表1 2023年义乌市生产总值
| 绝对数 (亿元) | 比上年增长 (%) |
地区生产总值 | 2055.6 | 6.8 |
第一产业 | 31.2 | 3.5 |"""


def test_a_heading_row_without_its_corner() -> None:
    reading = read_text(TABLE, "义乌市2023年统计公报", date(2024, 2, 1))
    claims = [claim for part in reading.passages for claim in part.claims]
    assert [(c.metric, c.measure, c.unit, float(c.value)) for c in claims[:2]] == [
        ("gdp", "value", "CNY", 205_560_000_000),
        ("gdp", "growth", "percent", 6.8),
    ]
    assert len(claims) == 4

LEADERS = """2024年外贸十强城市名单
1 深圳 45000亿元 同比增长16.4%
2 上海 42700亿元 同比增长1.3%
3 北京 36000亿元 同比下降1%"""


def test_lines_of_a_list_say_more_of_their_amounts() -> None:
    claims = [claim for part in read_text(LEADERS, None, date(2025, 2, 1)).passages for claim in part.claims]
    assert [(c.region, c.measure) for c in claims] == [
        (city, measure) for city in ("深圳", "上海", "北京") for measure in ("value", "growth")
    ]


ZONES = """全市各区高新技术企业数量如下：
滨湖区：约1200家；
惠山区：810家，占全市15%；
蠡园区：96家。"""


def test_all_lines_count_what_the_line_above_them_says() -> None:
    reading = read_text(ZONES, "无锡高新技术企业分布", date(2025, 2, 1))
    claims = [claim for part in reading.passages for claim in part.claims]
    assert {claim.metric for claim in claims} == {"firm_count"}
    assert [float(claim.value) for claim in claims] == [1200, 810, 15, 96]

RANKS = """2023中国夜经济活力指数前三名：
第1名 长沙 96.8分
第2名 重庆 95.1分
第3名 广州 94.7分"""


def test_lines_that_open_with_a_rank_state_it() -> None:
    claims = [claim for part in read_text(RANKS, None, date(2023, 9, 1)).passages for claim in part.claims]
    assert [(c.region, c.metric, c.measure, float(c.value)) for c in claims[:2]] == [
        ("长沙", "competitiveness", "rank", 1),
        ("长沙", "competitiveness", "value", 96.8),
    ]

PROFILES = """【烟台】
产业规模：约430亿元
企业数量：超700家

【潍坊】
产业规模：390亿元
企业数量：610家"""


def test_names_in_marks_are_over_the_lines_behind_them() -> None:
    reading = read_text(PROFILES, "山东虚拟现实产业名片", date(2025, 2, 1))
    claims = [claim for part in reading.passages for claim in part.claims]
    assert [claim.region for claim in claims] == ["烟台", "烟台", "潍坊", "潍坊"]


GOALS = """部分城市2025年进出口增长目标：
宁波：4%左右
厦门：6%左右
青岛：5%以上，力争6%"""


def test_rates_below_a_line_of_growth_are_of_growth() -> None:
    claims = [claim for part in read_text(GOALS, None, date(2025, 1, 20)).passages for claim in part.claims]
    assert [(c.region, c.measure) for c in claims] == [
        ("宁波", "growth"),
        ("厦门", "growth"),
        ("青岛", "growth"),
        ("青岛", "growth"),
    ]


PRICES = """各模型输出价格（元/千tokens）：
- 混元-lite：0.0012
- 星火Lite：免费
- GLM-4-Air：0.001
- Moonshot-v1-8k：0.012"""


def test_lines_without_an_amount_do_not_end_a_list() -> None:
    claims = [claim for part in read_text(PRICES, None, date(2024, 6, 1)).passages for claim in part.claims]
    assert [(claim.noun, float(claim.value)) for claim in claims] == [
        ("输出价格", 0.0012),
        ("输出价格", 0.001),
        ("输出价格", 0.012),
    ]


GROWN = """第三产业增加值：906.2亿元，增长5.1%
社会消费品零售总额：增长6.3%
水泥产量：下降4.8%"""


def test_labels_before_a_colon_are_what_has_grown() -> None:
    reading = read_text(GROWN, "沧州市2024年经济运行主要数据", date(2025, 1, 26))
    claims = [claim for part in reading.passages for claim in part.claims]
    assert [claim.noun for claim in claims] == ["第三产业增加值"] * 2 + ["社会消费品零售总额", "水泥产量"]

INDEX = """2023年以来，省份数据要素指数前三名：
浙江 81.2
广东 80.7
江苏 78.9"""


def test_bare_scores_of_places_below_an_index_are_standings() -> None:
    claims = [claim for part in read_text(INDEX, None, date(2024, 2, 1)).passages for claim in part.claims]
    assert [(c.region, c.metric) for c in claims] == [
        (place, "competitiveness") for place in ("浙江", "广东", "江苏")
    ]
