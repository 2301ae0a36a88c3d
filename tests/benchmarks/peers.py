"""What others do with the same text: word cutting, tagging, numerals, money and time. All are optional."""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import re
import time
from collections.abc import Callable
from typing import Any

SENTENCE = re.compile(r"[^。！？\n]+")
NUMERAL = re.compile(r"[\d一二三四五六七八九十百千万亿]")
Reader = Callable[[str], Any]


def of_sentences(parse: Reader) -> Reader:
    """A reader that gives each sentence with a numeral to `parse`; what a peer cannot read, it skips."""

    def read(text: str) -> None:
        for sentence in SENTENCE.findall(text):
            if NUMERAL.search(sentence):
                with contextlib.suppress(Exception):
                    parse(sentence)

    return read


def peers() -> dict[str, Reader]:
    """The readers to compare with that are installed (`pip install -e .[bench]`), by name."""
    found: dict[str, Reader] = {}
    with contextlib.suppress(ImportError):
        jieba = importlib.import_module("jieba")
        jieba.setLogLevel(logging.ERROR)
        jieba.initialize()
        found["jieba.lcut"] = jieba.lcut
        found["jieba.posseg"] = importlib.import_module("jieba.posseg").lcut
    with contextlib.suppress(ImportError):
        cn2an = importlib.import_module("cn2an")
        found["cn2an.transform"] = of_sentences(lambda text: cn2an.transform(text, "cn2an"))
    with contextlib.suppress(ImportError), contextlib.redirect_stdout(io.StringIO()):
        ner = importlib.import_module("jionlp").ner

        def money_and_time(text: str) -> None:
            ner.extract_money(text, with_parsing=True)
            ner.extract_time(text, time.time(), with_parsing=True)

        found["jionlp money+time"] = of_sentences(money_and_time)
    return found
