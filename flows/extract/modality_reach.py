"""How far a word of a forecast, a goal or a supposition holds: which one does for a clause that has none."""

from __future__ import annotations

import re
from functools import lru_cache

from flows.extract.modality_words import is_past, modality_words
from flows.extract.period.attributes import SINCE_IT
from flows.patterns import Pattern, lazy


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
INVESTED = ("总投资", "投资额")
"""What is planned of a project that there is: the count of projects behind it is no plan."""
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
