"""The short name that opens a headline, of characters of the full one below: 恒地, 恒基地产（00012）."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.entities.gazetteer import gazetteer
from flows.extract.entities.introduced import BEFORE_CODED, CODED
from flows.extract.entities.surfaces import Sense

OPENING = 3
"""The first passages, in which a report names its firm in full."""
SIZES = (3, 2)


def clipped_names(title: str, texts: list[str], known: dict[str, Sense]) -> Iterator[tuple[str, Sense]]:
    """The headline's short name with what it means: the firm whose code on an exchange stands first below."""
    coded = next((found for text in texts[:OPENING] if (found := CODED.search(text))), None)
    if coded is None or any(not start for start, _, _ in gazetteer().find(title)):
        return
    full = BEFORE_CODED.sub("", coded[1])
    hits = gazetteer().find(full)
    sense = next((hit[2][0] for hit in hits if not hit[0] and hit[1] == len(full)), known.get(full))
    short = next((title[:size] for size in SIZES if is_clipped(title[:size], full)), None)
    if short and sense and sense.kind == "firm":
        yield short, sense


def is_clipped(short: str, full: str) -> bool:
    """Is the short name made of characters of the full one in their order, its first among them?"""
    if short[:1] != full[:1] or full.startswith(short) or len(short) >= len(full):
        return False
    rest = iter(full)
    return all(char in rest for char in short)
