"""The command line: what each command prints, exit codes, errors of one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from tests.conftest import refreshed
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]


def yanshu(*words: str, stdin: str | None = None) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `yanshu WORDS`, 100 columns wide."""
    done = CliRunner(env={"COLUMNS": "100"}).invoke(app, list(words), input=stdin)
    return done.exit_code, done.stdout, done.stderr


def test_refresh_of_a_missing_folder_says_so_in_one_line(tmp_path: Path) -> None:
    code, out, err = yanshu("refresh", "/no/such/folder", "--warehouse", str(tmp_path / "w.duckdb"))
    assert (code, out) == (2, "")
    assert err == "yanshu: no such file or folder: /no/such/folder; nothing was read or changed\n"
    assert not any(tmp_path.iterdir())


def test_a_folder_is_no_warehouse(tmp_path: Path) -> None:
    code, _, err = yanshu("refresh", str(tmp_path), "--warehouse", str(tmp_path))
    assert (code, err.count("\n")) == (2, 1)
    assert "is a folder" in err


def test_show_prints_a_view(sample_warehouse: Path) -> None:
    code, out, _ = yanshu(
        "show", "financing_by_city", "--where", "period = '2024H1'", "--warehouse", str(sample_warehouse)
    )
    assert code == 0
    for city, amount in {
        "北京": "138亿元",
        "成都": "4.1亿元",
        "深圳": "约10亿元",
        "苏州": "约20亿元",
    }.items():
        assert any(city in line and amount in line for line in out.splitlines()), city
    assert "quote" in out
    assert "title" in out


def test_show_fits_a_narrow_terminal(sample_warehouse: Path) -> None:
    from rich.cells import cell_len

    done = CliRunner(env={"COLUMNS": "60"}).invoke(
        app, ["show", "claims", "--warehouse", str(sample_warehouse)]
    )
    assert max(map(cell_len, done.stdout.splitlines())) <= 60


def test_a_misspelt_view_names_the_closest(sample_warehouse: Path) -> None:
    code, _, err = yanshu("show", "finance_by_city", "--warehouse", str(sample_warehouse))
    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith("yanshu: no table or view 'finance_by_city': did you mean financing_by_city")


def test_a_wrong_condition_is_told_in_one_line(sample_warehouse: Path) -> None:
    code, _, err = yanshu(
        "show", "claims", "--where", "no_such_column = 1", "--warehouse", str(sample_warehouse)
    )
    assert (code, err.count("\n")) == (2, 1)
    assert "no_such_column" in err


def test_show_reads_nothing_outside_the_warehouse(sample_warehouse: Path) -> None:
    where = "value = (select count(*) from read_text('/etc/hostname'))"
    code, out, err = yanshu("show", "claims", "--where", where, "--warehouse", str(sample_warehouse))
    assert (code, out) == (2, "")
    assert "disabled" in err


def test_show_without_a_warehouse_says_how_to_make_one(tmp_path: Path) -> None:
    code, _, err = yanshu("show", "claims", "--warehouse", str(tmp_path / "none.duckdb"))
    assert (code, err.count("\n")) == (2, 1)
    assert "make one with: yanshu refresh" in err


def test_show_of_something_else_than_a_warehouse(tmp_path: Path) -> None:
    (tmp_path / "w.duckdb").write_bytes(b"not a database at all" * 400)
    code, _, err = yanshu("show", "claims", "--warehouse", str(tmp_path / "w.duckdb"))
    assert (code, err.count("\n")) == (1, 1)
    assert "cannot open" in err


def test_explain_shows_numbers_and_claims_with_their_rules() -> None:
    code, out, _ = yanshu("explain", "2024年上半年，北京人工智能企业融资138亿元。", "--date", "2024-08-20")
    assert code == 0
    assert "138亿元" in out
    assert "financing_amount" in out
    assert "2024-01..2024-06" in out


@pytest.mark.parametrize(
    "words", [["explain"], ["explain", "三家", "--date", "yesterday"], ["no-such-command"]]
)
def test_wrong_use_exits_2(words: list[str]) -> None:
    assert yanshu(*words)[0] == 2


def explained(*lines: str) -> list[dict[str, object]]:
    code, out, _ = yanshu("explain", "--json", stdin="".join(line + "\n" for line in lines))
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def test_json_answers_line_by_line_and_goes_on_after_a_wrong_one() -> None:
    good = json.dumps({"text": "成都有22家企业获得投资", "date": "2024-08-20"})
    replies = explained(
        good, "{not json", '{"text": 7}', '{"text": "三家", "date": "2024-13-01"}', "[]", "", good
    )
    assert [set(reply) for reply in replies] == [
        {"numbers", "claims"},
        *[{"error"}] * 5,
        {"numbers", "claims"},
    ]
    assert replies[0] == replies[-1]


