"""Who was named earlier: in the number's sentence, in the passage, in the article."""

from __future__ import annotations

from flows.extract.entities.mention import FIRM_KINDS, Mention
from flows.extract.metric.fitting import is_zone_label
from flows.extract.outline import Topics
from flows.extract.subject.anaphora import spoken_firm
from flows.extract.subject.crowds import counts_crowd, is_list_there
from flows.extract.subject.fallback import fall_back
from flows.extract.subject.framed import out_of_frame
from flows.extract.subject.homes import NATION
from flows.extract.subject.its import valued
from flows.extract.subject.makers import with_maker
from flows.extract.subject.own_words import self_place
from flows.extract.subject.position import in_subject_position
from flows.extract.subject.resumed import back_to_home, here_again
from flows.extract.subject.runs import runs
from flows.extract.subject.subjects import (
    ANONYMOUS,
    NOBODY,
    Scene,
    Subject,
    best_run,
    in_sentence,
    sentence_before,
)
from flows.patterns import lazy


def in_same_sentence(scene: Scene, kind: str, last: Subject, topics: Topics) -> Subject | None:
    """Who was named since the claim before in the sentence, else whom that claim was about."""
    if scene.near and scene.since < scene.floor:
        newer = [
            m
            for run in runs(scene.eligible(scene.since, scene.floor), scene.text)
            for m in led_by(run, scene)
        ]
        if newer:
            clause = scene.sentence.clause_start(newer[-1].start)
            newer = [m for m in newer if m.start >= clause or scene.text[m.end : m.end + 1] == "、"]
        of_firm = kind in FIRM_KINDS and (last.firm or last.model)
        fresh = best_run(runs(newer, scene.text), kind, "named since the claim before")
        if fresh and not (of_firm and fresh.regions) and not is_list_there(fresh, last, kind):
            return with_maker(fresh, scene, topics)
    home = back_to_home(last, topics) if kind not in FIRM_KINDS and counts_crowd(scene) else None
    if home:
        return home
    framed = out_of_frame(scene, kind) or here_again(scene, last, topics, scene.clause_start)
    if framed or last.empty:
        return framed
    raised = valued(scene, last)
    if raised:
        return raised
    part = not last.firm and is_zone_label(scene.text[scene.since : scene.number.start])
    if part and topics.headline.regions:
        return topics.headline
    parted = "；" in scene.text[max(scene.sentence.start, scene.floor - 1) : scene.number.start]
    resumed = in_sentence(scene, kind) if parted or scene.text[scene.floor - 1] == "；" else None
    if resumed and resumed.rule.startswith("opens") and not last.regions:
        return resumed
    return last.by("subject of the claim before")


def led_by(run: list[Mention], scene: Scene) -> list[Mention]:
    """The names of a list from the first on that is spoken of."""
    for index, mention in enumerate(run):
        if in_subject_position(mention, scene.sentence, scene.text):
            return run[index:]
        if scene.text[scene.since : mention.start] in NEXT_ITEM:
            return run[index:]
    return []


NEXT_ITEM = frozenset("、，；和及")


def further_back(scene: Scene, kind: str, last: Subject, topics: Topics) -> Subject:
    """Who is named in an earlier clause, or was spoken of in the passage, or is what the article is about."""
    if counts_provinces(scene):
        return NATION.by("provinces are counted")
    found = in_sentence(scene, kind) or self_place(scene, topics, scene.sentence.start, last)
    same = found is not None and last.model is not None and found.model == last.model
    if found and kind == "region" and not found.regions and not same and is_no_place(found, scene):
        found = None
    here = scene.eligible(scene.clause_start, scene.floor) if found and found.regions else []
    if kind in FIRM_KINDS and not (found and (found.firm or found.model or opens_with(here, scene))):
        if ANONYMOUS.search(scene.text, scene.sentence.start, scene.number.start):
            return NOBODY.by("speaker without a name")
        spoken = None if is_back(scene, last, topics) else spoken_firm(scene, topics)
        if spoken:
            return with_maker(spoken, scene, topics)
    if found:
        return with_maker(found, scene, topics)
    return fall_back(scene, kind, last, topics)


PROVINCES = lazy(r"(?:个)?(?:省区市|省市|省份|省级行政区)")
OPENS = lazy(r"(?:目前|现|如今|此外|同时|另外|截至目前|已)*(?:已?有|共有)?$")


def counts_provinces(scene: Scene) -> bool:
    """Does the number open its clause and count provinces of the land (23个省市已出台条例)?"""
    counted = scene.text[scene.number.end - 1] == "个" or scene.number.unit == "percent"
    if not counted or not PROVINCES.match(scene.text, scene.number.end):
        return False
    return OPENS.fullmatch(scene.text, scene.clause_start, scene.number.start) is not None


def is_back(scene: Scene, last: Subject, topics: Topics) -> bool:
    """Has an article about a place come back to it since it named a firm, in the sentence before?"""
    if not last.regions or last.firm or not topics.headline.regions or topics.headline.firm:
        return False
    start = sentence_before(scene)
    between = [m for m in scene.mentions if start <= m.start < scene.sentence.start]
    back = next((i for i, m in enumerate(reversed(between)) if is_place(m)), None)
    named = between[len(between) - back :] if back is not None else between
    return start < scene.sentence.start and not any(m.kind in FIRM_KINDS for m in named)


def is_place(mention: Mention) -> bool:
    """Is it a place that is spoken of, by its name or by a word like 全市?"""
    return mention.kind in {"region", "self"} and mention.role == "subject"


def is_no_place(found: Subject, scene: Scene) -> bool:
    """Is it one of several firms, or a model, of which a region's metric is not said?"""
    if found.model and not found.firm:
        return True
    if not found.firm or firms_named(scene) < 2:
        return False
    last = [m for m in scene.eligible(scene.sentence.start, scene.clause_start) if m.ids[0] == found.firm[0]]
    alone = last and scene.text[last[-1].end : last[-1].end + 1] == "，"  # …有甲公司，年内
    return not (alone and found.rule == "opens an earlier clause")


def opens_with(here: list[Mention], scene: Scene) -> bool:
    """Does the number's own clause open with a place (全球前十大厂商营收至…)?"""
    return bool(here) and here[0].start == scene.clause_start


def firms_named(scene: Scene) -> int:
    """How many firms the sentence names before the number: a list of them is no
    subject of a region's metric.
    """
    return len({m.ids for m in scene.eligible(scene.sentence.start, scene.number.start) if m.kind == "firm"})
