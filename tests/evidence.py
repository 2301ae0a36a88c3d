"""What shows that a run of characters is a firm's name, learnt from the firms that articles name.

    python -m tests.evidence [FOLDER …]            how sure the names of articles left out are told
    python -m tests.evidence [FOLDER …] --write    also writes seeds/reference/name_evidence.csv

The studied articles of tests/gold, and any texts in the folders. In each, firms that the reference knows are
renamed, by chance, to other firms' names, and those names are hidden from the reading: so the evidence is of
what stands around a name and of its characters, never of the list. Every other candidate of
`flows.extract.entities.candidates` is none, but what is read as a firm without the reference, which is left
out. The weights are those of a logistic regression, drawn towards 0 by `RIDGE`; what a character is worth as
the first or last of a name is its share among the names of `firms.csv` and `listed_firms.csv` against its
share in the texts, times one weight.
"""

from __future__ import annotations

import csv
import math
import random
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.extract.claims import read_article, text_of
from flows.extract.entities.candidates import NAMES, TAG, candidates_of, is_han
from flows.extract.entities.features import features_of
from flows.extract.entities.gazetteer import gazetteer
from flows.extract.entities.introduced import is_place
from flows.extract.entities.latin import NAME, is_name
from flows.extract.entities.strange import tails
from flows.extract.reference import firms, read_reference
from flows.extract.words import has_word
from flows.places import REFERENCE
from flows.text import Article, article_of
from tests.calibration import OWN, RETOLD

SHEET = REFERENCE / "name_evidence.csv"
FOLDERS = (*RETOLD, OWN / "open")
SEEDS = (1, 2, 3)
"""Renamings of each article; only the first gives what is no firm."""
KEPT = 0.35
"""Share of the firms that keep their names, as known neighbours."""
BARE, TAILED = 0.62, 0.85
"""Shares of new names: without a last word, with one, in Latin letters."""
SELDOM = 4
"""Articles that a feature is seen in, at least."""
SMALL = 0.05
"""Weight below which a feature is not written."""
NOTABLE = 0.3
"""The same for the characters of the names."""
RIDGE = 0.5
ROUNDS = 150
PARTS = 5
HAN = re.compile(r"[\u4e00-\u9fff]{2,6}")
PLACES = ("first", "last")
"""Features of characters whose worth is a share, times one weight."""


@dataclass(slots=True)
class Row:
    """A candidate of an article: is it a firm, and its features."""

    article: str
    name: str
    firm: bool
    features: dict[str, float]
    around: str


@dataclass(slots=True)
class Names:
    """Names to rename firms to, and how often each character is the first or last of one."""

    bare: list[str]
    tailed: list[str]
    latin: list[str]
    first: Counter[str]
    last: Counter[str]

    def draw(self, chance: random.Random) -> str:
        share = chance.random()
        return chance.choice(self.bare if share < BARE else self.tailed if share < TAILED else self.latin)


def names_of_firms() -> Names:
    """The names of the reference, by their kinds."""
    names = Names([], [], [], Counter(), Counter())
    listed = [row["name"] for row in read_reference("listed_firms")]
    for name in (*listed, *(surface for firm in firms().values() for surface in firm.surfaces)):
        if HAN.fullmatch(name):
            tail = next((tail for tail in tails() if name.endswith(tail)), "")
            core = name.removesuffix(tail)
            if len(core) < 2:
                continue
            names.first[core[0]] += 1
            names.last[core[-1]] += 1
            if tail:
                names.tailed.append(name)
            if len(core) <= 4 and (not has_word(core) or TAG[core] in NAMES):
                names.bare.append(core)
        elif re.fullmatch(NAME, name) and is_name(name):
            names.latin.append(name)
    return names


