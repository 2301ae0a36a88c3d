"""The order in which a number's subject is sought: beside it, in its segment,
clause by clause, then further back.
"""

from __future__ import annotations

from flows.extract.entities.mention import FIRM_KINDS
from flows.extract.outline import Topics
from flows.extract.subject.amid import past_land
from flows.extract.subject.anaphora import (
    anaphor,
    latter,
    zone_anaphor,
)
from flows.extract.subject.beside import (
    adjacent,
    kind_there,
    quoted_before,
    whole_amount,
)
from flows.extract.subject.crowds import without_counted
from flows.extract.subject.earlier import further_back, in_same_sentence
from flows.extract.subject.framed import seen_from
from flows.extract.subject.groups import (
    firm_group,
    first_firms,
    group_anaphor,
    group_behind,
    unnamed_group,
    whole_field,
)
from flows.extract.subject.homes import NATION
from flows.extract.subject.its import its_own, made_so, met_with, used_by
from flows.extract.subject.kinds import kind_anaphor
from flows.extract.subject.makers import behind_model, named_model, with_maker
from flows.extract.subject.named import apposed, described, gathered_at, of_goods, ranked_name, ranked_one
from flows.extract.subject.nameless import of_nobody
from flows.extract.subject.own_words import here_behind, self_place
from flows.extract.subject.partners import at_home, set_partners_aside
from flows.extract.subject.placed import is_placed, origin, seated_there, settled_at
from flows.extract.subject.pointed import pointed_thing
from flows.extract.subject.pointed_products import its_product, product_anaphor
from flows.extract.subject.resumed import of_all_listed
from flows.extract.subject.rosters import of_an_index, tier
from flows.extract.subject.subjects import NOBODY, Scene, Subject, in_segment, in_sentence
from flows.patterns import holds, lazy


def subject_of(scene: Scene, kind: str, last: Subject, same_sentence: bool, topics: Topics) -> Subject:
    """The subject of the scene's number; `kind` is what the metric is usually about,
    `last` the claim before.
    """
    scene = without_counted(scene) or scene
    if kind == "home":
        last = at_home(last, set_partners_aside(scene, topics))
        kind = "region"
    return (
        told_outright(scene, last, same_sentence, topics)
        or told_beside(scene, kind, topics)
        or placed_behind(scene, kind, last, topics)
        or speaks_of_itself(scene, kind, last, topics)
        or in_own_segment(scene, kind, last, same_sentence, topics)
        or stands_for(scene, last, scene.text[scene.clause_start : scene.number.start], kind, topics)
        or (in_same_sentence(scene, kind, last, topics) if same_sentence else None)
        or further_back(scene, kind, last, topics)
    )


def told_outright(scene: Scene, last: Subject, same_sentence: bool, topics: Topics) -> Subject | None:
    """Of whom words around the number tell without doubt: 沪指涨1.2%, 十大车企中有八家采用其芯片."""
    indices = [m for m in scene.sentence.mentions if m.level == "index"] if scene.sentence.indexed else []
    if any(index.start < scene.number.start for index in indices):
        return NOBODY.by("market index")
    told = (
        (apposed(scene) if scene.text.startswith("作为", scene.clause_start) else None)
        or of_nobody(scene, last, same_sentence)
        or pointed_thing(scene)
        or used_by(scene, last, topics)
        or met_with(scene)
        or made_so(scene)
        or its_own(scene, last, topics)
        or of_all_listed(scene, topics)
    )
    return with_maker(told, scene, topics) if told else None


def told_beside(scene: Scene, kind: str, topics: Topics) -> Subject | None:
    """Who stands beside the number, or the model that its clause or the one before names."""
    beside = beside_number(scene)
    if not beside and is_above_nameless(scene):
        return NOBODY.by("compared with a thing without a name")
    model = named_model(scene) if kind == "model" else None
    if not model and not beside and scene.sentence.mentions:
        model = behind_model(scene)
    if model:
        return with_maker(model, scene, topics)
    return with_maker(within_land(beside, scene), scene, topics) if beside else None


def beside_number(scene: Scene) -> Subject | None:
    """The name directly before the number or behind it (北京34家, 估值200亿元的甲公司)."""
    return (
        of_goods(scene)
        or described(scene)
        or whole_amount(scene)
        or kind_there(scene)
        or seated_there(scene)
        or ranked_one(scene)
        or (adjacent(scene) if scene.near else None)
        or ranked_name(scene)
        or quoted_before(scene)
    )


