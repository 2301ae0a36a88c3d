"""Firms that no list, suffix or introduction tells: an article says of them what is said of firms, and names
them again (云岫的估值 … 云岫上半年净亏损 …).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.coined import is_made_up
from flows.extract.entities.edges import is_han
from flows.extract.entities.gazetteer import Hit
from flows.extract.entities.strange import (
    GRAMMAR,
    KINDS,
    REACH,
    han_forms,
    is_free,
    is_free_word,
    is_generic,
    is_strange,
    is_worded,
    latin_forms,
    tails,
)
from flows.extract.reference import read_reference
from flows.extract.words import has_word, parted, tagged
from flows.patterns import holds, lazy
from flows.text.marks import is_name

WEIGHTS = {"firm_agent": 2, "firm_alone": 2, "firm_does": 1, "firm_often": 0}
"""What a cue weighs: what only firms have (估值), what firms do (推出), what products have too (出货量)."""
ENOUGH = 2
"""Weight of the cues and of the mentions beyond the first that makes a name a firm's, at least."""
BETWEEN = lazy(
    r"(?:的|这轮|本轮|新一轮|[今去前当同全]年|年内|年度|同期|[上本首]季|[上下]半年|前[一二三四]季度?|第?[一二三四1-4]季度?|[12][0-9]{3}(?:年|财年)?|[0-9]{1,2}月份?|[0-9]{1,2}日"
    r"|，(?=第?[一二三四1-4]季|[12][0-9]{3}年|[上下]半年|[今去当全]年|年内)"
    rf"|[“”「」《》\s]|在|[（(][^（()）]{{1,24}}[）)]|{alternation('firm_between')})+$"
)
"""What may stand between a firm's name and what is said of it."""
ACRONYM = lazy(r"[A-Z0-9-]{1,5}$")
CLOSING = frozenset("”」》")
MARKS = (*"，。；：、“「（】,;:(\n ", *cue_words("before_firm"))
"""What a name stands behind when nothing before it can be a part of it."""
APP_WEIGHTS = {"app_own": 1}
"""What is said of apps: how many use them, how often they are called or loaded."""


@dataclass(frozen=True, slots=True)
class Cues:
    """An automaton of what is said of firms or of apps, the weight of each cue, and how many of the cues, the
    first, are said of nothing else, not of a line of business either.
    """

    automaton: AhoCorasick
    weights: tuple[int, ...]
    agents: int


@lru_cache(maxsize=1)
def firm_cues() -> Cues:
    return cues_of(WEIGHTS, len(cue_words("firm_agent")))


@lru_cache(maxsize=1)
def app_cues() -> Cues:
    return cues_of(APP_WEIGHTS, 0)


def cues_of(roles: dict[str, int], agents: int) -> Cues:
    words = [(word, weight) for role, weight in roles.items() for word in cue_words(role)]
    automaton = AhoCorasick([word for word, _ in words], matchkind=MatchKind.LeftmostLongest)
    return Cues(automaton, tuple(weight for _, weight in words), agents)


@lru_cache(maxsize=1)
def titles() -> tuple[str, ...]:
    """Titles of officers and officials, which stand before a person's name."""
    return (*(row["title"] for row in read_reference("office_titles")), *cue_words("official"))


def unlisted_firms(texts: list[str], hits: list[list[Hit]]) -> list[str]:
    """Names of firms that the texts alone make known; `hits` are the names known already in each."""
    body = "\n".join(texts)
    votes: dict[str, int] = defaultdict(int)
    for text, named in zip(texts, hits, strict=True):
        alone = LINE.fullmatch(text) if len(text) < SHORT_LINE else None
        if alone and is_free(alone[1]) and (alone[1].endswith(tails()) or is_made_up(alone[1])):
            votes[alone[1]] += 2 * ENOUGH
        for forms, weight in candidates(text, named, firm_cues()):
            name = extent(forms, body)
            if name:
                votes[name] += weight
    found = [
        name
        for name, weight in votes.items()
        if weight and is_enough(name, weight, body.count(name)) and not is_officer(name, body)
    ]
    rated = (match[1] for text in texts if "评" in text or "目标" in text for match in RATED.finditer(text))
    found += [name for name in rated if is_free(name) and not is_generic(name) and body.count(name) > 1]
    filed = (match[1] for text in texts if "招股" in text for match in FILES.finditer(text))
    found += filter(is_worded, filed)
    return found + [name for name in worded_firms(texts) if body.count(name) >= OFTEN]


