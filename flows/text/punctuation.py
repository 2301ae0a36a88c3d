"""Chinese punctuation between Chinese characters, whatever keyboard or converter wrote it."""

from __future__ import annotations

import re

from flows.text.repairs import HAN

# What a Chinese sentence is made of, beside digits and Latin letters.
_CHINESE = rf"{HAN}\u3001-\u3006\u3008-\u3029“”‘’…—·！，：；？（）●■◆▲★"
_MARKS = re.compile(rf"(?<=[{_CHINESE}])[,;:?!]+|[,;:?!]+(?=[{_CHINESE}])")
_PAIR = re.compile(rf"\((?=[^()\n]*\))(?:(?<=[{_CHINESE}]\()|(?=[^()\n]*[{_CHINESE}])|(?=[^()\n]*\)[{_CHINESE}]))([^()\n]*)\)")
_QUOTED = re.compile(rf'(?<=[{_CHINESE}])"([^"\n]{{1,60}})"|"([^"\n]{{1,60}})"(?=[{_CHINESE}])|"([{HAN}][^"\n]{{0,59}})"')
_FULL = str.maketrans(",;:?!", "，；：？！")
_ROUNDS = 6  # a mark that becomes Chinese may make its neighbour so; two rounds do for any text met so far


def normalise_punctuation(text: str) -> str:
    """ASCII marks beside Chinese characters to Chinese ones; commas and colons between digits stay. Keeps the length."""
    for _ in range(_ROUNDS):
        before = text
        if "(" in text:
            text = _PAIR.sub(r"（\1）", text)
        if '"' in text:
            text = _QUOTED.sub(lambda found: f"“{found[0][1:-1]}”", text)
        if "," in text or ":" in text or "?" in text or ";" in text or "!" in text:
            text = _MARKS.sub(lambda found: found[0].translate(_FULL), text)
        if text == before:
            break
    return text
