"""Tables: a cell is read as the sentence that it stands for (row label, column heading, value, unit)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.extract.cues import alternation
from flows.patterns import lazy
from flows.text.flats import flat_table
from flows.text.grids import grids_of

RULE_LINE = lazy(r"^[|\s:：\-—–+=]+$")
HEAD_UNIT = lazy(
    r"[（(\[]\s*(?:单位[:：])?\s*(?!预计|目标|同比|初步|快报|估计|年底|年末|当年)([^（）()\[\]]{1,12})\s*[）)\]]\s*$"
)
SPREAD = lazy(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
"""The spaces that justify a short heading: 指 标."""
BARE_UNIT = lazy(r"(?<=[\u4e00-\u9fff])[±+-]?([%％‰])$")
CAPTION_UNIT = lazy(r"单位[:：]\s*([%％‰]|[^）)，。、；\s]{1,8})")
NUMERIC = lazy(r"^[\s+\-−–↑↓约超逾近<>≥≤]*[0-9０-９][0-9０-９,，.．\s]*(?:%|％|[^0-9|]{0,8})$")
RATE_HEAD = lazy(r"^(?:同比|环比|增长|增速|增幅|较上年|比上年|占|比重|占比|份额|累计同比|降幅|变化)")
CHANGED = lazy(
    r"(?:(?<=比)(?:去年|上年)?(?:同期)?|(?<=上年)(?:同期)?)(?:变化|变动|涨跌|升降|增减|增[（(]减[)）]|±)(?:幅度?|率)?"
)
"""How a heading says growth that may be below 0: 同比变化(%), 比上年±%."""
UNIT_HEAD = lazy(r"^(?:计量|计价)?单位$")
UNIT_CELL = lazy(
    r"^(?:[十百千万亿]*(?:元|美元|港元|吨|公斤|立方米|平方米|平方公里|公顷|亩|千瓦时?|公里|米|人次?|户|家|个|辆|台|套|件|头|只|条|项|标箱)"
    r"|[%％‰])$"
)
"""A cell that gives its row's unit: 产值 | 亿元 | 102.5."""
RANK_HEAD = lazy(r"^(?:排名|名次|位次|位序|排序|排行)")
ORDINAL_HEAD = lazy(r"^(?:序号|编号|No\.?|#|代码)$", re.IGNORECASE)
TIME_HEAD = lazy(
    r"^(?:20[0-9]{2}年?.{0,8}|[0-9一二三四]+季度|上半年|下半年|全年|[0-9]{1,2}(?:[-~—–至][0-9]{1,2})?月份?|本期|上期)$"
)
VALUE_HEAD = lazy(rf"^{alternation('value_head')}$")
LABEL_HEAD = lazy(r"指标|项目|类别|名称|领域")
TOTAL_LABEL = lazy(r"^(?:合计|总计|总量|小计|全部)$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its offsets in the row's text, its stripped text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class CellSentence:
    """A numeric cell as a sentence. `lead` is how long the text before the cell's own is."""

    cell: Cell
    text: str
    lead: int


def rows_of(text: str, said: str = "") -> Iterator[list[Cell]]:
    """The rows of a table's text, a line each, but for the rule below the heading; offsets are the text's.
    `said` is the text above, in which headings of two words are told from two headings.
    """
    flat = None if "\n" in text else flat_table(text, said, alone=True)
    if flat:
        for row in (flat.heads, *flat.rows):
            yield [Cell(start, end, text[start:end]) for start, end in row]
        return
    if "|" not in text.replace("\n|\n", "\n") and "\t" not in text:
        yield from rows_of_grid(text)
        return
    at = 0
    for line in text.split("\n"):
        cells = split_row(line, at)
        if cells:
            yield cells
        at += len(line) + 1


def rows_of_grid(text: str) -> Iterator[list[Cell]]:
    """The rows of a table that stands one cell a line, the headings first if it has any."""
    lines: list[Cell] = []
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        start = at + len(line) - len(line.lstrip())
        if stripped:
            lines.append(Cell(start, start + len(stripped), stripped))
        at += len(line) + 1
    for heads, rows in grids_of([line.text for line in lines]):
        if heads:
            yield [lines[head] if head >= 0 else Cell(0, 0, "") for head in heads]
        yield from ([lines[index] for index in row] for row in rows)


def split_row(line: str, offset: int) -> list[Cell]:
    """The cells of a pipe or tab row, stripped; none for the line below a heading."""
    if not line.strip() or RULE_LINE.match(line):
        return []
    mark = "|" if "|" in line else "\t"
    cells, at = [], offset
    for part in line.split(mark):
        stripped = part.strip()
        start = at + len(part) - len(part.lstrip())
        cells.append(Cell(start, start + len(stripped), stripped))
        at += len(part) + 1
    if mark == "|":
        cells = cells[1 if not cells[0].text else 0 : -1 if not cells[-1].text else None]
    return cells


def is_numeric(text: str) -> bool:
    return bool(NUMERIC.match(text))


def is_heading(cells: list[Cell]) -> bool:
    """A first row of words, or of times over numbers."""
    return bool(cells) and not any(is_numeric(cell.text) and not TIME_HEAD.match(cell.text) for cell in cells)


def heads_below(heads: list[Cell], row: list[Cell]) -> tuple[list[Cell], list[str]] | None:
    """The headings of a table whose first row of them spans columns that the second row `row` names, and
    what spans each column; None where `row` is no second row. Pages leave its cells at the left or in place.
    """
    filled = [cell for cell in row if cell.text]
    spanned = sum(not cell.text for cell in heads[1:])
    if not spanned or not is_heading(row) or not 2 <= len(filled) < len(heads) or len(row) > len(heads):
        return None
    first = len(heads) - len(filled)
    if any(not cell.text for cell in heads[: first + 1]):
        return None
    spans = [""] * first
    for cell in heads[first:]:
        spans.append(cell.text or spans[-1])
    return heads[:first] + filled, spans


def cell_sentences(
    heads: list[Cell],
    row: list[Cell],
    caption: str,
    above: str = "",
    caption_unit: str = "",
    spans: list[str] | None = None,
) -> list[CellSentence]:
    """Each numeric cell of a row with the sentence that it stands for; `caption` is what the
    table is about, `above` the label of the last row of values, `spans` what spans the columns' headings.
    """
    if len(row) < 2:
        return []
    if len(row) == len(heads) - 1 and ORDINAL_HEAD.match(heads[0].text) and not is_numeric(row[0].text):
        heads, spans = heads[1:], spans[1:] if spans else None  # the last row, of the total, has no number
    if len(heads) == len(row) - 1 and not is_numeric(row[0].text):  # the corner is left out
        heads = [Cell(0, 0, ""), *heads]
    label_at = next((index for index, cell in enumerate(row) if cell.text and not is_numeric(cell.text)), 0)
    label, label_unit = split_head(row[label_at].text)
    label_unit = label_unit or unit_cell(heads, row, label_at)
    label = "" if TOTAL_LABEL.match(label) else label
    label_head = SPREAD.sub("", heads[label_at].text) if label_at < len(heads) else ""
    names_metric = LABEL_HEAD.search(label_head) is not None
    sentences, value_head = [], ""
    for index, cell in enumerate(row):
        name, unit = split_head(heads[index].text if index < len(heads) else "")
        over = spans[index] if spans and index < len(spans) else ""
        if index == label_at or not is_numeric(cell.text) or ORDINAL_HEAD.match(name):
            continue
        if TIME_HEAD.match(name):
            about = label if names_metric or label_unit or not caption else label + caption
            lead = f"{name}，{above if RATE_HEAD.match(label) else ''}{about}"
            unit = unit or label_unit or ("" if RATE_HEAD.match(label) else caption_unit)
        else:
            lead = sentence_lead(label, name, value_head, caption, names_metric)
            if over:
                lead = f"{over}，{lead}" if TIME_HEAD.match(over) else lead.replace(label, label + over, 1)
            unit = unit or ("" if RATE_HEAD.match(name) else label_unit or caption_unit)
            value_head = value_head if RATE_HEAD.match(name) or RANK_HEAD.match(name) else name
        tail = unit if unit and re.search(r"[0-9０-９]\s*$", cell.text) else ""
        if RANK_HEAD.match(name):
            lead, tail = f"{label}{value_head or caption}排名第", ""
        sentences.append(CellSentence(cell, f"{lead}{cell.text}{tail}。", len(lead)))
    return sentences


def unit_cell(heads: list[Cell], row: list[Cell], label_at: int) -> str:
    """The unit that a cell of the row gives, behind its label or below 单位, else ''."""
    for index, cell in enumerate(row):
        named = index < len(heads) and UNIT_HEAD.match(heads[index].text)
        if index != label_at and (named or index == label_at + 1) and UNIT_CELL.match(cell.text):
            return cell.text
    return ""


def label_above(row: list[Cell], above: str) -> str:
    """The label that a following row of growth or shares is about: this row's, unless it is such a row."""
    label = next((cell.text for cell in row if cell.text and not is_numeric(cell.text)), "")
    name, _ = split_head(label)
    return above if RATE_HEAD.match(name) else name


def split_head(head: str) -> tuple[str, str]:
    """A heading's name and the unit that it gives in brackets: 融资额(亿元)."""
    head = CHANGED.sub("增长", SPREAD.sub("", head))
    match = HEAD_UNIT.search(head) or BARE_UNIT.search(head)
    return (head[: match.start()].strip(), match[1].strip()) if match else (head.strip(), "")


def sentence_lead(label: str, head: str, value_head: str, caption: str, label_is_metric: bool) -> str:
    """The words before a cell's value: who and what, in the order of a plain sentence."""
    about = "" if label_is_metric or label.endswith(caption) else caption
    if RATE_HEAD.match(head):
        named = value_head and not VALUE_HEAD.match(value_head)
        return f"{label}{value_head if named and not label_is_metric else about}{head}"
    if VALUE_HEAD.match(head) or not head:
        return f"{label}{about}"
    indexed = caption.endswith("指数") and HAN_END.search(head) and not head.endswith(("指数", "率"))
    return f"{label}{head}{'指数' if indexed else ''}"


HAN_END = lazy(r"[\u4e00-\u9fff]$")