LINE = lazy(r"([\u4e00-\u9fff]{2,6})[：:]")
"""A line that is nothing but a name: 云岫绿能：."""
SHORT_LINE = 10
REPORTS = lazy(
    r"(?:^|[。；\n】])\s?([\u4e00-\u9fff]{2,4}?)(?:今日|近日|日前|昨日|昨晚|今晨|周[一二三四五六日]|(?:于)?[0-9]{1,2}月[0-9]{1,2}日|正式|已|，){0,3}"
    r"(?:(?:公布|发布|披露|交出)了?[^，。；]{0,12}(?:季报|年报|财报|中报|业绩|财务报告)|递交招股|成立于[12][0-9]{3}年)"
)
"""A firm that opens a sentence and reports: 某某今日公布一季报."""
RATED = lazy(
    r"(?:维持|给予|予|首予|重申|上调|下调|调升|调高|调降|看好)(?:对)?([\u4e00-\u9fffA-Za-z]{2,8}?)"
    r"(?:股份|集团)?(?:[“「]?(?:买入|跑赢|增持|优于|中性|推荐|强烈推荐|持有|减持|强于|目标价))"
)
"""A firm that a broker rates: 维持某某“买入”评级."""
FILES = lazy(
    rf"{alternation('firm_noun')}([\u4e00-\u9fff]{{3,6}}?)(?:近日|日前|昨[日天晚]|今[日天]|正式|已|再次|又|再度|二次)*"
    r"(?:向[^，。；]{2,4}[所会])?(?:递交|提交|更新)了?[^，。；]{0,6}招股"
)
"""A firm behind what it is, before its prospectus: 无人配送企业某某向港交所递交招股书."""
OFTEN = 3
"""Times that an article names a firm by a word of the language, at least."""


def worded_firms(texts: list[str]) -> Iterator[str]:
    """Firms by a word of the language, which report their results."""
    for text in texts:
        if holds(text, ("报", "业绩", "招股", "成立于")):
            for match in REPORTS.finditer(text):
                word, tag = tagged(match[1])[0]
                if word == match[1] and tag not in GRAMMAR and not is_generic(word) and is_free_word(word):
                    yield word


def is_enough(name: str, weight: int, times: int) -> bool:
    """Do what is said of the name and how often it stands make it a firm's?"""
    strange = sum(map(is_strange, parted(name)))
    if ACRONYM.match(name) or name.islower() or is_han(name[0]) and (strange < 2 or is_name(name)):
        return times > 1 and weight > ENOUGH or weight >= 2 * ENOUGH
    return weight + times - 1 >= ENOUGH


def is_officer(name: str, body: str) -> bool:
    """Is it somebody whom the texts name behind a title (处长某某)?"""
    return any(title + name in body for title in titles())


def unlisted_apps(texts: list[str], hits: list[list[Hit]]) -> list[str]:
    """Names of apps that the texts alone make known: what is used, called and loaded (某某的月活)."""
    body = "\n".join(texts)
    votes: dict[str, int] = defaultdict(int)
    for text, named in zip(texts, hits, strict=True):
        for forms, weight in candidates(text, named, app_cues()):
            votes[extent(forms, body)] += weight
    return [name for name, weight in votes.items() if is_enough(name, weight, body.count(name))]


def candidates(text: str, named: list[Hit], cues: Cues) -> Iterator[tuple[tuple[str, ...], int]]:
    """What may be a firm's name before each cue, from short to long, with the cue's weight; `named` are the
    names that are known.
    """
    cued = cues.automaton.find_matches_as_indexes(text)
    sure = [(start, end) for start, end, senses in named if not senses[0].doubtful] if cued else []
    known = {end for _, end in sure}
    inside = {at for start, end in sure for at in range(start, end)}
    for index, start, stop in cued:
        if stop - start == 1 and has_word(text[start : start + 2]) or text.startswith("发布会", start):
            continue  # 以及, 以外
        joined = BETWEEN.may_end(text[start - 1 : start])
        between = BETWEEN.search(text, max(0, start - REACH), start) if joined else None
        end = between.start() if between else start
        if end in known or not end or end == start and has_word(text[start - 1 : start + 1]):
            continue
        if text[end] == "于" and text[end - 1] in DEGREES:
            continue  # 增长远慢于营收
        weight = cues.weights[index]
        if weight < ENOUGH and text[end : end + 1] in CLOSING:
            continue  # “东数西算”启动
        forms = han_forms(text, end, index < cues.agents) or latin_forms(text, end)
        if forms and end - len(forms[0]) not in inside:
            opening = end - len(forms[0])
            if text[opening - 1 : opening] in COUNTING:
                continue  # 每座矿平均投入
            yield forms, weight and weight + before(text, opening)
            for name in listed_before(text, opening):
                yield (name,), weight and weight + 1


COUNTING = frozenset(("每", "各", "这", "那", "某", "几"))
"""What a classifier follows, and no name of a firm."""
DEGREES = frozenset("快慢高低大小多少强弱优差先")
LISTED = lazy(r"(?:^|[，。；：“\n])([\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,6})*)[、和与及]$")
"""What is listed before a name: 岚英特、栎滨 before 和云岫公布."""


def listed_before(text: str, start: int) -> list[str]:
    """The unknown names that stand in one list with the name that starts there."""
    listed = LISTED.search(text, max(0, start - REACH), start) if text[start - 1] in "、和与及" else None
    names = listed[1].split("、") if listed else []
    return [name for name in names if is_made_up(name) and is_free(name)]


def before(text: str, start: int) -> int:
    """What stands before a name adds to its weight: a word for firms most, else a mark or a link."""
    if text.endswith(KINDS, 0, start):
        return ENOUGH
    return int(not start or text.endswith(MARKS, 0, start))


def extent(forms: tuple[str, ...], body: str) -> str:
    """The longest form that stands wherever the shortest does, if that stands more than once."""
    times = body.count(forms[0])
    if times > 1:
        return next((form for form in reversed(forms) if body.count(form) == times), forms[0])
    return forms[0]
