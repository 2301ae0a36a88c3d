"""Damage that changes a text's length: injected pinyin, lost bytes, entities, invisible characters, odd spaces."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from flows.text.cleantext import Edit
from flows.text.glyphs import expansions
from flows.text.reference import reference_rows

HAN = "㐀-䶿一-鿿豈-﫿〇\U00020000-\U0003ffff"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹếềḿ"
_SYLLABLE = rf"[bpmfdtnlgkhjqxrzcsywḿ]?h?[aeiouüvê{_TONED}]{{0,4}}(?:n?g?|r)"
_PINYIN = re.compile(rf"[(（](?P<syllable>{_SYLLABLE})[)）]")
_ENTITY = re.compile(r"&(?:amp;)*(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z]{2,8}[0-9]{0,2};|nbsp)")
_INVISIBLE = ("\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
              "\u20e3\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef")
_SPACED_OUT = re.compile(rf" {{1,2}}[{HAN}](?: {{1,2}}[{HAN}])+(?![{HAN}])")
_COUNTING = "一二三四五六七八九十零〇两兩几幾"  # beside a digit these would read as one numeral
_SPACE = re.compile(
    rf" +(?:(?<=[{HAN}0-9%”》）] )(?=[，。、；：！？）》”])"  # before a closing mark
    rf"|(?<=[{HAN}] )(?=[,;:!?][{HAN} ])"
    rf"|(?<=[，。；：！？（《“] )(?=[{HAN}0-9])"  # after a mark
    rf"|(?<=(?![{_COUNTING}])[{HAN}] )(?=[0-9])"  # 共有 1100 家, 2024 年
    rf"|(?<=[0-9%] )(?=(?![{_COUNTING}])[{HAN}])"
    r"|(?<=[0-9] )(?=[%‰℃])"
    r"|(?<=[¥$€£] )(?=[0-9]))"
)
_GROUPED = re.compile(r" [0-9]{3}(?: [0-9]{3})*(?= ?[余多]?[万亿元家个個人件户吨套项])")


def find_edits(text: str) -> list[Edit]:
    """Every repair of one round, sorted, none overlapping. What a repair uncovers is found in the next round."""
    found = sorted(_all_edits(text))
    edits: list[Edit] = []
    position = 0
    for edit in found:
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


@lru_cache(maxsize=1)
def _odd() -> re.Pattern[str]:
    signs = "".join(map(re.escape, expansions()))
    return re.compile(rf"[{_INVISIBLE}]+|[{signs}]|[\u0300-\u036f]+")


def _invisible(text: str) -> Iterator[Edit]:
    """Characters without a shape go, signs for words are written out, marks join the letter before them."""
    longer = expansions()
    for found in _odd().finditer(text):
        start, end = found.span()
        if "\u0300" <= text[start] <= "\u036f" and text[start] != "\u034f":
            joined = unicodedata.normalize("NFC", text[max(start - 1, 0):end])
            if start and joined != text[start - 1:end]:
                yield start - 1, end, joined
        else:
            yield start, end, longer.get(found[0], "")


def _pinyin(text: str) -> Iterator[Edit]:
    """A syllable in parentheses after a character: a guard against scraping, 當(dāng)前.

    One that carries a tone is sure. A plain one, (men) or (ge), is taken only for characters of neutral tone and in a
    text that has toned ones, so that (he), (a) and (AI) of an ordinary text stay.
    """
    found = [match for match in _PINYIN.finditer(text) if match["syllable"]]
    toned = [not match["syllable"].isascii() for match in found]
    if not any(toned):
        return
    neutral, damage = _neutral(), _damage()
    for match, sure in zip(found, toned, strict=True):
        start, end = match.span()
        before = text[start - 1:start]
        if _is_han(before) and (sure or (before, match["syllable"]) in neutral):
            yield start, end, ""
        elif sure and (repaired := damage.get(_plain_marks(text[start - 3:start]))):
            yield start - 3, start - 1, repaired[0]
            yield start - 1, start, repaired[1]
            yield start, end, ""


def _is_han(character: str) -> bool:
    return "㐀" <= character <= "鿿" or "豈" <= character <= "﫿" or character >= "\U00020000"


def _plain_marks(damaged: str) -> str:
    return damaged.translate({0xFF1F: "?", 0xFFFD: "?", 0xFF0C: ",", 0xFF1B: ";", 0xFF1A: ":"})


@lru_cache(maxsize=1)
def _damage() -> dict[str, str]:
    return {row["damaged"]: row["repaired"] for row in reference_rows("pinyin_damage")}


@lru_cache(maxsize=1)
def _neutral() -> frozenset[tuple[str, str]]:
    return frozenset((row["character"], row["syllable"]) for row in reference_rows("pinyin_neutral"))


def _entities(text: str) -> Iterator[Edit]:
    for found in _ENTITY.finditer(text):
        meant = html.unescape(re.sub("^&(?:amp;)+", "&", found[0]) if found[0].count(";") > 1 else found[0])
        if len(meant) <= 2 and meant != found[0]:
            yield found.start(), found.end(), " " if meant == "\xa0" else meant


def _spaces(text: str) -> Iterator[Edit]:
    for found in _SPACE.finditer(text):
        if found.end() - found.start() == 1 or text[found.end()] in "，。、；：！？）》”,;:!?":
            yield found.start(), found.end(), ""
    for found in _SPACED_OUT.finditer(text):
        start = found.start()
        if start and _is_han(text[start - 1]) and not (start > 1 and _is_han(text[start - 2])):
            for space in re.finditer(" +", found[0]):
                yield start + space.start(), start + space.end(), ""
    for found in _GROUPED.finditer(text):
        if re.search(r"(?:^|[^0-9A-Za-z., ] ?|[年月日，。]\s?)[0-9]{1,3}$", text[max(0, found.start() - 6):found.start()]):
            for space in re.finditer(" ", found[0]):
                yield found.start() + space.start(), found.start() + space.end(), ""
