"""Chinese punctuation between Chinese characters, whatever keyboard or converter wrote it."""

from __future__ import annotations

import re

from flows.patterns import lazy

_CHINESE = "“”‘’…—·●■◆▲★\u3001-\uffff"
_MARKS = {
    mark: (lazy(rf"{re.escape(mark)}(?:(?=[{_CHINESE}])|(?<=[{_CHINESE}]{re.escape(mark)}))"), full)
    for mark, full in zip(",;:?!", "，；：？！", strict=True)
}
_PAIR = lazy(r"\(([^()\n]*)\)")
_QUOTED = lazy(r'"([^"\n]{1,80})"')
_BEFORE_FIGURE = lazy(r",(?<=[A-Za-z%],)(?=[0-9][0-9.]{0,8}[\u4e00-\u9fff])")
"""A comma between a Latin word and a figure of Chinese text: 日均消耗的Token,2024年初."""
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
        for mark, (pattern, full) in _MARKS.items():  # one pattern a mark: a literal in front is found fast
            if mark in text:
                text = pattern.sub(full, text)
        if "," in text:
            text = _BEFORE_FIGURE.sub("，", text)
        if text == before:
            break
    return text


def _is_chinese(character: str) -> bool:
    return character >= "\u3001" or character in "“”‘’…—·●■◆▲★"


def _touches(found: re.Match[str]) -> bool:
    text, (start, end) = found.string, found.span()
    return (start > 0 and _is_chinese(text[start - 1])) or (end < len(text) and _is_chinese(text[end]))


def _pair(found: re.Match[str]) -> str:
    return f"（{found[1]}）" if _touches(found) or not found[1].isascii() else found[0]


def _quoted(found: re.Match[str]) -> str:
    return f"“{found[1]}”" if _touches(found) or not found[1].isascii() else found[0]
