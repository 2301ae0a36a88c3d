"""What any match of a regular expression must begin with, end with and hold: where that is missing, the
engine need not be asked. Nine searches of ten find nothing.

Read from the tree into which Python parses the pattern; what is not understood there may be anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

Set = frozenset[str] | None
"""Characters, one of which must stand there; None for any."""
WIDEST = 400
"""Characters of a range that are told apart."""
SPACES = frozenset(one for one in map(chr, range(0x3001)) if one.isspace())
"""What \\s matches: there is no white space beyond the ideographic one."""
REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
IGNORECASE, MULTILINE = 2, 8


class Screens(NamedTuple):
    """Characters of which one begins, one ends and one is in every match; None where it may be any. No match
    is wider than `widest`.
    """

    firsts: str | None
    lasts: str | None
    needs: str | None
    widest: int


def screens_of(tree: Any, flags: int, endless: int) -> Screens:
    """The screens of a parsed pattern; `lasts` only where it must end with the text (`$`); a match of any
    width is `endless` wide.
    """
    widest = min(int(tree.getwidth()[1]), endless)
    if flags & IGNORECASE or folds_case(tree):
        return Screens(None, None, None, widest)
    firsts, empty = edge(tree, backwards=False)
    lasts = None if flags & MULTILINE else closing(tree)
    return Screens(None if empty else written(firsts), written(lasts), written(needed(tree)), widest)


def written(found: Set) -> str | None:
    return None if found is None else "".join(sorted(found))


def folds_case(tree: Any) -> bool:
    """Does a part of the pattern ignore case, (?i:…)?"""
    return any(
        name == "SUBPATTERN" and bool(value[1] & IGNORECASE) or any(map(folds_case, inner(name, value)))
        for name, value in items(tree)
    )


def items(tree: Any) -> Iterable[tuple[str, Any]]:
    return ((str(operation), value) for operation, value in tree)


def inner(name: str, value: Any) -> list[Any]:
    """The patterns within one item of a pattern."""
    if name == "BRANCH":
        return list(value[1])
    if name == "SUBPATTERN":
        return [value[3]]
    if name == "ATOMIC_GROUP":
        return [value]
    if name in REPEATS:
        return [value[2]]
    return []


def one_of(name: str, value: Any) -> Set:
    """The characters that an item for one character accepts."""
    if name == "LITERAL":
        return frozenset({chr(value)})
    if name != "IN":
        return None
    found: set[str] = set()
    for kind, member in items(value):
        if kind == "LITERAL":
            found.add(chr(member))
        elif kind == "RANGE" and member[1] - member[0] < WIDEST:
            found.update(map(chr, range(member[0], member[1] + 1)))
        elif kind == "CATEGORY" and str(member) == "CATEGORY_SPACE":
            found.update(SPACES)
        else:
            return None
    return frozenset(found)


def edge(tree: Any, backwards: bool) -> tuple[Set, bool]:
    """The characters of which one begins (ends) what matches, and whether it may be empty."""
    found: frozenset[str] = frozenset()
    parts = list(items(tree))
    for name, value in reversed(parts) if backwards else parts:
        if name in ZERO_WIDTH:
            continue
        within = inner(name, value)
        if not within:
            own = one_of(name, value)
            return (None if own is None else found | own), name in {"GROUPREF", "GROUPREF_EXISTS"}
        empty = name in REPEATS and value[0] == 0
        for one in within:
            own, may_be_empty = edge(one, backwards)
            if own is None:
                return None, empty or may_be_empty
            found |= own
            empty = empty or may_be_empty
        if not empty:
            return found, False
    return found, True


def closing(tree: Any) -> Set:
    """The characters of which one ends a match that must end with the text, by each of its alternatives."""
    *_, (name, value) = (("", None), *items(tree))
    if name == "AT" and str(value) == "AT_END":
        found, empty = edge(tree, backwards=True)
        return None if empty else found
    within = [] if name in REPEATS else inner(name, value)
    ends = [closing(one) for one in within]
    known = [one for one in ends if one is not None]
    return frozenset().union(*known) if within and len(known) == len(ends) else None


def needed(tree: Any) -> Set:
    """The smallest set of characters of which every match holds one."""
    best: Set = None
    for name, value in items(tree):
        own = one_of(name, value)
        within = inner(name, value)
        if within and not (name in REPEATS and value[0] == 0):
            members = [needed(one) for one in within]
            known = [one for one in members if one is not None]
            own = frozenset().union(*known) if len(known) == len(members) else None
        if own is not None and (best is None or len(own) < len(best)):
            best = own
    return best
