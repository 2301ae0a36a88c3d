"""A wide land amid a clause (光纤激光器全球市场占有率) says where something is measured, and is not whom the
number speaks of.
"""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.extract.reference import regions
from flows.extract.subject.subjects import Scene, Subject, in_sentence
from flows.patterns import lazy

WIDE = frozenset({"CHN", "001"})
NARROW = frozenset({"province", "city", "county", "zone"})
SAID = lazy(
    r"(?:显示|表明|指出|称|认为|介绍|透露|表示|预计|预测|估计|统计|发现|公布|发布|披露|了解|获悉|测算|来看|方面)"
)
FREE = lazy(
    r"[0-9一二三四五六七八九十两年月日号至到底末初前后半季度上下去今明当本同期截止近来以间内时中“「（、：在从对于还也则而但将使让令，]*"
)
"""What may stand in a clause before whom it speaks of: times and links; before them, who says it."""
LINKS = lazy(r"^(?:目前|此外|其中|同时|另外|全年|累计|有望)")


def past_land(found: Subject, scene: Scene, last: Subject, same: bool, kind: str) -> Subject | None:
    """Who is spoken of instead, where the segment names but a wide land amid its clause."""
    if found.rule != "segment" or found.firm or len(found.regions) != 1 or scene.number.unit == "multiple":
        return None
    if found.regions[0][0] not in WIDE:
        return None
    named = scene.eligible(scene.floor, scene.number.start)
    land = next((m for m in named if m.ids == found.regions[0][:1]), None)
    if land is None or land.surface in APART or not is_amid(land, scene):
        return None
    if same and (last.firm or last.model or is_narrow(last)):
        return last.by("subject of the claim before")
    opener = in_sentence(scene, kind)
    if opener and (opener.firm or is_narrow(opener)) and opener.rule.startswith("opens"):
        return opener
    return None


APART = frozenset({"大陆", "中国大陆", "内地", "中国内地"})
"""Names of the mainland beside other places."""


def is_amid(land: Mention, scene: Scene) -> bool:
    """Does more than a time, a link or a source stand before it in its clause?"""
    start = scene.sentence.clause_start(land.start)
    said = [found.end() for found in SAID.finditer(scene.text, start, land.start)]
    head = LINKS.sub("", scene.text[said[-1] if said else start : land.start])
    return FREE.fullmatch(head) is None


def is_narrow(subject: Subject) -> bool:
    """Is it a place within a land?"""
    if len(subject.regions) != 1:
        return False
    region = regions().get(subject.regions[0][0])
    return region is not None and region.level in NARROW
