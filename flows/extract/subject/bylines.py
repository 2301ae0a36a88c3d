"""Where news was sent from (某某社北京6日电, 某某网深圳讯): no claim is of that place."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.patterns import holds, lazy

REACH = 60
"""Code points of a passage within which a byline names its place."""
BYLINE = tuple("／/｜|")
REPORTS = lazy(r"(?:市|县)?(?:即时|综合|连线|采访|专题|特稿|现场|特派|外电|独家)*(?:报导|报道|讯|专?电|综合)")
WIRED = lazy(r"(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:专|综合|外)?(?:电|讯)(?![力网话动子台商池信])")
OUTLETS = ("社", "网", "报", "台", "刊", "财经", "新闻", "路透", "彭博", "通讯", "客户端", "在线", "电视")
"""How the name of an agency or a paper ends that stands before the place."""
REPORTERS = ("记者", "通讯员", "编译")
AGENCY = lazy(
    r"\s*[（(【〔\[]?(?:据)?[^，。；：！？0-9\s（(【〔]{0,14}?"
    r"(?:社|网|报|台|刊|财经|新闻|路透|彭博|通讯|客户端|在线|电视)[】)）〕\]]?\s*"
)
REPORTER = lazy(
    r"\s*(?:[（(【〔\[]?[^，。；：！？0-9]{0,12}?(?:报|社|网|台|讯|新闻)[】)）〕\]]?)?\s*[（(【〔\[]?\s*"
    r"[^，。；：！？0-9（(【〔]{0,8}?(?:记者|通讯员|编译)[^，。；：！？0-9]{0,14}?(?:发自)?\s*"
)
DATED = lazy(
    r"(?:市|省|县)?\s?(?:\d{2,4}年)?(?:\d{1,2}月)?\d{1,2}日(?:专|综合|外|急|最新)?(?:\s?[-—–]|(?:电|讯|消息|报道|报导)(?![力网话动子台商池信]))"
)
UNDATED = lazy(
    r"(?:市|省|县)?\s?(?:即时|综合|连线|采访|专题|特稿|现场|特派|外|专|独家|摄影)*(?:电|讯|消息|报道|报导)"
    r"(?=[】)）〕\]：:，,（(\s—-]|$)"
)
BRACKETS = frozenset("（(【")
BRACKETED = lazy(r"[，,\s](?:\d{4}年)?\d{1,2}月\d{1,2}日(?:电|讯|消息|报道)?[】)）]")
"""What follows the place in a dateline in brackets: （北京，2025年9月23日讯）."""
SENT = lazy(r"\s?[】)）〕\]]")
STATIONED = lazy(r"(?:特约|首席|特派)*(?:记者|站)")


def is_byline(text: str, mention: Mention, ahead: str) -> bool:
    """Is it the place that news was sent from, or where its reporter lives (驻美国特约记者)?"""
    if text[mention.start - 1 : mention.start] == "驻":
        return STATIONED.match(ahead) is not None
    if ahead[:1].isdecimal() and WIRED.match(ahead):
        return True
    if text[mention.start - 1 : mention.start] in BYLINE and REPORTS.match(ahead):
        return True
    return mention.start <= REACH and is_sent_from(text[: mention.start], ahead)


def is_sent_from(before: str, ahead: str) -> bool:
    """Does nothing but an agency or a reporter stand before the place, and what a report is called behind?"""
    if not before:
        return False
    if before.strip() in BRACKETS and BRACKETED.match(ahead):
        return True
    named = before.rstrip()
    if named.rstrip("】)）〕]").endswith(OUTLETS) and AGENCY.fullmatch(before):
        return DATED.match(ahead) is not None or UNDATED.match(ahead) is not None
    if not holds(before, REPORTERS) or not REPORTER.fullmatch(before):
        return False
    if DATED.match(ahead) or UNDATED.match(ahead):
        return True
    return named.endswith("发自") and SENT.match(ahead) is not None


def set_bylines(text: str, mentions: list[Mention]) -> None:
    """Give the places of a byline their role, and that which its outlet is named after (中国网)."""
    for mention in mentions:
        if mention.kind == "region" and is_byline(text, mention, text[mention.end : mention.end + 40]):
            mention.role = "byline"
    sent = [m.start for m in mentions if m.role == "byline" and m.start <= REACH]
    for mention in mentions if sent else ():
        if mention.kind == "region" and mention.end <= sent[0]:
            mention.role = "byline"
