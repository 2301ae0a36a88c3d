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
    environment = os.environ | {"PATH": f"{BIN}:{os.environ['PATH']}"}
    passed = failed = 0
    for readme in readmes:
        for command in commands_of(Path(readme)):
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
            good = done.returncode == 0 and bool(done.stdout.strip())
            passed, failed = passed + good, failed + (not good)
            if not good:
                print(f"{readme}: {command[-1].strip()}\n{done.stdout}{done.stderr}")
    print(f"{passed} passed, {failed} failed")
    return int(failed > 0 or passed == 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
