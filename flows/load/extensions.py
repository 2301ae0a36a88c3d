"""Extensions of DuckDB: out of a package, as this machine has them, or from DuckDB's own repository."""

from __future__ import annotations

from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import duckdb

EXTRA = "ducklake"


class NoExtension(RuntimeError):
    """An extension of DuckDB is not at hand."""


def load_extension(db: duckdb.DuckDBPyConnection, name: str) -> None:
    """Load an extension. Raises NoExtension, which says where it can come from."""
    packed = packed_extension(name)
    ways = [f"load '{packed}'"] if packed else [f"load {name}", f"install {name}; load {name}"]
    for way in ways:
        with suppress(duckdb.Error):
            db.execute(way)
            return
    raise NoExtension(
        f"DuckDB {duckdb.__version__} has no extension {name} and cannot fetch it: "
        f"pip install 'yanshu[{EXTRA}]' brings one with its DuckDB"
    )


def packed_extension(name: str) -> Path | None:
    """The file of an extension in the package duckdb-extension-NAME, if it is for this DuckDB."""
    spec = find_spec(f"duckdb_extension_{name}")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension"
        if path.exists():
            return path
    return None
