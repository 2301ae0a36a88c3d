"""sources.toml: what it may say, and what is said of one that is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.read import Document, read_sources
from flows.read.folders import SourceNotFound, find_files
from flows.read.sourcefile import WrongSources, read_source_file
from flows.read.sources import check_sources
from tests.patience import PATIENCE
from tests.read.samples import STATED


def written(folder: Path, text: str) -> Path:
    (folder / "sources.toml").write_text(text, "utf-8")
    return folder / "sources.toml"


def test_sources_of_all_kinds_stand_in_one_file(tmp_path: Path) -> None:
    plan = read_source_file(
        written(
            tmp_path,
            '[[source]]\npath = ["news", "more/**/*.txt"]\noutlet = "江城晚报"\n\n[[source]]\n'
            'url = "https://example.org/feed.xml"\ncontaining = "/ai/"\n\n[fetch]\ndelay_seconds = 2.5\n',
        )
    )
    assert [source.address for source in plan.sources] == [
        str(tmp_path / "news"), str(tmp_path / "more/**/*.txt"), "https://example.org/feed.xml",
    ]  # fmt: skip
    assert [source.is_web for source in plan.sources] == [False, False, True]
    assert (plan.sources[0].given.outlet, plan.sources[2].containing) == ("江城晚报", "/ai/")
    assert (plan.manners.delay_seconds, plan.manners.private_addresses) == (2.5, False)


def test_an_outlet_that_the_list_gives_fills_the_gap(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STATED, "utf-8")
    (tmp_path / "b.md").write_text(f"---\noutlet: 自报\n---\n{STATED}", "utf-8")
    results = read_sources([str(written(tmp_path, '[[source]]\npath = "*.[tm][xd]*"\noutlet = "某报"\n'))])
    assert {r.name: r.outlet for r in results if isinstance(r, Document)} == {"a": "某报", "b": "自报"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no source in it"),
        ("[[source]\n", "sources.toml: "),
        ('[[source]]\npaths = "a"\n', "“paths” in source 1 means nothing here; did you mean “path”?"),
        ('[[source]]\noutlet = "a"\n', "source 1 needs a path or a url"),
        ('[[source]]\npath = "a"\nurl = "https://a"\n', "one of them only"),
        ('[[source]]\nurl = "ftp://a"\n', "does not begin with https:// or http://"),
        ("[[source]]\npath = 5\n", "wrong kind of value"),
        ('[[source]]\npath = "a"\nnewest = true\n', "wrong kind of value"),
        ('[[source]]\npath = "a"\ncolumns = { txt = "b" }\n', "did you mean “text”?"),
        ('[[source]]\npath = "a"\n[fetch]\ndelay_seconds = -1\n', "less than nothing"),
        ('[[source]]\npath = "a"\n[fetch]\nattempt = 1\n', "did you mean “attempts”?"),
        ('source = "a"\n', "wrong kind of value"),
        ("[[source]]\n[[source.path]]\n", "source 1"),
    ],
)
def test_a_wrong_file_says_where_and_what_is_meant(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(WrongSources) as error:
        check_sources([str(written(tmp_path, text))])
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_patterns_find_files_in_any_depth_and_one_that_finds_none_is_told(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", "a/d/e.txt", "a/x.md", "a/.hidden.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(STATED + name, "utf-8")
    found = [Path(str(getattr(item, "path", None))).name for item in find_files([str(tmp_path / "**/*.txt")])]
    assert found == ["c.txt", "e.txt", "b.txt"]
    with pytest.raises(SourceNotFound, match=r"no file matches: .*pdf"):
        check_sources([str(tmp_path / "**/*.pdf")])


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "[2024] a*.txt").write_text(STATED, "utf-8")
    assert len(list(read_sources([str(tmp_path / "[2024] a*.txt")]))) == 1


def test_a_list_of_addresses_with_something_else_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.urls").write_text("https://example.org/1\n../etc\n")
    with pytest.raises(WrongSources, match=r"line 2: “\.\./etc” is no http or https address"):
        check_sources([str(tmp_path / "a.urls")])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--sources", "sources.toml"], "did you mean “path”?; nothing was read or changed"),
        (["--sources", "none.toml"], "none.toml is no .toml file"),
        (["*.pdf"], "no file matches: *.pdf; nothing was read or changed"),
    ],
)
def test_the_command_says_in_one_line_what_is_wrong(tmp_path: Path, arguments: list[str], told: str) -> None:
    written(tmp_path, '[[source]]\npaths = "a"\n')
    command = [sys.executable, "-m", "flows", "refresh", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_example_of_the_documentation_is_valid(tmp_path: Path) -> None:
    page = Path(__file__).parents[2] / "docs" / "sources.md"
    example = page.read_text("utf-8").partition("```toml\n")[2].partition("```")[0]
    plan = read_source_file(written(tmp_path, example))
    assert len(plan.sources) == 5
    assert plan.manners.delay_seconds == 2
