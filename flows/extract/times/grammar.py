"""The grammar of times as patterns: a trigger that finds where a time may begin, and what may stand there."""

from __future__ import annotations

from flows.extract.times.words import alternation, plans, words_of
from flows.patterns import Pattern, lazy
from flows.text.day_forms import MONTH

CHINESE_DIGITS = "零〇○一二三四五六七八九十百千两廿卅几"
DASH = r" ?(?:[-‐‑‒–—―－~～〜∼]{1,2}|至|到) ?"
YEAR4 = r"(?:1[6-9]|2[01])[0-9]{2}"
EDGE = r"(?![0-9A-Za-z])"

_UNITS = alternation(words_of("unit"), follow=True)
_SECOND = r"(?P<n2>[0-9]{1,4}+(?![.,][0-9])|[零〇一二三四五六七八九十两百几]{1,4}+)"
_MIDDLE = r" ?(?P<more>[多余来几]个?|个[多余来])?(?P<ge>个)?(?P<half>半)?"


def _measured(numeral: str) -> str:
    """A numeral, or two with a dash, and a unit of time: 2024年, 1—8月, 三十余年, 两个半小时."""
    return (
        rf"(?P<measured>(?P<n1>{numeral})(?:(?P<sep>{DASH}|/)第?{_SECOND})?"
        rf"{_MIDDLE}(?P<unit>{_UNITS}))"
    )  # fmt: skip


_MONTHDAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_STAMP = (
    rf"(?P<stamp>{YEAR4}(?:"
    r"-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|\.[0-9]{1,2}\.[0-9]{1,2}|[-/.](?:0[1-9]|1[0-2])|/[1-9]"
    rf"|\.[1-9](?:(?=[-–—~～至到]{YEAR4}\.)|(?<=[-–—~～至到][0-9]{{4}}\.[0-9]))"
    r"|(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))"
    r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6}+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
    rf"(?![0-9A-Za-z_%/]|[.:][0-9]|-(?!{YEAR4}[-/.])[0-9])"
    rf"|{_MONTHDAY}/{_MONTHDAY}/{YEAR4}(?![0-9A-Za-z_%/年])|{_MONTHDAY}-{_MONTHDAY}-{YEAR4}(?![0-9A-Za-z_%/年-])"
    rf"|(?:[12][0-9]|3[0-5])/(?:0?[1-9]|1[0-2])/{_MONTHDAY}(?![0-9A-Za-z_%/年.-])"
    rf"|(?<![\s\S])(?:[12][0-9]|3[0-5])-(?:0?[1-9]|1[0-2])-{_MONTHDAY}$"
    r"|(?:0?[2-9]|1[0-2])/(?:1[3-9]|2[0-9]|3[01])(?![0-9A-Za-z_%/年.-]))"
)
_CLOCK = (
    r"(?P<clock>(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,3})?)?(?![0-9:])"
    r"(?: ?(?:[aApP][mM]|[aApP]\.[mM]\.)(?![A-Za-z0-9]))?"
    r"|(?:0?[1-9]|1[0-2]) ?(?:[aApP][mM]|[aApP]\.[mM]\.)(?![A-Za-z0-9]))"
)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENGLISH_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_ENGLISH_DIGITS = rf"(?P<english>{_ENGLISH_DAY}[- ]?{MONTH}(?:[-, ]{{1,2}}{YEAR4})?{EDGE})"
_ENGLISH_LETTERS = (
    rf"(?P<english>{MONTH}(?: {_ENGLISH_DAY}(?:, ?{YEAR4}| {YEAR4})?| ?,? ?{YEAR4}|-{YEAR4}){EDGE})"
)
_FISCAL_DIGITS = (
    rf"(?P<fiscal>(?:20)?[0-9]{{2}} ?年?(?:Q[1-4](?: ?[-–—~～] ?Q?[1-4])?|H[12]){EDGE}"
    rf"|(?:[1-4]Q|[12]H) ?'?(?:20)?[0-9]{{2}}{EDGE}|20[0-9]{{2}}[EAF]{EDGE})"
)
_FISCAL_LETTERS = (
    rf"(?P<fiscal>(?:FY|fy|CY) ?'?(?:20)?[0-9]{{2}}(?: ?(?:Q[1-4]|H[12]))?{EDGE}"
    rf"|Q[1-4](?: ?[-–—~～] ?Q?[1-4]| ?(?:FY)?(?:20)[0-9]{{2}})?{EDGE}|H[12](?: ?20[0-9]{{2}})?{EDGE})"
)
_AFTER_YEAR = (
    rf"{alternation(words_of('bare year'))}"
    r"|[前首][0-9一二三四五六七八九十]{1,2}个?月|第?[一二三四1-4]季度"
)
_BARE = rf"(?P<bare>{YEAR4}(?: ?(?={_AFTER_YEAR})|{DASH}{YEAR4}(?![0-9A-Za-z年.,-])))"
_PLAN = (
    rf"(?P<plan>{'|'.join(sorted(plans(), key=len, reverse=True))})"
    r"(?!时(?![期候代至])|[年月日周号天倍万亿个点岁元十百千一二三四五六七八九])"
)
_ARABIC_NUMERAL = r"[0-9]{1,6}+(?:[.][0-9]{1,2}+)?+"
_CHINESE_NUMERAL = rf"[{CHINESE_DIGITS}数半][{CHINESE_DIGITS}]{{0,7}}+"

