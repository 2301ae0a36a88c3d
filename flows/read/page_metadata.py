"""What a page's head says of it, in the names that Chinese sites use."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from flows.read.document import Given
from flows.read.metadata import parse_day

# The first four are the names that the State Council's norm for government sites asks for; the rest is what
# newspapers' and portals' systems write.
_FIELDS = {
    "articletitle": "title",
    "contentsource": "outlet",
    "pubdate": "day",
    "url": "url",
    "og:title": "title",
    "og:url": "url",
    "source": "outlet",
    "mediaid": "outlet",
    "article:published_time": "day",
    "og:published_time": "day",
    "og:release_date": "day",
    "publishdate": "day",
    "publish_time": "day",
    "publishtime": "day",
    "datepublished": "day",
    "firstpublishedtime": "day",
    "weibo: article:create_at": "day",
    "apub:time": "day",
}
_LABEL = re.compile(r"^\s*(?:来源|來源|稿源|信息来源|文章来源|发布机构)\s*[:：]\s*")
_STATED = re.compile(r"(?:来源|來源|稿源|文章来源|信息来源)\s*[:：]\s*(?P<name>[^\s|｜:：，。()（）]{2,20})")
_NO_NAME = re.compile(r"^(?:未知|不详|本站|网络|互联网|原创|\d+)$|://")


def head_of(tree: Any) -> Given:
    """Title, outlet, day and address as the page's meta elements give them."""
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip().lower()
        content = (meta.get("content") or "").strip()
        if content and name in _FIELDS:
            said.setdefault(_FIELDS[name], content)
    outlet = _outlet(said.get("outlet", ""))
    return Given(said.get("title"), outlet, day_of(said.get("day")), _address(said.get("url")))


def stated_outlet(lines: list[str]) -> str | None:
    """The outlet that a short line of the page names: 来源：江城晚报."""
    for line in lines:
        if len(line) <= 80 and (found := _STATED.search(line)) and (name := _outlet(found["name"])):
            return name
    return None


def day_of(written: str | None) -> date | None:
    """A day as pages write it, None where it is none."""
    try:
        return parse_day(written) if written else None
    except ValueError:
        return None


def _outlet(written: str) -> str | None:
    name = _LABEL.sub("", written).strip(" \t\"'“”")
    return name if 1 < len(name) <= 40 and not _NO_NAME.search(name) else None


def _address(written: str | None) -> str | None:
    return written if written and written.startswith(("http://", "https://")) else None
