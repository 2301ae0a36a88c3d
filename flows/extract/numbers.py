"""Every number of a text: quantities, times, names and fillers, with nothing left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from flows.extract import bare, names, ranks, shares
from flows.extract.fillers import is_amount_of_time, quantity_class
from flows.extract.lexical import lexical_word
from flows.extract.number import Number
from flows.extract.numerals import ARABIC, CHINESE
from flows.extract.quantities import Quantity, read_quantity
from flows.extract.times import TimeSpan, read_times
from flows.extract.units import units_by_first

_ANCHORS = re.compile("[0-9〇零○一二三四五六七八九十百千万亿兆几半数两俩仨廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億首番]+")
_WIDE = re.compile("[０-９％．]")
_NARROW = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
_DIGITS = re.compile(r"\d+")
_LONE = frozenset("一二三四五六七八九两零〇")
# what may follow a lone Chinese digit that is a number, beside the first characters of units
_AFTER_LONE = frozenset("分点折番至到或-—–~～、 比半多又号甲")
_VAGUE_COUNTED = frozenset("十百千万亿家名位款项次天月年周人种件")
_NOT_VAGUE = frozenset("人总参函多少点户件次指基岁级倍分系双单计算读个复整小正负奇偶实虚常变招悉如无代字职路票张页台套卷众大为因被有")
_DURATIONS = frozenset(("duration",))
_CALENDAR = frozenset(("year", "month", "week", "day"))


def read_numbers(text: str, today: date | None = None, times: Sequence[TimeSpan] | None = None) -> list[Number]:
    """All numeric expressions of the clean `text`, in order; their spans are disjoint and cover every digit.

    `today` is the date of the document, against which relative times are resolved; `times` are the text's times
    where they have been read already.
    """
    plain = text.translate(_NARROW) if _WIDE.search(text) else text
    numbers = _Reading(plain, read_times(plain, today) if times is None else times).read()
    for number in numbers:
        number.surface = text[number.start:number.end]
    return numbers


class _Reading:
    """The walk over one text, from numeral to numeral."""

    def __init__(self, text: str, times: Sequence[TimeSpan]) -> None:
        self.text = text
        self.found: list[Number] = []
        self.titles = names.titles(text)
        self.at = 0  # everything before it is read
        self.skip = 0  # the end of a word that holds numerals and is no number
        self.blocks: list[tuple[int, int, TimeSpan | None, str]] = [
            (span.start, span.end, span, span.rule) for span in times if span.numeral]
        self.blocks += [(*span, None, "url") for span in names.addresses(text)]
        self.blocks += [(*span, None, "heading") for span in names.headings(text)]
        self.blocks.sort(key=lambda block: block[:2])
        self.block = 0

    def read(self) -> list[Number]:
        for anchor in _ANCHORS.finditer(self.text):
            if anchor.end() <= self.at:
                continue
            self._read_run(max(anchor.start(), self.at), anchor.end())
        while self.block < len(self.blocks):
            self._take_block()
        self._cover_digits()
        return self.found

    def _read_run(self, at: int, stop: int) -> None:
        """Read the numbers that begin in a run of numeral characters."""
        while at < stop:
            self._pass_blocks(at)
            if at < self.at:
                at = self.at
                continue
            arabic = self.text[at].isdecimal()
            inside = self.block < len(self.blocks) and self.blocks[self.block][0] <= at
            if inside:
                special = self._inside_block(at, arabic)
                at = special if special > at else max(self.at, at + 1)
                continue
            number = self._read_arabic(at) if arabic else self._read_chinese(at)
            if number is not None and self._fits(number):
                self._add(number)
                at = max(self.at, at + 1)
            elif arabic:
                at = self._skip_digits(at)
            else:
                at = max(at + 1, self.skip)

    def _skip_digits(self, at: int) -> int:
        while at < len(self.text) and self.text[at].isdecimal():
            at += 1
        return at

    def _fits(self, number: Number) -> bool:
        """Whether the number leaves what is read, and the next block, untouched; its hedges are cut if they do not."""
        if number.start < self.at:
            number.start = self.at
        if number.start >= number.end:
            return False
        while self.block < len(self.blocks) and number.end > self.blocks[self.block][0]:
            start, end, span, _ = self.blocks[self.block]
            if span is None or span.kind not in _DURATIONS or number.end < end:
                return False
            self.block += 1  # 三或四周: the reader of times has seen but the end of it
        return True

    def _add(self, number: Number) -> None:
        if self.titles and any(start < number.end and number.start < end for start, end in self.titles):
            number.kind, number.rule = "name", "title"
        self.found.append(number)
        self.at = number.end

    def _pass_blocks(self, at: int) -> None:
        """Take the blocks that end before `at`; drop those that a number has eaten."""
        while self.block < len(self.blocks) and (self.blocks[self.block][1] <= at or self.blocks[self.block][0] < self.at):
            self._take_block()

    def _take_block(self) -> None:
        start, end, span, rule = self.blocks[self.block]
        self.block += 1
        if start < self.at:
            return
        if span is None:
            self._add(Number(start, end, "", "name", rule=rule))
            return
        number = Number(start, end, "", "time", period_start=span.period_start, period_end=span.period_end, rule=rule)
        if span.kind in _DURATIONS:
            self._measure(number)
        self._add(number)

    def _measure(self, number: Number) -> None:
        """Let a duration carry its amount too: 近三年 is 3 years, 30余年 more than 30."""
        anchor = _ANCHORS.search(self.text, number.start, number.end)
        quantity = self._quantity(anchor.start()) if anchor else None
        if quantity is None or quantity.unit is None or quantity.unit.kind != "time":
            return
        number.value, number.value_high, number.bound = quantity.low, quantity.high, quantity.bound
        number.unit, number.written_unit = quantity.unit.symbol, quantity.unit.surface
        stop = self.blocks[self.block][0] if self.block < len(self.blocks) else len(self.text)
        number.start, number.end = max(self.at, min(number.start, quantity.start)), min(stop, max(number.end, quantity.end))

    def _quantity(self, at: int) -> Quantity | None:
        found = (ARABIC if self.text[at].isdecimal() else CHINESE).match(self.text, at)
        quantity = read_quantity(self.text, at, found.end()) if found else None
        if quantity is not None and not self.text[at].isdecimal():
            bare.widen_vague(self.text, quantity)
        return quantity

    def _inside_block(self, at: int, arabic: bool) -> int:
        """Read a numeral that lies in a time or address; what is a ratio, a title or a quantity wins over a time."""
        start, end, span, _ = self.blocks[self.block]
        if span is not None:
            other = self._instead_of_time(at, arabic, span)
            if other is not None:
                self.block += 1
                while self.block < len(self.blocks) and self.blocks[self.block][0] < other.end:
                    self.block += 1
                if other.start < self.at:
                    other.start = self.at
                self._add(other)
                return other.end
        self._take_block()
        return end

    def _instead_of_time(self, at: int, arabic: bool, span: TimeSpan) -> Number | None:
        text = self.text
        if arabic and at == span.start:
            end = names.edition(text, at) if text[at] in "12" else None
            if end is not None:
                return Number(at, end, "", "name", rule="edition")
            code = bare.read_code(text, at, self._skip_digits(at))
            if code is not None and code.start < at:
                return code
            ratio = shares.read_ratio(text, at)
            if ratio is not None:
                return ratio
            stop = self._skip_digits(at)
            numbered = names.numbered_name(text, at, stop) if text[stop:stop + 1] == "号" else None
            if numbered is not None and numbered[1] > span.end:
                return Number(*numbered[:2], "", "name", rule=numbered[2])
        if not arabic:
            lexical = lexical_word(text, at, span.end)
            if lexical is not None and lexical[2] == "name":
                return Number(lexical[0], lexical[1], "", "name", rule="known_name")
        if span.kind in _DURATIONS and (is_amount_of_time(text, span.start, span.end) or self._continues_amount()):
            quantity = self._quantity(at)
            if quantity is not None and quantity.unit is not None and quantity.unit.kind == "time" and quantity.end >= span.end:
                return _number(quantity, "claim")
        return None

    def _continues_amount(self) -> bool:
        """Whether the last number is an amount of time that a list continues: 期限分别为10年、30年."""
        if not self.found or self.found[-1].kind != "claim" or self.found[-1].unit not in _CALENDAR:
            return False
        start = self.blocks[self.block][0]
        return start - self.found[-1].end == 1 and self.text[start - 1] in "、和或及与" or start == self.found[-1].end

    def _read_arabic(self, at: int) -> Number | None:
        text = self.text
        found = ARABIC.match(text, at)
        if found is None:
            return None
        end = found.end()
        before = text[at - 1:at]
        if before == "第":
            return ranks.read_ordinal(text, at, end)
        if before == "前":
            top = ranks.read_top(text, at, end)
            if top is not None:
                return top
        special = bare.read_special(text, at, end)
        if special is not None:
            return special
        quantity = read_quantity(text, at, end)
        if quantity is None:
            return None
        return self._judge(quantity, found[0], arabic=True)

    def _read_chinese(self, at: int) -> Number | None:
        text = self.text
        char, following = text[at], text[at + 1:at + 2]
        if char in _LONE and following not in units_by_first() and following not in _AFTER_LONE and not _numeral(following):
            if text[at - 1:at] not in ("第", "前") and not (char == "零" and text[at - 1:at] in ("为", "到", "至")):
                return None
        word = shares.read_word(text, at)
        if word is not None:
            return word
        if char == "数" and (following not in _VAGUE_COUNTED or text[at - 1:at] in _NOT_VAGUE):
            return None
        found = CHINESE.match(text, at)
        if found is None:
            return None
        end = found.end()
        before = text[at - 1:at]
        if before == "第" or before == "前":
            if before == "第" and lexical_word(text, at - 1, end) is not None:
                return None
            number = ranks.read_ordinal(text, at, end) if before == "第" else ranks.read_top(text, at, end)
            if number is not None or before == "第":
                return number
        if text[end:end + 1] == "号":
            named = names.numbered_name(text, at, end)
            return Number(named[0], named[1], "", "name", rule=named[2]) if named else None
        if following == "比" or text[end:end + 1] == "比":
            ratio = shares.read_ratio(text, at)
            if ratio is not None:
                return ratio
        quantity = read_quantity(text, at, end)
        if quantity is None:
            return None
        if quantity.rule not in ("fraction", "doubling") and not text.startswith("分之", end) and not _of_level(quantity, text):
            lexical = lexical_word(text, at, quantity.end)
            if lexical is not None:
                self.skip = lexical[1]
                return Number(lexical[0], lexical[1], "", "name", rule="known_name") if lexical[2] == "name" else None
        bare.widen_vague(text, quantity)
        if quantity.rule == "doubling":
            quantity.start -= 2 if text.endswith("翻了", 0, quantity.start) else text.endswith("翻", 0, quantity.start)
        return self._judge(quantity, found[0], arabic=False)

    def _judge(self, quantity: Quantity, numeral: str, arabic: bool) -> Number | None:
        text = self.text
        if quantity.unit is None:
            return bare.read_bare(text, quantity, numeral, arabic)
        bare.name_context_unit(text, quantity)
        return _number(quantity, quantity_class(text, quantity, numeral))

    def _cover_digits(self) -> None:
        """Let every digit belong to some number: what no rule read is a name."""
        missed: list[Number] = []
        at = 0
        for number in [*self.found, Number(len(self.text), len(self.text), "", "name")]:
            for run in _DIGITS.finditer(self.text, at, number.start):
                missed.append(Number(run.start(), run.end(), "", "name", rule="unread"))
            at = number.end
        if missed:
            self.found = sorted([*self.found, *missed], key=lambda number: number.start)


def _numeral(char: str) -> bool:
    return bool(char) and _ANCHORS.match(char) is not None


def _of_level(quantity: Quantity, text: str) -> bool:
    """九级大风 is a level though 九级 might be a word."""
    return quantity.unit is not None and quantity.unit.kind == "level" and text[quantity.end:quantity.end + 1] in ("风", "大", "阵", "地", "台")


def _number(quantity: Quantity, kind: str) -> Number:
    unit = quantity.unit
    return Number(quantity.start, quantity.end, "", kind, quantity.low, quantity.high, unit.symbol if unit else "count",  # type: ignore[arg-type]
                  quantity.bound, written_unit=unit.surface if unit else None, per=quantity.per, rule=quantity.rule)  # fmt: skip
