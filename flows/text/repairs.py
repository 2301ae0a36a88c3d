"""Damage that changes a text's length: pinyin, lost bytes, entities, invisible characters, spaces."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from flows.patterns import Pattern, lazy
from flows.text.cleantext import Edit
from flows.text.glyphs import expansions
from flows.text.reference import reference_rows

HAN = "㐀-䶿一-鿿豈-﫿〇"  # rarer characters beyond the BMP would make every class of it slow
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹế"
_TONE = lazy(f"[{_TONED}]")
_TONED_SYLLABLE = rf"(?:[bpmfdtnlɡgkhjqxryw]|[zcs]h?)?[aeiouü]{{0,2}}[{_TONED}][aeiou]{{0,2}}(?:n?[gɡ]?|r)"
_GUARD = lazy(rf"[(（](?<=[{HAN}][(（]){_TONED_SYLLABLE}[)）]")
_PLAIN_SYLLABLE = (
    r"(?:[bpmfdtnlgkhjqxryw]|[zcs]h?)?(?:a(?:i|o|ng?)?|e(?:i|ng?|r)?|o(?:u|ng)?|i(?:a(?:o|ng?)?|e|u|ng?|ong)?"
    r"|u(?:a(?:i|ng?)?|o|i|e|n)?|v|ve)"
)
_PLAIN_GUARD = lazy(rf"[(（](?<=[{HAN}][(（]){_PLAIN_SYLLABLE}[)）](?:[(（]{_PLAIN_SYLLABLE}[)）])*")
_MANY = 6
"""So many different syllables without tones behind characters are a guard too: no text glosses as many."""
_DAMAGED_GUARD = lazy(rf"[?？\ufffd][,，;；:：?？][A-Za-z](?=[(（]({_TONED_SYLLABLE})[)）])")
_ENTITY = lazy(r"&(?:amp;)*(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z]{2,8}[0-9]{0,2};|nbsp)")
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u20e3\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
# Tags, and mathematical letters and digits that posts use as bold type. Apart from the rest: one character
# beyond the BMP slows a class ten times.
_ASTRAL = lazy("[\U0001d400-\U0001d7ff\U000e0000-\U000e01ef]")
_SPACED_OUT = lazy(rf"  ?[{HAN}](?:  ?[{HAN}])+(?![{HAN}])")
_COUNTING = "一二三四五六七八九十零〇两兩几幾"  # beside a digit these would read as one numeral
_SPACE = lazy(
    rf" (?:(?<=[{HAN}0-9%”》）] )(?=[，。、；：！？）》”])"  # before a closing mark
    rf"|(?<=[{HAN}] )(?=[,;:!?][{HAN} ])"
    rf"|(?<=[{HAN}] )(?=[(（][0-9])"  # 无锡 (5家)
    rf"|(?<=[，。；：！？（《“] )(?=[{HAN}0-9])"  # after a mark
    rf"|(?<=(?![{_COUNTING}])[{HAN}] )(?=[0-9])"  # 共有 1100 家, 2024 年
    rf"|(?<=[0-9%] )(?=(?![{_COUNTING}])[{HAN}])"
    r"|(?<=[0-9] )(?=[%‰℃])"
    r"|(?<=[0-9万亿][美港欧日澳加] )(?=元)|(?<=[0-9][万亿] )(?=[元美港欧日英吨人户千平公])"  # 110亿美 元
    r"|(?<=[¥$€£] )(?=[0-9]))"
)
_LATIN_SPACE = lazy(rf" (?:(?<=[{HAN}] )(?=[A-Za-z])|(?<=[A-Za-z] )(?=[{HAN}]))")
_LATIN_JOINED = lazy(rf"[{HAN}][A-Za-z]|[A-Za-z][{HAN}]")
_HABIT = 3
"""A space between Chinese and Latin letters is a habit of the typesetting from so many places on, and where
it stands at so many times as many as it does not: elsewhere it parts two names.
"""
_GROUPED = lazy(r" [0-9]{3}(?: [0-9]{3}){0,9}(?= ?[余多]?[万亿元家个個人件户吨套项])")


def find_edits(text: str) -> list[Edit]:
    """The repairs of one round, sorted, none overlapping. What one uncovers the next round finds."""
    return _disjoint(_all_edits(text))


def find_spaces(text: str) -> list[Edit]:
    """The repairs of spaces alone, sorted, none overlapping."""
    return _disjoint(_spaces(text)) if " " in text else []


def _disjoint(found: Iterable[Edit]) -> list[Edit]:
    edits: list[Edit] = []
    position = 0
    for edit in sorted(found):
        if edit[0] >= position:
            edits.append(edit)
            position = edit[1]
    return edits


def _all_edits(text: str) -> Iterator[Edit]:
    if not text.isascii():
        yield from _invisible(text)
        yield from _pinyin(text)
    if "&" in text:
        yield from _entities(text)
    if " " in text:
        yield from _spaces(text)
    if "\n" in text:
        yield from _wraps(text)


_WRAP = lazy(
    rf"(?:(?<=[{HAN}0-9%”][、，,])|(?<=[0-9]{{2}})(?=[ \t]*\r?\n[ \t]*"
    rf"[个個家户戶人台项項件亿億万萬元%]{{1,2}}[,，。；;、]))"
    rf"[ \t]*\r?\n[ \t]*(?=[{HAN}0-9“《%])(?!第?[0-9一二三四五六七八九十]{{1,3}}[、.．)）])"
)


def _wraps(text: str) -> Iterator[Edit]:
    """Line breaks within a sentence: behind a mark that ends none, and between a numeral and its unit."""
    for found in _WRAP.beginning(text, _line_ends(text)):
        yield found.start(), found.end(), ""


def _line_ends(text: str) -> Iterator[int]:
    """Where lines end, the blanks at their ends left out."""
    at = text.find("\n")
    while at >= 0:
        end = at - 1 if at and text[at - 1] == "\r" else at
        while end and text[end - 1] in " \t":
            end -= 1
        yield end
        at = text.find("\n", at + 1)


@lru_cache(maxsize=1)
def _odd() -> tuple[Pattern, Pattern]:
    """A quick test whether there is any, and the pattern that tells them apart."""
    signs = "".join(map(re.escape, expansions()))
    return (
        lazy(f"[{_INVISIBLE}{signs}\u0300-\u036f]"),
        lazy(f"[{_INVISIBLE}]+|[{signs}]|[\u0300-\u036f]+"),
    )


def _invisible(text: str) -> Iterator[Edit]:
    """Characters without a shape go, signs for words are written out, marks join the letter before them."""
    longer = expansions()
    any_odd, each = _odd()
    first = any_odd.search(text)
    for found in each.finditer(text, first.start()) if first else ():
        start, end = found.span()
        if "\u0300" <= text[start] <= "\u036f" and text[start] != "\u034f":
            joined = unicodedata.normalize("NFC", text[max(start - 1, 0) : end])
            if start and joined != text[start - 1 : end]:
                yield start - 1, end, joined
        else:
            yield start, end, longer.get(found[0], "")
    for found in _ASTRAL.finditer(text) if _is_wide(text) else ():
        plain = "" if found[0] >= "\U000e0000" else unicodedata.normalize("NFKC", found[0])
        if plain != found[0]:
            yield found.start(), found.end(), plain


def _pinyin(text: str) -> Iterator[Edit]:
    """A syllable in parentheses after a character: a guard against scraping, 當(dāng)前.

    One that carries a tone is sure. A plain one, (men) or (ge), is taken for characters of neutral tone in a
    text that has toned ones, and where a text is full of them, some of them said twice: 經(jing)濟(ji)(ji).
    So (he), (a) and (AI) of an ordinary text stay.
    """
    if "(" not in text and "（" not in text:
        return
    if _TONE.search(text) is None:
        plain = list(_PLAIN_GUARD.finditer(text))
        if len({found[0] for found in plain}) >= _MANY:
            yield from ((found.start(), found.end(), "") for found in plain)
        return
    toned = None
    for toned in _GUARD.finditer(text):
        yield toned.start(), toned.end(), ""
    for found in _neutral().finditer(text) if toned else ():
        yield found.start(), found.end(), ""
    damage = _damage()
    for found in _DAMAGED_GUARD.finditer(text):
        start, end = found.span()
        if repaired := damage.get(found[0].translate(_PLAIN_MARKS)):
            yield start, end - 1, repaired[0]
            yield end - 1, end, repaired[1]
            yield end, end + len(found[1]) + 2, ""


def _is_wide(text: str) -> bool:
    """Has the text characters beyond the BMP?"""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def _is_han(character: str) -> bool:
    return "㐀" <= character <= "鿿" or "豈" <= character <= "﫿" or character >= "\U00020000"


_PLAIN_MARKS = {0xFF1F: "?", 0xFFFD: "?", 0xFF0C: ",", 0xFF1B: ";", 0xFF1A: ":"}


@lru_cache(maxsize=1)
def _damage() -> dict[str, str]:
    return {row["damaged"]: row["repaired"] for row in reference_rows("pinyin_damage")}


@lru_cache(maxsize=1)
def _neutral() -> Pattern:
    pairs: dict[str, str] = {}
    for row in reference_rows("pinyin_neutral"):
        pairs[row["syllable"]] = pairs.get(row["syllable"], "") + row["character"]
    return lazy(
        "[(（](?:" + "|".join(f"(?<=[{before}][(（]){said}" for said, before in pairs.items()) + ")[)）]"
    )


def _entities(text: str) -> Iterator[Edit]:
    for found in _ENTITY.finditer(text):
        meant = html.unescape(re.sub("^&(?:amp;)+", "&", found[0]) if found[0].count(";") > 1 else found[0])
        if len(meant) <= 2 and meant != found[0]:
            yield found.start(), found.end(), " " if meant == "\xa0" else meant


def _spaces(text: str) -> Iterator[Edit]:
    for found in _SPACE.finditer(text):
        yield found.start(), found.end(), ""
    spaced = [found.span() for found in _LATIN_SPACE.finditer(text)]
    if len(spaced) >= _HABIT and len(spaced) >= _HABIT * len(_LATIN_JOINED.findall(text)):
        yield from ((start, end, "") for start, end in spaced)
    for found in _SPACED_OUT.finditer(text):
        start = found.start()
        if start and _is_han(text[start - 1]) and not (start > 1 and _is_han(text[start - 2])):
            for space in re.finditer(" +", found[0]):
                yield start + space.start(), start + space.end(), ""
    for found in _GROUPED.finditer(text):
        if re.search(
            r"(?:^|[^0-9A-Za-z., ] ?|[年月日，。]\s?)[0-9]{1,3}$",
            text[max(0, found.start() - 6) : found.start()],
        ):
            for space in re.finditer(" ", found[0]):
                yield found.start() + space.start(), found.start() + space.end(), ""
