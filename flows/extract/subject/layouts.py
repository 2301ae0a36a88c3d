"""Places that say how the work is shared out in a wider one (形成以甲市为龙头，乙市、丙市为两翼的格局)."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.patterns import holds, lazy

LAYOUT = lazy(
    r"(?:形成|构建|构筑|打造|呈现|建立|确立|布局)[了出]?[^。；！？\n0-9]{2,90}?"
    r"(?:格局|布局|版图|体系|矩阵|架构|态势)"
)
SHARED = ("为", "支撑", "协同", "联动", "配套", "引领", "带动")
"""What a layout says of the places in it, one of these at least."""


def set_aside_layouts(text: str, mentions: list[Mention]) -> None:
    """The places of a layout are not whom the next sentences speak of."""
    if "局" not in text and "体系" not in text and "版图" not in text:
        return
    for found in LAYOUT.finditer(text):
        if not holds(found[0], SHARED):
            continue
        for mention in mentions:
            if found.start() <= mention.start < found.end() and mention.role == "subject":
                if mention.kind == "region":
                    mention.role = "object"
