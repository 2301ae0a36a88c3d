"""Products that no list knows, by names in Latin letters or codes behind what they are (无人机HY-200) or
behind whose they are (某某旗下S5), and by a coined 小某 beside 机器人.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.gazetteer import Hit
from flows.extract.entities.latin import TERMS
from flows.extract.entities.surfaces import Sense
from flows.extract.words import has_word
from flows.patterns import lazy

MORE = r"[-‑][A-Za-z0-9]+(?:\.[0-9]+)?"
WORD = r"[A-Z][A-Za-z0-9]*(?:\.[0-9])?"
NUMBER = rf"[0-9]{{1,3}}(?![0-9.,%％]|\s?{alternation('behind_quantity')})"
NAME = lazy(
    rf"(?<![A-Za-z0-9&./‑_-])(?:{WORD}|[a-z]{{1,2}}[A-Z][A-Za-z0-9]+)"
    rf"(?:{MORE}| {WORD}| {NUMBER}){{0,3}}\+?(?![A-Za-z0-9&])"
)
"""A word with a capital, a code, or both: Alexa, R7, HY-200, Fold X3."""
KINDS = cue_words("ware_noun")
OWNED = lazy(
    rf"[”」]?(?:{alternation('owned_by')}|[“「\s的中了])*(?:[\u4e00-\u9fff]{{0,6}}{alternation('ware_noun')})?[“「\s]?"
)
"""What may stand between a maker and the name of its product: 的, 旗下新款手机."""
BESIDE_OWN = lazy(
    r"(?:大模型|模型|系统|平台)?(?:与|和|及|、|同|融入|接入)(?:[本该][院行校司所]|[本该自](?:公司|集团|家))"
)
"""Behind the name of a firm whose model another joins to one of its own: 把某某与本院自研的Y打通."""
PRICED = lazy(
    r"(?:售价|单价|定价|起售价|首发价|预售价)?(?:人民币)?[0-9][0-9.,]*万?元起?的(?:[0-9]+[台辆架部])?[“「\s]?"
)
"""The same where the price stands between: 甲公司2.99万元起的K1."""
MADE = lazy(rf"[\u4e00-\u9fff]{{0,6}}?{alternation('made_verb')}的[\u4e00-\u9fff]{{0,10}}[“「\s]?")
"""The same before a code, whatever the product is: 研制的倾转旋翼机."""
NOT_BEHIND = lazy(rf"[”」]?\s?{alternation('behind_no_ware')}")
USED = lazy(rf"[”」]?(?:(?:[^，。；]{{0,6}}?)?{alternation('app_own')}|\s?(?:App|APP|应用|助手|客户端|模型))")
USERS = lazy(
    rf"[”」]?\s?(?:的|已经?|目前|如今|则|也|还|分别|只|仅|拥有|维持|保持|达到?|突破|超过?|有|约|近|为|了|\s)*[0-9.]{{1,6}}\s?[万亿千百]{{1,2}}"
    rf"(?:[、和及][0-9.]{{1,6}}\s?[万亿千百]{{1,2}}){{0,3}}(?:左右|以上|量级|多)?的?\s?"
    rf"(?:{alternation('app_own')}|用户(?:数|规模|量)?(?=[，。；、]|$))"
)
"""What an app has so many of: 某某已经有2亿月活."""
LISTED = lazy(r"(?<![A-Za-z])([A-Z][a-z]+[A-Za-z]*(?:、[A-Z][a-z]+[A-Za-z]*)*)(?:、|和|与|及)$")
"""Other names before the last of a list."""
CODED = lazy(r"[0-9]|[- ][A-Z]{1,2}$")
"""In a name that is a code: R7, Model Y."""
WORDED = lazy(r"[A-Z]?[a-z]+[A-Za-z]*")
NO_NAME = lazy(
    rf"(?:[A-Z]|[12]?Q[1-4]|[12]H|FY[0-9]{4}.*|[A-Z]?[0-9]?[26][BCGVX]|{alternation('standard_name')}[0-9.-]*[A-Za-z]?)$"
)
"""Codes of quarters, rounds, standards and their like."""
ACRONYM = lazy(r"[A-Z]{2,5}$")
TESTS = lazy(rf"{alternation('benchmark')}(?:[- ]|$)")
REACH = 20
"""Code points before a name within which its maker's ends."""
AGENCIES = frozenset({"agency", "media", "association", "index"})
COINED = lazy(
    rf"{alternation('persona_noun')}[“「]?([小阿][\u4e00-\u9fff])|([小阿][\u4e00-\u9fffA-Z](?:AI|智能|语音)?助手)"
)
Maker = tuple[str, str]


