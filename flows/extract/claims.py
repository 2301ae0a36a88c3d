"""An article becomes claims: names first, then numbers and times, then what each number says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows.extract.apart import is_page_count, kept_apart
from flows.extract.backdrop import headline_part
from flows.extract.cards import card_claims, cards_of
from flows.extract.claim import Claim, PassageReading, Reading
from flows.extract.currency import at_home, currency_of, is_market_of, own_nations, settle_home
from flows.extract.entities.cast import Cast, cast_of
from flows.extract.entities.gazetteer import Hit, gazetteer
from flows.extract.entities.listed_names import with_listed_names, with_shortened
from flows.extract.entities.naming import call_as_written, call_zones, place_works
from flows.extract.entities.parallel_names import with_parallel_names
from flows.extract.entities.read import find_mentions
from flows.extract.entries import caption_above, entry_claims, runs_of_entries
from flows.extract.left import kept_topics, last_period, last_topics
from flows.extract.metric.fitting import UNDER_HEADING, Topic
from flows.extract.metric.indices import list_of_places
from flows.extract.metric.sections import counted_below
from flows.extract.metric.viewed import captioned
from flows.extract.metric.volumes import main_volume
from flows.extract.numbers.read import read_numbers
from flows.extract.outline import Outline
from flows.extract.period.gathering import date_by_gathering
from flows.extract.period.headlines import date_exactly, date_repeated, name_headlines
from flows.extract.period.listing import date_by_listing
from flows.extract.period.periods import Period
from flows.extract.period.planned import date_by_goals
from flows.extract.period.prevailing import date_by_article
from flows.extract.period.reported import month_of_report, year_of_report
from flows.extract.period.statistic import date_by_statistic
from flows.extract.period.whole import SHORT
from flows.extract.reference import regions
from flows.extract.statements import passage_claims
from flows.extract.subject.authors import RULE as AUTHOR
from flows.extract.subject.authors import set_aside_aided
from flows.extract.subject.fallback import has_home
from flows.extract.subject.homes import NATION
from flows.extract.subject.lands import home_of, set_aside_lands
from flows.extract.subject.offices import let_customs_speak
from flows.extract.subject.roles import assign_roles
from flows.extract.subject.sent_from import place_of_report
from flows.extract.subject.subjects import Subject
from flows.extract.subject.unions import call_by_group
from flows.extract.subject.venues import at_venue
from flows.extract.subject.ways import set_aside_sites
from flows.extract.table.above import above_table, text_above
from flows.extract.table.cells import Setting, table_claims
from flows.extract.times import read_times
from flows.extract.times.memory import Named
from flows.extract.topics import topics_of
from flows.patterns import lazy
from flows.text import Article, Passage, article_of

__all__ = ["Claim", "PassageReading", "Reading", "read_article", "read_text"]


def read_text(text: str, title: str | None = None, published_on: date | None = None) -> Reading:
    """A sentence or a passage on its own, as `yanshu explain` reads it; `title` gives it a headline."""
    article = article_of("text", "text", text, title, None, published_on)
    if article.published_on != published_on:
        article = replace(article, published_on=published_on, published_on_source=None)
    return read_article(article)


def read_article(article: Article) -> Reading:
    """All numbers and claims of an article. Pure: it depends on the article and the reference data alone."""
    texts = [text_of(article.clean.text, passage) for passage in article.passages]
    hits = [gazetteer().find(text) for text in texts]
    cast = cast_of(texts, article.headline, hits)
    year, month = year_of_report(article), month_of_report(article.headline, article.published_on)
    before = Named()
    if article.headline and not any(passage.role == "title" for passage in article.passages):
        read_times(article.headline, article.published_on, year, month, before)
    passages = [
        read_passage(passage, text, named, article.published_on, (year, month), cast, before)
        for passage, text, named in zip(article.passages, texts, hits, strict=True)
    ]
    home = settle_home(article, passages)
    parts = [(p.passage, p.text, p.mentions, p.times) for p in passages]
    headline = headline_part(article, cast)
    outline = topics_of(parts, headline, article.published_on)
    topics = at_venue(outline.topics, article.passages, texts, cast)
    topics.place = place_of_report([m for p in passages for m in p.bylines], parts) or topics.place
    if home and (topics.place.regions in ((), NATION.regions) or is_market_of(home, topics.place, passages)):
        place = (home, regions()[home].short_name)
        topics.place = Subject(regions=(place,), rule="where the article is written")
    speak_from(topics.place, passages)
    land = home_of(topics.headline, topics.place)
    for reading in passages:
        let_customs_speak(topics.place, reading.text, reading.mentions)
        if topics.place.rule == AUTHOR:
            set_aside_aided(topics.place.regions[0][0], reading.text, reading.mentions)
        call_by_group(topics, reading.text, reading.mentions)
        if topics.headline.firm and not topics.headline.regions:
            set_aside_sites(reading.text, reading.mentions)
        if land:
            set_aside_lands(land, reading.text, reading.mentions)
    whole = topics.whole
    whole.makers, whole.people = cast.makers, cast.people
    whole.currency = currency_of(passages)
    whole.volume = main_volume([article.headline or "", *texts])
    whole.guessed = article.guessed
    whole.title = article.headline or next((text for text in texts[:1] if len(text) <= SHORT), "")
    add_claims(passages, outline, article.published_on, year, cast)
    above = [PassageReading(headline[0], headline[1], [], [], *headline[2:])] if headline else []
    told = [*above, *passages]
    date_by_goals(told, whole.title, article.published_on)
    date_exactly(passages)
    date_by_statistic(told, whole.edition, article.published_on)
    date_by_gathering(passages)
    date_by_listing(told)
    date_repeated(passages)
    date_by_article(passages, article.published_on)
    name_headlines(passages)
    call_as_written(passages)
    call_zones(passages, cast)
    if has_home(topics.place):
        place_works(passages, cast, topics.place.regions[0])
    return Reading(article, passages, cast)


def text_of(text: str, passage: Passage) -> str:
    """The passage's text; in a headline a blank before a place parts clauses (甲省提速 乙市冲刺千亿)."""
    text = text[passage.start : passage.end]
    if passage.role != "title" or BLANK.search(text) is None:
        return text
    found = gazetteer().find(text)
    places = {start for start, _, senses in found if any(one.kind == "region" for one in senses)}
    return BLANK.sub(lambda blank: "，" if blank.end() in places else blank[0], text)


