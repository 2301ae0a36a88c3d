"""Models whose names go on behind a known one (Qwen-Long), and versions that stand alone (R1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.entities.gazetteer import Hit, Sense, gazetteer
from flows.extract.entities.institutions import discovered_id
from flows.patterns import lazy

VARIANT = lazy(r"(?:[-‑][A-Za-z0-9]+(?:\.[0-9]+)?)+(?![A-Za-z0-9])")


def variant_of(sense: Sense, name: str) -> Sense:
    """A model whose name goes on behind that of a known one (Qwen-Long): one of its own."""
    return Sense("model", (discovered_id(name),), (name,), sense.level)


VERSION = lazy(r"[-‑ ]([A-Z][0-9]{1,2}(?:\.[0-9]+)?)$")


def versions_of(texts: list[str], hits: list[list[Hit]]) -> dict[str, Sense]:
    """Versions by which an article calls models that it names in full elsewhere: R1 beside DeepSeek-R1."""
    found: dict[str, Sense] = {}
    for text, named in zip(texts, hits, strict=True):
        for start, end, senses in named:
            if senses[-1].kind == "model":
                variant = VARIANT.match(text, end)
                name = text[start : variant.end() if variant else end]
                version = VERSION.search(name)
                if version:
                    found.setdefault(version[1], variant_of(senses[-1], name) if variant else senses[-1])
                sibling = SIBLING.match(text, start + len(name))
                if sibling:
                    found.setdefault(sibling[1], sibling_of(name, sibling[1], senses[-1]))
    return found


SIBLING = lazy(r"(?:和|与|及|、|/)([A-Z][0-9]{1,2}(?:\.[0-9]+)?)(?![A-Za-z0-9‑-])")
OWN_VERSION = lazy(r"([-‑ ]?)[A-Z]?[0-9]+(?:\.[0-9]+)?$")


def sibling_of(name: str, version: str, sense: Sense) -> Sense:
    """The model of the same family that only its version names: R1 in DeepSeek-V3和R1."""
    own = OWN_VERSION.search(name)
    whole = f"{name[: own.start()]}{own[1]}{version}" if own else f"{name}{version}"
    hits = gazetteer().find(whole)
    known = hits and hits[0][:2] == (0, len(whole)) and hits[0][2][-1].kind == "model"
    return hits[0][2][-1] if known else variant_of(sense, whole)


def lone_versions(text: str, versions: dict[str, Sense]) -> Iterator[tuple[int, int, Sense]]:
    """Spans and senses of versions that stand alone: V3和R1均降价."""
    for version, sense in versions.items():
        if version in text:
            alone = rf"(?<![A-Za-z0-9.‑-]){re.escape(version)}(?![A-Za-z0-9.‑-])"
            yield from ((match.start(), match.end(), sense) for match in re.finditer(alone, text))
