"""Whether what a claim tells is told of those whom another one spoke of, or of a part of them."""

from __future__ import annotations

from flows.extract.claim import Claim
from flows.extract.levels import NATION_AND_WORLD
from flows.extract.reference import regions


def is_of(claim: Claim, figure: Claim) -> bool:
    """Is the claim's subject that of the figure or a part of it?"""
    whole = {region for region, _ in figure.regions}
    if not whole or whole & NATION_AND_WORLD:
        return True
    return all(within(region, whole) for region, _ in claim.regions)


def is_peer(claim: Claim, figure: Claim) -> bool:
    """Is the claim of another place of the same region as the figure's (浙江 beside 北京)?"""
    if len(claim.regions) != 1 or len(figure.regions) != 1 or claim.firm:
        return False
    places = regions().get(claim.regions[0][0]), regions().get(figure.regions[0][0])
    one, other = (place and place.parent_id for place in places)
    return bool(one) and one == other


def within(region: str, whole: set[str]) -> bool:
    """Is the place one of the others, or inside one?"""
    at: str | None = region
    while at:
        if at in whole:
            return True
        place = regions().get(at)
        at = place.parent_id if place else None
    return False