def renamed(
    article: Article, text: str, names: Names, chance: random.Random
) -> tuple[str, set[str], set[str]]:
    """The text with firms renamed, their new names, and what is read as a firm without the reference."""
    called: dict[str, set[str]] = defaultdict(set)
    told: set[str] = set()
    for mention in (one for passage in read_article(article).passages for one in passage.mentions):
        if mention.kind != "firm":
            continue
        if mention.level == "firm" and not mention.park and not mention.ids[0].startswith("d"):
            called[mention.ids[0]].add(mention.surface)
        else:
            told.add(mention.surface)
    new: set[str] = set()
    for firm, surfaces in called.items():
        if chance.random() < KEPT:
            continue
        name = names.draw(chance)
        others = [one for other, forms in called.items() if other != firm for one in forms]
        inside = any(form in one for form in surfaces for one in others)
        if not inside and name not in text and not any(name in one or one in name for one in new):
            text = re.sub("|".join(map(re.escape, sorted(surfaces, key=len, reverse=True))), name, text)
            new.add(name)
    return text, new, told


def rows_of(stem: str, text: str, names: Names, seed: int) -> Iterator[Row]:
    """The candidates of an article with firms renamed; without what is no firm but for the first seed."""
    chance = random.Random(zlib.crc32(stem.encode()) + seed)
    text, new, told = renamed(article_of("0" * 16, stem, text, published_on=None), text, names, chance)
    article = article_of("0" * 16, stem, text, published_on=None)
    texts = [text_of(article.clean.text, passage) for passage in article.passages]
    texts = [article.headline, *texts] if article.headline else texts
    hits = [
        [hit for hit in gazetteer().find(text) if not any(text[hit[0] : hit[1]] in name for name in new)]
        for text in texts
    ]
    for one in candidates_of(texts, hits).values():
        if one.name in new or seed == SEEDS[0] and not is_unsure(one.name, new, told):
            index, start, end = one.spots[0]
            around = f"{texts[index][max(0, start - 12) : start]}【{one.name}】{texts[index][end : end + 12]}"
            yield Row(stem, one.name, one.name in new, features_of(one), around)


def is_unsure(name: str, new: set[str], told: set[str]) -> bool:
    """Is the candidate a part of a firm's name, or a firm by the words of the text?"""
    if any(one.startswith(name) or name.startswith(one) for one in (*new, *told)):
        return True
    return any(one.endswith(name) and is_place(one.removesuffix(name)) for one in new)


def texts_of(folders: list[Path]) -> Iterator[tuple[str, str]]:
    for folder in folders:
        for file in sorted(folder.glob("*.txt")):
            yield f"{folder.name}/{file.stem}", file.read_text(encoding="utf-8")


def worth(names: Names, articles: list[tuple[str, str]]) -> dict[str, float]:
    """What each character is worth as the first and as the last of a name: a log ratio of shares."""
    seen = Counter(character for _, text in articles for character in text if is_han(character))
    total = sum(seen.values())
    found: dict[str, float] = {}
    for place, counts in zip(PLACES, (names.first, names.last), strict=True):
        size = sum(counts.values())
        for character in {*seen, *counts}:
            share = (counts[character] + 0.3) / (size + 1)
            found[f"{place} {character}"] = math.log(share * (total + 1) / (seen[character] + 3))
    return found


def with_worth(rows: list[Row], worths: dict[str, float]) -> None:
    """Set one feature for the worth of the first character and one for that of the last, in place of them."""
    for row in rows:
        for feature in [one for one in row.features if one.split(" ")[0] in PLACES]:
            del row.features[feature]
            row.features[f"{feature.split(' ')[0]} *"] = worths.get(feature, 0.0)


def seen_in(rows: list[Row]) -> dict[str, int]:
    """In how many articles each feature is seen."""
    articles: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for feature in row.features:
            articles[feature].add(row.article)
    return {feature: len(found) for feature, found in articles.items()}


