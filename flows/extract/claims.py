"""Numbers become claims: who, what, when and how sure, passage by passage."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from flows.extract.confidence import confidence_of
from flows.extract.entities import Cast, Mention, cast_of, find_mentions
from flows.extract.lists import aligned_subjects, place_in_series, rank_list, share_units
from flows.extract.measured import Mask, Measured, Topic, masked, measured_by, window_of
from flows.extract.measures import Measure, is_falling, measure_of
from flows.extract.metrics import OTHER, metric_subjects, metric_units, unit_kind
from flows.extract.modality import announces, is_past, modality_of
from flows.extract.nouns import phrase_before
from flows.extract.number import Number
from flows.extract.numbers import read_numbers
from flows.extract.periods import COMPARISON, NONE, Period, is_base, period_of
from flows.extract.roles import assign_roles
from flows.extract.scopes import scope_of
from flows.extract.sentences import Sentence, split_sentences
from flows.extract.subjects import NOBODY, Scene, Subject, split_each
from flows.extract.tables import (
    CAPTION_UNIT,
    Cell,
    CellSentence,
    cell_sentences,
    is_heading,
    label_above,
    rows_of,
)
from flows.extract.times import TimeSpan, read_times
from flows.extract.topics import FISCAL, Part, Topics, topics_of
from flows.extract.who import is_chinese, subject_of
from flows.text import Article, Passage, article_of

FROM_TO = re.compile(r"[从由自][^，。；]{0,22}$")


@dataclass(slots=True)
class Claim:
    """A numeric claim. `regions`, `firm` and `model` are (id, name) pairs; the number
    keeps span and surface.
    """

    number: Number
    metric: str
    noun: str
    scope: str
    measure: str
    regions: tuple[tuple[str, str], ...]
    firm: tuple[str, str] | None
    model: tuple[str, str] | None
    value: Decimal
    value_high: Decimal | None
    unit: str
    bound: str
    period_start: date | None
    period_end: date | None
    modality: str
    confidence: float
    rule: str

    @property
    def region(self) -> str | None:
        """The regions' short names joined by +, None where the subject is no region."""
        return "+".join(name for _, name in self.regions) or None


@dataclass(slots=True)
class PassageReading:
    """A passage with its numbers and claims; offsets are of the passage's clean text."""

    passage: Passage
    text: str
    numbers: list[Number]
    claims: list[Claim] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: list[TimeSpan] = field(default_factory=list)

    def masks(self) -> list[Mask]:
        """Spans that are no part of a noun phrase, in order: names of places and firms
        end it, times drop out of it.
        """
        names = [
            (m.start, m.end, "" if m.role in {"base", "scope"} or m.level in {"nation", "world"} else "，")
            for m in self.mentions
            if m.kind != "model" and m.level != "index"
        ]
        return sorted([*names, *((t.start, t.end, "") for t in self.times)])


@dataclass(slots=True)
class Reading:
    """An article read: its passages in order, and the names that it introduced."""

    article: Article
    passages: list[PassageReading]
    cast: Cast


@dataclass(slots=True)
class Discourse:
    """What earlier claims of the passage leave to later ones: topics, subject and period, latest first."""

    topics: list[Topic] = field(default_factory=list)
    subject: Subject = NOBODY
    period: Period | None = None
    sentence: int = -9
    same_sentence: int = 0
    period_sentence: int = -9
    measure: Measure | None = None
    falling: bool = False
    group: tuple[tuple[str, str], ...] = ()
    older: tuple[Topic, ...] = ()


def read_article(article: Article) -> Reading:
    """All numbers and claims of an article. Pure: it depends on the article and the reference data alone."""
    cast = cast_of(
        [article.clean.text[passage.start : passage.end] for passage in article.passages], article.title
    )
    year = year_of_title(article.title, article.published_on) or fiscal_year(article)
    passages = []
    for passage in article.passages:
        text = article.clean.text[passage.start : passage.end]
        mentions = find_mentions(text, cast)
        assign_roles(text, mentions)
        times = read_times(text, article.published_on, year)
        passages.append(
            PassageReading(
                passage, text, read_numbers(text, article.published_on, times), [], mentions, times
            )
        )
    topics = topics_of(
        [(p.passage, p.text, p.mentions, p.times) for p in passages], headline_part(article, cast)
    )
    topics = replace(topics, currency=currency_of(passages))
    older: list[Topic] = []
    for index, reading in enumerate(passages):
        if reading.passage.role == "table":
            table_claims(
                reading,
                caption_of(passages, index),
                unit_of(passages, index),
                topics.at(index),
                article.published_on,
                year,
                cast,
            )
            older = last_topics(reading) or older
            continue
        if any(number.kind == "claim" for number in reading.numbers):
            reading.claims = passage_claims(reading, topics.at(index), article.published_on, cast, older)
            older = last_topics(reading) if reading.passage.role == "body" else older
    return Reading(article, passages, cast)


