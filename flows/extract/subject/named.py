"""Names in a place of their own beside a number: ranked by it, described by it, holding what it counts."""

from __future__ import annotations

from flows.extract.subject.runs import runs
from flows.extract.subject.subjects import Scene, Subject, subject_of_run
from flows.patterns import lazy


def ranked_name(scene: Scene) -> Subject | None:
    """The name that a rank stands directly before (比第二名上海多56款)."""
    number = scene.number
    if number.unit != "rank":
        return None
    start = number.end
    for mention in scene.mentions:
        if mention.start < start or mention.kind == "self":
            continue
        between = scene.text[start : mention.start]
        if mention.role == "seat" and between in NAMING:
            start = mention.end  # 排在第三位的是我国的甲公司
            return next((subject_of_run([m], "ranked") for m in scene.mentions if m.start == start + 1), None)
        if between in {"", "的"}:
            led = between and RANKED.fullmatch(scene.text, scene.clause_start, number.start)
            return subject_of_run([mention], "ranked" if led else "compared place")
        if between in LARGEST:
            return subject_of_run([mention], "ranked")
        named = between in NAMING or "是" in between and NAMED_LATER.fullmatch(between)
        return subject_of_run([mention], "ranked") if named else None
    return None


def ranked_one(scene: Scene) -> Subject | None:
    """The name behind a rank and 的, whoever stands before it in the list (第三的甲国、第四的乙国)."""
    return ranked_name(scene) if scene.text.startswith("的", scene.number.end) else None


RANKED = lazy(
    r"(?:而|但|其中|同样|目前|“)*(?:排名|排在|排|位列|位居|名列|荣登|稳居|居于?|摘得|夺得)?(?:全[球国省市])?"
)
"""Before the rank of whom a clause goes on to tell (排名第二的甲公司，营收…), unlike 比第二名的甲市多56款."""


def apposed(scene: Scene) -> Subject | None:
    """Whom 作为全球第三大…厂商， speaks of: the name that opens the next clause."""
    for mention in scene.sentence.mentions:
        if mention.start == scene.clause_end and mention.role == "subject" and mention.kind != "self":
            return subject_of_run([mention], "named behind 作为")
    return None


ATTRIBUTE = lazy(
    r"(?:金额|总额|价值|售价|投资额?|总?投资|占地|面积|估值|市值|规模|营收|收入|产值|产能|注册资本|总资产|身家|年产|月活|日活|拥有|市占率|份额|占比|占[^，。；]{0,8})"
    r"(?:约|近|超过?|达到?|逾|为|过|高达|多达)?$"
)


OF_IT = lazy(r"(?:股份|股权|股票|市场|份额|订单|业务|产品|贷款|债券|合同|股价)")


def described(scene: Scene) -> Subject | None:
    """The name that the number describes, directly behind it (估值200亿元的甲公司)."""
    number = scene.number
    if scene.text[number.end : number.end + 1] != "的":
        return None
    for mention in scene.sentence.mentions:
        if mention.start > number.end + 1:
            break
        if mention.start == number.end + 1 and mention.role == "subject" and mention.kind != "self":
            told = ATTRIBUTE.search(scene.text, max(scene.sentence.start, number.start - 14), number.start)
            if told and not OF_IT.match(scene.text, mention.end):
                return subject_of_run([mention], "described by the number")
    return None


SOLD = lazy(r"[0-9.万千百多余]+[台辆架部艘颗枚只]")
"""How many of a product: 500台, unlike 3款."""
PRICE = lazy(r"起?(?:[起开]?[卖售])?的(?:[0-9]+[台辆架部艘])?[“「]?")
TAKEN = lazy(
    r"(?:采购|订购|购买|购入|购置|部署|引进|租用|租赁|使用|配备|接入|投放|上架|搭载|采用|销往|供应)了?[^，。；]{0,4}$"
)
"""Before the products that another has bought."""


