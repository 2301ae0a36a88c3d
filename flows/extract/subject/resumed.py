"""Behind the sentence of a firm that an article about a place gives for an example, what only a place has
(种植户, 规上企业, 全产业链) is told of the place again.
"""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.levels import LANDS, LOCAL
from flows.extract.outline import Topics
from flows.extract.reference import regions
from flows.extract.subject.subjects import NOBODY, Scene, Subject, sentence_before, subject_of_run
from flows.patterns import lazy

OF_PLACE = lazy(
    rf"{alternation('place_total')}"
    r"|企业[^，。；0-9服客]{0,8}[0-9][0-9.万]*[余多]?[家户]|[0-9][0-9.万]*[余多]?家[^，。；0-9]{0,12}企业"
)
REACHED = lazy(
    r"(?:带动|服务|覆盖|接入|惠及|帮助|供应|供货|签约|合作|客户|赋能|联结|链接|对接|辐射|支持|助力|培训|联合|连接|面向|吸纳|收购|流转|发展|指导|为|向|与)"
    r"了?[^，。；]{0,8}$"
)
"""What a firm does to such ones: 带动农户300户 is its own deed."""
HOLDERS = (
    "园", "区", "港", "城", "谷", "镇", "会", "中心", "基地", "市场", "平台", "联盟", "大学",
    "学院", "医院", "银行", "保险",
)  # fmt: skip
"""Ends of names of those that have firms and growers as places do."""
RULE = "the article's place again"


def back_to_place(scene: Scene, last: Subject, topics: Topics) -> Subject | None:
    """The article's place, where the claim before was a firm's and this one can only be a place's."""
    if last.firm is None or last.regions or last.model or last.firm[1].endswith(HOLDERS):
        return None
    if topics.headline.firm is not None:
        return None
    home = next(filter(is_home, (topics.headline, topics.place)), NOBODY)
    if home.empty:
        return None
    start, end = scene.sentence.start, scene.text.find("。", scene.number.end)
    for found in OF_PLACE.finditer(scene.text, start, end if end >= 0 else len(scene.text)):
        if not REACHED.search(scene.text, max(start, found.start() - 12), found.start()):
            return home.by(RULE)
    return None


def back_to_home(last: Subject, topics: Topics) -> Subject | None:
    """The article's place, where the claim before was a firm's and the article is about no firm."""
    if last.firm is None or last.regions or topics.headline.firm is not None:
        return None
    return next((one.by(RULE) for one in (topics.headline, topics.place) if is_home(one)), None)


POINT = lazy(r"(?:^|[。；：\n）)])\s*(?:[一二三四五六七八九十]是|第[一二三四五六七八九十][，、])")
"""How the points of a report open (二是…。三是…)."""
OURS = lazy(r"[^。；]{0,16}[到来在为向至对给][我全][省市区县州旗](?![重国]点)")
"""What tells behind a number that it is the speaker's own place: 74家企业到我区测试."""


def at_a_new_point(scene: Scene, topics: Topics) -> Subject | None:
    """The place of a report, where a point of it opens behind one that named a part of the place, and has
    named nobody since, or where it says 我区 behind the number.
    """
    home = next(filter(is_home, (topics.headline, topics.place)), NOBODY)
    if home.empty:
        return None
    if OURS.match(scene.text, scene.number.end):
        return home.by(RULE)
    points = [found.start() for found in POINT.finditer(scene.text, 0, scene.number.start)]
    named = [m.start for m in scene.mentions if m.start < scene.number.start and m.kind != "self"]
    return home.by(RULE) if points and named and points[0] < named[-1] < points[-1] else None


COUNTED_LIST = lazy(
    r"[、和与及][^，。；、]{1,8}[0-9两三四五六七八九十]+个?(?:地级?市|地市|城市|[市区县州])"
    r"(?:入选|获批|上榜|入围|成为|跻身|纳入|获评)[^，。；]{0,20}，$"
)
HOW_MANY = lazy(r"(?:入选|入围|上榜|获批|获评|试点|示范)?(?:城市)?(?:总数量?|数量|个数|数)")


def of_all_listed(scene: Scene, topics: Topics) -> Subject | None:
    """The article's place, by how many of whose towns, listed and counted before, it ranks
    (甲、乙、丙3市入选试点，数量居全国首位).
    """
    if scene.number.unit != "rank" or not HOW_MANY.match(scene.text, scene.clause_start):
        return None
    if not COUNTED_LIST.search(scene.text, scene.sentence.start, scene.clause_start):
        return None
    return next((one.by(RULE) for one in (topics.headline, topics.place) if is_home(one)), None)


HERE = ("这里", "此地", "这片土地", "这方土地")


THERE = ("现场", "会上", "活动现场", "活动上", "推介会上", "活动期间")
"""How a sentence opens that tells what a meeting brought, behind one that told who came to it."""


def here_again(scene: Scene, last: Subject, topics: Topics, start: int) -> Subject | None:
    """The article's place, where the text at `start` opens with 这里 behind what told where in the land it is
    (or with what a meeting of the place brought).
    """
    if last.firm or last.model or not scene.text.startswith((*HERE, *THERE), start):
        return None
    since = sentence_before(scene)
    opens = next((m for m in scene.mentions if m.start == since < scene.sentence.start), None)
    if opens and opens.level in LOCAL and opens.role == "subject":
        return subject_of_run([opens], "opens the sentence before")  # 某新区是主要承载地。这里…
    wide = all(region in regions() and regions()[region].level in LANDS for region, _ in last.regions)
    wide = wide or scene.text.startswith(THERE, start)
    return next((one.by(RULE) for one in (topics.headline, topics.place) if wide and is_home(one)), None)


def is_home(source: Subject) -> bool:
    """Is it one place within a land?"""
    known = regions().get(source.regions[0][0]) if len(source.regions) == 1 else None
    return known is not None and known.level in LOCAL
