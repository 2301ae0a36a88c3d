"""Products that a number speaks of beside their makers, and words that stand for them: 该系统, 新车, 其."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.mention import Mention
from flows.extract.entities.wares import OUR_OWN
from flows.extract.outline import Topics
from flows.extract.subject.anaphora import ITS
from flows.extract.subject.makers import beside_its_group, maker_of, with_child, with_maker
from flows.extract.subject.other_products import opens_with_other
from flows.extract.subject.subjects import NOBODY, Scene, Subject, sentence_before, subject_of_run
from flows.patterns import lazy

NOT_OF_PRODUCTS = lazy(alternation("firm_figure"))
"""What a firm has or does, whatever its products are."""
OF_PRODUCTS = frozenset(
    {"other", "customer_count", "accuracy", "latency", "precision", "cost_saving", "model_parameter_count",
     "dataset_size", "compute_capacity", "adoption_rate", "production_volume", "scenario_count",
     "institution_count"}
)  # fmt: skip
RELEASED = lazy(rf"[^，。；！？]{{0,24}}?{alternation('made_verb')}[^，。；！？]{{0,24}}")
WITH_PRODUCT = frozenset(
    {"segment", "opens an earlier clause", "earlier clause", "named since the claim before",
     "directly before", "anaphor"}
)  # fmt: skip
"""Rules by which a clause of the sentence names the firm, or says 公司."""
CARRIED = frozenset(
    {"subject of the claim before", "opens an earlier clause", "claim before", "earlier sentence"}
)
OF_FIRM_ALONE = lazy(
    r"(?:营收|营业收入|净利润|毛利(?!率)|市值|股价|资本开支|研发投入|研发费用|员工(?!的)|门店|负债|总资产)"
)
"""What is the firm's alone, though the model was spoken of before."""
SERVED = lazy(r"(?:服务|覆盖|面向|惠及|赋能|触达|供)[^，。；0-9]{0,6}$")
"""Before those whom a product serves, the firm's own people too: 服务员工1.7万人."""
OF_PLANT = lazy(alternation("plant_figure"))
"""What a firm has or makes that no model or assistant does."""
SOFTWARE = (*cue_words("assistant_noun"), "模型", "系统", "平台")
OURS = ("公司的", "集团的", "医院的", "学校的", "银行的", "该行的", "我们的")


def with_product(subject: Subject, scene: Scene, topics: Topics, metric: str, noun: str) -> Subject:
    """The firm with its model that the number's clause names (某某旗下“云岫”用户达到…), or that the clauses
    before say to be released (某某发布云岫，价格为…).
    """
    if subject.model:
        maker = subject.firm or maker_of(*subject.model, topics)
        told = any(m.kind == "model" and m.start < scene.number.start for m in scene.sentence.mentions)
        served = SERVED.search(scene.text, max(scene.floor, scene.number.start - 10), scene.number.start)
        alone = not served and OF_FIRM_ALONE.search(noun) or not told and "收入" in noun
        if maker and subject.rule in CARRIED and (alone or opens_with_other(scene, subject.model)):
            return replace(subject, firm=maker, model=None, models=())
        return with_child(subject, scene)
    if not subject.firm or subject.regions or subject.rule not in WITH_PRODUCT:
        return subject
    used = used_product(subject.firm[0], scene, topics)
    if used:
        return replace(subject, model=used.model)
    named = scene.eligible(scene.sentence.start, scene.number.start)
    model = next((m for m in reversed(named) if m.kind == "model"), None)
    daughter = beside_its_group(subject.firm[0], named, model, topics) if model else None
    if model and daughter:
        return replace(subject, firm=daughter, firms=(), model=(model.ids[0], model.names[0]))
    if not model or not can_have(model.names[0], metric, noun):
        return subject
    made = OUR_OWN.search(scene.text, max(0, model.start - 14), model.start)
    ours = model.start >= scene.floor and (made or scene.text.endswith(OURS, 0, model.start))
    if not ours and not may_be_from(subject.firm[0], (model.ids[0], model.names[0]), topics):
        return subject
    if model.start < scene.floor and model.ids[0] not in topics.whole.makers:
        firm = next((m for m in reversed(named) if m.kind == "firm" and m.end <= model.start), None)
        if not firm or firm.ids[0] != subject.firm[0] or any(m.start > model.end for m in named):
            return subject
        if not RELEASED.fullmatch(scene.text, firm.end, model.start):
            return subject
    return replace(subject, model=(model.ids[0], model.names[0]), firms=subject.firms[:1])


USED = lazy(
    r"(?:自从?|自打|用上|用了|有了|借助|依托|凭借|靠着?)了?"
    r"(它(?!们)|(?:该|这[个套款])(?:大?模型|系统|平台|助手))[^，。；]{0,14}，"
)
"""The use of a product, before what has changed by it: 自从它管起排产，."""
CHANGED = lazy(
    r"(?:缩短|下降|提升|提高|降低|降到|降至|减少|节约|节省|压缩|压降|达到|升至|升到|增加|增长|省下?)[了至到为近约超逾]*$"
)


