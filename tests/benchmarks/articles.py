"""Articles made at random from a seed: news of our own making, with a number about every 36 characters.

Names of places, firms and metrics come from the reference data, so that the generator grows with it; half of
a text stands in sentences without a number, as in real news.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

from flows.extract.reference import firms, regions

STATED = (
    "{time}，{city}{industry}企业达{n}家，同比增长{p}%，产业规模{over}{money}亿元",
    "{firm}{time}实现营业收入{money}亿元，同比增长{p}%；净利润{m2}亿元，下降{p2}%",
    "截至{year}年{month}月底，{city}累计建成{thing}{n}个，其中{county}{n2}个、占比{p}%",
    "{city}、{city2}、{city3}分别融资{money}亿元、{m2}亿元和{m3}亿元，合计超过全国的三成",
    "记者从{city}市{bureau}获悉，{time}全市新增{industry}企业{n}家，总数居全省第{rank}位",
    "{firm}宣布完成{round}轮融资，金额{over}{m2}亿元，投后估值约{money}亿元",
    "到{future}年，{city}力争{industry}产业规模突破{money}亿元，培育{n2}家以上骨干企业",
    "{city}{thing}从{year}年的{n2}个增至{time}的{n}个，年均增长{p}%",
    "根据《{year}中国{industry}发展报告》，{city}以{score}分位列全国第{rank}，比上届上升{small}位",
    "{time}，{city}备案的大模型共有{n2}款，约占全国的{tenth}成，数量仅次于{city2}的{n}款",
    "{firm}的研发人员有{persons}人，占员工总数的{p}%，累计申请专利{n}余件",
    "全市地区生产总值{big}亿元，按可比价格计算，比上年增长{p}%；固定资产投资增长{p2}%",
    "项目总投资约{money}亿元，用地{n}亩，预计{future}年投产，达产后年产值可达{m3}亿元",
    "{city}算力规模已超过{big}P，平均上架率达{p}%，每度电价格{small}毛左右",
    "{time}进出口总额{big}亿元，其中出口{money}亿元，增长{p}%，进口{m2}亿元，下降{p2}%",
    "在{n2}家受访企业中，有近{tenth}成表示已经使用{industry}产品，比去年提高{small}个百分点",
    "该平台每天处理订单{n}万笔，准确率达到99.{small}%，用时由原来的{n2}分钟缩短到{small}分钟",
    "{year}年以来，{city}已举办{small}届{industry}大会，吸引了{n}多家机构、近{persons}名嘉宾",
    "{month}月{day}日，{city}发布第{small}批应用场景清单，包括{n2}个项目，总金额逾{money}亿元",
    "{firm}推出的GPT-{small}系列模型参数量为{n}亿，训练成本不到同行的三分之一",
)  # fmt: skip
PLAIN = (
    "这一变化的背后，是{city}近年来在{industry}领域持续投入、不断完善政策和环境的结果",
    "业内人士认为，{industry}的竞争已经从单纯的技术比拼转向场景、数据和生态的综合较量",
    "{firm}相关负责人表示，公司将继续围绕客户需求打磨产品，把更多资源投入到长期研究之中",
    "与此同时，人才短缺、数据分散和成本偏高等问题依然存在，制约着中小企业的转型步伐",
    "{city}市{bureau}有关负责人介绍，下一步将统筹资源、优化布局，推动产业链上下游协同发展",
    "走进生产车间，机械臂有条不紊地忙碌着，屏幕上跳动的曲线实时反映着设备的运行情况",
    "专家指出，各地在招商时应当结合自身的基础和优势，避免同质化竞争和低水平的重复建设",
    "对于普通消费者来说，最直接的感受是服务更方便了，许多事情不用出门就可以办好",
    "从全球范围看，{industry}仍处在快速演进之中，标准、伦理和治理等议题受到越来越多的关注",
    "有投资人坦言，资本更愿意支持那些拥有清晰商业模式、能够真正解决行业难题的团队",
)  # fmt: skip
HEADINGS = ("一、总体情况", "二、主要特点", "产业基础不断夯实", "企业加快成长", "短板仍待补齐", "下一步安排")
INDUSTRIES = (
    "人工智能", "机器人", "集成电路", "新能源汽车", "生物医药", "低空经济", "工业互联网", "数字经济",
    "新材料",
)  # fmt: skip
THINGS = ("智能工厂", "公共服务平台", "应用场景", "充电站", "重点实验室", "孵化器", "产业园区", "5G基站")
BUREAUS = ("科技局", "统计局", "经济和信息化局", "发展改革委", "商务局")
TIMES = (
    "今年上半年", "去年", "今年前三季度", "{year}年", "{year}年第一季度", "{month}月份", "目前",
    "目前", "近三年来", "“十四五”期间", "去年底",
)  # fmt: skip


@cache
def named(level: str) -> tuple[str, ...]:
    """Short names of China's regions of a level, in the order of their codes."""
    return tuple(region.short_name for key, region in sorted(regions().items())
                 if region.level == level and len(region.short_name) > 1 and key[:6].isdecimal())  # fmt: skip


