"""The number that begins at a numeral which the plain reader has left: ranks, ratios, codes, quantities."""

from __future__ import annotations

from flows.extract.numbers import bare, codes, names, ranks, shares
from flows.extract.numbers.anchors import BEFORE_ORDINAL, VAGUELY_COUNTED
from flows.extract.numbers.doubtful import name_unit_in_doubt
from flows.extract.numbers.fillers import quantity_class
from flows.extract.numbers.lexical import lexical_word
from flows.extract.numbers.number import Number
from flows.extract.numbers.numerals import ARABIC, CHINESE, DIGITS
from flows.extract.numbers.quantities import Quantity, number_of, read_quantity
from flows.extract.numbers.sides import SIDE_SIGNS, is_last_side, read_side
from flows.extract.numbers.units import read_unit
from flows.patterns import lazy

_VAGUELY = lazy(VAGUELY_COUNTED)
_NOT_VAGUE = frozenset(
    "人总参函多少点户件次指基岁级倍分系双单计算读个复整小正负奇偶实虚常变招悉如无代字职路票张页台套卷众大为因被有"
)
_WEIGHED = frozenset("一二三四五六七八九十半几百")
_MAGNITUDES = frozenset("十百千万亿")
_WRITTEN = frozenset(DIGITS) | {"点"}
_FINANCIAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
_BESIDE_FINANCIAL = _FINANCIAL | frozenset("元圆角分整正万亿点")
_LEVEL_OF = frozenset("风大阵地台")
_BEFORE_HEADER = frozenset("（(：: ")
_EXACT_RULES = frozenset(("fraction", "doubling", "composite"))
_PRICE_OF_ONE = lazy(r"[一二两三四五六七八九十百千万]*[百千万][二三四五六七八九]一")
_SPLITS = frozenset("开分")
_PLACES = frozenset("名位")
_COIN = lazy("硬币|纸币|纸钞|邮票")
_THOUSANDS = frozenset("瓦克伏帕焦赫")
_BEFORE_THOUSAND = frozenset("上近逾超过数几好达破约成有")
_LONGEST_NUMERAL = 64  # characters of a Chinese numeral; a longer run is noise


def quantity_at(text: str, at: int) -> Quantity | None:
    """The quantity whose numeral begins at `at`, whatever it may be part of."""
    arabic = text[at].isdecimal()
    found = (ARABIC if arabic else CHINESE).match(text, at)
    quantity = read_quantity(text, at, found.end()) if found else None
    if quantity is not None and not arabic:
        bare.widen_vague(text, quantity)
    return quantity


def read_arabic(text: str, at: int, listed: bool) -> Number | None:
    """The number whose Arabic digits begin at `at`; `listed`: it goes on a list of ranks (第2、3位)."""
    found = ARABIC.match(text, at)
    if found is None:
        return None
    end = found.end()
    side = read_side(text, at) if text[end:end + 1] in SIDE_SIGNS else None
    if side is not None:
        return side
    if listed:
        return ranks.read_ordinal(text, at, end, at)
    before = text[at - 1:at]
    if before == "第":
        return ranks.read_ordinal(text, at, end)
    if before == "前":
        top = ranks.read_top(text, at, end)
        if top is not None:
            return top
    quantity = None
    if is_last_side(text, at):
        quantity = read_quantity(text, at, end)
        quantity = quantity if quantity and quantity.unit and quantity.unit.kind == "length" else None
    special = codes.read_special(text, at, end) if quantity is None else None
    if special is not None:
        return special
    quantity = quantity or read_quantity(text, at, end)
    return None if quantity is None else _judge(text, quantity, found[0], arabic=True)


def read_chinese(text: str, at: int, listed: bool) -> Number | int:
    """The number whose Chinese numeral begins at `at`, or the place up to which the text holds none.

    `listed`: it goes on a list of ranks (分列第二、三位).
    """
    char = text[at]
    word = shares.read_word(text, at) if char in shares.WORD_CHARACTERS else None
    if word is not None:
        return word
    found = None if _is_part_of_word(text, at) else CHINESE.match(text, at)
    if found is None:
        return at
    end = found.end()
    if text[end - 1] == "两" and end - at > 1 and _is_weight(text, end):
        end -= 1
    elif text[end - 1] == "一" and _PRICE_OF_ONE.fullmatch(text, at, end) and read_unit(text, end):
        end -= 1  # 一百二一件
    if end - at > _LONGEST_NUMERAL:
        return end
    going_on = listed and text[end:end + 1] != "号"
    number = ranks.read_ordinal(text, at, end, at) if going_on else _read_marked(text, at, end)
    return _read_chinese_quantity(text, at, end) if number is None else number


def _is_part_of_word(text: str, at: int) -> bool:
    """Whether the character at `at` is no numeral here: 数 in 数据, 陆 in 大陆."""
    if text[at] == "数":
        return not _is_vague(text, at)
    if text[at] == "千" and text[at + 1:at + 2] in _THOUSANDS:  # 单位：千瓦
        return text[at - 1:at] not in _BEFORE_THOUSAND
    return text[at] in _FINANCIAL and not _is_written_out(text, at)


