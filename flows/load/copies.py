"""Near-copies: articles that others took over, found by their sketches and told apart by their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, pairwise

import duckdb

from flows.text.likeness import PERMUTATIONS

BAND = 3
"""Numbers of a sketch that must be equal for a pair to be looked at: of pairs alike by 0.4, 93 in 100 are."""
HELD = 0.8
"""The part of the shorter text's clauses that stands in the longer: a repost may have a new lead or end."""
ALIKE = 0.35
"""The part of all clauses of both that they share: a digest that takes up one short report is no copy."""
SAME_NUMBERS = 0.8
"""The part of the amounts of the text with fewer of them that the other gives too: bulletins of two months
share their words and not their numbers."""
CROWD = 200
"""A band shared by more documents than these is a mould; each is compared with its neighbours only."""

Sketch = tuple[int, list[int]]
Pair = tuple[str, str]


def mark_copies(db: duckdb.DuckDBPyConnection) -> None:
    """Set documents.duplicate_of: for each near-copy the first of its kind.

    Reads `temp.sketches` (document_id, clauses, sketch). The outcome depends on the documents alone, not on
    the order in which they came.
    """
    pairs = candidates(shared_bands(db))
    known = sketches_of(db, pairs)
    alike = sorted(pair for pair in pairs if is_alike(known[pair[0]], known[pair[1]]))
    if not alike:
        return
    different = differing(db, alike)
    same = [pair for pair in alike if pair not in different]
    firsts = firsts_of(same, ages(db, {document for pair in same for document in pair}))
    if firsts:
        db.execute(
            "update documents set duplicate_of = pair.first "
            "from (select unnest(?) as first, unnest(?) as copy) as pair where document_id = pair.copy",
            columns_of(firsts),
        )


def shared_bands(db: duckdb.DuckDBPyConnection) -> list[list[str]]:
    """The documents of each band of numbers that more than one of them has, in the order of their ids."""
    part = ", ".join(f"sketch[band * {BAND} + {place}]" for place in range(1, BAND + 1))
    rows = db.execute(f"""
        with by_band as (
            select document_id, sketch, unnest(range({PERMUTATIONS // BAND})) as band
            from temp.sketches
            where clauses > 0
        ),
        banded as (select document_id, hash(band, {part}) as part from by_band),
        shared as (select part from banded group by part having count(*) > 1)
        select distinct list(document_id order by document_id)
        from banded semi join shared using (part) group by part
    """)
    return [documents for (documents,) in rows.fetchall()]


def candidates(buckets: Iterable[list[str]]) -> set[Pair]:
    """The pairs to look at closely."""
    pairs: set[Pair] = set()
    for bucket in buckets:
        pairs.update(combinations(bucket, 2) if len(bucket) <= CROWD else pairwise(bucket))
    return pairs


def sketches_of(db: duckdb.DuckDBPyConnection, pairs: set[Pair]) -> dict[str, Sketch]:
    wanted = sorted({document for pair in pairs for document in pair})
    rows = db.execute(
        "select document_id, clauses, sketch from temp.sketches where document_id in (select unnest(?))",
        [wanted],
    )
    return {document: (clauses, sketch) for document, clauses, sketch in rows.fetchall()}


def is_alike(one: Sketch, other: Sketch) -> bool:
    """Whether the shorter text stands in the longer, by their sizes and what their sketches share."""
    shared = sum(left == right for left, right in zip(one[1], other[1], strict=True)) / PERMUTATIONS
    common = shared * (one[0] + other[0]) / (1 + shared)
    return shared >= ALIKE and common >= HELD * min(one[0], other[0])


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
