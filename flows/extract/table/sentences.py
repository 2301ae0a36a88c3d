"""A cell is read as the sentence that it stands for: row label, column heading, value, unit."""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract.scores import SCORE
from flows.extract.table.heads import (
    ASIDE,
    CHANGE_HEAD,
    MOVED_HEAD,
    NOTE_HEAD,
    NUMERIC,
    OF_BODIES,
    ORDINAL_HEAD,
    RANK_HEAD,
    RATE_HEAD,
    TIME_HEAD,
    TIME_LABEL,
    VALUE_HEAD,
    YEAR,
    YEARS_HEAD,
    goes_with,
    is_empty,
    split_head,
)
from flows.extract.table.layout import Columns, Label, Name, fitted, label_of
from flows.extract.table.rows import Cell
from flows.extract.table.told import (
    Told,
    counted,
    grown,
    is_count,
    is_score,
    more_of,
    moved,
    parted,
    ranked_by,
    rate_of,
    scored,
    time_told,
    told_by,
)
from flows.patterns import lazy

HAN_END = lazy(r"[\u4e00-\u9fff]$")
LATIN_END = lazy(r"[A-Za-z0-9.+）)]$")
DIGIT_END = lazy(r"[0-9０-９]\s*$")


@dataclass(frozen=True, slots=True)
class CellSentence:
    """A numeric cell as a sentence. `lead` is how long the text before the cell's own is, `names` are those
    that headings tell to be names.
    """

    cell: Cell
    text: str
    lead: int
    names: tuple[Name, ...] = ()


def cell_sentences(columns: Columns, row: list[Cell], above: str = "") -> list[CellSentence]:
    """Each numeric cell of a row with the sentence that it stands for; `above` is the label of the last row
    of values.
    """
    if len(row) < 2:
        return []
    columns = fitted(columns, row)
    label = label_of(columns, row)
    sentences: list[CellSentence] = []
    told, last = Told(), ""
    heads: list[str] = []
    dated: list[str] = []
    for index, cell in enumerate(row):
        value = value_of(cell)
        name, unit = split_head(columns.head(index))
        if index == label.at or value is None or ORDINAL_HEAD.match(name) or columns.kind(index):
            continue
        if NOTE_HEAD.match(name) and not unit or YEARS_HEAD.match(name) and YEAR.match(value.text):
            continue
        if columns.named:
            sentences.append(measured_of_name(columns, label, value, name, last))
            last = last if CHANGE_HEAD.match(name) else name
            continue
        over, name = parted(name)
        spanned, spanned_unit = thing_over(columns, index)
        if TIME_HEAD.match(name) and not spanned:
            sentences.append(in_time(columns, label, value, name, unit, above))
            dated.append(name)
            continue
        rate = rate_of(name, heads)
        if rate:
            name, told = rate[0], Told(rate[1])
        if spanned and TIME_HEAD.match(name):
            over, name, unit = name, spanned, unit or spanned_unit
        elif spanned and RATE_HEAD.match(name):
            told = Told(spanned)
        elif spanned:
            over, unit = spanned, unit or spanned_unit
        over = over or ("" if spanned else columns.over(index)) or label.when
        over = over or time_told(name, dated)
        known = told.name or columns.caption or not RANK_HEAD.match(name)
        by = told if known else ranked_by(columns, index)
        sentences.append(below_head(columns, label, value, (name, unit), by, over))
        if goes_with(name):
            continue
        dated += [over] if over else []
        if not is_empty(name, label.head):
            told = Told(told_by(columns.caption, name), unit, value.text.isdecimal())
            heads.append(told.name)
    return sentences


WORDED = lazy(
    r"[\u4e00-\u9fff][^。；|]*?[约近超达为至到升降少低短]?\s?[+\-]?[0-9][0-9.,]*\s?(?:%|％|[万亿倍]|个百分点|[\u4e00-\u9fff]元)"
)
LONGEST_WORDS = 120
SHARED = lazy(
    r"[\u4e00-\u9fff]{2,12}?占(?:比|[^，。；0-9]{1,6}的?)?(?:约|近|超过?|逾|达到?|为)?\s?[0-9.]+\s?[%％]$"
)
"""A remark that is the share of a part: 海外收入占比超70%."""


