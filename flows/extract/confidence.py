"""How sure a claim is to be right as a whole, by the rules that made it.

`rule_reliability.csv` says how often what a rule decided was right on annotated articles (as counted by
`tests/calibration.py`). Its rows `metric`, `measure`, `subject`, `period` and `modality` are the means of the
field, which stand for rules seen too seldom to judge; its row `claim` is how often a number taken for a claim
is one, with the right value and unit.
"""

from __future__ import annotations

from functools import lru_cache

from flows.extract.reference import read_reference

FIELDS = ("metric", "measure", "subject", "period", "modality")


@lru_cache(maxsize=1)
def reliabilities() -> dict[str, float]:
    """Rule, as `metric: noun, rule`, or field → share of its uses that were right."""
    return {row["rule"]: float(row["reliability"]) for row in read_reference("rule_reliability")}


@lru_cache(maxsize=1 << 12)
def confidence_of(rule: str) -> float:
    """In [0, 1]: the product of the reliabilities of the rules that `rule` names, each after its field."""
    return round(product_of(rule, reliabilities()), 3)


def product_of(rule: str, known: dict[str, float]) -> float:
    """1 where nothing is known at all."""
    product = known.get("claim", 1.0)
    for part in rule.split("; "):
        field = part.partition(": ")[0]
        product *= known.get(part, known.get(field, 1.0) if field in FIELDS else 1.0)
    return product
