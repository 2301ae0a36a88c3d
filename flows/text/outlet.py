"""The outlet of an article, where its text states one."""

from __future__ import annotations

from collections.abc import Sequence

from flows.patterns import lazy
from flows.text.marks import names_outlet

_LABELLED = lazy(
    r"(?:文章|稿件|信息|本文)?(?:来源|来自|转自|转载自|出处)[：:/｜|丨 ]+"
    r"(?P<name>(?![a-z]{0,6}\d{3,})[^\s，。；：:（）()|｜]{2,20}+(?![：:]))"
)
"""What a label names, unless that is the next label (来源：点击：) or a site's number of its sources."""
_DATED = lazy(r"^(?P<name>[^\d\s，。：:|｜]{2,16}?)[ |｜·]*(?:\d{4}[-/.年]|\d{1,2}-\d{1,2} \d)")
_REPORTER = lazy(
    r"^[（(【]?(?P<name>[^\d\s，。：:]{2,12}?)(?:首席|见习|实习|全媒体|融媒体)?(?:记者|通讯员)[：:/ ]"
)
_WIRE = lazy(
    r"^[（(【]?(?P<name>新华社|中新社|中新网|人民网|新华网|央视网|央广网|[^\d\s，。：:]{2,6}?[报网社])"
    r"[^\d\s，。：:]{0,8}\d{1,2}月\d{1,2}日[电讯]"
)
_OWNER = lazy(r"(?P<name>[^\s，。：:©]{2,12}?)(?:股份有限公司|有限公司|有限责任公司)?版权所有")
_LEGAL = lazy(r"(?:股份|责任)*有限(?:责任)?公司$|^本[报刊网台]|^本$")


def outlet_of(head: Sequence[str], body: Sequence[str], tail: Sequence[str]) -> str | None:
    """The outlet's name, or None. A label wins over a byline, that over a name on top, that over a footer."""
    for pattern, lines in (
        (_LABELLED, [*head, *tail]),
        (_DATED, [*head, *tail]),
        (_REPORTER, [*head, *tail]),
    ):
        for line in lines:
            found = pattern.search(line)
            if found and (name := _plain(found["name"])) and (pattern is not _DATED or names_outlet(name)):
                return name
    for line in head:
        if names_outlet(line):
            return line
    for owner, where in ((_WIRE, body[:1]), (_OWNER, tail)):
        for line in where:
            if (found := owner.search(line)) and (name := _plain(found["name"])):
                return name
    return None


def _plain(name: str) -> str | None:
    return _LEGAL.sub("", name.strip("《》“”[]【】")) or None
