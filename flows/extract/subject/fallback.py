"""Whom a number speaks of where its sentence names nobody: the heading, the article, the nation."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from flows.extract.entities.institutions import SITES, suffixes
from flows.extract.entities.mention import FIRM_KINDS, Mention
from flows.extract.levels import WIDE_OR_GROUP
from flows.extract.outline import Topics
from flows.extract.reference import regions
from flows.extract.subject.anaphora import leads_its_clause
from flows.extract.subject.aspects import new_aspect
from flows.extract.subject.bureaus import officer_speaks
from flows.extract.subject.exchanges import exchange_of
from flows.extract.subject.framed import behind_list
from flows.extract.subject.homes import NATION, is_chinese
from flows.extract.subject.makers import with_maker
from flows.extract.subject.offices import ministry_speaks
from flows.extract.subject.persons import person_speaks
from flows.extract.subject.quoted import speaker_behind
from flows.extract.subject.resumed import at_a_new_point, back_to_place, here_again
from flows.extract.subject.returned import back_to_whole
from flows.extract.subject.rosters import of_the_list
from flows.extract.subject.subjects import NOBODY, Scene, Subject, sentence_before, subject_of_run
from flows.patterns import lazy


def opens_clause(mention: Mention, text: str) -> bool:
    """Does the name stand directly behind a mark of punctuation or at the text's start?"""
    return mention.start == 0 or text[mention.start - 1] in "，。；：！？“、\n"


def opening_firm(scene: Scene) -> Subject | None:
    """The firm that alone opens the sentence before, which its sentence may speak of (其市值达…)."""
    before = sentence_before(scene)
    for mention in scene.mentions:
        opens = mention.start == before < scene.sentence.start
        if opens and mention.kind == "firm" and mention.role == "subject":
            return subject_of_run([mention], "opens the sentence before")
    return None


def opening_product(scene: Scene) -> Subject | None:
    """The one product of which the sentence before speaks, and of no firm, where this one goes on with what
    it has learnt or can do (通过学习…，它可以…).
    """
    before = sentence_before(scene)
    told = [m for m in scene.mentions if before <= m.start < scene.sentence.start and m.role == "subject"]
    led = {m.ids: m for m in told if m.kind == "model" or leads_its_clause(m, scene.text)}
    if len(led) != 1 or told[0].kind != "model" or not leads_its_clause(told[0], scene.text):
        return None
    return subject_of_run(told[:1], "opens the sentence before")


def opening_place(scene: Scene) -> Subject | None:
    """The place that alone the sentence before speaks of, where this one goes on with 其中."""
    before = sentence_before(scene)
    if not scene.text.startswith("其中", scene.sentence.start) or before == scene.sentence.start:
        return None
    told = [m for m in scene.mentions if before <= m.start < scene.sentence.start and m.role == "subject"]
    if not told or any(m.kind != "region" or m.ids != told[0].ids for m in told):
        return None
    return subject_of_run(told[:1], "opens the sentence before")


VISITED = lazy(r"(?:走进|来到|走入|步入|探访|走访|踏进|迈进)[^，。；]{0,24}$")
"""Before the name of the plant or the park that somebody walks into, of which the next sentences tell."""


def visited(scene: Scene) -> Subject | None:
    """The firm, institution or park that the passage walks into, if it names nobody after that."""
    before = [m for m in scene.mentions if m.end <= scene.floor and m.kind != "self" and m.role != "gloss"]
    last = before[-1] if before else None
    if last is None or last.kind != "firm" and not last.park:
        return None
    since = max(0, *(scene.text.rfind(mark, 0, last.start) for mark in "。；，"))
    first = next(m for m in before if m.ids == last.ids)
    walked = VISITED.search(scene.text, since, last.start) or VISITED.search(scene.text, 0, first.start)
    return subject_of_run([last], "place visited") if walked else None


PART = lazy(
    r"[^。；]{0,12}?[，,]其中，?"
    r"|[^。；，]{0,12}[，,](?=[^，。；0-9]{2,4}(?:[占约近超]|大约|超过)*(?:一半|半数|[0-9.]+%|[一二三四五六七八九]成))"
)


def whole_of(scene: Scene, subject: Subject) -> Subject:
    """The nation where the next clause tells the part of the place itself (80个大模型，其中北京约占一半)."""
    part = PART.match(scene.text, scene.number.end)
    if part and (subject.empty or len(subject.regions) == 1):
        named = {m.ids[0] for m in scene.mentions if m.start == part.end() and m.kind == "region"}
        if any(map(is_chinese, named)) and (subject.empty or subject.regions[0][0] in named):
            return NATION.by("whole of the part behind")
    return subject


