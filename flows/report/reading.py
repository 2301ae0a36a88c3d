"""Articles for the reader: passages cut at their numbers, each number with its claims; and the ledger."""

from __future__ import annotations

import duckdb

from flows.report.amounts import english_amount
from flows.report.gather import Record, numbers_of, passages_of, rows, segments, web_address
from flows.report.wording import Phrase, word, word_or

CLASSES = ("claim", "time", "name", "filler")
LANGUAGES = {"traditional": "zh-Hant", "simplified": "zh-Hans"}


def read_articles(
    db: duckdb.DuckDBPyConnection, shown: list[Record], known: dict[str, Record]
) -> list[Record]:
    """The articles with their passages, and the numbers of each; `known` are the claims by id."""
    ids = [article["document_id"] for article in shown]
    passages, numbers = passages_of(db, ids), numbers_of(db, ids)
    stated: dict[str, list[Record]] = {}
    for claim in known.values():
        stated.setdefault(claim["number_id"], []).append(claim)
    for number in (number for listed in numbers.values() for number in listed):
        number["claims"] = stated.get(number["number_id"], [])
        number["reading"] = reading_of(number)
        number["told"] = told(number)
    return [read_article(article, passages[article["document_id"]], numbers) for article in shown]


def read_article(article: Record, passages: list[Record], numbers: dict[str, list[Record]]) -> Record:
    language = LANGUAGES.get(article["script"] or "", "zh")
    own = [number for passage in passages for number in numbers.get(passage["passage_id"], [])]
    for claim in (claim for number in own for claim in number["claims"]):
        claim["lang"] = language
    return article | {
        "lang": language,
        "link": web_address(article["url"]),
        "passages": [read_passage(passage, numbers.get(passage["passage_id"], [])) for passage in passages],
        "numbers": own,
        "claims": sum(len(number["claims"]) for number in own),
    }


def read_passage(passage: Record, numbers: list[Record]) -> Record:
    claims = [claim for number in numbers for claim in number["claims"]]
    return {"role": passage["role"], "segments": segments(passage, numbers), "claims": claims}


def reading_of(number: Record) -> Phrase:
    """What a number was read as: an amount, a period, or nothing."""
    if number["class"] == "time":
        return Phrase(number["period"], number["period"])
    if number["value"] is None or number["class"] != "claim":
        return Phrase("", "")
    text = english_amount(number["value"], number["value_high"], number["unit"], number["bound"])
    return Phrase(text, text)


def told(number: Record) -> Phrase:
    """The class and the reading of a number, for its tooltip."""
    kind, reading = word_or("class", number["class"]), number["reading"]
    return Phrase(f"{kind.zh} {reading.zh}".strip(), f"{kind.en} {reading.en}".strip())


def totals_of(db: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many numbers of the whole warehouse are of each class."""
    counted = {
        row["class"]: row["count"]
        for row in rows(db, "select class, count(*) as count from numbers group by all")
    }
    return {name: counted.get(name, 0) for name in CLASSES}


def class_counts(article: Record) -> dict[str, int]:
    return {name: sum(number["class"] == name for number in article["numbers"]) for name in CLASSES}


def told_count(name: str, count: int) -> Phrase:
    kind = word(f"class.{name}")
    return Phrase(f"{kind.zh} {count}", f"{kind.en} {count}")
