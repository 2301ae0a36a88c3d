"""Amounts as an English reader writes them; the macro value_label of the warehouse writes them in Chinese."""

from __future__ import annotations

from decimal import Decimal

MONEY = frozenset({"CNY", "USD", "HKD", "EUR", "JPY", "GBP", "TWD", "KRW", "MOP"})
BOUNDS = {"approx": "≈ ", "gt": "> ", "lt": "< "}
SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
SYMBOLS = {"percent": "%", "multiple": "×", "person": " people", "count": "", "P": " PFLOPS"}


def english_amount(value: Decimal, high: Decimal | None, unit: str | None, bound: str) -> str:
    """As `CNY 13.8 bn`, `≈ 20%`, `No. 6`, `> 1,100`, `30–40`."""
    ends = [value] if high is None else [value, high]
    scale, suffix = scale_of(max(map(abs, ends)))
    digits = "–".join(plain(end / scale) for end in ends)
    if unit == "rank":
        return f"{BOUNDS.get(bound, '')}No. {digits}"
    number = f"{digits} {suffix}" if suffix else digits
    if unit in MONEY:
        return f"{BOUNDS.get(bound, '')}{unit} {number}"
    return f"{BOUNDS.get(bound, '')}{number}{SYMBOLS.get(unit or 'count', f' {unit}')}"


def scale_of(size: Decimal) -> tuple[Decimal, str]:
    return next(((scale, name) for scale, name in SCALES if size >= scale), (Decimal(1), ""))


def plain(number: Decimal) -> str:
    """Up to three decimals, thousands apart, no trailing zeros."""
    text = f"{number:,.3f}"
    return text.rstrip("0").rstrip(".")