def fitted(rows: list[Row], known: dict[str, int]) -> dict[str, float]:
    """The weights of a logistic regression of the features that are `known`, by Adam's steps."""
    order = {feature: at for at, feature in enumerate(["trait any", *known])}
    data = [
        ([0, *(order[one] for one in row.features if one in order)],
         [1.0, *(share for one, share in row.features.items() if one in order)], float(row.firm))
        for row in rows
    ]  # fmt: skip
    size = len(order)
    weights, speed, spread = [0.0] * size, [0.0] * size, [0.0] * size
    weights[0] = -3.0
    for step in range(1, ROUNDS + 1):
        slope = [0.0, *(RIDGE * weight for weight in weights[1:])]
        for places, shares, firm in data:
            odds = sum(weights[at] * share for at, share in zip(places, shares, strict=True))
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - firm
            for at, share in zip(places, shares, strict=True):
                slope[at] += error * share
        rate = 0.15 if step < ROUNDS * 2 / 3 else 0.06
        for at, one in enumerate(slope):
            speed[at] = 0.9 * speed[at] + 0.1 * one
            spread[at] = 0.99 * spread[at] + 0.01 * one * one
            weights[at] -= rate * (speed[at] / (1 - 0.9**step)) / (
                math.sqrt(spread[at] / (1 - 0.99**step)) + 1e-6
            )
    return {feature: weights[at] for feature, at in order.items()}


def odds_of(row: Row, weights: dict[str, float]) -> float:
    return weights["trait any"] + sum(weights.get(one, 0.0) * share for one, share in row.features.items())


def judged(rows: list[Row], known: dict[str, int]) -> list[tuple[float, Row]]:
    """The odds of every candidate by the weights of the other articles, the highest first."""
    found: list[tuple[float, Row]] = []
    part = {row.article: zlib.crc32(row.article.encode()) % PARTS for row in rows}
    for left in range(PARTS):
        weights = fitted([row for row in rows if part[row.article] != left], known)
        found += ((odds_of(row, weights), row) for row in rows if part[row.article] == left)
    return sorted(found, key=lambda pair: -pair[0])


def show(found: list[tuple[float, Row]]) -> None:
    """Precision and the share found by odds, and the surest that are none."""
    firms = sum(row.firm for _, row in found)
    print("odds   candidates   firms of them   firms found")
    for odds in (3, 2, 1.5, 1, 0.5, 0, -0.5, -1):
        above = [row.firm for rated, row in found if rated >= odds]
        print(f"{odds:4} {len(above):10} {sum(above) / max(1, len(above)):15.3f} {sum(above) / firms:15.3f}")
    for rated, row in [pair for pair in found if not pair[1].firm][:150]:
        print(f"{rated:.1f} {row.article} {row.around}".replace("\n", "/"))


def write(weights: dict[str, float], worths: dict[str, float], known: dict[str, int]) -> None:
    """Write the sheet: features of enough weight, and characters by their worth."""
    told = {one: weight for one, weight in weights.items() if not one.endswith(" *")}
    lines = {one: (weight, known.get(one, 0), "") for one, weight in told.items()}
    for one, share in worths.items():
        if abs(share * weights[f"{one.split(' ')[0]} *"]) >= NOTABLE:
            lines[one] = (share * weights[f"{one.split(' ')[0]} *"], 0, "names")
    with SHEET.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file, lineterminator="\n")
        sheet.writerow(("feature", "value", "weight", "articles", "source"))
        for one, (weight, articles, source) in sorted(lines.items()):
            if abs(weight) >= SMALL:
                feature, value = one.split(" ", 1)
                of = "names of firms.csv and listed_firms.csv" if source else "learnt by tests.evidence"
                sheet.writerow((feature, value, f"{weight:.2f}", articles or "", of))


def main(arguments: list[str]) -> None:
    folders = [*FOLDERS, *(Path(one) for one in arguments if not one.startswith("-"))]
    articles = list(texts_of(folders))
    names = names_of_firms()
    rows = [row for seed in SEEDS for stem, text in articles for row in rows_of(stem, text, names, seed)]
    worths = worth(names, articles)
    with_worth(rows, worths)
    known = {feature: count for feature, count in seen_in(rows).items() if count >= SELDOM}
    print(len(articles), "articles", len(rows), "candidates", len(known), "features")
    show(judged(rows, known))
    if "--write" in arguments:
        write(fitted(rows, known), worths, known)


if __name__ == "__main__":
    main(sys.argv[1:])
