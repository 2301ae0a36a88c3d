"""Whole sectors, which are no firm's: AI领域融资金额, 这样的企业有三家."""

from __future__ import annotations

from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import FIRMS
from flows.extract.subject.subjects import Subject
from flows.patterns import lazy

FALLEN_BACK = frozenset({"headline", "main firm", "main firm of the article"})
"""Rules of subjects that the sentence does not name."""
OF_SECTORS = FIRMS | {"market_size"}
SECTOR = lazy(r"领域|行业|赛道|全球|市场|产业(?!园|基金)")


def is_of_sector(subject: Subject, measured: Measured) -> bool:
    """Is a whole sector counted (AI领域融资金额, 这样的企业有三家), which is not the headline's firm?"""
    if not (subject.firm or subject.model) or subject.regions or subject.rule not in FALLEN_BACK:
        return False
    if measured.metric in OF_SECTORS:
        return measured.own
    return measured.metric in DEALS and SECTOR.search(measured.noun) is not None


DEALS = frozenset({"financing_amount", "financing_event_count", "investment_amount"})
