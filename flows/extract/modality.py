"""How sure a claim is: actual, target, forecast or hypothetical, by the words of
its clause and its period.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

Modality = Literal["actual", "target", "forecast", "hypothetical"]

FORECAST = re.compile(r"预计|有望|预测|预期(?!目标)|料将|或将|将会|估计将|展望|可望|预估|料|或达|推算|预判")
TARGET = re.compile(
    r"(?<!高于)(?<!超过)(?<!好于)(?<!完成)(?<!高于预期)(?<!超过预期)(?<!好于预期)(?<!年度)(?<!超额完成)目标|力争|计划|规划|拟(?!合|人|态)|争取|确保|到20[0-9]{2}年[底末]?[，]?|将(?:建成|建设|打造|培育|达到|达|突破|实现|形成|新增|完成|推出|投入|引进|超过|建立|拥有|落地)"
    r"|定下|要(?:达到|实现|建成|突破)|提出(?!了)|(?:给予|补贴|补助|奖励|资助|支持)[^，。；]{0,12}(?:最高|不超过)|最高(?:给予|奖励|补贴|补助|资助|支持)|努力|未来[^，。；]{0,6}年"
)
PAST = re.compile(r"已[经]?(?!制定)|完成了|实现了|达到了|超额|现有|累计|截至|建成了|截止|目前|去年|同比")
HYPOTHESIS = re.compile(r"如果|假如|倘若|假设|若(?!干)|一旦|哪怕|即使|能否|有没有一种可能|就可以同时|理论上")


def modality_of(
    clause: str,
    sentence_before: str,
    period_start: date | None,
    period_end: date | None,
    published_on: date | None,
) -> tuple[Modality, str]:
    """The modality and the word that decided it; `clause` ends with the number's own clause."""
    future = bool(
        period_end
        and published_on
        and period_end > published_on
        and (period_start is None or period_start > published_on or period_end.year > published_on.year)
    )
    hypothesis = HYPOTHESIS.search(clause) or HYPOTHESIS.search(sentence_before)
    if hypothesis and not PAST.search(clause):
        return "hypothetical", hypothesis[0]
    forecast = FORECAST.search(clause)
    if forecast:
        return "forecast", forecast[0]
    target = TARGET.search(clause)
    told = FORECAST.search(sentence_before)
    if target and target[0].startswith("将") and told:
        return "forecast", told[0]
    if target and not (PAST.search(clause) and not future):
        if future or published_on is None or not target[0].startswith("到20"):
            return "target", target[0]
    if future:
        word = FORECAST.search(sentence_before)
        return ("forecast", word[0]) if word else ("target", "future period")
    inherited = (
        TARGET.search(sentence_before)
        if not PAST.search(clause) and not PAST.search(sentence_before)
        else None
    )
    if (
        inherited
        and not inherited[0].startswith("到20")
        and inherited[0] in {"力争", "目标", "计划", "争取", "确保"}
    ):
        return "target", inherited[0]
    word = FORECAST.search(sentence_before) if not PAST.search(clause) else None
    return ("forecast", word[0]) if word else ("actual", "")
