"""How sure a claim is to be right as a whole, by the rules that made it."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.reference import read_reference

UNKNOWN = 0.8


@lru_cache(maxsize=1)
def reliabilities() -> dict[str, float]:
    """Rule → share of its uses that were right on annotated articles."""
    return {row["rule"]: float(row["reliability"]) for row in read_reference("rule_reliability")}


@lru_cache(maxsize=1 << 12)
def confidence_of(rule: str) -> float:
    """In [0, 1]: the product of the reliabilities of the rules that `rule` names."""
    product = 1.0
    for part in rule.split("; "):
        product *= reliabilities().get(part, UNKNOWN if part.startswith("metric") else 0.97)
    return round(product, 3)
