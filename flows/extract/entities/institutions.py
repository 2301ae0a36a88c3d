"""Firms and institutions that a text names by their form: a suffix (有限公司, 研究院), a
definition of a short name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.beginnings import BROKEN, PART_TAGS, WINDOW, leading_verb, name_start
from flows.extract.entities.coined import is_made_up
from flows.extract.reference import read_reference
from flows.extract.words import tagged
from flows.patterns import lazy

SHORT_NAME = lazy(
    r"^[（(][^（）()]{0,12}?(?:简称|下称|以下称|称)(?:为|：|:)?[“\"「]?([\w·]{2,12})[”\"」]?(?=[，,；）)])"
)
GENERIC_HEAD = lazy(
    r"^(?:[各多数几全该本某两这一家个批所些新型核心相关有关重点国内外本土民营国有上市科技互联网人工智能大型中小微型创业初创龙头头部"
    r"领军骨干知名著名一流高等]|[省市县区境]内|全[省市县区]"
    rf"|{alternation('generic_head')})*$"
)
"""What says of which kind something is, and names none of the kind (主流新能源汽车, 城市副中心)."""

# kinds of institutions that decisions take together
SCHOLARLY = frozenset({"university", "institute", "hospital"})
RESEARCHING = frozenset({"university", "institute"})
TEACHING = frozenset({"university", "hospital"})
SITES = frozenset({"park", "facility"})


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


def find_institutions(
    text: str, places: list[tuple[int, int]], known: Sequence[tuple[int, int]] = ()
) -> list[Institution]:
    """Institutions in `text`; `places` are the spans of place names, where a name likes to begin, `known`
    those of names of firms.
    """
    automaton, kinds = suffixes()
    whole = {end: start for start, end in known}
    found: list[Institution] = []
    for _, begin, end in automaton.find_matches_as_indexes(text):
        suffix = text[begin:end]
        kind = kinds[suffix]
        if suffix.endswith(UNIVERSITY) and STUDENTS.match(text, end):
            continue  # 武汉在校大学生
        if found and goes_on(found[-1], text, begin, suffix, kind):
            found.append(institution(text, found.pop().start, end, kind, None))
            continue
        open_ = bracket_before(text, begin, places)
        start = where_it_begins(text, begin, suffix, open_, places, known, found[-1].end if found else 0)
        if start is None or whole.get(end, start) < start:
            continue  # the end of a legal name that is known
        prefix = next((stop for place, stop in places if place == start and stop <= begin), start)
        if text[start:prefix] in LANDS and kind not in SPOKEN:
            start = prefix  # 全国医院 are all hospitals
        if (
            is_counted(text, start, end)
            or is_graded(text, start, prefix, begin, end, suffix, kind)
            or is_generic(text, start, prefix, begin, end, suffix, kind, open_ is not None)
        ):
            continue
        short = SHORT_NAME.match(text[end : end + 32])
        found.append(institution(text, start, end, kind, short[1] if short else None))
    return found


def institution(text: str, start: int, end: int, kind: str, short_name: str | None) -> Institution:
    """The institution whose name stands between the two offsets."""
    name = text[start:end]
    return Institution(start, end, discovered_id(name), name, short_name, kind)


def goes_on(before: Institution, text: str, begin: int, suffix: str, kind: str) -> bool:
    """Does the name before go on to the suffix that begins there (某大学附属医院, 某集团农场有限公司)?"""
    if text.startswith(HAVING, before.end):
        return False
    if is_part_of(before, text[before.end : begin], kind):
        return True
    return is_member_of(before, text, begin) and suffix.endswith("公司")


def where_it_begins(
    text: str,
    begin: int,
    suffix: str,
    open_: int | None,
    places: list[tuple[int, int]],
    known: Sequence[tuple[int, int]],
    floor: int,
) -> int | None:
    """Where the name begins whose suffix stands at `begin`, behind verbs, owners and what it is said to be
    (投资者吉利…公司); `open_` is its bracket's (某某科技（武汉）有限公司).
    """
    legal = suffix.endswith("公司") and not is_trade(suffix)
    start = name_start(text, begin if open_ is None else open_, places, floor, legal, is_trade(suffix))
    if start is None or start == open_:
        return None
    for owned in DAUGHTER.finditer(text, start, begin):
        start = owned.end()
    for been in CAREER.finditer(text, start, begin):
        start = been.end()
    if legal and "由" in text[start:begin]:
        start = text.rindex("由", start, begin) + 1  # 中心由甲有限公司运营
    start += len(leading_verb(text[start:begin]))
    start = behind_kind(text, start, begin - 1)
    return behind_role(text, start, begin, [place for place, _ in (*places, *known)])


CAREER = lazy("(?:毕业|就读|任教|执教|任职|就职|供职|出身)于")
"""Before the name of a school or a firm that somebody has been at (创始人毕业于某某大学)."""


def is_counted(text: str, start: int, end: int) -> bool:
    """Is it a part of an event's name (第十届中国基金合伙人峰会) or counted (5家湖北实验室, 实验室12个)?"""
    if EVENT.match(text, end) and EDITION.search(text, max(0, start - 8), start):
        return True
    counted = COUNTED.search(text, max(0, start - 5), start) or COUNT_BEHIND.match(text, end)
    return counted is not None


