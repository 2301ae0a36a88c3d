"""Firms that only the parallel with a firm makes known: what opens its clause as the firm beside it does, and
has the same of the same unit, is a firm too (甲营收6.3亿美元，季增84%；乙2.2亿美元).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.extract.cues import alternation
from flows.extract.entities.gazetteer import gazetteer
from flows.extract.entities.institutions import discovered_id
from flows.extract.entities.listed_names import NO_NAME, is_name
from flows.extract.entities.mention import Mention
from flows.extract.entities.newcomers import NO_WORDS, is_fit
from flows.extract.entities.surfaces import Sense
from flows.extract.words import has_word, parted, tagged
from flows.patterns import holds, lazy

ITEM = lazy(
    r"(?:^|[，；。、：\n])(?:其中|此外|另外|而|其次是|再次是|以及|紧随其后的|第[一二三四五六七八九十]名的?)?"
    r"((?:[^，；。、：\n（）“”0-9]|[0-9]{1,4}[年月日季]|[（(][^（）()]{2,10}[）)]){2,20})"
    r"([0-9][0-9.,]*(?:[十百千万亿兆]|多|余)*)(%|个百分点|[A-Za-z]{1,4}|[\u4e00-\u9fff]{1,2})"
)
"""The beginning of a clause as far as its first number, the number and its unit."""
TIMES = lazy(
    rf"(?:(?:[12][0-9]{{3}}年|[0-9]{{1,2}}月份?|[0-9一二三四]+季度?){{1,2}}|{alternation('before_deed')}"
    r"|[今去前]年|[上下]半年|首季|期内|[（(][^（）()]*[）)])+"
)
BOUNDS = lazy(r"(?:约|近|超过?|逾|达到?|将近|接近|为|是|有|共|仅|只|剩|以|则|也|均|分别|的)+$")
"""What stands before a number whatever it measures."""
REACH = 2
"""Sentences from one to the other, at most."""


@dataclass(slots=True)
class Item:
    """What opens a clause, what leads from it to the first number (营收), that number's unit, and the number
    of the sentence.
    """

    start: int
    said: str
    unit: str
    order: int
    firm: Mention | None
    lead: str = ""


def with_parallel_names(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the unknown firms that stand beside known ones, in order."""
    if not any(one.kind == "firm" for one in mentions):
        return mentions
    items = items_of(text, mentions)
    known = [item for item in items if item.firm]
    asked = [item for item in items if item.firm is None]
    while known and asked:
        found = [(item, name) for item in asked for name in [name_beside(item, known)] if name]
        if not found:
            break
        for item, name in found:
            item.firm = firm_named(name, item.start, known[0])
            item.lead = lead_of(item.said[len(name) :])
        mentions = sorted([*mentions, *(item.firm for item, _ in found if item.firm)], key=lambda m: m.start)
        known = [item for item, _ in found]
        asked = [item for item in asked if item.firm is None]
    return mentions


def items_of(text: str, mentions: list[Mention]) -> list[Item]:
    """The clauses of the text that open with a firm or with what may be one, as far as a number."""
    items: list[Item] = []
    for match in ITEM.finditer(text):
        start, end = match.span(1)
        over = [one for one in mentions if one.start < end and start < one.end]
        firm = next((one for one in over if one.kind == "firm" and one.start == start), None)
        if firm is None and over:
            continue
        item = Item(start, match[1], match[3], text.count("。", 0, start), firm)
        if firm:
            item.lead = lead_of(match[1][firm.end - start :])
        items.append(item)
    return items


def lead_of(said: str) -> str:
    """What leads to a number, without times and bounds."""
    return BOUNDS.sub("", TIMES.sub("", said))


def name_beside(item: Item, known: Sequence[Item]) -> str:
    """The name that the item opens with, if one of the firms beside it is told of in the same way."""
    said = lead_of(item.said)
    for other in known:
        if other.unit != item.unit or abs(other.order - item.order) > REACH:
            continue
        name = said.removesuffix(other.lead) if other.lead else said
        name = BOUNDS.sub("", name)
        strict = other.lead == said.removeprefix(name)
        if item.said.startswith(name) and is_free(name, strict):
            return name
    return ""


def is_free(name: str, strict: bool) -> bool:
    """Can it be a name: made up, or by its tag a name where the parallel is `strict`?"""
    if not 2 <= len(name) <= LONGEST or holds(name, NO_WORDS):
        return False
    words = tagged(name)
    if has_word(name):
        return strict and is_name(name) and (words[0][1] in NAMES or sense_of(name) is not None)
    if not strict and not is_name(name) or NO_NAME.search(name) or name[-1] in TIME_ENDS:
        return False
    strange = any(len(word) > 1 and not has_word(word) for word, _ in words)
    return is_fit(name) and (strange or len(parted(name)) >= len(name) - 1)


def sense_of(name: str) -> Sense | None:
    """The firm that goes by the name, which is a word too (苹果)."""
    hits = gazetteer().find(name)
    whole = bool(hits) and hits[0][:2] == (0, len(name)) and hits[0][2][0].kind == "firm"
    return hits[0][2][0] if whole else None


LONGEST = 8
TIME_ENDS = frozenset("年月日天季期")
NAMES = frozenset({"nz", "nr", "nrt", "nrfg", "nt"})


def firm_named(name: str, start: int, beside: Item) -> Mention | None:
    """The firm of that name, as a mention like that of the firm beside it."""
    if beside.firm is None:
        return None
    sense = sense_of(name) or Sense("firm", (discovered_id(name),), (name,), "firm")
    return replace(
        beside.firm, start=start, end=start + len(name), ids=sense.ids, names=sense.names,
        level=sense.level, role="subject", surface=name, park=None,
    )  # fmt: skip
