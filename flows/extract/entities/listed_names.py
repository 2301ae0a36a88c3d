"""Firms that only a list of firms makes known: 理想 in 蔚来、理想分别交付…, in 甲（30辆）、乙（20辆）."""

from __future__ import annotations

import re
from dataclasses import replace

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.coined import is_made_up
from flows.extract.entities.gazetteer import gazetteer
from flows.extract.entities.institutions import discovered_id
from flows.extract.entities.mention import Mention
from flows.extract.reference import firms
from flows.extract.words import tagged
from flows.patterns import holds, lazy

NAME = r"[\u4e00-\u9fffA-Za-z·]{2,8}?"
GLOSS = r"(?:[（(][^（()）]{1,14}[）)])?"
JOINT = r"(?:[、和与及]|以及)"
SAID_OF_ALL = (
    r"(?:今年|去年|当[月年]|上月|本月|同期|上半年|下半年|全年|前[一二三四]季度?|[0-9]{1,4}[年月]|第?[一二三四]季度|[0-9一二三四]+季度)*"
    r"(?:分别|依次|分列|分居|位列|位居|居|占据|包揽|排名|三家|两家|等[三四五六七八九十0-9]|均|双双)"
)
AMOUNT_OF = rf"(?:的?{alternation('firm_told')})?"
"""What all members of a list have: 甲、乙销量位居前二."""
LAST = lazy(rf"{JOINT}({NAME})(?={GLOSS}，?{AMOUNT_OF}{SAID_OF_ALL})")
BRACKETED = lazy(rf"{JOINT}({NAME})(?=[（(]\d[^（()）]{{1,13}}[）)])")
OPENS_GLOSS = lazy(r"[（(]\d[^（()）]{1,13}[）)]")
NO_NAME = lazy(
    rf"(?:企业|公司|行业|机构|平台|品牌|其他|团队|高校|院所|业务|产品|市场|城市|地区|省份|中国|海外|全球|{alternation('product_generic')})"
)
MEASURES = frozenset(
    word for role in ("amount_noun", "value_head", "figures_noun", "moving_verb") for word in cue_words(role)
)
MEASURED = ("率", "额", "量", "人数", "总数")
"""Words that lead to the next figure of a firm, no firm (甲41个，金额1.3亿元)."""
MOVED = lazy(r"(?:[年季月周日]|同比|环比)[增减升降涨跌]")
"""How an amount has moved, between it and a rate: 乙2.2亿元，季增21%."""
NAMED = frozenset({"n", "nz", "nr", "nrt", "nt", "ns", "eng", "vn", "an", "a", "v", "j", "l", "i", "x", "b"})
ROUNDS = 6
"""Unknown members of one list, at most."""


def with_listed_names(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the unknown members of lists of firms, in order."""
    if not holds(text, "、和占；") or not any(one.kind == "firm" for one in mentions):
        return mentions
    for _ in range(ROUNDS):
        found = next_member(text, mentions) or member_before(text, mentions)
        if found is None:
            break
        mentions = sorted(
            [one for one in mentions if one.end <= found.start or found.end <= one.start] + [found],
            key=lambda one: one.start,
        )
    return mentions


def with_shortened(text: str, mentions: list[Mention], named: frozenset[str]) -> list[Mention]:
    """A city joined to a firm by 和 is the firm of the article that its name begins (宁德和比亚迪)."""
    return [shortened(text, mentions, at, named) for at in range(len(mentions))]


JOINTS = frozenset("、和与及")


def shortened(text: str, mentions: list[Mention], at: int, named: frozenset[str]) -> Mention:
    """The mention, or the firm that it stands for."""
    place = mentions[at]
    if place.kind != "region" or place.level != "city":
        return place
    beside = [
        other
        for other in mentions[max(0, at - 1) : at + 2]
        if other.kind == "firm" and text[min(place.end, other.end) : max(place.start, other.start)] in JOINTS
    ]
    if not beside:
        return place
    for firm_id in sorted(named):
        firm = firms().get(firm_id)
        if firm and (firm.short_name or "").startswith(place.surface):
            return replace(
                place, kind="firm", ids=(firm_id,), names=(firm.short_name or firm.name,), level=firm.kind
            )
    return place


def next_member(text: str, mentions: list[Mention]) -> Mention | None:
    """An unknown name that goes on a list of firms, of the first list that has one."""
    for mention in mentions:
        if mention.kind != "firm":
            continue
        at = mention.end
        gloss = OPENS_GLOSS.match(text, at)
        listed = None if gloss else LAST.match(text, at)
        found = BRACKETED.match(text, gloss.end()) if gloss else listed
        if found and is_free(found, mentions) and is_name(found[1]):
            name = found[1]
            start = found.start(1)
            return replace(
                mention, start=start, end=start + len(name), ids=(discovered_id(name),), names=(name,),
                level="firm", surface=name, park=None,
            )  # fmt: skip
    return None


BEFORE = lazy(r"(?:^|[，。；：、“\n]|其中|包括|以及)([\u4e00-\u9fff]{2,4})[、和与及]$")


def member_before(text: str, mentions: list[Mention]) -> Mention | None:
    """A word that firms are called too (理想) before a firm that it is listed with: 理想和零跑."""
    for mention in mentions:
        if mention.kind != "firm" or text[mention.start - 1 : mention.start] not in JOINTS:
            continue
        found = BEFORE.search(text, max(0, mention.start - 6), mention.start)
        if found and is_free(found, mentions):
            start, end = found.span(1)
            if is_made_up(found[1]) and not NO_NAME.search(found[1]):
                return replace(
                    mention, start=start, end=end, ids=(discovered_id(found[1]),), names=(found[1],),
                    level="firm", surface=found[1], park=None,
                )  # fmt: skip
            for at, stop, senses in gazetteer().find(found[1]):
                if (at, stop) == (0, end - start) and senses[0].kind == "firm" and senses[0].doubtful:
                    one = senses[0]
                    return replace(
                        mention, start=start, end=end, ids=one.ids, names=one.names, level=one.level,
                        surface=found[1], park=None,
                    )  # fmt: skip
    return None


def is_free(found: re.Match[str], mentions: list[Mention]) -> bool:
    """Is no firm or model named there yet, nor a place that is more than a county's short name?"""
    start, end = found.span(1)
    over = [one for one in mentions if one.start < end and start < one.end]
    return all(one.kind == "region" and one.level == "county" and one.end == end for one in over)


def is_name(name: str) -> bool:
    """Can the word be a firm's name, no kind of things, and no deed (投了8亿元，拿到36%的股权)?"""
    if NO_NAME.search(name) or MOVED.fullmatch(name) or name in MEASURES or name.endswith(MEASURED):
        return False
    words = tagged(name)
    return words[0][1] != "v" and all(tag in NAMED for _, tag in words)