def is_graded(text: str, start: int, prefix: int, begin: int, end: int, suffix: str, kind: str) -> bool:
    """Is it a rank or a grade that many have? `prefix` is where the place's name ends that it begins with."""
    if suffix.startswith("重点") and begin == prefix:
        return True  # 北京市重点实验室 is a rank of laboratories
    if GRADED.match(text, start, end):
        return True  # 国家级质量标准实验室 are a grade of laboratories
    # 国家算力枢纽 is a kind of hub
    return kind == "facility" and OF_NATION.match(text, start, end) is not None


def is_generic(
    text: str, start: int, prefix: int, begin: int, end: int, suffix: str, kind: str, bracketed: bool
) -> bool:
    """Does nothing in the name make it one's own (主流新能源汽车企业), or does it mean all of a place?"""
    placed = prefix > start
    computing = placed and suffix.endswith(COMPUTING)
    if not bracketed and not computing and GENERIC_HEAD.match(text[prefix:begin]):
        if not placed or begin > prefix and kind != "university":
            return True
    if end - start > WINDOW + 8:
        return True
    if not is_proper(text[prefix if is_trade(suffix) else start : begin], placed, suffix):
        return True
    # 浙江省医院数量 counts those of a place, 省内医院 are all of them
    return begin == prefix and (NUMBER_OF.match(text, end) is not None or text[prefix - 1] in "内全")


UNIVERSITY = "大学"
STUDENTS = lazy(r"生(?![命物态活产理殖医])|城(?![市乡])")
"""What makes of 大学 those who study, or their quarter: 在校大学生, but 某大学生命科学学院."""
EVENT = lazy(r"[\u4e00-\u9fff]{0,8}?(?:峰会|大会|论坛|年会|研讨会|博览会|大赛|洽谈会|颁奖)")
EDITION = lazy(r"第?[0-9一二三四五六七八九十百]+届[“《]?$")
"""Around a name that is but a part of an event's."""
NUMBER_OF = lazy(r"(?:的)?(?:数量|总数|总量|数[达为超])")
COUNTED = lazy(r"[0-9０-９一二两三四五六七八九十百余多几]\s?[家所个座间处批]$")
"""A number before what it counts."""
COUNT_BEHIND = lazy(r"(?:超过|[共有达约近超逾])*[0-9]+[多余]?[个家所座处](?=[，。；、）…！]|$)")
"""A number behind what it counts."""
PLACED = lazy(r"[（(]([^（）()]{2,6})[）)][\u4e00-\u9fff]{0,4}$")
"""What brackets hold in names of firms, a place or a part: 某某酒店（集团）股份有限公司."""


def bracket_before(text: str, begin: int, places: list[tuple[int, int]]) -> int | None:
    """Where the bracket with a place opens that a name holds before its suffix: 某某科技（武汉）有限公司."""
    if not any(mark in text[max(0, begin - 13) : begin] for mark in "（("):
        return None
    found = PLACED.search(text, max(0, begin - 13), begin)
    part = found and (found.span(1) in places or found[1] in cue_words("bracketed_part"))
    return found.start() if found and part else None


WITHIN = lazy(r"[\u4e00-\u9fff（）]{0,10}")


def is_part_of(whole: Institution, between: str, kind: str) -> bool:
    """Does the name go on from a university or an institute to one of its own (…大学第一附属医院)?"""
    if whole.kind not in SCHOLARLY or kind not in SCHOLARLY or not WITHIN.fullmatch(between):
        return False
    return not (BROKEN.search(between) or FOUNDS.search(between))