def last_topics(reading: PassageReading) -> list[Topic]:
    """Topics that a passage leaves to the next one, latest first; a headline metric of each unit at most."""
    topics: dict[str, Topic] = {}
    for claim in reading.claims:
        if claim.measure == "value" and claim.metric != "other":
            topics.setdefault(
                claim.unit,
                Topic(claim.metric, claim.noun, unit_kind(claim.number.unit), claim.number.written_unit),
            )
    return list(topics.values())


def caption_of(passages: list[PassageReading], index: int) -> str:
    """What a table is about: the noun phrase of the caption, heading or title above it."""
    for reading in reversed(passages[:index]):
        if reading.passage.role in {"caption", "heading", "title"}:
            return phrase_before(
                masked(reading.text, 0, len(reading.text), reading.masks()).rstrip("：:。（） ")
            )
    return ""


def unit_of(passages: list[PassageReading], index: int) -> str:
    """The unit that the lines above a table give for its values (单位：亿元), else ''."""
    found = CAPTION_UNIT.search("\n".join(reading.text for reading in passages[max(0, index - 3) : index]))
    return found[1] if found else ""


def table_claims(
    reading: PassageReading,
    caption: str,
    unit: str,
    topics: Topics,
    published_on: date | None,
    year: int | None,
    cast: Cast,
) -> None:
    """Read a table's rows cell by cell as sentences; its numbers and claims are set."""
    heads: list[Cell] = []
    above = ""
    for row in rows_of(reading.text):
        if not heads and is_heading(row):
            heads = row
            continue
        sentences = cell_sentences(heads, row, caption, above, unit)
        above = label_above(row, above)
        for sentence in sentences:
            mentions = find_mentions(sentence.text, cast)
            assign_roles(sentence.text, mentions)
            times = read_times(sentence.text, published_on, year)
            numbers = [
                as_value(number, sentence) for number in read_numbers(sentence.text, published_on, times)
            ]
            alone = PassageReading(reading.passage, sentence.text, numbers, [], mentions, times)
            claims = passage_claims(alone, topics, published_on, cast)
            inside = [claim for claim in claims if claim.number.end > sentence.lead]
            if inside:
                settle_cell(reading, sentence, inside)


def as_value(number: Number, sentence: CellSentence) -> Number:
    """The cell's own number as a value: bare digits in a cell are no name."""
    if number.start < sentence.lead or number.kind == "claim":
        return number
    digits = re.sub(r"[^0-9.]", "", number.surface)
    value = number.value
    if value is None and re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", digits):
        value = Decimal(digits)
    return (
        replace(number, kind="claim", value=value, unit=number.unit or "count")
        if value is not None
        else number
    )


def settle_cell(reading: PassageReading, sentence: CellSentence, claims: list[Claim]) -> None:
    """Give the cell's claims their place in the row, and the row's numbers the cell's reading."""
    cell, read = sentence.cell, claims[0].number
    number = replace(
        read, start=cell.start, end=cell.end, surface=cell.text, kind="claim", rule=f"table cell, {read.rule}"
    )
    reading.numbers = sorted(
        [other for other in reading.numbers if other.end <= cell.start or other.start >= cell.end] + [number],
        key=lambda other: other.start,
    )
    reading.claims += [
        replace(claim, number=number, rule=f"{claim.rule}; table cell")
        for claim in claims
        if claim.number is read
    ]


def currency_of(passages: list[PassageReading]) -> str:
    """The currency that the article's amounts are mostly in, for one that a headline
    leaves out (吸资42亿).
    """
    votes = Counter(
        number.unit
        for passage in passages
        for number in passage.numbers
        if number.kind == "claim" and unit_kind(number.unit) == "money"
    )
    return max(votes.items(), key=lambda item: (item[1], str(item[0])))[0] or "CNY" if votes else "CNY"


LEAD = 600
TITLE_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?=年(?!发布|起|以来))")