def wares_of(
    text: str, named: list[Hit], introduced: dict[str, Sense], over: Maker | None = None
) -> Iterator[tuple[str, Maker | None]]:
    """Names of products that the text gives, with the firm whose they are where that stands before them.
    `named` are the names known in the text, `introduced` those that the article makes known, `over` is the
    firm whose name is the line above.
    """
    makers = makers_in(text, named, introduced)
    models = {start for start, _, senses in named if senses[-1].kind == "model" and not senses[-1].doubtful}
    for match in NAME.finditer(text):
        start = match.start()
        if start in models:
            continue
        led = next((end for end in makers if start < end < match.end() and text[end] == " "), start)
        name = text[led : match.end()].strip()
        start = match.end() - len(name)
        if not is_name(name) or NOT_BEHIND.match(text, match.end()):
            continue
        if name in HALVES and not SOLD.match(text, match.end()):
            continue
        if EDITION.fullmatch(name) and not RELEASED.search(text, max(0, start - 5), start):
            continue
        if over and not start and " " in name and not name.startswith(over[1]):
            yield name, over  # Azure AI Studio below 微软
            continue
        owner = owner_of(text, makers, start, CODED.search(name) is not None)
        told = text.endswith(KINDS, 0, start - (text[start - 1 : start] in QUOTES))
        if owner is not None and (told or is_owned(text, owner, start, match.end(), name, introduced)):
            yield name, makers[owner]
        elif told or match.end() not in makers and is_dealt_in(text, name, start, match.end()):
            yield name, None
        elif WORDED.fullmatch(name) and USERS.match(text, match.end()):
            listed = LISTED.search(text, max(0, start - REACH), start)
            for one in (*(listed[1].split("、") if listed else ()), name):
                yield one, None
    yield from ((name, None) for name in coined_in(text))
    yield from registered(text, makers)


REGISTERED = lazy(r"(?:^|[，。；：、\n“（和与及的])(?:其中|包括)?([\u4e00-\u9fff]{2,6})[”]?[®™]")


MARKED = frozenset("®™")


def registered(text: str, makers: dict[int, Maker]) -> Iterator[tuple[str, Maker | None]]:
    """Products by their trade marks (达伯平®), of the firm that the text names last before them."""
    for match in REGISTERED.finditer(text) if "®" in text or "™" in text else ():
        told = (end for end in makers if end <= match.start(1) and text[end : end + 1] not in MARKED)
        end = max(told, default=None)
        yield match[1], makers[end] if end is not None else None


CODE = r"[A-Z]{1,3}[0-9]{1,3}"
BESIDE = lazy(
    rf"(?<=[，、；和及])({CODE})(?=(?:车型)?(?:单月|当月|共|的)?(?:交付量?|销量|销售|售出|卖出|为|则|、|和|[0-9]))|(?<=[0-9万千百][台辆])({CODE})(?![A-Za-z0-9])"
)
"""A code where a list goes on with the next product: ，L8交付…; 3218辆P7."""


def siblings_of(
    text: str, named: list[Hit], introduced: dict[str, Sense], wares: list[tuple[str, Maker | None]]
) -> Iterator[tuple[str, Maker | None]]:
    """Products by codes like that of a product that the text gives its maker's name, in lists like that one:
    of the firm that the text names last before them.
    """
    coded = {name for name, maker in wares if maker and LIKE.search(name)}
    makers = makers_in(text, named, introduced) if coded else {}
    for match in BESIDE.finditer(text) if coded else ():
        name = match[1] or match[2]
        last = max((end for end in makers if end <= match.start()), default=None)
        if name not in coded and last is not None and is_name(name):
            yield name, makers[last]


LIKE = lazy(rf"(?:^|\s){CODE}$")


QUOTES = frozenset("“「 ")
EDITION = lazy(r"V[0-9]+(?:\.[0-9])?")
RELEASED = lazy(rf"{alternation('made_verb')}[了的]?\s?$")
"""Before the release of a model that is called by nothing else (发布V4), not the version of an app."""
HALVES = frozenset({"H1", "H2"})
SOLD = lazy(r"[^，。；]{0,6}?(?:售价|定价|起售|机器人|交付|发布|则|的|累计)")
"""What follows a product that is called like a half of a year."""


