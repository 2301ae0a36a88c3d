"""The one volume (销量, 交付量) that an article is about, for goods that it counts without saying so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from flows.extract.cues import alternation, cue_words
from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import OTHER, metric_for, unit_kind
from flows.extract.metric.viewed import LEVEL_RULE, MEASURED_SO
from flows.extract.numbers.number import Number
from flows.patterns import holds, lazy


@lru_cache(maxsize=1)
def goods() -> frozenset[str]:
    """Classifiers of goods that are sold by the piece."""
    return frozenset(cue_words("goods_classifier"))


VOLUME = lazy(alternation("volume_noun"))
HALF_OF_VOTES = 0.5


def main_volume(texts: Iterable[str]) -> str:
    """The one volume (销量, 交付量) that the article speaks of: half of all mentions, its opening thrice."""
    votes: Counter[str] = Counter()
    for index, text in enumerate(texts):
        for match in VOLUME.finditer(text) if holds(text, volume_stems()) else ():
            votes[volume_name(match[0])] += 3 if index < 2 else 1
    if not votes:
        return ""
    word, count = max(votes.items(), key=lambda item: (item[1], item[0]))
    return word if count >= HALF_OF_VOTES * sum(votes.values()) else ""


@lru_cache(maxsize=1)
def volume_stems() -> tuple[str, ...]:
    """The volumes that hold no other one: a text that names a volume holds one of these."""
    words = cue_words("volume_noun")
    return tuple(word for word in words if not any(other in word for other in words if other != word))


def volume_name(word: str) -> str:
    """The volume that a word stands for: 交付 and 交付榜 speak of the 交付量."""
    return word if word.endswith("量") else word.removesuffix("榜") + "量"


def with_volume(measured: Measured, number: Number, volume: str, last: Topic | None) -> Measured:
    """Goods that a passage counts without saying whether sold or made are the article's volume, and so is
    what they rank by; `last` is the topic of the claim before.
    """
    kind = unit_kind(number.unit)
    if measured.own or measured.metric != OTHER or not volume or kind not in {"count", "rank"}:
        return measured
    if kind == "rank" and (last is None or last.written not in goods()) and measured.noun:
        return measured
    if MEASURED_SO.search(measured.noun) or measured.rule == LEVEL_RULE:
        return measured
    large = number.written_unit is None and number.value is not None and number.value >= 10000
    if kind == "count" and number.written_unit not in goods() and not (large and not measured.noun):
        return measured
    metric = metric_for(volume, volume, "count")
    return Measured(metric[0] if metric else OTHER, volume, "volume of the article", False)
