"""Who is named in a passage: regions, firms and models, from the reference data and from the text itself."""

from __future__ import annotations

from flows.extract.entities.again import learn, models_of_institutions, named_again
from flows.extract.entities.cast import Cast, introduce
from flows.extract.entities.districts import with_own_zones
from flows.extract.entities.edges import is_han, tagged_noun_before
from flows.extract.entities.gazetteer import Hit, gazetteer
from flows.extract.entities.institutions import Institution, find_institutions
from flows.extract.entities.listed_models import as_models
from flows.extract.entities.mention import Beside, Mention
from flows.extract.entities.origins import note_makers
from flows.extract.entities.persons import people_of
from flows.extract.entities.products import find_products
from flows.extract.entities.quarters import quarters_of
from flows.extract.entities.senses import resolve
from flows.extract.entities.surfaces import Sense, is_ambiguous
from flows.extract.entities.versions import lone_versions, released_by_firms
from flows.extract.entities.works import find_works, with_assistants, with_short_words
from flows.extract.levels import WIDE
from flows.extract.reference import ancestors, firms, regions
from flows.patterns import lazy


def covered_by(mentions: list[Mention]) -> set[int]:
    """Every offset that the mentions cover."""
    return {at for mention in mentions for at in range(mention.start, mention.end)}


def find_mentions(text: str, cast: Cast, found: list[Hit] | None = None) -> list[Mention]:
    """Mentions in the order of the text, disjoint; new names enter the cast. `found` are the gazetteer's
    hits in the text, where it has been asked already.
    """
    found = gazetteer().find(text) if found is None else found
    listed = list(quarters_of(text))
    found = sorted([*found, *listed], key=lambda hit: hit[0]) if listed else found
    hits = [Mention(start, end, senses[0].kind, (), (), "", text[start:end]) for start, end, senses in found]
    senses_at = {start: senses for start, _, senses in found}
    places = [hit for hit in hits if hit.kind in {"region", "self"}]
    known = {(hit.start, hit.end) for hit in hits if hit.kind == "firm"}
    institutions = [
        institution
        for institution in find_institutions(text, [(hit.start, hit.end) for hit in places], sorted(known))
        if (institution.start, institution.end) not in known and institution.name not in cast.introduced
    ]
    for institution in institutions:
        introduce(cast, institution)
    institutions += [work for work in find_works(text, found) if (work.start, work.end) not in known]
    for name, maker in models_of_institutions(text, institutions):
        learn(name, maker, cast.versions, cast.makers)
    taken = [institution_mention(institution) for institution in institutions]
    taken += introduced_mentions(text, cast)
    again = list(named_again(text, cast.products))
    taken += product_mentions(text, cast)
    versions = lone_versions(text, cast.versions, found)
    for start, end, sense in (*versions, *released_by_firms(text, found), *again):
        cast.products.setdefault(sense.names[0], sense)
        taken.append(Mention(start, end, "model", sense.ids, sense.names, sense.level, text[start:end]))
    covered = covered_by(taken)
    beside = Beside(
        {hit.end: hit.kind for hit in hits},
        {hit.start: hit.kind for hit in hits},
        {
            hit.end: hit.kind
            for hit in hits
            if not is_ambiguous(hit.surface) and senses_at[hit.start][0].level not in WIDE
        },
    )
    for hit in hits:
        if not covered or covered.isdisjoint(range(hit.start, hit.end)):
            resolved = resolve(hit, senses_at[hit.start], text, cast, beside)
            if resolved:
                taken.append(resolved)
    mentions = merge_nested(disjoint(taken), text)
    as_models(mentions, text, senses_at)
    if any(mention.kind == "model" for mention in mentions):
        note_makers(text, mentions, cast)
    for person, firm in people_of(text, mentions):
        cast.people.setdefault(person, firm)
    if cast.products:
        mentions = with_assistants(mentions, text, cast.products)
    return with_short_words(with_nicknames(with_own_zones(mentions, cast), text, cast), text, cast.works)


AREA = lazy(
    r"(?:国家级)?(新区|开发区|高新区|经开区|经济技术开发区|高新技术产业开发区|自贸试验区|自贸区|保税区|工业园区|工业园|科技城|园区|产业园|自治区|都市圈|新城)"
)
INCLUDING = ("（含", "包括", "包含", "例如", "比如", "（如", "其中有")
"""Before a zone that is but one of those that a text counts: its short word is not meant by 园区 later."""
KIND_OF_AREA = lazy(
    r"(?:[0-9一二三四五六七八九十两多几数][多余]?[个家座类大批处]|[百十千]强|[各等些类的]|所有|全部|部分|产业|科技|多数)$"
)
"""Before 园区 where it speaks of a kind or of several: 两类园区, 超过千亿元的园区."""
OF_MANY = frozenset({"province", "nation", "country", "group"})
"""Levels of places that have many zones of a grade, and no one by its name."""
BARE_AREA = lazy(r"(?:全|本|该)?(新区|开发区|高新区|经开区|自贸区|园区|科技城)")


