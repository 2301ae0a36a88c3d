"""How a table lies: what its columns' headings and its rows' labels are."""

from __future__ import annotations

from dataclasses import dataclass, field

from flows.extract.entities.mention import FIRM_KINDS
from flows.extract.table.heads import (
    CATEGORY_HEAD,
    CHANGE_HEAD,
    ITEM_HEAD,
    LABEL_HEAD,
    NOTE_HEAD,
    ORDINAL_HEAD,
    RATE_HEAD,
    SPREAD,
    TIME_HEAD,
    TIME_LABEL,
    TIMED,
    TOPIC_HEAD,
    TOTAL_LABEL,
    UNIT_HEAD,
    YEAR,
    YEARS_HEAD,
    is_numeric,
    is_unit,
    split_head,
)
from flows.extract.table.rows import NO_CELL, Cell
from flows.patterns import lazy


@dataclass(frozen=True, slots=True)
class Name:
    """Whom a cell's sentence names: offsets in it, and what the name is of (model, firm)."""

    start: int
    end: int
    kind: str


@dataclass(slots=True)
class Columns:
    """The headings of a table: its cells, what spans them, whom the cells below each name, whether they are
    themselves the names of those that the labels measure; `caption` is what the table is about, `unit` that
    of its values; `grouped`: the first column names groups of the rows that the second one labels.
    """

    heads: list[Cell]
    spans: list[str] | None = None
    kinds: list[str] = field(default_factory=list)
    named: str = ""
    caption: str = ""
    unit: str = ""
    grouped: bool = False

    def head(self, index: int) -> str:
        return self.heads[index].text if index < len(self.heads) else ""

    def kind(self, index: int) -> str:
        return self.kinds[index] if index < len(self.kinds) else ""

    def over(self, index: int) -> str:
        return self.spans[index] if self.spans and index < len(self.spans) else ""


@dataclass(slots=True)
class Label:
    """What a row says of all its cells: whom or what its label names, in which unit its values are."""

    at: int
    text: str
    unit: str = ""
    head: str = ""
    names: tuple[Name, ...] = ()
    when: str = ""
    is_place: bool = False

    @property
    def is_metric(self) -> bool:
        return LABEL_HEAD.search(self.head) is not None


def is_heading(cells: list[Cell]) -> bool:
    """A first row of words, or of times over numbers."""
    return bool(cells) and not any(is_figure(cell.text) for cell in cells)


FIGURE = lazy(r"[\s+\-−–↑↓约超逾近<>≥≤¥$￥]*[0-9０-９][0-9０-９,，.．\s]*(?:[余多](?![\s0-9]))?(.*)$")


def is_figure(text: str) -> bool:
    """Is the cell a number with nothing but its unit? 5G用户数 and 11月均价 are headings."""
    if not is_numeric(text) or TIME_HEAD.match(text) or TIMED.match(text):
        return False
    tail = FIGURE.sub(r"\1", text).strip()
    return not HAN.search(tail) or is_unit(tail)


HAN = lazy(r"[\u4e00-\u9fff]{2}")


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


def fitted(columns: Columns, row: list[Cell]) -> Columns:
    """The headings that stand over the row's cells: the last row, of the total, has no number, and a corner
    may be left out.
    """
    heads, spans, kinds = columns.heads, columns.spans, columns.kinds
    if len(row) == len(heads) - 1 and ORDINAL_HEAD.match(heads[0].text) and not is_numeric(row[0].text):
        heads, spans, kinds = heads[1:], spans[1:] if spans else None, kinds[1:]
    if len(heads) == len(row) - 1 and not is_numeric(row[0].text):
        heads, kinds = [NO_CELL, *heads], ["", *kinds]
    grouped = columns.grouped and heads is columns.heads
    return Columns(heads, spans, kinds, columns.named, columns.caption, columns.unit, grouped)


