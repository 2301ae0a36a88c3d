"""Near-copies: articles that others took over, found by their sketches and told apart by their numbers."""

from __future__ import annotations

import duckdb
import polars as pl

from flows.text.likeness import PERMUTATIONS

BAND = 3
"""Numbers of a sketch that must be equal for a pair to be looked at: of pairs alike by 0.4, 93 in 100 are."""
BANDS = PERMUTATIONS // BAND
HELD = 0.8
"""The part of the shorter text's clauses that stands in the longer: a repost may have a new lead or end."""
ALIKE = 0.35
"""The part of all clauses of both that they share: a digest that takes up one short report is no copy."""
SAME_NUMBERS = 0.8
"""The part of the amounts of the text with fewer of them that the other gives too: bulletins of two months
share their words and not their numbers."""
CROWD = 200
"""A band shared by more documents than these is a mould; each is compared with its neighbours only."""

ROWS = 2**32
"""More than there are sketches."""
CHUNK = 100_000
"""Pairs, or bands of sketches, that are looked at together: two sketches a pair, 100 MB."""

Pair = tuple[str, str]


def alike_among(sketches: pl.DataFrame) -> list[Pair]:
    """The pairs of documents whose sketches are alike.

    `sketches` has document_id, clauses and sketch, an array, of each text that has clauses. The outcome
    depends on the documents alone, not on the order in which they came.
    """
    known = sketches.sort("document_id")
    return alike_of(known, candidates(known["sketch"]))


def mark_copies(db: duckdb.DuckDBPyConnection, alike: list[Pair]) -> None:
    """Set documents.duplicate_of: for each near-copy the first of its kind."""
    set_firsts(db, firsts_among(db, same_of(db, alike)))


def same_of(db: duckdb.DuckDBPyConnection, alike: list[Pair]) -> list[Pair]:
    """Of pairs of documents that are alike those of the same text."""
    different = differing(db, alike) if alike else set()
    return [pair for pair in alike if pair not in different]


def firsts_among(db: duckdb.DuckDBPyConnection, same: list[Pair]) -> list[Pair]:
    """Each document that another came before, after the first of its kind."""
    return firsts_of(same, ages(db, {document for pair in same for document in pair})) if same else []


def set_firsts(db: duckdb.DuckDBPyConnection, firsts: list[Pair]) -> None:
    if firsts:
        db.execute(
            "update documents set duplicate_of = pair.first "
            "from (select unnest(?) as first, unnest(?) as copy) as pair where document_id = pair.copy",
            columns_of(firsts),
        )


