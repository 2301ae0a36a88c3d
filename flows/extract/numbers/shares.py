"""Shares, ratios and vague words without a plain numeral: 一半, 过半, 1/3, 3:1, 翻番, 成百上千."""

from __future__ import annotations

from decimal import Decimal

from flows.extract.cues import alternation
from flows.extract.numbers import ranks
from flows.extract.numbers.amount import percent_of, to_places
from flows.extract.numbers.bounds import hedge_after, hedge_before, hedge_far
from flows.extract.numbers.number import Bound, Number
from flows.extract.numbers.numerals import parse_numeral
from flows.extract.numbers.units import read_unit
from flows.patterns import lazy

WORD_CHARACTERS = frozenset("半一首三数番俩仨百千十")  # at which `read_word` may find something
_HALF = Decimal(50)
_TEN = 10
_FEW = "一二三四五六七八九十"
_PART = rf"(?:[{_FEW}]点[{_FEW}]+|[{_FEW}]{{1,3}})"
_RATIO = lazy(
    r"(\d{1,6}(?:\.\d+)?)\s?([:：∶]|比)\s?(\d{1,6}(?:\.\d+)?)(?![\d:：%年月日点A-Za-z])(?:∶\d+(?:\.\d+)?)*"
)
_CHINESE_RATIO = lazy(rf"({_PART})比({_PART}|零)(?![万千百亿年月日个家倍成])")
_RATIO_CUE = lazy(r"[比按例]")
_HOURS = 25
_FRACTION = lazy(r"(\d{1,3})[/／](\d{1,3})(?![\d/／.])")
_FRACTIONS = lazy(r"(\d)/([1-9]\d?) ?[-—–~～至到] ?(\d)/([1-9]\d?)(?![\d/.])")
_AFTER_FRACTION = frozenset(("的", "以", "左", "强", "弱", "，", "。", "、", "；", ")", "）", ""))
_VAGUE_COUNT = lazy(r"数以([百千万亿]+)计")
_VAGUE_PAIR = lazy(r"成(?:百上千|千上万|千上百)")
_TOP_THREE = lazy(r"三甲(?![医综评等乙中妇儿])")
_BEFORE_TOP_THREE = frozenset("居列进跻占前获")
_HALVED = lazy("[，。；、！）至到]|$")
_HALF_OVER = lazy(rf"(?:双|{alternation('half_over')}(?:已经?|即?将|刚|早已|悄然|均|完成|进度)?)$")
_SPLIT = lazy(rf"([{_FEW}])([{_FEW}])(?:开(?![头始放工发花店业张会])|分[成账](?![本绩功]))")
_HALF_VERBS: dict[str, Bound] = {"过": "gt", "超": "gt", "逾": "gt", "近": "approx"}
_NOT_HALF = frozenset("导岛径成自山")
_NOT_BEFORE_HALF = frozenset("通经不最附")
_NOT_A_HALF = frozenset("天年个儿")


def read_word(text: str, at: int) -> Number | None:
    """The number that the word around the character at `at` states without a numeral of its own, or None."""
    char = text[at]
    if char == "半":
        return _read_half(text, at)
    if char == "首":
        return ranks.read_first(text, at)
    if char == "番":
        doubled = text.startswith("翻", at - 1)
        return _claim(at - 1, at + 1, Decimal(2), "multiple", "eq", "doubling") if doubled else None
    if char in "俩仨":
        return _read_pair_of_people(text, at)
    if char in "百千":
        return _read_hundreds(text, at)
    if char == "十":
        odds = text.startswith(("十有八九", "十之八九"), at)
        value = Decimal(80), Decimal(90), "percent"
        return Number(at, at + 4, "", "claim", *value, rule="odds") if odds else None
    if char == "数":
        found = _VAGUE_COUNT.match(text, at)
        scale = parse_numeral(found[1]) if found else None
        return _claim(at, found.end(), scale.value, "count", "gt", "vague") if found and scale else None
    if char == "一" and text.startswith(("一大半", "一多半"), at):
        return _claim(at, at + 3, _HALF, "percent", "gt", "half")
    if char == "一" and text.startswith("一半", at) and text[at + 2:at + 3] not in _NOT_A_HALF:
        return _share(text, at, at + 2)
    if char == "三" and text[at - 1:at] in _BEFORE_TOP_THREE and _TOP_THREE.match(text, at):
        return Number(at, at + 2, "", "claim", Decimal(1), Decimal(3), "rank", rule="rank_top")
    return None


def _read_half(text: str, at: int) -> Number | None:
    """半数, 过半, 近半, 减半."""
    if text.startswith("半数", at):
        return _share(text, at, at + 2)
    before = text[at - 1:at]
    if before == "减" and _HALVED.match(text, at + 1):
        return _claim(at - 1, at + 1, _HALF, "percent", "eq", "half")
    if before not in _HALF_VERBS or text[at + 1:at + 2] in _NOT_HALF or read_unit(text, at + 1) is not None:
        return None
    if text[at - 2:at - 1] in _NOT_BEFORE_HALF:
        return None
    if before == "过" and _HALF_OVER.search(text, max(0, at - 9), at - 1):
        return None  # 时间过半
    return _claim(at - 1, at + 1, _HALF, "percent", _HALF_VERBS[before], "half")


