"""Chinese punctuation between Chinese characters, whatever keyboard or converter wrote it."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[,;:?!]+")
_PAIR = re.compile(r"\(([^()\n]*)\)")
_QUOTED = re.compile(r'"([^"\n]{1,80})"')
_FULL = str.maketrans(",;:?!", "，；：？！")
_ROUNDS = 6  # a mark that becomes Chinese may make its neighbour so; two rounds do for any text met so far


def normalise_punctuation(text: str) -> str:
    """ASCII marks, brackets and quotes that touch Chinese become Chinese; others stay.

    The length never changes.
    """
    if text.isascii():
        return text
    for _ in range(_ROUNDS):
        before = text
        if "(" in text:
            text = _PAIR.sub(_pair, text)
        if '"' in text:
            text = _QUOTED.sub(_quoted, text)
        text = _MARKS.sub(_mark, text)
        if text == before:
            break
    return text


def _is_chinese(character: str) -> bool:
    return character >= "\u3001" or character in "“”‘’…—·●■◆▲★"


def _touches(found: re.Match[str]) -> bool:
    text, (start, end) = found.string, found.span()
    return (start > 0 and _is_chinese(text[start - 1])) or (end < len(text) and _is_chinese(text[end]))


def _mark(found: re.Match[str]) -> str:
    return found[0].translate(_FULL) if _touches(found) else found[0]


def _pair(found: re.Match[str]) -> str:
    return f"（{found[1]}）" if _touches(found) or not found[1].isascii() else found[0]


def _quoted(found: re.Match[str]) -> str:
    return f"“{found[1]}”" if _touches(found) or not found[1].isascii() else found[0]
