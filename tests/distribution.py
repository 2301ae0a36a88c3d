"""How the tests are spread over processes: files that share what is costly stay together, long ones first.

`xdist_group` would say the same in each file, but pytest 9.2 and pytest-xdist 3.8 together pass over it.
"""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

TOGETHER = {
    "tests/wide/test_ducklake.py::test_the_cases": "ducklake",  # a process of its own, and long
    "tests/flow/test_refresh.py": "prefect",
    "tests/wide/": "prefect",
    "tests/report/": "report",
    "tests/sql/test_corpus_answers.py": "corpus",
    "tests/test_corpus_score.py": "corpus",
    "tests/test_confidence.py": "corpus",
}
"""Tests that share what is costly: a Prefect server, a browser, a warehouse of the corpus. The first
place that fits decides."""
LONGEST = (
    "prefect", "tests/faults/test_kills.py", "tests/flow/test_serve.py", "ducklake",
    "tests/faults/test_damage.py", "tests/faults/test_hostile.py", "tests/bi/test_bi.py",
    "tests/load/test_increment.py", "report", "tests/load/test_publish.py", "tests/load/test_copies.py",
    "tests/cli/test_cli.py", "tests/faults/test_time_limit.py", "tests/feed/test_feed.py",
    "tests/load/test_incremental.py", "tests/load/test_unchanged.py", "tests/load/test_compact.py",
    "tests/extract/test_times_properties.py",
)  # fmt: skip
"""Groups that begin first, so that none of them is what the others have to wait for in the end."""


def group_of(test: str) -> str:
    """What a test stays together with: its group, else the tests of its file."""
    file = test.partition("::")[0]
    return next((group for place, group in TOGETHER.items() if test.startswith(place)), file)


class Distribution(LoadScopeScheduling):
    """Hands out whole groups."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)

    def schedule(self) -> None:
        if self.collection is None:  # it now fills the queue, in which groups keep their place
            groups = {group_of(test) for tests in self.registered_collections.values() for test in tests}
            self.workqueue.update((group, {}) for group in LONGEST if group in groups)
        super().schedule()