def year_of_title(title: str | None, published_on: date | None) -> int | None:
    """The year that a headline gives to a bulletin or a review published in a later
    one, which bare 全年 then means.
    """
    match = TITLE_YEAR.search(title or "")
    if match and published_on and 0 < published_on.year - int(match[1]) <= 2:
        return int(match[1])
    return None


def fiscal_year(article: Article) -> int | None:
    """The year whose annual report or bulletin the article opens with."""
    match = FISCAL.search(article.clean.text, 0, LEAD)
    year = int(match[1] or match[2] or match[3]) if match else 0
    return year if article.published_on and 0 < article.published_on.year - year <= 2 else None


def headline_part(article: Article, cast: Cast) -> Part | None:
    """A headline given beside the text, as a passage of its own; it has no numbers in the document."""
    if not article.title:
        return None
    mentions = find_mentions(article.title, cast)
    assign_roles(article.title, mentions)
    passage = Passage(-1, "title", 0, len(article.title))
    return passage, article.title, mentions, read_times(article.title, article.published_on)


def read_text(text: str, title: str | None = None, published_on: date | None = None) -> Reading:
    """A sentence or a passage on its own, as `yanshu explain` reads it; `title` gives it a headline."""
    article = article_of("text", "text", text, title, None, published_on)
    if article.published_on != published_on:
        article = replace(article, published_on=published_on, published_on_source=None)
    return read_article(article)


def passage_claims(
    reading: PassageReading,
    topics: Topics,
    published_on: date | None,
    cast: Cast,
    older: Sequence[Topic] = (),
) -> list[Claim]:
    """The claims of a passage, number by number; `older` are topics of the passage before."""
    claims: list[Claim] = []
    discourse = Discourse(older=tuple(older))
    numbers = [number for number in reading.numbers if number.kind == "claim" and number.value is not None]
    numbers = share_units(reading.text, numbers)
    for order, sentence in enumerate(split_sentences(reading.text)):
        inside = [number for number in numbers if sentence.start <= number.start < sentence.end]
        discourse.same_sentence = 0
        for index, number in enumerate(inside):
            floor = max(
                inside[index - 1].end if index else sentence.start,
                sentence.clause_start(number.start) if not index else sentence.start,
            )
            ceiling = inside[index + 1].start if index + 1 < len(inside) else sentence.end
            near = NumberScene(reading, sentence, order, inside, index, floor, ceiling)
            claims += number_claims(near, discourse, topics, published_on, cast)
    return claims


@dataclass(slots=True)
class NumberScene:
    """One number of a sentence with its neighbours."""

    reading: PassageReading
    sentence: Sentence
    order: int
    inside: list[Number]
    index: int
    floor: int
    ceiling: int

    @property
    def number(self) -> Number:
        return self.inside[self.index]


