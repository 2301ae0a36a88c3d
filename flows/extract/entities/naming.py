"""What an article calls the firms and models that its claims are about: the reference's short name where
that is like the article's, else the article's own (北京航空航天大学, not 北航; DeepSeek, not 深度求索).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from flows.extract.claim import PassageReading
from flows.extract.entities.cast import Cast
from flows.extract.entities.institutions import SITES, Institution
from flows.extract.reference import firms, models, regions


def call_as_written(passages: list[PassageReading]) -> None:
    """Set the names of every claim's firm and model to what the article calls them; ids stay."""
    written = names_written(passages)
    called: dict[tuple[str, str], str] = {}
    for claim in (claim for passage in passages for claim in passage.claims):
        if claim.firm:
            if claim.firm not in called:
                called[claim.firm] = name_of(*claim.firm, written.get(claim.firm[0], ()))
            claim.firm = (claim.firm[0], called[claim.firm])
        if claim.model and claim.model[0] in models():
            claim.model = (claim.model[0], model_name(claim.model[1], written.get(claim.model[0], ())))


def model_name(name: str, written: Iterable[str]) -> str:
    """The model's name as the article has it, where that never uses the usual one (文心5.0)."""
    forms = sorted(written, key=lambda form: (-len(form), form))
    return name if name in forms else next((form for form in forms if not resembles(form, name)), name)


def call_zones(passages: list[PassageReading], cast: Cast) -> None:
    """A zone (光谷) is a place and, as parks are, an institution of its place: its claims get both, by the
    name that the article has for it.
    """
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in (mention for passage in passages for mention in passage.mentions):
        alone = mention.kind == "region" and len(mention.ids) == 1 and not mention.park
        if alone and mention.level == "zone" and mention.surface.lstrip("全本该") not in cast.nicknames:
            surfaces[mention.ids[0]][mention.surface] += 1
    for claim in (claim for passage in passages for claim in passage.claims):
        if len(claim.regions) == 1 and claim.regions[0][0] in surfaces and not (claim.firm or claim.model):
            region_id, name = claim.regions[0]
            written = surfaces[region_id].most_common(1)[0][0]
            claim.regions = ((region_id, name if resembles(written, name) else written),)
            claim.firm = (region_id, written)
            zone = regions()[region_id]
            cast.discovered.setdefault(
                zone.name, Institution(0, 0, region_id, zone.name, zone.short_name, "park")
            )


def place_works(passages: list[PassageReading], cast: Cast, home: tuple[str, str]) -> None:
    """A park or a work that its name does not place is of the place that the article is about."""
    works = {mention.ids[0] for mention in cast.works if mention.level in SITES}
    for claim in (claim for passage in passages for claim in passage.claims) if works else ():
        if claim.firm and claim.firm[0] in works and not claim.regions and not claim.model:
            claim.regions = (home,)


def names_written(passages: list[PassageReading]) -> dict[str, set[str]]:
    """The surfaces by which the article names each firm and model; a maker's own may lead its model's
    (DeepSeek-V3).
    """
    written: dict[str, set[str]] = defaultdict(set)
    for mention in (mention for passage in passages for mention in passage.mentions):
        if mention.kind == "firm":
            written[mention.ids[0]].add(mention.surface)
        elif mention.kind == "model" and mention.ids[0] in models():
            written[mention.ids[0]].add(mention.surface)
            maker = firms().get(models()[mention.ids[0]].firm_id or "")
            if maker:
                written[maker.firm_id] |= {one for one in maker.surfaces if mention.surface.startswith(one)}
    return written


def name_of(firm_id: str, name: str, written: Iterable[str]) -> str:
    """The name as the article has it where the usual one is unlike it, a Chinese one before one in brackets
    (輝達（Nvidia）).
    """
    forms = sorted(written, key=lambda form: (form.isascii(), -len(form), form))
    if not forms or all(resembles(form, name) for form in forms):
        return name
    if name in forms:  # a full name beside the short one
        full = firms()[firm_id].name if firm_id in firms() else name
        forms = [form for form in forms if form == full]
    return next((form for form in forms if not resembles(form, name)), name)


def resembles(form: str, name: str) -> bool:
    """Does one hold the other, or do they share half of their pairs of characters?"""
    if form in name or name in form:
        return True
    pairs, others = ({one[at : at + 2] for at in range(len(one) - 1)} for one in (form, name))
    return 2 * len(pairs & others) >= len(pairs | others)
