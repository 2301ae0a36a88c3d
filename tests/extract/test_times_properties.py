"""Times by generation: what the grammar writes into Chinese text is read back, and no text breaks it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extract.times import TimeSpan, read_times
from flows.extract.times.calendar import last_day

TODAY = date(2024, 8, 20)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
BEFORE = st.sampled_from(["", "据介绍，", "双方", "公司公布的", "项目在", "（", "团队于", "“", "报告称，"])
AFTER = st.sampled_from(["", "，各地发力", "举行", "。", "的数据", "发布", "）", "完成验收", "、各地", "”"])
CHINESE = "〇一二三四五六七八九"
DASHES = st.sampled_from(["至", "到", "-", "—", "–", "~", "～"])


def chinese_small(number: int) -> str:
    """1 to 99 as it is spoken: 七, 十一, 二十, 三十一."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else CHINESE[tens]) + ("十" if tens else "") + (CHINESE[ones] if ones else "")


def chinese_year(year: int) -> str:
    return "".join(CHINESE[int(digit)] for digit in str(year))


DATE_FORMS = st.sampled_from(
    [
        lambda d: f"{d.year}年{d.month}月{d.day}日",
        lambda d: f"{d.year}年{d.month:02}月{d.day:02}日",
        lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
        lambda d: f"{d.year}年{d.month}月{d.day}号",
        lambda d: f"{chinese_year(d.year)}年{chinese_small(d.month)}月{chinese_small(d.day)}日",
        lambda d: d.isoformat(),
        lambda d: f"{d.year}/{d.month}/{d.day}",
        lambda d: f"{d.year}.{d.month:02}.{d.day:02}",
    ]
)
MONTH_FORMS = st.sampled_from(
    [
        lambda y, m: f"{y}年{m}月",
        lambda y, m: f"{y}年{m}月份",
        lambda y, m: f"{y}年{m:02}月",
        lambda y, m: f"{chinese_year(y)}年{chinese_small(m)}月",
    ]
)
PARTS = st.sampled_from(
    [
        ("上半年", 1, 6), ("下半年", 7, 12), ("一季度", 1, 3), ("第二季度", 4, 6), ("三季度", 7, 9),
        ("第4季度", 10, 12), ("前三季度", 1, 9), ("前两个月", 1, 2), ("前7个月", 1, 7), ("前11月", 1, 11),
        ("1—8月", 1, 8), ("3至5月份", 3, 5), ("一至三季度", 1, 9), ("全年", 1, 12), ("底", 12, 12),
        ("年底", 12, 12), ("初", 1, 1), ("Q3", 7, 9),
    ]
)  # fmt: skip


def whole_months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, last_day(year, last))


def only(text: str, before: str, surface: str) -> TimeSpan:
    """The one time of the text, which must be the surface that was planted."""
    found = read_times(text, TODAY)
    assert [(text[s.start : s.end], s.start) for s in found] == [(surface, len(before))]
    return found[0]


@settings(max_examples=1500, deadline=None)
@given(DAYS, DATE_FORMS, BEFORE, AFTER)
def test_dates_come_back(day, form, before, after):
    surface = form(day)
    span = only(before + surface + after, before, surface)
    assert (span.period_start, span.period_end) == (day, day)


@settings(max_examples=800, deadline=None)
@given(st.integers(1900, 2100), st.integers(1, 12), MONTH_FORMS, BEFORE, AFTER)
def test_months_come_back(year, month, form, before, after):
    surface = form(year, month)
    span = only(before + surface + after, before, surface)
    assert (span.period_start, span.period_end) == whole_months(year, month, month)


@settings(max_examples=800, deadline=None)
@given(st.integers(1950, 2060), PARTS, BEFORE, AFTER)
def test_parts_of_a_year_come_back(year, part, before, after):
    word, first, last = part
    surface = f"{year}年{word}"
    span = only(before + surface + after, before, surface)
    assert (span.period_start, span.period_end) == whole_months(year, first, last)


@settings(max_examples=800, deadline=None)
@given(DAYS, st.integers(1, 4000), DATE_FORMS, DASHES, BEFORE, AFTER)
def test_ranges_of_dates_come_back(day, length, form, dash, before, after):
    other = day + timedelta(days=length)
    surface = f"{form(day)}{dash}{form(other)}"
    span = only(before + surface + after, before, surface)
    assert (span.period_start, span.period_end, span.kind) == (day, other, "range")


@settings(max_examples=500, deadline=None)
@given(st.integers(1900, 2090), st.integers(1, 40), DASHES, st.booleans(), BEFORE, AFTER)
def test_ranges_of_years_come_back(year, length, dash, both, before, after):
    surface = f"{year}{'年' if both else ''}{dash}{year + length}年"
    span = only(before + surface + after, before, surface)
    assert (span.period_start, span.period_end) == (date(year, 1, 1), date(year + length, 12, 31))


@settings(max_examples=500, deadline=None)
@given(DAYS, st.sampled_from(["截至", "截止", "截止到"]), DATE_FORMS, AFTER)
def test_until_leaves_the_start_open(day, cue, form, after):
    text = cue + form(day) + after
    span = read_times(text, TODAY)[0]
    assert (span.period_start, span.period_end, span.kind) == (None, day, "until")


@settings(max_examples=500, deadline=None)
@given(st.integers(2, 60), st.dates(date(1980, 1, 1), date(2060, 12, 31)), st.booleans(), AFTER)
def test_running_years(count, today, spoken, after):
    number = chinese_small(count) if spoken else str(count)
    text = f"过去{number}年" + after
    span = read_times(text, today)[0]
    assert text[: span.end] == f"过去{number}年"
    assert span.period_start == date(today.year - count, 1, 1)
    assert span.period_end == date(today.year - 1, 12, 31)


@settings(max_examples=500, deadline=None)
@given(st.integers(1, 12), st.integers(1, 28), st.dates(date(1980, 1, 1), date(2060, 12, 31)), BEFORE)
def test_days_without_a_year_lie_near_the_reference_date(month, day, today, before):
    span = read_times(f"{before}{month}月{day}日", today)[0]
    assert span.period_start is not None
    assert (span.period_start.month, span.period_start.day) == (month, day)
    assert -366 <= (span.period_start - today).days <= 75


TIME_ALPHABET = (
    "0123456789年月日号周天半一二三四五六七八九十百千两几零〇前后近过去今明昨上下本当次同季度世纪代至到-—/.:"
    "点时分秒个多余来初底末中旬自从截以起第每约超差早晚 ，。、QHFYT十四五“”期间农历"
)


@settings(max_examples=2000, deadline=None)
@given(st.text(st.sampled_from(TIME_ALPHABET), max_size=40), st.one_of(st.none(), st.dates()))
def test_any_mixture_of_time_words_is_safe(text, today):
    check(text, today)


@settings(max_examples=1000, deadline=None)
@given(st.text(max_size=60), st.one_of(st.none(), st.dates()))
def test_any_text_is_safe(text, today):
    check(text, today)


def check(text: str, today: date | None) -> None:
    """Spans are disjoint, in order, inside the text; periods run forward."""
    end = 0
    for span in read_times(text, today):
        assert end <= span.start < span.end <= len(text)
        end = span.end
        assert not (span.period_start and span.period_end) or span.period_start <= span.period_end
        assert span.kind
        assert span.rule
