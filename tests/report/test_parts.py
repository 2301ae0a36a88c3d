"""The report's parts one by one: amounts, periods, sentences, drawings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from flows.report.amounts import english_amount
from flows.report.charts import bars, cells, lines, shortened, stacked
from flows.report.drawing import UnsafeDrawing, draw, inlined
from flows.report.gather import Sentence, segments, sentence_of, web_address
from flows.report.periods import told_period
from flows.report.wording import Phrase, visible


@pytest.mark.parametrize(
    ("value", "high", "unit", "bound", "told"),
    [
        ("13800000000", None, "CNY", "eq", "CNY 13.8 bn"),
        ("2000000000", None, "CNY", "approx", "≈ CNY 2 bn"),
        ("14400000000000", None, "CNY", "approx", "≈ CNY 14.4 tn"),
        ("410000000", None, "CNY", "eq", "CNY 410 m"),
        ("1100", None, "count", "gt", "> 1,100"),
        ("6", None, "rank", "eq", "No. 6"),
        ("12.5", None, "percent", "eq", "12.5%"),
        ("-3.2", None, "percent", "eq", "-3.2%"),
        ("250000", None, "person", "approx", "≈ 250,000 people"),
        ("30", "40", "count", "eq", "30–40"),
        ("5000", None, "P", "approx", "≈ 5,000 PFLOPS"),
        ("3", None, "second", "lt", "< 3 second"),
        ("0", None, "count", "eq", "0"),
    ],
)
def test_an_amount_in_english(value: str, high: str | None, unit: str, bound: str, told: str) -> None:
    assert english_amount(Decimal(value), Decimal(high) if high else None, unit, bound) == told


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("2024H1", ("2024年上半年", "H1 2024")),
        ("2023Q3", ("2023年三季度", "Q3 2023")),
        ("2023", ("2023年", "2023")),
        ("..2024-08-31", ("截至2024-08-31", "by 2024-08-31")),
        ("2022-01-01..", ("自2022-01-01起", "since 2022-01-01")),
        ("2018..2023", ("2018–2023", "2018–2023")),
        ("2024-06", ("2024-06", "2024-06")),
        ("", ("2024-08-20 发布", "published 2024-08-20")),
        ("@2024-08-31", ("2024-08-31 发布", "published 2024-08-31")),
    ],
)
def test_a_period_in_words(label: str, told: tuple[str, str]) -> None:
    assert told_period(label, date(2024, 8, 20)) == Phrase(*told)


@pytest.mark.parametrize(
    ("text", "surface", "sentence"),
    [
        ("上文。成都融资4.1亿元，企业不少。下文。", "4.1亿元", ("成都融资", "4.1亿元", "，企业不少。")),
        ("他说：“有30家！”随后", "30家", ("他说：“有", "30家", "！”")),
        ("没有句号的22家", "22家", ("没有句号的", "22家", "")),
        ("一行\n两行15%\n三行", "15%", ("两行", "15%", "")),
    ],
)
def test_the_sentence_around_a_number(text: str, surface: str, sentence: tuple[str, str, str]) -> None:
    start = text.index(surface)
    assert sentence_of(text, start, start + len(surface)) == Sentence(*sentence)


def test_a_passage_is_cut_at_its_numbers_and_loses_nothing() -> None:
    passage = {"text": "共有30家，占12%。", "start_char": 100, "end_char": 111}
    numbers = [
        {"start_char": 102, "end_char": 105},
        {"start_char": 103, "end_char": 104},
        {"start_char": 107, "end_char": 110},
    ]
    pieces = segments(passage, numbers)
    assert "".join(piece.text for piece in pieces) == passage["text"]
    assert [piece.text for piece in pieces if piece.number] == ["30家", "12%"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://a.cn", "", None]
)
def test_only_an_address_of_the_web_becomes_a_link(url: str | None) -> None:
    assert web_address(url) is None


def test_text_is_shown_without_what_turns_it() -> None:
    assert visible("融资\u202e138\u0000亿") == "融资138\ufffd亿"


def row(label: str, value: float, bound: str = "eq") -> dict[str, object]:
    return {
        "label": label, "value": value, "high": value, "bound": bound,
        "text": f"{value}亿元", "href": f"#c-{label}", "told": f"{label}, {value}",
    }  # fmt: skip


def test_bars_are_links_that_a_screen_reader_can_name() -> None:
    svg = draw(
        bars([row("北京", 138), row("成都", 4.1), row("苏州", 20, "approx"), row("六城", 215, "gt")]),
        "融资金额",
    )
    assert svg.count('href="#c-北京"') == 2  # the bar and its label
    assert svg.count('tabindex="-1"') == 4
    assert 'aria-label="成都, 4.1"' in svg
    assert 'aria-label="融资金额"' in svg
    assert "stroke-dasharray" in svg
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


def test_what_an_article_says_stays_text_in_a_drawing() -> None:
    svg = draw(bars([row('<script>alert(1)</script>"&', 1), row("&#60;img&#62;", 2)]), '"><script>')
    assert "<script" not in svg
    assert "&lt;script&gt;alert(1)" in svg


def test_lines_and_stacks_are_drawn() -> None:
    point = {
        "day": "2018-12-31",
        "value": 183.0,
        "text": "183",
        "period": "2018",
        "end": True,
        "href": "#c-a",
        "told": "a",
    }
    assert draw(lines([point, point | {"day": "2023-12-31", "value": 348.0}]), "上海").count("<a ") == 4
    stack = {"label": "1. 文", "class": "claim", "count": 3, "place": 0, "href": "#d-a", "told": "陈述 3"}
    assert 'href="#d-a"' in draw(stacked([stack, stack | {"class": "time", "place": 1}]), "台账")


@pytest.mark.parametrize("element", ["script", "foreignObject", "image", "style", "use"])
def test_a_drawing_with_anything_else_is_refused(element: str) -> None:
    with pytest.raises(UnsafeDrawing, match=element):
        inlined(f'<svg xmlns="http://www.w3.org/2000/svg"><{element}/></svg>', "x")


def test_long_labels_are_shortened_by_cells() -> None:
    assert shortened("四川省人工智能产业", 8) == "四川省人…"
    assert cells("四川AI") == 6
