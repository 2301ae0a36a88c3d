"""What stands above a table: what it is about, in which unit, of when and of whom."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows.extract.claim import PassageReading
from flows.extract.cues import alternation
from flows.extract.led import DATED
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.extract.outline import Topics
from flows.extract.period.periods import LED, Period
from flows.extract.protagonist import first_subject
from flows.extract.subject.subjects import Subject
from flows.extract.table.heads import is_unit
from flows.extract.windows import masked
from flows.patterns import lazy

CAPTION_UNIT = lazy(r"单位[:：为]\s*([%％‰]|[^）)，。、；\s]{1,12})")
ASIDE = lazy(r"[（(][^（）()]*[）)]$")
IN_BRACKETS = lazy(r"[（(]\s*(?:单位[:：]?)?\s*([^（）()：:]{1,12})\s*[）)][：:]?$")
UNIT_LINE = lazy(
    r"[（(\[]?\s*(?:计量|货币)?单位[:：].{1,20}|注[:：].*|(?:数据|资料)?来源[:：].*"
    r"|[图表]\s?[0-9一二三四五六七八九十.\-]+[：:]?"
)
INTRO = lazy(r"如下|见下|下表|下图|见表|如表|如图|以下|[：:]$")
"""What tells that a line of prose leads to a table."""
NUMBERED = lazy(
    r"^(?:附?[图表]\s?[0-9一二三四五六七八九十.\-]*|[0-9]{1,2}[.、]|[一二三四五六七八九十]{1,2}、"
    r"|[（(][0-9一二三四五六七八九十]{1,2}[）)])\s*[：:]?\s*"
)
POINTER = lazy(
    r"(?:[，,]?(?:具体|详细|详情|详见|数据|结果|情况|如下|见下|见|以下|下表|下图|图表|如表|如图|表|图|所示"
    r"|为|是|分别|[0-9一二三四五六七八九十.\-]+|[：:。\s]))+$"
)
SORTED = lazy(rf"(?:的|[按分从]?(?:{alternation('table_order')}))+$")
STATED = lazy(
    r"(?:呈现?|保持|持续|不断|稳步|逐[年月季步]|大幅|快速|迅速|明显|显著|有所|居前|(?:都|均|已|仍|继续|也)(?=[呈保实增下上有达完]))"
    r"(?<=[\u4e00-\u9fff]{3}).*$"
)
"""What a clause says of its noun: 备案数量呈现爆发式增长."""
CLAUSES = lazy(r"[，；。！？,;]")
UNIT_LINES = 3
"""Passages above a table in which its unit can stand."""
PROSE = 20
"""Passages above a table that may speak of what its headings name."""
NEAR = 3
"""Passages above a table in which the line that leads to it stands."""
LONGEST_LINE = 60


@dataclass(frozen=True, slots=True)
class Above:
    """What a table is about, as a noun phrase, the unit of its values, its period and whom it is of."""

    caption: str
    unit: str
    period: Period | None = None
    subject: Subject | None = None

    def over(self, topics: Topics) -> Topics:
        """The topics as the table's cells see them."""
        if self.period is not None:
            topics = replace(topics, period=self.period)
        return topics if self.subject is None else replace(topics, headline=self.subject)


def above_table(passages: list[PassageReading], index: int) -> Above:
    """What the lines above the table that is passage `index` say of it."""
    unit = unit_above(passages, index)
    line = line_above(passages, index)
    if line is None:
        return Above(caption_of(passages, index), unit)
    caption = (what_leads(line) if line.passage.role == "body" else "") or caption_of(passages, index)
    return Above(caption, unit, period_of(line), subject_of_line(line))


def line_above(passages: list[PassageReading], index: int) -> PassageReading | None:
    """The line that leads to the table: a caption, or prose that points to what follows."""
    for reading in reversed(passages[max(0, index - NEAR) : index]):
        role, text = reading.passage.role, reading.text.strip()
        if UNIT_LINE.fullmatch(text) or role == "boilerplate":
            continue
        if role == "caption" or role == "body" and (INTRO.search(text) or is_title(text)):
            return reading
        return None
    return None


def is_title(text: str) -> bool:
    """Is the line no sentence, as captions are?"""
    return len(text) <= LONGEST_LINE and "。" not in text and not text.endswith(("！", "？", "；", "，"))


def caption_of(passages: list[PassageReading], index: int) -> str:
    """What a table is about: the noun phrase of the caption, heading or title above it."""
    for reading in reversed(passages[:index]):
        if reading.passage.role not in {"caption", "heading", "title"}:
            continue
        unit = CAPTION_UNIT.search(reading.text)
        plain = masked(reading.text, 0, unit.start() if unit else len(reading.text), reading.masks())
        plain = ASIDE.sub("", plain.rstrip("：:。（( ")).rstrip("：: ")
        if plain:
            return phrase_before(plain) or phrase_before(SORTED.sub("", plain))
    return ""


def what_leads(reading: PassageReading) -> str:
    """What the line says the table to be of: the last noun of it that names a thing, '' where none does."""
    text = reading.text
    aside = IN_BRACKETS.search(text.rstrip("：: "))
    plain = masked(text, 0, aside.start() if aside else len(text), reading.masks())
    for clause in reversed(CLAUSES.split(NUMBERED.sub("", plain.rstrip("。")))[-4:]):
        about = SORTED.sub("", POINTER.sub("", STATED.sub("", clause)).strip())
        noun = phrase_before(about) if about else ""
        each = EACH.search(about) if "各" in about else None
        of_each = phrase_before(about[each.end() :]) if each else ""
        if noun and not is_generic(noun):
            return noun if is_generic(of_each) else of_each
    return ""


EACH = lazy(
    r"各(?:省(?:份|区?市)?|[市区县州地]{1,2}|城市|地区|企业|厂商|品牌|公司|银行|模型|平台|机构|国)的?"
)
"""Those that the rows of a table are of: 各模型输出价格."""


def unit_above(passages: list[PassageReading], index: int) -> str:
    """The unit that the lines above a table give for its values (单位：亿元, 用电量（亿千瓦时）), else ''."""
    lines = [reading.text for reading in passages[max(0, index - UNIT_LINES) : index]]
    found = CAPTION_UNIT.search("\n".join(lines))
    if found:
        return found[1]
    aside = IN_BRACKETS.search(lines[-1].rstrip()) if lines else None
    return aside[1].strip() if aside and is_unit(aside[1].strip()) else ""


def text_above(passages: list[PassageReading], index: int) -> str:
    """The text of the passages above a table in which its headings may be written."""
    return "\n".join(reading.text for reading in passages[max(0, index - PROSE) : index])


SINCE = lazy(r"(?:从|自|较|比|自从)$")


def period_of(reading: PassageReading) -> Period | None:
    """The last time of the line that dates what follows."""
    for time in reversed(reading.times):
        if time.kind in DATED and time.period_end and not SINCE.search(reading.text[: time.start]):
            return Period(time.period_start, time.period_end, LED)
    return None


def subject_of_line(reading: PassageReading) -> Subject | None:
    """Whom the line names first."""
    part = (reading.passage, reading.text, reading.mentions, reading.times)
    found = first_subject(part)
    return None if found.empty else found.by("headline")
