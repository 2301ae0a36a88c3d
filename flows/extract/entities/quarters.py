"""Parts of a land that share their last character: 东、中、西部 are 东部, 中部 and 西部."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.entities.gazetteer import Hit, gazetteer
from flows.patterns import lazy

SHARED = lazy(
    r"(?<![\u4e00-\u9fff])(?:(?:东北|[东中西南北])[、和及]){1,4}(?:东北|[东中西南北])部"
    r"(?![门队长委件]|分(?!别|布|占|列))"
)
PART = lazy(r"东北|[东中西南北]")


def quarters_of(text: str) -> Iterator[Hit]:
    """Hits of the parts that a list names without their 部; the last is written in full."""
    if "部" not in text or not ("、" in text or "和" in text or "及" in text):
        return
    for listed in SHARED.finditer(text):
        for part in PART.finditer(text, listed.start(), listed.end() - 2):
            word = part[0] if len(part[0]) == 2 else f"{part[0]}部"
            found = gazetteer().find(word)
            if found and found[0][:2] == (0, len(word)):
                yield part.start(), part.end(), found[0][2]
