"""The evidence report: one HTML file that needs no network, from a published warehouse."""

from __future__ import annotations

import hashlib
import os
from base64 import b64encode
from pathlib import Path

import duckdb
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from flows.report.answers import answers_of, conflicts_of, dictionary_of, scorecard_of, targets_of
from flows.report.comparisons import over_time, side_by_side
from flows.report.figures import bar_charts, ledger_chart, line_charts
from flows.report.gather import Record, articles, claims_where, rows, web_address
from flows.report.periods import told_period
from flows.report.reading import CLASSES, read_articles, totals_of
from flows.report.wording import HERE, visible, word, word_or

SECTIONS = (
    "compare", "growth", "scorecard", "targets", "conflicts",
    "articles", "claims", "ledger", "views", "dictionary",
)  # fmt: skip
CLAIMS_LISTED = 1500
"""A table of more rows makes a page slow; the warehouse has them all."""


def write_report(db: duckdb.DuckDBPyConnection, target: Path, documents: int) -> int:
    """Write the report of a warehouse with at most so many articles in full; returns its size in bytes."""
    page = render(context_of(db, documents)).encode("utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    part.write_bytes(page)
    os.replace(part, target)
    return len(page)


def context_of(db: duckdb.DuckDBPyConnection, documents: int) -> Record:
    """Everything that the page shows, by the names that its template uses."""
    compared, series, card = side_by_side(db), over_time(db), scorecard_of(db)
    conflicts, targets, answers = conflicts_of(db), targets_of(db), answers_of(db)
    promised = [one for row in targets for one in (row["id"], row["so_far"]) if one]
    cited = [*cited_in(compared, series, conflicts), *promised, *card["ids"], *answers["ids"]]
    known = {claim["metric_id"]: claim for claim in claims_where(db, "metric_id", cited)}
    shown = articles(db, (claim["document_id"] for claim in known.values()), documents)
    ids = [article["document_id"] for article in shown]
    known |= {claim["metric_id"]: claim for claim in claims_where(db, "document_id", ids)}
    for claim in known.values():
        complete(claim, set(ids))
    read = read_articles(db, shown, known)
    listed = sorted(
        known.values(), key=lambda claim: (claim["metric"], claim["document"], claim["start_char"])
    )
    counts = counts_of(db)
    return {
        "counts": counts["shown"],
        "version": counts["version"],
        "sections": sections({"scorecard": card["rows"], "targets": targets}),
        "bars": bar_charts(compared, known),
        "lines": line_charts(series, known),
        "scorecard": card | {"rows": with_claims(card["rows"], known)},
        "targets": [{"claim": known[row["id"]], "so_far": known.get(row["so_far"])} for row in targets],
        "conflicts": [[known[one] for one in conflict if one in known] for conflict in conflicts],
        "articles": read,
        "articles_left": counts["documents"] - len(read),
        "elsewhere": [claim for claim in known.values() if not claim["in_article"]],
        "claims": listed[:CLAIMS_LISTED],
        "claims_left": counts["claims"] - len(listed[:CLAIMS_LISTED]),
        "classes": CLASSES,
        "totals": totals_of(db),
        "ledger_chart": ledger_chart(read),
        "views": answers["views"],
        "dictionary": dictionary_of(db),
    }


def cited_in(compared: list[Record], series: list[Record], conflicts: list[list[str]]) -> list[str]:
    ids = [one for group in compared for one in (*group["ids"], *group["wholes"])]
    return (
        ids
        + [point["id"] for line in series for point in line["points"]]
        + [one for sides in conflicts for one in sides]
    )


def sections(optional: dict[str, list[Record]]) -> list[str]:
    """The sections in order; the optional ones where there is something to show."""
    return [name for name in SECTIONS if optional.get(name, True)]


def complete(claim: Record, shown: set[str]) -> None:
    """Add what depends on the page: whether the claim's article is on it, its time, a link that is safe."""
    claim["in_article"] = claim["document_id"] in shown
    claim["when"] = told_period(claim["period"], claim["published_on"])
    claim["link"] = web_address(claim["url"])
    claim["lang"] = "zh-CN"


def with_claims(card: list[Record], known: dict[str, Record]) -> list[Record]:
    """The scorecard's rows with the claims that its cells cite."""
    for row in card:
        row["cells"] = [cell and cell | {"claim": known[cell["id"]]} for cell in row["cells"]]
    return card


def counts_of(db: duckdb.DuckDBPyConnection) -> Record:
    """How much the warehouse holds and which run made it."""
    (row,) = rows(
        db,
        """
        select
            (select count(*) from documents) as documents,
            (select count(*) from numbers) as numbers,
            (select count(*) from metrics) as claims,
            (select count(distinct outlet) from documents) as outlets,
            (select min(published_on) || ' – ' || max(published_on) from documents) as days,
            (select max_by(extractor_version, finished_at) from runs) as version
        """,
    )
    shown = [("documents", row["documents"]), ("numbers", row["numbers"]), ("claims_counted", row["claims"])]
    shown += [(name, row[name]) for name in ("outlets", "days") if row[name]]
    return row | {"shown": shown, "version": row["version"] or ""}


def render(context: Record) -> str:
    """The page. Autoescape is on, so whatever an article says stays text."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {"visible": visible, "plain": str}
    environment.globals |= {"word": word, "word_or": word_or}
    style, script = ((HERE / name).read_text("utf-8") for name in ("report.css", "report.js"))
    page = environment.get_template("page.html").render(
        context | {"style": Markup(style), "script": Markup(script), "policy": policy(style, script)}
    )
    return page + "\n"


def policy(style: str, script: str) -> str:
    """A content security policy under which nothing loads and only our own style and script run."""
    return (
        f"default-src 'none'; img-src data:; style-src '{digest(style)}'; script-src '{digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
