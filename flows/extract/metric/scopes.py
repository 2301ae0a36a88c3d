"""The scope of a claim: the kind of thing counted, normalised so that unlike things are never compared."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.reference import read_reference
from flows.patterns import lazy

MEASURE_WORDS = lazy(r"(?:的)?(?:总?数量|总数|数目|个数|家数|规模|总量|总额|金额|数据|占比|比重|数)$")


@lru_cache(maxsize=1)
def synonyms() -> tuple[tuple[str, str], ...]:
    """Pairs of a written form and its normal form, longest first."""
    rows = [(row["written"], row["scope"]) for row in read_reference("scopes")]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@lru_cache(maxsize=1 << 14)
def scope_of(noun: str) -> str:
    """The noun without words of measure, in its normal form."""
    scope = MEASURE_WORDS.sub("", noun) or noun
    for written, normal in synonyms():
        scope = scope.replace(written, normal)
    return scope
