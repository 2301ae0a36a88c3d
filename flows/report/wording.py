"""The report's own words in Chinese and English, and what makes text of articles fit for a page."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup, escape

HERE = Path(__file__).resolve().parent
UNSEEN = dict.fromkeys((*range(9), 11, *range(14, 32), 127, 65534, 65535), "�")
TURNING = dict.fromkeys((*range(8234, 8239), *range(8294, 8298)))
"""Characters that turn the direction of the text around them: a page shows the text without them."""


class Phrase(NamedTuple):
    """One thing said in both languages."""

    zh: str
    en: str

    def __html__(self) -> Markup:
        """Both, marked by language; the page shows one of them."""
        if self.zh == self.en:
            return escape(self.zh)
        return Markup('<span lang="zh-CN" class="zh">{}</span><span lang="en" class="en">{}</span>').format(
            *self
        )

    def __str__(self) -> str:
        return self.zh if self.zh == self.en else f"{self.zh} · {self.en}"


@lru_cache(maxsize=1)
def words() -> dict[str, Phrase]:
    """The report's words by key, from words.csv beside this file."""
    with (HERE / "words.csv").open(encoding="utf-8", newline="") as lines:
        return {row["key"]: Phrase(row["zh"], row["en"]) for row in csv.DictReader(lines)}


def word(key: str, **values: object) -> Phrase:
    """A word by its key, with values filled in. Raises KeyError for an unknown key."""
    phrase = words()[key]
    return Phrase(phrase.zh.format(**values), phrase.en.format(**values)) if values else phrase


def word_or(kind: str, name: object) -> Phrase:
    """The word `kind.name`, or the name itself where we have no word for it."""
    return words().get(f"{kind}.{name}") or Phrase(str(name), str(name))


def visible(text: object) -> object:
    """What a page can show of a text or phrase: no controls, nothing that turns its direction."""
    if isinstance(text, Phrase):
        return Phrase(shown(text.zh), shown(text.en))
    return "" if text is None else shown(str(text))


def shown(text: str) -> str:
    return text.translate(UNSEEN).translate(TURNING)
