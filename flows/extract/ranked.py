"""Ranks that a list of names shares: each its own place, or all the whole range."""

from __future__ import annotations

from decimal import Decimal

from flows.extract.entities.institutions import discovered_id
from flows.extract.entities.mention import FIRM_KINDS, Mention
from flows.extract.numbers.number import Number
from flows.extract.subject.runs import JOIN
from flows.extract.subject.subjects import Scene, Subject, subject_of_run
from flows.patterns import lazy

LISTING = lazy(
    r"^[^，。；]{0,6}?(?:的?(?:分别|依次)?(?:是|为)|[：:]|，?(?:分别|依次)(?:是|为)?"
    r"|(?:均|都|分别|依次)*[由被](?=[^，。；]{2,60}(?:包揽|占据|占得|摘得|夺得|瓜分|囊括|揽下|拿下|包办)))[：:]?"
)


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
    moved = moved_from(scene, number, size)
    if moved:
        return moved
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
    some = some_of_first(scene, number)
    if some:
        return [(number.value, number.value_high, member) for member in some]
    named = [
        m
        for m in scene.sentence.mentions
        if m.start < number.start and m.kind != "self" and (m.role == "subject" or in_aside(scene, m.start))
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


def in_aside(scene: Scene, start: int) -> bool:
    """Does a name stand in the brackets that the rank stands in (多国（甲、乙、丙分列第二至第四位）)?"""
    opened = scene.text.rfind("（", scene.sentence.start, scene.number.start)
    return 0 <= opened < start and scene.text.find("）", opened, scene.number.start) < 0


ALSO_THERE = lazy(
    r"的(?:(?:(?!中(?!国)|[里内])[^，。；：、0-9]){0,14}?(?:还|另|也|另外|则|又|主要))?(?:有|包括|是|为)"
    r"|的(?:(?!中(?!国)|[里内])[^，。；：、0-9]){1,14}?"
    r"(?:企业|公司|厂商|城市|省份|国家|地区|机构|高校|品牌|车企|药企)(?:有|包括|是|为)"
    r"|(?:[里中内之]|之[中内])的?[^，。；：、0-9]{0,14}，?(?:还|另外?|也|则)(?:包括|有(?!不少|许多|很多|多|一|两|几))"
)
"""Between a rank and some of those who have it: 跻身前十的企业另有…, 前十的城市有…, 前十名里，还有…."""


def some_of_first(scene: Scene, number: Number) -> list[Subject] | None:
    """Those of the first whom the text behind the rank names, not all: 跻身前十的还有甲、乙."""
    found = ALSO_THERE.match(scene.text, number.end, scene.sentence.end)
    if not found:
        return None
    stop = STOP.search(scene.text, found.end())
    listed = listed_between(scene, found.end(), stop.start() if stop else len(scene.text))
    return listed or None


def listed_between(scene: Scene, start: int, end: int) -> list[Subject]:
    """Those whom a list between two offsets names, firms by names that are not known too; none where it is
    no list of names or holds no known one.
    """
    named = {m.start: m for m in scene.sentence.mentions if m.kind != "self" and start <= m.start < end}
    of_firms = any(m.kind in FIRM_KINDS for m in named.values())
    listed: list[Subject] = []
    while start < end and named:
        item = ITEM.match(scene.text, start, end)
        if not item:
            return []
        known = next((named[at] for at in reversed(range(*item.span(1))) if at in named), None)
        if known:
            listed.append(subject_of_run([known], "listed"))
        elif of_firms:
            listed.append(Subject(firm=(discovered_id(item[1]), item[1]), rule="listed"))
        start = item.end()
    return listed


ITEM = lazy(r"[：:]?([^，。；：、0-9的]{2,12}?)(?:等[^、0-9]{0,8})?(?:、|和|及|与|以及|$)")
STOP = lazy(r"[，。；！？\n]")
"""A member of a list of names, with what joins the next."""


MOVED = lazy(r"(?:换成|变成|变为|变更为|改为|更替为|替换为|换为|易主为|调整为)了?")
FORMER = "first before the change"
"""The rule of those who made way for others: the time told is that of the others."""


def moved_from(
    scene: Scene, number: Number, size: int
) -> list[tuple[Decimal, Decimal | None, Subject]] | None:
    """The first before a change and those since: 前三从甲、乙、丙换成丁、甲、戊."""
    if scene.text[number.end : number.end + 1] not in FROM:
        return None
    changed = MOVED.search(scene.text, number.end, scene.clause_end)
    if not changed:
        return None
    stop = STOP.search(scene.text, changed.end())
    before = listed_between(scene, number.end + 1, changed.start())
    since = listed_between(scene, changed.end(), stop.start() if stop else len(scene.text))
    if len(before) != size or len(since) != size:
        return None
    assert number.value is not None
    former = [one.by(FORMER) for one in before]
    return [(number.value, number.value_high, one) for one in (*former, *since)]


FROM = frozenset("从由")


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