def _share(text: str, start: int, end: int) -> Number:
    start, end, bound = _hedged(text, start, end)
    if bound == "eq" and text[start - 1:start] == "过":
        start, bound = start - 1, "gt"
    return _claim(start, end, _HALF, "percent", bound, "half")


def _hedged(text: str, start: int, end: int) -> tuple[int, int, Bound]:
    """The span of a share with the hedges that touch it, and its bound."""
    bound: Bound = "eq"
    before, after = hedge_before(text, start), hedge_after(text, end)
    if before is not None:
        bound, start = before
    if after is not None:
        bound, end = after
    return start, end, (hedge_far(text, start, share=True) or "eq") if bound == "eq" else bound


def _read_pair_of_people(text: str, at: int) -> Number | None:
    """兄弟俩, 姐妹仨."""
    before = text[at - 1:at]
    among = "\u4e00" <= before <= "\u9fff" if before else text[at + 1:at + 2] in ("", "人")
    if not among:
        return None
    return _claim(at, at + 1, Decimal(2 if text[at] == "俩" else 3), "person", "eq", "pair")


def _read_hundreds(text: str, at: int) -> Number | None:
    """成百上千个, 成千上万, 百分百."""
    if text.startswith("百分百", at):
        return _claim(at, at + 3, Decimal(100), "percent", "eq", "half")
    found = _VAGUE_PAIR.match(text, at - 1) if text[at - 1:at] == "成" else None
    if found is None:
        return None
    unit = read_unit(text, found.end())
    end = found.end() + (len(unit.surface) if unit else 0)
    value = Decimal(100 if text[at] == "百" else 1000)
    number = _claim(at - 1, end, value, unit.symbol if unit else "count", "gt", "vague")
    number.written_unit = unit.surface if unit else None
    return number


def _claim(start: int, end: int, value: Decimal, unit: str, bound: Bound, rule: str) -> Number:
    return Number(start, end, "", "claim", value, None, unit, bound, rule=rule)


def read_split(text: str, at: int) -> Number | None:
    """What two get of one thing, by their parts of ten: 三七开, 五五分成."""
    found = _SPLIT.match(text, at)
    first, second = (parse_numeral(found[1]), parse_numeral(found[2])) if found else (None, None)
    if found is None or first is None or second is None or first.value + second.value != _TEN:
        return None
    return _claim(*found.span(), to_places(first.value / second.value).normalize(), "ratio", "eq", "ratio")


def read_ratio(text: str, at: int) -> Number | None:
    """A ratio or score (3:1, 1∶3.5, 三比二) that begins at `at`; clock times are none."""
    if not text[at].isdecimal():
        words = _CHINESE_RATIO.match(text, at)
        first = parse_numeral(words[1]) if words else None
        second = parse_numeral(words[2]) if words else None
        return _ratio(text, *words.span(), first.value, second.value) if words and first and second else None
    found = _RATIO.match(text, at)
    if found is None:
        return None
    clock = found[2] in ":：" and "." not in found[0] and len(found[3]) == 2 and int(found[1]) < _HOURS
    if clock and _RATIO_CUE.search(text, max(0, at - 6), at) is None:
        return None  # 10:30
    return _ratio(text, *found.span(), Decimal(found[1]), Decimal(found[3]))


def _ratio(text: str, start: int, end: int, first: Decimal, second: Decimal) -> Number:
    value = to_places(first / second).normalize() if second else first
    start, end, bound = _hedged(text, start, end)
    return _claim(start, end, value, "ratio", bound, "ratio")


def read_fraction(text: str, at: int) -> Number | None:
    """A fraction with a slash (1/3) where the words around say that it is a share."""
    found = _FRACTION.match(text, at)
    after = text[found.end():found.end() + 1] if found else ""
    if found is None or (after not in _AFTER_FRACTION and not text.startswith("多数", found.end())):
        return _fractions(text, at) if found else None
    part, whole = int(found[1]), int(found[2])
    if not 0 < part < whole <= 1000 or found[1][0] == "0":
        return None
    if whole > 100 and not text.startswith("的", at - 1):  # 对手价格的1/400, but no 3/128 of a list
        return None
    start, end, bound = _hedged(text, *found.span())
    return _claim(start, end, percent_of(Decimal(part), Decimal(whole)), "percent", bound, "fraction")


def _fractions(text: str, at: int) -> Number | None:
    """1/3到1/2; None where the second is not the larger one, as in a span of days (3/8-3/10)."""
    found = _FRACTIONS.match(text, at)
    if found is None:
        return None
    first, second = (Decimal(found[part]) / Decimal(found[part + 1]) for part in (1, 3))
    if not 0 < first < second < 1:
        return None
    number = _claim(*found.span(), to_places(first * 100), "percent", "eq", "fraction")
    number.value_high = to_places(second * 100)
    return number
