"""The weekday behind 周, 星期 or 上周, and the counts that only look like one (周三次, 每周三练)."""

from __future__ import annotations

from flows.extract.times.words import word_after

WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日", 1)} | {"天": 7, "末": 6}
BEFORE_SUNDAY = ("", *"，。；、 到至和及与每")
COUNTED_A_WEEK = "次期个节篇款年月鸣天套份"
DONE_A_WEEK = "班更练会测结报回"
BEFORE_A_WEEK = ("每", "一", "两", "三", "几")


def weekday_at(text: str, end: int) -> int:
    """1 to 7 for the weekday character at `end`, 0 where there is none or it opens a word (周一次)."""
    weekday = WEEKDAYS.get(text[end : end + 1], 0)
    after = text[end + 1 : end + 2]
    if after and text[end - 1 : end + 1] == "周天" and after not in "上下早晚凌，。；、":
        return 0  # 周天子
    if after == "均" and text[end : end + 1] == "日" and text[end - 2 : end - 1] not in BEFORE_SUNDAY:
        return 0  # 首周日均
    return 0 if after and weekday and _counts_a_week(text, end) else weekday


def _counts_a_week(text: str, end: int) -> bool:
    """Whether the numeral at `end`, behind 周, counts what follows: 周三次, 每周三练; not 周三回国, 周末."""
    if text[end] == "末" or word_after(text, end + 1, "weekday tail"):
        return False
    if text[end + 1] in COUNTED_A_WEEK:
        return True
    return text[end + 1] in DONE_A_WEEK and text[end - 2 : end - 1] in BEFORE_A_WEEK