def number_claims(
    near: NumberScene, discourse: Discourse, topics: Topics, published_on: date | None, cast: Cast
) -> list[Claim]:
    """The claims of one number: usually one, several where subjects share it or a rank is a list."""
    number, text = near.number, near.reading.text
    window = window_of(number, text, near.sentence, near.floor, near.ceiling, near.reading.masks())
    measured = measured_by(number, window, discourse.topics, discourse.same_sentence, discourse.older)
    place = place_in_series(text, near.sentence, near.inside, near.index)
    if place and not aligned_subjects(scene_of(near), near.inside, near.index):
        measured = aligned_topic(discourse, place) or measured
    if topics.edition and measured.metric == OTHER and is_standing(number, measured.noun):
        measured = replace(measured, metric="competitiveness", rule="standing in the list of the headline")
    measure, measure_rule = measure_of(
        number, window.before, window.after, measured.noun, measured.metric, window.sentence.split("#", 1)[0]
    )
    if place and place[0] and discourse.measure:
        measure, measure_rule = discourse.measure, "listed with the claim before"
    elif measured.rule == "listed with the claim before" and discourse.measure and number.unit != "rank":
        measure, measure_rule = discourse.measure, "listed with the claim before"
    scene = scene_of(near)
    if (
        measure_rule == "level"
        and discourse.same_sentence
        and discourse.measure
        and FROM_TO.search(text[max(near.sentence.start, near.floor - 24) : near.floor])
    ):
        measure, measure_rule = discourse.measure, "from-to with the claim before"
    kind = metric_subjects().get(measured.metric, "any")
    period = when(near, discourse, topics, published_on, kind, measured.metric)
    subject = subject_of(
        scene,
        kind,
        discourse.subject if discourse.sentence >= near.order - 2 else NOBODY,
        bool(discourse.same_sentence),
        measured.own,
        topics,
        cast,
    )
    each = (
        discourse.group and discourse.same_sentence and EVERY.search(window.before[-4:] + number.surface[:1])
    )
    if each and subject.rule == "subject of the claim before":
        subject = Subject(discourse.group, rule="group of the sentence")
    if discourse.group and discourse.same_sentence and IN_TOTAL.match(window.before):
        subject = Subject(discourse.group, rule="group of the sentence")
    if measured.metric == "industry_output" and subject.firm and not subject.regions:
        measured = replace(measured, metric="revenue")
    modality, modality_rule = modality_of(
        text[near.sentence.clause_start(number.start) : number.start]
        + text[number.end : near.sentence.clause_end(number.start)],
        text[near.sentence.start : near.sentence.clause_start(number.start)],
        period.start,
        period.end,
        published_on,
    )
    if topics.plan and modality == "actual" and not is_past(window.clause):
        modality, modality_rule = "target", "heading of plans"
    rules = (
        f"metric: {measured.rule}",
        f"measure: {measure_rule}",
        f"subject: {subject.rule}",
        f"period: {period.rule}",
        f"modality: {modality_rule or 'plain'}",
    )
    falling = (
        discourse.falling if measure_rule == "listed with the claim before" else is_falling(window.before)
    )
    base = claim_of(number, measured, measure, subject, period, modality, "; ".join(rules), topics.currency)
    aligned = aligned_subjects(scene, near.inside, near.index)
    if aligned and kind == "home" and aligned[0].regions and not is_chinese(aligned[0].regions[0][0]):
        aligned = None
    if aligned and kind == "firm" and not aligned[0].firm:
        firm = subject.firm or discourse.subject.firm or topics.headline.firm or topics.firm.firm
        aligned = [replace(one, firm=firm) for one in aligned]
    subjects = aligned or split_each(subject, window.clause + number.surface, number.bound == "approx")
    ranked = rank_list(scene, number)
    if not ranked and is_head_count(number, window.before):
        number.kind = "filler"
        return []
    signed = measure in {"growth", "change"} or measured.metric == "stock_price_change"
    if signed and falling and base.value > 0:
        base = replace(
            base, value=-base.value, value_high=-base.value_high if base.value_high is not None else None
        )
    claims = [replace(base, regions=one.regions, firm=one.firm, model=one.model) for one in subjects]
    if ranked:
        claims = [
            replace(base, regions=one.regions, firm=one.firm, model=one.model, value=rank, value_high=high)
            for rank, high, one in ranked
        ]
    remember(
        discourse,
        near,
        measured,
        number,
        NOBODY if len(claims) > 1 or subjects[0] is not subject else subject,
        period,
    )
    discourse.measure, discourse.falling = measure, falling
    if len(subjects) > 1:
        discourse.group = tuple(pair for one in subjects for pair in one.regions)
    elif aligned:
        first = place is None or place[0] == 0
        discourse.group = (() if first else discourse.group) + aligned[0].regions
    return claims


STANDING = re.compile(r"得分|总分|分数|排名|位次|名次|综合|榜单|上届|$")
SCORED = frozenset({"competitiveness", "firm_listed_count"})


def is_ranked(number: Number, metric: str) -> bool:
    """Is the number a rank, a score or a count out of a list, which its edition year dates?"""
    return number.unit == "rank" or number.written_unit == "分" or metric in SCORED


def is_standing(number: Number, noun: str) -> bool:
    """Is the number a rank or a score whose noun names nothing else than standing?"""
    return (number.unit == "rank" or number.written_unit == "分") and STANDING.match(noun) is not None


RANKED = re.compile(
    r"(?:进入|跻身|位列|位居|居|排名|列|排|入围|入选|上榜|闯入|重返|稳居|保持|全国|全球|世界|全省|国内|行业|同类|属于?)[^，。；]{0,10}$"
)


def is_head_count(number: Number, before: str) -> bool:
    """Is 前5城 or 前十名 no rank of anybody, but a group of the first?"""
    ranged = number.unit == "rank" and number.value_high is not None and number.value == 1
    return ranged and number.surface.startswith("前") and RANKED.search(before) is None


