"""DuckLake's extension goes with DuckDB 1.5: its cases run there, in a process that has both environments."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import duckdb
import pytest

from flows.load.ducklake import NotInLake, Snapshot
from flows.load.extensions import NoExtension, load_extension
from tests.cli.test_cli import yanshu
from tests.conftest import query
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
OLDER = ROOT / ".venv-duckdb15" / "bin" / "python"
EXTENSION = "duckdb_extension_ducklake"
CASES = "tests/wide/ducklake_cases.py"
BOTH = (
    f"import sys, duckdb, {EXTENSION}; sys.path.append({str(Path(duckdb.__file__).parents[1])!r});"
    f"import pytest; words = ['-q', '-p', 'no:cacheprovider', '-p', 'no:xdist', {CASES!r}, *sys.argv[1:]];"
    "sys.exit(pytest.main(words))"
)


def has_extension() -> bool:
    asked = [OLDER, "-c", f"import {EXTENSION}"]
    return OLDER.exists() and subprocess.run(asked, capture_output=True, check=False).returncode == 0


def test_the_cases_under_the_duckdb_that_the_extension_is_for(request: pytest.FixtureRequest) -> None:
    if not has_extension():
        if os.environ.get("CI"):
            pytest.fail(f"CI has no {EXTENSION}: .ci/run installs it")
        pytest.skip(f"no {EXTENSION} in .venv-duckdb15: .ci/run installs it")
    here = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [OLDER, "-c", BOTH, *(["--long"] if request.config.getoption("--long") else [])],
        cwd=ROOT,
        env={**here, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    print(done.stdout[-4000:], done.stderr[-2000:])
    assert done.returncode == 0
    if os.environ.get("CI"):
        assert "no PostgreSQL" not in done.stdout, "CI has no PostgreSQL server: .ci/run installs it"


def test_without_the_extension_it_is_told_where_it_comes_from() -> None:
    class Bare:
        def execute(self, sql: str) -> None:
            raise duckdb.IOException(sql)

    with pytest.raises(NoExtension, match=r"has no extension ducklake .* pip install 'yanshu\[ducklake\]'"):
        load_extension(Bare(), "ducklake")  # type: ignore[arg-type]


def test_a_catalog_is_named_by_its_prefix(tmp_path: Path) -> None:
    code, _, told = yanshu("refresh", "--publish", "news.parquet", "--warehouse", str(tmp_path / "w.duckdb"))
    assert (code, told.count("\n")) == (2, 1)
    assert "is no DuckLake catalog; name one" in told


@pytest.mark.usefixtures("prefect", "quick_builds")
def test_a_refresh_publishes_to_the_catalog_after_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import refresh as flow

    kept: list[tuple[Path, str, str | None]] = []

    def keep(warehouse: Path, target: str, data_path: str | None, run_id: str) -> Snapshot:
        assert (run_id,) in query(warehouse, "select run_id from runs")
        kept.append((warehouse, target, data_path))
        if target == "ducklake:gone":
            raise NotInLake("ducklake:gone: nobody there")
        return Snapshot(7, "w", {"claims": 3}, {"claims": 1})

    monkeypatch.setattr(flow, "publish_to_lake", keep)
    monkeypatch.setattr(flow, "check_catalog", lambda target, data_path: None)
    monkeypatch.setattr(flow, "lake_task", flow.lake_task.with_options(retries=0))
    (tmp_path / "a.txt").write_text("成都有企业30家。", "utf-8")
    warehouse = tmp_path / "out" / "w.duckdb"
    words = ("refresh", str(tmp_path / "a.txt"), "--warehouse", str(warehouse), "--publish")
    code, out, _ = yanshu(*words, "ducklake:news", "--data-path", "s3://news/")
    assert (code, kept) == (0, [(warehouse, "ducklake:news", "s3://news/")])
    assert "snapshot 7: 3 rows added, 1 removed" in out
    warehouse.unlink()
    code, _, told = yanshu(*words, "ducklake:gone")
    assert (code, told.count("\n")) == (1, 1)
    assert "nobody there; the warehouse file was published; refresh again" in told
    assert warehouse.exists()
