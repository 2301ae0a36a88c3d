"""Words that stand for a name: 后者, 公司, 该园区 mean what was named before."""

from __future__ import annotations

from flows.extract.entities.mention import FIRM_KINDS, Mention
from flows.extract.outline import NAME_ABOVE, Topics
from flows.extract.reference import regions
from flows.extract.subject.bureaus import official_speaks
from flows.extract.subject.compared import is_its_multiple
from flows.extract.subject.persons import person_speaks
from flows.extract.subject.position import OPENING
from flows.extract.subject.quoted import speaker_behind
from flows.extract.subject.runs import runs
from flows.extract.subject.subjects import ANAPHOR, Scene, Subject, sentence_before, subject_of_run
from flows.patterns import holds, lazy

ITS = lazy(r"(?:尽管|虽然|但|而|同时|此外|目前|，)*其(?![中他它余次实间后二三一])")
"""其 at the beginning of a sentence, which means whom the one before it ended with."""

ZONE = lazy(
    r"该(?:产业|科技|创新|数据|智算|计算|研发|展示)?(?:基地|中心|园区?|集聚区|示范区|试验区|开发区|高新区|经开区|片区|小镇|港|谷|集群|新城|新区)"
    r"|整个(?:基地|园区|集聚区|示范区|试验区|开发区|高新区|经开区|片区|都会区|新城|新区|合作区)"
)
BARE = ("基地", "中心", "它")
BARE_ZONE = lazy(
    r"(?:^|[，。；：！？\n])(?:目前|如今|现在|，)*"
    r"(?:(?:基地|中心)(?=[0-9]|现|已|占地|面积|总面积|总?投资|由|每年|入驻|累计|聚集|集聚|汇聚|目前|去年|今年|内|总|共|设|第[一二三]期|一期)|它(?!们))"
)
"""The same without 该, where it opens a clause that says what parks and centres do."""
ZONES = frozenset({"zone", "park", "facility"})


def zone_anaphor(scene: Scene, topics: Topics) -> Subject | None:
    """The park or zone that 该基地 or 该园区 means: the last that the passage named, else the headline's."""
    told = scene.text[scene.sentence.start : scene.number.start]
    pointed = "该" in told or "整个" in told
    word = ZONE.search(scene.text, scene.sentence.start, scene.number.start) if pointed else None
    if not word and holds(told, BARE):
        word = BARE_ZONE.search(scene.text, max(0, scene.sentence.start - 1), scene.number.start)
    if not word or word[0][-1] == "它" and not zone_opens(scene):
        return None
    for mention in reversed(scene.mentions):
        if mention.start < word.start() and mention.role in {"subject", "title"}:
            if mention.park or mention.level in ZONES:
                return subject_of_run([mention], "anaphor")
    titled = topics.headline
    if titled.regions and (titled.firm or is_zone(titled.regions[0][0])):
        return titled.by("anaphor")
    named = scene.eligible(scene.sentence.start, scene.number.start)
    return topics.place.by("main place of the article") if topics.place.regions and not named else None


def is_zone(region_id: str) -> bool:
    return region_id in regions() and regions()[region_id].level == "zone"


def zone_opens(scene: Scene) -> bool:
    """Does a park or a centre open the sentence before, which 它 then means?"""
    since = sentence_before(scene)
    named = [m for m in scene.mentions if since <= m.start < scene.sentence.start and m.role == "subject"]
    if any(m.kind == "model" for m in named):
        return False
    return bool(named) and named[0].start - since < 3 and bool(named[0].park or named[0].level in ZONES)


def latter(scene: Scene, topics: Topics) -> Subject | None:
    """后者 and 前者: the last and the last but one that the text named, or models of the passage before."""
    word = scene.text.rfind("者", scene.floor, scene.number.start)
    if word < 1 or scene.text[word - 1] not in "前后":
        return None
    if is_its_multiple(scene.text[max(0, word - 5) : word - 1], scene.text[word + 1 : word + 24]):
        word = scene.text.rfind("前者", scene.floor, word) + 1  # 前者是后者的三倍, 售价仅为后者的三成
        if word < 1:
            return None
    named = [m for m in scene.mentions if m.start < word and m.kind in KINDS and m.names != ABROAD]
    pair = [m for m in named if m.kind == named[-1].kind][-2:] if named else []
    if not pair and len(topics.before) > 1 and all(one.model for one in topics.before[:2]):
        return topics.before[scene.text[word - 1] == "前"].by("anaphor")
    firms = [] if named else [one.firm for one in topics.before if one.firm]
    if len(set(firms)) > 1:
        first = firms[0] if scene.text[word - 1] == "后" else next(one for one in firms if one != firms[0])
        return Subject(firm=first, rule="anaphor")
    if not pair or scene.text[word - 1] == "前" and len(pair) < 2:
        return None
    return subject_of_run([pair[-1] if scene.text[word - 1] == "后" else pair[0]], "anaphor")


