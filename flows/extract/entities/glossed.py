"""Names by which a text calls foreign firms that are known by others: 艾司摩尔（ASML）."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.cues import alternation
from flows.extract.entities.beginnings import EDGE
from flows.extract.entities.coined import is_made_up
from flows.extract.entities.gazetteer import Hit, gazetteer
from flows.extract.entities.institutions import discovered_id
from flows.extract.entities.strange import is_free
from flows.extract.entities.surfaces import Sense
from flows.patterns import lazy

OPENS = frozenset("（(")
CLOSES = frozenset("）),，、；")
LED = lazy(
    rf"^.*(?:{alternation('firm_noun')}|{alternation('firm_kind')}|大厂|商|厂|龙头|巨头|[的和与及对])(?=..)"
)
"""What stands before the name in its clause: 荷兰设备商艾司摩尔."""
NAME = lazy(r"[\u4e00-\u9fff·]{2,6}$")
REACH = 16
"""Code points before a bracket within which a name begins, with what the firm is said to be."""


def glossed_names(text: str, named: list[Hit]) -> Iterator[tuple[str, Sense]]:
    """Names in Han characters that stand directly before the known names of firms, in Latin letters, in
    brackets; `named` are the names known in the text.
    """
    yield from coined_names(text)
    ends = {end for _, end, _ in named}
    for start, end, senses in named:
        firm = senses[0].kind == "firm" and not senses[0].doubtful and text[start:end].isascii()
        bracketed = text[start - 1 : start] in OPENS and text[end : end + 1] in CLOSES
        if not firm or not bracketed or start - 1 in ends:
            continue
        since = max(0, start - 1 - REACH)
        for edge in EDGE.finditer(text, since, start - 1):
            since = edge.end()
        name = LED.sub("", text[since : start - 1])
        if NAME.fullmatch(name) and is_free(name):
            yield name, senses[0]


COINED = lazy(
    rf"(?:{alternation('firm_noun')}|{alternation('firm_kind')}|大厂|商|厂)([\u4e00-\u9fff·]{{2,6}})"
    r"[（(]([A-Z][A-Za-z]+(?:[ .&-]?[A-Z]?[A-Za-z]+){0,3})[）)]"
)
"""A firm behind what it is, with its name in Latin letters: 电动车商瑞维安（Rivian）."""


def coined_names(text: str) -> Iterator[tuple[str, Sense]]:
    """Names of firms of which the text tells what they are, and what they are called elsewhere."""
    for match in COINED.finditer(text):
        name = match[1]
        if is_made_up(name) and is_free(name) and not gazetteer().find(match[2]):
            sense = Sense("firm", (discovered_id(name),), (name,), "firm")
            yield name, sense
            yield match[2], sense
