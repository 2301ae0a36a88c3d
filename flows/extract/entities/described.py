"""Models and assistants that a text names by what they are, and whose they are: 甲公司与乙合作的高炉大模型,
甲公司的智医助理.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.gazetteer import Hit, gazetteer
from flows.extract.entities.products import GENERIC
from flows.extract.entities.surfaces import Sense
from flows.extract.entities.wares import BESIDE_OWN, KINDS, Maker, makers_in
from flows.extract.words import has_word, tagged
from flows.patterns import holds, lazy

KIND = "大模型"
POINTED = lazy(r"(?:该|这[一个套款])(系统|平台|机器人|智能体|助手|小程序|装置|设备|芯片|算法)")
"""What shows that a text speaks of one system, and not of systems in general: 该系统."""
CALLED = lazy(r"\s?[A-Za-z0-9]")
"""Behind a system that bears a name in Latin letters."""
POINTS_WITHIN = 60
"""Code points between the system and the word that points to it, at most."""
LONGEST = 14
"""Code points before what it is within which the name of a model begins."""
REACH = 40
"""Code points before a model within which its maker is named."""
PARTS = frozenset(
    ("n", "nz", "nr", "nrt", "nrfg", "nt", "ng", "vn", "an", "a", "j", "b", "l", "i", "s", "g", "vg", "ag",
     "v", "z", "zg", "y", "eng", "x", "q", "k")
)  # fmt: skip
"""Tags of words that names of models are made of."""
LED = frozenset((*cue_words("made_verb"), *cue_words("model_led")))
"""Words before a model that say what is done with it: 接入, 推出."""
NO_ONE = lazy(rf"{alternation('behind_no_model')}")
MADE = lazy(
    rf"[^。；！？\n]*?(?:{alternation('made_verb')}|{alternation('made_with')})[了的出]?[^，。；！？\n]{{0,12}}?[“「]?$"
)
"""Between a firm and the model that it makes: 与乙合作的, 有一套自己研发的."""
ITS_OWN = lazy(r"(?:股份|集团|公司|科技|智能|技术|信息|数据)?(?:自家|自己)?的")
"""Between a firm and its own model: 宝钢股份的高炉大模型."""
MANY = lazy(
    r"(?:[各多数几诸该此]|这[个款一]|一些|一批|系列|[0-9一二两三四五六七八九十百][余多]?[个款类种])[个款类种]?[^，。；的]{0,4}$"
)
"""Before kinds of models, or before one that was named: 多个行业大模型, 这个大模型."""
ONE = lazy(r"(?:一[个款套]|首[个款])[^，。；]{0,4}$")
OWNED = lazy(
    rf"(?:的|旗下的?|自研的?|自主研发的?|推出的?|研发的?|上线的?)([\u4e00-\u9fff]{{2,4}}?{alternation('assistant_noun')})"
    rf"(?=[”」]?{alternation('of_assistant')})"
)
"""An assistant behind whose it is, before what it does: 的智医助理已经."""
PARTNER = lazy(r"(?:[与和同跟]|联合|携手|联手|依托|基于)[^，。；、与和同跟]{2,12}$")
"""Before the firm with which one that no list knows makes the model: 某某与乙合作的."""
ITSELF = lazy(r"(?:^|[，。；：、“\n])(?:该|本)?(?:公司|集团|医院|学校|银行|该行|我们|平台)$")


def described_models(
    text: str, named: list[Hit], introduced: dict[str, Sense]
) -> Iterator[tuple[str, Maker | None]]:
    """Names of such models with the firm whose they are; `named` are the names known in the text,
    `introduced` those that the article makes known.
    """
    told = holds(text, (KIND, "的", "该"))
    makers = makers_in(text, named, introduced) if told else {}
    at = text.find(KIND)
    while at >= 0:
        start = start_of(text, at)
        start = max([start, *(end for end in makers if start < end < at)])
        start, name = quoted_beside(text, start, at + len(KIND))
        end = maker_before(text, start, makers) if is_one(text, name, start) else None
        if end is not None:
            yield name, None if PARTNER.search(text, max(0, end - REACH), end) else makers[end]
        at = text.find(KIND, at + 1)
    models = {start for start, _, senses in named if senses[-1].kind == "model"}
    yield from pointed_at(text, makers, models)
    for match in OWNED.finditer(text):
        end = match.start()
        if not is_made(match[1]):
            continue
        if end in makers:
            yield match[1], makers[end]
        elif ITSELF.search(text, max(0, end - 6), end):
            yield match[1], None


def pointed_at(
    text: str, makers: dict[int, Maker], models: set[int]
) -> Iterator[tuple[str, Maker | None]]:
    """The system that a firm has made, or put to use, and that 该系统 in the next sentence means; known ones
    begin at `models`, and a text may say their kind before them.
    """
    for word in POINTED.finditer(text) if makers else ():
        at = text.rfind(word[1], max(0, word.start() - POINTS_WITHIN), word.start())
        if at < 0 or text[at - 1] in "该这套个款一" or CALLED.match(text, at + len(word[1])):
            continue
        if at + len(word[1]) in models:
            continue
        start = max([start_of(text, at), *(end for end in makers if end < at and end > start_of(text, at))])
        start, name = quoted_beside(text, start, at + len(word[1]))
        fit = len(name) > len(word[1]) + 1 and not has_word(name) and name not in KINDS
        end = maker_before(text, start, makers) if fit and is_one(text, name, start) else None
        if end is not None:
            yield name, None if PARTNER.search(text, max(0, end - REACH), end) else makers[end]


def start_of(text: str, end: int) -> int:
    """Where the words begin that tell what the model is that ends behind that offset."""
    start = end
    for word, tag in reversed(tagged(text[max(0, end - LONGEST) : end])):
        if tag not in PARTS or word in LED or not word.isalnum():
            break
        start -= len(word)
    return start


QUOTED_BEFORE = lazy(r"[“「]([\w·.\-]{2,10})[”」]$")
QUOTED_BEHIND = lazy(r"[“「]([\w·.\-]{2,10})[”」]")


def quoted_beside(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the name begins, and the name: that in quotes before or behind what the model is, if there is one
    (“云岫”儿科大模型, 养猪大模型“云岫”).
    """
    quoted = QUOTED_BEFORE.search(text, max(0, start - 12), start) or QUOTED_BEHIND.match(text, end)
    return (quoted.start(1), quoted[1]) if quoted else (start, text[start:end])


