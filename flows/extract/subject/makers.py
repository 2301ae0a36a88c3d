"""Models that a number speaks of, and who makes them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from flows.extract.entities.gazetteer import gazetteer
from flows.extract.entities.mention import FIRM_KINDS, Mention
from flows.extract.entities.treated import TITLES
from flows.extract.entities.versions import variant_behind
from flows.extract.outline import Topics
from flows.extract.reference import Model, firms, models, read_reference
from flows.extract.subject.runs import runs
from flows.extract.subject.subjects import Scene, Subject
from flows.patterns import lazy

OWNS_IT = lazy(r"[^，。；（）()]{0,10}(?:[（(][^（）()]{0,24}|[（(][^（）()]{0,24}[）)])?[）)]?的")
"""Between a number of parameters and the model that has so many: 6710亿参数（其中370亿被激活）的某某."""


def owner_behind(scene: Scene) -> Subject | None:
    """The model behind 的 that has the number's parameters, whatever it is likened to."""
    end, text = scene.number.end, scene.text
    behind = next((m for m in scene.sentence.mentions if m.start > end), None)
    if behind is None or behind.kind != "model" or not OWNS_IT.fullmatch(text, end, behind.start):
        return None
    return Subject((), None, (behind.ids[0], behind.names[0]), "model behind its size")


def named_model(scene: Scene) -> Subject | None:
    """The model that the number's own clause names, before the number or behind it,
    with the firm beside it.
    """
    owner = owner_behind(scene)
    if owner:
        return owner
    start, end = labelled_from(scene), scene.clause_end
    inside = [m for m in scene.sentence.mentions if start <= m.start < end and m.role == "subject"]
    model = next((m for m in reversed(inside) if m.kind == "model" and m.start < scene.number.start), None)
    model = model or next((m for m in inside if m.kind == "model"), None)
    firm = next((m for m in inside if m.kind == "firm"), None)
    if not model:
        return None
    maker = (firm.ids[0], firm.names[0]) if firm else None
    found = Subject((), maker, (model.ids[0], model.names[0]), "model of the clause")
    run = next((run for run in runs(inside, scene.text) if model in run), [model])
    listed = tuple((one.ids[0], one.names[0]) for one in run) if not firm else ()
    return replace(found, models=listed)


def labelled_from(scene: Scene) -> int:
    """Where the number's clause begins, with the model that a colon parts from it (某某-S：13亿参数)."""
    if scene.text[scene.floor - 1 : scene.floor] in COLONS:
        at = scene.floor - 1
        named = next((m for m in scene.sentence.mentions if m.end == at and m.kind == "model"), None)
        return named.start if named else scene.floor
    return scene.floor


COLONS = frozenset("：:")
OF_MODEL = lazy(
    r"(?:其|该模型)?的?(?:API|在[^，。；]{2,14}上)?[^，。；0-9]{0,4}"
    r"(?:价格|定价|参数|上下文|准确率|输入|输出|推理|得分)"
)
NOT_ONE = frozenset("，。；：、")


def behind_model(scene: Scene) -> Subject | None:
    """The model that the clause before ends with, where the number's clause tells its price or size
    (甲发布了某某-Long，API价格从…).
    """
    start = scene.clause_start
    if scene.since > start or not OF_MODEL.match(scene.text, start):
        return None
    ended = [m for m in scene.sentence.mentions if m.end <= start and m.kind in FIRM_KINDS]
    if not ended or ended[-1].kind != "model" or ended[-1].role != "subject":
        return None
    gap = scene.text[ended[-1].end : start - 1]
    if len(gap) > 10 or scene.eligible(start, scene.number.start) or NOT_ONE & set(gap):
        return None
    model = ended[-1]
    firm = next((m for m in reversed(ended) if m.kind == "firm" and m.role == "subject"), None)
    maker = (firm.ids[0], firm.names[0]) if firm else None
    return Subject((), maker, (model.ids[0], model.names[0]), "model of the clause before")


