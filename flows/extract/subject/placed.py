"""The place behind a number where its things are or come from: 约一半来自上海, 8家在北京."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.extract.levels import LANDS
from flows.extract.subject.compared import PART_THERE
from flows.extract.subject.runs import runs
from flows.extract.subject.subjects import Scene, Subject, subject_of_run
from flows.patterns import lazy

WHERE = (
    r"(?:来自于?|产自|产于|源自|出自|位于|设在|落[在户]于?|分布[在于]|集中[在于]|(?:集聚|聚集|汇聚|扎根)[在于]?"
    r"|归属?|属于?|流向|流入|投向|进了|在|由)"
)
ORIGIN = lazy(rf"[^，。；]{{0,3}}?{WHERE}$")
OF_ALL = lazy(
    rf"(?:以上|左右|多)?(?:[（(][^（）()]{{1,16}}[）)])?的?[^，。；、0-9]{{0,16}}?(?:总部)?(?:都|均|就|皆)?{WHERE}$"
)
"""Between a part of all things of a land and the place where they are (全国约一半的纽扣产自甲市)."""
LISTED = lazy(r"(?:[^，。；、]{1,16}、){1,4}[^，。；、]{1,16}?(?:产自|产于|出自|来自|源自)$")
"""The same with other amounts between (2/3的球、近4亿支球拍产自甲市)."""


def origin(scene: Scene) -> Subject | None:
    """The place behind a number that says where its things are (约一半来自上海)."""
    end, percent = behind_brackets(scene), scene.number.unit == "percent"
    for mention in scene.sentence.mentions:
        if scene.number.end <= mention.start < end and mention.kind == "region":
            gap = scene.text[scene.number.end : mention.start]
            if PART_THERE.match(scene.text, mention.end):
                return None  # 在全球占三成、在全国占一半
            places = runs([m for m in scene.sentence.mentions if mention.start <= m.start < end], scene.text)[
                0
            ]
            closed = CLOSING.match(scene.text, places[-1].end) is not None
            if not percent and not closed:
                return None
            if closed and MADE.search(gap) and is_of_all(scene, gap):
                return subject_of_run(places, "place where they are made")
            if percent and SEATED.fullmatch(gap) or closed and is_of_all(scene, gap):
                return subject_of_run(places, "place behind")
            near = len(gap) <= 8 and ORIGIN.match(gap) or GATHERED.match(gap)
            near = near or MADE_AS.fullmatch(gap) and MADE_THERE.match(scene.text, mention.end)
            if near or MADE_BY.fullmatch(gap) and MAKES.match(scene.text, mention.end):
                return subject_of_run(places if closed else [mention], "place behind")
            return None
    return None


MADE = lazy(r"(?:产自|产于|出自)$")
"""Before the place that makes things, of which the sentence then speaks on (半数纽扣产自甲市，年产值…)."""


def behind_brackets(scene: Scene) -> int:
    """Where the number's clause ends, behind brackets that it opens: 27%（3100家）落在甲市."""
    closed = scene.text.find("）", scene.number.end) if scene.text[scene.number.end :][:1] == "（" else -1
    return scene.sentence.clause_end(closed + 1) if closed >= 0 else scene.clause_end


def is_of_all(scene: Scene, gap: str) -> bool:
    """Do the words between a number and a place say where things are of which a land has so many, or which
    the sentence says of nobody?
    """
    named = scene.eligible(scene.sentence.clause_start(scene.number.start), scene.number.start)
    if any(m.level not in LANDS for m in named):
        return False
    return OF_ALL.fullmatch(gap) is not None or LISTED.fullmatch(gap) is not None


SEATED = lazy(
    r"(?:以上|左右)?的?[^，。；0-9]{0,6}?(?:企业|公司|机构|品牌|独角兽|项目|高校|院校|工厂)"
    r"(?:总部)?(?:都|均|就)?(?:出自|来自|位于|设在|分布在|集中在|集中于|落户)"
)
"""Between a part of all firms and the places where they are (六成以上的上榜企业出自甲市和乙市)."""
SETTLED = lazy(
    r"[^，。；：、]{0,18}?(?:花落|落户|落址|落地|落子|入驻|进驻|安家|扎根|签约|布局|投资建设于|选址)(?:在|于|到)?$"
)


