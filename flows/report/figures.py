"""From groups of claims to drawn charts, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from markupsafe import Markup

from flows.report.charts import bars, cells, lines, shortened, stacked
from flows.report.drawing import Spec, draw
from flows.report.gather import Record
from flows.report.periods import told_period
from flows.report.reading import class_counts, told_count
from flows.report.wording import Phrase, shown, word, word_or

Languages = ("zh", "en")
BRIEF = 12


def both(spec: Callable[[str], Spec], title: Phrase) -> dict[str, Markup]:
    """A chart drawn once in each language."""
    return {language: draw(spec(language), getattr(title, language)) for language in Languages}


def bar_charts(groups: list[Record], known: dict[str, Record]) -> list[Record]:
    """Charts of regions side by side; where their times differ each bar says its own."""
    return [bar_chart(group, known) for group in groups]


def bar_chart(group: Record, known: dict[str, Record]) -> Record:
    claims = [known[one] for one in group["ids"]]
    dated = group["period"] is None
    title = name_of(group, claims[0])
    return both(lambda language: bars([bar(claim, language, dated) for claim in claims]), title) | {
        "name": title,
        "narrowed": group["scope"],
        "period": told_period(group["period"], None) if group["period"] else word("each_time"),
        "wholes": [known[one] for one in group["wholes"]],
        "dated": dated,
        "left": word("top_of", shown=len(claims), total=group["all"]) if group["all"] > len(claims) else "",
    }


def bar(claim: Record, language: str, dated: bool) -> Record:
    text = getattr(claim["amount"], language) + (f"  {getattr(claim['when'], language)}" if dated else "")
    low = float(claim["value"])
    return {
        "label": shortened(claim["subject"], 16),
        "value": low,
        "high": max(low, float(claim["value_high"] or low)),
        "bound": claim["bound"],
        "text": shown(text),
        **linked(claim, language),
    }


def linked(claim: Record, language: str) -> Record:
    """The link to a claim, and what a screen reader says of it."""
    told = (
        claim["subject"],
        getattr(claim["name"], language),
        getattr(claim["amount"], language),
        getattr(claim["when"], language),
    )
    return {"href": f"#c-{claim['metric_id']}", "told": shown(", ".join(part for part in told if part))}


def name_of(group: Record, claim: Record) -> Phrase:
    return (
        Phrase(group["name_zh"], group["name_en"] or group["name_zh"]) if group["name_zh"] else claim["name"]
    )


def line_charts(series: list[Record], known: dict[str, Record]) -> list[Record]:
    return [line_chart(line, known) for line in series]


def line_chart(series: Record, known: dict[str, Record]) -> Record:
    claims = [dated(known[point["id"]], point["day"]) for point in series["points"]]
    title = name_of(series, claims[0])
    whole = Phrase(f"{claims[0]['subject']} {title.zh}", f"{claims[0]['subject']} {title.en}")
    return both(lambda language: lines([point(claim, claims, language) for claim in claims]), whole) | {
        "name": title,
        "subject": claims[0]["subject"],
        "narrowed": series["scope"],
        "first": claims[0],
        "last": claims[-1],
        "rate": yearly(series),
    }


def dated(claim: Record, day: date) -> Record:
    """The claim at the day that the warehouse gives it; one without a period of its own shows that day."""
    return claim | {"day": day, "when": claim["when"] if claim["period"] else Phrase(str(day), str(day))}


def point(claim: Record, claims: list[Record], language: str) -> Record:
    return {
        "day": claim["day"].isoformat(),
        "value": float(claim["value"]),
        "text": shown(getattr(claim["amount"], language)),
        "period": brief(claim, language),
        "end": claim in (claims[0], claims[-1]),
        **linked(claim, language),
    }


def brief(claim: Record, language: str) -> str:
    """When a claim holds, in a few characters."""
    told: str = getattr(claim["when"], language)
    return told if cells(told) <= BRIEF else str(claim["day"])


def yearly(series: Record) -> Phrase | None:
    """Compound growth a year as the warehouse has it, with its bound: from 超 comes more than that."""
    if series["yearly"] is None:
        return None
    bound = word_or("bound", series["bound"]) if series["bound"] != "eq" else Phrase("", "")
    chinese, english = (f"{told} {series['yearly']:.1f}".strip() for told in bound)
    return Phrase(word("per_year", rate=chinese).zh, word("per_year", rate=english).en)


def ledger_chart(articles: list[Record]) -> dict[str, Markup] | None:
    """How many numbers of which class the articles hold."""
    if not articles:
        return None
    return both(
        lambda language: stacked(class_rows(articles, language)), Phrase("数字台账", "ledger of numbers")
    )


def class_rows(articles: list[Record], language: str) -> list[Record]:
    return [
        {
            "label": f"{place + 1}. {shortened(article['heading'], 26)}",
            "class": name,
            "count": count,
            "place": order,
            "href": f"#d-{article['document_id']}",
            "told": getattr(told_count(name, count), language),
        }
        for place, article in enumerate(articles[:40])
        for order, (name, count) in enumerate(class_counts(article).items())
        if count
    ]
