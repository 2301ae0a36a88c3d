"""Which of its senses a known name has where it stands."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from flows.extract.cues import cue_words
from flows.extract.entities.cast import Cast
from flows.extract.entities.edges import inside_a_word, is_noun_here
from flows.extract.entities.institutions import STUDENTS, UNIVERSITY
from flows.extract.entities.mention import Beside, Mention
from flows.extract.entities.namesakes import is_model
from flows.extract.entities.surfaces import Sense, is_ambiguous
from flows.extract.entities.versions import VARIANT, variant_behind, variant_of
from flows.extract.reference import ancestors, firms, read_reference, region_ambiguous, regions
from flows.extract.words import has_word
from flows.patterns import lazy


@lru_cache(maxsize=1)
def vague_places() -> frozenset[str]:
    """Words for places in general (各地, 县域), which say nothing of any one."""
    return frozenset(row["word"] for row in read_reference("vague_places"))


def resolve(hit: Mention, senses: tuple[Sense, ...], text: str, cast: Cast, others: Beside) -> Mention | None:
    """The hit, which gets the sense that its context gives it, or None where it is no name here."""
    if hit.surface in vague_places():
        return None
    if hit.kind == "region" and senses[-1].kind == "model" and is_app(senses[-1], cast, places=senses[:-1]):
        hit.kind, senses = "model", senses[-1:]
    if hit.kind in {"region", "self"}:
        senses = tuple(sense for sense in senses if sense.kind in {"region", "self"})
        if hit.kind == "region" and not plausible(hit, senses, text, cast, others):
            return None
        sense = choose(senses, cast, hit.surface)
        if sense.kind == "region" and sense.level not in {"nation", "country", "world", "continent"}:
            cast.places.append(sense.ids[0])
    elif len(hit.surface) == 2 and (
        inside_a_word(text, hit.start, hit.end)
        and others.by_end.get(hit.start) != "region"
        or VILLAGE.match(text, hit.end)
    ):
        return None
    elif hit.surface.endswith(UNIVERSITY) and STUDENTS.match(text, hit.end):
        return None
    elif hit.surface.endswith(CARRIERS) and text.startswith(cue_words("carrier_trap"), hit.end):
        return seat_of_carrier(hit, senses[0])
    else:
        sense = next((one for one in senses if one.kind == "model"), senses[0])
        model = is_model(text, hit.end) or VARIANT.match(text, hit.end) or APPS.search(text)
        if sense is not senses[0] and not model:
            sense = senses[0]
        alone = hit.surface != sense.names[0] and others.by_end.get(hit.start) != "region"
        if sense.level == "agency" and alone and text[hit.start - 1 : hit.start] in LOCAL:
            return None
        variant = variant_behind(text, hit.end, sense) if sense.kind == "model" else None
        sure = sense.ids[0] in cast.meant and (hit.surface.isascii() or not is_noun_here(text, hit.start))
        if sense.doubtful and not (variant or sure):
            return None
        if variant:
            sense = variant_of(sense, hit.surface + variant[0])
            cast.products.setdefault(sense.names[0], sense)
            hit = replace(hit, end=variant.end(), surface=sense.names[0])
    hit.kind, hit.ids, hit.names, hit.level, hit.park = (
        sense.kind, sense.ids, sense.names, sense.level, sense.park,
    )  # fmt: skip
    return hit


LOCAL = frozenset("省市区县州盟旗我")
"""What stands before the short name of a national office where it is a place's own: 市统计局, 区发改委."""


CARRIERS = ("移动", "电信")
"""How carriers of a place are called by words that begin others: 广东移动, but 广东移动支付."""


def seat_of_carrier(hit: Mention, sense: Sense) -> Mention | None:
    """The place alone, where a word goes on that seemed the end of a carrier's name."""
    place = regions().get(firms()[sense.ids[0]].region_id or "") if sense.ids[0] in firms() else None
    if place is None or not hit.surface.startswith(place.short_name):
        return None
    end = hit.start + len(place.short_name)
    return Mention(
        hit.start, end, "region", (place.region_id,), (place.short_name,), place.level, place.short_name
    )


def is_app(sense: Sense, cast: Cast, places: tuple[Sense, ...]) -> bool:
    """Is it the model that the article means, and not the place, above which it names none (元宝)?"""
    above = {one for place in places for one in place.ids if one in regions()}
    return sense.ids[0] in cast.meant and not any(cast.named & set(ancestors(one)) for one in above)


APPS = lazy(r"月活|日活|用户规模|下载量|下载榜|App榜|应用榜")
"""What a passage that compares apps speaks of: DeepSeek is one of them there."""
NAME_TAIL = lazy(
    r"[东西南北中]?路(?![径线网演桥段面])|街道|大道|大街|时间|高铁|班列|机场|[镇乡村寺塔宫楼](?=[，。；、的])|[杯菜话剧]|男篮|女篮|男足|女足|队(?!伍)|语(?![言音义料文境])"
)
OF_LAND = lazy(r"高铁|机场(?!集团|公司|股份)")
LANDS = frozenset({"country", "continent", "province"})
"""Levels of places that have railways and airports of their own, which bear no single one's name."""
VILLAGE = lazy(r"[镇村]")
PLACE_CONTEXT = lazy(r"[在自往赴至到、和与及，。；：（“]$|^$")