def worded_cells(columns: Columns, row: list[Cell]) -> list[CellSentence]:
    """The cells of words that tell figures (漏检率下降35%), each as a sentence about its row's label."""
    if len(row) < 2 or not columns.heads or not any(WORDED.search(cell.text) for cell in row):
        return []
    columns = fitted(columns, row)
    label = label_of(columns, row)
    found = []
    for index, cell in enumerate(row):
        said = index != label.at and not columns.kind(index) and value_of(cell) is None
        if not said or len(cell.text) > LONGEST_WORDS or not WORDED.search(cell.text):
            continue
        name = columns.head(index)
        if NOTE_HEAD.match(name) and not SHARED.match(cell.text) or YEARS_HEAD.match(name):
            continue
        ahead = f"{name}的" if columns.named else f"{label.text}，" if label.text else ""
        names = label.names
        if columns.named:
            names = (Name(0, len(name), columns.named),)
        found.append(CellSentence(cell, f"{ahead}{cell.text}。", len(ahead), names))
    return found


def thing_over(columns: Columns, index: int) -> tuple[str, str]:
    """What spans the column's heading, unless it is a time, with its unit."""
    name, unit = split_head(columns.over(index))
    return ("", "") if TIME_HEAD.match(name) else (name, unit)


def value_of(cell: Cell) -> Cell | None:
    """The cell's value, without what brackets say beside it."""
    if NUMERIC.match(cell.text):
        return cell
    found = ASIDE.match(cell.text)
    if found and NUMERIC.match(found[1]):
        return Cell(cell.start, cell.start + len(found[1]), found[1])
    return None


def ended(cell: Cell, unit: str) -> str:
    """The value with the unit that it lacks."""
    return f"{cell.text}{unit if unit and DIGIT_END.search(cell.text) else ''}。"


def joined(lead: str) -> str:
    """The words before a value, set apart from it where they end in a letter or a digit."""
    return f"{lead}为" if LATIN_END.search(lead) else lead


def in_time(columns: Columns, label: Label, value: Cell, name: str, unit: str, above: str) -> CellSentence:
    """A value below the heading of a time."""
    rate = RATE_HEAD.match(label.text)
    about = label.text
    if label.is_metric or not label.unit:
        about += about_of(label, columns.caption) if not rate else ""
    name = f"{name}年" if YEAR.match(name) else name
    ahead = f"{name}，{above if rate else ''}"
    lead = joined(grown(ahead + about, value, unit or label.unit))
    text = lead + ended(value, unit or label.unit or ("" if rate else columns.unit))
    return CellSentence(value, text, len(lead), shifted(label.names, len(ahead)))


def measured_of_name(columns: Columns, label: Label, value: Cell, name: str, last: str) -> CellSentence:
    """A value of whom the heading names, in what the label names; what changed is of the last one."""
    changed = CHANGE_HEAD.match(name)
    name = last if changed else name
    about = columns.caption if is_empty(label.text, "") else label.text
    verb = "变化" if changed else ""
    lead = joined(f"{name}{'的' if LATIN_END.search(name) or columns.named == 'model' else ''}{about}{verb}")
    if changed:
        lead = lead.removesuffix("变化").removesuffix("为") + ("减少" if value.text[:1] in "-−–↓" else "提高")
    text = lead + ended(value, label.unit or ("" if RATE_HEAD.match(label.text) else columns.unit))
    names = (Name(0, len(name), columns.named),) if name else ()
    return CellSentence(value, text, len(lead), names)


