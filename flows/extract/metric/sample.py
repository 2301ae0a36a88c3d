"""Firms of a sample: an article on the reports of 66 listed firms counts none but listed firms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from flows.extract.cues import alternation
from flows.extract.depth import Part
from flows.extract.metric.inherited import Measured
from flows.patterns import lazy

OF_SAMPLE = "part of the listed firms of the article"
REPORTS = lazy(alternation("stock_headline"))
"""What headlines of articles about listed firms hold: 年报, A股, 概念股."""
SAMPLE = lazy(
    r"(?:[0-9]|[十百余多几])家[^，。；：0-9]{0,14}?(?:上市(?:企业|公司|银行|车企|券商|药企)|概念股|[AH港]股(?:公司|企业))"
)


def is_about_listed_firms(headlines: Iterable[Part], rest: Iterable[Part]) -> bool:
    """Does a headline speak of reports or shares, and the text count the listed firms that it looks at?"""
    if not any(REPORTS.search(part[1]) for part in headlines):
        return False
    return any("家" in part[1] and SAMPLE.search(part[1]) for part in rest)


def of_sample(measured: Measured) -> Measured:
    """The same, firms counted as the listed ones that they are a part of."""
    if measured.metric != "firm_count":
        return measured
    return replace(measured, metric="firm_listed_count", rule=OF_SAMPLE)
