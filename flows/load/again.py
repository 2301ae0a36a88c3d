"""Answers made again where documents changed: the scripts of sql/views, run on the rows that matter to them.

A script reads tables by their names. While `shown` lets a name stand for a part of its table, the script
makes the part of the answers that follows from it; that part then takes the place of the old one. What has to
be in the part for the outcome to be as of the whole is said here, table by table.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from flows.load.parts import VIEWS, made, part, put, show_claims, shown
from flows.load.readings import show_stated

LARGE = 0.2
"""The part of all claims that may be asked anew; for more of them all is built."""

SUBJECT = "coalesce(region_id, firm_id, model_id, subject)"
OF_PLACE = "metric, field, scope, year(as_of)"


class TooMuch(Exception):
    """So many claims are concerned that a build is cheaper."""


def answer_again(db: duckdb.DuckDBPyConnection, lake: Path) -> None:
    """Bring all tables of answers up to date with the documents `temp.dropped`, `temp.added`, `temp.moved`,
    and the firms and models `temp.renamed`. Raises TooMuch."""
    show_stated(db, lake, "temp.added_readings", "new_")
    for view in ("stated", "texts"):
        db.execute(f"drop view if exists temp.{view}")
    cover(db)
    find_asked(db)
    find_questions(db)
    choose_claims(db)
    follow_claims(db)
    for table in ("region_scorecard", "firm_directory", "model_directory"):
        sum_up(db, table)


ADDED = "document_id in (from temp.added)"
OLD = "document_id in (select document_id from temp.dropped)"


def cover(db: duckdb.DuckDBPyConnection) -> None:
    """How much of a document was understood follows from it alone."""
    parts = {name: part(name, ADDED) for name in ("documents", "numbers")}
    parts["metrics"] = "from temp.new_stated"
    with shown(db, **parts):
        made(db, "coverage")
        put(db, "coverage", OLD)


def find_asked(db: duckdb.DuckDBPyConnection) -> None:
    """Make `temp.asked`, the claims to compare anew: those of the documents, and those whose source is now
    another since a passage of theirs stands elsewhere too. `temp.shared` has the passages of these texts."""
    db.execute("""
        create temp table changed as from temp.added union from temp.moved;
        create temp table shared (passage_id varchar, document_id varchar, text_hash ubigint)
    """)
    share(
        db,
        f"""
        select text_hash from temp.dropped_texts
        union
        select hash(text) from ({part("passages", "document_id in (from temp.changed)")})
        where len(text) >= 12
    """,
    )
    origin = "coalesce(origins.origin_id, documents.duplicate_of, metrics.document_id)"
    db.execute(f"""
        create temp table origins as
        select
            text_hash,
            arg_min(
                coalesce(duplicate_of, shared.document_id),
                (coalesce(published_on, date '9999-12-31'), shared.document_id)
            ) as origin_id
        from temp.shared
        join warehouse.documents using (document_id)
        group by text_hash
        having min(shared.document_id) <> max(shared.document_id);

        create temp table asked as
        select metric_id from temp.new_stated
        union
        select metric_id from warehouse.metrics where document_id in (from temp.moved)
        union
        select metric_id
        from (select * from temp.shared where document_id not in (from temp.changed)) as shared
        join warehouse.metrics using (passage_id)
        join warehouse.documents on documents.document_id = metrics.document_id
        join warehouse.comparable_claims as standing using (metric_id)
        left join temp.origins using (text_hash)
        where standing.origin_id <> {origin};
    """)


def find_questions(db: duckdb.DuckDBPyConnection) -> None:
    """Make `temp.standing`: the claims that stand and share a question with those that came, went or are
    compared anew, as their articles put it: before claims that exclude each other in one were set apart."""
    question = "coalesce(shared_question_id, question_id)"
    db.execute(f"""
        create temp table wordings as
        select {question} as question_id from warehouse.answers
        where metric_id in (from temp.asked) or metric_id in (from temp.dropped_claims)
        union
        select question_id from temp.new_stated;

        create temp table standing as
        select metric_id from warehouse.answers
        where {question} in (from temp.wordings) and metric_id not in (from temp.dropped_claims)
    """)
    asked, claims = db.execute(
        "select (select count(*) from temp.standing), (select count(*) from warehouse.answers)"
    ).fetchall()[0]
    if asked > LARGE * claims + 1000:
        raise TooMuch
    told = "passage_id in (select passage_id from warehouse.metrics where metric_id in (from temp.standing))"
    share(
        db,
        f"""
        select hash(text) from ({part("passages", told)}) where len(text) >= 12
        except select text_hash from temp.shared
    """,
    )


def share(db: duckdb.DuckDBPyConnection, texts: str) -> None:
    """Add the passages that have one of these texts, by their hashes, to `temp.shared`."""
    db.execute(f"create or replace temp table texts as {texts}")
    if db.execute("select count(*) from temp.texts").fetchall() != [(0,)]:
        db.execute("""
            insert into temp.shared
            select passage_id, document_id, hash(text) from warehouse.passages
            where hash(text) in (from temp.texts) and len(text) >= 12
        """)


QUESTIONS = "question_id in (from temp.questions)"
STANDING = "metric_id in (from temp.standing)"
JUDGED = (
    "document, url, question_id, shared_question_id, origin_id, unclear, chosen, claims, sources, agreeing,"
    " lowest, highest, evidence"
)
"""Columns of `answers` that `stated` does not have."""


def choose_claims(db: duckdb.DuckDBPyConnection) -> None:
    """Answer the questions anew. `temp.questions` are those that were answered or are now, `temp.altered` the
    best claims that went or came by it, and differ."""
    old = f"{STANDING} or metric_id in (from temp.dropped_claims)"
    homes = "select document_id from temp.shared union select document_id from temp.stated"
    parts = {
        "texts": "select document_id, text_hash from temp.shared",
        "stated": f"""
            select * exclude ({JUDGED}), coalesce(shared_question_id, question_id) as question_id
            from ({part("answers", STANDING)})
            left join (select distinct passage_id, text_hash from temp.shared) using (passage_id)
            union all by name
            from temp.new_stated
        """,
        "documents": part("documents", f"document_id in ({homes})"),
    }
    db.execute(f"""
        create temp table before as {part("best_claims", old)};
        create temp table questions as select question_id from warehouse.answers where {old}
    """)
    with shown(db, **parts):
        made(db, "answers")
        show_claims(db)
        made(db, "claim_conflicts")
        db.execute("""
            insert into temp.questions select question_id from temp.answers;
            create temp table altered as
            select *, false as stands from (from temp.before except all from temp.best_claims)
            union all
            select *, true from (from temp.best_claims except all from temp.before)
        """)
        put(db, "claim_conflicts", QUESTIONS)
        for view in VIEWS:
            db.execute(f"drop view temp.{view}")
        put(db, "answers", old)


def follow_claims(db: duckdb.DuckDBPyConnection) -> None:
    """Make anew what follows from several best claims: each row from those that share a key with it."""
    names = (row[0] for row in db.execute("select distinct metric from temp.altered").fetchall())
    listed = ", ".join("'" + name.replace("'", "''") + "'" for name in names) or "null"
    with altered_by(db, "metric, field, as_of", listed):
        replace_anchored(db, "derived_figures", "metric_id")
    with altered_by(db, OF_PLACE, listed):
        made(db, "region_peers")
        made(db, "rankings")  # reads the region_peers of the same places
        replace_made(db, "region_peers", "metric_id")
        replace_made(db, "rankings", "coalesce(metric_id, stated_id)")
    with altered_by(db, f"metric, measure, subject_kind, {SUBJECT}, field", listed):
        replace_anchored(db, "targets", "metric_id")
    grow_again(db, listed)


@contextmanager
def altered_by(db: duckdb.DuckDBPyConnection, key: str, metrics: str) -> Iterator[None]:
    """Show the best claims that share a key with an altered one; `temp.anchors`: they and those that went."""
    these = f"metric in ({metrics}) and hash({key}) in (select hash({key}) from temp.altered)"
    with shown(db, best_claims=part("best_claims", these), anchors=anchors("from temp.best_claims")):
        yield


def anchors(standing: str) -> str:
    return f"select metric_id from ({standing}) union select metric_id from temp.altered where not stands"


def replace_anchored(db: duckdb.DuckDBPyConnection, table: str, anchor: str) -> None:
    made(db, table)
    replace_made(db, table, anchor)


def replace_made(db: duckdb.DuckDBPyConnection, table: str, anchor: str) -> None:
    put(db, table, f"{anchor} in (from temp.anchors)")


def grow_again(db: duckdb.DuckDBPyConnection, metrics: str) -> None:
    """Growth follows from the claims of one subject's id, and from the growth stated for its name; names and
    ids need not go together, so those of each other are sought."""
    by_name, by_id = "hash(metric, field, subject)", f"hash(metric, field, {SUBJECT})"
    of_these = f"warehouse.best_claims where metric in ({metrics})"
    parts = {
        "names": f"select {by_name} from temp.altered",
        "subjects": f"""
            select {by_id} from {of_these} and {by_name} in (from temp.names)
            union select {by_id} from temp.altered
        """,
        "kept": f"select metric_id from {of_these} and {by_id} in (from temp.subjects)",
        "all_names": f"select {by_name} from {of_these} and {by_id} in (from temp.subjects)",
        "best_claims": part(
            "best_claims",
            f"metric in ({metrics})"
            f" and ({by_id} in (from temp.subjects) or {by_name} in (from temp.all_names))",
        ),
        "anchors": anchors("from temp.kept"),
    }
    with shown(db, **parts):
        made(db, "growth")
        put(db, "growth", "to_id in (from temp.anchors)", "to_id in (from temp.kept)")


def sum_up(db: duckdb.DuckDBPyConnection, table: str) -> None:
    """Make the lines of places, firms or models anew of which a best claim, or the name, changed."""
    if table == "region_scorecard":
        key = "hash(region_id, field)"
        parts = {
            "keys": f"select {key} from temp.altered where subject_kind = 'region'",
        }
    else:
        kind = table.removesuffix("_directory")
        key = f"{kind}_id"
        parts = {
            "keys": f"""
                select {key} from temp.altered where {key} is not null
                union select entity_id from temp.renamed where kind = '{kind}'
                union select {key} from warehouse.{kind}s where firm_id in (
                    select entity_id from temp.renamed where kind = 'firm'
                )
            """,
            f"{kind}s": part(f"{kind}s", f"{key} in (from temp.keys)"),
        }
    parts["best_claims"] = part("best_claims", f"{key} in (from temp.keys)")
    with shown(db, **parts):
        made(db, table)
        put(db, table, f"{key} in (from temp.keys)")
