"""Products that a number speaks of beside their makers (某某旗下“云岫”用户达到…)."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.wares import OUR_OWN
from flows.extract.outline import Topics
from flows.extract.subject.makers import beside_its_group, is_from, maker_of, with_child
from flows.extract.subject.other_products import opens_with_other
from flows.extract.subject.pointed_products import told_before
from flows.extract.subject.subjects import Scene, Subject
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


def may_be_from(firm_id: str, model: tuple[str, str], topics: Topics) -> bool:
    """Does the firm make the model, or nobody known, in an article about the firm (公司去年推出的M7)?"""
    maker = maker_of(*model, topics)
    about = topics.headline.firm or topics.firm.firm
    return maker[0] == firm_id if maker else about is not None and about[0] == firm_id
