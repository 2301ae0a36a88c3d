"""CSV and TSV files with a header row, in whichever encoding Excel left them, read as a stream."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from flows.read.decoding import decode
from flows.read.limits import ARTICLE_CHARACTERS, Unreadable
from flows.read.rows import Faulty

SUFFIXES = (".csv", ".tsv")
GUARDED = False

_SAMPLE = 1 << 16


def rows(path: str) -> Iterator[Mapping[str, object] | Faulty]:
    """The rows by column name. Raises Unreadable for what is no table."""
    with Path(path).open("rb") as file:
        sample = file.read(_SAMPLE)
    whole = sample[: sample.rfind(b"\n") + 1] or sample  # so that no character is cut in two
    try:
        encoding = decode(whole)[1]
    except ValueError as error:
        raise Unreadable(str(error)) from None
    csv.field_size_limit(ARTICLE_CHARACTERS)
    with Path(path).open(encoding=encoding, errors="replace", newline="") as lines:
        if lines.read(1) != "\ufeff":
            lines.seek(0)
        reader = csv.DictReader(lines, dialect=_dialect(path, whole.decode(encoding, "replace")))
        while True:
            try:
                row = next(reader, None)
            except csv.Error as error:
                raise Unreadable(f"the table breaks off at line {reader.line_num}: {error}") from None
            if row is None:
                return
            if None in row:
                yield Faulty(f"more cells than columns (line {reader.line_num}): a text in it wants quotes")
            else:
                yield row


def _dialect(path: str, sample: str) -> type[csv.Dialect]:
    """Tabs or commas, as the header row has them; semicolons where it has nothing else."""
    head = sample.partition("\n")[0]
    signs = {sign: head.count(sign) for sign in ("\t", ",", ";")}

    class Found(csv.excel):
        delimiter = "\t" if path.lower().endswith(".tsv") else max(signs, key=lambda sign: signs[sign])

    if not signs[Found.delimiter]:
        Found.delimiter = ","
    return Found
