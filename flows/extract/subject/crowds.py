"""Firms that are named as some of many (甲、乙等六大代工企业), where the many are counted; and lists whose
length the number behind them tells (甲、乙两家企业).
"""

from __future__ import annotations

from dataclasses import replace

from flows.extract.cues import alternation
from flows.extract.entities.mention import Mention
from flows.extract.subject.parties import listed_together
from flows.extract.subject.subjects import Scene, Subject
from flows.patterns import holds, lazy

MANY = (
    r"(?:约|近|超过?|逾|上)?(?:[0-9][0-9.万千]*|[一二两三四五六七八九十百千数几多]+)[多余]?(?:家|大|个)"
    r"|一大?批|众多|诸多|一众|一系列"
)
KIND = f"(?:{alternation('crowd_noun')})"
CROWD = lazy(
    rf"(?:[、和与及][^，。；、0-9]{{1,12}}?){{0,6}}[\u4e00-\u9fff]{{0,3}}?(?:等(?:在内的?)?|在内的?)(?:{MANY})[^，。；、0-9]{{0,14}}?{KIND}"
)
"""Behind the firms of a list: 等六大电子代工企业, 在内的680余家企业."""
OF_ALL = lazy(r"[^，。；]{0,24}?(?:均|皆|都(?!市)|各(?!类|种|地|项|级|界|方)|分别|双双|纷纷宣布)")


JOINED_BY = ("与", "同", "联合", "携手", "联手", "牵头")
"""Between one who does something and those with whom it is done."""


def set_aside_crowds(text: str, mentions: list[Mention]) -> None:
    """Firms named as some of many step back, unless something is told of each."""
    if "等" not in text and "在内" not in text:
        return
    firms = [m for m in mentions if m.kind == "firm" and m.role == "subject"]
    for run in listed_together(firms, text):
        crowd = CROWD.match(text, run[-1].end)
        if crowd and not OF_ALL.match(text, crowd.end()):
            if text.startswith(JOINED_BY, run[0].end) and "、" in crowd[0]:
                continue  # 甲大学与乙、丙等12家企业成立联合体
            for mention in mentions:  # one of them may bear a place's name
                if run[0].start <= mention.start < crowd.end() and mention.role == "subject":
                    mention.role = "object"


def counts_crowd(scene: Scene) -> bool:
    """Does the number count those of whom some open its clause (甲大学、乙大学等9所高校设立…)?"""
    start, number = scene.clause_start, scene.number
    counted = number.unit == "count" and number.surface[-1:] in "家所"
    if not counted or not scene.text.endswith(("等", "在内的"), start, number.start):
        return False
    first = next((m for m in scene.sentence.mentions if m.start == start), None)
    return first is not None and not scene.text.startswith(JOINED_BY, first.end)


COUNTS = lazy(r"(?:家|大|个)$")
LISTED = lazy(r"[^，。；：、]{1,24}、(?:[^，。；：、]{1,14}、){0,30}[^，。；：、0-9]{1,24}$")
LONGEST = 240


def without_counted(scene: Scene) -> Scene | None:
    """The scene without the list of firms whose length its number tells (甲、乙、丙3家企业), if it does.
    Names that nobody knows count too.
    """
    number = scene.number
    if number.unit != "count" or not COUNTS.search(number.surface):
        return None
    start = max(scene.sentence.start, number.start - LONGEST)
    listed = LISTED.search(scene.text[start : number.start])
    if listed is None or length_of(listed[0]) != number.value:
        return None
    first = start + listed.start() + listed[0].index("、")
    named = [m for m in scene.sentence.mentions if m.kind == "firm" and first <= m.end <= number.start]
    if not named:
        return None
    rest = [m for m in scene.sentence.mentions if m not in named]
    near = any(scene.since <= m.start < number.start for m in rest)
    return replace(scene, sentence=replace(scene.sentence, mentions=rest), near=near)


def length_of(listed: str) -> int:
    """How many names a list holds whose last may be joined by 和."""
    *names, last = listed.split("、")
    return len(names) + (2 if holds(last, "和及与") else 1)


def is_list_there(fresh: Subject, last: Subject, kind: str) -> bool:
    """Are they firms that the sentence lists amid what it tells of a place (集聚企业千家，甲、乙均在其中，
    带动产业规模…)?
    """
    return kind == "region" and len(fresh.firms) > 1 and bool(last.regions)
