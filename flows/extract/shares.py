"""Shares and ratios written as words or pairs: 一半, 过半, 半数, 1/3, 3:1, 三比二, 翻番, 首位, 成百上千."""

from __future__ import annotations

import re
from decimal import Decimal

from flows.extract import ranks
from flows.extract.amounts import percent_of
from flows.extract.bounds import hedge_after, hedge_before, hedge_far
from flows.extract.number import Bound, Number
from flows.extract.numerals import parse_numeral
from flows.extract.units import read_unit

WORD_CHARACTERS = frozenset("半一首三数番俩仨百千")  # at which `read_word` may find something
_HALF = Decimal(50)
_FEW = "一二三四五六七八九十"
_RATIO = re.compile(r"(\d{1,6}(?:\.\d+)?)\s?(?:[:：∶]|比)\s?(\d{1,6}(?:\.\d+)?)(?![\d:：%年月日点])((?:[:：∶]\d+(?:\.\d+)?)*)")
_CHINESE_RATIO = re.compile(rf"([{_FEW}]{{1,3}}|[{_FEW}]点[{_FEW}]+)比([{_FEW}零]{{1,3}}|[{_FEW}]点[{_FEW}]+)(?![万千百亿年月日个家倍成])")
_RATIO_CUE = re.compile(r"[比按以为例达约近]|比分|战胜|总比|超过|胜|负|平")
_FRACTION = re.compile(r"(\d{1,3})[/／](\d{1,3})(?![\d/／.])")
_FRACTION_CUE = re.compile(r"[占达超过近约的至到仅余少降足了]|[国省市界球量额数期]$")
_DOUBLING = re.compile(r"翻(?:了)?")
_VAGUE = re.compile(r"数以([百千万亿]+)计")
_TOP_THREE = re.compile(r"三甲(?!医|综|评|等|乙|中|妇|儿)")
_VAGUE_PAIR = re.compile(r"成(百上千|千上万|千上百)")


def read_word(text: str, at: int) -> Number | None:
    """The number that the word around the character at `at` states without a numeral of its own, or None."""
    char = text[at]
    if char == "半":
        return _read_half(text, at)
    if char == "一" and text.startswith("一半", at):
        return None if text[at + 2:at + 3] in ("天", "年", "个", "儿") else _share(text, at, at + 2, "eq")
    if char == "首":
        return ranks.read_first(text, at)
    if char == "三" and text[at + 1:at + 2] == "甲" and _TOP_THREE.match(text, at) and text[at - 1:at] in ("居", "列", "进", "跻", "占", "前", "获"):
        return Number(at, at + 2, "", "claim", Decimal(1), Decimal(3), "rank", rule="rank_top")
    if char == "数":
        found = _VAGUE.match(text, at)
        scale = parse_numeral(found[1]) if found else None
        return _number(at, found.end(), scale.value, "count", "gt", "vague") if found and scale else None
    if char == "百" and text.startswith("百分百", at):
        return _number(at, at + 3, Decimal(100), "percent", "eq", "half")
    if char == "番":
        return _number(at - 1, at + 1, Decimal(2), "multiple", "eq", "doubling") if text[at - 1:at] == "翻" else None
    if char in "俩仨":
        return _read_pair_of_people(text, at)
    if char in "百千" and text[at - 1:at] == "成":
        found = _VAGUE_PAIR.match(text, at - 1)
        if found:
            unit = read_unit(text, found.end())
            end = found.end() + (len(unit.surface) if unit else 0)
            value = Decimal(100 if char == "百" else 1000)
            return Number(at - 1, end, "", "claim", value, None, unit.symbol if unit else "count", "gt",
                          written_unit=unit.surface if unit else None, rule="vague")  # fmt: skip
    return None


def _read_half(text: str, at: int) -> Number | None:
    before = text[at - 1:at]
    if text.startswith("半数", at):
        return _share(text, at, at + 2, "eq")
    if before in ("过", "近", "超") and before and read_unit(text, at + 1) is None:
        if text[at + 1:at + 2] in ("导", "岛", "径", "成", "自", "山") or text[at - 2:at - 1] in ("通", "经", "不", "最", "附"):
            return None
        return _number(at - 1, at + 1, _HALF, "percent", "approx" if before == "近" else "gt", "half")
    return None


def _share(text: str, start: int, end: int, bound: Bound) -> Number:
    before, after = hedge_before(text, start), hedge_after(text, end)
    if before is not None:
        bound, start = before
    elif text[start - 1:start] == "过":
        bound, start = "gt", start - 1
    if after is not None:
        bound, end = after
    return _number(start, end, _HALF, "percent", hedge_far(text, start, share=True) or "eq" if bound == "eq" else bound, "half")


def _read_pair_of_people(text: str, at: int) -> Number | None:
    """兄弟俩, 姐妹仨."""
    before = text[at - 1:at]
    if not before or not "\u4e00" <= before <= "\u9fff":
        return None
    return _number(at, at + 1, Decimal(2 if text[at] == "俩" else 3), "person", "eq", "pair")


def _number(start: int, end: int, value: Decimal, unit: str, bound: Bound, rule: str) -> Number:
    return Number(start, end, "", "claim", value, None, unit, bound, written_unit=None, rule=rule)


def read_ratio(text: str, at: int) -> Number | None:
    """A ratio or score (3:1, 1∶3.5, 三比二) that begins at `at`; clock times are none."""
    if text[at].isdecimal():
        found = _RATIO.match(text, at)
        if found is None:
            return None
        cue = _RATIO_CUE.search(text, max(0, at - 5), at)
        if "比" not in found[0] and "∶" not in found[0]:
            second = found[2]
            clock = len(second) == 2 and int(found[1].split(".")[0]) < 25 and "." not in found[0]
            if clock and not (cue and re.search(r"比|按|例", text[max(0, at - 6):at])):
                return None
        return _ratio(found.start(), found.end(), Decimal(found[1]), Decimal(found[2]))
    found = _CHINESE_RATIO.match(text, at)
    if found is None:
        return None
    first, second = parse_numeral(found[1]), parse_numeral(found[2])
    if first is None or second is None:
        return None
    return _ratio(found.start(), found.end(), first.value, second.value)


def _ratio(start: int, end: int, first: Decimal, second: Decimal) -> Number:
    value = round(first / second, 6).normalize() if second else first
    return Number(start, end, "", "claim", value, None, "ratio", written_unit=None, rule="ratio")


def read_fraction(text: str, at: int) -> Number | None:
    """A fraction with a slash (1/3) where the words around say that it is a share."""
    found = _FRACTION.match(text, at)
    if found is None:
        return None
    part, whole = int(found[1]), int(found[2])
    if not 0 < part < whole or (found[1][0] == "0") or text[found.end():found.end() + 1] in ("月", "日", "号"):
        return None
    if text[found.end():found.end() + 1] not in ("的", "以", "左", "强", "弱", "，", "。", "、", "；", ")", "）", "") or whole > 100:
        return None
    start, end = found.span()
    bound: Bound = "eq"
    before, after = hedge_before(text, start), hedge_after(text, end)
    if before is not None:
        bound, start = before
    if after is not None:
        bound, end = after
    bound = hedge_far(text, start, share=True) or "eq" if bound == "eq" else bound
    return Number(start, end, "", "claim", percent_of(Decimal(part), Decimal(whole)), None, "percent", bound, rule="fraction")