EVERY = re.compile(r"(?<!平)均|皆|都")
IN_TOTAL = re.compile(r"[，；、]*(?:合计|共计|总计|一共|加起来|合起来|三者|四地|两地)")
ADOPTED = {"person", "parameter", "money"}


def scene_of(near: NumberScene) -> Scene:
    floor = max(near.floor, near.sentence.clause_start(near.number.start))
    return Scene(near.reading.text, near.sentence, near.reading.mentions, near.number, floor, near.floor)


def aligned_topic(discourse: Discourse, place: tuple[int, int]) -> Measured | None:
    """With 分别 after as many claims as numbers follow (收入…，净利润…，分别下降), the topic in
    the number's place.
    """
    _, size = place
    if discourse.same_sentence < size or len(discourse.topics) < size:
        return None
    topics = discourse.topics[:size]
    if place[0] == 0 and len({topic.noun for topic in topics}) < size:
        return None
    topic = discourse.topics[size - 1]
    return Measured(topic.metric, topic.noun, "respectively, topic in order", False)


def claim_of(
    number: Number,
    measured: Measured,
    measure: str,
    subject: Subject,
    period: Period,
    modality: str,
    rule: str,
    currency: str,
) -> Claim:
    unit = number.unit or "count"
    if unit == "count" and measure == "value" and (wanted := metric_units().get(measured.metric)) in ADOPTED:
        unit = currency if wanted == "money" else wanted
    value = number.value if number.value is not None else Decimal(0)
    return Claim(
        number,
        measured.metric,
        measured.noun,
        scope_of(measured.noun),
        measure,
        subject.regions,
        subject.firm,
        subject.model,
        value,
        number.value_high,
        unit,
        number.bound,
        period.start,
        period.end,
        modality,
        confidence_of(rule),
        rule,
    )


def when(
    near: NumberScene, discourse: Discourse, topics: Topics, published_on: date | None, kind: str, metric: str
) -> Period:
    """The period of the sentence; else that of the claim before, if its sentence
    stands directly before; else the headline's.
    """
    names = [number for number in near.reading.numbers if number.kind == "name"]
    place = place_in_series(near.reading.text, near.sentence, near.inside, near.index)
    aligned = aligned_period(near, place) if place else None
    if aligned:
        return aligned
    found = period_of(
        near.number, near.reading.text, near.sentence, near.reading.times, names, near.floor, published_on
    )
    if found:
        return found
    if any(
        near.sentence.start <= time.start < near.number.start
        and (time.period_start or time.period_end)
        and not is_base(time, near.reading.text, near.number)
        and not COMPARISON.match(near.reading.text, time.start)
        for time in near.reading.times
    ):
        return NONE
    if kind == "model":
        return NONE
    if topics.plan and topics.period:
        return topics.period
    future = (
        discourse.period
        and discourse.period.end
        and published_on
        and (discourse.period.end - published_on).days > 45
    )
    if future and not announces(near.reading.text[near.sentence.start : near.number.start]):
        return NONE
    if discourse.period and near.order - discourse.period_sentence <= 3:
        return (
            replace(discourse.period, rule="inherited from the claim before")
            if discourse.period.known
            else NONE
        )
    if topics.edition and is_ranked(near.number, metric):
        return topics.edition
    return topics.period or NONE


def aligned_period(near: NumberScene, place: tuple[int, int]) -> Period | None:
    """2022年、2023年、2024年…依次为A、B、C: the time in the number's own place."""
    times = [
        time
        for time in near.reading.times
        if near.sentence.start <= time.start < near.number.start and time.period_end
    ]
    index, size = place
    listed = times[-size:] if size > 1 else []
    if len(listed) != size or any(
        near.reading.text[one.end : two.start] not in {"、", "和", "及", "与"}
        for one, two in pairwise(listed)
    ):
        return None
    return Period(listed[index].period_start, listed[index].period_end, "respectively, time in order")


def remember(
    discourse: Discourse,
    near: NumberScene,
    measured: Measured,
    number: Number,
    subject: Subject,
    period: Period,
) -> None:
    discourse.topics.insert(
        0, Topic(measured.metric, measured.noun, unit_kind(number.unit), number.written_unit)
    )
    del discourse.topics[8:]
    discourse.same_sentence += 1
    if not subject.empty and subject.rule != "compared place":
        discourse.subject = subject
    discourse.sentence = near.order
    if period.rule != "time of comparison":
        discourse.period, discourse.period_sentence = period, near.order
