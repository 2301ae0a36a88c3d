"""The commands that ask: a warehouse for its rows and its state, the extraction for what it reads."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.errors import FAILED, WRONG_USE, asked, opened, stop, told_in_one_line
from flows.cli.options import WAREHOUSE, Form, Warehouse

if TYPE_CHECKING:
    from flows.query import Shown


def status(warehouse: Warehouse = WAREHOUSE) -> None:
    """Tell the state of a warehouse. Exit code 1 where the last run did not publish."""
    with opened(warehouse):
        pass
    with told_in_one_line(f"{warehouse} is as it was"):
        from flows import status as telling

        state = telling.status_of(warehouse)
    from rich.console import Console

    Console(soft_wrap=True).print(telling.render(state), highlight=False)
    if not state.sound:
        raise typer.Exit(FAILED)


def explain(
    text: Annotated[str | None, typer.Argument(help="A sentence or more.")] = None,
    date: Annotated[str | None, typer.Option(help="The day that the text is dated, YYYY-MM-DD.")] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON lines, standard input to output.")] = False,
) -> None:
    """Show what is read in a text, and by which rule."""
    from flows import explain as explaining

    if json:
        for line in explaining.explain_lines(sys.stdin.buffer):
            sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()
        return
    if text is None:
        stop("no text to explain", 'give one, as in: yanshu explain "北京以138亿元位居第一"', WRONG_USE)
    try:
        day = explaining.parse_date(date) if date else None
    except ValueError as error:
        stop(str(error), "give it as in --date 2024-08-20", WRONG_USE)
    from rich.console import Console

    Console().print(explaining.render(text, explaining.explain(text, day)))


def show(
    view: Annotated[str, typer.Argument(help="A view or table, as financing_by_city.")],
    *,
    where: Annotated[str | None, typer.Option(help="A SQL condition, as \"period = '2024H1'\".")] = None,
    region: Annotated[str | None, typer.Option(help="A place, as 成都; also as part of a total.")] = None,
    metric: Annotated[str | None, typer.Option(help="A metric by code or Chinese name.")] = None,
    sort: Annotated[str | None, typer.Option(help="Columns, as 'amount_cny desc, city'.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many rows.")] = 50,
    form: Form = "table",
    warehouse: Warehouse = WAREHOUSE,
) -> None:
    """Show a view or table of the warehouse as a table."""
    from flows.query import Filters, select

    with opened(warehouse) as db, asked(f"cannot show {view}"):
        shown = select(db, view, Filters(where, region, metric, sort), limit)
    tell(shown, form, view)


def sql(
    query: Annotated[str, typer.Argument(help="One SELECT, as \"from claims where region = '成都'\".")],
    limit: Annotated[int, typer.Option(min=1, help="At most so many rows.")] = 200,
    form: Form = "table",
    warehouse: Warehouse = WAREHOUSE,
) -> None:
    """Ask the warehouse in SQL. Reads only, and nothing outside the warehouse."""
    from flows.query import ask

    with opened(warehouse) as db, asked("cannot answer"):
        shown = ask(db, query, limit)
    tell(shown, form, "the answer")


def tell(shown: Shown, form: str, name: str) -> None:
    """Print rows: as a table that fits the terminal, or whole as CSV or JSON lines."""
    from flows import show as showing

    if form != "table":
        typer.echo((showing.csv_of if form == "csv" else showing.json_of)(shown), nl=False)
        return
    from rich.console import Console

    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    console = Console(width=None if told else 100)
    table, hidden = showing.table_of(shown, console.width)
    console.print(table)
    count = f"the first {len(shown.rows)} rows of {name}; --limit shows more" if shown.more else (
        f"{len(shown.rows)} {'row' if len(shown.rows) == 1 else 'rows'} of {name}"
    )  # fmt: skip
    more = f"; further columns: {', '.join(hidden)}" if hidden else ""
    console.print(f"{count}{more}", style="dim", highlight=False)
