"""How sure a claim is: actual, target, forecast or hypothetical, by the words of
its clause and its period.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from flows.extract.modality_words import is_past, modality_words
from flows.extract.period.attributes import SINCE_IT
from flows.patterns import Pattern, lazy

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
        """The sentence before the clause, from its last ； on."""
        return self.before.rsplit("；", 1)[-1]


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


def lasting(text: str) -> str:
    """The first word of a plan in the sentence so far that holds for its later clauses, else ''."""
    for word in modality_words()["target"].finditer(text):
        if word[0] not in LASTING or text.startswith(INVESTED, word.end()):
            continue
        if is_past(text[clause_start(text, word.start()) :]) or NAMED_SINCE.match(text, word.end()):
            continue
        if not REACHED.search(text, max(0, word.start() - 30), word.start()):
            return word[0]
    return ""


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


NAMED_SINCE = lazy(rf"[^《》。]{{0,24}}{SINCE_IT.pattern}")
"""Behind a word in the name of a plan since which something is told: 《…行动计划（2022—2025年）》出台以来."""


def clause_start(text: str, at: int) -> int:
    """Where the clause begins in which `at` lies."""
    return max(text.rfind(mark, 0, at) for mark in "，；：") + 1


ATTAINED = lazy(r"(?:达成|完成|执行|兑现)率")
"""How much of a goal has been reached: 目标达成率为105%."""
REACHED = lazy(r"(?:超[过出额]?|完成|[高低好优]于|达[到成]|实现|控制在|保持在|符合)了?[^，。；]{0,24}$")
"""What stands before a goal that has been reached (超过此前设定的8亿元目标，最终达到9亿元)."""


@lru_cache(maxsize=1 << 10)
def supposed_in(text: str, but: Pattern) -> str:
    """The first word of a supposition in the text, else ''; one that only says how it is counted is none."""
    for word in modality_words()["hypothesis"].finditer(text):
        if not but.match(text, word.end()):
            return word[0]
    return ""


COMPARED = lazy(
    r"果?[^，。；]{0,24}(?:比较|相比|对比|剔除|扣除|来看|而言|考察|衡量)|果?[以按依][^，。；]{0,16}(?:调查|统计|数据|口径|为准)|[只单]?[看论]"
)
"""What follows 若 where it says what is compared or left out: what is counted so has come about."""
CONVERTED = lazy(COMPARED.pattern + r"|果?[^，。；]{0,30}(?:[换折计]算)")


def outdone(clause: str, word: re.Match[str]) -> bool:
    """Is the forecast only what the number is compared with (比此前的预估少5亿元)?"""
    return is_against(clause, word) and not FORETOLD.match(clause, word.end())


def is_against(text: str, word: re.Match[str]) -> bool:
    """Is what is foretold only what something is compared with (超出市场预期的5亿元，研发费用…)?"""
    return AGAINST.search(text, max(0, word.start() - 12), word.start()) is not None


AGAINST = lazy(r"(?:[比较]|[高低多少好快慢优早]于|超[过出]?|不及|逊于)[^，。；0-9]{0,8}$")
FORETOLD = lazy(r"[值数]?的?[约近超]?[0-9]")


IS_THERE = lazy(
    r"(?:并|且|还|现|并且)?(?:聚集|集聚|汇聚|拥有|成立|建成|设立|引进|获批|获评|获得|入选|覆盖|现有|共有|培育)"
)
"""What a clause opens with that tells what is there, though the one before it foretells."""


INVESTED = ("总投资", "投资额")
"""What is planned of a project that there is: the count of projects behind it is no plan."""


ITS_GOAL = lazy(r"目标(?:是|为|：)")
FORETELLS_ALL = lazy(r"\s*(?:初步|经|据)?(?:预计|预测|测算|估算)，")
"""How a sentence opens all parts of which are foretold (初步预计，产值增长4%；投资增长7%)."""
OPENING = frozenset({"展望"})
"""Words that a whole sentence of forecasts opens with."""
OVER = 60
"""Days after which a period is over: what was expected earlier in the sentence does not hold for it."""
WANTED = frozenset({"要", "要达到", "要实现", "要建成", "要突破", "要提高"})
LASTING = WANTED | {"将", "朝着", "力争", "目标", "计划", "争取", "确保"}
"""Words of a plan that hold for the later clauses of their sentence."""


@lru_cache(maxsize=1 << 10)
def told_before(kind: str, text: str) -> str:
    """The first word of the kind in the sentence so far, else ''; numbers of one clause ask alike."""
    words = modality_words()[kind].finditer(text) if text else ()
    return next((one[0] for one in words if kind != "forecast" or not is_over(text, one)), "")


def is_over(text: str, word: re.Match[str]) -> bool:
    """Does the forecast end with its clause, as what something was compared with (超出市场预期的5亿元)?"""
    ahead = "将" in text[: word.start()] or text.endswith("（", word.end()) and len(text) - word.end() < OWN
    return not ahead and is_against(text, word)


OWN = 3
"""Code points behind a forecast within which a bracket opens that tells it."""
