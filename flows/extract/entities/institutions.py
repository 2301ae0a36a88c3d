"""Firms and institutions that a text names by their form: a suffix (有限公司, 研究院), a
definition of a short name.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from flows.extract.cues import alternation, cue_words
from flows.extract.metric.nouns import light_verbs
from flows.extract.reference import read_reference
from flows.extract.words import has_word, tagged
from flows.patterns import lazy

WINDOW = 26
"""Code points before a suffix within which a name can begin."""

PART_TAGS = frozenset(
    "n ns nt nz nr nrt nrfg nl ng vn an a b j eng l i s g z zg ag".split()  # noqa: SIM905
)
EDGE = lazy(r"[，。；：！？、（）()《》“”\"\n\s—…,;:]")
SHORT_NAME = lazy(
    r"^[（(][^（）()]{0,12}?(?:简称|下称|以下称|称)(?:为|：|:)?[“\"「]?([\w·]{2,12})[”\"」]?(?=[，,；）)])"
)
GENERIC_HEAD = lazy(
    r"^(?:[各多数几全该本某两这一家个批所些新型核心相关有关重点国内外本土民营国有上市科技互联网人工智能大型中小微型创业初创龙头头部"
    r"领军骨干知名著名一流高等]|企业|公司|专业|产业|行业|地方|海外|境外|生物|医药|制造|汽车|保险|证券|投资|能源|房地产|物流|建筑|培训|三级|二级|一级|乡镇|社区|综合|专科|定点|县级|市级|省级|国家级|本科|高职|高等|普通|基层|公立|私立|三甲|综合|民办|独立|股份|控股|子|母|分|总)*$"
)


@dataclass(frozen=True, slots=True)
class Institution:
    """A firm or institution that the text names. `firm_id` is made of the name: one
    entity across documents.
    """

    start: int
    end: int
    firm_id: str
    name: str
    short_name: str | None
    kind: str


@lru_cache(maxsize=1)
def suffixes() -> tuple[AhoCorasick, dict[str, str]]:
    """An automaton of every suffix, and the kind of institution that each tells."""
    uses = {row["suffix"]: row["use"] for row in read_reference("institution_tails")}
    kinds = {
        row["suffix"]: row["kind"]
        for row in read_reference("institution_suffixes")
        if uses.get(row["suffix"], "both") == "both"
    }
    kinds.update((suffix, "facility") for suffix, use in uses.items() if use == "facility")
    return AhoCorasick(list(kinds), matchkind=MatchKind.LeftmostLongest), kinds


def discovered_id(name: str) -> str:
    """The id of an entity that only texts name: equal names are one entity."""
    return "d" + hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def find_institutions(text: str, places: list[tuple[int, int]]) -> list[Institution]:
    """Institutions in `text`; `places` are the spans of place names, where a name likes to begin."""
    automaton, kinds = suffixes()
    found: list[Institution] = []
    for _, begin, end in automaton.find_matches_as_indexes(text):
        suffix = text[begin:end]
        start = name_start(text, begin, places, found[-1].end if found else 0, suffix.endswith("公司"))
        if start is None:
            continue
        start += len(leading_verb(text[start:begin]))
        name = text[start:end]
        prefix = next((stop for place, stop in places if place == start and stop <= begin), start)
        if suffix.startswith("重点") and begin == prefix:
            continue  # 北京市重点实验室 is a rank of laboratories
        if kinds[suffix] == "facility" and OF_NATION.match(name):
            continue  # 国家算力枢纽 is a kind of hub
        if (
            GENERIC_HEAD.match(text[prefix:begin])
            and (prefix == start or begin > prefix and kinds[suffix] != "university")
            or len(name) > WINDOW + 8
            or not is_proper(text[start:begin], prefix > start, suffix)
        ):
            continue
        short = SHORT_NAME.match(text[end : end + 32])
        found.append(
            Institution(start, end, discovered_id(name), name, short[1] if short else None, kinds[suffix])
        )
    return found


OF_NATION = lazy(r"(?:全国|我国|中国)?(?:[两三四五六七八九十]大)?国家")
PROPER_TAGS = frozenset({"ns", "nz", "nr", "nrt", "nrfg", "nt", "eng", "z", "zg"})


def is_proper(head: str, begins_with_place: bool, suffix: str) -> bool:
    """Does something in the name before its suffix make it one of its own (not 智算中心, 三级医院)?"""
    if begins_with_place or suffix.endswith("公司") and suffix != "公司":
        return True
    return any(tag in PROPER_TAGS for _, tag in tagged(head))


def leading_verb(head: str) -> str:
    """A light verb that leads to the name and is no part of it (建设智算中心)."""
    match = light_verbs().match(head)
    return match[0] if match and len(head) > len(match[0]) else ""


def name_start(
    text: str, suffix_start: int, places: list[tuple[int, int]], floor: int, legal: bool = False
) -> int | None:
    """Where the name begins that ends in the suffix: at a place name, else at the first word of its
    noun run. A `legal` name (…有限公司) may hold verbs (云裳织造).
    """
    left = max(floor, suffix_start - WINDOW)
    for edge in EDGE.finditer(text, left, suffix_start):
        left = edge.end()
    start, run_start = suffix_start, None
    for word, tag in reversed(tagged(text[left:suffix_start])):
        inner = start < suffix_start and len(word) == 1
        verb = tag == "v" and (inner or legal and not light_verbs().match(word))
        if tag not in PART_TAGS and not verb:
            break
        start -= len(word)
        if tag in PART_TAGS:
            run_start = start
    first = run_start if run_start is not None else suffix_start
    begun = [place for place, end in places if first < end and left <= place < suffix_start]
    return begun[0] if begun else run_start


@lru_cache(maxsize=1)
def officers() -> re.Pattern[str]:
    """A firm's name before an officer's title: 青杉数据副总裁, 某某科技创始人."""
    titles = sorted(
        (row["title"] for row in read_reference("office_titles")), key=lambda title: (-len(title), title)
    )
    return re.compile(
        rf"(?:^|[，。；：、“”！？\n的和是与由据])([\u4e00-\u9fffA-Za-z0-9]{{2,10}}?)(?:集团)?(?:的)?(?:{'|'.join(titles)})"
    )


@lru_cache(maxsize=1)
def brands() -> re.Pattern[str]:
    """A brand by its last word (科技, 智能 …) where what follows treats it as a firm: 云际科技的“问渠”."""
    return re.compile(
        rf"(?:^|[，。；：、“\n由与和])([\u4e00-\u9fff]{{2,6}}?(?:{'|'.join(brand_tails())}))"
        rf"(?={TREATED_AS_FIRM.pattern})"
    )


BUSY = frozenset("已正拟曾近日今再又将成顺在于")


@lru_cache(maxsize=1)
def busy_brands() -> re.Pattern[str]:
    """A brand by its last word before an adverb and a verb of firms: 云脉智能已完成…."""
    return re.compile(
        rf"(?:^|[，。；：、“\n由与和])(([\u4e00-\u9fff]{{2,3}})(?:{'|'.join(brand_tails())}))"
        r"(?:已|正|拟|曾|近日|日前|今日|再次|又|将|正式|成功|顺利|在|于){1,3}[^，。；]{0,12}?"
        r"(?:宣布|发布|推出|完成|获得?|上市|递交|拥有|实现|交付|成立)"
    )


TREATED_AS_FIRM = lazy(
    r"的[^，。；]{0,8}[“《]|的?[“《A-Z]|旗下|自研|宣布|发布|推出|完成|获得?|股价|报\d|财报|CEO|三季报|年报|半年报|一季报"
)


CODED = lazy(
    r"(?:^|[，。；：、“”\n])([\u4e00-\u9fffA-Za-z]{2,8})"
    r"[（(](?:[036]\d{5}(?:\.S[HZ])?|\d{4,5}(?:\.HK|-HK|\.TW)"
    r"|(?:NASDAQ|NYSE|HKEX|SEHK|港股|美股|股票代码)[:：]?\s?[A-Z0-9.]{1,9})[）)]"
)
"""A firm before its code on an exchange: 云帆精工（603999.SH）."""
QUOTED_FIRM = lazy(r"(?:企业|公司|厂商|独角兽|品牌|机构|平台|园区|空间)[“「]([\w·]{2,10})[”」]")
NOT_A_NAME = lazy(
    r"^[被让使最更把将]|厂商$|车企$|巨头$|平台$|板块|概念|赛道|国产|我国|^(?:行政|联合|首席|执行)$|公司|企业|集团$|该|本|某|这|其|前|现任|原|时任|我|他|她|记者|副$|担任|出任|多|各|家|名|位|中国|国内|全球|人工智能|大模型|行业|产业|部$|中心$|事业|办公室|研究员|分院|联席|常务|执行|高级|担|任"
)


def introduced_names(text: str) -> list[tuple[str, str, str]]:
    """Short names that a document gives its firms, as (short name, full name, kind):
    definitions, officers' firms.
    """
    automaton, _ = suffixes()
    titles, tails = introducers()
    names: dict[str, None] = {}
    if titles.find_matches_as_indexes(text):
        for match in officers().finditer(text):
            if not NOT_A_NAME.search(match[1]) and not automaton.find_matches_as_indexes(match[1]):
                names[match[1]] = None
    if "“" in text or "「" in text:
        names.update((match[1], None) for match in QUOTED_FIRM.finditer(text))
    if "）" in text or ")" in text:
        names.update((match[1], None) for match in CODED.finditer(text))
    ends = tails.find_matches_as_indexes(text, overlapping=True)
    if any(TREATED_AS_FIRM.match(text, end) or text[end : end + 1] in BUSY for _, _, end in ends):
        for match in brands().finditer(text):
            if not NOT_A_NAME.search(match[1]):
                names[match[1]] = None
        for match in busy_brands().finditer(text):
            if is_coined(match[2]) and not NOT_A_NAME.search(match[1]):
                names[match[1]] = None
    for match in COINED.finditer(text) if ends else ():
        if is_coined(match[2]) and not NOT_A_NAME.search(match[1]):
            names[match[1]] = None
    return [(name, name, "firm") for name in names]


COINED = lazy(
    rf"(?:^|[，。；：、“”（\n与和由及])(([\u4e00-\u9fff]{{2,3}}){alternation('firm_tail')})"
    r"(?!园|城|馆|奖|节|周|股|部|厅|局|大[会学赛]|论坛|产业|企业|公司|中心"
    r"|领域|赛道|行业|人才|创新|成果|工作)"
)
FUNCTION_WORDS = frozenset(
    "这那各多某本该其此两几个我他们的和与及等是有在为到从了将把被对向以不新老大小高低硬软"
)


def is_coined(head: str) -> bool:
    """Is the word made for a name (云岫科技), with no word of the dictionary in it?"""
    return not (FUNCTION_WORDS & set(head) or any(has_word(word) for word in parts_of(head)))


def parts_of(head: str) -> set[str]:
    """Every stretch of two code points or more of the head."""
    return {head[at:end] for at in range(len(head)) for end in range(at + 2, len(head) + 1)}


@lru_cache(maxsize=1)
def introducers() -> tuple[AhoCorasick, AhoCorasick]:
    """Officers' titles, last words of brands and firms: without any of them a text introduces no firm so."""
    titles = [row["title"] for row in read_reference("office_titles")]
    return AhoCorasick(titles), AhoCorasick(sorted({*brand_tails(), *cue_words("firm_tail")}))


