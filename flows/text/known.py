"""What a text must know to say what it says: names that did not exist before a day, and meetings that are
held every year. No article is older than the latest of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from flows.patterns import lazy
from flows.text.numerals import small_number
from flows.text.reference import reference_rows

_TENS = frozenset("十一二三四五六七八九")
_NUMBER = r"([1-9][0-9]{0,2}|[一二三四五六七八九十百]{1,5})"
_EDITION = lazy(rf"(?:第{_NUMBER}[届次期个批]|首届)《?(?:中国|（.{{1,6}}）)*$")
_ANNIVERSARY = lazy(r"第?([1-9][0-9]?|[一二三四五六七八九十]{1,3})周年")
_QUOTES = '“”‘’「」『』"'
"""Left out, so that 人工智能+行动 is one name however it is quoted."""
_AHEAD = ("到", "至", "迎接", "筹备", "申办")
"""What stands before a meeting that is only looked forward to (到建党100周年)."""
_COUNTED = frozenset("万亿千百多余个款台家亩吨元倍名人辆件%")
_REACH = 24
"""Characters before an event in which its edition stands."""
_NOTICE, _YEAR = 3, 12
"""Months before a yearly meeting in which news of it begins, and before an anniversary or rarer games."""


@dataclass(frozen=True, slots=True)
class Bound:
    """`least`: the article is not older. `usual`: news in general names from then on what it names. `year`:
    the latest from which, for about a year, most news names something that it names (GPT-4o, 第七届X), and
    `month` the month of that thing; None where all that it names is named for years (雄安).
    """

    least: date
    usual: date
    year: date | None
    month: date | None


@dataclass(frozen=True, slots=True)
class _Anchor:
    """An edition of an event and its month, as months since the year 0, with the months to the next one."""

    edition: int
    month: int
    every: int


@dataclass(slots=True)
class _Names:
    """Every written form, in small letters, with its bound or the anchors of its editions, in order; a longer
    name without a date has neither. What were held after the horizon is another event of the same name.
    """

    bounds: dict[str, Bound]
    events: dict[str, list[_Anchor]]
    forms: list[str]
    automaton: AhoCorasick
    horizon: date


def bound(paragraphs: Sequence[str]) -> Bound | None:
    """The latest of what the paragraphs name, or None where they name nothing that has a date."""
    found = list(_bounds(_plain(paragraphs)))
    if not found:
        return None
    years = [one.year for one in found if one.year is not None]
    months = [one.month for one in found if one.month is not None]
    return Bound(
        max(one.least for one in found),
        max(one.usual for one in found),
        max(years, default=None),
        max(months, default=None),
    )


@lru_cache(maxsize=1)
def known_until() -> int:
    """The last year that names are known from: of a later one nothing could have been written down yet, so
    one that a text tells without a day is planned.
    """
    return max(one.least for one in _names().bounds.values()).year


def _plain(paragraphs: Sequence[str]) -> str:
    text = "\n".join(paragraphs).lower()
    for mark in _QUOTES:
        text = text.replace(mark, "")
    return text


def _bounds(text: str) -> Iterator[Bound]:
    names = _names()
    for index, start, end in names.automaton.find_matches_as_indexes(text):
        if not _is_whole(text, start, end):
            continue
        form = names.forms[index]
        if form in names.bounds:
            yield names.bounds[form]
        if form in names.events and (number := _edition(text, start, end)):
            held = _held(names.events[form], number)
            if held.least < names.horizon:
                yield held


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a name is no part of a longer word: GPT-4 in GPT-4o, Qwen2 in Qwen2.5, 十五五 in 二十五五."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if _is_latin(text[start]) and (_is_latin(before[-1:]) or (before[-1:] == "-" and _is_latin(before[:1]))):
        return False
    if _is_latin(text[end - 1]) and (_is_latin(after[:1]) or (after[:1] == "." and after[1:].isdigit())):
        return False
    if text[end - 1].isdigit() and after[:1] in _COUNTED:  # 豆包1.5万个
        return False
    return text[start] not in _TENS or before[-1:] not in _TENS


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _edition(text: str, start: int, end: int) -> int:
    """Which edition a text speaks of (第七届X, X七周年); 0 where it names none or looks forward to it."""
    around = text[max(0, start - _REACH) : start]
    found = _EDITION.search(around)
    if found is not None:
        return 0 if around[: found.start()].endswith(_AHEAD) else small_number(found[1] or "一")
    behind = _ANNIVERSARY.match(text, end)
    return small_number(behind[1]) if behind and not around.endswith(_AHEAD) else 0


def _held(anchors: list[_Anchor], number: int) -> Bound:
    anchor = next((one for one in reversed(anchors) if one.edition <= number), anchors[0])
    month = anchor.month + (number - anchor.edition) * anchor.every
    if anchor.edition == 0:
        least = usual = _day(month - _YEAR + _NOTICE)
    elif anchor.every > _YEAR:
        least, usual = _day(month - anchor.every), _day(month - _NOTICE)
    else:
        least = usual = _day(month - min(_NOTICE, anchor.every // 3))
    return Bound(least, usual, usual, _day(month))


def _day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


@lru_cache(maxsize=1)
def _names() -> _Names:
    bounds: dict[str, Bound] = {}
    events: dict[str, list[_Anchor]] = {}
    others: list[str] = []
    for row in reference_rows("dated_names"):
        for form in (form for name in row["names"].split("|") for form in _forms(name)):
            if row["known_on"]:
                least = _day_of(row["known_on"])
                usual = _day_of(row["usual_from"]) if row["usual_from"] else least
                of_its_year = usual if row["of_its_year"] else None
                bounds[form] = Bound(least, usual, of_its_year, of_its_year)
            else:
                others.append(form)
    for row in reference_rows("yearly_events"):
        month = int(row["year"]) * 12 + int(row["month"]) - 1
        for name in row["names"].split("|"):
            anchor = _Anchor(int(row["edition"]), month, int(row["every"]))
            events.setdefault(name.lower(), []).append(anchor)
    forms = list(dict.fromkeys([*bounds, *events, *others]))
    horizon = max(one.usual for one in bounds.values()) + timedelta(2 * 365)
    return _Names(bounds, events, forms, AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest), horizon)


_JOINT = lazy(r"[ -](?=[A-Za-z0-9])")


def _forms(name: str) -> list[str]:
    """How a name is written: DeepSeek-R1, deepseek r1, deepseekr1."""
    written = name.lower()
    return list(dict.fromkeys([written, *(_JOINT.sub(joint, written) for joint in ("-", " ", ""))]))


def _day_of(written: str) -> date:
    """2023-03-14; 2023-03 is the first day of it."""
    return date.fromisoformat(written if len(written) > 7 else f"{written}-01")
