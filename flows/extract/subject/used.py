"""Users, downloads and calls are told of a product, of its maker only where no product is named; the share of
a market is told of whoever has it.
"""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.metric.inherited import Measured
from flows.extract.metric.market_shares import is_share
from flows.extract.metric.metrics import metric_subjects
from flows.patterns import lazy

USED = lazy(alternation("usage_word"))


def kind_of(measured: Measured) -> str:
    """Of what the metric is usually said: a region, a firm, a model or any."""
    if measured.metric == "customer_count" and USED.search(measured.noun):
        return "model"
    if is_share(measured):
        return "any"
    return metric_subjects().get(measured.metric, "any")
