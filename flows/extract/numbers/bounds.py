"""Hedges: the words around a number that say how exact it is, touching it or not."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from flows.extract.cues import alternation, cue_words
from flows.extract.numbers.number import Bound
from flows.memo import Memo
from flows.patterns import lazy
from flows.places import REFERENCE


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge; `denied_by` are the characters on its far side that make another word of it (附近, 上下游)."""

    surface: str
    bound: Bound
    denied_by: str


@lru_cache(maxsize=1)
def _hedges() -> tuple[dict[str, tuple[Hedge, ...]], dict[str, tuple[Hedge, ...]]]:
    """Hedges before a number by their last character, hedges after it by their first, longest first."""
    before: dict[str, list[Hedge]] = defaultdict(list)
    after: dict[str, list[Hedge]] = defaultdict(list)
    with (REFERENCE / "hedges.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            surface, bound = row["surface"], cast(Bound, row["bound"])
            if row["place"] == "before":
                before[surface[-1]].append(Hedge(surface, bound, row["not_after"]))
            else:
                after[surface[0]].append(Hedge(surface, bound, row["not_before"]))
    return _longest_first(before), _longest_first(after)


def _longest_first(hedges: dict[str, list[Hedge]]) -> dict[str, tuple[Hedge, ...]]:
    return {
        key: tuple(sorted(found, key=lambda hedge: -len(hedge.surface))) for key, found in hedges.items()
    }


def _ending(tail: str) -> tuple[Hedge, ...]:
    """The hedges that a text can end with whose last two characters are these, longest first."""
    hedges = _hedges()[0].get(tail[-1:], ())
    return tuple(hedge for hedge in hedges if hedge.surface[-2:] in (tail, tail[-1:]))


def _opening(head: str) -> tuple[Hedge, ...]:
    """The hedges that a text can begin with whose first two characters are these, longest first."""
    hedges = _hedges()[1].get(head[:1], ())
    return tuple(hedge for hedge in hedges if hedge.surface[:2] in (head, head[:1]))


HEDGES_ENDING, HEDGES_OPENING = Memo(_ending), Memo(_opening)
"""Hedges by the two characters that a text ends or begins with."""


def hedge_before(text: str, at: int) -> tuple[Bound, int] | None:
    """The hedge that ends at `at` and where it starts."""
    for hedge in HEDGES_ENDING[text[at - 2 if at > 1 else 0:at]]:
        start = at - len(hedge.surface)
        if start >= 0 and text.startswith(hedge.surface, start):
            if start == 0 or text[start - 1] not in hedge.denied_by:
                return hedge.bound, start
            return None
    return None


def hedge_after(text: str, at: int) -> tuple[Bound, int] | None:
    """The hedge that starts at `at` and where it ends."""
    for hedge in HEDGES_OPENING[text[at:at + 2]]:
        if text.startswith(hedge.surface, at):
            end = at + len(hedge.surface)
            following = text[end:end + 1]
            if not following or following not in hedge.denied_by:
                return hedge.bound, end
    return None


_APPROXIMATE = r"(?<![预节合条公])(?:约|大约|大概|大致)(?!束)|差不多"
# a share's hedge stands before what it is a share of: 约占全国的一半, 超过全国总量的三成
_FAR_SHARE = lazy(
    rf"(?:(?P<approx>(?:{_APPROXIMATE})占?|接近|将近)|(?P<gt>超过|不低于|不少于|至少)|(?P<lt>不到|不足|不超过))"
    r"了?[^，。；！？、,;:：\d%]{1,12}的$"
)
# a hedge and a verb: 约增长12%, 最多可容纳800人, 至多延长6个月, 差不多有60万
_FAR_VERB = lazy(
    rf"(?:(?P<approx>{_APPROXIMATE})|(?P<gt>至少|最少|起码|不低于|不少于)|(?P<lt>最多|至多|顶多|最高不超过|不超过))"
    rf"{alternation('far_verb')}{{1,3}}了?$"
)
_FAR_LIMIT = lazy(r"(?:(?P<gt>至少|最少)|(?P<lt>最多|至多|顶多))[^的，。；：、！？\d]{1,5}$")
_LIMITS = frozenset("最至顶")
HINT = lazy("约|大[概致]|差不多|接近|将近|超过|不[低少超到足]|至[少多]|最[少多高]|起码|顶多|每")
"""One of them is in every hedge that does not touch its number, and 每 tells of a denominator."""
REACH = 18
"""Characters before a number in which they may stand."""
_VERB_ENDS = frozenset(word[-1] for word in cue_words("far_verb"))


def hedge_far(text: str, at: int, share: bool = False) -> Bound | None:
    """The bound that a hedge in the same clause sets without touching the number at `at`.

    `share`: the number is a share, whose hedge may stand before what it is a share of.
    """
    if not HINT.search(text, at - REACH if at > REACH else 0, at):
        return None
    found = None
    previous = text[at - 1:at]
    if previous == "的" and share:
        found = _FAR_SHARE.search(text, max(0, at - REACH), at)
    elif previous in _VERB_ENDS:
        found = _FAR_VERB.search(text, max(0, at - 12), at)
    if found is None and not _LIMITS.isdisjoint(text[at - 7 if at > 7 else 0:at]):
        found = _FAR_LIMIT.search(text, max(0, at - 7), at)
    return cast(Bound, found.lastgroup) if found else None
