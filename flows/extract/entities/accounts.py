"""Firms by what an article tells of them again and again: the name before 财报, 营收, 股价, 旗下, CEO."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.coined import COLUMN, NOT_A_NAME, is_coined, is_made_up, is_said
from flows.extract.entities.gazetteer import gazetteer
from flows.extract.entities.latin import NAME as LATIN_NAME
from flows.extract.entities.latin import is_name
from flows.extract.reference import read_reference
from flows.extract.words import has_word, tagged
from flows.patterns import lazy

BETWEEN = (
    r"(?:近日|日前|今[日天晚]|昨[日天晚]|公司|集团|去年|今年|上年|前年|全年|同期|当期|期内|报告期内|本?财年|[上下]半年|[上本单当]季度?"
    r"|前?第?[一二三四1234]季度?|20[0-9]{2}(?:年度?|财年)?|Q[1-4]|[0-9]{1,2}(?:-[0-9]{1,2})?[月日]份?|[（(][^（()）]{1,14}[）)]"
    r"|单[月季周日]|合并|累计|整体|核心|实现|录得|公开|正式|首次|率先|预计|方面|并未"
    r"|[于在也则的已还再总仅今昨将拟曾日”」 ])*"
)
LINK = f"{alternation('name_link')}?"
KIND = f"(?:{alternation('firm_noun')}|{alternation('firm_kind')})"
LED = rf"(?:^|[，。；：、！？“「\n（—]|[-–•]\s|的|{KIND}[“「]?){LINK}"
TOLD = (
    rf"(?:(?P<own>{alternation('firm_own')}|这家[^，。；]{{0,12}}?(?:公司|企业|厂商|巨头|平台|品牌))"
    rf"|(?P<told>{alternation('firm_told')})|(?P<does>{alternation('firm_does')}))"
)
SLOT = lazy(rf"{LED}(?P<name>[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9·]{{1,6}}?){BETWEEN}{TOLD}")
"""A word before what firms alone have (股价, 创始人), what their lines have too, or what firms do."""
CALLED = lazy(
    rf"{KIND}[“「]?(?P<name>[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9]{{1,5}}|[A-Z]{{3,6}}(?![A-Za-z0-9-]))[”」]?[，：（]"
)
"""A name behind what it is, and a mark: 元件大厂硕岚，."""
MEMBER = r"[\u4e00-\u9fffA-Za-z0-9]{2,8}"
LISTED = lazy(rf"(?:^|[，。；：！？“「\n（]){LINK}(?P<names>{MEMBER}(?:、{MEMBER})*)[、和与及]$")
"""The names before the last of a list: 英岚达、纬硕 before 公布."""
LINE = lazy(r"(?P<name>[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9]{1,7})[：:]")
"""A line that is nothing but a name: 云岫绿能：."""
LATIN_SLOT = lazy(rf"(?<![A-Za-z0-9&.-])(?P<name>{LATIN_NAME}){BETWEEN}{TOLD}")


@lru_cache(maxsize=1)
def automaton() -> AhoCorasick:
    """Every word without which a text tells of no firm here."""
    roles = ("firm_own", "firm_told", "firm_does", "firm_noun", "firm_kind")
    return AhoCorasick(sorted({"这家", *(word for role in roles for word in cue_words(role))}))


KINDS = (*cue_words("firm_noun"), *cue_words("firm_kind"))
OF_PERSONS = frozenset(cue_words("firm_own_person"))
NO_FIRM = lazy(
    r"(?:业务|产品|系统|市场|行业|产业|板块|服务|分部|系列|平均|合计|[部局厅委会院署办府队方者人组们])$"
    r"|[与及但并被于较按占比等经说]|投$|^[全年季月上下近荣一二两三四五六七八九十百者们]|非|(?:财经|新闻|[时日晚]报|周刊|板)$"
    rf"|{alternation('firm_tail')}[\u4e00-\u9fff]{{2}}$"
)
LINES = cue_words("line_of_business")
LINKING = frozenset({"c", "p", "f", "d", "r", "uj"})
"""Tags of words with which no name begins: 尽管, 根据."""
DATING = frozenset({"t", "m", "mq", "i", "q"})
"""Tags of words with which a name begins only behind what it is (龙头日月光投控), else a time (上半年)."""
JOINTS = frozenset("、和与及")
LONGEST_LINE = 10
SHORTENED = frozenset({"v", "j"})
FEW, OFTEN = 3, 6
"""Times that the text has a name of several words of the language, or of one, at least."""


@dataclass(slots=True)
class Told:
    """What an article tells of a name: what firms alone have, how often it says what they do, or what kind of
    firm they are, and how often in all.
    """

    own: set[str] = field(default_factory=set)
    does: int = 0
    called: int = 0
    all: int = 0


def told_names(texts: list[str]) -> list[str]:
    """The names of firms of which the article tells what one tells of firms."""
    told: dict[str, Told] = {}
    for text in texts:
        alone = LINE.fullmatch(text) if len(text) < LONGEST_LINE else None
        if alone:
            told.setdefault(alone["name"], Told()).called += 1
        if automaton().find_matches_as_indexes(text):
            gather(text, told)
    if not told:
        return []
    body = "\n".join(texts)
    return [name for name, one in told.items() if is_firm(name, one, body)]


def gather(text: str, told: dict[str, Told]) -> None:
    """Add what the text tells of names to what is told of them."""
    for pattern in (SLOT, LATIN_SLOT):
        for match in pattern.finditer(text):
            start = match.start("name")
            listed = LISTED.search(text, max(0, start - 48), start) if text[start - 1] in JOINTS else None
            for name in (match["name"], *(listed["names"].split("、") if listed else ())):
                one = told.setdefault(name, Told())
                one.all += 1
                one.called += text.endswith(KINDS, 0, start)
                if match["own"]:
                    one.own.add(match["own"])
                elif match["does"] and (listed or not is_person(name)):
                    one.does += 1
    for match in CALLED.finditer(text):
        if match["name"].isascii() or is_coined(match["name"]):
            one = told.setdefault(match["name"], Told())
            one.called += 1
            one.all += 1


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Every surname of one character."""
    return frozenset(row["surname"] for row in read_reference("surnames"))


