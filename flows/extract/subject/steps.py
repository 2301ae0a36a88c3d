"""What sets names aside by more than their neighbours: lists, clauses and what is done to whom."""

from __future__ import annotations

from collections.abc import Callable

from flows.extract.entities.mention import Mention
from flows.extract.subject.agents import set_aside_agents
from flows.extract.subject.bystanders import spread_roles
from flows.extract.subject.chosen import set_aside_chosen
from flows.extract.subject.crowds import set_aside_crowds
from flows.extract.subject.exchanges import set_aside_exchanges
from flows.extract.subject.fairs import set_aside_venues
from flows.extract.subject.houses import set_aside_houses
from flows.extract.subject.labels import set_aside_parts
from flows.extract.subject.layouts import set_aside_layouts
from flows.extract.subject.likened import (
    set_aside_likened,
    set_aside_models_to_follow,
    set_aside_namesakes,
)
from flows.extract.subject.limits import set_aside_limits
from flows.extract.subject.modifiers import set_aside_modifiers
from flows.extract.subject.neighbours import set_seats, settle_neighbours
from flows.extract.subject.parties import (
    set_aside_examples,
    set_aside_excepted,
    set_aside_investors,
    set_aside_leaders,
    set_aside_markets,
    set_aside_publishers,
    set_aside_sponsors,
)
from flows.extract.subject.partners import set_aside_allies, set_aside_builders, set_aside_traders
from flows.extract.subject.patrons import set_aside_employers, set_aside_patrons
from flows.extract.subject.places import set_aside_partners, set_aside_wide
from flows.extract.subject.rosters import set_aside_lists
from flows.extract.subject.titled import set_aside_guests
from flows.extract.subject.unions import set_aside_members

STEPS: tuple[Callable[[str, list[Mention]], None], ...] = (
    set_aside_guests,
    set_aside_venues,
    set_aside_crowds,
    set_seats,
    set_aside_wide,
    set_aside_partners,
    set_aside_traders,
    set_aside_allies,
    set_aside_builders,
    set_aside_chosen,
    set_aside_agents,
    set_aside_investors,
    set_aside_sponsors,
    set_aside_publishers,
    set_aside_leaders,
    set_aside_layouts,
    set_aside_parts,
    set_aside_examples,
    set_aside_members,
    set_aside_excepted,
    set_aside_markets,
    set_aside_patrons,
    set_aside_employers,
    set_aside_houses,
    set_aside_likened,
    set_aside_namesakes,
    set_aside_models_to_follow,
    set_aside_modifiers,
    set_aside_limits,
    set_aside_lists,
    set_aside_exchanges,
    spread_roles,
    settle_neighbours,
)


def set_aside(text: str, mentions: list[Mention]) -> None:
    """Take these steps in their order: a later one sees the roles that the earlier ones have given."""
    for step in STEPS:
        step(text, mentions)
