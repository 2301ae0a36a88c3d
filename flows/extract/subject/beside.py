"""The place or firm that stands directly before a number, or the place behind it."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.extract.levels import LOCAL
from flows.extract.metric.metrics import FREE
from flows.extract.subject.position import BRACKETS
from flows.extract.subject.runs import runs
from flows.extract.subject.subjects import Scene, Subject, subject_of_run
from flows.patterns import lazy

LINK = lazy(
    r"^(?:市|省|区|县)?(?:平均(?:水平|值)?|均值|的|有|则|约|达|达到|共|共有|为|以|仅|只|只有|也|已|还|就|将|将会|或将|现有|拥有|=|＝|是|估值|市值|占比|份额|高达|多达|仅为|大约|近|超|超过|逾|不到|不足|[:：]|—|-|、|（|\()*$"
)
BASED = lazy(
    r"(?:是|为|约为|相当于|超过|达到?|仅为|不[到足及]|接近|只有|[，,][约仅近只]"
    r"|(?<![所持拥占具含国共现握])有)(?:全|整个)?$"
)
DIFFERENCE = lazy(
    r"(?:高于|低于|快于|慢于|高出|低过|高过|超出|多出|超过|赶超|不及|领先于?|落后于?|多于|少于|优于|大于|小于|(?<!相)[比较])$"
)
RANK_BEFORE = lazy(r"第[0-9一二三四五六七八九十]{1,3}[名位]?的?$")


OWN_AMOUNT = lazy(r"的?[\u4e00-\u9fff]{0,8}?(?:总?量|数|额|规模|产值|人口|收入|水平|份额)[（(]")
"""Between a name and the amount in brackets of what it has: 甲国申请量（6100件）."""
WORK = lazy(
    r"[^，。；、（）()0-9]{0,16}?(?:中心|基地|项目|工厂|园区?|工程|平台|产线|电站|枢纽|数据城|[一二三四]期)[（(](?:总?投资(?:额)?)?[约近超]?"
)
"""Between the place or the firm that the name of a work begins with and its amount in brackets."""
LISTED = ("、", "，", "：", "和", "及", "与", "是", "为", "括", "如", "有")


def is_item(first: Mention, gap: str, scene: Scene) -> bool:
    """Do works stand in a list, each with its amount in brackets (甲市算力中心二期（78亿元）、…)?"""
    return scene.text.endswith(LISTED, 0, first.start) and WORK.fullmatch(gap) is not None


COMPARING = lazy(r"[是为较比]|相当于|超过?|[高低]于|同期")


def adjacent(scene: Scene) -> Subject | None:
    """The place or firm that stands directly before the number (北京34家, 高于成都的4.1亿元)."""
    bracketed = scene.text[scene.floor - 1 : scene.floor] in BRACKETS and scene.floor > scene.since
    near = named_near(scene, scene.since if bracketed else scene.floor)
    if not near:
        return None
    names = near[-1:] if bracketed else runs(near, scene.text)[-1]
    gap = scene.text[names[-1].end : scene.number.start].strip(" ")
    if not gap and scene.number.unit == "multiple" and BEING.search(scene.text, 0, names[0].start):
        return None  # 甲国是乙国12倍
    if bracketed and (OWN_AMOUNT.fullmatch(gap) or is_item(names[0], gap, scene)):
        return of_bracket(names, gap, scene)
    if bracketed and gap[:1] not in BRACKETS or gap == "、" and names[-1].kind != "region":
        return None
    if is_part_of_it(names[0], near, gap, scene):
        return None
    if gap == "的" and scene.number.unit == "rank" and names[0].role == "comparand":
        return None  # 成为仅次于甲国的第二大市场
    whole = summed_up(names, scene, gap)
    if whole:
        return whole
    if len(gap) <= 6 and LINK.match(gap):
        return linked(names, gap, bracketed, scene)
    return rivals_own(names, gap, scene)


def named_near(scene: Scene, floor: int) -> list[Mention]:
    """The names from `floor` to the number of which something is told or with which it is compared."""
    return [
        m
        for m in scene.sentence.mentions
        if floor <= m.start
        and m.end <= scene.number.start
        and m.kind != "self"
        and m.role in {"subject", "comparand"}
    ]


def of_bracket(names: list[Mention], gap: str, scene: Scene) -> Subject:
    """The place or the firm of whose amount or work brackets tell (甲国申请量（6100件）); it is compared
    where the clause before it compares.
    """
    head = names[0].start
    before = scene.text[scene.sentence.clause_start(head) : head]
    compared = OWN_AMOUNT.fullmatch(gap) and COMPARING.search(before)
    return subject_of_run(names, "compared place" if compared else "directly before")


def is_part_of_it(first: Mention, near: list[Mention], gap: str, scene: Scene) -> bool:
    """Is the number but a part or a multiple of what the name has (是甲国的三倍, 达到甲模型的80%)?"""
    unit = scene.number.unit
    if "的" in gap and (unit == "multiple" or unit == "percent" and not scene.number.surface.endswith("%")):
        return True
    if unit != "percent" or not gap.startswith("的"):
        return False
    opens = opens_at(first, near)
    based = BASED.search(scene.text[max(0, opens - 4) : opens].rstrip())
    return based is not None and not is_score(scene, first)


def linked(names: list[Mention], gap: str, bracketed: bool, scene: Scene) -> Subject | None:
    """The names that nothing but words like 有 or 达 part from the number, unless it is how far another one
    is from them (高于甲市3家).
    """
    first = names[0]
    ranked = bracketed and RANK_BEFORE.search(scene.text[max(0, first.start - 6) : first.start])
    if first.role != "comparand":
        return subject_of_run(names, "compared place" if ranked else "directly before")
    lead = scene.text[max(0, first.start - 5) : first.start]
    if not bracketed and "的" not in gap and DIFFERENCE.search(lead) and not is_level(scene):
        return None
    return subject_of_run(names, "compared place")


def rivals_own(names: list[Mention], gap: str, scene: Scene) -> Subject | None:
    """The rival whose own amount is told (超过对手上半年营收418亿元)."""
    if names[-1].role != "comparand" or scene.number.unit in FREE or not RIVALS_AMOUNT.fullmatch(gap):
        return None
    return subject_of_run(names, "compared place")


def summed_up(members: list[Mention], scene: Scene, gap: str) -> Subject | None:
    """The group whose members are added up behind its name (京津冀：北京+天津+唐山=152款)."""
    if len(members) < 2 or not SUM.match(gap):
        return None
    named = [one for one in scene.sentence.mentions if one.end < members[0].start]
    if not named or named[-1].level != "group":
        return None
    if scene.text[named[-1].end : members[0].start].strip() not in COLONS:
        return None
    return subject_of_run(named[-1:], "group that is summed up")


SUM = lazy(r"\s*(?:[=＝]|合计|合共|加起来|总共|共)")
COLONS = frozenset("：:")


def opens_at(mention: Mention, near: list[Mention]) -> int:
    """Where the name begins, with its maker's before it."""
    maker = next((m for m in near if m.kind == "firm" and 0 <= mention.start - m.end <= 1), None)
    return maker.start if maker and mention.kind == "model" else mention.start


