"""A site on loopback that brings out articles one by one, and readers of the warehouse that it fills."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.patience import PATIENCE
from tests.read.site import Answer, Site

ROOT = Path(__file__).resolve().parents[2]
WINDOW = 150
"""How many of the latest articles the feed lists: older ones leave it, as in life."""


def amount(number: int) -> int:
    """What the article of this number alone says, in 亿元."""
    return 1000 + number


def page(number: int) -> bytes:
    day, firms = 1 + number % 28, 20 + number % 60
    return (
        f"<html><head><title>江北区第{number}批项目签约</title></head><body><article>"
        f"<h1>江北区第{number}批项目签约</h1>"
        f"<p>2024年7月{day}日，江北区第{number}批人工智能项目集中签约，总投资{amount(number)}亿元。</p>"
        f"<p>参加签约的企业有{firms}家，其中{firms // 3}家来自外省，项目将在两年之内分批开工建设。</p>"
        "<p>园区为入驻的企业准备了算力补贴、人才公寓和应用场景，具体办法另行公布。</p>"
        "</article></body></html>"
    ).encode()


@dataclass
class Newsroom:
    """Brings out `total` articles on a site, `pace` of them a second from the moment it opened."""

    site: Site
    total: int
    pace: float
    opened: float

    @property
    def out(self) -> int:
        return min(self.total, int((time.monotonic() - self.opened) * self.pace) + 1)

    def feed(self) -> Answer:
        numbers = range(max(0, self.out - WINDOW), self.out)
        items = "".join(
            f"<item><title>江北区第{number}批项目签约</title><link>{self.site.at(f'/news/{number}')}</link>"
            f"<pubDate>Wed, 03 Jul 2024 0{number % 10}:30:00 GMT</pubDate></item>"
            for number in reversed(numbers)
        )
        rss = f'<?xml version="1.0"?><rss version="2.0"><channel><title>江北网</title>{items}</channel></rss>'
        return Answer(rss.encode(), media="application/rss+xml")


def newsroom(site: Site, total: int, pace: float) -> Newsroom:
    room = Newsroom(site, total, pace, time.monotonic())
    site.pages["/feed"] = room.feed
    site.pages |= {f"/news/{number}": Answer(page(number)) for number in range(total)}
    return room


@dataclass(frozen=True, slots=True)
class Report:
    """What a reader went through: questions, connections, and whatever went wrong."""

    asked: int
    connected: int
    largest: int
    errors: list[str]


@contextmanager
def readers(warehouse: Path, count: int) -> Iterator[list[Report]]:
    """Readers that ask without pause; their reports stand in the list when the block is over."""
    words = [sys.executable, "-m", "tests.feed.reader", str(warehouse)]
    processes = [
        subprocess.Popen(
            [*words, str(number % 4)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for number in range(count)
    ]
    reports: list[Report] = []
    try:
        yield reports
        told = [process.communicate("stop\n", timeout=PATIENCE)[0] for process in processes]
        reports += [Report(**json.loads(report)) for report in told]
    finally:
        for process in processes:
            process.kill()
            process.communicate()