def candidates(sketches: pl.Series) -> pl.DataFrame:
    """The pairs to look at closely: the rows `one` and `other` of sketches that share a band of numbers."""
    together = max(CHUNK // max(len(sketches), 1), 1)
    pairs = [
        pairs_of(bands_of(sketches, range(first, min(first + together, BANDS))))
        for first in range(0, BANDS, together)
    ]
    return once(pl.concat(pairs))


def once(pairs: pl.DataFrame) -> pl.DataFrame:
    """Each of the pairs once, in order, by one number a pair: by two columns it takes five times as long, and
    sketches that are looked at in order lie near each other."""
    number = pairs.select(pl.col("one").cast(pl.UInt64) * ROWS + pl.col("other")).to_series().unique().sort()
    return pl.DataFrame({"one": (number // ROWS).cast(pl.UInt32), "other": (number % ROWS).cast(pl.UInt32)})


def bands_of(sketches: pl.Series, bands: range) -> pl.DataFrame:
    """By sketch, as the row `one`, and by band of these: one number for the band's numbers and its place."""
    numbers = sketches.arr.slice(bands.start * BAND, len(bands) * BAND, as_array=True).explode()
    places = pl.int_range(len(sketches) * len(bands), dtype=pl.UInt32, eager=True)
    parts = [numbers.gather_every(BAND, place).rename(str(place)) for place in range(BAND)]
    band = pl.DataFrame([(places % len(bands)).rename("at"), *parts]).hash_rows()
    return pl.DataFrame({"one": places // len(bands), "band": band})


def hash_of(sketches: pl.Series, first: int) -> pl.Series:
    """One number for the band of each sketch that begins at the place `first`."""
    numbers = [sketches.arr.get(first + place).rename(str(place)) for place in range(BAND)]
    return pl.DataFrame(numbers).hash_rows()


def pairs_of(banded: pl.DataFrame) -> pl.DataFrame:
    """The pairs of rows whose band is the same; of a crowd each with the next only."""
    rows = banded.filter(banded["band"].is_duplicated())
    crowd = pl.len().over("band") > CROWD
    few, many = rows.filter(~crowd), rows.filter(crowd)
    all_of_few = few.join(few.rename({"one": "other"}), on="band").filter(pl.col("one") < pl.col("other"))
    next_of_many = many.with_columns(other=pl.col("one").shift(-1).over("band")).drop_nulls()
    return pl.concat([frame.select("one", "other") for frame in (all_of_few, next_of_many)])


def alike_of(known: pl.DataFrame, pairs: pl.DataFrame) -> list[Pair]:
    """Of the pairs those whose shorter text stands in the longer, by their sizes and what their sketches
    share; as document_ids, in order."""
    found = [alike_in(known, chunk) for chunk in likely(known, pairs).iter_slices(CHUNK)]
    return sorted(pair for chunk in found for pair in chunk.iter_rows())


def likely(known: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Of many pairs those that are alike by the last byte of each number: what differs there differs."""
    if len(pairs) <= len(known):
        return pairs
    last = (known["sketch"].explode() % 256).cast(pl.UInt8).reshape((-1, PERMUTATIONS))
    return pl.concat(chunk.filter(shared_of(last, chunk) >= ALIKE) for chunk in pairs.iter_slices(CHUNK))


def shared_of(sketches: pl.Series, pairs: pl.DataFrame) -> pl.Series:
    """What part of its numbers each pair of sketches shares."""
    same = sketches[pairs["one"]].explode() == sketches[pairs["other"]].explode()
    return same.reshape((len(pairs), PERMUTATIONS)).arr.sum() / PERMUTATIONS


def alike_in(known: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    one, other = known[pairs["one"]], known[pairs["other"]]
    sizes = pl.DataFrame({"one": one["clauses"], "other": other["clauses"]})
    shared = shared_of(known["sketch"], pairs)
    held = shared * (pl.col("one") + pl.col("other")) / (1 + shared)
    close = sizes.select((shared >= ALIKE) & (held >= HELD * pl.min_horizontal("one", "other"))).to_series()
    return pl.DataFrame({"one": one["document_id"], "other": other["document_id"]}).filter(close)


def differing(db: duckdb.DuckDBPyConnection, pairs: list[Pair]) -> set[Pair]:
    """Of the pairs those whose amounts differ."""
    db.execute(
        "create or replace temp table alike as select unnest(?) as one, unnest(?) as other", columns_of(pairs)
    )
    rows = db.execute(f"""
        with alike as (from temp.alike),
        amounts as (
            select distinct document_id, value, unit
            from numbers
            where class = 'claim' and value is not null
                and document_id in (select one from alike union select other from alike)
        ),
        counted as (select document_id, count(*) as amounts from amounts group by document_id),
        shared as (
            select one, other, count(*) as amounts
            from alike
            join amounts as mine on mine.document_id = one
            join amounts as theirs on theirs.document_id = other
                and theirs.value = mine.value and theirs.unit is not distinct from mine.unit
            group by one, other
        )
        select one, other
        from alike
        join counted as mine on mine.document_id = one
        join counted as theirs on theirs.document_id = other
        left join shared using (one, other)
        where coalesce(shared.amounts, 0) < {SAME_NUMBERS} * least(mine.amounts, theirs.amounts)
    """).fetchall()
    return {(one, other) for one, other in rows}


def columns_of(pairs: list[Pair]) -> list[list[str]]:
    """The pairs as two lists: one statement with them costs less than a statement each."""
    return [[one for one, _ in pairs], [other for _, other in pairs]]


def ages(db: duckdb.DuckDBPyConnection, documents: set[str]) -> dict[str, tuple[str, str]]:
    """By document its place among its copies: the earliest dated comes first, ids decide the rest."""
    rows = db.execute(
        "select document_id, published_on from documents where document_id in (select unnest(?))",
        [sorted(documents)],
    )
    return {name: (str(day or "9999"), name) for name, day in rows.fetchall()}


def firsts_of(pairs: list[Pair], order: dict[str, tuple[str, str]]) -> list[Pair]:
    """For each document that others came before, the first of those it is joined to, and itself."""
    leader = {document: document for document in order}

    def find(document: str) -> str:
        while leader[document] != document:
            leader[document] = document = leader[leader[document]]
        return document

    for one, other in pairs:
        first, second = sorted((find(one), find(other)), key=order.__getitem__)
        leader[second] = first
    return [(find(document), document) for document in sorted(order) if find(document) != document]
