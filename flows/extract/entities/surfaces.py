"""Every name that the reference data has of a region, firm or model, with what it can mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from flows.extract.reference import (
    firm_ambiguous,
    firms,
    models,
    read_reference,
    region_ambiguous,
    region_groups,
    region_self_words,
    regions,
)
from flows.patterns import lazy

Kind = Literal["region", "firm", "model", "self"]
LEVELS = {
    "country": 0,
    "world": 0,
    "province": 1,
    "group": 1,
    "continent": 1,
    "city": 2,
    "zone": 3,
    "county": 4,
}
PARK = lazy(r"(?<!工业)(?:园区?|港|谷|社区|小镇|空间|基地)$")
AREA_ALIAS = lazy(r"(?:地区|城市群|经济区|经济圈|都市圈|大湾区|组织|联盟|国家|一体化|经济带)$")


class Sense(NamedTuple):
    """One thing that a surface can mean. `names` are what claims show: several for a
    group that lists its members. `doubtful`: the surface is a word too (苹果), the article decides.
    """

    kind: Kind
    ids: tuple[str, ...]
    names: tuple[str, ...]
    level: str
    park: str | None = None
    doubtful: bool = False


ABBREVIATIONS = frozenset({"abbreviation", "region", "shared"})
"""Reasons in firm_ambiguous.csv for which a name is never read."""


def preference(sense: Sense) -> tuple[bool, bool, int]:
    """What sorts the senses of one surface: regions before firms before models, wide places first."""
    return sense.kind == "model", sense.kind == "firm", LEVELS.get(sense.level, 5)


def all_senses() -> Iterator[tuple[str, Sense]]:
    """Every surface of the reference data with what it means."""
    yield from region_senses()
    yield from group_senses()
    words = firm_ambiguous()
    for firm in firms().values():
        sense = Sense("firm", (firm.firm_id,), (firm.short_name or firm.name,), firm.kind)
        for surface in firm.surfaces:
            reason = words.get(surface)
            if len(surface) > 1 and reason not in ABBREVIATIONS:
                yield surface, sense._replace(doubtful=True) if reason is not None else sense
                if reason is None:
                    yield from ((spelt, sense) for spelt in other_cases(surface))
    for model in models().values():
        for surface in model.surfaces:
            reason = words.get(surface)
            if len(surface) > 1 and (reason == "region" or reason not in ABBREVIATIONS):
                doubtful = reason is not None
                sense = Sense("model", (model.model_id,), (model.name,), model.kind, doubtful=doubtful)
                yield surface, sense
                if not doubtful:
                    yield from ((spelt, sense) for spelt in other_cases(surface))
                if surface.isascii() and (" " in surface or "-" in surface):
                    yield surface.replace("-", " "), sense
                    yield surface.replace(" ", "-"), sense


SHORTEST_CASED = 4
"""Letters from which on a Latin name is the same in other cases; shorter ones are abbreviations of much."""


def other_cases(surface: str) -> tuple[str, ...]:
    """How papers write a Latin name too: Oppo and VIVO, Tiktok and DEEPSEEK."""
    if len(surface) < SHORTEST_CASED or not (surface.isascii() and surface.isalpha()):
        return ()
    return tuple(sorted({surface.capitalize(), surface.upper()} - {surface}))


def region_senses() -> Iterator[tuple[str, Sense]]:
    for region in regions().values():
        sense = Sense("region", (region.region_id,), (region.short_name or region.name,), region.level)
        if (
            region.level == "zone"
            and PARK.search(region.name)
            and region.parent_id
            and region.parent_id in regions()
        ):
            home = regions()[region.parent_id]
            sense = Sense(
                "region", (home.region_id,), (home.short_name,), "zone", region.short_name or region.name
            )
        for surface in region.surfaces:
            if len(surface) > 1:
                yield surface, sense
    for row in read_reference("region_short_forms"):
        region = regions()[row["region_id"]]
        yield row["surface"], Sense("region", (region.region_id,), (region.short_name,), region.level)
    for word, target in region_self_words().items():
        yield word, self_sense(target)


def self_sense(target: str) -> Sense:
    """A word that means a region by context: resolved at once where it can be, else of kind self."""
    fixed = {"china": "CHN", "world": "001", "hong_kong": "810000", "macau": "820000", "taiwan": "710000"}
    code = target.removeprefix("region:") if target.startswith("region:") else fixed.get(target)
    if code and code in regions():
        region = regions()[code]
        return Sense(
            "region",
            (code,),
            (region.short_name or region.name,),
            "nation" if code == "CHN" else region.level,
        )
    return Sense("self", (target,), (target,), target)


def group_senses() -> Iterator[tuple[str, Sense]]:
    for group in region_groups().values():
        names = tuple(regions()[member].short_name for member in group.members if member in regions())
        listed = len(group.name) == len(names) and not any(
            AREA_ALIAS.search(surface) for surface in (group.name, *group.aliases)
        )
        listed = listed or group.name == "".join(names)  # 贵阳贵安
        sense = (
            Sense("region", group.members, names, "group")
            if listed
            else Sense("region", (group.region_id,), (group.name,), "group")
        )
        for surface in (group.name, *group.aliases):
            yield surface, sense


def is_ambiguous(surface: str) -> bool:
    return surface in region_ambiguous()
