"""Every number of a text: quantities, times, names and fillers, with nothing left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from flows.extract import bare, names, ranks, shares
from flows.extract.doubtful import name_unit_in_doubt
from flows.extract.fillers import is_amount_of_time, quantity_class
from flows.extract.lexical import lexical_word
from flows.extract.number import Number
from flows.extract.numerals import ARABIC, CHINESE
from flows.extract.plain import read_digit, read_plain
from flows.extract.quantities import Quantity, number_of, read_quantity
from flows.extract.times import TimeSpan, read_times
from flows.extract.units import read_unit, units_by_first
from flows.extract.worded import worded_amounts
from flows.patterns import lazy

_NUMERAL_CHARACTERS = "〇零○一二三四五六七八九十百千万亿兆几半数两俩仨廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟萬億首番"
_RUN = lazy(rf"[\d{_NUMERAL_CHARACTERS}]+")
_WIDE = lazy("[０-９％．]")
_NARROW = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
_LONE = frozenset("一二三四五六七八九两零〇○")
# what may follow a lone Chinese digit that is a number, beside the first characters of units
_AFTER_LONE = frozenset(_NUMERAL_CHARACTERS + "分点折番至到或-—–~～、 比半多又号甲儿")
_BEFORE_LONE = frozenset("第前")
_BEFORE_ZERO = frozenset("为到至")
_VAGUELY_COUNTED = "[十百千万亿家名位款项次天月年周人种件倍]|小时|分钟|秒钟"
_VAGUELY = lazy(_VAGUELY_COUNTED)
_NOT_VAGUE = frozenset(
    "人总参函多少点户件次指基岁级倍分系双单计算读个复整小正负奇偶实虚常变招悉如无代字职路票张页台套卷众大为因被有"
)
_WEIGHED = frozenset("一二三四五六七八九十半几百")
_MAGNITUDES = frozenset("十百千万亿")
_FINANCIAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
_BESIDE_FINANCIAL = _FINANCIAL | frozenset("元圆角分整正万亿点")
_JOINS = frozenset("、和及与")
_LEVEL_OF = frozenset("风大阵地台")
_BEFORE_HEADER = frozenset("（(：: ")
_EXACT_RULES = frozenset(("fraction", "doubling", "composite"))
_CALENDAR_UNITS = frozenset("年月日")
_CALENDAR = frozenset(("year", "month", "week", "day"))
_YEARS = lazy(r"\d{1,2}年(?!\d|末|底|初|[上下]半)")
_TERM = lazy(r"(?:期|寿命|年限|学制)[从由自为约达]?$")
_NO_BLOCK = 1 << 60
_LONGEST_NUMERAL = 64  # characters of a Chinese numeral; a longer run is noise

Block = tuple[int, int, TimeSpan | None, str]


def read_numbers(
    text: str, today: date | None = None, times: Sequence[TimeSpan] | None = None
) -> list[Number]:
    """All numeric expressions of the clean `text`, in order; the spans are disjoint and cover every digit.

    `today` is the date of the document, against which relative times are resolved; `times` are the times of
    the text where they have been read already.
    """
    plain = text.translate(_NARROW) if _WIDE.search(text) else text
    numbers = _Walk(plain, read_times(plain, today) if times is None else times).read()
    worded = worded_amounts(plain)
    if worded:
        numbers = _merged(numbers, worded)
    for number in numbers:
        number.surface = text[number.start:number.end]
    return numbers


def _merged(numbers: list[Number], worded: list[Number]) -> list[Number]:
    """The numbers in order with those in words that touch none of them."""
    free = [one for one in worded if all(one.end <= n.start or n.end <= one.start for n in numbers)]
    return sorted([*numbers, *free], key=lambda number: number.start)


@lru_cache(maxsize=1)
def _followers() -> frozenset[str]:
    """The characters that may follow a lone Chinese digit which is a number."""
    return _AFTER_LONE | frozenset(units_by_first())


@lru_cache(maxsize=1)
def _anchors() -> re.Pattern[str]:
    """Runs of numeral characters, but for lone ones that are no number: 一 in 一些, 数 in 数据."""
    lone, followers = "".join(_LONE), re.escape("".join(_followers()))
    return re.compile(
        rf"[\d{_NUMERAL_CHARACTERS}]++(?:(?<![{lone}数首])|(?<=[\d{_NUMERAL_CHARACTERS}第前负].)"
        rf"|(?<=[{lone}])(?=[{followers}])|(?<=数)(?=以|{_VAGUELY_COUNTED})"
        r"|(?<=首)(?=位)|(?<=[之榜居]首)|(?<=[为到至]零)|(?<=\A.)\Z|(?<=于.)\Z)"
    )


class _Walk:
    """The walk over one text from numeral to numeral; blocks are times, addresses, headings on its way."""

    def __init__(self, text: str, times: Sequence[TimeSpan]) -> None:
        self.text = text
        self.found: list[Number] = []
        self.titles = names.titles(text)
        self.title = 0  # the first title that does not end before the last number
        self.at = 0  # everything before it is read
        self.skip = 0  # the end of a word that holds numerals and is no number
        blocks: list[Block] = [(span.start, span.end, span, span.rule) for span in times if span.numeral]
        others = [(*span, None, "url") for span in names.addresses(text)]
        others += [(*span, None, "heading") for span in names.headings(text)]
        self.blocks = sorted([*blocks, *others], key=lambda block: block[:2]) if others else blocks
        self.block = 0
        self.barrier = self.blocks[0][0] if self.blocks else _NO_BLOCK  # where the next block starts

    def read(self) -> list[Number]:
        """Walk to the end."""
        text = self.text
        for anchor in _anchors().finditer(text):
            start, end = anchor.span()
            if end <= self.at:
                continue
            start = max(start, self.at)
            asked = start < self.barrier and text[start].isdecimal() and text[start - 1:start] not in _JOINS
            number = read_plain(text, start) if asked else None
            if number is None or number.start < self.at or number.end > self.barrier:
                self._read_run(start, end, asked and number is None)
                continue
            self._add(number)
            if number.end < end:
                self._read_run(number.end, end)
        while self.block < len(self.blocks):
            self._take_block()
        return self.found

    def _read_run(self, at: int, stop: int, asked: bool = False) -> None:
        """Read the numbers that begin in a run of numeral characters; `asked`: the first is not plain."""
        text = self.text
        while at < stop:
            if at >= self.barrier:
                self._pass_blocks(at)
                if at >= self.barrier:
                    self._enter_block(at)
                    at = max(self.at, at + 1)
                    continue
                at = max(self.at, at)
            arabic = text[at].isdecimal()
            listed = text[at - 1:at] in _JOINS and self._continues_ranks(at)
            if arabic:
                number = (None if listed or asked else read_plain(text, at)) or self._read_arabic(at)
                asked = False
            else:
                number = None if listed else read_digit(text, at)
                if number is None and not self._is_lone(at):
                    number = self._read_chinese(at)
            if number is not None and self._fits(number):
                self._add(number)
                at = max(self.at, at + 1)
            elif arabic:
                end = min(self._after_digits(at), self.barrier)
                self._add(Number(at, end, "", "name", rule="unread"))
                at = end
            else:
                at = max(at + 1, self.skip)

    def _is_lone(self, at: int) -> bool:
        """Whether the Chinese digit at `at` is no number, by the characters beside it: 一 in 一些."""
        text, char = self.text, self.text[at]
        if char not in _LONE or text[at + 1:at + 2] in _followers():
            return False
        before = text[at - 1:at]
        alone = len(text) == 1 or before == "负" or (before == "于" and at + 1 == len(text))
        return not alone and before not in _BEFORE_LONE and (char != "零" or before not in _BEFORE_ZERO)

    def _after_digits(self, at: int) -> int:
        while at < len(self.text) and self.text[at].isdecimal():
            at += 1
        return at

    def _add(self, number: Number) -> None:
        if self.titles:
            self._name_in_title(number)
        self.found.append(number)
        self.at = number.end

    def _name_in_title(self, number: Number) -> None:
        while self.title < len(self.titles) and self.titles[self.title][1] <= number.start:
            self.title += 1
        if self.title < len(self.titles) and self.titles[self.title][0] < number.end:
            number.kind, number.rule = "name", "title"

    def _fits(self, number: Number) -> bool:
        """Whether the number leaves the next block untouched; what it shares with the last one is cut off."""
        number.start = max(number.start, self.at)
        if number.start >= number.end:
            return False
        while number.end > self.barrier:
            _, end, span, _ = self.blocks[self.block]
            if span is None or span.kind != "duration" or number.end < end:
                return False
            self._drop_block()  # 三或四周: the reader of times has seen but the end of it
        return True

    def _drop_block(self) -> None:
        self.block += 1
        self.barrier = self.blocks[self.block][0] if self.block < len(self.blocks) else _NO_BLOCK

    def _pass_blocks(self, at: int) -> None:
        """Take the blocks that end before `at`, and drop those that a number has eaten."""
        while self.block < len(self.blocks) and (self.blocks[self.block][1] <= at or self.barrier < self.at):
            self._take_block()

    def _take_block(self) -> None:
        start, end, span, rule = self.blocks[self.block]
        self._drop_block()
        if start < self.at:
            return
        if span is None:
            self._add(Number(start, end, "", "name", rule=rule))
            return
        period = span.period_start, span.period_end
        number = Number(start, end, "", "time", None, None, None, "eq", *period, rule=rule)
        if span.kind == "duration":
            self._measure(number)
        self._add(number)

    def _measure(self, number: Number) -> None:
        """Let a duration carry its amount too: 近三年 is 3 years, 30余年 more than 30."""
        anchor = _RUN.search(self.text, number.start, number.end)
        quantity = self._quantity(anchor.start()) if anchor else None
        if quantity is None or quantity.unit is None or quantity.unit.kind != "time":
            return
        number.value, number.value_high, number.bound = quantity.low, quantity.high, quantity.bound
        number.unit, number.written_unit = quantity.unit.symbol, quantity.unit.surface
        number.start = max(self.at, min(number.start, quantity.start))
        number.end = max(number.end, min(self.barrier, quantity.end))

    def _enter_block(self, at: int) -> None:
        """Read a numeral that lies in a block; a title, a ratio or a measured duration wins over a time."""
        span = self.blocks[self.block][2]
        other = self._instead_of_time(at, span) if span is not None else None
        if other is None:
            self._take_block()
            return
        while self.barrier < other.end:
            self._drop_block()
        other.start = max(other.start, self.at)
        self._add(other)

    def _instead_of_time(self, at: int, span: TimeSpan) -> Number | None:
        text = self.text
        if text[at].isdecimal():
            if at == span.start:
                named = self._name_instead_of_time(at, span)
                if named is not None:
                    return named
        else:
            lexical = lexical_word(text, at, span.end)
            if lexical is not None and lexical[2] == "name":
                return Number(lexical[0], lexical[1], "", "name", rule="known_name")
        term = _TERM.search(text, max(0, span.start - 4), span.start) if span.kind == "year" else None
        if term and _YEARS.match(text, span.start):
            return self._claimed(at, span)  # 回收期从11年
        if span.kind != "duration":
            return None
        if is_amount_of_time(text, span.start, span.end) or self._continues_amount():
            return self._claimed(at, span)
        return None

    def _claimed(self, at: int, span: TimeSpan) -> Number | None:
        """The span of a time as an amount of it."""
        quantity = self._quantity(at)
        if quantity is None or quantity.unit is None or quantity.unit.kind != "time":
            return None
        return number_of(quantity, "claim") if quantity.end >= span.end else None

    def _name_instead_of_time(self, at: int, span: TimeSpan) -> Number | None:
        text, stop = self.text, self._after_digits(at)
        end = names.edition(text, at) if text[at] in "12" else None
        if end is not None:
            return Number(at, end, "", "name", rule="edition")
        code = bare.read_code(text, at, stop)
        if code is not None and code.start < at:
            return code
        following = text[stop:stop + 1]
        if following in _CALENDAR_UNITS:
            return None
        if following == "号":
            named = names.numbered_name(text, at, stop)
            if named is not None and named[1] > span.end:
                return Number(named[0], named[1], "", "name", rule=named[2])
        return shares.read_ratio(text, at)

    def _continues_amount(self) -> bool:
        """Whether the last number is an amount of time that a list continues: 期限分别为10年、30年."""
        if not self.found or self.found[-1].kind != "claim" or self.found[-1].unit not in _CALENDAR:
            return False
        gap = self.text[self.found[-1].end:self.barrier]
        return not gap or gap in ("、", "和", "或", "及", "与")

    def _continues_ranks(self, at: int) -> bool:
        """Whether a numeral goes on a list of ranks without its 第: 分列第二、三位."""
        last = self.found[-1] if self.found else None
        return last is not None and last.unit == "rank" and last.end == at - 1 and last.value_high is None

    def _quantity(self, at: int) -> Quantity | None:
        arabic = self.text[at].isdecimal()
        found = (ARABIC if arabic else CHINESE).match(self.text, at)
        quantity = read_quantity(self.text, at, found.end()) if found else None
        if quantity is not None and not arabic:
            bare.widen_vague(self.text, quantity)
        return quantity

    def _read_arabic(self, at: int) -> Number | None:
        text = self.text
        found = ARABIC.match(text, at)
        if found is None:
            return None
        end = found.end()
        before = text[at - 1:at]
        if before == "第":
            return ranks.read_ordinal(text, at, end)
        if before in _JOINS and self._continues_ranks(at):
            return ranks.read_ordinal(text, at, end, at)
        if before == "前":
            top = ranks.read_top(text, at, end)
            if top is not None:
                return top
        special = bare.read_special(text, at, end)
        if special is not None:
            return special
        quantity = read_quantity(text, at, end)
        return None if quantity is None else self._judge(quantity, found[0], arabic=True)

    def _read_chinese(self, at: int) -> Number | None:
        text, char = self.text, self.text[at]
        word = shares.read_word(text, at) if char in shares.WORD_CHARACTERS else None
        if word is not None:
            return word
        if char == "数" and not self._is_vague(at):
            return None
        if char in _FINANCIAL and not _is_written_out(text, at):
            return None
        found = CHINESE.match(text, at)
        if found is None:
            return None
        end = found.end()
        if text[end - 1] == "两" and end - at > 1 and self._is_weight(at, end):
            end -= 1
        if end - at > _LONGEST_NUMERAL:
            self.skip = end
            return None
        before = text[at - 1:at]
        if before in _BEFORE_LONE:
            if before == "第":  # 第三方 is a word, 并列第一 a rank all the same
                lexical = lexical_word(text, at - 1, end)
                return None if lexical and lexical[1] > end else ranks.read_ordinal(text, at, end)
            top = ranks.read_top(text, at, end)
            if top is not None:
                return top
        following = text[end:end + 1]
        if following == "号":
            named = names.numbered_name(text, at, end)
            return Number(named[0], named[1], "", "name", rule=named[2]) if named else None
        if before in _JOINS and self._continues_ranks(at):
            return ranks.read_ordinal(text, at, end, at)
        if following == "比":
            ratio = shares.read_ratio(text, at)
            if ratio is not None:
                return ratio
        if following == "、" and bare.opens_ranks(text, at):
            return ranks.read_ordinal(text, at, end, at)
        return self._read_chinese_quantity(at, end)

    def _is_vague(self, at: int) -> bool:
        """Whether 数 opens a vague count: 数百家, 有数十个; not 数据, 参数, 有数."""
        before = self.text[at - 1:at]
        if before == "有":
            return self.text[at + 1:at + 2] in _MAGNITUDES
        return before not in _NOT_VAGUE and _VAGUELY.match(self.text, at + 1) is not None

    def _is_weight(self, at: int, end: int) -> bool:
        """Whether the 两 that ends a numeral is the unit: 八两, 二两白酒; not 三两个."""
        return self.text[end - 2] in _WEIGHED and read_unit(self.text, end) is None

    def _read_chinese_quantity(self, at: int, end: int) -> Number | None:
        text = self.text
        quantity = read_quantity(text, at, end)
        if quantity is None:
            return None
        if end - at == 1 and text[at - 1:at] in _BEFORE_HEADER and text.startswith(("）", ")"), quantity.end):
            return None  # the unit of a table's column: （亿元）
        exact = quantity.rule in _EXACT_RULES or text.startswith("分之", end)
        if not exact and not _is_level(quantity, text):
            word = lexical_word(text, at, quantity.end)
            split = word and (_splits_unit(word[1], quantity, end) or self._splits(at, end, word))
            if word is not None and not split:
                self.skip = word[1]
                return Number(word[0], word[1], "", "name", rule="known_name") if word[2] == "name" else None
        bare.widen_vague(text, quantity)
        return self._judge(quantity, text[at:end], arabic=False)

    def _splits(self, at: int, end: int, word: tuple[int, int, str]) -> bool:
        """Whether a word ends between a digit and its magnitude or at the decimal point.

        高三 does in 楼高三十三层, 一点 in 一点五倍; not 统一 in 统一十三个.
        """
        if word[1] < end and self.text[word[1] - 1] == "点":
            return True
        inside = word[0] < at and word[1] == at + 1 and self.text[at] not in "一零"
        return inside and self.text[at + 1:at + 2] in _MAGNITUDES

    def _judge(self, quantity: Quantity, numeral: str, arabic: bool) -> Number | None:
        if quantity.unit is None:
            return bare.read_bare(self.text, quantity, numeral, arabic)
        name_unit_in_doubt(self.text, quantity)
        return number_of(quantity, quantity_class(self.text, quantity, numeral))


def _is_written_out(text: str, at: int) -> bool:
    """Whether a capital numeral belongs to an amount written out (伍佰元), not to a word (大陆, 重拾)."""
    return text[at + 1:at + 2] in _BESIDE_FINANCIAL or text[at - 1:at] in _FINANCIAL | _BEFORE_LONE


def _splits_unit(at: int, quantity: Quantity, end: int) -> bool:
    """Whether a word ends within the unit of the numeral that ends at `end`: 五角 in 五角钱."""
    return quantity.unit is not None and end < at < end + len(quantity.unit.surface)


def _is_level(quantity: Quantity, text: str) -> bool:
    """九级大风 is a level though 九级 might be a word."""
    unit = quantity.unit
    return unit is not None and unit.kind == "level" and text[quantity.end:quantity.end + 1] in _LEVEL_OF