KINDS = frozenset({"region", "firm", "model"})
ABROAD = ("海外",)
"""What is no party: 前者的海外收入占一半，后者占两成."""


def anaphor(scene: Scene, last: Subject, topics: Topics, kind: str) -> Subject | None:
    """公司, 该企业, 我们 that open a clause: the firm spoken of last, in the passage, before
    it, or in the headline.
    """
    word = ANAPHOR.search(scene.text, max(0, scene.sentence.start - 1), scene.number.start)
    if not word:
        return None
    led = led_to(scene, word.end())
    if led:
        return led
    speaker = speaker_behind(scene, of_itself=True) or person_speaks(scene, topics)
    speaker = speaker or (official_speaks(scene, topics) if word[0].endswith("我们") else None)
    speaker = speaker or (group_told(scene, topics) if word[0].endswith("集团") else None)
    if speaker:
        return speaker
    if IT.match(scene.text, scene.sentence.start):
        before = [m for m in scene.mentions if m.start < scene.sentence.start and m.role == "subject"]
        if before and before[-1].kind == "model":
            return subject_of_run(before[-1:], "anaphor")
    earlier = spoken_of(scene, topics)
    things = [
        m
        for m in scene.mentions
        if m.kind == "model" and m.start < scene.number.start and m.role == "subject"
    ]
    if earlier:
        model = (things[-1].ids[0], things[-1].names[0]) if things and kind == "model" else None
        return Subject((), (earlier[-1].ids[0], earlier[-1].names[0]), model, "anaphor")
    if last.model and topics.headline.firm and topics.headline.rule in OVER:
        return Subject(firm=topics.headline.firm, rule="anaphor")  # 而乙模型已达6000万。公司…
    if last.firm:
        return last.by("anaphor")
    beside = [m for m in scene.mentions if m.kind == m.level == "firm" and m.end <= word.start()]
    if beside and not (topics.headline.firm or topics.firm.firm) and beside[-1].role in NAMED_SO:
        return subject_of_run(beside[-1:], "anaphor")  # 受访者来自甲公司。“我们…”
    for subject in (*one_of_headline(topics), topics.headline, topics.firm, *topics.before):
        if subject.firm:
            return Subject(firm=subject.firm, rule="anaphor")
    return None


def group_told(scene: Scene, topics: Topics) -> Subject | None:
    """The firm called a group that 该集团 means: the last in the passage, else in those before it."""
    for mention in reversed(scene.mentions):
        named = mention.kind == "firm" and mention.end <= scene.number.start
        if named and mention.surface.endswith("集团"):
            return subject_of_run([mention], "anaphor")
    before = (one for one in topics.before if one.firm and one.firm[1].endswith("集团"))
    found = next(before, None)
    return Subject(firm=found.firm, rule="anaphor") if found else None


def one_of_headline(topics: Topics) -> list[Subject]:
    """The one of several firms of the headline that the passages before told of last."""
    told = [one for one in topics.before if one.firm][:1]
    several = len(topics.headline.firms) > 1
    return told if several and told and told[0].firm in topics.headline.firms else []


OVER = frozenset({"heading", NAME_ABOVE})
"""Rules of whom a heading names, of whose section 公司 speaks."""
NAMED_SO = frozenset({"origin", "object", "seat", "source"})


def led_to(scene: Scene, start: int) -> Subject | None:
    """The firm that the words behind 公司 lead to and the next clause speaks of (由该校孵化的甲公司，…)."""
    for mention in reversed(scene.eligible(start, scene.number.start)):
        if mention.kind == "firm" and scene.text[mention.start - 1] == "的":
            if scene.text[mention.end : mention.end + 1] == "，":
                return subject_of_run([mention], "led to")
    return None


