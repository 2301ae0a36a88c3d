"""How sure a claim is: actual, target, forecast or hypothetical, by the words of
its clause and its period.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from flows.extract.modality_reach import COMPARED, CONVERTED, lasting, outdone, supposed_in, told_before
from flows.extract.modality_words import is_past, modality_words
from flows.patterns import lazy

Modality = Literal["actual", "target", "forecast", "hypothetical"]
Verdict = tuple[Modality, str]
"""A modality and the word or the rule that decided it."""
ACTUAL: Verdict = ("actual", "")

FAR = 45
"""Days behind the date of an article within which a period's end is still its present (this month's end)."""
FAR_OF_A_GUESS = FAR + 366
"""The same where the date was inferred: an article is later than the last day that it names."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a number: its `clause` to the end, the sentence `before` it, the `kinds` of words that
    its sentence may hold, the period from `start` to `end`; whether that is in the `future` of the article,
    and whether the clause says that it has come about (`past`).
    """

    clause: str
    before: str
    kinds: frozenset[str]
    start: date | None
    end: date | None
    published_on: date | None
    future: bool
    past: bool

    @property
    def over(self) -> bool:
        """Had the period ended when the article appeared?"""
        return bool(self.end and self.published_on and self.end < self.published_on)

    @property
    def last_part(self) -> str:
        """The sentence before the clause, from its last ； on, behind the head of a list (预测：甲…；乙…)."""
        *earlier, last = self.before.rsplit("；", 1)
        head, colon, _ = earlier[0].partition("：") if earlier else ("", "", "")
        return f"{head}{colon}{last}" if colon and "；" not in head else last


def modality_of(
    clause: str,
    sentence_before: str,
    period_start: date | None,
    period_end: date | None,
    published_on: date | None,
    kinds: frozenset[str],
    far: int = FAR,
) -> Verdict:
    """The modality and the word that decided it; `clause` ends with the number's own clause, `kinds` are the
    `kinds_in` its sentence, `far` the days after the article's date from which a period is in its future.
    """
    future = is_ahead(period_start, period_end, published_on, far)
    past = "past" in kinds and is_past(clause)
    told = Told(clause, sentence_before, kinds, period_start, period_end, published_on, future, past)
    clear = of_supposition(told) or of_forecast(told)
    if clear:
        return clear
    if not future and "率" in clause and ATTAINED.search(clause):
        return ACTUAL
    foretold = foretold_before(told)
    aimed = of_goal(told, foretold)
    if aimed:
        return aimed
    return of_future(told, foretold) if future else of_present(told, foretold)


def is_ahead(start: date | None, end: date | None, published_on: date | None, far: int) -> bool:
    """Does the period end long after the article, and not only because it is the year or month it is in?"""
    if not (end and published_on) or (end - published_on).days <= far:
        return False
    return start is None or start > published_on or end.year > published_on.year


def of_supposition(told: Told) -> Verdict | None:
    """Hypothetical, where the clause or what leads to it supposes something (若全部建成，产值可达5亿元)."""
    if told.past or "hypothesis" not in told.kinds:
        return None
    supposed = supposed_in(told.clause, CONVERTED) or supposed_in(told.before, COMPARED)
    return ("hypothetical", supposed) if supposed else None


def of_forecast(told: Told) -> Verdict | None:
    """Forecast, where the clause foretells (预计全年增长5%)."""
    if "forecast" not in told.kinds:
        return None
    words = modality_words()["forecast"].finditer(told.clause)
    word = next((one for one in words if not outdone(told.clause, one)), None)
    return ("forecast", word[0]) if word else None


def foretold_before(told: Told) -> str:
    """The word with which the sentence before the clause foretells, else ''. It holds for no period that was
    long over, nor behind ； for one that was over.
    """
    if "forecast" not in told.kinds:
        return ""
    if told.end and told.published_on and (told.published_on - told.end).days > OVER:
        return ""
    return told_before("forecast", told.last_part if told.over else told.before)


def of_goal(told: Told, foretold: str) -> Verdict | None:
    """Target, where the clause tells a plan or a goal (力争达到800亿元), none that has been reached by now;
    what 将 tells is a forecast behind those who foretell (机构预测，…将达800亿元).
    """
    target = modality_words()["target"].search(told.clause) if "target" in told.kinds else None
    if target is None:
        return None
    if target[0].startswith(("将", "未来", "到20")):
        study = foretold or told_before("study", told.before)
        if study and not (told.over and target[0].startswith("到20")):
            return "forecast", study  # but 报告显示，差距由20%缩小到2025年的1% has come about
    if told.future:
        return "target", target[0]
    if told.past and not ITS_GOAL.search(told.clause):
        return None
    if told.published_on and target[0].startswith("到20"):
        return None
    return "target", target[0]


def of_future(told: Told, foretold: str) -> Verdict:
    """What a future period makes of a clause without a word of its own: a forecast behind those who foretell,
    else a target.
    """
    aimed = lasting(told.before) if "target" in told.kinds else ""
    if not foretold and not aimed and "study" in told.kinds:
        foretold = told_before("study", told.before)
    if foretold and aimed and told.before.rfind(foretold) < told.before.rfind(aimed):
        return "target", aimed  # 预计今年达2750亿元，力争明年3500亿元，2027年5000亿元
    return ("forecast", foretold) if foretold else ("target", "future period")


def of_present(told: Told, foretold: str) -> Verdict:
    """What a clause without a word of its own tells of no future period: mostly what has come about."""
    begun = not told.over and is_this_year(told.start, told.end, told.published_on)
    said = told.before + told.clause if begun else ""
    if said and "已" not in told.clause and PLANNED.search(said):
        return "target", "goal of the year"
    if told.past:
        return ACTUAL
    aimed = lasting(told.before) if "target" in told.kinds and not told.over else ""
    if not aimed and "target" in told.kinds and not told.over:
        aimed = ahead_of(told, foretold)
    if aimed:
        return "target", aimed
    if is_spring(told.published_on) and PUT_FORWARD.search(said):
        return "target", "goal of the year"
    return ("forecast", foretold) if foretold and is_still_foretold(told, foretold) else ACTUAL


def is_still_foretold(told: Told, foretold: str) -> bool:
    """Does what the sentence before foretells hold for the clause too? A ； ends it, unless it opened the
    sentence for all its parts (初步预计，产值增长4%；投资增长7%).
    """
    if IS_THERE.match(told.clause):
        return False
    if foretold in OPENING or FORETELLS_ALL.match(told.before):
        return True
    return told_before("forecast", told.last_part) != ""


@lru_cache(maxsize=1 << 10)
def is_this_year(start: date | None, end: date | None, published_on: date | None) -> bool:
    """Is it the whole of the year in which the article appeared?"""
    if not (start and end and published_on):
        return False
    return (start, end) == (date(published_on.year, 1, 1), date(published_on.year, 12, 31))


def is_spring(published_on: date | None) -> bool:
    """Is it so early that nobody can tell how the year has been?"""
    return published_on is not None and published_on.month <= SPRING


SPRING = 3
PLANNED = lazy(
    r"(?:印发|出台|制定|制订)[^。；]{0,24}?(?:方案|计划|要点|通知|措施)[》”]?，(?:20[0-9]{2}|今)年"
    r"(?!以来|来|已|上半年|前|[0-9一二三四])[^。；]*。?$"
)
"""What the goals of a plan follow (印发方案，今年全省开展培训50万人次以上)."""
PUT_FORWARD = lazy(r"提出，(?:20[0-9]{2}|今)年")
"""What goals of a year follow (市长在报告中提出，今年地区生产总值增长6%左右)."""


def ahead_of(told: Told, foretold: str) -> str:
    """What looks ahead in its part of the sentence so far, for later clauses too: 将 (将建园区，面积9亩),
    without a date of publication a goal's year (到2027年，机架9个，算力5P); else ''. 已有4家 is there.
    """
    if THERE_IS.search(told.clause):
        return ""
    openings = ("将",) if told.published_on else ("将", "到20")
    words = modality_words()["target"].finditer(told.last_part)
    found = next((one for one in words if one[0].startswith(openings)), None)
    led = found and foretold and foretold in told.last_part[: found.start()]
    return found[0] if found and not led else ""


THERE_IS = lazy(r"[有了]|已|居|位列|是")
ATTAINED = lazy(r"(?:达成|完成|执行|兑现)率")
"""How much of a goal has been reached: 目标达成率为105%."""
IS_THERE = lazy(
    r"(?:并|且|还|现|并且)?(?:聚集|集聚|汇聚|拥有|成立|建成|设立|引进|获批|获评|获得|入选|覆盖|现有|共有|培育)"
)
"""What a clause opens with that tells what is there, though the one before it foretells."""
ITS_GOAL = lazy(r"目标(?:是|为|：)")
FORETELLS_ALL = lazy(r"\s*(?:初步|经|据)?(?:预计|预测|测算|估算)，")
"""How a sentence opens all parts of which are foretold (初步预计，产值增长4%；投资增长7%)."""
OPENING = frozenset({"展望"})
"""Words that a whole sentence of forecasts opens with."""
OVER = 60
"""Days after which a period is over: what was expected earlier in the sentence does not hold for it."""