def is_above_nameless(scene: Scene) -> bool:
    """Is the number compared with a thing that bears no name (比传统方案降低30%)?"""
    segment = scene.text[scene.floor : scene.number.start]
    if "比" not in segment and "较" not in segment or not COMPARED_THING.search(segment):
        return False
    return not COMPARED_TIME.search(segment) and not scene.eligible(scene.floor, scene.number.start)


def within_land(beside: Subject, scene: Scene) -> Subject:
    """The place behind the number where things of a whole land come from or settle (中国26个项目落户甲省)."""
    if beside.regions[:1] not in WHOLE_LANDS:
        return beside
    if scene.number.unit == "percent":
        return origin(scene) or beside
    return settled_at(scene) or beside if scene.number.unit == "count" else beside


def placed_behind(scene: Scene, kind: str, last: Subject, topics: Topics) -> Subject | None:
    """The place behind the number that says where its things are (约一半来自上海)."""
    if not is_placed(scene) or kind in FIRM_KINDS or last.firm and scene.number.unit == "percent":
        return None
    return origin(scene) or here_behind(scene, topics) or group_behind(scene, topics)


def speaks_of_itself(scene: Scene, kind: str, last: Subject, topics: Topics) -> Subject | None:
    """The firm or the product that 公司, 我们 or 该平台 means where the number's clause opens with it."""
    clause = scene.text[scene.clause_start : scene.number.start]
    if not holds(clause, SPEAKERS) or not CLAUSE_ANAPHOR.match(clause):
        return None
    thing = product_anaphor(scene, topics) if "平台" in clause and not scene.near else None
    return with_maker(thing, scene, topics) if thing else anaphor(scene, last, topics, kind)


def in_own_segment(
    scene: Scene, kind: str, last: Subject, same_sentence: bool, topics: Topics
) -> Subject | None:
    """Whom the number's own segment names or points at; a place that it names gives way to a firm of the
    sentence where the metric is said of firms.
    """
    found = named_here(scene, kind, last, same_sentence, topics) or pointed_at(scene, kind, last, topics)
    if not found and not same_sentence:
        found = anaphor(scene, last, topics, kind)
    if not found:
        return None
    if kind in FIRM_KINDS and not (found.firm or found.model):
        of_places = last.empty or last.regions and not (last.firm or last.model)
        if same_sentence and not of_places:
            return None
    if kind in FIRM_KINDS and found.regions:
        firm = in_sentence(scene, kind)
        if firm and (firm.firm or firm.model):
            return with_maker(firm, scene, topics)
    return with_maker(found, scene, topics)


def named_here(
    scene: Scene, kind: str, last: Subject, same_sentence: bool, topics: Topics
) -> Subject | None:
    """Whom the segment names, or whom it speaks of instead of a wide land amid its clause."""
    if not scene.near:
        return None
    found = self_place(scene, topics, scene.floor, last) or in_segment(scene, kind)
    return found and (past_land(found, scene, last, same_sentence, kind, topics) or found)


def pointed_at(scene: Scene, kind: str, last: Subject, topics: Topics) -> Subject | None:
    """What 该园区, 医院, 这款模型 or 其 means, and where things gather (主要分布在北京，共有20家)."""
    return (
        gathered_at(scene)
        or zone_anaphor(scene, topics)
        or kind_anaphor(scene, topics)
        or product_anaphor(scene, topics)
        or (its_product(scene, last, topics) if kind != "firm" else None)
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


WHOLE_LANDS = (NATION.regions, (("001", "全球"),))
SPEAKERS = ("公司", "集团", "我们", "该")
CLAUSE_ANAPHOR = lazy(
    r"(?:目前|当前|而|但|其中|同时|此外|截至目前|[上下]半年|去年|今年|全年|当年|同期|报告期内|期内|前?[一二三四]季度|[0-9]{1,4}[年月]|过去[一二两三四五六七八九十几]+年|近[一二两三四五六七八九十几]*年来?|这[一二两三]年|至今|迄今|预[计估期]|估计|显示|，|“)*(?:公司|集团|我们(?!统计|梳理|选取|盘点|筛选|整理|汇总|挑选)|该(?:公司|企业|集团|行|院|校|所|厂|平台))(?!旗下|的?(?:全资|控股)?子公司|控股的?|参股的?)"
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