def is_score(scene: Scene, compared: Mention) -> bool:
    """Is it the other's own score that a model's score before it is compared with (82%，超过乙的80.5%)?"""
    if compared.kind != "model" or not scene.text.endswith(PASSED, 0, compared.start):
        return False
    return scene.text.endswith("%", scene.sentence.start, scene.since)


PASSED = ("超过", "超过了", "达到", "不到", "不足")


def is_level(scene: Scene) -> bool:
    """Is it no difference from the compared place but its own (超过全国4%的平均水平)?"""
    return LEVEL.match(scene.text, scene.number.end) is not None


LEVEL = lazy(r"的(?:平均|均值|总体|整体)?(?:水平|均值|平均|占比|比重|增速|增幅)")
PART_OF = lazy(
    r"的(?:约|近|超过?|逾|仅|不到|不足|大约)*"
    r"(?:[0-9.]+(?:%|倍|/[0-9])|[一二三四五六七八九十百]+[分成倍]|[一过大]?半)"
)
OF_ITS = lazy(r"(?:市|省|区|县)?[^，。；：、（）0-9]{0,14}")


def whole_amount(scene: Scene) -> Subject | None:
    """The place whose own amount a share or a multiple is taken of (占全国131家的四成)."""
    number = scene.number
    if number.unit in FREE or not PART_OF.match(scene.text, number.end):
        return None
    named = [m for m in scene.sentence.mentions if scene.clause_start <= m.start and m.end <= number.start]
    if not named or named[-1].kind == "self" or named[-1].role not in {"base", "comparand"}:
        return None
    if not OF_ITS.fullmatch(scene.text, named[-1].end, number.start):
        return None
    return subject_of_run(named[-1:], "compared place")


BEING = lazy(r"(?:是|为|达|达到|相当于)$")
RIVALS_AMOUNT = lazy(
    r"(?:同期|当年|去年|上年|今年|全年|上半年|[一二三四]季度|第[一二三四]季度?|[0-9]{2,4}年)*的?"
    r"(?:[^，。；多少高低增减快慢了比出差]{2,10})(?:约|近|超过?|达|逾|为)?"
)
"""Between a rival and its own amount: 超过对手上半年营收418亿元; 比对手多3家 tells a difference."""


HERE_AS = lazy(r"[市省区县]?(?:籍|本土|本地)?(?:企业|公司|厂商|机构|高校|院校|品牌|车企|药企|选手|项目)")
LED = ("等", "这", "，", "。", "；", "：", "有", "\n")


def kind_there(scene: Scene) -> Subject | None:
    """The place of those whom the number counts (甲、乙等26家厦门企业入选), if it opens what is told."""
    number = scene.number
    if number.unit != "count" or number.surface[-1:] != "家" or not scene.text.endswith(LED, 0, number.start):
        return None
    for mention in scene.sentence.mentions:
        if mention.start == number.end and mention.level in LOCAL and HERE_AS.match(scene.text, mention.end):
            return subject_of_run([mention], "place of those counted")
    return None


def quoted_before(scene: Scene) -> Subject | None:
    """The place that a name in quotes begins with whose rank stands in brackets (“甲市集群”（第8位）)."""
    number = scene.number
    if number.unit != "rank" or scene.text[number.start - 2 : number.start] not in QUOTED:
        return None
    opened = scene.text.rfind("“", scene.sentence.start, number.start)
    for mention in scene.sentence.mentions:
        if mention.start == opened + 1 and mention.kind == "region":
            return subject_of_run([mention], "directly before")
    return None


QUOTED = ("”（", "”(")
