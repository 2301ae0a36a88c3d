"""Every known name of a region, firm or model, found in one pass by an Aho-Corasick automaton."""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from flows.extract import reference
from flows.extract.entities import surfaces
from flows.extract.entities.surfaces import Sense, all_senses, preference
from flows.extract.reference import name_traps
from flows.kept import made_of
from flows.memo import Memo
from flows.patterns import holds, lazy
from flows.places import REFERENCE
from flows.text.script import simplify

LATIN_GOES_ON = lazy(r"[A-Za-z](?!s(?![A-Za-z]))[a-z]")
"""At the end of a Latin name that goes on, as another word does (Opportunity), but for its plural."""
LAST_LATIN = "z"
LEADS = frozenset("在落中")
"""What short forms begin with that hold a verb or a preposition (在深, 落户京), and 中江 with 中."""
NO_PROVINCE = frozenset("部路街大北南")
"""Behind a direction and no province: 中山东路, 中山西部."""
Hit = tuple[int, int, tuple[Sense, ...]]
FEW = 4000
"""Code points that are looked up name by name before the automaton is built: it takes a tenth of a second,
which a sentence need not wait for.
"""
Table = dict[str, bytes]
"""The senses of surfaces, packed: few of them are ever asked for; a trap has none."""


@dataclass(slots=True)
class Gazetteer:
    """Surfaces with their senses (best first), and the automaton that finds them; a surface without senses
    is a trap, which keeps the names in it from being found.
    """

    table: Table
    longest: int
    few: int = FEW
    senses: list[tuple[Sense, ...]] = field(default_factory=list)
    automaton: AhoCorasick | None = None

    def find(self, text: str) -> list[Hit]:
        """Leftmost-longest hits: start, end, senses."""
        hits = self.hits(text)
        if LATIN_GOES_ON.search(text):
            hits = [
                hit
                for hit in hits
                if text[hit[1] - 1] > LAST_LATIN or not LATIN_GOES_ON.match(text, hit[1] - 1)
            ]
        if not holds(text, LEADS):
            return hits
        return [self.without_preposition(hit, text) if text[hit[0]] in LEADS else hit for hit in hits]

    def hits(self, text: str) -> list[Hit]:
        if self.automaton is None:
            if len(text) <= self.few:
                self.few -= len(text)
                return list(self.look_up(text))
            self.senses = list(map(unpacked, self.table.values()))
            self.automaton = AhoCorasick(list(self.table), matchkind=MatchKind.LeftmostLongest)
        senses = self.senses
        matches = self.automaton.find_matches_as_indexes(text)
        return [(start, end, senses[index]) for index, start, end in matches if senses[index]]

    def without_preposition(self, hit: Hit, text: str) -> Hit:
        """在深圳 names 深圳: 在深 alone is the short form and ends inside a longer name here, as does 中江 in
        产量中江西.
        """
        start = hit[1] - 1
        if text[hit[0]] == "中":
            return self.province_behind(hit, text)
        for end in range(min(len(text), start + self.longest), start + 1, -1):
            senses = self.table.get(text[start:end])
            if senses:
                return start, end, unpacked(senses)
        return hit

    def province_behind(self, hit: Hit, text: str) -> Hit:
        """The province that begins with the end of a short name in 中 behind another word, or the longer name
        that begins with the end of a pair of lands (市场中英伟达占九成).
        """
        start, end = hit[1] - 1, hit[1] + 1
        if hit[2] and hit[2][0].level == "group":
            for last in range(min(len(text), start + self.longest), end, -1):
                longer = self.table.get(text[start:last])
                if longer:
                    return start, last, unpacked(longer)
            return hit
        senses = self.table.get(text[start:end]) if hit[1] - hit[0] == len("中江") else None
        behind = hit[0] and text[hit[0] - 1].isalnum() and text[end : end + 1] not in NO_PROVINCE
        found = unpacked(senses) if senses and behind else ()
        return (start, end, found) if found and found[0].level == "province" else hit

    def look_up(self, text: str) -> Iterator[Hit]:
        """The same hits, every stretch of the text looked up in the table."""
        table, start = self.table, 0
        while start < len(text):
            ends = range(min(len(text), start + self.longest), start, -1)
            end = next((end for end in ends if text[start:end] in table), start)
            if end > start and table[text[start:end]]:
                yield start, end, unpacked(table[text[start:end]])
            start = max(end, start + 1)


def packed(senses: tuple[Sense, ...]) -> bytes:
    return marshal.dumps([tuple(sense) for sense in senses]) if senses else b""


def unpacked(senses: bytes) -> tuple[Sense, ...]:
    return tuple([Sense(*fields) for fields in marshal.loads(senses)]) if senses else ()


TABLES = (
    "regions", "region_short_forms", "region_groups", "region_self_words", "firms", "listed_firms", "models",
    "firm_ambiguous", "name_traps",
)  # fmt: skip
"""Reference tables that the names are made of."""


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """All reference names, one table a process; it stays beside the bytecode for the next one."""
    code = [Path(one) for one in (__file__, surfaces.__file__, reference.__file__)]
    table, longest = made_of("names", [*code, *(REFERENCE / f"{one}.csv" for one in TABLES)], names)
    return Gazetteer(table, longest)


def names() -> tuple[Table, int]:
    """Every surface of the reference data with its senses, and the length of the longest."""
    table: dict[str, tuple[Sense, ...]] = {}
    several: dict[str, None] = {}
    for named, sense in all_senses():
        # 昇腾 is 升腾 in clean text
        for surface in dict.fromkeys((named, simplify(named), named.translate(BRACKETS))):
            senses = table.setdefault(surface, (sense,))
            if sense not in senses:
                table[surface] = (*senses, sense)
                several[surface] = None
    for trap in name_traps():
        table.setdefault(trap, ())
    for surface in several:
        table[surface] = tuple(sorted(table[surface], key=preference))
    known = Memo(packed)
    return {surface: known[senses] for surface, senses in table.items()}, max(map(len, table))


BRACKETS = str.maketrans("()", "（）")
"""How clean text writes the brackets of a name: 西部（重庆）科学城."""
