"""Bytes to text: which encoding a Chinese file is in, or why it is no text at all."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from charset_normalizer import from_bytes

# A wrong guess turns every number's sentence to noise, so the order is by how sure each sign is.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (WebP image, sound or video)"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (or a Word or Excel file)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x00\x00\x00\x18ftyp", "a video"),
    (b"ID3", "a sound file"),
)
_SAMPLE = 1 << 16
_HAN = re.compile("[㐀-鿿豈-﫿]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CHINESE_MARKS = frozenset("，。、；：？！（）《》“”‘’「」『』·—…％　\ufeff")
_DAMAGED_SHARE = 0.002  # above this share of undecodable bytes a file is not what we took it for


class Undecodable(ValueError):
    """The bytes are not text; the message says what they look like."""


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and its encoding. A byte order mark stays in the text: offsets count it."""
    if not data.strip():
        raise Undecodable("the file is empty" if not data else "the file holds nothing but blanks")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _with_few_errors(data, encoding), encoding
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Undecodable(f"the file is {what}, not text")
    if b"\x00" in data:
        return _utf16_without_mark(data)
    return _multibyte(data)


def _multibyte(data: bytes) -> tuple[str, str]:
    try:
        return _checked(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        pass
    chosen = _chinese_encoding(data)
    if chosen is not None:
        return _checked(_with_few_errors(data, chosen)), chosen
    try:  # cut off in the middle of a character, or a few bytes lost on the way
        return _checked(_with_few_errors(data, "utf-8")), "utf-8"
    except Undecodable:
        return _any_encoding(data)


def _with_few_errors(data: bytes, encoding: str) -> str:
    """Decode, putting U+FFFD for the odd broken byte; many broken bytes are another encoding or no text."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    broken = text.count("\ufffd")
    if broken > max(1, len(text) * _DAMAGED_SHARE):
        raise Undecodable(f"the file looks like {encoding}, but {broken} places in it cannot be decoded")
    return text


def _checked(text: str) -> str:
    controls = len(_CONTROL.findall(text[:_SAMPLE]))
    if controls > len(text[:_SAMPLE]) * 0.02:
        raise Undecodable("the file is binary data, not text (it is full of control characters)")
    return text


def _utf16_without_mark(data: bytes) -> tuple[str, str]:
    """UTF-16 that lost its mark: zero bytes beside ASCII, and characters in common use."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data.decode(encoding, errors="replace")
        if len(data) % 2 == 0 and "\x00" not in text and _commonness(text) > 0.7:
            return _checked(text), encoding
    count = data.count(b"\x00")
    raise Undecodable(
        f"the file holds {count} NUL byte{'s' * (count > 1)}: it is binary data or a damaged text"
    )


def _chinese_encoding(data: bytes) -> str | None:
    """GB18030 or Big5, whichever reads as more common characters; None when neither does."""
    scores = {
        name: _commonness(data[:_SAMPLE].decode(name, errors="replace")) for name in ("gb18030", "big5hkscs")
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0.6 else None


def _commonness(text: str) -> float:
    """Share of the characters beyond ASCII that are in common use, 0 to 1; broken ones count against it."""
    wide = [character for character in text[:8000] if not character.isascii()]
    if not wide:
        return 1.0
    good = sum(character in _CHINESE_MARKS or _is_common(character) for character in wide)
    return (good - 5 * wide.count("\ufffd")) / len(wide)


@lru_cache(maxsize=30_000)
def _is_common(character: str) -> bool:
    """In level 1 of GB 2312 (3,755 characters) or of Big5 (5,401): those in daily use."""
    gb = character.encode("gb18030", errors="replace")
    big5 = character.encode("big5hkscs", errors="replace")
    return (len(gb) == 2 and 0xB0 <= gb[0] <= 0xD7 and gb[1] >= 0xA1) or (
        len(big5) == 2 and 0xA4 <= big5[0] <= 0xC6
    )


def _any_encoding(data: bytes) -> tuple[str, str]:
    """The last resort for the rare foreign file."""
    guess = from_bytes(data[:_SAMPLE]).best()
    if guess is None:
        raise Undecodable("the file is binary data, or text in an encoding that could not be recognised")
    return _checked(_with_few_errors(data, guess.encoding)), guess.encoding
