"""A PostgreSQL server of the test's own, reached through a socket in a folder: no port is opened."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.patience import PATIENCE

OWNER = "postgres"  # the server refuses to run as root


def programs() -> Path | None:
    """Where Debian's package keeps initdb and pg_ctl."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextmanager
def postgres(bin: Path) -> Iterator[str]:
    """A connection string as libpq reads it."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path is at most 107 bytes
    as_owner: list[str] = []
    if os.geteuid() == 0:
        os.chown(folder, pwd.getpwnam(OWNER).pw_uid, -1)
        as_owner = ["runuser", "-u", OWNER, "--"]

    def run(program: str, *words: str) -> None:
        command = [*as_owner, str(bin / program), "-D", str(folder / "data"), *words]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, timeout=PATIENCE)

    try:
        run("initdb", "-A", "trust", "-U", OWNER, "--no-sync", "--locale=C", "-E", "UTF8")
        settings = f"-k {folder} -c listen_addresses= -c fsync=off"
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", settings, "start")
        try:
            yield f"dbname=postgres user={OWNER} host={folder}"
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
