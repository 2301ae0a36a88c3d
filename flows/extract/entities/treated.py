"""How a text treats a name that nothing tells: as a firm, as a person, as a place or a field."""

from __future__ import annotations

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.strange import KINDS, tails
from flows.extract.reference import read_reference
from flows.patterns import lazy
from flows.text.marks import is_name

ENOUGH = 4
"""Points of evidence for what only firms have or do."""
BETWEEN = (
    rf"(?:{alternation('before_deed')}|[0-9]{{1,4}}[年月日]份?|[“”」』》\s]|[（(][^（()）]{{1,24}}[）)])*"
)
"""What may stand between a firm's name and what it does."""
WITH = r"(?:[在与和同向为对以从因][^，。；、\n]{1,10}?)?"
"""With whom or where it does it: 在安徽建成, 与农户签订."""
AGENT = rf"(?:{alternation('firm_agent')}|{alternation('firm_alone')})"
DEED = rf"(?:{alternation('firm_does')}|{alternation('firm_may')})"
ONLY_FIRMS = lazy(rf"[，：]?{BETWEEN}{AGENT}")
DOES = lazy(rf"[，：]?{BETWEEN}{WITH}{DEED}")
HAS = lazy(rf"的{alternation('firm_has')}")
WEAK = lazy(rf"{BETWEEN}{alternation('firm_weak')}")
SAYS = lazy(rf"{BETWEEN}(?:表示|介绍|认为|指出|透露|称|说|直言|强调|坦承|坦言|补充|解释)")
"""What persons do, and firms by their speakers."""
PERSON = lazy(rf"[”」]?{alternation('person_after')}")
PLACE = lazy(alternation("place_after"))
OF_FIELD = lazy(
    r"(?:等|[两三四五]大)?[^，。；、]{0,2}(?:产值|总产值|增加值|产业|行业(?!绩)|领域|板块|赛道|集群|方向)"
)
"""What fields of industry have, which end in the same words as firms (南繁种业产值)."""
FOUNDED = lazy(r"(?:成立于|创立于|创办于|创建于|始建于|总部位于|总部设在)[^，。；]{0,12}?的$")
CALLED_FIRM = lazy(r"[”」]?的[^，。；]{0,6}?(?:企业|公司|品牌|厂商|工厂)")
IS_FIRM = lazy(rf"(?:是|作为)[^，。；：是有]{{1,20}}?(?:{alternation('firm_noun')}|厂)(?:之一)?(?=[，。；])")
"""What says of which kind the firm is: 云岫是全球第四大封测厂，."""
KIND_BEHIND = lazy(rf"(?:等|[两三四五]家)(?:[^，。；]{{0,8}}?){alternation('firm_noun')}")
COUNTED = lazy(r"[^，。；：、“”（）〔】《》\n][^，。；：、\n]{1,30}?[0-9]")
COUNTED_LATIN = lazy(
    rf"\s?{alternation('before_deed')}*[\u4e00-\u9fff][^，。；：、\n]{{1,30}}?[0-9][0-9.,]*"
    r"[多余]?[十百千万亿]*多?(?:[\u4e00-\u9fff]?元|[家名人条件座台辆单吨]|个(?:国家|城市|基地|省))"
)
"""A number in the clause of a name, behind Latin ones with a unit of what firms have."""
PRODUCT = lazy(
    r"[“”」]?[^，。；、的是在有将已0-9]{0,3}?(?:大?模型|操?作?系统|平台|客户端|App|APP|软件|浏览器|助手|手表|手环)"
)
"""What makes the name before it a product's: 某某座舱系统."""
OF_SYSTEM = lazy(r"[^，。；：0-9]{0,8}(?:模型|系统|平台|评测|基准|算力|会议|测试|科技资讯|消息|编译|报道)")
CLAUSE_MARKS = frozenset("，。；：、“「;:\n")
TIME_ENDS = "年月日季度期中后前"
BOUND = lazy(rf"(?:{alternation('before_deed')}|{DEED}|[的和与及等在以为是][^，。；])")
GOES_ON = lazy(rf"(?:{AGENT}|{DEED}|{alternation('before_deed')})")
LEFT_MARKS = frozenset("，。；：、“「（】,;:(\n 《·")
OPENS = (*KINDS, *cue_words("before_firm"), *cue_words("before_name"))
CLOSING = frozenset("”」》")
TITLES = (*(row["title"] for row in read_reference("office_titles")), *cue_words("official"))


def evidence(text: str, start: int, end: int) -> int:
    """How much the text treats the name there as a firm's; less than nothing where it is somebody, some
    place or a field of industry.
    """
    name = text[start:end]
    tailed = name.endswith(tails()) and not name.endswith("云")
    if PRODUCT.match(text, end):
        return 0
    if tailed and OF_FIELD.match(text, end) or SAYS.match(text, end) and is_name(name):
        return -ENOUGH
    if PERSON.match(text, end) or PLACE.match(text, end) or text.endswith(TITLES, 0, start):
        return -ENOUGH
    opened = is_opened(text, start)
    points = (ENOUGH if is_called(text, start, end) else 0) + done(text, end, opened)
    return points + (ENOUGH - int(not opened) if tailed else 0)


def is_opened(text: str, start: int) -> bool:
    """Does what may be a name stand behind a mark or a word that leads to names?"""
    return not start or text[start - 1] in LEFT_MARKS or text.endswith(OPENS, 0, start)


def is_called(text: str, start: int, end: int) -> bool:
    """Does the text say that it is a firm: 企业某某, 总部位于…的某某, 名为某某的公司?"""
    if CALLED_FIRM.match(text, end) or IS_FIRM.match(text, end):
        return True
    behind = text.endswith(KINDS, 0, start) or FOUNDED.search(text, max(0, start - 24), start) is not None
    return behind and (not "\u4e00" <= text[end : end + 1] <= "\u9fff" or BOUND.match(text, end) is not None)


def done(text: str, end: int, opened: bool) -> int:
    """What the text says of the name that ends there: what only firms have, what firms do."""
    if ONLY_FIRMS.match(text, end) or KIND_BEHIND.match(text, end):
        return ENOUGH
    if not opened or text[end : end + 1] in CLOSING:
        return 0
    if DOES.match(text, end) or HAS.match(text, end):
        return ENOUGH
    return ENOUGH // 2 if WEAK.match(text, end) else 0


def is_counted(text: str, start: int, end: int) -> bool:
    """Does the name open a clause that tells a number? So do persons, places and many things: the name itself
    has to be beyond doubt.
    """
    if start and text[start - 1] not in CLAUSE_MARKS and text[start - 1] not in TIME_ENDS:
        return False
    if PRODUCT.match(text, end):
        return False
    if text[end - 1].isascii():
        return COUNTED_LATIN.match(text, end) is not None and not OF_SYSTEM.match(text, end)
    return COUNTED.match(text, end) is not None


def goes_on(word: str) -> bool:
    """Is the word what is said of a firm, and no part of its name?"""
    return GOES_ON.match(word) is not None