CODE_ALONE = lazy(
    r"(?!L[0-5]$|K12|G20)[A-Z][A-Za-z]{0,2}-?[0-9]{1,3}[A-Za-z]{0,3}(?: (?:Pro|Max|Ultra|Plus))?"
)
DEALT = lazy(
    rf"(?:(?:、|和|与|及){CODE_ALONE.pattern})*(?:的|首批|全年|单月|当月|上月|月|累计|合计|共|平均|也|则|已|仅|机器人|系列|车型)*"
    r"(?:起售价|售价|定价|预售价|起售|单价|起价|均价|出货|销量|卖出|交付|毛利率|开售|首销|整机|身高|体重|续航"
    r"|[两三四五六](?:个系列|款|个版本|个型号|种配置))"
)
"""What is said of goods that are sold: G1起售价9.9万元, G1和H1合计出货5500台, 分S1、G1两个系列."""
COSTS = lazy(r"\s?(?:人民币)?[0-9][0-9.]*万?元起?(?=[，。；、]|$)")
PRICED_AT = lazy(r"(?:的|首发|国行|国内)*(?:起售价|售价|定价|预售价|到手价|首发价|起价)")
"""What only goods have, whatever they are called: Livis售价1999元."""
BROUGHT_OUT = lazy(r"(?:发布|推出|亮相|上市|量产|开售)(?:[了过])?的$")


OUR_OWN = lazy(
    r"(?:公司|集团|医院|学校|银行|该行|我们|团队)(?:自主)?(?:自研|研发|开发|推出|打造|训练)(?:出|了)?的[“]?$"
)
"""Before the name of a product that a firm made itself: 公司自研的G-ChatBot."""


def is_dealt_in(text: str, name: str, start: int, end: int) -> bool:
    """Is the code that of goods by what stands beside it, whoever makes them?"""
    if OUR_OWN.search(text, max(0, start - 14), start):
        return True
    if not CODE_ALONE.fullmatch(name):
        return WORDED.fullmatch(name) is not None and PRICED_AT.match(text, end) is not None
    brought_out = BROUGHT_OUT.search(text, max(0, start - 6), start)
    told = DEALT.match(text, end) or COSTS.match(text, end)
    return brought_out is not None or told is not None


def owner_of(text: str, makers: dict[int, Maker], start: int, coded: bool) -> int | None:
    """Where the name of the firm ends whose product's name starts there."""
    for end in makers:
        if start - REACH <= end <= start:
            if OWNED.fullmatch(text, end, start) or PRICED.fullmatch(text, end, start):
                return end
            if coded and MADE.fullmatch(text, end, start):
                return end
    return None


def makers_in(text: str, named: list[Hit], introduced: dict[str, Sense]) -> dict[int, Maker]:
    """The firms that the text names, by where their names end."""
    firms = {
        end: (senses[0].ids[0], senses[0].names[0])
        for start, end, senses in named
        if senses[0].kind == "firm" and senses[0].level not in AGENCIES
        if not (start and text[start].isascii() and text[start - 1].isascii() and text[start - 1].isalnum())
    }
    for name, sense in introduced.items():
        if sense.kind == "firm" and sense.level not in AGENCIES:
            at = text.find(name)
            while at >= 0:
                firms[at + len(name)] = (sense.ids[0], sense.names[0])
                at = text.find(name, at + 1)
    return firms


def is_name(name: str) -> bool:
    """Is it no term, quarter or standard?"""
    first = name.replace("-", " ").split(" ")[0]
    if name in TERMS or TESTS.match(name) or NO_NAME.match(name) or len(name) < 2:
        return False
    if ACRONYM.match(name):
        return False
    return first not in TERMS or CODED.search(name, len(first)) is not None


def is_owned(text: str, owner: int, start: int, end: int, name: str, introduced: dict[str, Sense]) -> bool:
    """Is the name behind a firm's that of its product, and not of a part of the firm or a person?"""
    if CODED.search(name):
        return True
    if not WORDED.fullmatch(name):
        return False
    return name not in introduced or start == owner or USED.match(text, end) is not None


def coined_in(text: str) -> Iterator[str]:
    """Coined names of robots and assistants: 导诊机器人小愈, 小愈助手."""
    if "小" in text or "阿" in text:
        for match in COINED.finditer(text):
            if match[2]:
                yield match[2]
            elif not has_word(match[1]) and not has_word(text[match.start(1) : match.end(1) + 1]):
                yield match[1]
