"""The names that a document brings with it: firms that it introduces, places and products that it names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from flows.extract.cues import cue_words
from flows.extract.entities.again import SOFTWARE
from flows.extract.entities.at_home import cities_at_home
from flows.extract.entities.clipped import clipped_names
from flows.extract.entities.coined import is_made_up, without_visit
from flows.extract.entities.conglomerates import groups_called
from flows.extract.entities.defined import definitions
from flows.extract.entities.described import described_models
from flows.extract.entities.edges import inside_a_word
from flows.extract.entities.gazetteer import Hit, gazetteer
from flows.extract.entities.glossed import glossed_names
from flows.extract.entities.headlines import headline_firms, speaking_firms, spoken_heads
from flows.extract.entities.institutions import Institution, discovered_id, find_institutions
from flows.extract.entities.introduced import brand_head, names_of
from flows.extract.entities.legal import tail_parts, used_short_names
from flows.extract.entities.mention import Mention
from flows.extract.entities.namesakes import is_firms, meant
from flows.extract.entities.newcomers import head_of, newcomers
from flows.extract.entities.products import product
from flows.extract.entities.strange import NO_FIRMS
from flows.extract.entities.surfaces import Sense, is_ambiguous
from flows.extract.entities.unlisted import unlisted_apps, unlisted_firms
from flows.extract.entities.unlisted_models import unlisted_models
from flows.extract.entities.versions import versions_of
from flows.extract.entities.wares import Maker, siblings_of, wares_of
from flows.extract.entities.weighed import weighed_firms
from flows.extract.reference import ancestors
from flows.patterns import lazy


@dataclass(slots=True)
class Cast:
    """Names that a document has introduced: short name → sense; nicknames of places
    (新区); places named, newest last; the ids that words like 苹果 mean in it; the makers of models, by id;
    whose officers persons are, by name; parks and works named so far; words that are the city's name.
    """

    introduced: dict[str, Sense] = field(default_factory=dict)
    nicknames: dict[str, Sense] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    discovered: dict[str, Institution] = field(default_factory=dict)
    products: dict[str, Sense] = field(default_factory=dict)
    meant: frozenset[str] = frozenset()
    versions: dict[str, Sense] = field(default_factory=dict)
    makers: dict[str, tuple[str, str]] = field(default_factory=dict)
    people: dict[str, tuple[str, str]] = field(default_factory=dict)
    works: list[Mention] = field(default_factory=list)
    at_home: frozenset[str] = frozenset()


def cast_of(texts: list[str], title: str | None = None, found: list[list[Hit]] | None = None) -> Cast:
    """The cast that a document's passages introduce, known before the first of them is read (headlines
    use it). `found` are the hits of the gazetteer in the texts, where it has been asked already.
    """
    cast = Cast()
    hits = [gazetteer().find(text) for text in texts] if found is None else found
    if title:
        texts, hits = [title, *texts], [gazetteer().find(title), *hits]
    for text, named in zip(texts, hits, strict=True):
        add_defined(cast, text, named)
    add_short_names(cast, texts, hits)
    if title:
        add_of_headline(cast, title, texts)
    cast.meant = meant(texts, hits)
    cast.versions = versions_of(texts, hits)
    cast.at_home = cities_at_home(texts, hits)
    cast.named = places_named(hits) | counties_repeated(texts, hits)
    if title:
        cast.named |= county_of(hits[0], texts[1:])
    add_unlisted(cast, texts, hits)
    for name, sense in spoken_heads(texts, hits):
        cast.introduced.setdefault(name, sense)
    cast.introduced.update(clipped_names(title or "", texts[1:], cast.introduced))
    add_weighed(cast, texts, hits)
    add_heads(cast, texts)
    forget_known(cast)
    add_wares(cast, texts, hits)
    return cast


def add_defined(cast: Cast, text: str, named: list[Hit]) -> None:
    """Firms and institutions by the short name that the text gives them (甲科技有限公司（简称“甲”））."""
    if "有限" in text or "简称" in text or "下称" in text:
        places = [(start, end) for start, end, senses in named if senses[0].kind == "region"]
        known = [(start, end) for start, end, senses in named if senses[0].kind == "firm"]
        if "称" in text:
            cast.introduced.update(definitions(text, named))
        for institution in find_institutions(text, places, known):
            introduce(cast, institution)
    if "（" in text or "(" in text:
        cast.introduced.update(glossed_names(text, named))


def add_short_names(cast: Cast, texts: list[str], hits: list[list[Hit]]) -> None:
    """Short names that the text uses without a word for firms, and groups that it only calls so."""
    for name, full in (*used_short_names(cast.discovered, texts), *tail_parts(cast.discovered, texts)):
        cast.introduced.setdefault(name, sense_of(cast.discovered[full]))
    for name, full in groups_called(texts, hits):
        cast.introduced.setdefault(name, Sense("firm", (discovered_id(full),), (full,), "firm"))


def add_of_headline(cast: Cast, title: str, texts: list[str]) -> None:
    """Firms that the headline opens with or gives the word (甲：今年出货翻番)."""
    below = [text for text in texts if title.strip() not in text]
    for name in (*headline_firms(title, below), *speaking_firms(title, below)):
        add_name(cast, name)


def places_named(hits: list[list[Hit]]) -> set[str]:
    """The provinces and cities that the texts name."""
    return {
        senses[0].ids[0]
        for named in hits
        for _, _, senses in named
        if senses[0].level in {"province", "city"} and senses[0].kind == "region" and senses[0].ids
    }


def add_unlisted(cast: Cast, texts: list[str], hits: list[list[Hit]]) -> None:
    """Firms, models and applications that no list knows, by what the texts say of them."""
    for text, named in zip(texts, hits, strict=True):
        behind = [end for _, end, senses in named if senses[0].kind == "region"]
        for name in names_of(text, behind):
            add_name(cast, name)
    for name in unlisted_firms(texts, hits):
        add_name(cast, name)
    for name, sense in unlisted_models(texts, hits).items():
        cast.versions.setdefault(name, sense)
    for name in unlisted_apps(texts, hits):
        if name not in cast.introduced or name.isascii() and not is_firm(name, texts):
            cast.introduced[name] = product(name)
    for name in newcomers(texts, hits):
        if name.endswith(SOFTWARE):
            cast.versions.setdefault(name, product(name))
        else:
            add_name(cast, name)


def add_weighed(cast: Cast, texts: list[str], hits: list[list[Hit]]) -> None:
    """Firms by all that the texts show of them, but those that the cast has by longer or shorter names."""
    for name in weighed_firms(texts, hits):
        known = (*cast.introduced, *cast.discovered, *cast.versions)
        if not any(head_of(name) in one or name.startswith(one) for one in known):
            add_name(cast, name)


def is_firm(name: str, texts: list[str]) -> bool:
    """Do the texts say of the name what is said of firms only, or by whose people it is?"""
    for text in texts:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if is_firms(text, at, end) or OFFICERS.match(text, end):
                return True
            at = text.find(name, end)
    return False


OFFICERS = lazy(
    r"[”」]?的?(?:联合)?(?:创始人|首席|CEO|总裁|董事|高管|员工|公司|集团|宣布|财报|股价|收购|表示|称)"
)


def add_wares(cast: Cast, texts: list[str], hits: list[list[Hit]]) -> None:
    """Products by the names that they bear behind what they are or whose they are."""
    known, over = cast.introduced, None
    for text, named in zip(texts, hits, strict=True):
        told = [*wares_of(text, named, known, over), *described_models(text, named, known)]
        told += siblings_of(text, named, known, told)
        over = firm_alone(text, named)
        for name, maker in told:
            if not maker and name in cast.introduced and is_firm(name, texts):
                continue
            sense = cast.versions.setdefault(name, product(name))
            if maker:
                cast.makers.setdefault(sense.ids[0], maker)
                cast.meant |= {maker[0]}
    for name in cast.versions:
        cast.introduced.pop(name, None)


LISTED = lazy(r"\s*(?:[（(]?[0-9一二三四五六七八九十]{1,2}[)）.．、]|[•·●■◆▶])?\s*")


def firm_alone(text: str, named: list[Hit]) -> Maker | None:
    """The known firm whose name, numbered or not, is all of the line."""
    if len(named) != 1 or named[0][2][0].kind != "firm":
        return None
    start, end, senses = named[0]
    alone = LISTED.fullmatch(text, 0, start) and not text[end:].strip(" ：:")
    return (senses[0].ids[0], senses[0].names[0]) if alone else None


def add_heads(cast: Cast, texts: list[str]) -> None:
    """A firm's name without its last word means it too, where a text uses that alone (亿岫通科技, 亿岫通)."""
    for name, sense in list(cast.introduced.items()):
        head = brand_head(name)
        if len(head) > 2 and head not in cast.introduced and is_made_up(head):
            if any(head in text.replace(name, "") for text in texts):
                cast.introduced[head] = sense


SPEAKS_AS_COUNTY = lazy(r"[全我本该][区县]|区委|县委|区政府|县政府")


def county_of(titled: list[Hit], texts: list[str]) -> set[str]:
    """The places above the county that opens the headline of a text which speaks of 全区 or 全县."""
    if not titled or titled[0][0] or titled[0][2][0].level != "county":
        return set()
    if is_ambiguous(titled[0][2][0].names[0]) or not any(SPEAKS_AS_COUNTY.search(text) for text in texts):
        return set()
    senses = [sense for sense in titled[0][2] if sense.kind == "region"]
    return set(ancestors(senses[0].ids[0])) if len(senses) == 1 else set()


OFTEN = 3
"""Times that an article names a county without 县 before it is known as a place."""


def counties_repeated(texts: list[str], hits: list[list[Hit]]) -> set[str]:
    """The places above counties that an article names again and again without 县 (奉节), and never inside
    another word.
    """
    times: Counter[str] = Counter()
    senses_of: dict[str, tuple[Sense, ...]] = {}
    for text, named in zip(texts, hits, strict=True):
        for start, end, senses in named:
            if senses[0].level == "county" and end - start == 2 and len(senses) == 1:
                surface = text[start:end]
                times[surface] += -OFTEN if inside_a_word(text, start, end) else 1
                senses_of[surface] = senses
    known = [surface for surface, count in times.items() if count >= OFTEN and not is_ambiguous(surface)]
    return {place for surface in known for place in ancestors(senses_of[surface][0].ids[0])}


NO_NAME = lazy(
    r"^[一二三四五六七八九十两几数半]{1,2}(?:年|个?月|天|季|成)|^该行|^维持"
    r"|^(?:全[国省市县区球港]|另一|单看|再添|既[^和与]|还有|包括|[着著][力重]|负责|一般|勇立|方是|[省市区县][^和与]{1,3}局)|(?:劳动|生产|竞争|创新)力$|[^大]师$|[^人]员$|们$|的|及|如何|什么|怎么|为何|怎样|[让被]|持续|不断|首季|榜$|在(?!线)"
)
"""What no firm has in its name: 百强榜, 某省持续让数据, 三年筹."""


def add_name(cast: Cast, name: str) -> None:
    """A firm that only goes by the name, unless that is a known firm's with a word behind it."""
    name = without_visit(name)
    if not leads_with_firm(name) and not NO_NAME.search(name) and name not in no_names():
        cast.introduced.setdefault(name, Sense("firm", (discovered_id(name),), (name,), "firm"))


@lru_cache(maxsize=1)
def no_names() -> frozenset[str]:
    """Words that are no firms' names, whatever is said of them: kinds of things, and what has officers."""
    return NO_FIRMS | frozenset(cue_words("never_a_firm"))


def forget_known(cast: Cast) -> None:
    """Drop names that the reference knows."""
    for name in list(cast.introduced):
        hits = gazetteer().find(name)
        known = any(end - start == len(name) and not senses[0].doubtful for start, end, senses in hits)
        if known and cast.introduced[name].names == (name,):
            del cast.introduced[name]


def leads_with_firm(name: str) -> bool:
    """Is the name a known firm's with a word behind it (智谱科技)? It is that firm then."""
    hits = gazetteer().find(name)
    return bool(hits) and hits[0][0] == 0 and hits[0][1] < len(name) and hits[0][2][0].kind == "firm"


def introduce(cast: Cast, institution: Institution) -> None:
    cast.discovered.setdefault(institution.name, institution)
    if institution.short_name:
        cast.introduced.setdefault(institution.short_name, sense_of(institution))


def sense_of(institution: Institution) -> Sense:
    """What a short name of the institution means."""
    return Sense("firm", (institution.firm_id,), (institution.name,), institution.kind)
