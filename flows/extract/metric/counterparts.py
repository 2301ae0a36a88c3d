"""Lists with semicolons between their members: each opens with a number that says what the last one did."""

from __future__ import annotations

from flows.extract.metric.fitting import Topic

APART = "；"


def with_counterpart(
    topics: list[Topic], same_sentence: int, text: str, since: int, start: int, kind: str
) -> list[Topic]:
    """The topics, latest first, with that one put first which opened the member before, where the number's
    clause opens its own: in 甲投入9亿元，占营收的3%；乙8亿元 the second amount takes up the first. `since` is
    where the sentence begins, `start` where the number does.
    """
    own = text.rfind(APART, since, start) + 1
    if not own or not same_sentence or topics[0].at >= own or "，" in text[own:start]:
        return topics
    last = text.rfind(APART, since, own - 1) + 1 or since
    told = [topic for topic in topics[:same_sentence] if last <= topic.at and topic.kind == kind]
    if not told or told[-1] is topics[0]:
        return topics
    return [told[-1], *(topic for topic in topics if topic is not told[-1])]
