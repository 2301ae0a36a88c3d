"""Models that no list tells, by names in Latin letters with their version: an article says what they are, or
what only models have (某某-7B是一个语言模型, 某某 V2的上下文).
"""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.entities.gazetteer import Hit, Sense
from flows.extract.entities.products import product
from flows.patterns import lazy

NAME = (
    r"(?<![A-Za-z0-9.‑-])([A-Z][A-Za-z]*[a-z][A-Za-z]*(?:[-‑ ]?[0-9]+(?:\.[0-9]+)*[A-Za-z]?)?"
    r"(?:[-‑][A-Za-z0-9.]+)*(?:\s(?:V|v)?[0-9]+(?:\.[0-9]+)?)?)(?![A-Za-z0-9])"
)
IS_MODEL = lazy(
    rf"{NAME}(?:[（(][^（()）]{{1,20}}[）)])?[”」]?(?:"
    r"(?:是|为|作为)(?:一[个款种]|[^，。；]{0,8}(?:首个|首款|新一代|最新))[^，。；]{0,24}模型"
    rf"|的?{alternation('model_own')})"
)
"""What an article says of models only."""
VERSION = lazy(r"[0-9]|[-‑]")


def unlisted_models(texts: list[str], hits: list[list[Hit]]) -> dict[str, Sense]:
    """Models by the names that the texts treat as models'; `hits` are the names known already."""
    found: dict[str, Sense] = {}
    for text, named in zip(texts, hits, strict=True):
        if "模型" in text or "参数" in text:
            known = {start for start, _, _ in named}
            for match in IS_MODEL.finditer(text):
                if match.start(1) not in known and VERSION.search(match[1]):
                    found.setdefault(match[1], product(match[1]))
    return found