def fall_back(scene: Scene, kind: str, last: Subject, topics: Topics) -> Subject:
    """Nobody in the sentence: the claim before, the sentences before, the heading,
    the article's main firm or place.
    """
    if kind == "region" and last.firm and not (last.regions or is_site(last.firm[1])):
        last = NOBODY  # 甲公司上市了。今年已有五家企业递交招股书: they are not its own
    return (
        of_the_list(scene, topics)
        or at_a_new_point(scene, topics)
        or new_aspect(scene, last, topics)
        or who_speaks(scene, kind, topics)
        or come_back_to(scene, kind, last, topics)
        or goes_on(scene, kind, last, topics)
        or what_the_article_is_of(scene, kind, topics)
        or (None if last.empty else last.by("claim before"))
        or earlier_place(scene, topics)
        or home_of_the_article(scene, kind, topics)
    )


def is_site(name: str) -> bool:
    """Is it the name of a park or a centre, which has firms as a place has?"""
    return name.endswith(ends_of_sites())


@lru_cache(maxsize=1)
def ends_of_sites() -> tuple[str, ...]:
    """What names of parks and centres end in."""
    return tuple(suffix for suffix, kind in suffixes()[1].items() if kind in SITES)


def who_speaks(scene: Scene, kind: str, topics: Topics) -> Subject | None:
    """Whose office, officer, market or person the sentence gives the word (工信部公布第六批名单，共有…家), or
    the whole of a list that it looks at from another side.
    """
    of_place = kind not in FIRM_KINDS
    office = (ministry_speaks(scene, topics) or officer_speaks(scene, topics)) if of_place else None
    return (
        office
        or behind_list(scene, topics)
        or (exchange_of(scene) if of_place else None)
        or speaker_behind(scene)
        or person_speaks(scene, topics)
    )


def come_back_to(scene: Scene, kind: str, last: Subject, topics: Topics) -> Subject | None:
    """The whole behind one of its parts, or the article's place behind a firm, told of again (这里…)."""
    whole = back_to_whole(scene, last, topics)
    if whole and (kind not in FIRM_KINDS or last.firm):
        return whole
    return back_to_place(scene, last, topics) or here_again(scene, last, topics, scene.sentence.start)


def goes_on(scene: Scene, kind: str, last: Subject, topics: Topics) -> Subject | None:
    """Of whom the sentences before speak, where this one goes on: their product, the subject of the claim
    before, the place of which 其中 tells a part, what the passage visits.
    """
    product = opening_product(scene) if not last.model else None
    if product:
        return with_maker(product, scene, topics)
    if not last.empty and (kind not in FIRM_KINDS or last.firm or last.model):
        return last.by("claim before")
    among = opening_place(scene) if kind not in FIRM_KINDS else None
    return among or (visited(scene) if last.empty else None)


def what_the_article_is_of(scene: Scene, kind: str, topics: Topics) -> Subject | None:
    """The firm or the product of the headline, else the article's main firm where the metric is of firms."""
    headline = topics.headline
    if headline.firm and not headline.regions:
        return opening_firm(scene) or fit_for(kind, headline)
    if kind != "region" and headline.model and not headline.firm:
        made = with_maker(headline, scene, replace(topics, before=()))
        if kind == "model" or made.firm:
            return fit_for(kind, made)
    return topics.firm if kind in FIRM_KINDS and not topics.firm.empty else None


def fit_for(kind: str, subject: Subject) -> Subject:
    """The subject without its product where the metric is said of firms alone (营收)."""
    return replace(subject, model=None) if kind == "firm" else subject


def earlier_place(scene: Scene, topics: Topics) -> Subject | None:
    """The place that the sentences before named last, best at the beginning of a clause."""
    earlier = [
        m
        for m in scene.mentions
        if m.start < scene.sentence.start and m.role == "subject" and m.kind == "region"
    ]
    if any(has_home(source) for source in (topics.headline, topics.place)):
        earlier = [m for m in earlier if m.level not in WIDE_OR_GROUP]  # 全国规模最大的中心投用。
    opening = [m for m in earlier if opens_clause(m, scene.text)] or earlier
    return subject_of_run(opening[-1:], "earlier sentence") if opening else None


def home_of_the_article(scene: Scene, kind: str, topics: Topics) -> Subject:
    """The one firm of an article without a place, else the headline's or the article's place, else the firm
    named last.
    """
    only = topics.whole.only
    if only.firm and kind != "region" and not topics.headline.regions and topics.place.rule == NATION.rule:
        return only
    place = whole_of(scene, topics.headline if topics.headline.regions else topics.place)
    if not place.empty or kind == "region":
        return place
    if topics.firm.firm:
        return topics.firm
    told_of_firms = not only.empty or scene.number.unit in AMOUNTS
    return earlier_firm(topics) if told_of_firms else place


def earlier_firm(topics: Topics) -> Subject:
    """The firm that the passages before named last."""
    return next((one for one in topics.before if one.firm), NOBODY)


def has_home(source: Subject) -> bool:
    """Is it a place within a land that an article is about?"""
    return (
        len(source.regions) == 1
        and source.regions[0][0] in regions()
        and (regions()[source.regions[0][0]].level in {"province", "city", "county", "zone"})
    )


AMOUNTS = frozenset({"CNY", "USD", "HKD", "TWD", "JPY", "EUR"})
"""Units of what accounts tell of a firm."""
