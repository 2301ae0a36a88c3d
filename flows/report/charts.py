"""The report's charts as Vega-Lite specifications: bars with bound marks, lines, stacked classes."""

from __future__ import annotations

import unicodedata

from flows.report.drawing import Spec
from flows.report.gather import Record
from flows.report.wording import shown

WIDTH = 440
ROW = 34
LINE_HEIGHT = 150
CELL = 7.2
"""Half a Chinese character of 13 pixels: charts come out alike where no such font is installed."""
SHAPES = {"gt": "triangle-right", "lt": "triangle-left"}
DOT = {"filled": True, "opacity": 1, "color": "var(--bar)"}
CLASS_COLORS = {
    "claim": "var(--claim)",
    "time": "var(--time)",
    "name": "var(--name)",
    "filler": "var(--filler)",
}


def cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def shortened(text: str, most: int) -> str:
    """At most `most` cells of the text, an ellipsis where more was."""
    kept, used = "", 0
    for character in shown(text):
        used += cells(character)
        if used > most:
            return kept + "…"
        kept += character
    return kept


def bars(rows: list[Record]) -> Spec:
    """A bar for each row of label, value, high, bound, text, href, told: exact ones full, about ones dashed,
    more-than and less-than ones with an arrow, ranges with a pale end."""
    labels = max(cells(row["label"]) for row in rows) * CELL + 12
    room = max(WIDTH - labels - max(cells(row["text"]) for row in rows) * CELL - 26, 60)
    most = max(max(row["high"], row["value"]) for row in rows) or 1
    least = min(0, *(row["value"] for row in rows))
    x = {
        "type": "quantitative",
        "scale": {"domain": [least, most], "range": [0, room]},
        "axis": None,
        "stack": None,
    }
    link = {"href": {"field": "href"}, "description": {"field": "told"}}
    return {
        "data": {"values": rows},
        "width": WIDTH - labels,
        "height": ROW * len(rows),
        "padding": {"left": labels, "right": 0, "top": 0, "bottom": 0},
        "autosize": {"type": "none"},
        "encoding": {"y": {"field": "label", "type": "nominal", "sort": None, "axis": side_axis(labels)}},
        "layer": [
            {"mark": {"type": "bar", "height": 18, "minBandSize": 2},
             "encoding": {"x": {"field": "value", **x}, **link, **bar_colors()}},
            {"transform": [{"filter": "datum.high > datum.value"}],
             "mark": {"type": "bar", "height": 18, "color": "var(--bar-soft)"},
             "encoding": {"x": {"field": "value", **x}, "x2": {"field": "high"}}},
            {"transform": [{"filter": "datum.bound === 'gt' || datum.bound === 'lt'"}],
             "mark": {"type": "point", "xOffset": 7, "size": 70, **DOT},
             "encoding": {"x": {"field": "high", **x}, "shape": {"field": "bound", "legend": None,
                          "scale": {"domain": list(SHAPES), "range": list(SHAPES.values())}}}},
            {"mark": {"type": "text", "align": "left", "dx": 16},
             "encoding": {"x": {"field": "high", **x}, "text": {"field": "text"}, **link}},
        ],
    }  # fmt: skip


def bar_colors() -> Spec:
    soft = "datum.bound === 'approx'"
    return {
        "fill": {"condition": {"test": soft, "value": "var(--bar-soft)"}, "value": "var(--bar)"},
        "stroke": {"value": "var(--bar)"},
        "strokeDash": {"condition": {"test": soft, "value": [4, 3]}, "value": [1, 0]},
    }


def side_axis(room: float) -> Spec:
    """Labels on the left, of a width that we state: the renderer may have no font to measure them with."""
    return {
        "title": None, "ticks": False, "domain": True, "labelLimit": room, "labelPadding": 8,
        "minExtent": room, "maxExtent": room,
    }  # fmt: skip


def lines(points: list[Record]) -> Spec:
    """A line through points of day, value, text, period, href, told; its ends say their values."""
    most = max(point["value"] for point in points) or 1
    x = {
        "field": "day",
        "type": "temporal",
        "axis": None,
        "scale": {"type": "utc", "range": [50, WIDTH - 60]},
    }
    y = {"type": "quantitative", "axis": None, "scale": {"domain": [0, most], "range": [LINE_HEIGHT, 14]}}
    link = {"href": {"field": "href"}, "description": {"field": "told"}}
    ends = [{"filter": "datum.end"}]
    return {
        "data": {"values": points},
        "width": WIDTH,
        "height": LINE_HEIGHT,
        "padding": {"left": 0, "right": 0, "top": 16, "bottom": 28},
        "autosize": {"type": "none"},
        "encoding": {"x": x},
        "layer": [
            {"mark": {"type": "rule", "color": "var(--line)"}, "encoding": {
                "x": {"value": 0}, "x2": {"value": WIDTH}, "y": {"datum": 0, **y}}},
            {"mark": {"type": "area", "color": "var(--bar-faint)", "line": False},
             "encoding": {"y": {"field": "value", **y}}},
            {"mark": {"type": "line", "color": "var(--bar)", "strokeWidth": 2.5},
             "encoding": {"y": {"field": "value", **y}}},
            {"mark": {"type": "point", "size": 110, **DOT},
             "encoding": {"y": {"field": "value", **y}, **link}},
            {"transform": ends, "mark": {"type": "text", "dy": -16, "fontWeight": "bold"},
             "encoding": {"y": {"field": "value", **y}, "text": {"field": "text"}, **link}},
            {"transform": ends, "mark": {"type": "text", "color": "var(--ink-soft)", "fontSize": 12},
             "encoding": {"y": {"value": LINE_HEIGHT + 16}, "text": {"field": "period"}}},
        ],
    }  # fmt: skip


def stacked(rows: list[Record]) -> Spec:
    """A bar for each article: how many of its numbers are of which class."""
    labels = max(cells(row["label"]) for row in rows) * CELL + 12
    return {
        "data": {"values": rows},
        "width": WIDTH + 200 - labels,
        "autosize": {"type": "none"},
        "height": 28 * len({row["label"] for row in rows}),
        "padding": {"left": labels, "right": 0, "top": 0, "bottom": 0},
        "mark": {"type": "bar", "height": 16},
        "encoding": {
            "y": {"field": "label", "type": "nominal", "sort": None, "axis": side_axis(labels)},
            "x": {"field": "count", "type": "quantitative", "axis": None, "stack": "zero"},
            "order": {"field": "place", "type": "quantitative"},
            "color": {"field": "class", "legend": None, "scale": {"domain": list(CLASS_COLORS),
                      "range": list(CLASS_COLORS.values())}},
            "href": {"field": "href"},
            "description": {"field": "told"},
        },
    }  # fmt: skip
