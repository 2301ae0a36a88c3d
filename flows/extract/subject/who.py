"""The order in which a number's subject is sought: beside it, in its segment,
clause by clause, then further back.
"""

from __future__ import annotations

from flows.extract.entities.cast import Cast
from flows.extract.entities.mention import Mention
from flows.extract.metric.fitting import is_zone_label
from flows.extract.outline import Topics
from flows.extract.subject.amid import past_land
from flows.extract.subject.anaphora import (
    anaphor,
    latter,
    spoken_firm,
    zone_anaphor,
)
from flows.extract.subject.beside import (
    adjacent,
    kind_there,
    quoted_before,
    whole_amount,
)
from flows.extract.subject.crowds import counts_crowd, is_list_there, without_counted
from flows.extract.subject.fallback import fall_back
from flows.extract.subject.framed import out_of_frame, seen_from
from flows.extract.subject.groups import (
    firm_group,
    first_firms,
    group_anaphor,
    group_behind,
    unnamed_group,
    whole_field,
)
from flows.extract.subject.homes import NATION
from flows.extract.subject.its import its_own, made_so, met_with, used_by, valued
from flows.extract.subject.kinds import kind_anaphor
from flows.extract.subject.makers import behind_model, named_model, with_maker
from flows.extract.subject.named import apposed, described, gathered_at, of_goods, ranked_name, ranked_one
from flows.extract.subject.nameless import of_nobody
from flows.extract.subject.own_words import here_behind, self_place
from flows.extract.subject.partners import at_home, set_partners_aside
from flows.extract.subject.placed import is_placed, origin, seated_there, settled_at
from flows.extract.subject.pointed import pointed_thing
from flows.extract.subject.position import in_subject_position
from flows.extract.subject.products import its_product, product_anaphor
from flows.extract.subject.resumed import back_to_home, here_again
from flows.extract.subject.rosters import of_an_index, tier
from flows.extract.subject.subjects import (
    ANONYMOUS,
    FIRM_KINDS,
    NOBODY,
    Scene,
    Subject,
    best_run,
    in_segment,
    in_sentence,
    runs,
    sentence_before,
)
from flows.patterns import lazy


def subject_of(
    scene: Scene, kind: str, last: Subject, same_sentence: bool, own_noun: bool, topics: Topics, cast: Cast
) -> Subject:
    """The subject of the scene's number; `kind` is what the metric is usually about,
    `last` the claim before.
    """
    rest = without_counted(scene)
    if rest:
        scene = rest
    if kind == "home":
        last = at_home(last, set_partners_aside(scene, topics))
        kind = "region"
    if scene.sentence.indexed and any(
        m.level == "index" and m.start < scene.number.start for m in scene.sentence.mentions
    ):
        return NOBODY.by("market index")
    if scene.text.startswith("作为", scene.clause_start):
        behind = apposed(scene)
        if behind:
            return with_maker(behind, scene, topics)
    done = of_nobody(scene, last, same_sentence) or pointed_thing(scene) or used_by(scene, last, topics)
    done = done or met_with(scene) or made_so(scene) or its_own(scene, last, topics)
    if done:
        return with_maker(done, scene, topics)
    beside = of_goods(scene) or described(scene) or whole_amount(scene) or kind_there(scene)
    beside = beside or seated_there(scene) or ranked_one(scene)
    beside = beside or (adjacent(scene) if scene.near else None)
    beside = beside or ranked_name(scene) or quoted_before(scene)
    segment = scene.text[scene.floor : scene.number.start]
    if (
        not beside
        and ("比" in segment or "较" in segment)
        and COMPARED_THING.search(segment)
        and not COMPARED_TIME.search(segment)
        and not scene.eligible(scene.floor, scene.number.start)
    ):
        return NOBODY.by("compared with a thing without a name")
    if kind == "model":
        named = named_model(scene)
        if named:
            return with_maker(named, scene, topics)
    released = None if beside or not scene.sentence.mentions else behind_model(scene)
    if released:
        return with_maker(released, scene, topics)
    if beside and scene.number.unit == "percent" and beside.regions[:1] in WHOLE_LANDS:
        beside = origin(scene) or beside
    elif beside and scene.number.unit == "count" and beside.regions[:1] in WHOLE_LANDS:
        beside = settled_at(scene) or beside
    if beside:
        return with_maker(beside, scene, topics)
    if is_placed(scene) and kind not in FIRM_KINDS and (not last.firm or scene.number.unit != "percent"):
        place = origin(scene) or here_behind(scene, topics) or group_behind(scene, topics)
        if place:
            return place
    clause = scene.text[scene.clause_start : scene.number.start]
    if any(word in clause for word in SPEAKERS) and CLAUSE_ANAPHOR.match(clause):
        thing = product_anaphor(scene, topics) if "平台" in clause and not scene.near else None
        spoken = thing and with_maker(thing, scene, topics) or anaphor(scene, last, topics, kind)
        if spoken:
            return spoken
    found = (self_place(scene, topics, scene.floor, last) or in_segment(scene, kind)) if scene.near else None
    found = found and (past_land(found, scene, last, same_sentence, kind, topics) or found)
    found = found or gathered_at(scene) or zone_anaphor(scene, topics) or kind_anaphor(scene, topics)
    found = found or product_anaphor(scene, topics)
    found = found or (its_product(scene, last, topics) if kind != "firm" else None)
    if not found and not same_sentence:
        found = anaphor(scene, last, topics, kind)
    of_places = last.empty or last.regions and not (last.firm or last.model)
    if found and (kind not in FIRM_KINDS or found.firm or found.model or of_places or not same_sentence):
        if kind in FIRM_KINDS and found.regions:
            firm = in_sentence(scene, kind)
            if firm and (firm.firm or firm.model):
                return with_maker(firm, scene, topics)
        return with_maker(found, scene, topics)
    return (
        stands_for(scene, last, clause, kind, topics)
        or (in_same_sentence(scene, kind, last, topics) if same_sentence else None)
        or further_back(scene, kind, last, topics)
    )


