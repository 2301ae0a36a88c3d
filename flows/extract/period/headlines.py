"""Headlines that name no time: their numbers hold when those hold in the text that they repeat."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from flows.extract.claim import Claim, PassageReading
from flows.extract.metric.indices import OF_HEADLINE
from flows.extract.metric.metrics import OTHER
from flows.extract.passage_roles import HEADS
from flows.extract.period.alike import related
from flows.extract.period.periods import NONE
from flows.patterns import lazy

UNDATED = f"period: {NONE.rule}"
REPEATED = "period: of the figure that the headline repeats"
LEAD = 6
"""Passages with claims in which a headline's figures are sought."""
NEAR = Decimal("0.02")
"""By how much of its value a headline may round a figure."""
ABOUT = Decimal("0.1")
"""By how much it may where it says so (近三成 of 28.08%, 过百亿元 of 106.3亿元)."""


def date_exactly(passages: list[PassageReading]) -> None:
    """Give undated amounts of headlines the periods that the very same figures have in the first passages,
    before a statistic of the article dates them.
    """
    undated = [
        claim
        for reading in passages
        for claim in (reading.claims if reading.passage.role == "title" else ())
        if UNDATED in claim.rule and claim.unit in MONEY
    ]
    if undated:
        told = [reading for reading in passages if reading.claims and reading.passage.role == "body"][:LEAD]
        lead = [claim for reading in told for claim in reading.claims if claim.period_end]
        for claim in undated:
            date_as_repeated([claim], [one for one in lead if is_told_again(claim, one)])


MONEY = frozenset({"CNY", "USD", "HKD"})


def date_repeated(passages: list[PassageReading]) -> None:
    """Date what the lead, the headline and headings say without a time, and the text again with one."""
    date_lead(passages)
    date_headlines(passages)
    date_headings(passages)


def date_headlines(passages: list[PassageReading]) -> None:
    """Give the undated claims of headlines the periods of the same figures in the first passages."""
    titles = [reading for reading in passages if reading.passage.role == "title"]
    undated = [claim for reading in titles for claim in reading.claims if UNDATED in claim.rule]
    if not undated:
        return
    told = [reading for reading in passages if reading.claims and reading.passage.role == "body"][:LEAD]
    lead = [claim for reading in told for claim in reading.claims]
    date_as_repeated(undated, lead)


def date_lead(passages: list[PassageReading]) -> None:
    """Give the undated claims with which the text opens the periods of the same figures told again behind
    them (福建再添三个园区。7月22日，…三个园区获授牌).
    """
    told = [reading for reading in passages if reading.claims and reading.passage.role == "body"][:LEAD]
    claims = [claim for reading in told for claim in reading.claims]
    first = next((at for at, claim in enumerate(claims) if claim.period_end), 0)
    for at, claim in enumerate(claims[:first]):
        if UNDATED in claim.rule:
            again = [one for one in claims[at + 1 :] if is_told_again(claim, one)]
            date_as_repeated([claim], again)


def is_told_again(claim: Claim, other: Claim) -> bool:
    """Is it the very same figure of the same thing?"""
    if claim.value != other.value or claim.model != other.model:
        return False
    return claim.metric == other.metric and related(claim.noun, other.noun)


def date_headings(passages: list[PassageReading]) -> None:
    """Give the undated claims of headings the periods of the same figures in the passages behind them."""
    for index, reading in enumerate(passages):
        if reading.passage.role != "heading":
            continue
        undated = [claim for claim in reading.claims if UNDATED in claim.rule]
        if undated:
            behind = [one for one in passages[index + 1 : index + 1 + LEAD] if one.passage.role == "body"]
            date_as_repeated(undated, [claim for one in behind for claim in one.claims])


def date_as_repeated(undated: Iterable[Claim], told: list[Claim]) -> None:
    """Give each claim without a period that of the first of the others that says the same figure; a rounded
    one only where none says it exactly.
    """
    for claim in undated:
        exact = [other for other in told if other.value == claim.value and says_the_same(claim, other)]
        same = repeated(claim, (other for other in exact or told if other.period_end))
        if same:
            claim.period_start, claim.period_end = same.period_start, same.period_end
            claim.rule = claim.rule.replace(UNDATED, REPEATED)


NAMELESS = "metric: no metric named"
REPEATED_METRIC = "metric: of the figure that the headline repeats"


def name_headlines(passages: list[PassageReading]) -> None:
    """Give the claims of headlines that name no metric what the same figure in the text behind measures."""
    for index, reading in enumerate(passages):
        if reading.passage.role not in HEADS:
            continue
        bare = [claim for claim in reading.claims if is_bare(claim)]
        if not bare:
            continue
        behind = [one for one in passages[index + 1 :] if one.claims and one.passage.role == "body"][:LEAD]
        lead = [claim for one in behind for claim in one.claims if claim.noun]
        for claim in bare:
            same = repeated(claim, lead)
            if same and (same.metric != OTHER or not claim.noun):
                claim.metric, claim.noun, claim.scope = same.metric, same.noun, same.scope
                claim.rule = METRIC_RULE.sub(REPEATED_METRIC, claim.rule)


METRIC_RULE = lazy(r"metric: [^;]*")
STANDING = frozenset({"metric: clause rule", f"metric: {OF_HEADLINE}"})
"""Rules by which a rank of a headline is one of competitiveness, as long as the text says nothing else."""


def is_bare(claim: Claim) -> bool:
    """Does the claim of a headline not say itself what it measures?"""
    if claim.metric == OTHER:
        return NAMELESS in claim.rule or not claim.noun
    return claim.unit == "rank" and claim.rule.split(";", 1)[0] in STANDING


def repeated(claim: Claim, lead: Iterable[Claim]) -> Claim | None:
    """The first claim of the lead that says the number of the headline's claim, exact or rounded."""
    return next((other for other in lead if says_the_same(claim, other)), None)


def says_the_same(claim: Claim, other: Claim) -> bool:
    """Do two claims have one unit, measure and way of meaning, and about the same value?"""
    if (claim.unit, claim.measure, claim.modality) != (other.unit, other.measure, other.modality):
        return False
    if claim.unit == "rank":
        alike = claim.regions == other.regions and claim.firm == other.firm
        return claim.value == other.value and alike and bool(claim.regions or claim.firm)
    if claim.regions and other.regions and claim.regions != other.regions and claim.value != other.value:
        return False
    near = NEAR if claim.bound == "eq" else ABOUT
    return abs(claim.value - other.value) <= near * abs(other.value)
