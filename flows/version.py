"""The extractor's version: a fingerprint of its code and data, so that no stale reading survives a change."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from flows.places import PACKAGE, REFERENCE

VERSION = "0.1.0"


@lru_cache(maxsize=1)
def extractor_version() -> str:
    """As 0.1.0+1a2b3c4d: release, then a hash over flows/text, flows/extract and seeds/reference."""
    digest = hashlib.blake2b(digest_size=4)
    folders = (PACKAGE / "text", PACKAGE / "extract", REFERENCE)
    files = (path for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".csv"})
    for path in sorted(files):
        digest.update(path.name.encode() + path.read_bytes())
    return f"{VERSION}+{digest.hexdigest()}"
