"""Run what the READMEs tell a reader to run: SQL in the DuckDB command line, and `yanshu` commands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

BIN = Path(sys.executable).parent
WAREHOUSE = "warehouse/yanshu.duckdb"
ENVIRONMENT = os.environ | {"PATH": f"{BIN}:{os.environ['PATH']}"}
BLOCK = re.compile(r"^```(sql|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands_of(readme: Path) -> Iterator[list[str]]:
    """Each SQL block as a call of the DuckDB command line, each `yanshu` command as it stands."""
    for kind, block in BLOCK.findall(readme.read_text("utf-8")):
        if kind == "sql":
            yield [str(BIN / "duckdb"), "-readonly", WAREHOUSE, "-c", block]
            continue
        for line in block.splitlines():
            if line.startswith("$ ") and "yanshu" in line and "serve" not in line:
                yield ["bash", "-euo", "pipefail", "-c", line.removeprefix("$ ")]


def main(readmes: list[str]) -> int:
    told = {tuple(command): readme for readme in readmes for command in commands_of(Path(readme))}
    failed = 0
    for command, readme in told.items():
        done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
        if done.returncode or not done.stdout.strip():
            failed += 1
            print(f"{readme}: {command[-1].strip()}\n{done.stdout}{done.stderr}")
    print(f"{len(told) - failed} passed, {failed} failed")
    return int(failed > 0 or not told)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