def _read_marked(text: str, at: int, end: int) -> Number | int | None:
    """What the characters beside the Chinese numeral `text[at:end]` make of it: 第三, 前十, 三号, 三比二.

    None where they make nothing of it.
    """
    before, following = text[at - 1:at], text[end:end + 1]
    if before in BEFORE_ORDINAL:
        if before == "第":  # 第三方 is a word, 并列第一 a rank all the same
            lexical = lexical_word(text, at - 1, end)
            return at if lexical and lexical[1] > end else ranks.read_ordinal(text, at, end) or at
        top = ranks.read_top(text, at, end)
        if top is not None:
            return top
    if before == "头" and following in _PLACES:
        return ranks.read_top(text, at, end)
    if following == "号":
        named = names.numbered_name(text, at, end)
        return Number(named[0], named[1], "", "name", rule=named[2]) if named else at
    if following == "比":
        return shares.read_ratio(text, at)
    if following in _SPLITS and end - at == 2:
        return shares.read_split(text, at)
    if following in ("、", "至", "到") and ranks.opens_ranks(text, at):
        return ranks.read_ordinal(text, at, end, at)
    return None


def _is_vague(text: str, at: int) -> bool:
    """Whether 数 opens a vague count: 数百家, 有数十个; not 数据, 参数, 有数."""
    before = text[at - 1:at]
    if before == "有":
        return text[at + 1:at + 2] in _MAGNITUDES
    return before not in _NOT_VAGUE and _VAGUELY.match(text, at + 1) is not None


def _is_weight(text: str, end: int) -> bool:
    """Whether the 两 that ends a numeral is the unit: 八两, 二两白酒; not 三两个."""
    return text[end - 2] in _WEIGHED and read_unit(text, end) is None


def _is_written_out(text: str, at: int) -> bool:
    """Whether a capital numeral belongs to an amount written out (伍佰元), not to a word (大陆, 重拾)."""
    return text[at + 1:at + 2] in _BESIDE_FINANCIAL or text[at - 1:at] in _FINANCIAL | BEFORE_ORDINAL


def _read_chinese_quantity(text: str, at: int, end: int) -> Number | int:
    quantity = read_quantity(text, at, end)
    if quantity is None:
        return at
    if end - at == 1 and text[at - 1:at] in _BEFORE_HEADER and text.startswith(("）", ")"), quantity.end):
        return at  # the unit of a table's column: （亿元）
    exact = quantity.rule in _EXACT_RULES or text.startswith("分之", end)
    if not exact and not _is_level(quantity, text) and not _is_coin(text, quantity):
        word = lexical_word(text, at, quantity.end)
        split = word and (_splits_unit(word[1], quantity, end) or _splits(text, at, end, word))
        if word is not None and not split:
            return Number(word[0], word[1], "", "name", rule="known_name") if word[2] == "name" else word[1]
    bare.widen_vague(text, quantity)
    number = _judge(text, quantity, text[at:end], arabic=False)
    return at if number is None else number


def _splits(text: str, at: int, end: int, word: tuple[int, int, str]) -> bool:
    """Whether a word ends between a digit and its magnitude or at the decimal point.

    高三 does in 楼高三十三层, 一点 in 一点五倍; not 统一 in 统一十三个.
    """
    if (word[1] < end and text[word[1] - 1] == "点") or text.startswith("每周", at - 2):
        return True  # 每周五天
    if text.startswith("方圆", word[0]):
        return True
    if word[0] == at and word[1] < end and _WRITTEN.issuperset(text[at:word[1] + 1]):
        return True  # 二八四点一亿
    inside = word[0] < at and word[1] == at + 1 and text[at] not in "一零"
    return inside and text[at + 1:at + 2] in _MAGNITUDES


def _judge(text: str, quantity: Quantity, numeral: str, arabic: bool) -> Number | None:
    if quantity.unit is None:
        return bare.read_bare(text, quantity, numeral, arabic)
    name_unit_in_doubt(text, quantity)
    return number_of(quantity, quantity_class(text, quantity, numeral))


def _splits_unit(at: int, quantity: Quantity, end: int) -> bool:
    """Whether a word ends within the unit of the numeral that ends at `end`: 五角 in 五角钱."""
    return quantity.unit is not None and end < at < end + len(quantity.unit.surface)


def _is_coin(text: str, quantity: Quantity) -> bool:
    """五角硬币 is a coin though 五角 is a word."""
    unit = quantity.unit
    return unit is not None and unit.kind == "money" and _COIN.match(text, quantity.end) is not None


def _is_level(quantity: Quantity, text: str) -> bool:
    """九级大风 is a level though 九级 might be a word."""
    unit = quantity.unit
    return unit is not None and unit.kind == "level" and text[quantity.end:quantity.end + 1] in _LEVEL_OF