def with_nicknames(mentions: list[Mention], text: str, cast: Cast) -> list[Mention]:
    """A place takes the area word behind it (和林格尔新区); the bare word (新区, 全新区) then
    means that place.
    """
    for mention in mentions:
        if mention.kind == "region" and len(mention.ids) == 1:
            area = AREA.match(text, mention.end)
            if area and mention.level in OF_MANY and area[0].startswith("国家级"):
                continue  # 江苏国家级高新区有18家
            word = (
                area[1]
                if area
                else next((w for w in ("新区", "园区", "开发区") if mention.surface.endswith(w)), None)
            )
            word = word or ("园区" if mention.park else None)
            if area:
                mention.end = area.end()
            if word and not text.endswith(INCLUDING, 0, mention.start):
                cast.nicknames[word] = Sense(
                    "region", mention.ids, mention.names, mention.level, mention.park
                )
    if not cast.nicknames:
        return sorted(mentions, key=lambda mention: mention.start)
    covered = covered_by(mentions)
    bare = [
        Mention(
            match.start(),
            match.end(),
            "region",
            sense.ids,
            sense.names,
            sense.level,
            match[0],
            park=sense.park,
        )
        for match in BARE_AREA.finditer(text)
        if (sense := cast.nicknames.get(match[1]))
        and covered.isdisjoint(range(*match.span()))
        and not KIND_OF_AREA.search(text, max(0, match.start() - 4), match.start())
        and not (
            match.start() and is_han(text[match.start() - 1]) and tagged_noun_before(text, match.start())
        )
    ]
    return sorted(mentions + bare, key=lambda mention: mention.start)


def institution_mention(institution: Institution) -> Mention:
    """An institution; an agency of a place (济南市科技局) speaks for the place and stands for it, a
    fund, a park or an airport of a place brings the place along.
    """
    span = (institution.start, institution.end)
    senses = seats_named(institution.name)
    shared = institution.kind in LOCAL_KINDS and sum(sense.kind == "region" for sense in senses) > 1
    home = senses[0] if senses and not shared else None  # 南山植物园 may be of any 南山
    if home and home.kind == "firm" and home.level == "agency":
        home = seat_of(home)
    wide = {"nation", "country", "world", "continent"}
    local = home is not None and home.kind == "region" and home.level not in wide
    if home and local and institution.kind in {"agency", "association"}:
        return Mention(*span, "region", home.ids, home.names, home.level, institution.name)
    if home and local and institution.kind in LOCAL_KINDS:
        return Mention(
            *span, "region", home.ids, home.names, home.level, institution.name, park=institution.name
        )
    return Mention(
        *span, "firm", (institution.firm_id,), (institution.name,), institution.kind, institution.name
    )


def seats_named(name: str) -> tuple[Sense, ...]:
    """The senses of the place that the name begins with, the innermost of several (北京市海淀区科技局)."""
    seats: tuple[Sense, ...] = ()
    end = 0
    for start, stop, senses in gazetteer().find(name):
        if start != end:
            break
        inner = [one for one in senses if one.kind == "region" and is_part(one, seats)] if seats else senses
        if not inner:
            break
        seats, end = tuple(inner), stop
    return seats


def is_part(inner: Sense, seats: tuple[Sense, ...]) -> bool:
    """Is the place within one of the places?"""
    above = ancestors(inner.ids[0]) if inner.ids[0] in regions() else ()
    return any(seat.kind == "region" and seat.ids[0] in above for seat in seats)


def seat_of(agency: Sense) -> Sense | None:
    """The place that a known agency (深圳市工信局) speaks for."""
    region = regions().get(firms()[agency.ids[0]].region_id or "")
    return Sense("region", (region.region_id,), (region.short_name,), region.level) if region else None


LOCAL_KINDS = frozenset({"fund", "park", "facility"})


def introduced_mentions(text: str, cast: Cast) -> list[Mention]:
    """Short names that the document defined: 海艺互娱 after …有限公司（简称“海艺互娱”）."""
    found = []
    for name, sense in cast.introduced.items():
        start = text.find(name)
        while start >= 0:
            found.append(
                Mention(start, start + len(name), sense.kind, sense.ids, sense.names, sense.level, name)
            )
            start = text.find(name, start + len(name))
    return found


def product_mentions(text: str, cast: Cast) -> list[Mention]:
    found = []
    for start, end, sense in find_products(text):
        cast.products.setdefault(sense.names[0], sense)
        found.append(Mention(start, end, "model", sense.ids, sense.names, sense.level, text[start:end]))
    return found


def disjoint(mentions: list[Mention]) -> list[Mention]:
    """The longest of mentions that overlap, in the order of the text."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -(m.end - m.start))):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept


HOLDING = frozenset(("", "·", "的"))
"""What stands between a place and a part of it that the text names by both."""


def merge_nested(mentions: list[Mention], text: str) -> list[Mention]:
    """北京市海淀区 and 北京的海淀区 are one mention of 海淀: a place before one of its parts joins it."""
    merged: list[Mention] = []
    for mention in mentions:
        last = merged[-1] if merged else None
        if last and last.kind == "region" and mention.kind == "self" and last.end == mention.start:
            last.end = mention.end
            continue
        if (
            last
            and last.kind == mention.kind == "region"
            and text[last.end : mention.start] in HOLDING
            and len(last.ids) == 1
            and mention.ids[0] in regions()
            and joins_its_part(last, mention)
        ):
            mention.start = last.start
            merged.pop()
        merged.append(mention)
    return merged


def joins_its_part(last: Mention, mention: Mention) -> bool:
    """A place that holds the next (福建泉州), or the nation directly before a place, whichever (中美)."""
    whole = last.ids[0]
    return whole in ancestors(mention.ids[0]) or (whole == "CHN" and last.end == mention.start)
