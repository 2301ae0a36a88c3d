"""Vega-Lite specifications to SVG that lives in the page: its colours, its fonts, links inside it."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import vl_convert
from markupsafe import Markup

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
ALLOWED = {"svg", "g", "path", "line", "rect", "text", "tspan", "a", "title"}
DROPPED = {"font-family", "width", "height", "version", f"{{{XLINK}}}href", "style", "cursor"}
CONFIG = {
    "background": "transparent",
    "view": {"stroke": None},
    "font": "sans-serif",
    "axis": {"labelFontSize": 13, "labelColor": "var(--ink)", "domainColor": "var(--line)"},
    "text": {"fontSize": 13, "color": "var(--ink)"},
}
VERSION = "5.21"

Spec = dict[str, Any]

ElementTree.register_namespace("", SVG)


class UnsafeDrawing(ValueError):
    """The drawing holds an element that has no place in the report."""


def draw(spec: Spec, title: str) -> Markup:
    """An SVG element that scales with its box. Marks with an href `#…` are links into the page."""
    full = {"$schema": f"https://vega.github.io/schema/vega-lite/v{VERSION[0]}.json", "config": CONFIG} | spec
    return inlined(vl_convert.vegalite_to_svg(full, VERSION, allowed_base_urls=[]), title)


def inlined(svg: str, title: str) -> Markup:
    root = ElementTree.fromstring(svg)
    for element in root.iter():
        name = str(element.tag).removeprefix(f"{{{SVG}}}")
        if name not in ALLOWED:
            raise UnsafeDrawing(f"a chart holds <{name}>")
        if name == "a":
            link(element)
        keep_harmless(element, name)
        if name == "g" and not element.get("aria-label"):
            element.attrib.pop("role", None)  # a group without a name is nothing to a screen reader
            element.attrib.pop("aria-roledescription", None)
    root.set("class", "drawing")
    root.set("role", "group")
    root.set("aria-label", title)
    return Markup(ElementTree.tostring(root, encoding="unicode"))


def link(element: ElementTree.Element) -> None:
    """Vega resolves links against its own site; ours are fragments. A label repeats its bar: no tab stop."""
    element.set("href", "#" + element.get(f"{{{XLINK}}}href", "").partition("#")[2])
    if element.find(f"{{{SVG}}}text") is not None:
        element.set("tabindex", "-1")
        element.set("aria-hidden", "true")


def keep_harmless(element: ElementTree.Element, name: str) -> None:
    for attribute in list(element.attrib):
        box = name == "rect" and attribute in {"width", "height"}
        if (attribute in DROPPED and not box) or attribute.startswith("on"):
            del element.attrib[attribute]
