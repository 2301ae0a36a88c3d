"""What says the same is read the same: annotated articles in which an ordinary word stands for its like.

An exchange takes every place where its pattern is found outside the annotated numbers. The claims of the
article as it was and of the article so changed are compared one by one; nobody has to annotate anything.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest

from flows.read.document import Document
from flows.text import article_of
from tests.calibration import RETOLD
from tests.scoring import Read, Row, documents, overlap, read

*_, REGIONS, _, INDUSTRY, _ = RETOLD
FIGURE = r"(?=[约近超逾]?[0-9])"
SAME = ("value", "value_high", "unit", "metric", "measure", "region", "firm", "model")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A pattern and what stands for it, with the years left out where the words could tell of another; and
    the share of claims that must stay as they are.
    """

    pattern: str
    instead: str
    dated: bool = True
    floor: float = 0.985


EXCHANGES = (
    Exchange(rf"(?<!高)达(?!到|成|标|产){FIGURE}", "达到"),
    Exchange(rf"达到{FIGURE}", "达"),
    Exchange(rf"达到{FIGURE}", "达到了"),
    Exchange(r"(?<!高)达到?(?=[0-9])", "为"),
    Exchange(r"(?<=[量额值长度数模力])为(?=[0-9])", "达"),
    Exchange(r"(?<=[业量数])有(?=[0-9])", "达"),
    Exchange(r"(?<![共拥具没所只仅还含各中])有(?=[0-9]+余?家)", "共有"),
    Exchange(r"共有(?=[0-9])", "有"),
    Exchange(r"同比增长", "同比上升"),
    Exchange(r"同比增长(?=[0-9.]+%)", "较上年同期增长"),
    Exchange(r"(?<!同比)(?<!环比)增长(?=[0-9.]+%)", "提高"),
    Exchange(r"已(?=[达有建超突形培])(?!经)", "已经"),
    Exchange(r"已(?=[达有建超突形培])(?!经)", "现已", dated=False),
    Exchange(r"累计(?=[完实达建发投引落获签])(?!投资)", "总共"),
    Exchange(r"截至(?=[0-9今去])", "截止"),
    Exchange(r"截至(?=[0-9今去])", "截至到"),
    Exchange(r"(?<=[。\n])据[\u4e00-\u9fff]{1,10}(?:统计|介绍)[，,]", "数据显示，"),
    Exchange(r"(?<=[。！？])(?=(?!其中|同时|截至|此外)[\u4e00-\u9fff]{6})", "据介绍，"),
    Exchange(r"(?<=[。！？])(?=(?!其中|同时|截至|此外)[\u4e00-\u9fff]{6})", "值得一提的是，"),
    Exchange(r"全市", "我市"),
    Exchange(r"其中，?", "其中，"),
    Exchange(r"分别为", "分别达"),
    Exchange(r",(?=[\u4e00-\u9fff])", "，"),
    Exchange(r"\n+(?=[\u4e00-\u9fff])", "\n\n　　"),
    Exchange(r"人工智能", "低空经济"),
    Exchange(r"人工智能", "新材料"),
    Exchange(r"(?<=。)(?=[\u4e00-\u9fff“])", "\n", floor=0.91),
    Exchange(r"(?<=。)\s*\n\s*(?=[\u4e00-\u9fff“])", "", floor=0.88),
)


@cache
def articles() -> tuple[tuple[Document, tuple[Row, ...], Read], ...]:
    """Annotated documents, what is annotated and what is read as they are."""
    found = [pair for folder in (REGIONS, INDUSTRY) for pair in documents(folder)]
    return tuple((item, tuple(rows), read_text(item, item.text)) for item, rows in found)


def read_text(item: Document, text: str) -> Read:
    item = replace(item, text=text)
    return read(
        article_of(item.document_id, item.name, item.text, item.title, item.outlet, item.published_on)
    )


def edits(exchange: Exchange, text: str, rows: tuple[Row, ...]) -> Iterator[re.Match[str]]:
    """Where the exchange applies outside the annotated numbers."""
    spans = [(row["start"], row["end"]) for row in rows]
    for match in re.finditer(exchange.pattern, text):
        if not any(overlap(span, match.span()) > 0 or span[0] < match.start() < span[1] for span in spans):
            yield match


def exchanged(exchange: Exchange, text: str, found: list[re.Match[str]]) -> tuple[str, list[int]]:
    """The text with the exchange made, and for each code point before where it stands then."""
    parts, at, moved = [], 0, 0
    ends, shifts = [-1], [0]
    for match in found:
        parts += [text[at : match.start()], exchange.instead]
        at = match.end()
        moved += len(exchange.instead) - len(match[0])
        ends.append(match.end())
        shifts.append(moved)
    parts.append(text[at:])
    places = [place + shifts[bisect_right(ends, place) - 1] for place in range(len(text) + 1)]
    return "".join(parts), places


def alike(before: Row, after: Row, dated: bool) -> bool:
    if any(before[name] != after[name] for name in SAME):
        return False
    return not dated or str(before["period_end"])[:4] == str(after["period_end"])[:4]


@pytest.mark.parametrize("exchange", EXCHANGES, ids=lambda one: f"{one.pattern[-12:]} {one.instead!r}")
def test_what_says_the_same_is_read_the_same(exchange: Exchange) -> None:
    same = total = 0
    changed: list[str] = []
    for item, rows, before in articles():
        found = list(edits(exchange, item.text, rows))
        if not found:
            continue
        text, places = exchanged(exchange, item.text, found)
        left = list(read_text(item, text).claims)
        for claim in before.claims:
            start, end = places[claim["start"]], places[claim["end"] - 1] + 1
            there = [one for one in left if (one["start"], one["end"]) == (start, end)]
            kept = next((one for one in there if alike(claim, one, exchange.dated)), None)
            total += 1
            same += kept is not None
            if kept:
                left.remove(kept)
            else:
                changed.append(f"{item.name}: …{text[max(0, start - 30) : end + 8]!r}")
    assert total, "the exchange was never made"
    assert same / total >= exchange.floor, "\n".join(changed)
