"""Who has fathered, owns or faces the firm spoken of, and the place that it is from: they step back."""

from __future__ import annotations

from itertools import pairwise

from flows.extract.cues import alternation
from flows.extract.entities.mention import Mention
from flows.patterns import holds, lazy

PATRON = lazy(
    r"[^，。；、的0-9与和同对]{0,3}(?:孵化|培育|领投|参投|参股|控股|创办|旗下|剥离|分拆|扶持)[^，。；、0-9]{0,3}的?"
    r"|[^，。；、的0-9与和同对]{0,3}(?:投资|支持|入股|收购|注资)[^，。；、0-9]{0,3}的"
    r"|系的?|的?(?:母公司|控股股东|大股东|东家|运营方|运营商|开发商|开发方|发行商|制造商|背后的|创始公司)|的?[^，。；、0-9]{0,6}(?:客户|竞争对手|对手|供应商|子公司|合作伙伴|股东|代工厂|前员工)"
)
FOUNDER = lazy(
    rf"的?[^，。；、0-9]{{0,10}}?{alternation('person_role')}[^，。；、0-9]{{0,12}}?"
    r"(?:创办|创立|创建|成立|组建|旗下|麾下|执掌|掌舵|领导|带领|领衔|控制|控股|实控|投资|支持|离职后|出走后)"
    r"的?[^，。；、0-9]{0,12}"
)
"""Between a firm and the one that somebody of it has founded: 前甲研究员某人创办的乙."""
FAMILY = lazy(
    rf"系的?[^，。；：、0-9]{{0,14}}?(?:{alternation('firm_noun')}|{alternation('firm_kind')})[，“\s]?"
)
"""Between a firm and one of its family: 甲系AI芯片公司乙."""
HOME_OF = lazy(
    r"(?:市|省|区|县)?(?:本土|本地|的)?"
    rf"(?:(?!{alternation('gain_verb')}|拥有|诞生|支持|涌现|走出|落户|新增|包括|助力)[\u4e00-\u9fffA-Za-z]|（[A-Za-z0-9]{{1,8}}）){{0,10}}?\s?"
    rf"(?:{alternation('firm_noun')}|{alternation('firm_kind')}|(?:之一|代表|成员|样本|名片|翘楚|佼佼者)的?)[、“]?(?:\s[A-Z]{{2}})?\s?"
)
"""Between a place and a firm of it: 杭州机器人企业甲科技, 韩国存储巨头甲."""
FATHERED = lazy("(?:孵化|培育|创办|创立|投资|扶持|控股)(?=[，。；])")
"""Behind whoever has fathered the one that is spoken of: 由甲大学孵化，."""
BOUGHT = lazy(
    r"[^，。；、的0-9]{0,10}?(?:投资|收购|入股|参股|增持|减持|并购|注资|持有)(?:了|过)?(?=[^的]|$)"
)
"""Between a firm and the one that it buys or puts money into: 甲拟收购乙."""
RIVAL_OF = frozenset("与同跟和")
LONGEST = 40


CAREER = lazy(
    r"(?:曾经?(?:先后|长期)?(?:任职?于?|在|担任|供职于|就职于|服务于|任教于|效力于?|执教于)"
    r"|先后(?:在|任职于|就职于|供职于)"
    r"|(?:毕业|就读|任职|就职|供职|履职|任教|出身)于)(?:过)?“?$"
)
"""Before the first of those at whom somebody has been: 创始人曾任甲公司总监."""
CAREERS = (
    "曾任", "曾在", "曾就", "曾供", "曾担", "曾先", "曾经", "曾服", "曾效",
    "先后", "业于", "读于", "职于", "教于",
)  # fmt: skip
JOINED = frozenset("、和与及")


def set_aside_employers(text: str, mentions: list[Mention]) -> None:
    """Where founders and officers have been before is not who is spoken of: 曾任职于甲、乙."""
    if not holds(text, CAREERS):
        return
    last = -1
    for mention in mentions:
        if mention.kind != "firm":
            continue
        joined = mention.start == last + 1 and text[last] in JOINED
        if joined or CAREER.search(text, max(0, mention.start - 10), mention.start):
            mention.role, last = "object", mention.end


def set_aside_patrons(text: str, mentions: list[Mention]) -> None:
    """Who has fathered or faces the firm that is spoken of steps back: 甲大学孵化的乙, 与甲竞争的乙."""
    for mention in mentions:
        by = mention.kind == "firm" and text.endswith("由", 0, mention.start)
        if by and FATHERED.match(text, mention.end):
            mention.role = "object"
    for mention, following in pairwise(mentions):
        if following.kind != "firm" or mention.role != "subject":
            continue
        between = following.start - mention.end
        if mention.kind == "region":
            if between == 1 and text.endswith("在", 0, mention.start) and text[mention.end] == "的":
                mention.role = "title"  # 在甲市的乙公司工厂里
            elif between <= LONGEST and HOME_OF.fullmatch(text, mention.end, following.start):
                mention.role = "title"
        elif mention.kind == "firm" and following.role == "subject" and 1 < between <= LONGEST:
            if FAMILY.fullmatch(text, mention.end, following.start):
                set_family(text, mention, mentions)
            elif is_patron(text, mention, following):
                mention.role = "object"
            elif between < 16 and BOUGHT.fullmatch(text, mention.end, following.start):
                following.role = "object"


def set_family(text: str, last: Mention, mentions: list[Mention]) -> None:
    """Whose family a firm is of steps back, with those listed before it: 甲、乙系企业丙."""
    start = last.start
    for mention in reversed(mentions):
        if mention is last or mention.end == start - 1 and text[mention.end] in "、和":
            mention.role, start = "object", mention.start


def is_patron(text: str, mention: Mention, following: Mention) -> bool:
    """Does the text between two firms say that the first has founded, owns or faces the second?"""
    start, end = mention.end, following.start
    if end - start < 14:
        rival = text[mention.start - 1 : mention.start] in RIVAL_OF and text[end - 1] == "的"
        if rival or PATRON.fullmatch(text, start, end):
            return True
    return FOUNDER.fullmatch(text, start, end) is not None