def settled_at(scene: Scene) -> Subject | None:
    """The place where things of a land settle (中国26个项目落户甲省), of which is told."""
    for mention in scene.sentence.mentions:
        if scene.number.end <= mention.start < scene.clause_end and mention.kind == "region":
            closes = scene.text[mention.end : mention.end + 1] in ENDING
            gap = scene.text[scene.number.end : mention.start]
            return subject_of_run([mention], "place behind") if closes and SETTLED.fullmatch(gap) else None
    return None


ENDING = frozenset(("", *"，。；！ \n"))
CLOSING = lazy(
    r"[市省区县]?(?:籍|本土|本地)?(?:新创|初创|科技|民营)?(?:企业|公司|厂商|机构|高校|品牌|团队)?(?:的口袋|手中|囊中)?"
    r"(?:迁来|迁入|搬来|转来|转入|建成|投用|铺开)?(?:$|[，。；、）)])"
)
"""What stands behind the place where counted things are (8家在北京，), unlike 8家在北京上市."""
GATHERED = lazy(r"^[^，。；]{0,14}?(?:汇聚|聚集|集聚|落户|扎根|集中)(?:在|于|到)?$")
MADE_BY = lazy(r"(?:以上|左右|多)?的[^，。；0-9由]{1,16}?(?:是|都|均)?由")
MADE_AS = lazy(r"(?:以上|左右|多)?(?:都|均|就|皆)?[是为]")
MADE_THERE = lazy(r"(?:市|省|县|区|地区|本地)?(?:制?造|生产|出产|产)(?:的|$|[，。；！？\s”])")
"""Around the place that makes a part of all things: 全球一半的激光笔是甲市造."""
MAKES = lazy(r"[^，。；]{0,6}?(?:供应|提供|生产|制造|出产|贡献|产出|承担|完成|创造|加工|供给|运出|包揽)")
"""Around the place of which a part of all things is (全球七成的饰品由甲市供应)."""
LOCATED = lazy(rf"[家个所座名位项款台辆部颗件席](?:企业|公司|机构|项目|总部)?(?:总部|就|均|都|分别)?{WHERE}")
"""Behind what a number counts, before the place where it is."""
FLOWS = ("进了", "流入", "流向", "投向", "落入")
"""What money does that a place gets."""


def is_placed(scene: Scene) -> bool:
    """May a place behind the number say where its things are (约一半来自上海, 8家在北京)?"""
    number = scene.number
    if number.unit == "percent" or scene.text.startswith(FLOWS, number.end):
        return True
    if LISTED_ON.match(scene.text, number.end):
        return True
    return number.unit == "count" and LOCATED.match(scene.text, number.end - 1, number.end + 12) is not None


LISTED_ON = lazy(
    r"[^，。；、0-9]{2,16}在全[国球](?=建成|投用|铺开)"
    r"|[^，。；、]{1,16}(?:、[^，。；、]{1,16}){0,4}?(?:产自|产于|出自)"
)


SEAT = ("总部设在", "总部位于", "总部在", "注册地在", "注册在", "坐落于", "落户", "扎根")
SEATED_THERE = lazy(
    r"[市省区县]?的[^，。；、0-9]{0,14}?(?:企业|公司|机构|独角兽|厂商|总部|品牌|药企|车企)(?:总?数量?)?"
    r"(?:已经?|目前|共计?|总共|合计|一共|有|达到?|为|约|近|超过?|占|增至|增加到)*"
)


def seated_there(scene: Scene) -> Subject | None:
    """The place whose firms a clause counts by their seat (总部设在甲市的独角兽共有62家)."""
    start, at = scene.clause_start, scene.number.start
    for mention in scene.sentence.mentions:
        if start <= mention.start < at and mention.kind == "region":
            seated = scene.text.endswith(SEAT, 0, mention.start) and SEATED_THERE.fullmatch(
                scene.text, mention.end, at
            )
            if seated or scene.text.endswith("来自", 0, mention.start) and are_from_there(scene, mention):
                return subject_of_run([mention], "place of those seated there")
    return None


FROM_THERE = lazy(
    r"[市省区县]?的(?:企业|公司|机构)?(?:已经?|目前|共计?|总共|就|则|一共|有|达到?|为|约|近|超过?)*"
)


def are_from_there(scene: Scene, mention: Mention) -> bool:
    """Does the number count firms by the place that they come from (上市公司34家，来自甲省的11家)?"""
    bodies = scene.number.unit == "count" and scene.number.surface.endswith("家")
    return bodies and FROM_THERE.fullmatch(scene.text, mention.end, scene.number.start) is not None
