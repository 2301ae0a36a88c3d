"""Properties of the number reader: what the grammar writes is read back, and no text loses a digit."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extract.numbers.number import Number
from flows.extract.numbers.read import read_numbers

DIGITS = "零一二三四五六七八九"
UNITS = {  # written unit: symbol and factor
    "亿元": ("CNY", 10**8), "万元": ("CNY", 10**4), "元": ("CNY", 1), "亿美元": ("USD", 10**8),
    "万港元": ("HKD", 10**4),
    "家": ("count", 1), "万辆": ("count", 10**4), "件": ("count", 1), "台": ("count", 1), "项": ("count", 1),
    "人": ("person", 1), "万人次": ("person", 10**4), "名": ("person", 1), "%": ("percent", 1),
    "个百分点": ("percent", 1),
    "倍": ("multiple", 1), "公里": ("km", 1), "万亩": ("mu", 10**4), "吨": ("t", 1), "平方米": ("m2", 1),
    "万千瓦": ("kW", 10**4),
    "亿千瓦时": ("kWh", 10**8), "兆瓦": ("kW", 1000), "P": ("P", 1), "小时": ("hour", 1), "毫米": ("mm", 1),
    "TB": ("TB", 1),
}  # fmt: skip
BEFORE = {"约": "approx", "近": "approx", "大约": "approx", "接近": "approx", "约为": "approx", "超": "gt",
"超过": "gt", "逾": "gt",
          "突破": "gt", "不少于": "gt", "至少": "gt", "高于": "gt", "不到": "lt", "不足": "lt",
          "不超过": "lt", "低于": "lt", "": "eq"}  # fmt: skip
AFTER = {"以上": "gt", "左右": "approx", "上下": "approx", "以内": "lt", "以下": "lt", "": "eq"}
FRAMES = [
    ("据介绍，该项指标为", "，好于预期。"), ("去年这一数字达到", "。"),
    ("记者获悉，总量已达", "；下一步将继续推进。"),
    ("“规模是", "。”负责人说。"), ("其中，新增", "，降幅收窄。"), ("（合计", "）"),
]  # fmt: skip


@dataclass
class Written:
    """A generated expression and what it must be read as."""

    surface: str
    value: Decimal
    unit: str
    bound: str
    high: Decimal | None = None


def chinese(value: int) -> str:
    """A positive integer below 10**12 in Chinese numerals, as a careful writer would write it."""
    if value >= 10**8:
        return chinese_with(value, 10**8, "亿")
    if value >= 10**4:
        return chinese_with(value, 10**4, "万")
    out, zero = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // scale % 10
        if digit:
            out += ("零" if zero and out else "") + DIGITS[digit] + name
            zero = False
        elif out:
            zero = True
    return out.removeprefix("一") if 10 <= value < 20 else out


def chinese_with(value: int, scale: int, name: str) -> str:
    """A numeral with the magnitude `name`, and 零 where the rest is short of a place."""
    high, low = divmod(value, scale)
    head = (chinese(high) if not 10 <= high < 20 else "一" + chinese(high)) + name
    if not low:
        return head
    rest = chinese(low) if not 10 <= low < 20 else "一" + chinese(low)
    return head + ("零" if low < scale // 10 else "") + rest


def numeral(source: random.Random, unit: str) -> tuple[str, Decimal]:
    """A numeral as written, and its value."""
    form = source.randrange(6)
    if form == 0:
        value = Decimal(source.randrange(2, 10**source.randrange(1, 7)))
        return str(value), value
    if form == 1:
        value = Decimal(source.randrange(11, 10**5)) / (10 if source.random() < 0.5 else 100)
        return f"{value}", value
    if form == 2:
        value = Decimal(source.randrange(1000, 10**8))
        return f"{value:,}", value
    scaled = unit[0] in "万亿" or unit in ("%", "倍", "兆瓦")
    if form == 3 and not scaled:
        value = Decimal(source.randrange(11, 9999)) / 10
        scale = source.choice(("万", "亿"))
        return f"{value}{scale}", value * (10**4 if scale == "万" else 10**8)
    whole = source.randrange(11, 9999 if scaled else 10**9)
    if scaled and unit[0] in "万亿":
        whole = whole // 10 * 10 + 10  # 三百零五万 is plain, 三百五万 no one writes
    return chinese(whole), Decimal(whole)


def expression(source: random.Random) -> Written:
    """One expression with its unit and at most one hedge."""
    unit = source.choice(list(UNITS))
    symbol, factor = UNITS[unit]
    surface, value = numeral(source, unit)
    if not surface[0].isdecimal() and unit[0].isascii():
        unit, symbol, factor = "家", "count", 1
    before = source.choice(list(BEFORE)) if source.random() < 0.5 else ""
    if (before, unit) == ("近", "小时"):  # 近88小时 is a period up to now
        before = "约"
    after = source.choice(list(AFTER)) if not before and source.random() < 0.5 else ""
    bound = BEFORE[before] if before else AFTER[after]
    return Written(f"{before}{surface}{unit}{after}", value * factor, symbol, bound)


def interval(source: random.Random) -> Written:
    """A range whose ends share their unit."""
    unit = source.choice(["家", "亿元", "万人次", "%", "公里", "个百分点", "倍"])
    symbol, factor = UNITS[unit]
    low = source.randrange(2, 500)
    high = low + source.randrange(1, 500)
    dash = source.choice(["—", "-", "~", "至", "到", "～"])
    first = f"{low}{unit}" if source.random() < 0.4 else str(low)
    return Written(f"{first}{dash}{high}{unit}", Decimal(low * factor), symbol, "eq", Decimal(high * factor))


def misread(written: Written, before: str, after: str) -> str | None:
    """What is wrong with the reading of the expression between two pieces of text, or None."""
    text = before + written.surface + after
    found = [number for number in read_numbers(text) if number.start < len(before) + len(written.surface)]
    found = [number for number in found if number.end > len(before)]
    if len(found) != 1:
        return f"{text}: read as {[number.surface for number in found]}"
    number = found[0]
    said = number.kind, number.surface, number.value, number.value_high, number.unit, number.bound
    wanted = "claim", written.surface, written.value, written.high, written.unit, written.bound
    return None if said == wanted else f"{text}: {said}, not {wanted}"


def test_generated_expressions_are_read_back() -> None:
    source = random.Random(20240820)
    wrong = []
    for _ in range(20_000):
        written = interval(source) if source.random() < 0.2 else expression(source)
        verdict = misread(written, *source.choice(FRAMES))
        if verdict:
            wrong.append(verdict)
    assert wrong == [], f"{len(wrong)} of 20000, first: {wrong[:5]}"


def assert_sound(text: str, numbers: list[Number]) -> None:
    """Spans lie in the text, in order and disjoint; each surface is its span; each digit run is covered."""
    at = 0
    for number in numbers:
        assert at <= number.start < number.end <= len(text)
        assert number.surface == text[number.start:number.end]
        assert number.rule
        at = number.end
    for run in re.finditer(r"\d+", text):
        covered = [number for number in numbers if number.start < run.end() and number.end > run.start()]
        shared = (min(number.end, run.end()) - max(number.start, run.start()) for number in covered)
        assert sum(shared) == len(run[0])


@settings(max_examples=400, deadline=None)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert_sound(text, read_numbers(text))


PIECES = st.sampled_from([
    *"0123456789〇零一二三四五六七八九十百千万亿兆半几数两第前约超近至到—-~.,，。%％年月日时分秒元个家人名",
    *"位点度倍成折番号比:/±+()（）《》“”\n ①٣５",
    "2024", "亿元", "万", "百分之", "分之", "以上", "左右", "不到", "超过", "GPT-", "A100", "5G",
    "http://a.b/1", "个多月", "半小时",
    "同比", "增长", "截至", "世界人工智能大会", "千瓦时", "一半", "翻", "首位", "统一", "四川", "US$", "$",
    "billion", "1e9999", "×10^99",
])  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(st.lists(PIECES, max_size=24))
def test_any_mixture_of_number_characters_is_read(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert_sound(text, read_numbers(text))