def is_one(text: str, name: str, start: int) -> bool:
    """Is it one model by its own name, and no kind (行业大模型), no part of a longer word (大模型企业)?"""
    short = name.endswith(KIND) and len(name) < len(KIND) + 2
    if short or GENERIC.match(name) or NO_ONE.match(text, start + len(name)):
        return False
    if MANY.search(text, max(0, start - 8), start) and not ONE.search(text, max(0, start - 8), start):
        return False
    hits = gazetteer().find(name)
    if any(hit[0] and hit[2][-1].kind == "model" for hit in hits):
        return False  # 还给文心大模型 is a known one behind other words
    return not any(hit[0] == 0 and hit[2][0].kind == "region" for hit in hits)


def maker_before(text: str, start: int, makers: dict[int, Maker]) -> int | None:
    """Where the name ends of the first firm in the clauses before which they say to make the model, or which
    stands directly before it.
    """
    since = max(start - REACH, max(text.rfind(mark, 0, start) for mark in "。；！？\n") + 1)
    for end in sorted(makers):
        beside = BESIDE_OWN.match(text, end, start)
        own = end == start or ITS_OWN.fullmatch(text, end, start)
        if since <= end <= start and (own or not beside and MADE.fullmatch(text, end, start)):
            return end
    return None


def is_made(name: str) -> bool:
    """Is the assistant's name one of its own, and no word for a person's post (总经理助理)?"""
    tail = next(tail for tail in cue_words("assistant_noun") if name.endswith(tail))
    head = name.removesuffix(tail)
    return not (has_word(head) or GENERIC.match(head) or gazetteer().find(head))