def label_of(columns: Columns, row: list[Cell]) -> Label:
    """The row's label: its first cell of words, or its year, with the names in the cells behind it."""
    first = 1 if columns.grouped and len(row) > 1 and not is_numeric(row[1].text) else 0
    at = next((i for i, one in enumerate(row) if i >= first and one.text and is_label(columns, i, one)), 0)
    text, unit = split_head(OF_WHICH.sub("", row[at].text))
    behind = at + 1 < len(row) and not is_numeric(row[at + 1].text) and bool(row[at + 1].text)
    if behind and ITEM_HEAD.match(columns.head(at + 1)) and CATEGORY_HEAD.match(columns.head(at)):
        at, (text, unit) = at + 1, split_head(row[at + 1].text)
    text = f"{text}年" if YEAR.match(text) else text
    head = SPREAD.sub("", columns.head(at))
    label = Label(at, "" if TOTAL_LABEL.match(text) else text, unit or unit_cell(columns, row, at), head)
    label.is_place = columns.kind(at) == "region"
    if columns.kind(at):
        label.names = (Name(0, len(label.text), columns.kind(at)),) if label.text else ()
    label.when = time_of(columns, row, at)
    if behind and label.names and ITEM_HEAD.match(columns.head(at + 1)):
        item, label.unit = split_head(row[at + 1].text)
        label.text, label.head = f"{label.text}{item}", columns.head(at + 1)
        return label
    for index in range(at + 1, len(row)):
        cell = row[index].text
        if is_numeric(cell) or not cell:
            break
        if columns.kind(index) == "firm" and columns.kind(at) == "model":
            ahead = f"{cell}的"
            named = tuple(Name(n.start + len(ahead), n.end + len(ahead), n.kind) for n in label.names)
            label.text, label.names = ahead + label.text, (Name(0, len(cell), "firm"), *named)
            break
        if columns.kind(index) or TIME_LABEL.match(label.text) and not split_head(cell)[1]:
            start = len(label.text) + 1
            label.text = f"{label.text}，{cell}"
            if columns.kind(index):
                label.names = (*label.names, Name(start, start + len(cell), columns.kind(index)))
            break
    return label


OF_WHICH = lazy(r"^(?:其中|#)[:：]?\s*(?=\S)")


def time_of(columns: Columns, row: list[Cell], label_at: int) -> str:
    """The time of the row that a cell of its own gives, behind the label."""
    for index, cell in enumerate(row):
        if index != label_at and YEARS_HEAD.match(columns.head(index)):
            if YEAR.match(cell.text):
                return f"{cell.text}年"
            if TIME_LABEL.match(cell.text):
                return cell.text
    return ""


def is_label(columns: Columns, index: int, cell: Cell) -> bool:
    """Does the cell say of what its row is, as a word, or a year below 年份?"""
    if YEAR.match(cell.text) and YEARS_HEAD.match(columns.head(index)):
        return True
    return not is_numeric(cell.text) or TIME_LABEL.match(cell.text) is not None


def unit_cell(columns: Columns, row: list[Cell], label_at: int) -> str:
    """The unit that a cell of the row gives, behind its label or below 单位, else ''."""
    for index, cell in enumerate(row):
        named = UNIT_HEAD.match(columns.head(index))
        if index != label_at and (named or index == label_at + 1) and is_unit(cell.text):
            return cell.text
    return ""


def label_above(row: list[Cell], above: str) -> str:
    """The label that a following row of growth or shares is about: this row's, unless it is such a row."""
    label = next((cell.text for cell in row if cell.text and not is_numeric(cell.text)), "")
    name, _ = split_head(label)
    return above if RATE_HEAD.match(name) else name


def names_in_heads(heads: list[Cell], label_kind: str, kind_of: dict[str, str]) -> str:
    """Whom the headings themselves name (region, firm, model), '' where they name what is measured; `kind_of`
    has the headings that are wholly names.
    """
    corner = SPREAD.sub("", heads[0].text)
    others = [head.text for head in heads[1:] if head.text and not UNIT_HEAD.match(head.text)]
    others = [one for one in others if not (CHANGE_HEAD.match(one) or NOTE_HEAD.match(one))]
    if (
        label_kind in FIRM_KINDS
        or len(others) < 2
        or any(TIME_HEAD.match(one) or RATE_HEAD.match(one) for one in others)
    ):
        return ""
    named = [kind_of[one] for one in others if one in kind_of]
    if named and len(named) * 2 >= len(others):
        return named[0]
    return "model" if TOPIC_HEAD.match(corner) and are_versions(others) else ""


VERSIONED = lazy(
    r"([A-Za-z\u4e00-\u9fff][A-Za-z\u4e00-\u9fff ]*?)[-\s]?[A-Z]?[0-9]+(?:\.[0-9]+)?(?:\s?[A-Za-z]+)?"
)
LEAST_SHARED = 2


def are_versions(names: list[str]) -> bool:
    """Are they names of one family, told by their versions: 青梧1 and 青梧2?"""
    found = [VERSIONED.fullmatch(name) for name in names]
    heads = {one[1].strip() for one in found if one}
    return None not in found and len(heads) == 1 and len(min(heads)) >= LEAST_SHARED