FOUNDS = lazy(r"牵头|联合|建设|组建|共建|打造|建立|承建|筹建|发起|获批|启动|建成|运营|联手")
"""What a university or an institute does with another one: 某大学牵头建设某研究院."""


def is_member_of(group: Institution, text: str, begin: int) -> bool:
    """Does the name of a company go on from that of its group (某某集团岚山农场有限公司)?"""
    if not group.name.endswith("集团") or not WITHIN.fullmatch(text, group.end, begin):
        return False
    if DAUGHTER.search(text, group.end, begin):
        return False
    return group.end < begin and all(tag in PART_TAGS for _, tag in tagged(text[group.start : begin]))


DAUGHTER = lazy(r"(?:旗下|下属|所属|属下|子公司)的?")
"""What says that the next firm is one of the group's."""
COMPUTING = ("计算中心", "智算中心", "超算中心", "算力中心")
"""What a place has one of, with nothing but what it computes in its name: 甲市人工智能计算中心."""
GRADED = lazy(
    r"(?:国家|省|市|区|县|部|世界|国际)级|(?:世界|全球|国际|国内|全国)(?:领先|一流|知名|顶尖|大学$)"
    r"|(?:中国|全国|全球|世界|亚洲|国内)?(?:[百千][大强]|[两三四五六七八九十]大|[0-9]{1,3}[大强])(?!集团|会)"
    r"|(?:当地|本地|[省市区县境园]内)(?!蒙)"
)
"""What many of a kind are called: 百强医院, 三大实验室, 当地钢厂."""
LANDS = frozenset(
    "全国 我国 国内 全球 海外 国外 境外 境内 各国 国内外 全省 全市 全区 全县".split()  # noqa: SIM905
)
"""Words for lands and for the text's own place that begin no name of a hospital, a park or a firm."""
SPOKEN = frozenset({"agency", "association"})
OF_NATION = lazy(r"(?:全国|我国|中国)?(?:[两三四五六七八九十]大)?国家")
PROPER_TAGS = frozenset({"ns", "nz", "nr", "nrt", "nrfg", "nt", "eng", "z", "zg"})


def is_proper(head: str, begins_with_place: bool, suffix: str) -> bool:
    """Does something in the name before its suffix make it one of its own (not 智算中心, 三级医院)?"""
    if is_trade(suffix):
        coined = begins_with_place and any(tag in NAME_TAGS for _, tag in tagged(head))
        return coined or is_made_up(head)  # 江苏恒岭液压设备公司, not 上海网络公司
    if begins_with_place or suffix.endswith("公司"):
        return True
    return any(tag in PROPER_TAGS or tag == SHORT and suffix[0] == "附" for _, tag in tagged(head))


NAME_TAGS = frozenset({"nz", "nr", "nrt", "nrfg"})
SHORT = "j"
"""The tag of abbreviations, by which universities lead the names of their hospitals (青大附院)."""
LEGAL_FORM = lazy(r"有限|股份|集团|控股|[总分]公司")


def is_trade(suffix: str) -> bool:
    """Is the suffix a line of business and 公司, which many words that are no name stand before?"""
    return suffix.endswith("公司") and not LEGAL_FORM.search(suffix)


LED_BY = lazy(rf"[\u4e00-\u9fffA-Za-z0-9]{{0,8}}?{alternation('firm_led')}")
"""What a firm is said to be before its name: 方案商某某有限公司."""


def behind_kind(text: str, start: int, end: int) -> int:
    """Where the name begins behind what the firm is said to be, which stands before `end`."""
    led = LED_BY.match(text, start, end)
    return led.end() if led else start


HAVING = ("有", "旗下", "下属", "所属")
ROLE = lazy(
    rf"(?:{alternation('firm_noun')}|机构|单位|投资者|投资方|投资人|股东"
    r"|让|由|经|因|助力|就?连|甚至|包括|[和与及])$"
)


def behind_role(text: str, start: int, end: int, names: list[int]) -> int:
    """Where the name begins behind what it is said to be (龙头企业贵州…集团, 投资者吉利…公司), or who has it
    (杭州有浙江大学).
    """
    behind = [
        at for at in names
        if start < at < end and (ROLE.search(text, start, at) or text.endswith(HAVING, start, at))
    ]  # fmt: skip
    return max(behind, default=start)
