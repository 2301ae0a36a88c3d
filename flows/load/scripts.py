"""The scripts of sql/, run as they stand."""

from __future__ import annotations

import re
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from graphlib import TopologicalSorter

import duckdb

from flows.places import SQL

HANDS = 2
"""Scripts that run at a time: a part of each has work for one thread only."""


MADE_TABLE = re.compile(r"(?ms)^create table (\w+) as\n(.*);$")
VARIED = re.compile(
    r"(?:^|_)((metric|question|from|to|actual|related|whole|stated)_id|amount|change|target|actual|related|part|whole"
    r"|computed|follows_from|stated|document(_id)?|evidence)$"
)
"""Columns whose strings are nearly all different."""


def quoted(value: object) -> str:
    """A value as a SQL string."""
    return "'" + str(value).replace("'", "''") + "'"


def count(db: duckdb.DuckDBPyConnection, relation: str) -> int:
    """How many rows the relation has."""
    return int(db.execute(f"select count(*) from {relation}").fetchall()[0][0])


def scripts_of(kind: str) -> dict[str, str]:
    """By name the scripts of sql/KIND, each behind those whose tables it reads, else in order of name."""
    found = {script.stem: script.read_text("utf-8") for script in sorted((SQL / kind).glob("*.sql"))}
    return {name: found[name] for name in sorter_of(found).static_order()}


def sorter_of(scripts: dict[str, str]) -> TopologicalSorter[str]:
    return TopologicalSorter(
        {name: sorted(sources(text) & scripts.keys() - {name}) for name, text in scripts.items()}
    )


def sources(script: str) -> set[str]:
    """The names of what a script reads from, its own parts among them."""
    return set(re.findall(r"\b(?:from|join)\s+(\w+)", re.sub(r"--.*", "", script)))


def run_scripts(db: duckdb.DuckDBPyConnection, kind: str) -> None:
    """Run the scripts of sql/KIND, one after the other."""
    for script in scripts_of(kind).values():
        db.execute(script)


def run_together(db: duckdb.DuckDBPyConnection, kind: str, first: str) -> None:
    """Run one script of sql/KIND, then the others some at a time, each as soon as what it reads is made. Each
    is committed by itself, and only the first sees what is temporary.
    """
    scripts, running = scripts_of(kind), dict[Future[None], str]()
    db.execute(scripts[first])
    sorter = sorter_of(scripts)
    sorter.prepare()
    home = db.execute("select current_catalog()").fetchall()[0][0]

    def run(name: str) -> None:
        with db.cursor() as hand:
            hand.execute(f"use {home}")
            hand.execute(kept(hand, scripts[name]))

    with ThreadPoolExecutor(HANDS) as pool:
        while sorter.is_active():
            for name in sorter.get_ready():
                if name == first:
                    sorter.done(name)
                else:
                    running[pool.submit(run, name)] = name
            ended = wait(running, return_when=FIRST_COMPLETED).done if running else ()
            for future in ended:
                future.result()
                sorter.done(running.pop(future))


def kept(db: duckdb.DuckDBPyConnection, script: str) -> str:
    """The script, where it makes a table of a query, with how its strings are kept named: to try every way on
    every column takes half of the writing. Sentences, which may repeat or not, are left to the engine."""
    found = MADE_TABLE.search(script)
    if not found:
        return script
    name, query = found.groups()
    columns = ", ".join(
        f"{column} {kind}{way_of(column) if kind == 'VARCHAR' else ''}"
        for column, kind, *_ in db.execute(f"describe {query}").fetchall()
    )
    made = f"create table {name} ({columns});\ninsert into {name} {query};"
    return script[: found.start()] + made + script[found.end() :]


def way_of(column: str) -> str:
    if column.endswith("quote"):
        return ""
    return f" using compression {'fsst' if VARIED.search(column) else 'dictionary'}"