@cache
def known_firms() -> tuple[str, ...]:
    return tuple(firm.short_name or firm.name for _, firm in sorted(firms().items()) if firm.kind == "firm")


def slots(chance: random.Random) -> dict[str, object]:
    """What a sentence may name, drawn anew for each sentence."""
    pick, number, share = chance.choice, chance.randint, chance.uniform
    year, month = number(2021, 2025), number(1, 12)
    cities = chance.sample(named("city"), 3)
    coined = f"{cities[1]}{pick('云星智海微')}{pick('创图科脉')}科技有限公司"
    return {
        "city": cities[0], "city2": cities[1], "city3": cities[2], "county": pick(named("county")),
        "firm": pick(known_firms()) if chance.random() < 0.7 else coined,
        "industry": pick(INDUSTRIES), "thing": pick(THINGS), "bureau": pick(BUREAUS),
        "time": pick(TIMES).format(year=year, month=month), "year": year, "month": month,
        "day": number(1, 28), "future": number(2026, 2035), "round": pick("ABCD"),
        "over": pick(("", "超", "约", "逾", "近")), "n": number(11, 4999), "n2": number(3, 200),
        "persons": f"{number(1, 90)},{number(100, 999)}", "money": f"{share(2, 4000):.1f}",
        "m2": f"{share(1, 300):.2f}", "m3": number(1, 900), "big": f"{share(500, 60000):.2f}",
        "p": f"{share(0.1, 60):.1f}", "p2": f"{share(0.1, 20):.1f}", "small": number(2, 9),
        "rank": pick(("一", "二", "三", "五", "7", "12", "18")), "tenth": pick("二三四五六七八"),
        "score": f"{share(50, 99):.2f}",
    }  # fmt: skip


def sentence(chance: random.Random) -> str:
    """Two plain sentences to one with numbers: half of the text is without any."""
    pattern = chance.choice(STATED if chance.random() < 0.33 else PLAIN)
    return pattern.format(**slots(chance)) + "。"


def table(chance: random.Random) -> str:
    """A small table with its caption and unit."""
    number, share = chance.randint, chance.uniform
    rows = [
        f"| {city} | {number(20, 3000)} | {share(5, 900):.1f} | {share(-5, 40):.1f}% |"
        for city in chance.sample(named("city"), 4)
    ]
    caption = f"{chance.choice(INDUSTRIES)}企业情况（单位：亿元）"
    head = f"{caption}\n| 城市 | 企业数量（家） | 融资额 | 同比 |\n| --- | --- | --- | --- |"
    return "\n".join([head, *rows])


def article(chance: random.Random) -> str:
    """One article: headline, byline, paragraphs of sentences, here and there a heading or a table."""
    drawn = slots(chance)
    title = f"{drawn['city']}{drawn['industry']}产业规模突破{drawn['m3']}亿元"
    day = f"{chance.randint(2023, 2025)}-{drawn['month']:02d}-{drawn['day']:02d}"
    byline = f"来源：{drawn['city']}日报　{day}"
    parts = [title, byline]
    for index in range(chance.randint(5, 12)):
        if index and chance.random() < 0.15:
            parts.append(chance.choice(HEADINGS))
        parts.append("".join(sentence(chance) for _ in range(chance.randint(2, 5))))
    if chance.random() < 0.08:
        parts.append(table(chance))
    return "\n\n".join(parts) + "\n"


def generate(count: int, seed: int = 20240820) -> Iterator[str]:
    """`count` articles; equal seeds and reference data give equal texts."""
    chance = random.Random(seed)
    for _ in range(count):
        yield article(chance)
