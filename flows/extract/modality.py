"""How sure a claim is: actual, target, forecast or hypothetical, by the words of
its clause and its period.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from ahocorasick_rs import AhoCorasick

from flows.extract.period.attributes import SINCE_IT
from flows.extract.reference import read_reference
from flows.patterns import Pattern, lazy

Modality = Literal["actual", "target", "forecast", "hypothetical"]

FAR = 45
"""Days behind the date of an article within which a period's end is still its present (this month's end)."""
FAR_OF_A_GUESS = FAR + 366
"""The same where the date was inferred: an article is later than the last day that it names."""


@lru_cache(maxsize=1)
def modality_words() -> dict[str, Pattern]:
    """One pattern for each kind of words: forecast, target, past, hypothesis, study (who foretells)."""
    rows = read_reference("modality_words")
    kinds = dict.fromkeys(row["modality"] for row in rows)
    return {kind: lazy("|".join(row["pattern"] for row in rows if row["modality"] == kind)) for kind in kinds}


OPENS = lazy(r"(?:\(\?<[!=][^)]*\))*([^()\[\]{}|\\?*+.^$]+)(?![?*+{])")
"""The characters that a pattern of `modality_words.csv` begins with, whatever it asks of its neighbours."""


@lru_cache(maxsize=1)
def openings() -> tuple[AhoCorasick, list[str]]:
    """An automaton of what the patterns begin with, and their kinds: without it none of them is found."""
    rows = read_reference("modality_words")
    return AhoCorasick([opening(row["pattern"]) for row in rows]), [row["modality"] for row in rows]


def opening(pattern: str) -> str:
    """What any match of the pattern begins with; ValueError for a pattern that leaves it open."""
    found = OPENS.match(pattern)
    if found is None:
        raise ValueError(f"modality_words.csv: {pattern} begins with no word")
    return found[1]


def kinds_in(sentence: str) -> frozenset[str]:
    """The kinds of words that the sentence may hold: its numbers seek no others."""
    automaton, kinds = openings()
    found = automaton.find_matches_as_indexes(sentence, overlapping=True)
    return frozenset([kinds[index] for index, _, _ in found])


def announces(text: str) -> bool:
    """Does the text speak of a plan or a goal?"""
    return modality_words()["target"].search(text) is not None


def assumes(text: str) -> bool:
    """Does the text speak of what would be if something were?"""
    return modality_words()["hypothesis"].search(text) is not None


def is_past(text: str) -> bool:
    """Do the words of the clause say that it has come about?"""
    return modality_words()["past"].search(text) is not None


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


def modality_of(
    clause: str,
    sentence_before: str,
    period_start: date | None,
    period_end: date | None,
    published_on: date | None,
    kinds: frozenset[str],
    far: int = FAR,
) -> tuple[Modality, str]:
    """The modality and the word that decided it; `clause` ends with the number's own clause, `kinds` are the
    `kinds_in` its sentence, `far` the days after the article's date from which a period is in its future.
    """
    words = modality_words()
    future = bool(
        period_end
        and published_on
        and (period_end - published_on).days > far
        and (period_start is None or period_start > published_on or period_end.year > published_on.year)
    )
    past = "past" in kinds and is_past(clause)
    if not past and "hypothesis" in kinds:
        supposed = supposed_in(clause, CONVERTED) or supposed_in(sentence_before, COMPARED)
        if supposed:
            return "hypothetical", supposed
    told = ""
    if "forecast" in kinds:
        word = next((one for one in words["forecast"].finditer(clause) if not outdone(clause, one)), None)
        if word:
            return "forecast", word[0]
        ended = bool(period_end and published_on and period_end < published_on)
        told = told_before("forecast", sentence_before.rsplit("；", 1)[-1] if ended else sentence_before)
    if told and period_end and published_on and (published_on - period_end).days > OVER:
        told = ""
    if not future and "率" in clause and ATTAINED.search(clause):
        return "actual", ""
    target = words["target"].search(clause) if "target" in kinds else None
    if target and target[0].startswith(("将", "未来")):
        study = told or told_before("study", sentence_before)
        if study:
            return "forecast", study
    if (
        target
        and (future or not past or ITS_GOAL.search(clause))
        and (future or published_on is None or not target[0].startswith("到20"))
    ):
        return "target", target[0]
    if future:
        aimed = "target" in kinds and lasting(sentence_before)
        told = told or (told_before("study", sentence_before) if "study" in kinds and not aimed else "")
        if told and aimed and sentence_before.rfind(told) < sentence_before.rfind(aimed):
            return "target", aimed  # 预计今年达2750亿元，力争明年3500亿元，2027年5000亿元
        return ("forecast", told) if told else ("target", "future period")
    over = bool(period_end and published_on and period_end < published_on)
    begun = not over and is_this_year(period_start, period_end, published_on)
    said = sentence_before + clause if begun else ""
    if said and "已" not in clause and PLANNED.search(said):
        return "target", "goal of the year"
    if past:
        return "actual", ""
    inherited = lasting(sentence_before) if "target" in kinds and not over else ""
    if inherited:
        return "target", inherited
    if is_spring(published_on) and PUT_FORWARD.search(said):
        return "target", "goal of the year"
    if told and IS_THERE.match(clause):
        return "actual", ""
    governed = told in OPENING or FORETELLS_ALL.match(sentence_before) is not None
    if told and (governed or told_before("forecast", sentence_before.rsplit("；", 1)[-1])):
        return "forecast", told  # a semicolon ends what is foretold of no year
    return "actual", ""


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
LASTING = frozenset({"将", "朝着", "力争", "目标", "计划", "争取", "确保"})
"""Words of a plan that hold for the later clauses of their sentence."""
