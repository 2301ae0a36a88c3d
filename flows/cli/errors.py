"""What goes wrong is told in one line, and by the exit code: 1 the run failed, 2 wrong use."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FAILED, WRONG_USE = 1, 2


@contextmanager
def opened(warehouse: Path) -> Iterator[DuckDBPyConnection]:
    """The warehouse, open for reading; says what to do when there is none."""
    import duckdb

    from flows.query import open_warehouse

    if not warehouse.is_file():
        stop(f"no warehouse at {warehouse}", "make one with: yanshu refresh", WRONG_USE)
    try:
        db = open_warehouse(warehouse)
    except duckdb.Error as error:
        stop(f"cannot open {warehouse}: {first_line(error)}", "make it anew with: yanshu refresh", FAILED)
    with db:
        yield db


@contextmanager
def asked(what: str) -> Iterator[None]:
    """Turn a wrong question into one line and exit code 2."""
    import duckdb

    from flows.query import WrongQuestion

    try:
        yield
    except WrongQuestion as error:
        stop(str(error), "", WRONG_USE)
    except duckdb.Error as error:
        stop(f"{what}: {first_line(error)}", "", WRONG_USE)


@contextmanager
def told_in_one_line(state: str) -> Iterator[None]:
    """Turn whatever goes wrong into one line and exit code 1."""
    try:
        yield
    except typer.Exit:  # told already
        raise
    except KeyboardInterrupt:
        stop("interrupted", state, 130)
    except Exception as error:
        state = getattr(error, "state", state)
        stop(f"{type(error).__name__}: {first_line(error)}", f"{state}; --verbose shows more", FAILED)


def first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def stop(what: str, then: str, code: int) -> NoReturn:
    """One line on standard error: what is wrong and where, then the state or the next command."""
    print(f"yanshu: {what}" + (f"; {then}" if then else ""), file=sys.stderr)
    raise typer.Exit(code)
