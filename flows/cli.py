"""The command line `yanshu`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def yanshu() -> None:
    """Yanshu 言数"""


@app.command()
def refresh(sources: Annotated[list[str] | None, typer.Argument()] = None, warehouse: Path = Path("warehouse/yanshu.duckdb")) -> None:
    from flows.refresh import refresh

    warehouse.parent.mkdir(parents=True, exist_ok=True)
    print(refresh([*(sources or ["seeds/articles"])], warehouse))


def main() -> None:
    app()
