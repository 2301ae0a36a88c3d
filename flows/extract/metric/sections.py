"""What the bare counts of a section count, by its heading: 二、创新平台 over 国家级：9个."""

from __future__ import annotations

from flows.extract.metric.fitting import UNDER_HEADING, Topic
from flows.extract.metric.metrics import OTHER, metric_for
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.patterns import lazy

ORDINAL = lazy(r"[\s•·●○■▶◆]*(?:[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．]\s*)?")
LONGEST = 14


def counted_below(heading: str) -> Topic | None:
    """The topic of the counts below a heading that is no more than what is counted, None for any other."""
    opened = ORDINAL.match(heading)
    said = heading[opened.end() if opened else 0 :].strip().rstrip("：:")
    if len(said) > LONGEST or is_generic(said) or phrase_before(said) != said:
        return None
    found = metric_for(said, f"{said}#个", "count")
    return Topic(found[0], said, "count", UNDER_HEADING) if found and found[0] != OTHER else None
