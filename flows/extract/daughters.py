"""The firm that an article tells of whose headline names its group: 甲集团旗下乙有限公司（简称乙钢）."""

from __future__ import annotations

from itertools import pairwise

from flows.extract.depth import Part
from flows.extract.subject.subjects import Subject
from flows.memo import tally
from flows.patterns import lazy

LEAD = 3
"""Passages of the body in which an article names the daughter behind its group."""
LEAST = 2
"""Times that it names the daughter, at least, and not less often than the group."""
OWNS = lazy(
    r"(?:集团|公司)?的?(?:旗下|下属|所属|属下|全资|控股)的?(?:全资|控股)?(?:子公司|企业|公司|单位)?的?[“「]?"
)


def inner_firm(headline: Subject, parts: list[Part]) -> Subject | None:
    """The daughter of the headline's firm that the body tells of."""
    if headline.firm is None or headline.regions or headline.firms[1:]:
        return None
    group = headline.firm[0]
    body = [(text, mentions) for passage, text, mentions, _ in parts if passage.role == "body"]
    times = tally(m.ids[0] for _, mentions in body for m in mentions if m.kind == "firm")
    for text, mentions in body[:LEAD]:
        for whole, part in pairwise(m for m in mentions if m.kind == "firm"):
            owned = whole.ids[0] == group != part.ids[0] and OWNS.fullmatch(text, whole.end, part.start)
            if owned and times[part.ids[0]] >= max(LEAST, times[group]):
                return Subject(firm=(part.ids[0], part.names[0]), rule=headline.rule)
    return None