def below_head(
    columns: Columns, label: Label, value: Cell, head: tuple[str, str], told: Told, over: str
) -> CellSentence:
    """A value of what the heading names, of whom the label names."""
    name, unit = head
    timed = over and (TIME_HEAD.match(over) or TIME_LABEL.match(over))
    ranked = RANK_HEAD.match(name)
    when = ranked[1] if ranked and ranked[1] else over if timed else ""
    beside = beside_last(columns, label, value, head, told)
    if beside:
        lead, text = beside
    else:
        lead = sentence_lead(label, name, told.name, columns.caption)
        if over and not timed:
            lead = lead.replace(label.text, label.text + over, 1)
        lead = joined(grown(lead, value, unit or label.unit))
        text = lead + ended(value, unit or ("" if RATE_HEAD.match(name) else label.unit or columns.unit))
    goal = "目标" if GOAL_HEAD.search(name) and VALUE_HEAD.match(name) else ""
    ahead = f"{when}{goal}，" if when or goal else ""
    return CellSentence(value, ahead + text, len(ahead + lead), shifted(label.names, len(ahead)))


def beside_last(
    columns: Columns, label: Label, value: Cell, head: tuple[str, str], told: Told
) -> tuple[str, str] | None:
    """The words before a rank, or before what there is more or less, of what the last column tells, and the
    sentence.
    """
    name, unit = head
    about = f"{label.text}{told.name or columns.caption}排名"
    if RANK_HEAD.match(name):
        return f"{about}第", f"{about}第{value.text}。"
    if MOVED_HEAD.match(name):
        return moved(about, ("下降", "上升"), value, "位")
    of = told if told.name or not label.is_metric else Told(label.text, label.unit)
    more = more_of(name, unit or label.unit or columns.unit, value, of)
    if not more:
        return None
    who = "" if of is not told else label.text
    return moved(f"{who}{of.name}{more}", ("减少", "增加"), value, unit or of.unit or columns.unit or "个")


def shifted(names: tuple[Name, ...], by: int) -> tuple[Name, ...]:
    return tuple([Name(one.start + by, one.end + by, one.kind) for one in names])


def about_of(label: Label, caption: str) -> str:
    """What the caption adds to the label: nothing where that names what is measured itself (税收收入), what
    is measured where it names a part (电子信息 of 主要行业产值), else all.
    """
    if not label.is_metric:
        return "" if label.text.endswith(caption) else caption
    measure = MEASURE.search(caption)
    return measure[1] if measure and not OWN_MEASURE.search(label.text) else ""


def sentence_lead(label: Label, head: str, value_head: str, caption: str) -> str:
    """The words before a cell's value: who and what, in the order of a plain sentence."""
    apart = label.names and LATIN_END.search(label.text) or OF_BODIES.search(head)
    who = f"{label.text}的" if apart and label.text else label.text
    about = about_of(label, caption)
    if RATE_HEAD.match(head):
        named = value_head and not VALUE_HEAD.match(value_head)
        rate = head.removeprefix("名义").removeprefix("实际")
        return f"{who}{value_head if named and not label.is_metric else about}{rate}"
    if is_score(head, caption):
        return f"{who}{scored(caption)}"
    if head.endswith("指数") and label.is_place:
        return f"{who}{scored(head)}"
    if is_empty(head, label.head):
        return f"{who}{value_head if value_head and SUMMED.search(head) else about}"
    if about and is_count(head):
        return f"{who}{counted(about, head)}"
    measure = MEASURE.search(caption)
    if measure and HAN_END.search(head) and not label.unit and not OWN_MEASURE.search(head):
        return f"{who}{head}{measure[1]}"
    indexed = caption.endswith("指数") and HAN_END.search(head) and not head.endswith(("指数", "率"))
    return f"{who}{head}{'指数' if indexed else ''}"


MEASURE = lazy(
    rf"((?:准确|正确|合格|入学|增长|失业|出租|空置|利用|渗透|普及|覆盖|满意|通过)率|{SCORE}|均价|价格|[产销]量|出货量|产值|收入|面积)$"
)
GOAL_HEAD = lazy(r"目标|计划|预期")
"""The heading of what is aimed at, and of nothing else: 2024年目标."""
SUMMED = lazy(r"累计|本[月期年]|当[月期年]")
OWN_MEASURE = lazy(
    r"[率量额值价数分]$|收入|面积|利润|资产|规模|成本|时间|时长|长度|比重|占比|费用?$|指数|人口|人次|投资|支出|余额|存款|贷款|[（(]"
)
