"""The field's knowledge, read once from the CSV files of seeds/reference."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from flows.memo import Memo
from flows.places import REFERENCE


class Region(NamedTuple):
    """A place: world, continent, country, province, city, county or zone; only the world has no parent."""

    region_id: str
    name: str
    short_name: str
    level: str
    parent_id: str | None
    aliases: tuple[str, ...]

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every way the place is written, each once, the full name first."""
        return tuple(dict.fromkeys((self.name, self.short_name, *self.aliases)))


class RegionGroup(NamedTuple):
    """Several regions under one name (京津冀); `members` are region ids in the order the name gives them."""

    region_id: str
    name: str
    aliases: tuple[str, ...]
    members: tuple[str, ...]


class AmbiguousWord(NamedTuple):
    """A region's word that can mean something else; `default_region_id` if nothing nearer decides."""

    word: str
    reason: str
    default_region_id: str | None


class Firm(NamedTuple):
    """A firm, university, agency, fund, park …; `region_id` is its seat, `layer` its part of the AI stack."""

    firm_id: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    kind: str
    region_id: str | None
    layer: str | None

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every way the institution is written, each once, the full name first."""
        return tuple(dict.fromkeys((self.name, self.short_name, *self.aliases)))


class Model(NamedTuple):
    """An AI model or product: kind general, vertical or product."""

    model_id: str
    name: str
    aliases: tuple[str, ...]
    firm_id: str | None
    region_id: str | None
    kind: str
    sector: str | None

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every way the model is written, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))


@cache
def read_reference(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of NAME.csv as written, read once. Raises FileNotFoundError for an unknown name, ValueError
    with the line for a row that has not as many fields as the first.
    """
    path = REFERENCE / f"{name}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        names, read = next(rows), []
        for row in filter(None, rows):
            if len(row) != len(names):
                raise ValueError(
                    f"{path}, line {rows.line_num}: {len(row)} fields, where the first line has {len(names)};"
                    " a field with a comma in it stands in quotes"
                )
            read.append(MappingProxyType(dict(zip(names, row, strict=True))))
        return tuple(read)


def columns(name: str, *columns: str) -> Iterator[tuple[str, ...]]:
    """These columns of the rows of NAME.csv, not kept: the long tables are read faster so."""
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        yield from map(itemgetter(*map(next(rows).index, columns)), filter(None, rows))


def items(cell: str) -> tuple[str, ...]:
    """The members of a cell that holds a list joined by |."""
    return tuple(cell.split("|")) if cell else ()


@lru_cache(maxsize=1)
def regions() -> Mapping[str, Region]:
    """Regions by id, in the order of the file (a parent may stand after its child)."""
    rows = columns("regions", "region_id", "name", "short_name", "level", "parent_id", "aliases")
    return MappingProxyType(
        {
            region_id: Region(region_id, name, short_name, level, parent or None, items(aliases))
            for region_id, name, short_name, level, parent, aliases in rows
        }
    )


@lru_cache(maxsize=1)
def region_groups() -> Mapping[str, RegionGroup]:
    """Groups of regions by id."""
    return MappingProxyType(
        {
            row["region_id"]: RegionGroup(
                row["region_id"], row["name"], items(row["aliases"]), items(row["members"])
            )
            for row in read_reference("region_groups")
        }
    )


@lru_cache(maxsize=1)
def region_ambiguous() -> Mapping[str, AmbiguousWord]:
    """Words of regions that need a neighbour's word for it, by word."""
    return MappingProxyType(
        {
            row["word"]: AmbiguousWord(row["word"], row["reason"], row["default_region_id"] or None)
            for row in read_reference("region_ambiguous")
        }
    )


@lru_cache(maxsize=1)
def region_self_words() -> Mapping[str, str]:
    """Words that mean a region by context (全市, 我国) and what they resolve to."""
    return MappingProxyType({row["word"]: row["resolves_to"] for row in read_reference("region_self_words")})


@lru_cache(maxsize=1)
def firms() -> Mapping[str, Firm]:
    """Firms and institutions by id; of most listed firms only the short name is known."""
    rows = columns("firms", "firm_id", "name", "short_name", "aliases", "kind", "region_id", "layer")
    described = {
        firm_id: Firm(firm_id, name, short_name, items(aliases), kind, region or None, layer or None)
        for firm_id, name, short_name, aliases, kind, region, layer in rows
    }
    listed = {
        firm_id: Firm(firm_id, name, name, (), "firm", None, None)
        for firm_id, name in columns("listed_firms", "firm_id", "name")
    }
    return MappingProxyType(described | listed)


@lru_cache(maxsize=1)
def firm_ambiguous() -> Mapping[str, str]:
    """Names of firms that are also common words or part of other names, with the reason."""
    return MappingProxyType({row["word"]: row["reason"] for row in read_reference("firm_ambiguous")})


@lru_cache(maxsize=1)
def models() -> Mapping[str, Model]:
    """AI models and products by id."""
    return MappingProxyType(
        {
            row["model_id"]: Model(
                row["model_id"],
                row["name"],
                items(row["aliases"]),
                row["firm_id"] or None,
                row["region_id"] or None,
                row["kind"],
                row["sector"] or None,
            )
            for row in read_reference("models")
        }
    )


@lru_cache(maxsize=1)
def name_traps() -> frozenset[str]:
    """Runs of characters in which a name stands by accident (其中|信息 holds 中信)."""
    return frozenset(row["trap"] for row in read_reference("name_traps"))


def ancestors(region_id: str) -> tuple[str, ...]:
    """The ids of the regions that hold this one, nearest first."""
    return _ANCESTORS[region_id]


def _ancestors(region_id: str) -> tuple[str, ...]:
    chain: list[str] = []
    parent = regions()[region_id].parent_id
    while parent is not None:
        chain.append(parent)
        parent = regions()[parent].parent_id
    return tuple(chain)


_ANCESTORS = Memo(_ancestors)
