"""The place whose measures an article tells (甲省出台措施支持乙市…): what they give is its, not that of the
places that they name.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.depth import Part
from flows.extract.entities.mention import Mention
from flows.extract.levels import LOCAL
from flows.extract.reference import ancestors, regions
from flows.extract.subject.ballot import Place, agency_seat
from flows.extract.subject.modifiers import opens
from flows.extract.subject.subjects import NOBODY, Subject
from flows.patterns import lazy

RULE = "author of the measures"
LEAD = 2
"""Passages of the body in which an article says whose measures it tells."""
MEASURES = r"(?:措施|政策|意见|办法|细则|新政|条例)"
ISSUES = lazy(
    r"[^，。；：《》0-9]{0,24}?(?:出台|印发|发布|公布|推出|制定|下发)了?"
    rf"(?:[^，。；：《》]{{0,8}}《[^》]{{2,60}}{MEASURES}[^》]{{0,12}}》|[^，。；：《》]{{0,30}}{MEASURES})"
)
"""What an author does: 甲省政府办公厅近日印发《…若干措施》."""
GIVES = lazy(
    r"(?:奖励|补助|补贴|资助|给予|贴息|扶持|发放)[^。；\n]{0,30}[0-9]|[0-9][^。；\n]{0,14}(?:奖励|补助|补贴|资助)"
)
"""What measures give, with its amount: they are no plan."""


def author_of(parts: list[Part]) -> Subject:
    """The place of China that the headline or the lead says to have issued measures that give something."""
    told = (place_of(m) for part in lead_of(parts) for m in part[2] if ISSUES.match(part[1], m.end))
    place = next(filter(None, told), None)
    if place is None or not any(GIVES.search(part[1]) for part in parts if part[0].role == "body"):
        return NOBODY
    return Subject(regions=(place,), rule=RULE)


def lead_of(parts: list[Part]) -> Iterator[Part]:
    """The headline and the first passages of the body."""
    body = [part for part in parts if part[0].role == "body"]
    yield from (part for part in parts if part[0].role == "title")
    yield from body[:LEAD]


def place_of(mention: Mention) -> Place | None:
    """The place that is named, or whose agency is."""
    if mention.level == "agency":
        return agency_seat(mention)
    if mention.kind != "region" or mention.level not in LOCAL or mention.role != "subject":
        return None
    return (mention.ids[0], mention.names[0]) if mention.ids[0] in regions() else None


def set_aside_aided(author: str, text: str, mentions: list[Mention]) -> None:
    """Places within the author's, which its measures help, are no subjects unless they open a clause."""
    for mention in mentions:
        if mention.kind == "region" and mention.role == "subject" and mention.ids[0] in regions():
            if author in ancestors(mention.ids[0]) and not opens(text, mention):
                mention.role = "limit"