BLANK = lazy(r"(?<=[\u4e00-\u9fff％%”）])[ \u3000](?=[\u4e00-\u9fff])")


def speak_from(home: Subject, passages: list[PassageReading]) -> None:
    """Let 国内 be the place that the article is about, where its writers call it so."""
    if len(home.regions) == 1 and home.regions[0][0] in own_nations():
        for passage in passages:
            passage.mentions = [at_home(mention, home.regions[0][0]) for mention in passage.mentions]


def read_passage(
    passage: Passage,
    text: str,
    hits: list[Hit],
    published_on: date | None,
    reported: tuple[int | None, tuple[int, int] | None],
    cast: Cast,
    before: Named,
) -> PassageReading:
    """Names, times and numbers of a passage; `hits` are the gazetteer's, new names enter the cast, `reported`
    are the year and the month that the article reports on, `before` the times that it has named so far.
    """
    mentions = with_shortened(text, find_mentions(text, cast, hits), cast.meant)
    mentions = with_parallel_names(text, with_listed_names(text, mentions))
    assign_roles(text, mentions)
    bylines = [mention for mention in mentions if mention.role == "byline"]
    mentions = [mention for mention in mentions if mention.role != "byline"]
    times = read_times(text, published_on, *reported, before)
    numbers = kept_apart(text, read_numbers(text, published_on, times), mentions)
    return PassageReading(passage, text, numbers, [], mentions, times, bylines)


def left_by(reading: PassageReading) -> Claim | None:
    """The last claim of a passage, without its place where the passage told of several or first of a firm."""
    if not reading.claims:
        return None
    told = {claim.regions for claim in reading.claims if claim.regions}
    last = reading.claims[-1]
    return last if len(told) < 2 and not (told and reading.claims[0].firm) else replace(last, regions=())


def add_claims(
    passages: list[PassageReading], outline: Outline, published_on: date | None, year: int | None, cast: Cast
) -> None:
    """Set the claims of every passage in order; each leaves its topics to the next."""
    older: list[Topic] = []
    period: Period | None = None
    lists = {min(run): run for run in runs_of_entries(passages)}
    listed = {index for run in lists.values() for index in run}
    cards = cards_of(passages)
    for index, reading in enumerate(passages):
        role = reading.passage.role
        if index in lists:
            caption = caption_above(passages, index, lists[index][index])
            setting = Setting(caption, "", outline.at(index), published_on, year, cast)
            entry_claims(passages, lists[index], setting)
        if index in listed:
            continue
        hundred = role == "title" and "百强" in reading.text
        ranking = list_of_places(reading.text) if hundred or role in {"body", "heading"} else None
        if role == "table":
            above = above_table(passages, index)
            topics = above.over(outline.at(index))
            setting = Setting(above.caption, above.unit, topics, published_on, year, cast, tuple(older))
            table_claims(reading, setting, text_above(passages, index))
            older = kept_topics(last_topics(reading), older)
        elif index in cards:
            setting = Setting("", "", outline.at(index), published_on, year, cast, tuple(older))
            card_claims(reading, cards[index], setting)
            older = kept_topics(last_topics(reading), older)
        elif not is_page_count(reading) and any(number.kind == "claim" for number in reading.numbers):
            last = left_by(passages[index - 1]) if index else None
            reading.claims = passage_claims(
                reading, outline.at(index), published_on, older, period, last
            )
            passing = bool(reading.claims) and all(
                "period: time duration" in one.rule for one in reading.claims
            )
            period = last_period(reading) or (period if passing else period and period.by("earlier passage"))
            older = kept_topics(last_topics(reading), older) if role in {"body", "heading"} else older
        if role == "heading":
            older = [topic for topic in older if topic.written != UNDER_HEADING]
            counted = counted_below(reading.text) if not reading.claims else None
            older = [counted, *older] if counted else older
        named = captioned(reading.text) if not reading.claims else None
        if named:
            older = [Topic(named.metric, named.noun, "percent"), *older]
        if ranking:
            older = [Topic(ranking.metric, ranking.noun, "rank"), *older]
