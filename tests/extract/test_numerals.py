"""Numerals in every form that news writes them, and what they amount to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from flows.extract.numbers.numerals import ARABIC, CHINESE, parse_numeral


def read(surface: str) -> tuple[str, str | None, str]:
    """Low, high and bound of a numeral, as plain strings; the grammar must take the surface whole."""
    pattern = ARABIC if surface[0].isdecimal() else CHINESE
    found = pattern.match(surface)
    assert found is not None
    assert found[0] == surface
    numeral = parse_numeral(surface)
    assert numeral is not None
    high = None if numeral.high is None else f"{numeral.high.normalize():f}"
    return f"{numeral.value.normalize():f}", high, numeral.bound


@pytest.mark.parametrize(("surface", "value"), [
    ("7", "7"), ("1,234.5", "1234.5"), ("12，345", "12345"), ("3.5万", "35000"),
    ("14.4万亿", "14400000000000"),
    ("1亿2千万", "120000000"), ("1万2千万", "120000000"), ("3亿5000万", "350000000"), ("10万8579", "108579"),
    ("25亿9187.9万", "2591879000"), ("2千3百万", "23000000"), ("5万3千2百", "53200"),
    ("1.05千万", "10500000"),
    ("3万5", "35000"), ("1e3", "1000"), ("6.7×10^9", "6700000000"),
    ("一百零八", "108"), ("两千三", "2300"), ("三万五", "35000"), ("一百二", "120"),
    ("一千零五十亿", "105000000000"),
    ("十亿零五百万", "1005000000"), ("四十一万八千二百", "418200"), ("五百二十一万三千零六十四", "5213064"),
    ("一千二百三十四亿五千六百七十八万九千零一十二", "123456789012"), ("百二十亿", "12000000000"),
    ("廿五", "25"), ("卅二", "32"), ("壹佰贰拾叁", "123"), ("陆万柒仟捌佰", "67800"), ("二〇二四", "2024"),
    ("三点一四", "3.14"), ("三点五亿", "350000000"), ("半", "0.5"), ("半亿", "50000000"),
    ("千亿", "100000000000"),
    ("三千万亿", "3000000000000000"), ("114兆", "114000000000000"),
])  # fmt: skip
def test_value(surface: str, value: str) -> None:
    assert read(surface) == (value, None, "eq")


@pytest.mark.parametrize(("surface", "low", "high", "bound"), [
    ("几十", "20", "99", "eq"), ("数百", "200", "999", "eq"), ("数万", "20000", "99999", "eq"),
    ("十几", "11", "19", "eq"), ("二十几", "21", "29", "eq"), ("20几", "21", "29", "eq"),
    ("一百几十", "110", "199", "eq"),
    ("数十亿", "2000000000", "9900000000", "eq"), ("十几万", "110000", "190000", "eq"),
    ("几", "2", "9", "eq"),
    ("七八", "7", "8", "eq"), ("三五百", "300", "500", "eq"), ("十七八", "17", "18", "eq"),
    ("一两万", "10000", "20000", "eq"),
    ("三四千万", "30000000", "40000000", "eq"), ("2000余万", "20000000", None, "gt"),
    ("3千多", "3000", None, "gt"),
    ("百余", "100", None, "gt"), ("一万五千余", "15000", None, "gt"), ("万余", "10000", None, "gt"),
])  # fmt: skip
def test_vague(surface: str, low: str, high: str | None, bound: str) -> None:
    assert read(surface) == (low, high, bound)


@pytest.mark.parametrize("surface", ["十百千万", "几数", "一几"])
def test_no_numeral(surface: str) -> None:
    assert parse_numeral(surface) is None


def test_unit_characters_are_no_magnitudes() -> None:
    for text, numeral in (("5千瓦", "5"), ("3兆赫", "3"), ("8千克", "8"), ("925百帕", "925"), ("1200万千瓦时",
    "1200万")):
        found = ARABIC.match(text)
        assert found is not None
        assert found[0] == numeral


def test_scale_is_the_magnitude_at_the_end() -> None:
    for surface, scale in (("3万", 10**4), ("2.5万亿", 10**12), ("三百", 100), ("12", 1)):
        numeral = parse_numeral(surface)
        assert numeral is not None
        assert numeral.scale == scale
        assert isinstance(numeral.value, Decimal)
