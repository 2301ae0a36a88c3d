"""The command line `yanshu`. What a command needs is imported when it runs, so that each starts fast."""

from __future__ import annotations

import gc
import os
import sys

import typer

from flows.cli import asking, running, writing
from flows.cli.errors import FAILED

app = typer.Typer(
    name="yanshu",
    help="Yanshu 言数 reads Chinese news and keeps every number as a sourced row of a DuckDB file.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS = (
    running.refresh, running.serve, asking.status, asking.explain, asking.show, asking.sql, writing.report,
    writing.export,
)  # fmt: skip
"""In the order in which --help lists them."""
for command in COMMANDS:
    app.command()(command)


def main() -> None:
    gc.set_threshold(100_000, 20, 20)  # a start makes that many objects, which stay
    try:
        app()
    except BrokenPipeError:  # the reader, as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
