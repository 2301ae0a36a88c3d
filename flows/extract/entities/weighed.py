"""Firms that no list has, by all that the article shows of their names at once: each feature of a candidate
weighs what it was worth for the firms of annotated articles (`name_evidence.csv`, made by `tests.evidence`),
and the sum decides.
"""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import cue_words
from flows.extract.entities.candidates import Candidate, candidates_of
from flows.extract.entities.features import features_of, of_name
from flows.extract.entities.gazetteer import Hit
from flows.extract.entities.newcomers import is_fit
from flows.extract.entities.treated import PRODUCT
from flows.extract.entities.unlisted import is_officer
from flows.extract.reference import read_reference
from flows.memo import Memo

ENOUGH = {"L": 3.0}
"""Log odds from which a candidate is a firm, by its shape."""
ENOUGH_HAN = 1.0
SURE = 3.0
"""Log odds from which a name in a list may begin with a place or hold words of the trade (宁河钢铁)."""
HOPELESS = -2.5
"""Worth of a name by itself below which nothing around it makes it a firm's."""
WHOLE = 0.7
"""Share of the places of a name at which it may be one: else it is a part of words."""


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature."""
    rows = read_reference("name_evidence")
    return {f"{row['feature']} {row['value']}": float(row["weight"]) for row in rows}


def weight_of(one: Candidate) -> float:
    """The log odds that the candidate is a firm."""
    known = weights()
    return known["trait any"] + sum(
        known[feature] * share for feature, share in features_of(one).items() if feature in known
    )


def worth_of(name: tuple[str, str]) -> float:
    """What the name is worth by itself, with its shape."""
    known = weights()
    return sum([known.get(feature, 0.0) for feature in of_name(*name)])


WORTH = Memo(worth_of)


def is_like_a_name(name: str, shape: str) -> bool:
    """Can what stands around it make a firm's name of it?"""
    return WORTH[(name, shape)] > HOPELESS


def weighed_firms(texts: list[str], hits: list[list[Hit]]) -> list[str]:
    """Names of firms that the texts alone make known; `hits` are the names known already in each."""
    found = candidates_of(texts, hits, is_like_a_name)
    rated = sorted(((weight_of(one), one.name) for one in found.values()), reverse=True)
    held: dict[tuple[int, int], str] = {}
    whole = "\n".join(texts)
    for weight, name in rated:
        one = found[name]
        if weight < ENOUGH.get(one.shape, ENOUGH_HAN):
            continue
        places = [(index, at) for index, start, end in one.spots for at in range(start, end)]
        if any(is_other(held.get(place, name), name) for place in places):
            continue
        other = is_thing(one, texts) or is_part(name, one, whole) or is_officer(name, whole)
        fit = is_fit(name) or weight >= SURE and is_listed(one, texts)
        if fit and not other:
            held.update((place, name) for place in places if len(name) > len(held.get(place, "")))
    edges = {
        (index, at)
        for index, named in enumerate(hits)
        for start, end, senses in named
        if senses[0].kind == "firm"
        for at in (start, end)
    }
    names = list(dict.fromkeys(held.values()))
    edges |= {(index, at) for name in names for index, *ends in found[name].spots for at in ends}
    return [name for name in names if not all(is_lone(*spot, texts, edges) for spot in found[name].spots)]


def is_lone(index: int, start: int, end: int, texts: list[str], edges: set[tuple[int, int]]) -> bool:
    """Is it the only firm of the list that it stands in the middle of?"""
    text = texts[index]
    listed = text[start - 1 : start] == text[end : end + 1] == "、"
    return listed and (index, start - 1) not in edges and (index, end + 1) not in edges


def is_other(held: str, name: str) -> bool:
    """Is what stands there already another name, not this with or without a last word?"""
    return not (held.startswith(name) or name.startswith(held))


def is_listed(one: Candidate, texts: list[str]) -> bool:
    """Does the name stand in a list?"""
    spots = [(texts[index], start, end) for index, start, end in one.spots]
    return any("、" in (text[start - 1 : start], text[end : end + 1]) for text, start, end in spots)


def is_thing(one: Candidate, texts: list[str]) -> bool:
    """Is what stands behind the name always what a product is, or a house of analysts?"""
    behind = [(texts[index], end) for index, _, end in one.spots]
    return all(PRODUCT.match(text, end) or text.startswith(THINGS, end) for text, end in behind)


THINGS = (*cue_words("product_kind"), *cue_words("analyst_house"))


def is_part(name: str, one: Candidate, whole: str) -> bool:
    """Does the name stand within words of the text as often as by itself?"""
    return len(one.spots) < WHOLE * whole.count(name)
