"""Of whom a number speaks: the nearest compatible region, firm or model by the structure of the sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from flows.extract.cues import alternation
from flows.extract.entities.institutions import discovered_id
from flows.extract.entities.mention import FIRM_KINDS, Mention
from flows.extract.levels import WIDE
from flows.extract.numbers.number import Number
from flows.extract.sentences import Sentence
from flows.extract.subject.position import in_subject_position
from flows.extract.subject.runs import runs
from flows.patterns import lazy

EACH = lazy(
    r"各(?!类|种|地|项|级|界|方|国|行|省|市|区|县|大|个|家|式)|(?<![平日月年周季人户])均(?!价|衡|值)|皆|并列|同[为是获居列](?=[0-9第])|(?<![首成新江宜丰昌于])都(?!市|匀|安|昌|江堰)|分别|分列|每(?![天日月年周季人户名台单次张吨])|各自|依次|上下|左右"
)
ANAPHOR = lazy(
    r"这家[^，。；]{0,16}?(?:公司|企业|机构|平台|品牌|厂商|独角兽|巨头)|(?:该|本|这家|我们?)(?:公司|企业|集团|行|院|校|所|厂|机构|平台|店|基金|园区)|该股(?!东|份|权|指)|(?:^|[，。；：“！？\n])(?:当时|目前|如今|后来|现在|去年|今年|(?:上市|IPO|挂牌|递表)前)?(?:公司|集团|我们(?!统计|梳理|选取|盘点|筛选|整理|汇总|挑选)|它们?)(?!数量|总数)"
)
ANONYMOUS = lazy(
    r"(?:一[位名家]|某|有的|多[位家名]|不少|一些|有)[^，。；“]{0,24}(?:负责人|代表|人士|业者|企业家|受访者|高管|创业者|员工|老板|商家)"
)


@dataclass(slots=True)
class Subject:
    """Regions (id, name), a firm and a model (id, name), and the rule that chose them."""

    regions: tuple[tuple[str, str], ...] = ()
    firm: tuple[str, str] | None = None
    model: tuple[str, str] | None = None
    rule: str = ""
    firms: tuple[tuple[str, str], ...] = ()
    models: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.regions or self.firm or self.model)

    def by(self, rule: str) -> Subject:
        """The same subject, chosen by another rule."""
        return Subject(self.regions, self.firm, self.model, rule, self.firms, self.models)


NOBODY = Subject(rule="none")
ANYBODY = "a thing of a kind"
"""The rule of NOBODY where the text tells what things of a kind take."""
UNNAMED = "a group without names"
"""The rule of NOBODY where the text speaks of the first ten cities, which have no name here."""
NAMELESS_FIRM = "a firm without a name"
"""The rule of NOBODY where somebody tells of his firm, whose name the text does not give."""


def region_pairs(run: list[Mention]) -> tuple[tuple[str, str], ...]:
    return tuple(
        dict.fromkeys(pair for mention in run for pair in zip(mention.ids, mention.names, strict=False))
    )


def subject_of_run(run: list[Mention], rule: str) -> Subject:
    """The subject that a run of mentions makes; a run of firms keeps its first here."""
    head = run[0]
    if head.kind == "region":
        park = (discovered_id(head.park), head.park) if head.park and len(run) == 1 else None
        return Subject(regions=region_pairs(run), firm=park, rule=rule)
    pair = (head.ids[0], head.names[0])
    listed = tuple(dict.fromkeys((mention.ids[0], mention.names[0]) for mention in run))
    if head.kind == "firm":
        return Subject(firm=pair, rule=rule, firms=listed)
    return Subject(model=pair, rule=rule, models=listed)


@dataclass(slots=True)
class Scene:
    """What the passage shows around one number: its text, sentence, mentions, where its segment begins,
    and where its clause begins and ends.
    """

    text: str
    sentence: Sentence
    mentions: list[Mention]
    number: Number
    floor: int
    since: int
    clause_start: int
    clause_end: int
    near: bool
    """Does any mention stand between the number before and this one?"""

    def eligible(self, start: int, end: int) -> list[Mention]:
        """Subjects of the sentence that stand between two offsets in it, but for those that brackets behind
        which the second lies put aside (全国人口（不含港澳台）1.4亿).
        """
        named = [
            m
            for m in self.sentence.mentions
            if start <= m.start and m.end <= end and m.role == "subject" and m.kind != "self"
        ]
        if named and "）" in self.text[named[0].end : end]:
            opened = {m.start - 1 for m in named if tells(m, self.text) and not self.are_counted(m, end)}
            return [m for m in named if not in_brackets(m, self.text, start, end, opened)]
        return named

    def are_counted(self, mention: Mention, end: int) -> bool:
        """Does the name open brackets that list those counted before them, of whom together the text behind
        speaks (新增独角兽3家（甲、乙、丙），总估值50亿美元)?
        """
        if mention.kind == "region" or not COUNT_OPENS.search(self.text, self.sentence.start, mention.start):
            return False
        closed = self.text.find("）", mention.end, end)
        return closed >= 0 and EACH.search(self.text, closed, end) is None


COUNT_OPENS = lazy(r"[0-9一二两三四五六七八九十][家个名位所款支只项][（(]$")


def sentence_before(scene: Scene) -> int:
    """Where the sentence before the number's begins, or this one where it is the first."""
    return scene.text.rfind("。", 0, max(0, scene.sentence.start - 1)) + 1


def tells(mention: Mention, text: str) -> bool:
    """Is something told in the brackets that the name opens, a number or a list, unlike （中国存托凭证）?"""
    closed = text.find("）", mention.end)
    listed = text[mention.end : mention.end + 1] in LISTING
    return closed < 0 or listed or any(map(str.isdigit, text[mention.end : closed]))


