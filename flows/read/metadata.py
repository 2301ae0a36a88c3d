"""What a source says of itself: front matter at a text's head, or a row of its folder's documents.csv."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from flows.read.decoding import decode
from flows.read.document import Given
from flows.read.limits import TEXT_BYTES, read_limited

SIDECAR = "documents.csv"
_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE
)
_FIELD = re.compile(r"^([A-Za-z_]+|[一-鿿]{2,6})[ \t]*[:：][ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
FIELD_NAMES = {  # what people write in front matter for the four things we keep
    "title": "title",
    "标题": "title",
    "題目": "title",
    "標題": "title",
    "outlet": "outlet",
    "source": "outlet",
    "media": "outlet",
    "来源": "outlet",
    "來源": "outlet",
    "媒体": "outlet",
    "published_on": "published_on",
    "published": "published_on",
    "date": "published_on",
    "日期": "published_on",
    "发布日期": "published_on",
    "發布日期": "published_on",
    "发布时间": "published_on",
    "url": "url",
    "link": "url",
    "网址": "url",
    "链接": "url",
    "連結": "url",
}


def given_of(fields: dict[str, str]) -> Given:
    """Named fields to metadata. Unknown names are passed over; a date that is none raises ValueError."""
    known = {
        FIELD_NAMES[name.strip().lower()]: value.strip()
        for name, value in fields.items()
        if name.strip().lower() in FIELD_NAMES and value.strip()
    }
    day = known.get("published_on")
    return Given(known.get("title"), known.get("outlet"), parse_day(day) if day else None, known.get("url"))


def parse_day(written: str) -> date:
    """2024-07-04, 2024/7/4, 2024年7月4日, with or without a time after it."""
    found = _DATE.match(written.strip())
    if found is None:
        raise ValueError(f"“{written}” is not a date (write 2024-07-04)")
    return date(*map(int, found.groups()))


def front_matter(text: str) -> Given:
    """The metadata in the block between two lines of dashes that opens a text, if there is one."""
    block = _FRONT_MATTER.match(text)
    if block is None:
        return Given()
    fields = {name: value.strip("\"'“”") for name, value in _FIELD.findall(block["body"])}
    try:
        return given_of(fields)
    except ValueError:  # the article is worth more than its date, which its text may still give
        return given_of(
            {name: value for name, value in fields.items() if FIELD_NAMES.get(name.lower()) != "published_on"}
        )


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A folder's list of documents: metadata by file name or stem, and what is wrong with the list."""

    given: dict[str, Given] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def of(self, file: Path) -> Given:
        return self.given.get(file.name) or self.given.get(file.stem) or Given()


def sidecar(folder: Path) -> Sidecar:
    """The folder's documents.csv: name or file, title, outlet, published_on, url. Empty without one."""
    path = folder / SIDECAR
    if not path.is_file():
        return Sidecar()
    try:
        text, _ = decode(read_limited(path, TEXT_BYTES))
        rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    except (OSError, ValueError, csv.Error) as error:
        return Sidecar(faults=[f"the list could not be read: {error}"])
    found = Sidecar()
    for row in rows:
        fields = {
            key.strip(): value
            for key, value in row.items()
            if isinstance(key, str) and isinstance(value, str)
        }
        name = (fields.pop("file", "") or fields.pop("name", "")).strip()
        try:
            found.given[name] = given_of(fields)
        except ValueError as error:
            found.given[name] = given_of({**fields, "published_on": "", "date": ""})
            found.faults.append(f"{name}: {error}; the article is read without it")
    return found
