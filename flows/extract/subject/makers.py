"""Models that a number speaks of, and who makes them."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.cues import alternation
from flows.extract.entities.gazetteer import gazetteer
from flows.extract.outline import Topics
from flows.extract.reference import Model, firms, models
from flows.extract.subject.subjects import (
    Scene,
    Subject,
    runs,
    subject_of_run,
)
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
    start, end = scene.floor, scene.clause_end
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
    ended = [m for m in scene.sentence.mentions if m.end <= start and m.kind in {"model", "firm"}]
    if not ended or ended[-1].kind != "model" or ended[-1].role != "subject":
        return None
    gap = scene.text[ended[-1].end : start - 1]
    if len(gap) > 10 or scene.eligible(start, scene.number.start) or NOT_ONE & set(gap):
        return None
    model = ended[-1]
    firm = next((m for m in reversed(ended) if m.kind == "firm" and m.role == "subject"), None)
    maker = (firm.ids[0], firm.names[0]) if firm else None
    return Subject((), maker, (model.ids[0], model.names[0]), "model of the clause before")


def base_model(name: str) -> Model | None:
    """The known model that a name begins with: Qwen of Qwen-Long; no name that is a word too."""
    hits = gazetteer().find(name)
    start, _, senses = hits[0] if hits else (1, 0, ())
    known = start == 0 and senses[-1].kind == "model" and not senses[-1].doubtful
    return models().get(senses[-1].ids[0]) if known else None


def with_maker(subject: Subject, scene: Scene, topics: Topics) -> Subject:
    """A model's maker comes along, where the reference data or the passage names it."""
    if subject.model and not subject.firm:
        model = models().get(subject.model[0]) or base_model(subject.model[1])
        if model and model.firm_id and model.firm_id in firms():
            firm = firms()[model.firm_id]
            return replace(subject, firm=(firm.firm_id, firm.short_name or firm.name))
        if subject.model[0] in topics.whole.makers:
            return replace(subject, firm=topics.whole.makers[subject.model[0]])
        makers = {(m.ids[0], m.names[0]) for m in scene.mentions if m.kind == "firm" and m.role == "subject"}
        if len(makers) == 1:
            return replace(subject, firm=makers.pop())
        if not makers:
            maker = (
                topics.headline.firm
                or topics.firm.firm
                or next((one.firm for one in topics.before if one.firm), None)
            )
            return replace(subject, firm=maker)
    return subject


NOT_OF_PRODUCTS = lazy(alternation("firm_figure"))
"""What a firm has or does, whatever its products are."""
OF_PRODUCTS = frozenset(
    {"other", "customer_count", "accuracy", "latency", "precision", "cost_saving", "model_parameter_count",
     "dataset_size", "compute_capacity", "adoption_rate", "production_volume"}
)  # fmt: skip
RELEASED = lazy(rf"[^，。；！？]{{0,24}}?{alternation('made_verb')}[^，。；！？]{{0,24}}")
WITH_PRODUCT = frozenset(
    {"segment", "opens an earlier clause", "earlier clause", "named since the claim before", "directly before"}
)


def with_product(subject: Subject, scene: Scene, topics: Topics, metric: str, noun: str) -> Subject:
    """The firm with its model that the number's clause names (某某旗下“云岫”用户达到…), or that the clauses
    before say to be released (某某发布云岫，价格为…).
    """
    if subject.model or not subject.firm or subject.regions or subject.rule not in WITH_PRODUCT:
        return subject
    if len(subject.firms) > 1 or metric not in OF_PRODUCTS or NOT_OF_PRODUCTS.search(noun):
        return subject
    named = scene.eligible(scene.sentence.start, scene.number.start)
    model = next((m for m in reversed(named) if m.kind == "model"), None)
    if not model or maker_of(model.ids[0], model.names[0], topics) != subject.firm[0]:
        return subject
    if model.start < scene.floor:
        firm = next((m for m in reversed(named) if m.kind == "firm" and m.end <= model.start), None)
        if not firm or firm.ids[0] != subject.firm[0] or any(m.start > model.end for m in named):
            return subject
        if not RELEASED.fullmatch(scene.text, firm.end, model.start):
            return subject
    return replace(subject, model=(model.ids[0], model.names[0]))


def maker_of(model_id: str, name: str, topics: Topics) -> str | None:
    """The id of the firm that makes the model, where the reference data or the article tells it."""
    known = models().get(model_id) or base_model(name)
    if known and known.firm_id:
        return known.firm_id
    maker = topics.whole.makers.get(model_id)
    return maker[0] if maker else None


THAT_PRODUCT = lazy(
    r"(?:^|[，。；：！？\n])(?:[^，。；]{0,6})?(?:该|这款|这一|此款|此)"
    r"(?:大?模型|系统|产品|应用(?!场景)|平台|软件|芯片|机器人|助手|工具|智能体|APP|App|算法|引擎|设备|车型)"
)


def product_anaphor(scene: Scene, topics: Topics) -> Subject | None:
    """The product that 该系统 or 这款模型 means: the last that the passage named, else the headline's."""
    since = max(0, scene.sentence.start - 1)
    told = scene.text[since : scene.number.start]
    if "该" not in told and "这" not in told and "此" not in told:
        return None
    word = THAT_PRODUCT.search(scene.text, since, scene.number.start)
    if not word:
        return None
    before = [m for m in scene.mentions if m.start < word.start() and m.role == "subject"]
    things = [m for m in before if m.kind == "model"]
    if scene.eligible(word.end(), scene.number.start):
        return None
    if things:
        return subject_of_run(things[-1:], "anaphor")
    titled = topics.headline
    if titled.model:
        return Subject(firm=titled.firm, model=titled.model, rule="anaphor")
    last = next((one for one in topics.before if not one.empty), None)
    return last.by("anaphor") if last and last.model and not topics.headline.firm else None
