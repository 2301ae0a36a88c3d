"""A reader that asks without pause until told to stop: `python -m tests.feed.reader WAREHOUSE SECONDS`."""

from __future__ import annotations

import json
import os
import select
import sys
import time

import duckdb

ASK = """
    select count(*), count(distinct document_id), (select count(*) from numbers),
        (select count(*) from numbers where document_id not in (select document_id from documents))
    from documents
"""


def main(warehouse: str, seconds: float) -> None:
    """Hold a connection for `seconds`, then make a new one: as a query tool (0) or a dashboard does."""
    asked = connected = largest = 0
    errors: list[str] = []
    while not select.select([sys.stdin], [], [], 0)[0]:
        try:
            with duckdb.connect(warehouse, read_only=True) as db:
                connected += 1
                end, seen = time.monotonic() + seconds, None
                while True:
                    row = db.execute(ASK).fetchall()[0]
                    db.execute("select city, amount from financing_by_city limit 5").fetchall()
                    asked += 1
                    documents, different, _, orphans = row
                    if documents != different or orphans or documents < largest or seen not in (None, row):
                        errors.append(f"{row} after {largest}, {seen}")
                    largest, seen = documents, row
                    if time.monotonic() >= end:
                        break
        except Exception as error:
            errors.append(f"{type(error).__name__}: {error}"[:300])
            time.sleep(0.1)
    print(json.dumps({"asked": asked, "connected": connected, "largest": largest, "errors": errors[:20]}))


if __name__ == "__main__":
    os.nice(10)  # eight of them on two cores would leave nothing to what they watch
    main(sys.argv[1], float(sys.argv[2]))
