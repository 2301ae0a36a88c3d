"""What a BI tool does, as a program of its own: connect read-only, reflect, run every view until told.

python tool.py WAREHOUSE STOP: its last round is the first that begins when the file STOP is there. Prints one
JSON object: versions, relations with their comments, how often each was run, the runs that connections saw.
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path

import duckdb
import sqlalchemy
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.pool import NullPool

warnings.filterwarnings("ignore")

LATEST = "select max_by(run_id, finished_at) from runs"


def engine_of(warehouse: str) -> sqlalchemy.Engine:
    return create_engine(f"duckdb:///{warehouse}", connect_args={"read_only": True}, poolclass=NullPool)


def reflect(engine: sqlalchemy.Engine) -> dict[str, dict[str, object]]:
    inspector = inspect(engine)
    views = set(inspector.get_view_names())
    return {
        name: {
            "kind": "view" if name in views else "table",
            "comment": inspector.get_table_comment(name)["text"],
            "columns": {column["name"]: column["comment"] for column in inspector.get_columns(name)},
        }
        for name in sorted({*inspector.get_table_names(), *views})
    }


def run(engine: sqlalchemy.Engine, names: list[str], stop: Path) -> tuple[dict[str, int], list[str]]:
    times = dict.fromkeys(names, 0)
    runs: list[str] = []
    last = False
    while not last:
        last = stop.exists()
        for name in names:
            with engine.connect() as connection:
                connection.execute(text(f'select * from "{name}" limit 1000')).fetchall()
                latest = str(connection.execute(text(LATEST)).scalar())
            times[name] += 1
            runs += [latest] if latest not in runs else []
    return times, runs


def main() -> None:
    warehouse, stop = sys.argv[1], Path(sys.argv[2])
    engine = engine_of(warehouse)
    relations = reflect(engine)
    print("reflected", file=sys.stderr, flush=True)
    times, runs = run(engine, list(relations), stop)
    versions = {"duckdb": duckdb.__version__, "sqlalchemy": sqlalchemy.__version__}
    print(
        json.dumps(
            {"versions": versions, "relations": relations, "times": times, "runs": runs}, ensure_ascii=False
        )
    )


if __name__ == "__main__":
    main()
