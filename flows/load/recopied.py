"""Near-copies after a few documents came or went: only what these may change is looked at again."""

from __future__ import annotations

import duckdb
import polars as pl

from flows.load.copies import (
    BAND,
    CROWD,
    Pair,
    alike_among,
    alike_of,
    firsts_among,
    hash_of,
    mark_copies,
    once,
    same_of,
    set_firsts,
)
from flows.text.likeness import PERMUTATIONS


def mark_copies_again(db: duckdb.DuckDBPyConnection, sketches: pl.DataFrame, gone: pl.DataFrame) -> None:
    """Bring documents.duplicate_of up to date after the rows of `temp.dropped` went and of `temp.added` came;
    `temp.moved` gets the other documents whose first changed.

    `sketches` as alike_among takes them, `gone` those of the dropped documents. What joins others is looked
    up; where a copy went, or where so many share a mould that their neighbours count, all are compared anew.
    """
    known, added = sketches.sort("document_id"), ids(db, "from temp.added")
    pairs = None if parted(db) else pairs_with(known, pl.Series(added, dtype=pl.String), gone)
    db.execute("create or replace temp table before as select document_id, duplicate_of from documents")
    if pairs is None:
        db.execute("update documents set duplicate_of = null where duplicate_of is not null")
        mark_copies(db, alike_among(known))
    elif pairs.height:
        same = same_of(db, alike_of(known, pairs))
        joined = same + known_copies(db, same)
        db.execute(
            "update documents set duplicate_of = null where list_contains(?, document_id)",
            [sorted({document for pair in joined for document in pair})],
        )
        set_firsts(db, firsts_among(db, joined))
    db.execute("""
        create or replace temp table moved as
        select document_id from documents join temp.before using (document_id)
        where documents.duplicate_of is distinct from before.duplicate_of
            and document_id not in (from temp.added)
    """)
    db.execute("drop table temp.before")


def ids(db: duckdb.DuckDBPyConnection, query: str) -> list[str]:
    return [row[0] for row in db.execute(query).fetchall()]


def parted(db: duckdb.DuckDBPyConnection) -> bool:
    """Whether a document went that was a copy or had one."""
    return db.execute("select count(*) from temp.dropped where has_copy").fetchall() != [(0,)]


def pairs_with(known: pl.DataFrame, added: pl.Series, gone: pl.DataFrame) -> pl.DataFrame | None:
    """The pairs to look at closely that have an added document; None where it, or one that is gone, is of a
    crowd."""
    found = [pl.DataFrame(schema={"one": pl.UInt32, "other": pl.UInt32})]
    every = pl.concat([known, gone])
    rows = pl.DataFrame({"one": pl.int_range(len(every), dtype=pl.UInt32, eager=True)}).with_columns(
        new=every["document_id"].is_in(added.implode()), here=pl.col("one") < len(known)
    )
    if not (rows["new"] | ~rows["here"]).any():
        return found[0]
    for first in range(0, PERMUTATIONS - BAND + 1, BAND):
        banded = rows.with_columns(band=hash_of(every["sketch"], first))
        asked = banded.filter(pl.col("new") | ~pl.col("here")).select("band").unique()
        met = banded.join(asked, on="band", how="semi")
        if met.group_by("band").len()["len"].max() > CROWD:  # type: ignore[operator]
            return None
        standing = met.filter("here").drop("here")
        pairs = standing.join(standing.rename({"one": "other", "new": "newer"}), on="band")
        wanted = (pl.col("one") < pl.col("other")) & (pl.col("new") | pl.col("newer"))
        found.append(pairs.filter(wanted).select("one", "other"))
    return once(pl.concat(found))


def known_copies(db: duckdb.DuckDBPyConnection, same: list[Pair]) -> list[Pair]:
    """The copies that stand among the documents of these pairs, each with its first."""
    named = sorted({document for pair in same for document in pair})
    return db.execute(
        """
        with firsts as (
            select coalesce(duplicate_of, document_id) as first
            from documents where list_contains(?, document_id)
        )
        select distinct duplicate_of, document_id from documents where duplicate_of in (from firsts)
        """,
        [named],
    ).fetchall()