CLAUSE_MARKS = "，。；：！？\n"


END = frozenset("。！？\n")


def spoken_of(scene: Scene, topics: Topics) -> list[Mention]:
    """The firms named before that 公司 may mean: those that open a clause alone; else none of the partners
    or investors of the firm that the article is about.
    """
    named = [
        m for m in scene.mentions if m.kind == "firm" and m.start < scene.number.start and m.role == "subject"
    ]
    alone = [run[0] for run in runs(named, scene.text) if len(run) == 1]
    last = named[-1] if named else None
    here = [m for m in named if m.start >= scene.sentence.start]
    if len({m.ids for m in here}) == 1 and THIS.search(scene.text, here[-1].end, scene.number.start):
        return here  # 只有甲公司能做到，这家公司…
    if last and scene.text[last.end : last.end + 1] in END and scene.text[last.start - 1] in "的是为即":
        if last.end + 1 >= scene.sentence.start:
            return [last]  # …，是某人创办的甲。这家公司…
    opening = [m for m in alone if leads_its_clause(m, scene.text) or is_told_of(m, scene.text)]
    main = topics.headline.firm or topics.firm.firm
    own = beside_rivals(main, named, scene) if main else None
    if own:
        return [own]
    if opening or not main:
        return opening or named
    return [m for m in named if m.ids[0] == main[0]]


def beside_rivals(main: tuple[str, str], named: list[Mention], scene: Scene) -> Mention | None:
    """The article's firm where the sentence before opens with it and gives the others but their figures
    (甲市占率38%；乙17%，丙11%。公司…).
    """
    since = sentence_before(scene)
    told = [m for m in named if since <= m.start < scene.sentence.start]
    if len(told) < 2 or told[0].ids[0] != main[0]:
        return None
    return told[0] if all(DIGITS.match(scene.text, m.end) for m in told[1:] if m.ids != told[0].ids) else None


DIGITS = lazy(r"[^，。；0-9]{0,6}[0-9]")
THIS = lazy(
    r"[，；]?[^，。；]{0,3}(?:这家|该)[^，。；]{0,10}?(?:公司|企业|机构|平台|品牌|厂商|独角兽|巨头|集团)"
)
IT = lazy(r"它(?!们)")


TOLD_OF = lazy(
    r"(?:[^，。；]{0,8}(?:成立|创立|创办|创建|上市|挂牌|孵化|投产|落户|起家|诞生|位于|地处)[^，。；、和与]{0,8}|[^，。；]{0,4}总部[^，。；、和与]{2,8})的"
)
"""A clause that leads to a firm by its age, its seat or its founder (2014年成立的某银行排名也有提升)."""


def is_told_of(mention: Mention, text: str) -> bool:
    """Does the clause lead to the firm by what it says of its age, its seat or its founder?"""
    since = max(text.rfind(mark, 0, mention.start) for mark in CLAUSE_MARKS) + 1
    return (
        text[mention.start - 1 : mention.start] == "的"
        and TOLD_OF.fullmatch(text, since, mention.start) is not None
    )


def leads_its_clause(mention: Mention, text: str) -> bool:
    """Does nothing but a link stand between the name and the mark before it, in whichever sentence?"""
    since = max(text.rfind(mark, 0, mention.start) for mark in CLAUSE_MARKS) + 1
    return OPENING.match(text[since : mention.start]) is not None


def spoken_firm(scene: Scene, topics: Topics) -> Subject | None:
    """公司, 该企业, 我们: the firm that the passage, or the one before it, was about."""
    earlier = [
        m
        for m in scene.mentions
        if m.kind in FIRM_KINDS and m.start < scene.sentence.start and m.role == "subject"
    ]
    if earlier:
        meant = spoken_of(scene, topics)
        names = [m for m in earlier if m in meant][-1:]
        things = [m for m in earlier if m.kind == "model"][-1:]
        return Subject(
            (),
            (names[0].ids[0], names[0].names[0]) if names else None,
            (things[0].ids[0], things[0].names[0]) if things else None,
            "earlier sentence",
        )
    return topics.firm.by("main firm") if not topics.firm.empty else None
