"""A warehouse small enough to read: a few regions, articles of one sentence, and the answers that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import duckdb
import pytest

from flows.load.reference import load_csv
from flows.load.scripts import run_scripts, scripts_of
from flows.places import REFERENCE

COMPARING = ("metric_definitions", "metric_comparisons", "bound_tolerances", "headline_metrics", "fields")

REGIONS = """
    CHN     中国      中国  country   -
    110000  北京市    北京  province  CHN
    110108  海淀区    海淀  county    110000
    110105  朝阳区    朝阳  county    110000
    310000  上海市    上海  province  CHN
    440000  广东省    广东  province  CHN
    440300  深圳市    深圳  city      440000
    510000  四川省    四川  province  CHN
    510100  成都市    成都  city      510000
"""

PERIODS = {
    "2018": ("2018-01-01", "2018-12-31"),
    "2020": ("2020-01-01", "2020-12-31"),
    "2022": ("2022-01-01", "2022-12-31"),
    "2023": ("2023-01-01", "2023-12-31"),
    "2024H1": ("2024-01-01", "2024-06-30"),
    "2024Q1": ("2024-01-01", "2024-03-31"),
    "2027": ("2027-01-01", "2027-12-31"),
}


@cache
def answers() -> dict[str, str]:
    """The scripts of macros and views, in the order in which they are made."""
    return {
        name: script
        for kind in ("macros", "shards", "views", "macros/table")
        for name, script in scripts_of(kind).items()
    }


def behind(sql: str) -> set[str]:
    """The macros and views that a text names, and all that these name."""
    found: set[str] = set()
    texts = [sql]
    while texts:
        named = set(re.findall(r"\w+", texts.pop())) & answers().keys() - found
        found |= named
        texts += [answers()[name] for name in named]
    return found


class Small:
    """Articles and claims go in by `article` and `state`; `ask` makes the answers that it needs."""

    def __init__(self, db: duckdb.DuckDBPyConnection) -> None:
        self.db = db
        self.made: set[str] = set()
        self.ids = {
            name: region_id
            for region_id, _, name, *_ in (line.split() for line in REGIONS.split("\n") if line.strip())
        }

    def insert(self, table: str, **row: object) -> None:
        marks = ", ".join("?" * len(row))
        self.db.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", list(row.values()))

    def article(self, name: str, published: str | None = "2024-08-20", title: str = "人工智能账本") -> None:
        self.insert(
            "documents", document_id=name, name=name, title=title, published_on=published, characters=0
        )

    def state(
        self, sentence: str, surface: str, metric: str, region: str | None, value: float, **more: object
    ) -> str:
        """Add a passage of one sentence to article `document` (a) and the claim that its `surface` makes."""
        article = str(more.pop("document", "a"))
        if not self.db.execute("select 1 from documents where name = ?", [article]).fetchall():
            self.article(article)
        order = len(self.db.execute("select 1 from passages").fetchall())
        start = sentence.index(surface)
        role = more.pop("role", "body")
        period = more.pop("period", None)
        first, last = ("", str(period)[2:]) if str(period)[:2] == ".." else PERIODS.get(str(period), ("", ""))
        ids = {"number_id": f"n{order}", "passage_id": f"p{order}", "document_id": article}
        bound = more.pop("bound", "eq")
        self.insert(
            "passages", passage_id=f"p{order}", document_id=article, ordinal=order, role=role, text=sentence,
            start_char=0, end_char=len(sentence),
        )  # fmt: skip
        self.insert(
            "numbers", number_id=f"n{order}", document_id=article, passage_id=f"p{order}", document=article,
            start_char=start, end_char=start + len(surface), surface=surface, bound=bound, value=value,
            **{"class": "claim"},
        )  # fmt: skip
        defaults: dict[str, object] = {
            "metric_id": f"m{order}", "metric": metric, "measure": "value",
            "noun": "", "scope": more.get("noun", ""),
            "unit": "count", "bound": bound, "modality": "actual", "confidence": 0.9, "value": value,
            "region": region, "period_start": first or None, "period_end": last or None,
            "region_id": "+".join(self.ids[name] for name in region.split("+")) if region else None,
        }  # fmt: skip
        self.insert("metrics", **{**defaults, **ids, **more})
        return f"m{order}"

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        needed = behind(sql)
        for name, script in answers().items():
            if name in needed - self.made:
                self.db.execute(script)
        self.made |= needed
        return [
            tuple(float(cell) if hasattr(cell, "normalize") else cell for cell in row)
            for row in self.db.execute(sql).fetchall()
        ]


@pytest.fixture
def small() -> Iterator[Small]:
    with duckdb.connect() as db:
        run_scripts(db, "tables")
        run_scripts(db, "input")
        for table in COMPARING:
            load_csv(db, table, REFERENCE / f"{table}.csv")
        for line in filter(str.strip, REGIONS.split("\n")):
            region_id, name, short, level, parent = line.split()
            db.execute(
                "insert into regions (region_id, name, short_name, level, parent_id) values (?, ?, ?, ?, ?)",
                [region_id, name, short, level, None if parent == "-" else parent],
            )
        yield Small(db)