POINTING = frozenset("它该这")


def used_product(firm_id: str, scene: Scene, topics: Topics) -> Subject | None:
    """The firm's product by whose use the sentence says that something has changed as the number tells."""
    start, at = scene.sentence.start, scene.number.start
    if not POINTING & set(scene.text[start:at]):
        return None
    used = USED.search(scene.text, start, at)
    if not used or not CHANGED.search(scene.text, max(used.end(), at - 8), at):
        return None
    thing = told_before(scene, topics, used.start(1), used[1] != "它")
    made = thing and thing.model and is_from(firm_id, thing.model, topics)
    return thing if made else None


def can_have(name: str, metric: str, noun: str) -> bool:
    """Can the figure be a product's, and for software none that only plants and offices have?"""
    if metric not in OF_PRODUCTS or NOT_OF_PRODUCTS.search(noun.replace("数字员工", "")):
        return False
    return not name.endswith(SOFTWARE) or metric != "production_volume" and not OF_PLANT.search(noun)


THAT_PRODUCT = lazy(
    rf"(?:^|[，。；：！？\n])(?:[^，。；]{{0,6}})?(?:该|这款|这一|此款|此|本款)(?:新款?)?{alternation('that_product')}(?!场景)"
)
BARE = lazy(
    rf"(?:^|[，。；：！？\n])(?:目前|如今|截至目前|迄今|至今|，)*(?:新{alternation('that_product')}|{alternation('bare_product')})"
)
BARE_PRODUCT = lazy(rf"{BARE.pattern}(?={alternation('of_product')})")
"""Words for a product that open a clause and speak of the one named last: 系统每天可处理…, 新车上市…."""
BEYOND = 4
"""Code points behind the number in which a word for a product may still open the clause."""
NEAR = 2
"""Sentences before the number's within which the product is named that a bare word means, at most."""


@lru_cache(maxsize=64)
def names_ware(text: str, start: int, end: int) -> bool:
    """Does a clause of the sentence open with a bare word for a product? Its numbers ask alike."""
    return BARE.search(text, start, end) is not None


def product_anaphor(scene: Scene, topics: Topics) -> Subject | None:
    """The product that 该系统, 这款模型 or 新车 means: the last that the passage named, else that of the
    headline or of a passage before.
    """
    it = it_product(scene, topics) if "它" in scene.text[scene.sentence.start : scene.number.start] else None
    if it:
        return it
    since = max(0, scene.sentence.start - 1)
    told = scene.text[since : scene.number.start]
    pointed = "该" in told or "这" in told or "此" in told or "本款" in told
    word = THAT_PRODUCT.search(scene.text, since, scene.number.start) if pointed else None
    bare = None
    if not word and names_ware(scene.text, since, scene.sentence.end + BEYOND):
        bare = BARE_PRODUCT.search(scene.text, since, scene.number.end + BEYOND)
    found = word or bare
    if found is None or found.start() > scene.number.start:
        return None
    before = [m for m in scene.mentions if m.start < found.start() and m.role == "subject"]
    named = [m for m in before if m.kind in {"model", "firm"}]
    things = [m for m in named if m.kind == "model"]
    if scene.eligible(found.end(), scene.number.start):
        return None
    if bare or found[0].endswith("平台"):
        last = named[-1] if named else None
        only = only_product(things, topics, found[0]) if bare else None
        if only:
            return only
        if last and last.kind == "firm" and not is_made_by(things, named, topics):
            return None
        left = left_behind(topics) if bare and not named else None
        if left:
            return left
        if bare and not (things and is_near(things[-1].end, scene)):
            return None
    if things:
        return subject_of_run(things[-1:], "anaphor")
    return None if bare else product_before(topics) or owner_before(scene)


def only_product(things: list[Mention], topics: Topics, said: str) -> Subject | None:
    """The one product that has been named, where the bare word that is `said` is the end of its name
    (智能审判系统 … 底座由某某云提供。系统支持…).
    """
    named = {(m.ids[0], m.names[0]) for m in things}
    named |= {one.model for one in (topics.headline, *topics.before) if one.model}
    model = named.pop() if len(named) == 1 else None
    return Subject(model=model, rule="anaphor") if model and said.endswith(model[1][-2:]) else None


def owner_before(scene: Scene) -> Subject | None:
    """The one firm that the sentence before names, whose system 该系统 then is."""
    since = sentence_before(scene)
    named = [m for m in scene.mentions if since <= m.start < scene.sentence.start and m.role == "subject"]
    firms = [m for m in named if m.kind == "firm"]
    return subject_of_run(firms[:1], "anaphor") if len({m.ids for m in firms}) == 1 else None


