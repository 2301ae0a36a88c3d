"""Raw text to clean text: what rules can read, with every character's place in the raw text."""

from __future__ import annotations

from flows.text.cleantext import CleanText, Layer, apply_edits, mapped
from flows.text.glyphs import fold
from flows.text.punctuation import normalise_punctuation
from flows.text.repairs import find_edits, find_spaces
from flows.text.script import simplify

_ROUNDS = 8  # repairs uncover repairs (an entity that hides a space); real text needs two


def clean(raw: str) -> CleanText:
    """Fold full-width forms, repair damage, simplify, and set Chinese punctuation. Never raises.

    Only the repairs change the length; each round of them is one layer of the map. A text without
    damage keeps the identity map.
    """
    text, layers = fold(raw), list[Layer]()
    for _ in range(_ROUNDS):
        edits = find_edits(text)
        if not edits:
            break
        text, layer = apply_edits(text, edits)
        text = fold(text)
        layers.append(layer)
    simplified = simplify(text)
    converted = simplified != text
    text = normalise_punctuation(simplified)
    for _ in range(_ROUNDS):  # beside a mark that became Chinese a space is too much
        edits = find_spaces(text)
        if not edits:
            break
        text, layer = apply_edits(text, edits)
        text = normalise_punctuation(text)
        layers.append(layer)
    return mapped(text, layers, len(raw), converted)
