"""Short names of firms that a text uses without saying whose they are: 沁风微 of 南京沁风微电子有限公司."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flows.extract.cues import cue_words
from flows.extract.entities.coined import is_made_up
from flows.extract.entities.gazetteer import gazetteer
from flows.patterns import lazy

LEGAL = lazy(r"(?:控股|投资)?(?:集团)?(?:股份)?有限(?:责任)?公司$")
BRACKETS = lazy(r"[（(][^（）()]{1,8}[）)]")
LONGEST = 8
"""Code points of a short name, at most."""


def used_short_names(full_names: Iterable[str], texts: list[str]) -> Iterator[tuple[str, str]]:
    """(short name, full name) for each full name of a firm whose own part the texts use alone too."""
    legal = [name for name in full_names if LEGAL.search(name)]
    if not legal:
        return
    body = "\n".join(texts)
    for name in legal:
        body = body.replace(name, "\n")
    for name in legal:
        short = next((part for part in own_parts(name) if part in body), None)
        if short:
            yield short, name


def own_parts(name: str) -> Iterator[str]:
    """What a legal name may be shortened to, the longest first: its own part without the place."""
    rest = LEGAL.sub("", BRACKETS.sub("", name))
    place = next((hit for hit in gazetteer().find(rest) if not hit[0] and hit[2][0].kind == "region"), None)
    rest = rest[place[1] :].removeprefix("省").removeprefix("市") if place else rest
    for end in range(min(len(rest), LONGEST), 1, -1):
        if is_made_up(rest[:end]):
            yield rest[:end]


def tail_parts(full_names: Iterable[str], texts: list[str]) -> Iterator[tuple[str, str]]:
    """(short name, full name) for each organisation that the texts call by the end of its own part too, with
    the word that tells what it is: 岚山农场 of 云岫集团岚山农场有限公司.
    """
    body = "\n".join(texts)
    for name in full_names:
        rest = LEGAL.sub("", name)
        tail = next((tail for tail in cue_words("org_site") if rest.endswith(tail)), "")
        own = rest.removesuffix(tail)
        if tail and len(own) > LONGEST_OWN:
            alone = body.replace(name, "\n")
            for part in (own[-size:] for size in (4, 3, 2)):
                if part + tail in alone and part not in cue_words("org_common"):
                    yield part + tail, name
                    break


LONGEST_OWN = 4
"""Code points before what an organisation is, which all of its name has more of."""
