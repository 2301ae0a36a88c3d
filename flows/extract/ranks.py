"""Ranks: 第六, 第二大, 首位, 居首, 前四, 三甲; and the ordinals that are none (第三方, 第五届, 第一批)."""

from __future__ import annotations

import re
from decimal import Decimal

from flows.extract.number import Number
from flows.extract.numerals import ARABIC, CHINESE, parse_numeral
from flows.extract.units import read_unit

_RANK_WORD = re.compile(r"名(?!单|称|字|师)|位(?!于|居|列)|大(?!奖|道|街|会|家|楼)")
# what makes an ordinal of a number and no rank: 第三季度, 第五届, 第一批, 第二天
_ORDINAL = re.compile(
    r"[分秒批轮期步阶代季个点版条章节款届次号卷部集场类种件天年月周日线产方时手三者范梯书人家感站张页层道课现财性曲创医中小院军师团汽纪任辑封眼声印夫桶只座所支台辆"
    r"艘架颗枚例份笔列首篇幅句项组城口国局盘节]|世界|公里"
)
_INSTITUTION = re.compile(r"核电|人民|高级|实验|航空|研究|附属|拖拉机|百货|机床|建筑|工程局|野战|集团|中学|小学|医院|师范|外国语|大学|监狱|棉纺")
_MILESTONE_SCALE = 10**4
_COUNTED = frozenset(("concrete", "general", "person", "time", "noun"))
_FIRST = re.compile(r"首位(?!数|移)|榜首|头名|居首(?!位|席|都|届|次|批)")
_FIRST_PREFIX = re.compile(r"(?:位|稳|高|仍|均|皆|跃)?居$")
_LIST_AFTER = frozenset("，、：:,；;。")
_LIST_BEFORE = frozenset("。；：:;！？\n”“（( 　")
_TOP_DENIED = frozenset("目此之当年日提事从先午空往跟面门期史生眼身")
_TOP_NOT = re.compile(r"[季个年天月日周款家项次种半场期后代轮届步小分秒条张台辆部只座章节集页段句世任款所起例手茬排脚线]|多")
_TOP_WORD = re.compile(r"名(?!单|列)|位(?!于|居)|强|大(?!会|家)|甲|席")
_TOP_HUNDRED = frozenset("强佳")


def read_ordinal(text: str, start: int, end: int) -> Number | None:
    """The rank or ordinal whose numeral `text[start:end]` follows 第; class claim, name or filler."""
    numeral = parse_numeral(text[start:end])
    if numeral is None:
        return None
    head = start - 1
    arabic = text[start].isdecimal()
    following = text[end:end + 1]
    before = text[head - 1:head]
    if following in _LIST_AFTER and following and (not before or before in _LIST_BEFORE) and not arabic:
        return Number(head, end, "", "filler", rule="enumeration")
    unit = read_unit(text, end)
    if unit is not None and numeral.scale >= _MILESTONE_SCALE and unit.kind in ("concrete", "person", "general"):
        return Number(head, end + len(unit.surface), "", "claim", numeral.value, None, unit.symbol,
                      written_unit=unit.surface, rule="milestone")  # fmt: skip
    word = _RANK_WORD.match(text, end)
    if word is not None:
        return _rank(head, word.end(), numeral.value, None, "rank")
    if unit is not None and unit.kind in _COUNTED:
        return Number(head, end, "", "name" if arabic else "filler", rule="ordinal")
    if _INSTITUTION.match(text, end):
        return Number(head, end, "", "name", rule="institution")
    if _ORDINAL.match(text, end):
        return Number(head, end, "", "name" if arabic else "filler", rule="ordinal")
    if following in ("至", "到", "-", "—", "~") and following:
        return _rank_range(text, head, numeral.value, end)
    return _rank(head, end, numeral.value, None, "rank")


def _rank_range(text: str, head: int, low: Decimal, end: int) -> Number:
    """第三至第五: the ranks from the third to the fifth."""
    at = end + 2 if text[end + 1:end + 2] == "第" else end + 1
    found = (ARABIC if text[at:at + 1].isdecimal() else CHINESE).match(text, at)
    upper = parse_numeral(found[0]) if found else None
    if found is None or upper is None or upper.value <= low:
        return _rank(head, end, low, None, "rank")
    if _ORDINAL.match(text, found.end()):
        return Number(head, found.end(), "", "name", rule="ordinal")
    word = _RANK_WORD.match(text, found.end())
    return _rank(head, word.end() if word else found.end(), low, upper.value, "rank")


def read_top(text: str, start: int, end: int) -> Number | None:
    """The ranks one to N whose numeral `text[start:end]` follows 前 (前四, 前10名), or None."""
    head = start - 1
    if head and text[head - 1] in _TOP_DENIED:
        return None
    numeral = parse_numeral(text[start:end])
    if numeral is None or numeral.high is not None or numeral.value > 1000 or numeral.value < 1:
        return None
    word = _TOP_WORD.match(text, end)
    unit = read_unit(text, end) if word is None else None
    if unit is not None and unit.kind == "noun" and unit.surface[0] in "城省市国县强":
        return _rank(head, end + len(unit.surface), Decimal(1), numeral.value, "rank_top")
    if word is None and (_TOP_NOT.match(text, end) or unit is not None or text[end:end + 1] in tuple("%％-—至.")):
        return None
    return _rank(head, word.end() if word else end, Decimal(1), numeral.value, "rank_top")


def read_first(text: str, at: int) -> Number | None:
    """A first rank without a numeral around the 首 at `at`: 首位, 榜首, 位居首位, 居首."""
    head = at - 1 if text[at - 1:at] in ("榜", "居") else at
    found = _FIRST.match(text, head)
    if found is None:
        head = at
        found = _FIRST.match(text, head)
        if found is None:
            return None
    return _rank(head, found.end(), Decimal(1), None, "rank_first")


def _rank(start: int, end: int, low: Decimal, high: Decimal | None, rule: str) -> Number:
    return Number(start, end, "", "claim", low, high, "rank", rule=rule)
