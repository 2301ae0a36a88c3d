"""When a claim holds, in words: the macro period_label of the warehouse writes it in signs."""

from __future__ import annotations

import re
from datetime import date

from flows.report.wording import Phrase

HALVES = {"1": "上半年", "2": "下半年"}
QUARTERS = {"1": "一季度", "2": "二季度", "3": "三季度", "4": "四季度"}


def told_period(label: str, published: date | None) -> Phrase:
    """As 2024年上半年, H1 2024; without a period of its own a claim stands at its day of publication."""
    if not label or label.startswith("@"):
        day = label[1:] or (str(published) if published else "")
        return Phrase(f"{day} 发布", f"published {day}") if day else Phrase("", "")
    if label.startswith(".."):
        return Phrase(f"截至{label[2:]}", f"by {label[2:]}")
    if label.endswith(".."):
        return Phrase(f"自{label[:-2]}起", f"since {label[:-2]}")
    if match := re.fullmatch(r"(\d{4})([HQ])(\d)", label):
        year, kind, number = match.groups()
        return Phrase(f"{year}年{(HALVES if kind == 'H' else QUARTERS)[number]}", f"{kind}{number} {year}")
    if re.fullmatch(r"\d{4}", label):
        return Phrase(f"{label}年", label)
    first, dots, last = label.partition("..")
    return Phrase(f"{first}–{last}", f"{first}–{last}") if dots else Phrase(label, label)