def of_goods(scene: Scene) -> Subject | None:
    """The product directly behind how many of it there are (500台“小布米”), or behind its price
    (2.99万元起的K1), with its maker where that stands between.
    """
    number, text = scene.number, scene.text
    if number.unit not in GOODS:
        return None
    price = PRICE.match(text, number.end) if number.unit != "count" else None
    if price is None and not (number.unit == "count" and SOLD.fullmatch(number.surface)):
        return None
    at = price.end() if price else number.end + (text[number.end : number.end + 1] in "“「")
    named = [m for m in scene.sentence.mentions if m.start >= at][:2]
    firm = named[0] if named and named[0].kind == "firm" and named[0].start == at else None
    model = named[-1] if firm else named[0] if named else None
    if model is None or model.kind != "model" or text[firm.end if firm else at : model.start].strip("的 “「"):
        return None
    if not price and TAKEN.search(text, scene.clause_start, number.start):
        return None
    named = scene.eligible(scene.clause_start, number.start)
    maker = firm or next((m for m in reversed(named) if m.kind == "firm"), None)
    pair = (maker.ids[0], maker.names[0]) if maker else None
    return Subject((), pair, (model.ids[0], model.names[0]), "directly behind")


GOODS = frozenset({"count", "CNY", "USD"})
NAMED_LATER = lazy(r"(?:宝座|位置|名次|席位)?的，?(?:则|就|便|正)?是(?:[^，。；]{0,16}的)?")
"""稳坐第三宝座的，则是表现亮眼的某某."""
LARGEST = frozenset(("省", "市", "省份", "城市", "国", "经济体", "强省", "强市", "县", "强县"))
"""Between a rank and the place that holds it: 外贸第一大省某省."""
NAMING = frozenset(("为", "是", "则为", "则是", "的为", "的是", "的则是", "分别为", "：", "依次为"))


COUNTED = lazy(r"[，,](?:一?共有?|共计|总计|合计|多?达|数量[为达]?|有)$")


LONGEST_COUNTED = 3
"""Code points that COUNTED takes of the number's own clause."""


PART_OF_ALL = lazy(r"[，,][^，。；]{0,12}(?:合计|共|总)?占[^，。；]{0,16}$")


SPREAD = lazy(r"(?:集中|分布|聚集|集聚|汇聚)(?:在|于)?$")


SETTLED = lazy(r"(?:落户|落地|入驻|进驻|扎根|落子)(?:在|于|到)?$")
FROM = lazy(r"(?:来自|源自)$")
ACTORS = lazy(r"(?:企业|公司|厂商|展商|机构|选手|院校|高校|学生|游客|旅客)(?:[^，。；]{0,4})$")
"""Who are counted by where they come from (来自甲省的参展企业有3200家), unlike a firm's orders."""
HAS = lazy(r"[市省区县]?的[^，。；：]{2,18}?(?:已有|已达|共有|有|已经?超过?|达到?)$")


def counted_there(scene: Scene, start: int, between: str) -> bool:
    """Does the number count what has settled at the place (落户甲省的百强企业有18家)?"""
    if scene.number.unit != "count" or not HAS.fullmatch(between):
        return False
    before = max(0, start - 5)
    if SETTLED.search(scene.text, before, start):
        return True
    return FROM.search(scene.text, before, start) is not None and ACTORS.search(between) is not None


def gathered_at(scene: Scene) -> Subject | None:
    """The places where things are said to be, before their number (主要分布在北京，共有20家), or before the
    part of all that they hold (主要集中在北京、上海，占全国的八成).
    """
    counted = scene.number.start - scene.clause_start <= LONGEST_COUNTED
    if not counted and scene.number.unit not in {"percent", "count"}:
        return None
    placed = [
        mention
        for mention in scene.sentence.mentions
        if mention.end <= scene.number.start and mention.role == "origin" and mention.kind == "region"
    ]
    if not placed:
        return None
    run = runs(placed, scene.text)[-1]
    between = scene.text[run[-1].end : scene.number.start]
    if counted and COUNTED.fullmatch(between):
        return subject_of_run(run, "place where they are")
    if counted_there(scene, run[0].start, between):
        return subject_of_run(run, "place where they are")
    lead = scene.text[max(0, run[0].start - 4) : run[0].start]
    if scene.number.unit == "percent" and SPREAD.search(lead) and PART_OF_ALL.fullmatch(between):
        return subject_of_run(run, "place where they are")
    return None