def stands_for(scene: Scene, last: Subject, clause: str, kind: str, topics: Topics) -> Subject | None:
    """Whom 三市, 后者, 前10城 or 从行业分布来看 mean."""
    part = tier(scene, topics, NATION) if "第" in clause else None
    if part or of_an_index(scene):
        return part or NOBODY.by("index")
    start, end = scene.sentence.start, scene.number.start
    group = group_anaphor(scene, topics) or firm_group(scene, topics, start, end)
    pair = latter(scene, topics) if "后者" in clause or "前者" in clause else None
    group = group or (pair and with_maker(pair, scene, topics))
    said = scene.text[scene.since : scene.number.start]
    viewed = "从" in said or "按" in said or "分" in said
    group = group or unnamed_group(scene, last) or first_firms(scene, topics) or whole_field(scene, topics)
    return group or (seen_from(scene, kind, topics) if viewed else None)


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


WHOLE_LANDS = (NATION.regions, (("001", "全球"),))
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
        spoken = None if is_back(scene, last, topics) else spoken_firm(scene, last, topics)
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
    return start < scene.sentence.start and not any(m.kind in {"firm", "model"} for m in named)


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


SPEAKERS = ("公司", "集团", "我们", "该")
CLAUSE_ANAPHOR = lazy(
    r"(?:目前|当前|而|但|其中|同时|此外|截至目前|[上下]半年|去年|今年|全年|当年|同期|报告期内|期内|前?[一二三四]季度|[0-9]{1,4}[年月]|过去[一二两三四五六七八九十几]+年|近[一二两三四五六七八九十几]*年来?|这[一二两三]年|至今|迄今|预[计估期]|估计|显示|，|“)*(?:公司|集团|我们|该(?:公司|企业|集团|行|院|校|所|厂|平台))(?!旗下|的?(?:全资|控股)?子公司|控股的?|参股的?)"
)


COMPARED_THING = lazy(
    r"(?:相[较比]于?|对比|比起)"
    r"(?!于|[0-9]{2,4}-|去年|上年|前年|今年|上半年|下半年|年初|年底|年末|同期|增|降|减|提|持平|下滑|回升|上升|成长|上月|上季|上周|此前|之前|以往|过去|上市|成立|发行价|招股价|开盘|收盘|初期|首次|第?[一二三四]季度?|[前上头][一两]|[0-9]{1,4}[年月]|[一两]年前|年前)"
    r"[^，。；]{2,16}$"
)

COMPARED_TIME = lazy(
    r"[与和同跟较][^，。；]{0,6}?(?:[前上头去]一?[年季月周日]|同期|年前|[0-9]{1,4}[年月]份?)[^，。；]{0,4}?相[比较]"
)
"""和前一季相比也增加22%: compared with a time, not with a thing."""


def firms_named(scene: Scene) -> int:
    """How many firms the sentence names before the number: a list of them is no
    subject of a region's metric.
    """
    return len({m.ids for m in scene.eligible(scene.sentence.start, scene.number.start) if m.kind == "firm"})
