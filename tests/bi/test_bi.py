"""BI tools: they connect as they do, see every comment, and never notice a publish but by newer rows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flows.load.catalog import catalog
from tests.conftest import refreshed
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
TOOL = Path(__file__).with_name("tool.py")
OLDER = ROOT / ".venv-duckdb15" / "bin" / "python"
ARTICLE = "2024年上半年，成都有{count}家人工智能企业获得融资，金额4.1亿元。\n"

@pytest.fixture(params=["this duckdb", "duckdb 1.5"])
def python(request: pytest.FixtureRequest) -> str:
    """The Python of a BI tool: one with our DuckDB, one with the DuckDB that most tools still ship."""
    if request.param == "this duckdb":
        pytest.importorskip("duckdb_engine")
        return sys.executable
    if not OLDER.exists():
        if os.environ.get("CI"):
            pytest.fail("CI has no .venv-duckdb15: .ci/run makes it")
        pytest.skip("no .venv-duckdb15: .ci/run makes it")
    return str(OLDER)


def publish(folder: Path, number: int) -> str:
    """Refresh with another article text; returns the run."""
    (folder / "articles" / "a.md").write_text(ARTICLE.format(count=number), "utf-8")
    return refreshed([folder / "articles"], folder / "yanshu.duckdb").run.run_id


def test_every_view_runs_with_its_comments_while_a_new_file_is_published(python: str, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    runs = [publish(tmp_path, 1)]
    command = [python, str(TOOL), str(tmp_path / "yanshu.duckdb"), str(tmp_path / "stop")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path
    ) as tool:
        assert tool.stderr is not None
        said = tool.stderr.readline()
        assert said == "reflected\n", said + tool.stderr.read()
        runs.append(publish(tmp_path, 2))
        (tmp_path / "stop").touch()
        out, err = tool.communicate(timeout=PATIENCE)
    assert tool.returncode == 0, err
    told = json.loads(out)
    assert min(told["times"].values()) >= 1
    assert [told["runs"][0], told["runs"][-1]] == [runs[0], runs[-1]]
    assert told["relations"] == told["relations"] | expected()


def expected() -> dict[str, dict[str, object]]:
    """The catalog as a tool reflects it."""
    relations: dict[str, dict[str, object]] = {}
    for entry in catalog():
        if entry.column:
            columns = relations[entry.relation]["columns"]
            assert isinstance(columns, dict)
            columns[entry.column] = entry.comment
        else:
            relations[entry.relation] = {"kind": entry.type, "comment": entry.comment, "columns": {}}
    return relations


def test_a_connection_that_stays_open_keeps_its_rows_until_it_is_closed(tmp_path: Path) -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    pytest.importorskip("duckdb_engine")
    (tmp_path / "articles").mkdir()
    first = publish(tmp_path, 1)
    engine = sqlalchemy.create_engine(
        f"duckdb:///{tmp_path / 'yanshu.duckdb'}", connect_args={"read_only": True}
    )
    latest = sqlalchemy.text("select max_by(run_id, finished_at) from runs")
    with engine.connect() as held:
        newer = publish(tmp_path, 2)
        assert held.execute(latest).scalar() == first
        with engine.connect() as second:  # the same process shares the open file
            assert second.execute(latest).scalar() == first
    engine.dispose()
    with engine.connect() as fresh:
        assert fresh.execute(latest).scalar() == newer
    engine.dispose()


def test_a_tool_cannot_write(sample_warehouse: Path) -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    pytest.importorskip("duckdb_engine")
    engine = sqlalchemy.create_engine(f"duckdb:///{sample_warehouse}", connect_args={"read_only": True})
    with engine.connect() as connection, pytest.raises(sqlalchemy.exc.DBAPIError, match="read-only"):
        connection.execute(sqlalchemy.text("create table t (x integer)"))
    engine.dispose()


def test_the_command_line_of_duckdb_opens_it(sample_warehouse: Path) -> None:
    found = shutil.which("duckdb", path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip("no duckdb command line: pip install duckdb-cli")
    done = subprocess.run(
        [found, "-readonly", "-csv", str(sample_warehouse), "select city, amount from financing_by_city"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "成都,4.1亿元" in done.stdout.replace('"', "")
