"""A lake of any size: some hundred generated articles are read, the rest are variations of what was read.

Reading a hundred thousand articles takes an hour; loading and publishing them is measured without it. A
variation has its own ids, texts, places, values and years, so that questions, sources and near-copies come
about as often as in an archive of news.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polars as pl

from flows.extract.frames import Frames
from flows.extract.reference import regions
from flows.intake import Batch, reading_of
from flows.load.listing import Listed, list_sources
from flows.load.shards import write_shard
from flows.read.document import Document
from flows.reading import extracted, frames_of_all, readings_of
from flows.version import extractor_version
from tests.benchmarks.articles import generate

SEEDS = 250
"""Articles that are read: with the variations of one shard they are one batch of intake.py."""
KEPT = 8
"""Of 15 claims those that are kept: the generator makes three claims of four numbers, news two of five."""
COPIES = 20
"""Every so many-th variation repeats the one before it, as reposts do."""
SUFFIX = "（第{:06d}辑）"
PRIMES = 7919, 104_729


class Archive:
    """A lake that grows by whole shards of SEEDS articles."""

    def __init__(self, lake: Path, seed: int = 20240820) -> None:
        self.lake = lake
        self.shards = 0
        self.listed: list[Listed] = []
        batch = Batch(extractor_version())
        for index, text in enumerate(generate(SEEDS, seed)):
            name = f"made_{index}"
            document = Document(f"{seed + index:010x}000000", name, f"{name}.txt", text, "utf-8")
            batch.add(document, reading_of(document, batch.version))
        done, _ = extracted(batch)
        self.version, self.frames = batch.version, frames_of_all(done)
        claims = self.frames["metrics"].with_row_index()
        self.frames["metrics"] = claims.filter(pl.col("index") % 15 < KEPT).drop("index")
        self.readings = readings_of(done)

    @property
    def articles(self) -> int:
        return self.shards * SEEDS

    def grow(self, articles: int) -> None:
        """Add shards until there are so many articles, and list them."""
        while self.articles < articles:
            frames = varied(self.frames, self.shards)
            readings = varied_readings(self.readings, self.shards)
            write_shard(self.lake, self.version, frames, readings)
            ids = readings.select("document_id", "reading_id").iter_rows()
            self.listed += [
                Listed(f"made/{document}.txt", document, None, document, reading) for document, reading in ids
            ]
            self.shards += 1
        list_sources(self.lake, self.listed, [], "benchmark")


def varied(frames: Frames, turn: int) -> Frames:
    """The frames as another lot of articles would have given them."""
    own = {table: frame.with_columns(own_ids(frame, turn)) for table, frame in frames.items()}
    shift = pl.col("ordinal") * len(SUFFIX.format(0))
    places = own["passages"].select("passage_id", shift=shift)
    told = turn - 1 if turn % COPIES == COPIES - 1 else turn
    return {
        **own,
        "documents": own["documents"].with_columns(
            name=pl.col("document_id"), published_on=pl.col("published_on").dt.offset_by(f"{told % 700}d")
        ),
        "passages": own["passages"].with_columns(
            text=pl.col("text") + SUFFIX.format(told),
            start_char=pl.col("start_char") + shift,
            end_char=pl.col("end_char") + shift + len(SUFFIX.format(0)),
        ),
        "numbers": moved(own["numbers"], places).with_columns(
            value=varied_value(told), value_high=varied_value(told, "value_high")
        ),
        "metrics": elsewhere(own["metrics"], told).with_columns(
            value=varied_value(told), value_high=varied_value(told, "value_high"),
            period_start=pl.col("period_start").dt.offset_by(f"-{told % 5}y"),
            period_end=pl.col("period_end").dt.offset_by(f"-{told % 5}y"),
        ),
    }  # fmt: skip


def own_ids(frame: pl.DataFrame, turn: int) -> Iterator[pl.Expr]:
    """The ids of rows that are this variation's alone; firms, models and places are shared."""
    for name in ("document_id", "passage_id", "number_id", "metric_id", "reading_id"):
        if name in frame.columns:
            yield pl.col(name).str.slice(0, 10) + f"{turn:06x}"


def varied_readings(readings: pl.DataFrame, turn: int) -> pl.DataFrame:
    """What a shard keeps of its documents; sketches of a variation are like those that it repeats only."""
    told = turn - 1 if turn % COPIES == COPIES - 1 else turn
    other = pl.element().cast(pl.UInt64) * PRIMES[0] + told * PRIMES[1]
    return readings.with_columns(
        *own_ids(readings, turn),
        sketch=pl.col("sketch").list.eval((other % 2**32).cast(pl.UInt32)),
        given_text=pl.col("given_text") + SUFFIX.format(told),
    )


def moved(numbers: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Numbers at the places that longer passages leave them."""
    shift = pl.col("shift").fill_null(0)
    return (
        numbers.join(places, on="passage_id", how="left", maintain_order="left")
        .with_columns(start_char=pl.col("start_char") + shift, end_char=pl.col("end_char") + shift)
        .drop("shift")
    )


def varied_value(turn: int, column: str = "value") -> pl.Expr:
    """Values of another size, equal where they were; small ones (ranks, shares) stay."""
    value = pl.col(column)
    other = (value.cast(pl.Float64) * (1 + turn * PRIMES[0] % 997 / 500)).round(0)
    return pl.when(value > 100).then(other.cast(pl.Decimal(38, 6))).otherwise(value)


def elsewhere(metrics: pl.DataFrame, turn: int) -> pl.DataFrame:
    """Claims of other places of the same level."""
    places = moved_places(turn)
    return (
        metrics.join(places, on="region_id", how="left", maintain_order="left")
        .with_columns(
            region_id=pl.coalesce("other_id", "region_id"), region=pl.coalesce("other_name", "region")
        )
        .drop("other_id", "other_name")
    )


def moved_places(turn: int) -> pl.DataFrame:
    """For each place another of its level: two lists, one beside the other shifted."""
    rows: list[tuple[str, str, str]] = []
    for members in levels():
        shift = turn * PRIMES[0] % len(members)
        others = [*members[shift:], *members[:shift]]
        rows += [(own, other, name) for (own, _), (other, name) in zip(members, others, strict=True)]
    return pl.DataFrame(rows, schema=["region_id", "other_id", "other_name"], orient="row")


@cache
def levels() -> tuple[list[tuple[str, str]], ...]:
    """The places of each level of China as (id, short name)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key, region in sorted(regions().items()):
        if region.level in {"province", "city", "county"}:
            found.setdefault(region.level, []).append((key, region.short_name or region.name))
    return tuple(found.values())