def test_json_has_the_fields_of_the_contract() -> None:
    (reply,) = explained(json.dumps({"text": "2024年上半年，北京人工智能企业融资138亿元。", "date": None}))
    time, money = reply["numbers"]  # type: ignore[misc]
    assert time == {
        "start": 0, "end": 8, "surface": "2024年上半年", "class": "time", "value": None,
        "value_high": None, "unit": None, "bound": "eq", "period_start": "2024-01-01",
        "period_end": "2024-06-30",
    }  # fmt: skip
    assert (money["surface"], money["value"], money["unit"]) == ("138亿元", 13_800_000_000, "CNY")
    (claim,) = reply["claims"]  # type: ignore[misc]
    assert (claim["start"], claim["end"]) == (money["start"], money["end"]) == (19, 24)
    assert (claim["metric"], claim["region"], claim["period_end"]) == (
        "financing_amount",
        "北京",
        "2024-06-30",
    )


def test_json_offsets_point_into_the_text_as_given() -> None:
    text = "當(dāng)前，全市共有３０家企業；占比約(yuē)80％。"
    (reply,) = explained(json.dumps({"text": text}))
    for number in reply["numbers"]:  # type: ignore[attr-defined]
        assert text[number["start"] : number["end"]] == number["surface"]


def test_json_survives_odd_text() -> None:
    odd = ["", "\ud800有3家", "\u0000" * 9, "1" * 5000, "9" * 60 + "亿元", "\u202e3家", "🙂" * 50 + "3家"]
    assert all("numbers" in reply for reply in explained(*(json.dumps({"text": text}) for text in odd)))


@pytest.mark.parametrize("module", ["prefect", "jieba", "polars"])
def test_quick_commands_do_not_load_what_is_slow(module: str) -> None:
    script = (
        "import sys; sys.argv = ['yanshu', 'explain', '三家']\n"
        "from flows.cli import main\n"
        "try: main()\n"
        f"except SystemExit: sys.exit({module!r} in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False, timeout=PATIENCE
    )
    assert done.returncode == 0


def test_the_whole_way_with_nothing_configured(tmp_path: Path) -> None:
    """A real process with a Prefect home of its own: no server running, nothing set."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")}
    environment |= {"PREFECT_HOME": str(tmp_path / "home"), "COLUMNS": "100"}
    words = [
        sys.executable,
        "-m",
        "flows",
        "refresh",
        "seeds/articles",
        "--warehouse",
        str(tmp_path / "w.duckdb"),
    ]
    done = subprocess.run(
        words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert done.stderr == ""
    assert done.returncode == 0
    assert done.stdout.startswith(f"{tmp_path}/w.duckdb published in")


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--cron", "daily"), "no cron line: “daily”"), (("--timezone", "Mars/Base"), "no such time zone")],
)
def test_serve_says_at_once_what_is_wrong_with_the_timetable(
    tmp_path: Path, words: tuple[str, str], said: str
) -> None:
    code, out, err = yanshu("serve", "--warehouse", str(tmp_path / "w.duckdb"), *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_status_tells_the_last_run_what_stands_and_what_was_rejected(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    assert yanshu("status", "--warehouse", str(warehouse))[0] == 2
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("2024年，成都有人工智能企业30家。", "utf-8")
    (tmp_path / "in" / "b.txt").write_bytes(b"")
    refreshed([tmp_path / "in"], warehouse)
    code, out, _ = yanshu("status", "--warehouse", str(warehouse))
    assert code == 0
    for told in ("published", "1 documents", "last run", "1 sources", "b.txt"):
        assert told in out


def test_status_fails_where_the_last_run_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warehouse = tmp_path / "w.duckdb"
    (tmp_path / "a.txt").write_text("2024年，成都有人工智能企业30家。", "utf-8")
    refreshed([tmp_path / "a.txt"], warehouse)

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("flows.work.list_sources", refuse)
    with pytest.raises(OSError, match="no space"):
        refreshed([tmp_path / "a.txt"], warehouse)
    code, out, _ = yanshu("status", "--warehouse", str(warehouse))
    assert code == 1
    assert "failed" in out
    assert "no space left on device" in out