# beside these stand words, which scan.py looks up: those that are no time before, those of time after them
ARABIC = lazy("|".join((_STAMP, _CLOCK, _FISCAL_DIGITS, _ENGLISH_DIGITS, _measured(_ARABIC_NUMERAL), _BARE)))
CHINESE = lazy("|".join((_PLAN, _measured(_CHINESE_NUMERAL))))
FISCAL = lazy(f"{_FISCAL_LETTERS}|{_ENGLISH_LETTERS}")


# what goes on behind digits that a time begins with: 2024年, 3个半月, 1—8月, 12:30, 2024.12, 20241231, 3Q24
_UNIT_FIRSTS = "".join(sorted({row.word[0] for row in words_of("unit")}))
_YEAR_FIRSTS = "".join(sorted({row.word[0] for row in words_of("bare year")}))
_AFTER_DIGITS = (
    rf"(?:\.[0-9]{{1,2}})?(?:[ \-‐-―－~～〜∼至到/:{_UNIT_FIRSTS}]|[多余来几][个半{_UNIT_FIRSTS}]"
    rf"|个[多余来半{_UNIT_FIRSTS}]|半[{_UNIT_FIRSTS}])|[aApP][.mM]|[QHEAF{_YEAR_FIRSTS}前首第一二三四]"
    r"|(?:st|nd|rd|th)?[- ]?[JFMASOND][aepuco][a-z]"
    r"|(?<=[12][0-9]{3})\.(?:[0-9]{1,2}\.|0[1-9]|1[0-2]|[1-9][-–—~～至到])|(?<=[0-9]{8})"
    r"|(?<=[-–—~～至到][12][0-9]{3})\.[1-9]"
)


def _triggers() -> tuple[Pattern, ...]:
    """Where a time may begin: digit runs, Chinese numerals before a unit or a dash, pairs that begin a word.

    Each begins with one class of characters, which `re` skips through without entering the pattern.
    """
    words = {row.word for role in ("word", "daypart", "lexical") for row in words_of(role)}
    firsts = "".join(sorted({word[0] for word in words} - set(CHINESE_DIGITS + "数半0123456789")))
    seconds = "".join(sorted({word[1] for word in words if len(word) > 1} | set("一二三四五六日天末")))
    numeral = "零一二三四五六七八九十百千两"
    runs = (
        rf"(?<=[0-9])(?<![0-9][.,][0-9])[0-9]*+(?={_AFTER_DIGITS})"
        rf"|(?<=[{CHINESE_DIGITS}数半])(?<![{numeral}万亿][{numeral}])[{CHINESE_DIGITS}]*+"
        rf"(?=[{_UNIT_FIRSTS}多余来个半假长小黄 \-‐-―－~～〜∼至到五夜{seconds}”\"’」]|$"
        r"|(?<=十[一二三四五六]五))"
    )
    return (
        lazy(rf"[0-9{CHINESE_DIGITS}数半](?<![0-9][0-9])(?:{runs})"),
        lazy(rf"[{firsts}QHFfCJMASOND](?=[{seconds}Y1-4yaepuco])"),
    )


_TRIGGERS = _triggers()


def beginnings(text: str) -> list[int]:
    """The places of a text where a time may begin, in order."""
    return sorted([found.start() for trigger in _TRIGGERS for found in trigger.finditer(text)])
