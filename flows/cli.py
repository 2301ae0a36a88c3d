"""The command line `yanshu`. What a command needs is imported when it runs, so that each starts fast."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from flows.places import ARTICLES
from flows.tether import tether

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from flows.query import Shown

WAREHOUSE = Path("warehouse/yanshu.duckdb")
FAILED, WRONG_USE = 1, 2

app = typer.Typer(
    name="yanshu",
    help="Yanshu 言数 reads Chinese news and keeps every number as a sourced row of a DuckDB file.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
Warehouse = Annotated[Path, typer.Option("--warehouse", help="The DuckDB file.", show_default=True)]
Workers = Annotated[int, typer.Option(min=1, help="Processes that read articles.")]
Prune = Annotated[bool, typer.Option("--prune", help="Drop the sources that are not among those named.")]
Reextract = Annotated[
    bool, typer.Option("--reextract", help="Read again, from the lake, what an older extractor read.")
]
Dask = Annotated[
    str | None, typer.Option("--dask", metavar="ADDRESS", help="A Dask scheduler; its workers read articles.")
]
Shards = Annotated[
    str | None,
    typer.Option(metavar="URL", help="Storage by way of which --dask workers hand over what they read."),
]
Publish = Annotated[
    str | None, typer.Option(metavar="ducklake:…", help="A DuckLake catalog that gets the tables, too.")
]
DataPath = Annotated[str | None, typer.Option(help="Where a new catalog keeps its Parquet files.")]
Wait = Annotated[float, typer.Option(min=0, help="Seconds to wait for another refresh to end.")]
Form = Annotated[Literal["table", "csv", "json"], typer.Option("--format", help="How to print the rows.")]


class ExportFormat(StrEnum):
    """What export writes; an enumeration, since the command line takes several."""

    PARQUET = "parquet"
    CSV = "csv"
    XLSX = "xlsx"


@app.command()
def refresh(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Files, folders, patterns, addresses; else our samples.")
    ] = None,
    listed: Annotated[Path | None, typer.Option("--sources", help="A sources.toml that lists more.")] = None,
    warehouse: Warehouse = WAREHOUSE,
    workers: Workers = 1,
    prune: Prune = False,
    reextract: Reextract = False,
    wait: Wait = 0,
    dask: Dask = None,
    shards: Shards = None,
    publish: Publish = None,
    data_path: DataPath = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Show Prefect's own log.")] = False,
) -> None:
    """Read the sources and publish the warehouse with what is new in them."""
    named = [*(sources or []), *([str(listed)] if listed else [])] or [str(ARTICLES)]
    check_named(named, listed)
    wide = checked_wide(workers, dask, shards, publish, data_path)
    prepare(warehouse)
    tether()
    quiet_prefect(verbose)
    with told_in_one_line(f"{warehouse} was not published and is as it was"):
        from flows import refresh as flow

        done = flow.refresh(named, str(warehouse), workers, prune, reextract, wait, **wide)
    from rich.console import Console

    from flows.summary import summary_of

    Console().print(summary_of(done, warehouse))


@app.command()
def serve(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Files, folders, patterns, addresses; else our samples.")
    ] = None,
    *,
    listed: Annotated[Path | None, typer.Option("--sources", help="A sources.toml that lists more.")] = None,
    cron: Annotated[str, typer.Option(help="When, as a cron line.")] = "0 7 * * *",
    timezone: Annotated[str, typer.Option(help="The zone of --cron.")] = "Asia/Shanghai",
    every: Annotated[float | None, typer.Option(min=1, help="Seconds between runs, not --cron.")] = None,
    port: Annotated[int, typer.Option(help="Of the Prefect server that is started.")] = 4200,
    warehouse: Warehouse = WAREHOUSE,
    workers: Workers = 1,
    dask: Dask = None,
    shards: Shards = None,
    publish: Publish = None,
    data_path: DataPath = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Show Prefect's own log.")] = False,
) -> None:
    """Refresh on a schedule until interrupted, with Prefect's interface to watch it.

    Uses the Prefect server that PREFECT_API_URL names; where it names none, starts one.
    """
    named = [*(sources or []), *([str(listed)] if listed else [])] or [str(ARTICLES)]
    check_named(named, listed)
    wide = checked_wide(workers, dask, shards, publish, data_path)
    prepare(warehouse)
    tether()
    if not verbose:
        os.environ.setdefault("PREFECT_LOGGING_LEVEL", "ERROR")
    with told_in_one_line(f"{warehouse} is as it was"):
        from flows import serve as serving

        timetable = serving.Timetable(cron, timezone, every)
        with serving.address_of(port) as (address, is_ours):
            try:
                timetable.check()
            except ValueError as error:
                stop(str(error), 'give it as in --cron "0 7 * * *" --timezone Asia/Shanghai', WRONG_USE)
            with serving.server(address) if is_ours else nullcontext():
                interface = address.removesuffix("/api")
                print(f"serving {warehouse}; runs, logs and failures: {interface}", flush=True)
                serving.serve(named, warehouse, workers, timetable, wide)


@app.command()
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


@app.command()
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


@app.command()
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


@app.command()
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


@app.command()
def report(
    target: Annotated[Path | None, typer.Option("--to", help="The HTML file.")] = None,
    documents: Annotated[int, typer.Option(min=0, help="At most so many articles in full.")] = 60,
    warehouse: Warehouse = WAREHOUSE,
) -> None:
    """Write the evidence report: one HTML file that needs no network."""
    page = target or warehouse.with_name("report.html")
    with opened(warehouse) as db, told_in_one_line(f"{page} was not written"):
        from flows.report.report import write_report

        size = write_report(db, page, documents)
    print(f"{page} written, {size / 1e6:.1f} MB; open it in a browser")


@app.command()
def export(
    relations: Annotated[list[str] | None, typer.Argument(help="Tables and views; else all.")] = None,
    target: Annotated[Path | None, typer.Option("--to", help="The folder.")] = None,
    formats: Annotated[list[ExportFormat] | None, typer.Option("--format", help="Else all three.")] = None,
    warehouse: Warehouse = WAREHOUSE,
) -> None:
    """Write tables and views as Parquet, as CSV and as an Excel workbook."""
    folder = target or warehouse.with_name("export")
    with opened(warehouse):
        pass
    with told_in_one_line("what was written before stands"), asked("cannot export"):
        from flows.export import export as write

        files = write(warehouse, relations or [], folder, formats or list(ExportFormat))
    print(f"{len(files)} files written to {folder}")


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


def check_named(sources: list[str], listed: Path | None) -> None:
    """Stop where a source does not exist or a list of sources is wrong, before anything is read."""
    from flows.read.sources import SourceNotFound, WrongSources, check_sources

    try:
        if listed and not (listed.is_file() and listed.suffix.lower() == ".toml"):
            stop(f"{listed} is no .toml file", "docs/sources.md shows how to write one", WRONG_USE)
        check_sources(sources)
    except (SourceNotFound, WrongSources) as error:
        stop(str(error), "nothing was read or changed", WRONG_USE)


def checked_wide(
    workers: int, dask: str | None, shards: str | None, publish: str | None, data_path: str | None
) -> dict[str, str | None]:
    """The options for several machines; stop where they ask for what cannot be, before Prefect starts."""
    if dask and workers > 1:
        stop("--workers beside --dask", "a cluster has its own workers: leave --workers out", WRONG_USE)
    if shards and (not dask or "://" not in shards):
        stop(f"--shards {shards}", "it goes with --dask and takes a URL, as s3://bucket/shards", WRONG_USE)
    if dask and find_spec("prefect_dask") is None:
        stop("--dask needs the extra dask", "pip install 'yanshu[dask]'", WRONG_USE)
    if publish and not publish.startswith("ducklake:"):
        stop(f"{publish} is no DuckLake catalog", "name one, as --publish ducklake:news.ducklake", WRONG_USE)
    return {"dask": dask, "shards": shards, "publish": publish, "data_path": data_path}


def prepare(warehouse: Path) -> None:
    """Make the warehouse's folder, or say why it cannot be made."""
    try:
        if warehouse.is_dir():
            stop(f"{warehouse} is a folder", f"name a file, as --warehouse {WAREHOUSE}", WRONG_USE)
        warehouse.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        stop(f"cannot write in {warehouse.parent}: {error.strerror}", "choose another --warehouse", WRONG_USE)


def quiet_prefect(verbose: bool) -> None:
    """Set before Prefect is imported: its log is for those who ask; failures are told by this module."""
    if not verbose:
        os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    os.environ.setdefault("PREFECT_LOGGING_TO_API_ENABLED", "false")
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")  # of 20


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


def main() -> None:
    gc.set_threshold(100_000, 20, 20)  # a start makes that many objects, which stay
    try:
        app()
    except BrokenPipeError:  # the reader, as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
