"""A digest of all that is read, to prove that a change of code changes no result.

    python -m tests.benchmarks.digest [--made N] [--lines FILE] [FOLDER …]

One line a collection of documents: its numbers and claims and a hash over every field of them. `--lines`
writes what was hashed, a line a number or claim, for a diff with the same file of another revision.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

from flows.extract.claims import read_article
from flows.extract.numbers.number import Number
from flows.read import Rejected, read_sources
from flows.text import Article, article_of
from tests.benchmarks.articles import generate

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "seeds/articles", ROOT / "tests/gold/open", ROOT / "tests/gold/held",
           ROOT.parent / "shared/corpus")  # fmt: skip


def articles_of(folder: Path) -> Iterator[Article]:
    """The articles of a folder's texts, in the order of their names."""
    files = [str(file) for file in sorted(folder.iterdir()) if file.suffix in {".txt", ".md"}]
    for found in read_sources(files):
        if not isinstance(found, Rejected):
            yield article_of(
                found.document_id, found.name, found.text, found.title, found.outlet, found.published_on
            )


def made(count: int) -> Iterator[Article]:
    """Articles of the generator, with its own seed."""
    for index, text in enumerate(generate(count)):
        yield article_of(f"{index:016x}", f"made_{index}", text)


def fields_of(row: object) -> str:
    """Every field of a number or claim, a claim's number by its span."""
    values = (
        f"{value.start}:{value.end}" if isinstance(value, Number) else str(value)
        for value in (getattr(row, one.name) for one in fields(row))  # type: ignore[arg-type]
    )
    return "\t".join(values)


def read_lines(article: Article) -> Iterator[str]:
    """A line for each number, claim and discovered name of the article."""
    reading = read_article(article)
    for part in reading.passages:
        place = f"{article.name}\t{part.passage.ordinal}\t{part.passage.role}"
        yield from (f"{place}\tnumber\t{fields_of(number)}" for number in part.numbers)
        yield from (f"{place}\tclaim\t{fields_of(claim)}" for claim in part.claims)
    yield from (f"{article.name}\tfirm\t{fields_of(firm)}" for firm in reading.cast.discovered.values())
    yield from (f"{article.name}\tmodel\t{sense}" for sense in reading.cast.products.values())


def digest(articles: Iterable[Article]) -> tuple[list[str], str]:
    """The lines of the articles and 16 hex digits of a hash over them."""
    lines = [line for article in articles for line in read_lines(article)]
    content = "\n".join(lines).encode("utf-8", "surrogatepass")
    return lines, hashlib.blake2b(content, digest_size=8).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--made", type=int, default=300, help="articles of the generator")
    parser.add_argument("--lines", type=Path, help="write the hashed lines to this file")
    given = parser.parse_args()
    collections = {
        str(folder): articles_of(folder) for folder in given.folders or FOLDERS if folder.is_dir()
    }
    collections[f"{given.made} generated"] = made(given.made)
    written: list[str] = []
    for name, articles in collections.items():
        lines, value = digest(articles)
        print(f"{value}  {len(lines):7,} lines  {name}")
        written += lines
    if given.lines:
        given.lines.write_text("\n".join(written), "utf-8")


if __name__ == "__main__":
    main()
