"""Ranks that a list of names shares: each its own place, or all the whole range."""

from __future__ import annotations

from decimal import Decimal

from flows.extract.entities.mention import Mention
from flows.extract.numbers.number import Number
from flows.extract.subject.subjects import JOIN, Scene, Subject, subject_of_run
from flows.patterns import lazy

LISTING = lazy(r"^[^，。；]{0,6}?(?:的?(?:分别|依次)?(?:是|为)|[：:]|，?(?:分别|依次)(?:是|为)?)[：:]?")


SHORT_CLAUSE = 6
"""Code points of a clause that says nothing but the rank, at most."""


PODIUM = "三甲"
"""Those on the podium (位居三甲) are not said to be named in its order."""


def rank_list(scene: Scene, number: Number) -> list[tuple[Decimal, Decimal | None, Subject]] | None:
    """Members of a list that a range of ranks speaks of: (rank, high, subject).

    前四的分别是A、B、C、D gives each its own place; A、B、C位居三甲 gives each the whole range.
    """
    if number.unit != "rank" or number.value_high is None or number.value is None:
        return None
    size = int(number.value_high - number.value) + 1
    if scene.text[number.end : number.end + 1] == "的" or LISTING.match(
        scene.text[number.end : number.end + 16]
    ):
        behind = members(
            [m for m in scene.sentence.mentions if number.end <= m.start and m.kind != "self"],
            scene,
        )
        for run in behind:
            if len(run) == size:
                return [(number.value + place, None, member) for place, member in enumerate(run)]
    named = [
        m
        for m in scene.sentence.mentions
        if m.start < number.start and m.role == "subject" and m.kind != "self"
    ]
    floor = scene.floor
    if scene.text[floor - 1 : floor] == "）":  # 甲、乙（含丁）、丙占据前三
        floor = scene.sentence.clause_start(max(scene.text.rfind("（", 0, floor) - 1, 0))
    before = members([m for m in named if floor <= m.start], scene)
    if not before and number.surface != PODIUM:  # 甲、乙、丙分别以9辆、8辆、7辆位居前三
        clause = scene.sentence.clause_start(number.start)
        if number.start - clause <= SHORT_CLAUSE and clause > scene.sentence.start:
            clause = scene.sentence.clause_start(clause - 1)  # …，分列前三
        whole = members([m for m in named if clause <= m.start], scene)
        before = [run for run in whole if len(run) == size]
        if not before and len(whole) == size and number.start - scene.clause_start <= SHORT_CLAUSE:
            before = [[one for run in whole for one in run]]  # 甲9家、乙8家、丙7家，位列前三
    for run in reversed(before):
        if len(run) == size and number.surface != PODIUM:
            return [(number.value + place, None, member) for place, member in enumerate(run)]
        if len(run) > 1:
            return [(number.value, number.value_high, member) for member in run]
    return None


def members(mentions: list[Mention], scene: Scene) -> list[list[Subject]]:
    """Runs of subjects; a firm before its model (清华大学的ChatGLM-6B) is one member with it."""
    pairs: list[tuple[int, int, Subject]] = []
    for mention in mentions:
        subject = subject_of_run([mention], "listed")
        last = pairs[-1] if pairs else None
        gap = scene.text[last[1] : mention.start] if last else ""
        if (
            last
            and subject.model
            and last[2].firm
            and not last[2].model
            and gap in {"", "的", "旗下", "旗下的"}
        ):
            pairs[-1] = (last[0], mention.end, Subject((), last[2].firm, subject.model, "listed"))
        else:
            pairs.append((mention.start, mention.end, subject))
    grouped: list[list[Subject]] = []
    end = -1
    for start, finish, subject in pairs:
        if grouped and JOIN.match(scene.text[end:start]):
            grouped[-1].append(subject)
        else:
            grouped.append([subject])
        end = finish
    return grouped
