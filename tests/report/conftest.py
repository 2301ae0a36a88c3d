"""Report pages for tests: of the sample articles, and of an article that means harm."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows.query import open_warehouse
from flows.report.report import write_report
from tests.conftest import refreshed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOSTILE = """---
title: '</title></script><script>window.harm = 1</script>半年账'
outlet: '"><img src=x onerror="window.harm = 1">'
url: 'javascript:window.harm=1'
published_on: 2024-08-20
---

2024年上半年，成都人工智能企业<script>window.harm = 1</script>融资4.1亿元，北京融资138亿元。

四川有人工智能企业1100家，<b onclick="window.harm=1">{{ 7 * 7 }}</b>{% raw %}。
其中"><svg onload=window.harm=1>30家上市。

文字\u202e会转向\u0007，<!-- 共有 ]]> 20家 --> &lt;企业&gt; &#x3c;script&#x3e;。
"""


def page_of(warehouse: Path, page: Path, documents: int = 60) -> Path:
    with open_warehouse(warehouse) as db:
        write_report(db, page, documents)
    return page


@pytest.fixture(scope="session")
def sample_page(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return page_of(sample_warehouse, tmp_path_factory.mktemp("page") / "report.html")


@pytest.fixture(scope="session")
def hostile_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "articles").mkdir()
    (folder / "articles" / "harm.md").write_text(HOSTILE, "utf-8")
    refreshed([folder / "articles"], folder / "yanshu.duckdb")
    return folder / "yanshu.duckdb"


@pytest.fixture(scope="session")
def hostile_page(hostile_warehouse: Path) -> Path:
    return page_of(hostile_warehouse, hostile_warehouse.with_name("report.html"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium; CI must have one, elsewhere tests that need it are skipped."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("CI has no chromium: .ci/run installs it")
        pytest.skip("no chromium on this machine: apt-get install chromium fonts-noto-cjk")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()