LISTING = frozenset("、，）和及与")


def in_brackets(mention: Mention, text: str, start: int, end: int, opened: set[int]) -> bool:
    """Does the name stand in brackets that close before `end` and do not open with a name?"""
    bracket = text.rfind("（", start, mention.start)
    if bracket < 0 or "）" in text[bracket : mention.start] or bracket in opened:
        return False
    return text.find("）", mention.end, end) >= 0


def in_segment(scene: Scene, kind: str) -> Subject | None:
    """The first run of the number's own segment; for a metric of firms or models, the first of these."""
    named = within_frame(scene.eligible(scene.floor, scene.number.start), scene.text)
    named = without_outer(named, scene.text)
    return best_run(runs(named, scene.text), kind, "segment", scene.text)


FRAME = lazy(r"[^，。；：、0-9]{2,14}[中里内]，?")


def within_frame(named: list[Mention], text: str) -> list[Mention]:
    """The names but for the land of all that a clause opens with (全球新创资金里中国分到13%)."""
    if len(named) > 1 and named[0].level in WIDE and FRAME.fullmatch(text, named[0].end, named[1].start):
        return named[1:]
    return named


INNER = lazy(r"[”」]?[^，。；：、“]{0,6}?(?:中|里|上|内|旗下)的[^，。；、的]{0,8}[“「]?")
"""Between a model and a product that is a part of it: “某某”大模型中的助手“某某”."""


def without_outer(named: list[Mention], text: str) -> list[Mention]:
    """The names but for models of whose parts the text speaks."""
    pairs = pairwise(named) if len(named) > 1 else ()
    outer = [
        first.start
        for first, second in pairs
        if first.kind == second.kind == "model" and INNER.fullmatch(text, first.end, second.start)
    ]
    return [m for m in named if m.start not in outer] if outer else named


OF_LAND = lazy(
    rf"[\u4e00-\u9fff]{{0,6}}(?:{alternation('firm_noun')}|{alternation('firm_kind')}|[大商]?厂)[“「]?"
)
"""Between a land and the firm of it that the text speaks of: 德国化工巨头某某投资…."""
RANKS = lazy(r"(?:则|也|又|以[^，。；]{2,14})?(?:名列|位列|位居|排名|排在|跻身|居|获评|完成|拿下|市值|估值)")
"""Behind the firm that a relative clause leads to, and of which it is spoken: 首批做到的某公司名列第三."""


def relative_head(groups: list[list[Mention]], text: str) -> list[Mention] | None:
    """The firm that a relative clause leads to (创下中国纪录的某公司，): it is spoken of, not the place."""
    for index, run in enumerate(groups):
        first, last = run[0], run[-1]
        before = groups[index - 1][-1] if index else None
        if before and before.kind == "region" and first.kind == "firm" and len(run) == 1:
            if OF_LAND.fullmatch(text, before.end, first.start):
                return run
        if first.kind == "firm" and len(run) == 1 and text[first.start - 1 : first.start] == "的":
            if text[last.end : last.end + 1] == "，" or RANKS.match(text, last.end):
                return run
    return None


def best_run(groups: list[list[Mention]], kind: str, rule: str, text: str = "") -> Subject | None:
    if not groups:
        return None
    wanted = {"firm": {"firm", "model"}, "model": {"model", "firm"}, "region": {"region"}}.get(kind, set())
    chosen = next((run for run in groups if run[0].kind in wanted), groups[0])
    if kind != "region" and chosen[0].kind == "region" and (head := relative_head(groups, text)):
        chosen = head
    subject = subject_of_run(chosen, rule)
    if kind in FIRM_KINDS or chosen[0].kind in FIRM_KINDS:
        model = next((run for run in groups if run[0].kind == "model"), None)
        firm = next((run for run in groups if run[0].kind == "firm"), None)
        if subject.firm and model and firm and (kind == "model" or 0 <= model[0].start - firm[0].end <= 3):
            subject = Subject((), subject.firm, (model[0].ids[0], model[0].names[0]), rule)
        elif subject.model and firm:
            subject = Subject((), (firm[0].ids[0], firm[0].names[0]), subject.model, rule)
    return subject


def in_sentence(scene: Scene, kind: str) -> Subject | None:
    """The nearest earlier clause of the sentence that names somebody."""
    named = scene.eligible(scene.sentence.start, scene.floor)
    opening = [
        mention
        for run in runs(named, scene.text)
        if in_subject_position(run[0], scene.sentence, scene.text)
        for mention in run
    ]
    part = scene.text.rfind("；", scene.sentence.start, scene.floor) + 1
    near = [mention for mention in named if mention.start >= part]
    for candidates, rule in ((opening, "opens an earlier clause"), (near, "earlier clause")):
        end = scene.floor
        for start in reversed([start for start in scene.sentence.clause_starts if start < scene.floor]):
            clause = [mention for mention in candidates if start <= mention.start < end]
            found = best_run(runs(clause, scene.text), kind, rule, scene.text)
            if found and (kind not in FIRM_KINDS or found.firm or found.model):
                return with_released(found, named, start, end) if kind == "model" else found
            end = start
    return best_run(runs(near, scene.text), kind, "earlier clause", scene.text)


def with_released(subject: Subject, named: list[Mention], start: int, end: int) -> Subject:
    """The firm with the one model that its clause names too (某某发布云岫大模型，参数…)."""
    models = [m for m in named if m.kind == "model" and start <= m.start < end]
    if subject.model or not subject.firm or len({m.ids for m in models}) != 1:
        return subject
    return replace(subject, model=(models[0].ids[0], models[0].names[0]))