def is_person(name: str) -> bool:
    """May the name be a person's, who announces things as firms do?"""
    return len(name) <= 3 and name[0] in surnames()


def is_firm(name: str, told: Told, body: str) -> bool:
    """Is the name coined and told of as firms are, or often enough for words of the language?"""
    if name.isascii():
        written = is_name(name) if not name.isupper() else bool(told.called) and name not in TERMS
        return written and bool(told.own or told.does or told.called or told.all > 1)
    own = behind_place(name)
    reached = name.endswith("达") and is_coined(name)  # 英岚达, not 收入达
    if not own or is_no_name(name, own, name[:-1] if reached else name):
        return False
    words, times = tagged(own), body.count(name)
    if reached or is_made_up(own):
        if is_person(name):
            return bool(told.own - OF_PERSONS or told.called or told.does or told.all > 1)
        often = times > 1 and (len(name) > 2 or times > 2)
        coined = is_coined(own) and words[0][1] not in SHORTENED
        return bool(told.own or told.called or told.does or told.all > 1 or often or coined)
    if own != name or words[0][1] in DATING and not told.called or not (told.own or told.does):
        return False
    if has_word(name):
        return told.all > 1 and times >= OFTEN
    return times >= FEW or bool(told.own and times > 1 or told.called)


def is_no_name(name: str, own: str, stem: str) -> bool:
    """Is it a line of business, a body of the state, a column, or does it begin with a linking word?"""
    if NOT_A_NAME.search(stem) or COLUMN.search(name) or NO_FIRM.search(name) or is_said(name):
        return True
    return own.startswith(LINES) or name.endswith(LINES) or tagged(own)[0][1] in LINKING


TERMS = frozenset(cue_words("latin_word"))


def behind_place(name: str) -> str:
    """What stands behind a place that the name begins with (海州德岳农牧), nothing behind a firm's."""
    hit = next((hit for hit in gazetteer().find(name) if hit[0] == 0), None)
    if hit is None:
        return name
    return name[hit[1] :] if hit[2] and hit[2][0].kind == "region" and len(name) - hit[1] > 1 else ""