def leads_a_word(hit: Mention, sense: Sense, text: str) -> bool:
    """Does a land stand before a word of its own (中国网民, 全国高校), not across two (其中国产)?"""
    if sense.level not in {"nation", "country", "world"} or not has_word(text[hit.end : hit.end + 2]):
        return False
    return hit.start == 0 or not has_word(text[hit.start - 1 : hit.start + 1])


def plausible(hit: Mention, senses: tuple[Sense, ...], text: str, cast: Cast, others: Beside) -> bool:
    """Is this surface a place here? A word that can mean something else needs its parent or a list beside
    it, and so do counties but those that news knows without (海淀).
    """
    if senses[0].level == "county" and not is_word(hit.surface) and ZONE_BEHIND.match(text, hit.end):
        return True
    if (
        len(hit.surface) == 2
        and inside_a_word(text, hit.start, hit.end)
        and not leads_a_word(hit, senses[0], text)
    ):
        if senses[0].level != "country" or others.by_start.get(hit.end) != "firm":
            return False
    if (
        NAME_TAIL.match(text, hit.end)
        and len(hit.surface) <= 3
        and senses[0].level not in {"nation", "world"}
        and not (senses[0].level in LANDS and OF_LAND.match(text, hit.end))
    ):
        return False
    if len(hit.surface) > 2 and hit.surface[-1] in "区县市州盟旗":
        return True
    if hit.surface in cast.at_home or hit.surface in cue_words("known_county"):
        return True
    bare_county = (
        senses[0].level == "county"
        and hit.surface[-1] not in "区县旗市盟州"
        and not is_county_city(senses[0])
    )
    if not is_ambiguous(hit.surface) and not bare_county:
        return True
    known = set(cast.places) | (seats_of(cast.places) if is_ambiguous(hit.surface) else cast.named)
    word = region_ambiguous().get(hit.surface)
    held = 1 if word and word.reason == WORD else None
    near = {
        place
        for sense in senses
        for place in sense.ids
        if place in regions() and known & set(ancestors(place)[:held])
    }
    if bare_county and near and not is_ambiguous(hit.surface):
        return True
    if bare_county and not near and others.surely_by_end.get(hit.start) == "region":
        return False  # 临平新城: the place that stands before holds no county of that name
    if others.lists(hit, text) or is_known_here(hit, senses, text, cast):
        return True
    return bool(near) and PLACE_CONTEXT.search(text[max(0, hit.start - 1) : hit.start]) is not None


def seats_of(places: list[str]) -> set[str]:
    """The places directly above the counties among those named: who speaks of 海淀 is in its city."""
    return {
        regions()[place].parent_id or ""
        for place in places
        if place in regions() and regions()[place].level == "county"
    }


ZONE_BEHIND = lazy(
    r"新城|新区|(?:国家级?)?(?:高新|经开|开发|保税|示范)区|经济开发区|(?:经济|高新)技术(?:产业)?开发区|工业园"
)
"""What stands behind the name of a county in that of its zone, so that it is no word: 临平新城."""


def is_word(surface: str) -> bool:
    """Is the name more than that of one place, other than that persons bear it (吴中开发区)?"""
    word = region_ambiguous().get(surface)
    return word is not None and word.reason != SURNAME


def is_known_here(hit: Mention, senses: tuple[Sense, ...], text: str, cast: Cast) -> bool:
    """Is it the name, which is no word, of a place that the text has named before, in full or in a list
    (海城市…，海城; 青浦、嘉善…，嘉善2.1万架)?
    """
    word = region_ambiguous().get(hit.surface)
    counted = text[hit.end : hit.end + 1].isdecimal()
    plain = word is None or word.reason == SHARED or word.reason == SURNAME and counted
    return plain and any(place in cast.places for sense in senses for place in sense.ids)


SHARED = "shared"
SURNAME = "surname"
WORD = "word"
"""Why a name is ambiguous: several places bear it, persons do, it is a word too. A word is a place's name
where the place directly above it is named (防城港…，港口), a shared name anywhere in its province.
"""


def is_county_city(sense: Sense) -> bool:
    """Is the county a city of its own name (昆山, 义乌), known without its parent?"""
    return sense.ids[0] in regions() and regions()[sense.ids[0]].name.endswith("市")


def choose(senses: tuple[Sense, ...], cast: Cast, surface: str) -> Sense:
    """Of several places of one name, the one that the document named last, itself or its parent, or that
    lies beside one it named; else the highest level.
    """
    if len(senses) == 1:
        return senses[0]
    for place in [*reversed(cast.places[-40:]), *sorted(cast.named), *sorted(seats_of(cast.places))]:
        for sense in senses:
            if sense.ids and sense.ids[0] in regions() and is_or_holds(place, sense.ids[0]):
                if sense.level in {"county", "zone"} or sense is senses[0]:
                    return sense
    word = region_ambiguous().get(surface)
    default = word.default_region_id if word else None
    return next((sense for sense in senses if default in sense.ids), senses[0])


def is_or_holds(place: str, one: str) -> bool:
    """Is the place that one, or a region that holds it?"""
    return place == one or place in ancestors(one)
