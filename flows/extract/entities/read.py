"""Who is named in a passage: regions, firms and models, from the reference data and from the text itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from flows.extract.entities.cast import Cast, introduce
from flows.extract.entities.edges import inside_a_word, is_han, is_noun_here, tagged_noun_before
from flows.extract.entities.gazetteer import Hit, Kind, Sense, gazetteer, is_ambiguous
from flows.extract.entities.institutions import Institution, find_institutions
from flows.extract.entities.namesakes import is_model
from flows.extract.entities.products import find_products
from flows.extract.entities.quarters import quarters_of
from flows.extract.entities.versions import VARIANT, lone_versions, variant_of
from flows.extract.reference import ancestors, firms, read_reference, region_ambiguous, regions
from flows.extract.words import has_word
from flows.patterns import lazy

SOURCE_KINDS = frozenset({"agency", "media", "research", "association"})


@lru_cache(maxsize=1)
def vague_places() -> frozenset[str]:
    """Words for places in general (各地, 县域), which say nothing of any one."""
    return frozenset(row["word"] for row in read_reference("vague_places"))


@dataclass(slots=True)
class Mention:
    """A named region, firm or model: offsets in the passage, what it is, and the part
    it plays in its clause.
    """

    start: int
    end: int
    kind: Kind
    ids: tuple[str, ...]
    names: tuple[str, ...]
    level: str
    surface: str
    role: str = "subject"
    park: str | None = None


@dataclass(slots=True)
class Beside:
    """What the hits of a text seem to be, by where they end and where they start; `surely_by_end` leaves out
    surfaces that are words too."""

    by_end: dict[int, Kind]
    by_start: dict[int, Kind]
    surely_by_end: dict[int, Kind]

    def lists(self, hit: Mention, text: str) -> bool:
        """Does a place stand directly before the hit, or joined to it by 、 or 和?"""
        near = [self.surely_by_end.get(hit.start)]
        if text[hit.start - 1 : hit.start] in JOINS:
            near.append(self.by_end.get(hit.start - 1))
        if text[hit.end : hit.end + 1] in JOINS:
            near.append(self.by_start.get(hit.end + 1))
        return "region" in near


JOINS = frozenset("、和及与")
WHOLE = frozenset({"nation", "world", "country", "continent"})


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
    starts = [start for start, _ in known]
    institutions = [
        institution
        for institution in find_institutions(text, [(hit.start, hit.end) for hit in places], starts)
        if (institution.start, institution.end) not in known
    ]
    for institution in institutions:
        introduce(cast, institution)
    taken = [institution_mention(institution) for institution in institutions]
    taken += introduced_mentions(text, cast)
    taken += product_mentions(text, cast)
    taken += [
        Mention(start, end, "model", sense.ids, sense.names, sense.level, text[start:end])
        for start, end, sense in lone_versions(text, cast.versions)
    ]
    covered = covered_by(taken)
    beside = Beside(
        {hit.end: hit.kind for hit in hits},
        {hit.start: hit.kind for hit in hits},
        {
            hit.end: hit.kind
            for hit in hits
            if not is_ambiguous(hit.surface) and senses_at[hit.start][0].level not in WHOLE
        },
    )
    for hit in hits:
        if covered.isdisjoint(range(hit.start, hit.end)):
            resolved = resolve(hit, senses_at[hit.start], text, cast, beside)
            if resolved:
                taken.append(resolved)
    mentions = merge_nested(disjoint(taken), text)
    return with_nicknames(mentions, text, cast)


AREA = lazy(
    r"(?:国家级)?(新区|开发区|高新区|经开区|经济技术开发区|高新技术产业开发区|自贸试验区|自贸区|保税区|工业园区|工业园|科技城|园区|产业园|自治区|都市圈)"
)
BARE_AREA = lazy(r"(?:全|本|该)?(新区|开发区|高新区|经开区|自贸区|园区|科技城)")


def with_nicknames(mentions: list[Mention], text: str, cast: Cast) -> list[Mention]:
    """A place takes the area word behind it (和林格尔新区); the bare word (新区, 全新区) then
    means that place.
    """
    for mention in mentions:
        if mention.kind == "region" and len(mention.ids) == 1:
            area = AREA.match(text, mention.end)
            word = (
                area[1]
                if area
                else next((w for w in ("新区", "园区", "开发区") if mention.surface.endswith(w)), None)
            )
            word = word or ("园区" if mention.park else None)
            if area:
                mention.end = area.end()
            if word:
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
    home = next((senses[0] for start, _, senses in gazetteer().find(institution.name) if start == 0), None)
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


def resolve(hit: Mention, senses: tuple[Sense, ...], text: str, cast: Cast, others: Beside) -> Mention | None:
    """The hit, which gets the sense that its context gives it, or None where it is no name here."""
    if hit.surface in vague_places():
        return None
    if hit.kind in {"region", "self"}:
        senses = tuple(sense for sense in senses if sense.kind in {"region", "self"})
        if hit.kind == "region" and not plausible(hit, senses, text, cast, others):
            return None
        sense = choose(senses, cast, hit.surface)
        if sense.kind == "region" and sense.level not in {"nation", "country", "world", "continent"}:
            cast.places.append(sense.ids[0])
    elif len(hit.surface) == 2 and (inside_a_word(text, hit.start, hit.end) or VILLAGE.match(text, hit.end)):
        return None
    else:
        sense = next((one for one in senses if one.kind == "model"), senses[0])
        model = is_model(text, hit.end) or VARIANT.match(text, hit.end) or APPS.search(text)
        if sense is not senses[0] and not model:
            sense = senses[0]
        if sense.doubtful and (sense.ids[0] not in cast.meant or is_noun_here(text, hit.start)):
            return None
        variant = VARIANT.match(text, hit.end) if sense.kind == "model" else None
        if variant and hit.surface[-1:].isascii():
            sense = variant_of(sense, hit.surface + variant[0])
            cast.products.setdefault(sense.names[0], sense)
            hit = replace(hit, end=variant.end(), surface=sense.names[0])
    hit.kind, hit.ids, hit.names, hit.level, hit.park = (
        sense.kind, sense.ids, sense.names, sense.level, sense.park,
    )  # fmt: skip
    return hit


APPS = lazy(r"月活|日活|用户规模|下载量|下载榜|App榜|应用榜")
"""What a passage that compares apps speaks of: DeepSeek is one of them there."""
NAME_TAIL = lazy(
    r"[东西南北中]?路(?![径线网演桥段面])|街道|大道|大街|时间|高铁|班列|机场|[镇乡村寺塔宫楼](?=[，。；、的])|[杯菜话剧]|男篮|女篮|男足|女足|队(?!伍)"
)
VILLAGE = lazy(r"[镇村]")
PLACE_CONTEXT = lazy(r"[在自往赴至到、和与及，。；：（“]$|^$")


def leads_a_word(hit: Mention, text: str) -> bool:
    """Does 中国 stand before a word of its own (中国网民), not across two (其中国产)?"""
    if hit.surface != "中国" or not has_word(text[hit.end : hit.end + 2]):
        return False
    return hit.start == 0 or not has_word(text[hit.start - 1 : hit.start + 1])


def plausible(hit: Mention, senses: tuple[Sense, ...], text: str, cast: Cast, others: Beside) -> bool:
    """Is this surface a place here? A word that can mean something else needs its
    parent or a list beside it.
    """
    if len(hit.surface) == 2 and inside_a_word(text, hit.start, hit.end) and not leads_a_word(hit, text):
        return False
    if (
        NAME_TAIL.match(text, hit.end)
        and len(hit.surface) <= 3
        and senses[0].level not in {"nation", "world"}
    ):
        return False
    if len(hit.surface) > 2 and hit.surface[-1] in "区县市州盟旗":
        return True
    bare_county = (
        senses[0].level == "county"
        and hit.surface[-1] not in "区县旗市盟州"
        and not is_county_city(senses[0])
    )
    if not is_ambiguous(hit.surface) and not bare_county:
        return True
    known = set(cast.places) | (set() if is_ambiguous(hit.surface) else cast.named)
    near = {
        place
        for sense in senses
        for place in sense.ids
        if place in regions() and known & set(ancestors(place))
    }
    if bare_county and near and not is_ambiguous(hit.surface):
        return True
    if others.lists(hit, text):
        return True
    return bool(near) and PLACE_CONTEXT.search(text[max(0, hit.start - 1) : hit.start]) is not None


def is_county_city(sense: Sense) -> bool:
    """Is the county a city of its own name (昆山, 义乌), known without its parent?"""
    return sense.ids[0] in regions() and regions()[sense.ids[0]].name.endswith("市")


def choose(senses: tuple[Sense, ...], cast: Cast, surface: str) -> Sense:
    """Of several places of one name, the one whose parent the document named last; else the highest level."""
    if len(senses) == 1:
        return senses[0]
    for place in [*reversed(cast.places[-40:]), *sorted(cast.named)]:
        for sense in senses:
            if sense.ids and sense.ids[0] in regions() and place in ancestors(sense.ids[0]):
                if sense.level in {"county", "zone"} or sense is senses[0]:
                    return sense
    word = region_ambiguous().get(surface)
    default = word.default_region_id if word else None
    return next((sense for sense in senses if default in sense.ids), senses[0])


def merge_nested(mentions: list[Mention], text: str) -> list[Mention]:
    """北京市海淀区 is one mention of 海淀: a place directly before one of its parts joins it."""
    merged: list[Mention] = []
    for mention in mentions:
        last = merged[-1] if merged else None
        if last and last.kind == "region" and mention.kind == "self" and last.end == mention.start:
            last.end = mention.end
            continue
        if (
            last
            and last.kind == mention.kind == "region"
            and text[last.end : mention.start] in {"", "·"}
            and len(last.ids) == 1
            and mention.ids[0] in regions()
            and (last.ids[0] == "CHN" or last.ids[0] in ancestors(mention.ids[0]))
        ):
            mention.start = last.start
            merged.pop()
        merged.append(mention)
    return merged