def brand_tails() -> list[str]:
    """Words that a brand's name ends in."""
    return [row["suffix"] for row in read_reference("institution_tails") if row["use"] in {"brand", "both"}]


HEADLINE = lazy(
    rf"^(?:走进)?([\u4e00-\u9fffA-Za-z0-9]{{2,8}}?)(?=[：:]|{alternation('headline_verb')}|$)"
)
SELF_WORDS = lazy(r"(?:^|[，。；：“\n该])(?:公司|企业|集团|该校|该院|该行)")


AGAIN = lazy(r"(?:(?:[一二三四两首再又]次|第[一二三四五]次|正式|终于|最快|或|又|再|也|已|拟|将|欲)+)$")
"""What a headline says between the firm and its verb: 某某二次递表."""


def headline_firm(title: str, texts: list[str]) -> list[str]:
    """The firm that opens a headline (云帆出行：…), where the text then speaks of 公司 or 该校."""
    match = HEADLINE.match(title)
    name = AGAIN.sub("", match[1]) if match else ""
    if len(name) < 2 or NOT_A_NAME.search(name) or not any(SELF_WORDS.search(text) for text in texts[1:]):
        return []
    words = tagged(name)
    return (
        []
        if all(tag in {"n", "v", "vn", "ns", "a", "d", "t", "m"} and len(word) > 1 for word, tag in words)
        and len(words) == 1
        else [name]
    )
