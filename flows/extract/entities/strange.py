"""Stretches of a text that may be names: characters that are no words, words in Latin letters."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import cue_words
from flows.extract.entities.coined import COLUMN, NOT_A_NAME, SECTORS
from flows.extract.entities.edges import is_han
from flows.extract.entities.gazetteer import gazetteer
from flows.extract.entities.institutions import GENERIC_HEAD
from flows.extract.entities.introduced import brand_tails, is_place
from flows.extract.entities.latin import TERMS
from flows.extract.reference import read_reference
from flows.extract.words import has_word, parted, tagged
from flows.patterns import lazy

LONGEST = 6
"""Code points of a name in Han characters, at most."""
REACH = 28
"""Code points before a cue within which a name ends."""
LATIN = lazy(r"(?<![A-Za-z0-9&.-])((?:[A-Z][A-Za-z0-9&'’-]*\s){0,2}[A-Za-z][A-Za-z0-9&'’-]+)$")
NO_FIRMS = frozenset(cue_words("not_a_firm"))
STOPS = frozenset(cue_words("not_in_name"))
"""Characters that are words of grammar: no name is made of them."""
GRAMMAR = frozenset({"t", "m", "mq", "r", "d", "p", "c", "s", "f", "ns"})
COUNTS = frozenset({"m", "mq", "t"})
KINDS = (*cue_words("firm_noun"), *cue_words("firm_kind"))
NO_AGENTS = ("firm_noun", "firm_kind", "not_a_firm", "no_agent")
CALLED = frozenset(word for role in NO_AGENTS for word in cue_words(role))


@lru_cache(maxsize=1)
def tails() -> tuple[str, ...]:
    """Last words of firms' names, the longest first."""
    rows = read_reference("institution_tails")
    brands = (row["suffix"] for row in rows if row["use"] in {"brand", "both"})
    words = {*brands, *cue_words("firm_tail"), *cue_words("firm_tail_coined"), *cue_words("firm_tail_cued")}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1)
def tails_by_end() -> dict[str, list[str]]:
    """The same by their last characters."""
    found: dict[str, list[str]] = {}
    for tail in tails():
        found.setdefault(tail[-1], []).append(tail)
    return found


def latin_forms(text: str, end: int) -> tuple[str, ...]:
    """The name in Latin letters that ends there, unless it is a term."""
    if not text[end - 1].isascii():
        return ()
    found = LATIN.search(text, max(0, end - REACH), end)
    if not found or len(found[1]) < 3 or any(word in TERMS for word in (found[1], *found[1].split())):
        return ()
    return (found[1],)


def han_forms(text: str, end: int, agent: bool) -> tuple[str, ...]:
    """Names in Han characters that may end there, from short to long: what is no word of the language, with
    the words beside it that may be a part of it; words alone where what follows is said of firms only.
    """
    known = tails_by_end().get(text[end - 1 : end], ())
    tail = next((tail for tail in known if text.endswith(tail, 0, end)), "")
    low = end - len(tail)
    while low and end - low < LONGEST + 4 and is_han(text[low - 1]):
        low -= 1
    words = parted(text[low : end - len(tail)])
    ending = int(not tail and len(words) > 2 and is_noun(words[-1]) and all(map(is_strange, words[-3:-1])))
    size = ending
    while size < len(words) and is_strange(words[-size - 1]):
        size += 1
    core = "".join(words[len(words) - size :])
    forms = [core + tail] if core and len(core + tail) > 1 else []
    if not core and not tail:
        return (words[-2] + words[-1],) if agent and is_pair(words) else ()
    for more in range(size + 1, min(size + 2, len(words)) + 1):
        if not is_part(words[-more]) or tagged(words[-more])[0][1] in COUNTS:
            break  # 三年累亏
        forms.append("".join(words[-more:]) + tail)
    if not core and (tail not in brand_tails() or not forms or is_generic(forms[0].removesuffix(tail))):
        return ()
    return tuple(form for form in forms if len(form) <= LONGEST and is_free(form))


def is_noun(word: str) -> bool:
    """May the word end a name that is strange before it (曜岑智联)?"""
    return len(word) == 2 and is_part(word) and tagged(word)[0][1] in {"n", "nz", "nr", "nt"}


def is_part(word: str) -> bool:
    """May the word be a part of a name?"""
    return word not in STOPS and word not in SECTORS and word not in CALLED and len(word) <= 3


def is_pair(words: tuple[str, ...]) -> bool:
    """Are the words two that a firm may be called by (摩斯线程), with no word before them?"""
    pair = words[-2:]
    if len(words) > 2 and words[-3] not in KINDS or not all(is_part(word) and len(word) > 1 for word in pair):
        return False
    name = "".join(pair)
    if len(pair) < 2 or not is_free(name) or is_generic(name):
        return False
    tags = [tag for _, tag in tagged(name)]
    return tags[-1] != "v" and not any(tag in GRAMMAR for tag in tags)


def is_strange(word: str) -> bool:
    """Is it a character by itself that may be a part of a name?"""
    return len(word) == 1 and word not in STOPS


def is_generic(head: str) -> bool:
    return head in SECTORS or GENERIC_HEAD.match(head) is not None


def is_free(name: str) -> bool:
    """Is it no word, no kind of things, and no column?"""
    if NOT_A_NAME.search(name) or COLUMN.search(name) or has_word(name) or opens_with_place(name):
        return False
    return name not in NO_FIRMS


def opens_with_place(name: str) -> bool:
    """Does the name begin with a place's (印度智能)?"""
    return any(is_place(name[:size]) for size in (2, 3))


def is_free_word(word: str) -> bool:
    """Is the word none for firms and their like (集团), no name of a place?"""
    return not (NOT_A_NAME.search(word) or word in CALLED or is_place(word) or gazetteer().find(word))


def is_worded(name: str) -> bool:
    """Can the words be a firm's name: none of grammar, no kind of firms or persons, no place?"""
    if not is_free(name) or is_generic(name) or name.endswith(KINDS) or gazetteer().find(name):
        return False
    words = tagged(name)
    if len(words) < 2 or words[-1][0] in CALLED and not name.endswith(brand_tails()):
        return False
    return not any(tag in GRAMMAR - NAMES for _, tag in words)


NAMES = frozenset({"t", "ns"})
"""Tags of grammar that words in names may bear: 未来, 远山."""
