"""Where the name of an institution begins that ends in a suffix: at a place or a noun run."""

from __future__ import annotations

from flows.extract.metric.nouns import light_verbs
from flows.extract.words import has_word, tagged
from flows.patterns import lazy

WINDOW = 26
"""Code points before a suffix within which a name can begin."""

PART_TAGS = frozenset(
    "n ns nt nz nr nrt nrfg nl ng vn an a b j eng l i s g z zg ag".split()  # noqa: SIM905
)
EDGE = lazy(r"[，。；：！？、（）()《》“”\"\n\s—…,;:]")
ORDINAL = lazy(r"第[一二三四五六七八九十]{1,3}")
"""A word by which towns tell their hospitals and schools apart: 甲市第六医院."""


def leading_verb(head: str) -> str:
    """A light verb that leads to the name and is no part of it (建设智算中心)."""
    match = light_verbs().match(head)
    return match[0] if match and len(head) > len(match[0]) else ""


def name_start(
    text: str,
    suffix_start: int,
    places: list[tuple[int, int]],
    floor: int,
    legal: bool = False,
    trade: bool = False,
) -> int | None:
    """Where the name begins that ends in the suffix: at a place name, else at the first word of its
    noun run. A `legal` name (…有限公司) may hold verbs (云裳织造), one with a line of `trade` (…电子公司) a
    word that no dictionary has, whatever it looks like.
    """
    left = max(floor, suffix_start - WINDOW)
    for edge in EDGE.finditer(text, left, suffix_start):
        left = edge.end()
    start, run_start = suffix_start, None
    for word, tag in reversed(tagged(text[left:suffix_start])):
        inner = start < suffix_start and len(word) == 1 and word != "是"  # 后是某某科技宣布…
        verb = tag == "v" and (inner or legal and not light_verbs().match(word))
        joined = joined_to(text, places, left, start - len(word), suffix_start) if word in JOINTS else None
        if joined is not None:
            return joined
        coined = trade and tag == "v" and len(word) > 1 and not has_word(word)
        opens = word == CHINA and start - len(word) == left and start < suffix_start
        if tag not in PART_TAGS and not verb and not coined and not opens and not ORDINAL.fullmatch(word):
            break
        start -= len(word)
        if tag in PART_TAGS or coined or opens:
            run_start = start
    first = run_start if run_start is not None else suffix_start
    if legal:
        begun = [place for place, end in places if left <= place < first and spans(text[end:first])]
        first = min(begun, default=first)
    begun = [place for place, end in places if first < end and left <= place < suffix_start]
    led = [place for place in begun if BROKEN.search(text, begun[0], place)] if legal else []
    return led[-1] if led else begun[0] if begun else run_start


CHINA = "中"
"""With which names of firms begin (中金数据集团): a word of direction behind any other."""
JOINTS = frozenset("与和")
SCIENCE = ("研究院", "研究所", "研究中心", "实验室", "重点实验室", "创新中心", "工程中心")
VERBAL = frozenset({"v", "vn", "vd"})
BODIES = lazy(r"政府|[市省区县]委|集团|公司|企业|大学|学院|医院|[局厅办]")


def joined_to(text: str, places: list[tuple[int, int]], left: int, at: int, suffix: int) -> int | None:
    """Where the place starts in whose institute's name 与 stands there (某市人工智能与机器人研究院)."""
    if not text.startswith(SCIENCE, suffix):
        return None
    for start, end in places:
        if left <= start and end <= at - 2:
            head = text[end:at].removeprefix("市").removeprefix("省")
            if len(head) < 2 or BROKEN.search(head) or BODIES.search(head) or "、" in head:
                continue
            if tagged(head)[0][1] not in VERBAL:
                return start
    return None


BROKEN = lazy(
    r"简称|下称|旗下|下属|所属|属下|子公司|[的和与及在由是了为向对让被把将从等]|[0-9]"
    r"|办起|创办|创立|开办|兴办|成立|落户|入驻|设立|注册|收购|引进|引入|参观|走进|来到|牵手"
)


def spans(between: str) -> bool:
    """Can the text behind a place belong to the name of a firm that begins with the place?"""
    return not BROKEN.search(between)
