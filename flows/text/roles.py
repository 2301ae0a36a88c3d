"""What part each line of an article plays. The first rule that speaks decides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.patterns import lazy
from flows.text.grids import is_bar
from flows.text.lines import Line
from flows.text.marks import Mark, is_name, mark_of, names_outlet, names_people

_MARKED_ROLE = {"caption": "caption"}  # every other kind of mark is boilerplate
_OPENS_TAIL = frozenset({"related", "comments", "footer", "reprint", "share"})
_TABLE_ROW = lazy(r"\|.*\|.*|[^|]+\|[^|]+\|.*")
_TITLE_LENGTH = range(4, 65)
_HEADLINE = range(12, 65)  # longer than the names of sites that stand above the way to a page
_LIST_RUN = 4  # so many short lines in a row are a list, not headings


def roles_of(lines: list[Line], title: str | None, grids: Sequence[range] = ()) -> list[str]:
    """A role for each line: title, heading, body, caption, table, boilerplate. `grids` are the lines of
    tables that stand one cell a line.
    """
    roles: list[str | None] = [None] * len(lines)
    for index in (index for grid in grids for index in grid):
        roles[index] = "table"
    _tables(lines, roles)
    marks = [mark_of(line.text) if role is None else None for line, role in zip(lines, roles, strict=True)]
    _marked(lines, marks, roles)
    _tail(lines, marks, roles)
    _head(lines, roles, title)
    _headings(lines, roles)
    return [role or "body" for role in roles]


def _tables(lines: list[Line], roles: list[str | None]) -> None:
    """Rows of a Markdown table, or of columns set apart by tabs; one such line alone is none."""
    if not any("|" in line.text or "\t" in line.text for line in lines):
        return
    for index, line in enumerate(lines):
        if roles[index] is None and is_bar(line.text):
            roles[index] = "boilerplate"
    shapes = ["|" if _TABLE_ROW.fullmatch(line.text) else "\t" if "\t" in line.text else "" for line in lines]
    for index, shape in enumerate(shapes):
        neighbours = shapes[max(index - 1, 0) : index] + shapes[index + 1 : index + 2]
        alone = shape not in neighbours
        byline = alone and mark_of(lines[index].text) is not None
        if shape and not byline and (not alone or lines[index].text.count(shape) > 2):
            roles[index] = "table"


def _marked(lines: list[Line], marks: list[Mark | None], roles: list[str | None]) -> None:
    for index, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        if mark is not None:
            roles[index] = _MARKED_ROLE.get(mark.kind, "boilerplate")
        elif line.is_furniture:
            roles[index] = "boilerplate"


def _tail(lines: list[Line], marks: list[Mark | None], roles: list[str | None]) -> None:
    """Lists of other articles run to the next real paragraph, page furniture below the last to the end."""
    last_prose = max(
        (i for i, line in enumerate(lines) if line.is_long_prose and marks[i] is None), default=-1
    )
    listing = False
    for index, line in enumerate(lines):
        mark = marks[index]
        if mark is not None and (mark.kind in ("related", "comments") or index > last_prose >= 0):
            listing = mark.kind in _OPENS_TAIL
        elif listing and line.is_long_prose and roles[index] is None:
            listing = False
        if listing and roles[index] != "table":
            roles[index] = "boilerplate"


_TOP = 6
"""Lines at the top of a text among which a date of its own is a dateline, wherever the prose begins."""


def _head(lines: list[Line], roles: list[str | None], title: str | None) -> None:
    """Outlet, title, byline: the lines above the first paragraph."""
    first_body = next(
        (i for i, line in enumerate(lines) if roles[i] is None and (line.is_prose or line.is_bullet)),
        len(lines),
    )
    way = _way_ends(lines[: min(first_body, _TOP)])
    for index in range(way):
        roles[index] = "boilerplate"  # a site's name and motto, above the way to the page
    for index in range(first_body):
        line = lines[index]
        if roles[index] is None and (_signs(line) or (index < 3 and names_outlet(line.text))):
            roles[index] = "boilerplate"
    for index in range(first_body, min(len(lines), _TOP)):  # a date below a picture's caption
        if roles[index] is None and lines[index].is_dated:
            roles[index] = "boilerplate"
    at = _title_line(lines, roles, title, first_body)
    if at is None:
        above = (i for i, line in enumerate(lines[:way]) if len(line.text) in _HEADLINE)
        at = next((i for i in above if not lines[i].is_furniture), None)
    if at is not None:
        roles[at] = "title"
        for index in range(at + 1, first_body):
            if roles[index] is None and lines[index].text.startswith(("——", "--", "—")):
                roles[index] = "title"
            elif roles[index] is None and is_name(lines[index].text):
                roles[index] = "boilerplate"
    for index in range(len(lines) - 1, max(first_body, 0), -1):  # names and dates below the last paragraph
        line = lines[index]
        if roles[index] is None and _signs(line):
            roles[index] = "boilerplate"
        elif roles[index] is None:
            break


def _way_ends(lines: list[Line]) -> int:
    """The index of the last line that is the way to the page (首页 > 新闻 > 正文), 0 where there is none."""
    return max((index for index, line in enumerate(lines) if line.is_way), default=0)


def _signs(line: Line) -> bool:
    """A line that says who wrote the article, when it came out, or on which page."""
    return line.is_dated or line.is_page or line.is_reporter or names_people(line.text)


def _title_line(lines: list[Line], roles: list[str | None], title: str | None, first_body: int) -> int | None:
    wanted = _bare(title or "")
    for index, line in enumerate(lines[:12]):
        if len(wanted) > 3 and _same_title(wanted, _bare(line.text)) and len(line.text) <= 90:
            return index
    if first_body >= len(lines):  # nothing but short lines: a note, not an article with a headline
        return None
    for index in range(first_body):
        line = lines[index]
        if roles[index] is None and len(line.text) in _TITLE_LENGTH and not line.ends_sentence:
            return None if line.is_numbered and not line.text.startswith("#") else index
    return None


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


def _same_title(wanted: str, line: str) -> bool:
    return (
        wanted == line
        or (len(line) > 7 and line in wanted)
        or (wanted in line and len(wanted) * 2 > len(line))
    )


def _headings(lines: list[Line], roles: list[str | None]) -> None:
    """Short lines between paragraphs: headings, unless they are items of a list or stand under a picture."""
    open_ = [
        roles[i] is None and line.is_short and not (line.is_bullet and not _heads_bullets(lines, i))
        for i, line in enumerate(lines)
    ]
    gap = _usual_gap(lines)
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and open_[end]:
            end += 1
        if end > start and end - start < _LIST_RUN and _prose_follows(lines, roles, end):
            for index in range(start, end):
                roles[index] = "caption" if _under_picture(lines, index, gap) else "heading"
        start = max(end, start + 1)


def _heads_bullets(lines: list[Line], index: int) -> bool:
    """Whether the line has a mark of its own above lines with another: ■ 主要目标 over ● and ●."""
    mark = lines[index].text[:1]
    below = [line for line in lines[index + 1 : index + 3] if line.is_bullet and line.text[:1] != mark]
    return mark in "■◆★▲▌" and len(below) == 2 and below[0].text[:1] == below[1].text[:1]


def _prose_follows(lines: list[Line], roles: list[str | None], index: int) -> bool:
    """Whether something stands under the heading: without it the line closes the article."""
    return any(role in (None, "table", "caption") for role in roles[index : index + 3]) and index < len(lines)


def _usual_gap(lines: list[Line]) -> int:
    gaps = sorted(line.blanks_after for line in lines[:-1])
    return gaps[len(gaps) // 2] if gaps else 0


def _under_picture(lines: list[Line], index: int, gap: int) -> bool:
    """A picture leaves a wider gap, a line right above a numbered heading, or a name the text beside has."""
    line = lines[index]
    if line.is_numbered:
        return False
    following = lines[index + 1]
    if line.blanks_after > max(gap, 1) or (following.is_numbered and not lines[index - 1].is_numbered):
        return index > 0
    thing, _, rest = line.text.partition("的")
    beside = lines[max(index - 2, 0) : index] + lines[index + 1 : index + 3]
    named = len(thing) >= 3 and any(near.is_prose and thing in near.text for near in beside)
    return named and bool(rest) and not re.search(r"[，、？！：]", line.text)
