"""Words that stand for a product: 该系统, 这款模型, 新车, 它, 其."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import alternation
from flows.extract.entities.mention import FIRM_KINDS, Mention
from flows.extract.outline import Topics
from flows.extract.subject.anaphora import ITS
from flows.extract.subject.makers import is_from, with_maker
from flows.extract.subject.subjects import NOBODY, Scene, Subject, sentence_before, subject_of_run
from flows.patterns import lazy

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
    named = [m for m in before if m.kind in FIRM_KINDS]
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
    named = [m for m in scene.mentions if m.end <= end and m.role == "subject" and m.kind in FIRM_KINDS]
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


def is_made_by(things: list[Mention], named: list[Mention], topics: Topics) -> bool:
    """Is the last product, in the passage or before it, one of a firm that the passage names?"""
    told = product_before(topics)
    thing = (things[-1].ids[0], things[-1].names[0]) if things else told.model if told else None
    firms = named[-1:] if things else named
    return thing is not None and any(is_from(m.ids[0], thing, topics) for m in firms)


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
    named = [m for m in before if m.kind in FIRM_KINDS]
    if trained:
        opened = sentence_before(scene)
        told = [m for m in named if m.kind == "model" and m.start >= opened]
        return with_maker(subject_of_run(told[:1], "anaphor"), scene, topics) if told else None
    if not named or named[-1].kind != "model" or not is_near(named[-1].end, scene):
        return None
    return with_maker(subject_of_run(named[-1:], "anaphor"), scene, topics)
