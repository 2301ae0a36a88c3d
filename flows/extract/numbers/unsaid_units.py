"""What a large number without a unit counts, by the words around it: persons, parameters, tokens, yuan."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.numbers.quantities import Quantity
from flows.patterns import lazy

_BIG = 10**8
_PERSON_CUE = lazy(alternation("person_before") + r"[^，。；：\d]{0,8}$")
_PERSON_AFTER = lazy(r"多?名?" + alternation("person_after"))
_MONEY_CUE = lazy(alternation("money_before") + r"[^，。；：\d户人辆家台件]{0,8}$")
_MONEY_AFTER = lazy(r"\s?(?:级|规模)?的?" + alternation("money_after"))
_PARAMETER_CUE = lazy(r"参数[^，。；：\d]{0,8}$")
_ACTIVE = lazy(r"激活(?:其中|[仅只约为的了近逾])*$")
_PARAMETER_AFTER = lazy(r"级?(?:总|激活|有效|可训练|MoE)?参数")
_GRADED_MONEY = lazy(rf"级的?[^，。；、]{{0,8}}?{alternation('graded_by_money')}")
_OF_MODEL = lazy(r"(?:参数)?级的?[^，。；、\d]{0,4}?(?:大?语言|多模态|基座|通用|基础|视觉|预训练)?大?模型")
_GAINED = lazy(alternation("money_gained") + r"(?:[了逾超约近下得入资金达]|超过)*$")
_TOKEN_AFTER = lazy(r"级?(?:[Tt]oken|词元)")


def unsaid_unit(text: str, quantity: Quantity) -> str:
    """The symbol of the unit that the words around the number tell, `count` where they tell none."""
    start, end = quantity.start, quantity.end
    if _PERSON_CUE.search(text, max(0, start - 14), start) or _PERSON_AFTER.match(text, end):
        return "person"
    if _PARAMETER_AFTER.match(text, end) or _PARAMETER_CUE.search(text, max(0, start - 12), start):
        return "parameter"
    if quantity.scale >= _BIG and _ACTIVE.search(text, max(0, start - 8), start):
        return "parameter"  # 每个token只激活110亿
    if quantity.scale >= _BIG and _GRADED_MONEY.match(text, end):
        return "CNY"
    if _TOKEN_AFTER.match(text, end):
        return "token"
    if quantity.scale >= _BIG and _OF_MODEL.match(text, end):
        return "parameter"  # 双千亿级大语言模型
    if quantity.scale >= 10**4 and _MONEY_CUE.search(text, max(0, start - 16), start):
        return "CNY"
    if quantity.scale >= 10**4 and _GAINED.search(text, max(0, start - 6), start):
        return "CNY"  # 吸192亿, 日赚逾56亿
    if quantity.scale >= _BIG and _MONEY_AFTER.match(text, end):  # 手握57亿订单
        return "CNY"
    return "count"
