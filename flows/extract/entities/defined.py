"""Organisations that a text names in full and gives a short name: 甲省第二人民医院（以下简称“甲二院”）."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.cues import cue_words
from flows.extract.entities.beginnings import EDGE, ORDINAL, PART_TAGS, WINDOW, leading_verb
from flows.extract.entities.gazetteer import Hit, gazetteer
from flows.extract.entities.institutions import DAUGHTER, behind_kind, behind_role, discovered_id, suffixes
from flows.extract.entities.surfaces import Sense
from flows.extract.words import tagged
from flows.patterns import lazy

DEFINED = lazy(
    r"[（(][^（）()]{0,12}?(?:简称|下称|以下称)(?:为|：|:)?[“\"「]?([\w·]{2,12})[”\"」]?(?=[,，；）)或])"
)
WITHIN = lazy(r"[，,](?:以下)?简称(?:为|：|:)?[“\"「]?([\w·]{2,12})[”\"」]?[）)]")
"""The same where the whole name stands in the brackets: 甲农信（甲省农村信用社联合社，简称“甲农信”）."""
PART = lazy(r"(?:[一二三四五1-5]期)?(?:(?:改?扩?建设?|新建)?(?:项目|工程))?(?:[一二三四五1-5]期)?$")
"""What stands behind the name of a work and is no part of it: 二期项目."""
SPOKEN = frozenset({"agency", "association", "media"})
"""Kinds of organisations that are found, and placed, by their last words alone."""


def definitions(text: str, named: list[Hit]) -> Iterator[tuple[str, Sense]]:
    """Short names, and what they mean, that the text gives in brackets behind whole ones; `named` are the
    names known in it.
    """
    for found in (*DEFINED.finditer(text), *WITHIN.finditer(text)):
        end = found.start()
        start = start_of(text, end, found[1], named)
        known = [senses[0] for one, stop, senses in named if (one, stop) == (start, end)]
        sense = sense_of(PART.sub("", text[start:end]), known)
        if sense:
            yield from ((name, sense) for name in (sense.names[0], found[1], *without_place(found[1])))


def start_of(text: str, end: int, short: str, named: list[Hit]) -> int:
    """Where the whole name begins that ends there: it holds the characters of the short one, and before them
    what names are made of.
    """
    since = max(0, end - WINDOW)
    for edge in EDGE.finditer(text, since, end):
        since = edge.end()
    anchor = end
    for character in reversed(short):
        at = text.rfind(character, since, anchor)
        anchor = at if at >= 0 else anchor
    start = end
    for word, tag in reversed(tagged(text[since:end])):
        if start <= anchor and tag not in PART_TAGS and not ORDINAL.fullmatch(word):
            break
        start -= len(word)
    for owned in DAUGHTER.finditer(text, start, end):
        start = owned.end()  # 甲集团旗下乙有限公司
    start += len(leading_verb(text[start:anchor]))
    start = behind_role(text, behind_kind(text, start, anchor), end, [at for at, _, _ in named])
    before = [at for at, stop, senses in named if stop == start and senses[0].kind == "firm" and at >= since]
    return before[0] if before else start


def sense_of(name: str, known: list[Sense]) -> Sense | None:
    """The organisation that is called so: one that is known, else one that its last word tells."""
    if known and known[0].kind == "firm":
        return known[0]
    kind = next((kind for suffix, kind in suffixes()[1].items() if name.endswith(suffix)), "")
    if not kind and name.endswith(cue_words("work_noun")):
        kind = "facility"
    if kind in SPOKEN or not kind and not name.endswith(cue_words("org_tail")):
        return None
    return Sense("firm", (discovered_id(name),), (name,), kind or "firm")


def without_place(short: str) -> Iterator[str]:
    """What a short name that begins with a place is cut to: 省二医 of 甲省二医."""
    place = next((hit for hit in gazetteer().find(short) if not hit[0] and hit[2][0].kind == "region"), None)
    rest = short[place[1] - (short[place[1] - 1] in "省市") :] if place and place[1] > 1 else ""
    if len(rest) > 2 and rest not in suffixes()[1]:
        yield rest
