"""What a candidate for a firm's name is like and what stands around it: the features that are weighed."""

from __future__ import annotations

from flows.extract.entities.candidates import TAG, Candidate, is_han
from flows.extract.entities.treated import ENOUGH
from flows.extract.words import has_word
from flows.text.marks import is_name

MANY, MOST = 4, 7
"""Times that an article names a candidate: from here on many, and most."""


def features_of(one: Candidate) -> dict[str, float]:
    """The features of a candidate: those of the name, 1 each, those of its places by the share of them."""
    times = len(one.spots)
    told = {feature: count / times for feature, count in one.told.items()}
    told.update(dict.fromkeys(of_name(one.name, one.shape), 1.0))
    told[f"times {times if times < MANY else MANY if times < MOST else MOST}"] = 1.0
    if any(not index for index, _, _ in one.spots):
        told["trait in the headline"] = 1.0
    if any(int(feature[8:]) >= ENOUGH for feature in one.told if feature.startswith("treated ")):
        told["trait treated as a firm"] = 1.0
    if times > 1:
        if len(one.left) == 1 and is_han(min(one.left)[:1] or "，"):
            told["trait same word before"] = 1.0
        if len(one.right) == 1 and is_han(min(one.right)[:1] or "，"):
            told["trait same word behind"] = 1.0
    return told


def of_name(name: str, shape: str) -> list[str]:
    """What the name is like: its shape, its characters, its last word, a word, a person's."""
    if shape == "L":
        return [f"shape L{len(name.split())}", *latin_traits(name)]
    size = sum(map(int, shape.rstrip("T")))
    core = name[:size]
    told = [f"shape {shape}", f"run {core}", f"first {core[0]}", f"last {core[-1]}"]
    told += [f"middle {character}" for character in core[1:-1]]
    head, end = core[: int(shape[0])], core[size - int(shape.rstrip("T")[-1]) :]
    told += [f"begins {len(head)}{TAG[head]}", f"ends {len(end)}{TAG[end]}"]
    if size < len(name):
        told.append(f"tail {name[size:]}")
    if has_word(core):
        told.append("trait word" if size < len(name) else f"trait word {TAG[core]}")
    if size == len(name) and is_name(name):
        told.append(f"trait person of {size}")
    return told


def latin_traits(name: str) -> list[str]:
    """How a name in Latin letters is written."""
    told = [f"run {name}"]
    if any(map(str.isdecimal, name)):
        told.append("trait digits")
    if "-" in name:
        told.append("trait hyphen")
    if not (name.istitle() or name.islower()):
        told.append("trait capitals inside")
    return told
