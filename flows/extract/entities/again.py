"""Products that an article has named are the same where it names them again, without the words that told what
they are: “云岫”质检系统 …, then 云岫每小时可检测….
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.cues import cue_words
from flows.extract.entities.coined import is_made_up
from flows.extract.entities.described import KIND, described_models
from flows.extract.entities.gazetteer import Hit
from flows.extract.entities.institutions import Institution
from flows.extract.entities.products import GENERIC, product
from flows.extract.entities.surfaces import Sense
from flows.extract.entities.wares import Maker

SOFTWARE = cue_words("software_tail")
OPENED, CLOSED = frozenset("“「"), frozenset("”」")
SHORTEST = 2
"""Code points before what a product is by which its name is told from a kind, at least (高炉大模型)."""


def named_again(text: str, products: dict[str, Sense]) -> Iterator[tuple[int, int, Sense]]:
    """Spans and senses of the products in a later passage; `products` are those named so far."""
    for name, sense in products.items():
        if name not in text:
            continue
        own = is_own(name)
        for match in re.finditer(bounded(name), text):
            start, end = match.span()
            quoted = text[start - 1 : start] in OPENED and text[end : end + 1] in CLOSED
            if own or quoted:
                yield start, end, sense


def bounded(name: str) -> str:
    """A pattern of the name where it is no part of a longer one in Latin letters."""
    before = "(?<![A-Za-z0-9.‑-])" if name[0].isascii() else ""
    after = "(?![A-Za-z0-9‑-]|[.][0-9])" if name[-1].isascii() else ""
    return before + re.escape(name) + after


def is_own(name: str) -> bool:
    """Is it a name of its own, wherever it stands?"""
    tail = next((tail for tail in SOFTWARE if name.endswith(tail)), "")
    if tail:
        return len(name) >= len(tail) + SHORTEST and not GENERIC.match(name)
    return is_made_up(name)


def models_of_institutions(text: str, institutions: list[Institution]) -> Iterator[tuple[str, Maker | None]]:
    """Models that hospitals, universities and firms make which the passage itself makes known."""
    if KIND in text and institutions:
        named: list[Hit] = [
            (one.start, one.end, (Sense("firm", (one.firm_id,), (one.name,), one.kind),))
            for one in institutions
        ]
        yield from described_models(text, named, {})


def learn(name: str, maker: Maker | None, versions: dict[str, Sense], makers: dict[str, Maker]) -> None:
    """Keep a model that the passage makes known, with its maker."""
    sense = versions.setdefault(name, product(name))
    if maker:
        makers.setdefault(sense.ids[0], maker)
