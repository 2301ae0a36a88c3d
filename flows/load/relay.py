"""Shards by way of shared storage: workers put them at a URL, the run takes them into its lake.

For a cluster whose machines share no folder. Any storage that fsspec knows will do: s3://, gs://, sftp://, …
A shard's sums go up last and come down last, so that a half one is never taken for a whole one. What the run
has taken is removed from the storage; what a run that was cut off left there is taken by the next one.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.extract.frames import SCHEMAS
from flows.load.shards import WHOLE, marker, part_of, shard_path, sum_of, told_sums

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


class NoStorage(RuntimeError):
    """The storage of a URL cannot be reached."""


@dataclass(frozen=True, slots=True)
class Relay:
    """A folder of some storage."""

    files: AbstractFileSystem
    root: str

    def place(self, path: Path, top: Path) -> str:
        """Where a file of a lake stands in the storage."""
        return f"{self.root}/{path.relative_to(top).as_posix()}"

    def put(self, lake: Path, name: str) -> None:
        """Upload a shard."""
        for path in files_of(lake, name):
            self.files.makedirs(self.place(path.parent, lake), exist_ok=True)
            self.files.put_file(str(path), self.place(path, lake))

    def take(self, lake: Path, name: str) -> bool:
        """Download a shard, see that it is whole, and remove it here; False where it is not whole."""
        *tables, last = files_of(lake, name)
        for path in (*tables, last):
            self.files.get_file(self.place(path, lake), str(part_of(path)))
        told = told_sums(part_of(last))
        whole = all(sum_of(part_of(path)) == told.get(f"{path.parent.name}/{path.name}") for path in tables)
        for path in (*tables, last):
            if whole:
                os.replace(part_of(path), path)
            else:
                part_of(path).unlink()
        for path in (last, *tables):  # the sums first: what is left of it is then not taken for whole
            self.files.rm_file(self.place(path, lake))
        return whole

    def take_all(self, lake: Path) -> int:
        """Download every whole shard that a run before left, remove what is not whole; how many they were."""
        self.files.invalidate_cache()
        there = self.files.find(self.root) if self.files.exists(self.root) else []
        names = [Path(path).name.removesuffix(WHOLE) for path in there if path.endswith(WHOLE)]
        taken = sum(self.take(lake, name) for name in names)
        for path in there:
            if path.endswith(".parquet") and Path(path).stem not in names:
                self.files.rm_file(path)
        return taken


def relay_at(url: str) -> Relay:
    """The storage of a URL. Raises NoStorage."""
    from fsspec.core import url_to_fs

    try:
        files, root = url_to_fs(url)
        files.makedirs(root, exist_ok=True)
    except (ImportError, ValueError) as error:
        raise NoStorage(f"no storage at {url}: {error}") from None
    except Exception as error:  # each storage has errors of its own
        told: Any = next(iter(str(error).splitlines()), type(error).__name__)
        raise NoStorage(f"cannot reach {url}: {type(error).__name__}: {told}") from None
    return Relay(files, root.rstrip("/"))


def files_of(lake: Path, name: str) -> list[Path]:
    """The files of a shard in a lake, its sums last."""
    return [*(shard_path(lake, table, name) for table in SCHEMAS), marker(lake, name)]
