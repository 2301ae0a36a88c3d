"""JSON Lines: an object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from flows.read.decoding import decode
from flows.read.limits import TEXT_BYTES, too_large
from flows.read.rows import Faulty

SUFFIXES = (".jsonl", ".ndjson")
GUARDED = False


def rows(path: str) -> Iterator[Mapping[str, object] | Faulty]:
    """The objects; a line that is none is told as such and the next one is read."""
    with Path(path).open("rb") as file:
        while line := file.readline(TEXT_BYTES + 1):
            if len(line) > TEXT_BYTES:
                size = len(line)
                while line and not line.endswith(b"\n"):
                    line = file.readline(TEXT_BYTES)
                    size += len(line)
                yield Faulty(too_large(size, TEXT_BYTES))
            elif line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield _row(line)


def _whole(digits: str) -> int | str:
    """An integer; one of thousands of digits, which Python refuses to read, as it is written."""
    return int(digits) if len(digits) < 4000 else digits


def _row(line: bytes) -> Mapping[str, object] | Faulty:
    try:
        row = json.loads(decode(line)[0].lstrip("\ufeff"), parse_int=_whole)
    except json.JSONDecodeError as error:
        return Faulty(f"not JSON: {error.msg} at character {error.pos}")
    except RecursionError:
        return Faulty("not an article: it is nested too deeply")
    except ValueError as error:
        return Faulty(str(error))
    return row if isinstance(row, dict) else Faulty('not a JSON object, as {"text": …} is')
