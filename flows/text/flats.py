"""Flat tables: of which a page left one line, the headings first, then row upon row with blanks between."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from flows.patterns import lazy

VALUE = lazy(r"[+\-−–↑↓]?[0-9][0-9,，]*(?:\.[0-9]+)?[%％‰]?(?![0-9.年月日])|[-—–…/]{1,3}(?!\S)")
TOKEN = lazy(
    r"单位[:：][%％‰]|(?:19|20)[0-9]{2}年(?:[0-9]{1,2}(?:[-~—–][0-9]{1,2})?月份?|[上下]半年|第?[一二三四1-4]季度|度)?"
    rf"|[0-9]{{1,2}}(?:[-~—–][0-9]{{1,2}})?月份?|{VALUE.pattern}|[^\s0-9+\-−–↑↓]+|\S"
)
"""A time, a value, or a word; blanks between words and digits may be lost."""
LABEL = lazy(r"[^。，；、：！？,;!?]{2,16}")
WORD = lazy(r"[^\s0-9。，；、：！？,;!?]{2,16}")
ORDER = lazy(r"排名|名次|位次|位序|序号|排行|编号|No\.?")
"""The heading of a column that numbers the rows."""
UNIT = lazy(r"(?:[（(]\s*)?单位[:：]\S{1,8}")
CORNER = lazy(
    r"指标|项目|类别|名称|领域|地区|城市|省份|省市|国家|区域|区县|企业|公司|品牌|厂商|机构|时间|日期|年份|月份|季度|年度|时期|行业|产品|型号|模型"
)
"""What the headings begin with where the corner of the table is filled."""
LONGEST = 20_000
LEAST_VALUES = 6
LEAST_ROWS = 3
MOST_COLUMNS = 12

Span = tuple[int, int]


class Flat(NamedTuple):
    """A flat table in a line of text: where its cells are, the headings' and each row's; a heading can be
    missing in the corner.
    """

    heads: list[Span]
    rows: list[list[Span]]

    @property
    def start(self) -> int:
        return self.heads[0][0]

    @property
    def end(self) -> int:
        return self.rows[-1][-1][1]


def flat_table(line: str, said: str = "", *, alone: bool = False) -> Flat | None:
    """The flat table that the line holds, if any, or is (`alone`); `said` is the text in which headings of
    two words are told from two headings.
    """
    if len(line) > LONGEST or line.count(" ") < LEAST_ROWS:
        return None
    tokens = [found.span() for found in TOKEN.finditer(line)]
    orders = ordinals(line, tokens)
    tokens = [token for token in tokens if token not in orders.values()]
    values = [VALUE.fullmatch(line, *token) is not None for token in tokens]
    if sum(values) < LEAST_VALUES:
        return None
    first, width, count = most_rows(line, tokens, values)
    if count < (LEAST_ROWS if width > 1 else LEAST_ROWS + 1):
        return None
    lead = joined_times(line, tokens[:first])
    order = next((one for one in reversed(lead) if ORDER.fullmatch(line, *one)), None) if orders else None
    if order:
        lead = lead[lead.index(order) + 1 :]
    heads = headings(line, lead, width, said, alone=alone or order is not None)
    if not heads:
        return None
    rows = [tokens[at : at + width + 1] for at in range(first, first + count * (width + 1), width + 1)]
    if order and len(heads) == width + 1:
        return Flat([order, *heads], [[orders[row[0]], *row] if row[0] in orders else row for row in rows])
    return Flat(heads, rows)


def ordinals(line: str, tokens: list[Span]) -> dict[Span, Span]:
    """The numbers 1, 2, 3 … that stand before the labels of rows, by these; none if there are but two."""
    found: dict[Span, Span] = {}
    for order, label in pairwise(tokens):
        if line[order[0] : order[1]] == str(len(found) + 1) and WORD.fullmatch(line, *label):
            found[label] = order
    return found if len(found) >= LEAST_ROWS else {}


def joined_times(line: str, tokens: list[Span]) -> list[Span]:
    """A time and the word that follows it at once are one heading: 2023年销量."""
    joined: list[Span] = []
    for token in tokens:
        follows = joined and joined[-1][1] == token[0] and not line[token[0]].isdigit()
        if follows and line[token[0] - 1] in "年月度":
            joined[-1] = (joined[-1][0], token[1])
        else:
            joined.append(token)
    return joined


def most_rows(line: str, tokens: list[Span], values: list[bool]) -> tuple[int, int, int]:
    """Where the longest run of like rows begins among the tokens, how many values a row has, how many rows
    there are; a row is a label and its values.
    """
    labels = [index for index, value in enumerate(values) if not value]
    best, run = (0, 0, 0), (0, 0, 0)
    for label, following in pairwise([*labels, len(tokens)]):
        width = following - label - 1
        if not 0 < width <= MOST_COLUMNS or not LABEL.fullmatch(line, *tokens[label]):
            run = (0, 0, 0)
            continue
        first, wide, count = run
        run = (first, wide, count + 1) if wide == width else (label, width, 1)
        best = max(best, run, key=lambda one: one[1] * one[2])
    return best


def headings(line: str, tokens: list[Span], width: int, said: str, *, alone: bool) -> list[Span]:
    """The headings of so many columns, the corner's first if it is filled, among the tokens before the rows:
    all behind the unit, else the last ones, which the caption goes before.
    """
    unit = max((index + 1 for index, one in enumerate(tokens) if UNIT.match(line, *one)), default=0)
    strange = max((index + 1 for index, one in enumerate(tokens) if not is_head(line, one)), default=0)
    heads = tokens[max(unit, strange) :]
    if alone or unit and unit >= strange:
        while len(heads) > width + is_corner(line, heads[0]):
            joined = next((i for i, pair in enumerate(pairwise(heads)) if is_one(line, *pair, said)), None)
            if joined is None:
                return []
            heads[joined : joined + 2] = [(heads[joined][0], heads[joined + 1][1])]
        return heads if len(heads) >= width else []
    filled = len(heads) > width and is_corner(line, heads[-width - 1])
    wanted = width + filled
    return heads[-wanted:] if filled or len(heads) >= width > 1 else []


def is_corner(line: str, head: Span) -> bool:
    return CORNER.search(line, *head) is not None


def is_head(line: str, token: Span) -> bool:
    return LABEL.fullmatch(line, *token) is not None


def is_one(line: str, token: Span, following: Span, said: str) -> bool:
    """Are two words one heading, as the text writes them together elsewhere?"""
    return line[token[0] : token[1]] + line[following[0] : following[1]] in said
