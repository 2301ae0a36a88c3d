"""Characters that stand for another: full-width forms, look-alikes, radicals, odd spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from flows.patterns import Pattern, lazy
from flows.text.reference import reference_rows

# Ranges that Unicode itself maps to plain characters; the rest of the table is seeds/reference/glyphs.csv.
_FOLDED = (
    (0xFF10, 0xFF19),  # full-width digits
    (0xFF21, 0xFF3A),  # full-width capitals
    (0xFF41, 0xFF5A),  # full-width small letters
    (0x2F00, 0x2FD5),  # Kangxi radicals, which PDF converters put for characters
    (0xF900, 0xFAFF),  # compatibility ideographs
)
_SPECIAL = {"SPACE": " ", "NEWLINE": "\n"}
_GROUP_COMMA = lazy("，(?<=[0-9０-９]，)(?=[0-9０-９]{3}(?![0-9０-９]))")
_CLOCK_COLON = lazy("：(?<=[0-9０-９]：)(?=[0-9０-９]{2}(?![0-9０-９]))")
_SHORT_GROUP = lazy("(?<![0-9，])[0-9]{1,2}$")
_COUNTED = lazy("[0-9]{3}[余多]?[万亿元家个人]")


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    table = {}
    for first, last in _FOLDED:
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code):
                table[chr(code)] = plain
    for row in reference_rows("glyphs"):
        glyph, plain = row["glyph"], _SPECIAL.get(row["replacement"], row["replacement"])
        table[chr(int(glyph[2:], 16)) if glyph.startswith("U+") else glyph] = plain
    return table


@lru_cache(maxsize=1)
def _single() -> tuple[Pattern, dict[int, str]]:
    single = {glyph: plain for glyph, plain in _table().items() if len(plain) == 1}
    some = f"[{''.join(map(re.escape, single))}{chr(0xD800)}-{chr(0xDFFF)}]"
    translation = {ord(glyph): plain for glyph, plain in single.items()}
    translation.update(
        (code, "\ufffd") for code in range(0xD800, 0xE000)
    )  # halves of pairs cannot be encoded
    return lazy(f"{some}{some}*"), translation  # a repeat in front would be tried at each character


@lru_cache(maxsize=1)
def expansions() -> dict[str, str]:
    """Glyphs that are written out longer: ㎡ 平方米, ㎞ km."""
    return {glyph: plain for glyph, plain in _table().items() if len(plain) > 1}


def fold(text: str) -> str:
    """The text with each such character replaced; the length never changes."""
    if text.isascii():
        return text
    if "，" in text:
        text = _GROUP_COMMA.sub(_group_comma, text)
    if "：" in text:
        text = _CLOCK_COLON.sub(":", text)
    pattern, translation = _single()
    return pattern.sub(lambda found: found[0].translate(translation), text)


def _group_comma(found: re.Match[str]) -> str:
    """A thousands comma written full-width: sure between such digits, else only where no list is meant."""
    text, at = found.string, found.start()
    if "０" <= text[at - 1] <= "９" and "０" <= text[at + 1] <= "９":
        return ","
    counted = _COUNTED.match(text, at + 1) and _SHORT_GROUP.search(text[max(0, at - 3) : at])
    return "," if counted else "，"