IT = lazy(r"(?:^|[，。；：！？“\n])(?:如今|现在|目前|但|而|，)*它(?!们)")
THIS_PRODUCT = lazy(rf"(?:这[一个款套]*|该){alternation('that_product')}")


def it_product(scene: Scene, topics: Topics) -> Subject | None:
    """The product that 它 at the beginning of a clause means: named, or called 这个模型, last."""
    words = list(IT.finditer(scene.text, max(0, scene.sentence.start - 1), scene.number.start))
    if not words or scene.eligible(words[-1].end(), scene.number.start):
        return None
    since = sentence_before(scene)
    opener = next((m for m in scene.mentions if since <= m.start < scene.sentence.start), None)
    if opener and opener.kind == "model" and opener.start - since < 2:
        return subject_of_run([opener], "anaphor")
    return told_before(scene, topics, words[-1].start(), said=False)


def told_before(scene: Scene, topics: Topics, end: int, said: bool) -> Subject | None:
    """The product that a word at `end` means: what the text named, or called 这个模型, last; where it is
    `said` to be a product, the last of these.
    """
    named = [m for m in scene.mentions if m.end <= end and m.role == "subject" and m.kind in NAMES]
    last = named[-1] if named else None
    if last and last.kind == "model":
        return subject_of_run([last], "anaphor")
    if not said and not THIS_PRODUCT.search(scene.text, last.end if last else 0, end):
        left = topics.before[0] if topics.before and last is None else NOBODY
        return left.by("anaphor") if left.model else None
    things = [m for m in named if m.kind == "model"]
    if things:
        return subject_of_run(things[-1:], "anaphor")
    told = next((one for one in topics.before if one.model), NOBODY)
    return told.by("anaphor") if told.model else None


NAMES = frozenset({"model", "firm"})


def is_made_by(things: list[Mention], named: list[Mention], topics: Topics) -> bool:
    """Is the last product, in the passage or before it, one of a firm that the passage names?"""
    told = product_before(topics)
    thing = (things[-1].ids[0], things[-1].names[0]) if things else told.model if told else None
    firms = named[-1:] if things else named
    return thing is not None and any(is_from(m.ids[0], thing, topics) for m in firms)


def is_from(firm_id: str, model: tuple[str, str], topics: Topics) -> bool:
    """Does the firm make the model?"""
    maker = maker_of(*model, topics)
    return maker is not None and maker[0] == firm_id


def may_be_from(firm_id: str, model: tuple[str, str], topics: Topics) -> bool:
    """Does the firm make the model, or nobody known, in an article about the firm (公司去年推出的M7)?"""
    maker = maker_of(*model, topics)
    about = topics.headline.firm or topics.firm.firm
    return maker[0] == firm_id if maker else about is not None and about[0] == firm_id


def is_near(end: int, scene: Scene) -> bool:
    """Does the name that ends there stand in one of the last sentences?"""
    return scene.text.count("。", end, scene.sentence.start) <= NEAR


def product_before(topics: Topics) -> Subject | None:
    """The product of the headline, else the last that a passage before named."""
    titled = topics.headline
    if titled.model:
        return Subject(firm=titled.firm, model=titled.model, rule="anaphor")
    last = next((one for one in topics.before if not one.empty), None)
    if last is None or not last.model:
        return None
    if titled.firm and not is_from(titled.firm[0], last.model, topics):
        return None
    return last.by("anaphor")


def left_behind(topics: Topics) -> Subject | None:
    """The product that the passages before named last, with none behind it but who makes it."""
    for index, one in enumerate(topics.before):
        if one.model:
            made = all(
                other.firm and is_from(other.firm[0], one.model, topics) for other in topics.before[:index]
            )
            return one.by("anaphor") if made else None
    return None


TRAINED = lazy(
    r"(?:预?训练|微调|测试|推理)(?:时|中|过程中)?(?:共|总共|一共)?(?:用|使用|采用|数据|语料|[到了])"
)
"""At the beginning of a sentence that does not say what is trained: the model before."""


def its_product(scene: Scene, last: Subject, topics: Topics) -> Subject | None:
    """The model that 其 at the beginning of a sentence means: the last that the sentences before name."""
    trained = TRAINED.match(scene.text, scene.sentence.start)
    if not trained and (not last.empty or not ITS.match(scene.text, scene.sentence.start)):
        return None
    if scene.eligible(scene.sentence.start, scene.number.start):
        return None
    before = [m for m in scene.mentions if m.start < scene.sentence.start and m.role == "subject"]
    named = [m for m in before if m.kind in {"model", "firm"}]
    if trained:
        opened = sentence_before(scene)
        told = [m for m in named if m.kind == "model" and m.start >= opened]
        return with_maker(subject_of_run(told[:1], "anaphor"), scene, topics) if told else None
    if not named or named[-1].kind != "model" or not is_near(named[-1].end, scene):
        return None
    return with_maker(subject_of_run(named[-1:], "anaphor"), scene, topics)
