"""Meetings by which a place seeks investors elsewhere (甲省推介会在乙市举行): they are the first one's."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.patterns import lazy

FAIR = r"(?:推介会|招商会|路演会|洽谈会|对接会|说明会|恳谈会|推介活动|经贸活动|招商活动)"
HELD = r"[^，。；0-9]{0,8}(?:举行|举办|召开|开幕|启动|落幕|收官|闭幕|签约|亮相|吸引)"
FAIR_AT = lazy(rf"{FAIR}[^，。；]{{0,12}}?(?:在|于|走进|登陆)$")
AT_FAIR = lazy(rf"{HELD}[^，。；、0-9]{{0,24}}?{FAIR}")
HELD_THERE = lazy(HELD)
ENTERS = ("走进", "登陆")
HOSTS = frozenset({"subject", "title"})
REACH = 40
"""Code points before the venue within which its fair is named."""


def set_aside_venues(text: str, mentions: list[Mention]) -> None:
    """The place where another one's fair is held is not whom the text speaks of."""
    if "会" not in text and "活动" not in text:
        return
    host: Mention | None = None
    for mention in mentions:
        if mention.kind != "region":
            continue
        if host and host.ids != mention.ids and is_venue(text, mention):
            mention.role = "origin"
            host.role = "subject"
        if mention.role in HOSTS:
            host = host or mention


def is_venue(text: str, mention: Mention) -> bool:
    """Is it where a fair is held?"""
    start, end = mention.start, mention.end
    if FAIR_AT.search(text, max(0, start - REACH), start):
        return text.endswith(ENTERS, 0, start) or HELD_THERE.match(text, end) is not None
    return text[start - 1 : start] == "在" and AT_FAIR.match(text, end) is not None
