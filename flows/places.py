"""Where the project's own data stands: SQL and seeds, in a checkout and in an installed wheel alike."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `name` of the project: packed into the wheel, else beside the package in a checkout."""
    packed = PACKAGE / name
    return packed if packed.is_dir() else PACKAGE.parent / name


SQL = folder("sql")
REFERENCE = folder("seeds") / "reference"
ARTICLES = folder("seeds") / "articles"