def base_model(name: str, sure: bool = False) -> Model | None:
    """The known model that a name begins with: Qwen of Qwen-Long; a name that is a word too only with its
    version, and not where it must be `sure`.
    """
    hits = gazetteer().find(name)
    start, end, senses = hits[0] if hits else (1, 0, ())
    known = start == 0 and senses[-1].kind == "model"
    if known and senses[-1].doubtful:
        known = not sure and variant_behind(name, end, senses[-1]) is not None
    return models().get(senses[-1].ids[0]) if known else None


def is_from(firm_id: str, model: tuple[str, str], topics: Topics) -> bool:
    """Does the firm make the model?"""
    maker = maker_of(*model, topics)
    return maker is not None and maker[0] == firm_id


def with_maker(subject: Subject, scene: Scene, topics: Topics) -> Subject:
    """A model's maker comes along, where the reference data or the passage names it."""
    if subject.model and not subject.firm:
        made = maker_of(*subject.model, topics)
        if made:
            return replace(subject, firm=made)
        own = firms_here(scene)
        if len(own) == 1:
            return replace(subject, firm=own.pop())
        makers = {(m.ids[0], m.names[0]) for m in scene.mentions if m.kind == "firm" and m.role == "subject"}
        if len(makers) == 1:
            return replace(subject, firm=makers.pop())
        if not makers:
            maker = topics.headline.firm or topics.firm.firm
            return replace(subject, firm=maker)
    return subject


@lru_cache(maxsize=1)
def parents() -> dict[str, str]:
    """The group that a firm is of, by id: 火山引擎 of 字节跳动."""
    return {row["firm_id"]: row["parent_id"] for row in read_reference("firm_parents")}


def with_child(subject: Subject, scene: Scene) -> Subject:
    """The firm of a group that the sentence names before the group's model: it is that firm's there
    (火山引擎公布，豆包大模型…).
    """
    if subject.model is None or subject.firm is None:
        return subject
    named = [m for m in scene.sentence.mentions if m.end <= scene.number.start]
    model = next((m for m in reversed(named) if m.ids[:1] == subject.model[:1]), None)
    for mention in named if model else ():
        child = mention.kind == "firm" and parents().get(mention.ids[0]) == subject.firm[0]
        if model and child and mention.end <= model.start:
            return replace(subject, firm=(mention.ids[0], mention.names[0]))
    return subject


def firms_here(scene: Scene) -> set[tuple[str, str]]:
    """The firms that the sentence names before the number as its subjects, or by their officers who speak,
    and not as partners.
    """
    named = [m for m in scene.sentence.mentions if m.kind == "firm" and m.end <= scene.number.start]
    told = [m for m in named if m.role == "subject" and scene.text[m.start - 1 : m.start] not in WITH]
    told = told or [m for m in named if m.role == "source" and scene.text.startswith(TITLES, m.end)]
    return {(m.ids[0], m.names[0]) for m in told}


WITH = frozenset("与和同跟")


def maker_of(model_id: str, name: str, topics: Topics) -> tuple[str, str] | None:
    """The id and name of the firm that makes the model: as the reference data tell of it, else as the article
    does, else as they tell of the model that its name begins with.
    """
    known = models().get(model_id)
    if known is None and model_id in topics.whole.makers:
        return topics.whole.makers[model_id]
    own = topics.headline.firm or topics.firm.firm
    model = known or base_model(name, sure=own is not None)
    if model is None or not model.firm_id or model.firm_id not in firms():
        return None
    firm = firms()[model.firm_id]
    return firm.firm_id, firm.short_name or firm.name


def beside_its_group(
    firm_id: str, named: list[Mention], model: Mention, topics: Topics
) -> tuple[str, str] | None:
    """The maker of the model, which stands right behind the name of its group (海尔卡奥斯的天智大模型)."""
    maker = maker_of(model.ids[0], model.names[0], topics)
    ends = {m.end for m in named if m.ids[0] == firm_id}
    beside = maker is not None and any(m.ids[0] == maker[0] and m.start in ends for m in named)
    return maker if beside else None
