"""The walk over one text from numeral to numeral, past its times, addresses and headings."""

from __future__ import annotations

from collections.abc import Sequence

from flows.extract.numbers import names
from flows.extract.numbers.anchors import anchors, is_lone
from flows.extract.numbers.blocks import blocks_of, instead_of_time, number_of_block
from flows.extract.numbers.number import Number
from flows.extract.numbers.numeric import read_arabic, read_chinese
from flows.extract.numbers.plain import read_digit, read_plain
from flows.extract.times import TimeSpan
from flows.patterns import lazy

_JOINS = frozenset("、和及与")
_PLACES = frozenset("位名")
_RANKED = lazy(r"[，、；。]\s*[\u4e00-\u9fff]{2,7}(?<![第有增达为共计近约超足入聘请到了邀含选集齐过出])")
"""Who stands next in a list of ranks, between one rank and the next."""
_PLACE = lazy(r"[0-9一二三四五六七八九十]{1,4}[位名](?=[，、；。）\s]|$)")
_LONGEST_RANKED = 10
_NO_BLOCK = 1 << 60


class Walk:
    """The walk over one text; blocks are times, addresses, headings on its way."""

    def __init__(self, text: str, times: Sequence[TimeSpan]) -> None:
        self.text = text
        self.found: list[Number] = []
        self.titles = names.titles(text)
        self.title = 0  # the first title that does not end before the last number
        self.at = 0  # everything before it is read
        self.blocks = blocks_of(text, times)
        self.block = 0
        self.barrier = self.blocks[0].start if self.blocks else _NO_BLOCK  # where the next block starts

    def read(self) -> list[Number]:
        """Walk to the end."""
        text = self.text
        add = self._add if self.titles else self.found.append
        for anchor in anchors().finditer(text):
            start, end = anchor.span()
            at = self.at
            if end <= at:
                continue
            start = max(start, at)
            asked = start < self.barrier and text[start].isdecimal()
            if asked and start == at + 1 and text[at] in _JOINS and self._continues_ranks(start):
                asked = False
            elif asked and self._next_rank(start):
                asked = False
            number = read_plain(text, start) if asked else None
            if number is None or number.start < at or number.end > self.barrier:
                self._read_run(start, end, asked and number is None)
                continue
            add(number)
            self.at = number.end
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
            listed = text[at - 1:at] in _JOINS and self._continues_ranks(at) or self._next_rank(at)
            number, skip = None, at
            if arabic:
                number = (None if listed or asked else read_plain(text, at)) or read_arabic(text, at, listed)
                asked = False
            else:
                number, skip = self._read_chinese(at, listed)
            if number is not None and self._fits(number):
                self._add(number)
                at = max(self.at, at + 1)
            elif arabic:
                end = min(self._after_digits(at), self.barrier)
                self._add(Number(at, end, "", "name", rule="unread"))
                at = end
            else:
                at = max(at + 1, skip)

    def _read_chinese(self, at: int, listed: bool) -> tuple[Number | None, int]:
        """The number at a Chinese numeral, and the end of a word that holds it and is no number."""
        number = None if listed else read_digit(self.text, at)
        if number is not None or not listed and is_lone(self.text, at):
            return number, at
        read = read_chinese(self.text, at, listed)
        return (None, read) if isinstance(read, int) else (read, at)

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
        self.barrier = self.blocks[self.block].start if self.block < len(self.blocks) else _NO_BLOCK

    def _pass_blocks(self, at: int) -> None:
        """Take the blocks that end before `at`, and drop those that a number has eaten."""
        while self.block < len(self.blocks) and (self.blocks[self.block].end <= at or self.barrier < self.at):
            self._take_block()

    def _take_block(self) -> None:
        block = self.blocks[self.block]
        self._drop_block()
        if block.start >= self.at:
            self._add(number_of_block(self.text, block, self.at, self.barrier))

    def _enter_block(self, at: int) -> None:
        """Read a numeral that lies in a block; a title, a ratio or a measured duration wins over a time."""
        span = self.blocks[self.block].span
        last = self.found[-1] if self.found else None
        other = instead_of_time(self.text, at, span, last) if span is not None else None
        if other is None:
            self._take_block()
            return
        while self.barrier < other.end:
            self._drop_block()
        other.start = max(other.start, self.at)
        self._add(other)

    def _next_rank(self, at: int) -> bool:
        """Whether a numeral is the next rank in a list of who ranks where: 甲第3位，乙15位，丙18位."""
        last = self.found[-1] if self.found else None
        if last is None or last.unit != "rank" or last.value_high is not None:
            return False
        if at - last.end > _LONGEST_RANKED or self.text[last.end - 1] not in _PLACES:
            return False
        ranked = _RANKED.fullmatch(self.text, last.end, at)
        return ranked is not None and _PLACE.match(self.text, at) is not None

    def _continues_ranks(self, at: int) -> bool:
        """Whether a numeral goes on a list of ranks without its 第: 分列第二、三位."""
        last = self.found[-1] if self.found else None
        return last is not None and last.unit == "rank" and last.end == at - 1 and last.value_high is None
