"""Names that a text gives its firms without a suffix that tells them: beside officers' titles and codes, in
quotes, before what only firms do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.coined import NOT_A_NAME, is_coined, is_made_up, is_said, without_link
from flows.extract.entities.gazetteer import gazetteer
from flows.extract.entities.institutions import GENERIC_HEAD, suffixes
from flows.extract.entities.latin import latin_names
from flows.extract.reference import read_reference
from flows.extract.words import has_word
from flows.patterns import Pattern, holds, lazy


@lru_cache(maxsize=1)
def officers() -> Pattern:
    """A firm's name before an officer's title: 青杉数据副总裁, 某某科技创始人."""
    titles = sorted(
        (row["title"] for row in read_reference("office_titles")), key=lambda title: (-len(title), title)
    )
    return lazy(
        rf"(?:^|[，。；：、“”！？\n的和是与由据])([\u4e00-\u9fffA-Za-z0-9]{{2,10}}?)(?:集团)?(?:的)?(?:{'|'.join(titles)})"
    )


@lru_cache(maxsize=1)
def brands() -> Pattern:
    """A brand by its last word (科技, 智能 …) where what follows treats it as a firm: 云际科技的“问渠”."""
    return lazy(
        rf"(?:^|[，。；：、“\n由与和]|旗下的?)(?:[先后则便又再]?是)?([\u4e00-\u9fff]{{2,6}}?(?:{'|'.join(brand_tails())}))"
        rf"(?={TREATED_AS_FIRM.pattern})"
    )


BUSY = frozenset("实已正拟曾近日今再又将成顺在于")


@lru_cache(maxsize=1)
def busy_brands() -> Pattern:
    """A brand by its last word before an adverb and a verb of firms: 云脉智能已完成…."""
    return lazy(
        rf"(?:^|[，。；：、“\n由与和])(([\u4e00-\u9fff]{{2,3}})(?:{'|'.join(brand_tails())}))"
        r"(?:(?:已|正|拟|曾|近日|日前|今日|再次|又|将|正式|成功|顺利|在|于){1,3}[^，。；]{0,12}?"
        r"(?:宣布|发布|推出|完成|获得?|上市|递交|拥有|实现|交付|成立|拿下)"
        r"|实现(?:营收|营业收入|收入|销售|产值|净利|利润|归母))"
    )


TREATED_AS_FIRM = lazy(
    r"的[^，。；]{0,8}[“《]|的?[“《A-Z]|旗下|自研|自主(?:研发|研制|开发|设计)|宣布|发布|推出|完成|获得?|股价|报\d|财报|CEO|三季报|年报|半年报|一季报"
)


CODED = lazy(
    rf"(?:^|[，。；：、“”】\n$]|[0-9]{{6}}\s?|(?:至于|其中|以及|包括|对于|[与和及])|{alternation('firm_noun')}|{alternation('firm_kind')})"
    r"([\u4e00-\u9fffA-Za-z]{2,8})(?:-[A-Z]{1,2})?\s?[（(](?:[034689]\d{5}(?:\.(?:S[HZ]|BJ))?|[A-Z]{1,5}\.(?:US|OQ?|N)|\d{4,5}(?:\.HK|-HK|\.TW)|0\d{4}|(?!19|20[0-3])[1-9]\d{3}"
    r"|(?:NASDAQ|NYSE|HKEX|SEHK|港股|美股|(?:股[票份]|证券|交易|[港上深北联]交所)(?:股[票份])?(?:代码|代号|编号))[:：]?\s?[A-Z0-9.]{1,9})[）)]"
)
"""A firm before its code on an exchange: 云帆精工（603999.SH）."""
QUOTED_FIRM = lazy(r"(?:企业|公司|厂商|独角兽|品牌|机构|平台|园区|空间)[“「]([\w·]{2,10})[”」]")


URGED = lazy(
    r"(?:引导|推动|支持|鼓励|助力|帮助|促进|倒逼|带动|组织|推进|加快|动员|激励)[^，。；、的]{0,6}$"
)
"""Before firms in general that are to do what stands in quotes: 引导企业“上云用数”."""


FIRMS = ("企业", "公司", "厂商", "独角兽", "机构")
GROWN = lazy(r"(?:培育|打造|壮大|构建|构筑|形成|做强|做大|充实)[^，。；、的]{0,4}$")
"""Before firms in general that are to grow into what stands in quotes: 培育企业“雁阵”."""


BUILT = lazy(rf"{alternation('made_verb')}[^，。；]{{0,16}}$")
"""Before a platform that is somebody's product: 发布智能体平台“织云”."""
BEFORE_CODED = lazy(
    rf"^.*(?:{alternation('firm_noun')}|{alternation('firm_kind')}|"
    r"第[一二三四五六七八九十0-9]{1,2}[名位]的?|排名|龙头|旗下|以及|其中|包括|至于|加上|还有|例如|反观)(?=..)"
)
"""What may stand before the name there: 第七名云岫（5347）."""
VALUED = lazy(
    rf"(?:^|[，。；：、“”\n的和与及]|{alternation('firm_noun')})([\u4e00-\u9fffA-Za-z0-9]{{2,8}}?)[（(](?:最新|目前)?(?:估值|市值)"
)
"""A firm before its worth in brackets: 云岫茶饮（估值20亿元）."""
LONGEST_LINE = 16
LINE = lazy(
    r"(?:[（(]?[0-9一二三四五六七八九十]{1,2}[)）.．、]|[•·●■◆])?\s*([\u4e00-\u9fff]{2,6}?"
    rf"(?:{alternation('firm_tail')}|{alternation('firm_tail_coined')}))[：:]?"
)
"""A line that is nothing but the name of a firm: 中环股份：."""
LONGEST_QUOTED = 5
"""Code points of a firm's name in quotes: 企业“上云用数赋智” is none."""


Tail = tuple[int, int]
"""Where a last word of brands or firms starts and ends in a text."""


def names_of(text: str, places: list[int]) -> list[str]:
    """Names that a text gives its firms; `places` are where names of places end in it."""
    _, automaton = introducers()
    tails = [(start, end) for _, start, end in automaton.find_matches_as_indexes(text, overlapping=True)]
    behind = names_behind(text, places, tails) if tails else ()
    return [*introduced_names(text, tails), *behind, *latin_names(text)]


def is_kind(name: str) -> bool:
    """Does it say which kind of things it is, and name none of them (主流新能源汽车)?"""
    return name.endswith(brand_tails()) and GENERIC_HEAD.match(brand_head(name)) is not None


def introduced_names(text: str, tails: list[Tail]) -> list[str]:
    """Names of officers' firms, in quotes, before a code, by their last word, before a firm's deeds."""
    automaton, _ = suffixes()
    titles, _ = introducers()
    names: dict[str, None] = {}
    if titles.find_matches_as_indexes(text):
        for match in officers().finditer(text):
            if not NOT_A_NAME.search(match[1]) and not automaton.find_matches_as_indexes(match[1]):
                names[match[1]] = None
    if "“" in text or "「" in text:
        quoted = (
            match[1]
            for match in QUOTED_FIRM.finditer(text)
            if not URGED.search(text, max(0, match.start() - 10), match.start())
            and not (match[0].startswith(FIRMS) and GROWN.search(text[: match.start()][-8:]))
            and not (match[0].startswith("平台") and BUILT.search(text[: match.start()][-24:]))
        )
        short = (name for name in quoted if len(name) <= LONGEST_QUOTED or name.isascii())
        names.update((name, None) for name in short if name not in cue_words("quoted_title"))
    if "）" in text or ")" in text:
        coded = (BEFORE_CODED.sub("", match[1]) for match in CODED.finditer(text))
        names.update((name, None) for name in coded if not ends_known(name))
        names.update((match[1], None) for match in VALUED.finditer(text) if not NOT_A_NAME.search(match[1]))
    if any(TREATED_AS_FIRM.match(text, end) or text[end : end + 1] in BUSY for _, end in tails):
        for match in brands().finditer(text):
            plain = text[match.end() : match.end() + 1].isupper() and not is_made_up(match[1])  # 移动网络IPv6
            if not (plain or NOT_A_NAME.search(match[1]) or is_said(match[1]) or has_word(match[1])):
                if not is_kind(match[1]):
                    names[match[1]] = None
        for match in busy_brands().finditer(text):
            if is_coined(match[2]) and not NOT_A_NAME.search(match[1]):
                names[match[1]] = None
    for match in coined_names(text) if any(is_marked(text, start) for start, _ in tails) else ():
        if is_coined(match[2]) and not (NOT_A_NAME.search(match[1]) or is_place(match[2])):
            names[match[1]] = None
    if len(text) <= LONGEST_LINE and (line := LINE.fullmatch(text)):
        if not (NOT_A_NAME.search(line[1]) or has_word(line[1])):
            names[line[1]] = None
    names.update((name, None) for name in doers(text))
    return list(dict.fromkeys(map(without_link, names)))


NO_FIRM = (
    r"(?!园|城|馆|奖|节|周|股|部|厅|局|大[会学赛]|论坛|产业|企业|公司|中心"
    r"|领域|赛道|行业|人才|创新|成果|工作)"
)
MARKS = "，。；：、“”（\n与和由及的"
OWN = rf"(([\u4e00-\u9fff]{{2,3}})(?:{alternation('firm_tail')}|{alternation('firm_tail_coined')})){NO_FIRM}"
COINED = lazy(rf"[{MARKS}]{OWN}")
OPENS = lazy(OWN)
BEHIND = lazy(rf"(([\u4e00-\u9fff]{{2,3}}){alternation('firm_tail')}){NO_FIRM}")


def ends_known(name: str) -> bool:
    """Is a known firm's name the end of it, with words before (加上国泰金)?"""
    return any(hit[1] == len(name) and hit[0] and hit[2][0].kind == "firm" for hit in gazetteer().find(name))


def is_place(head: str) -> bool:
    """Is the head the name of a place (鄞州软件 is its industry)?"""
    hits = gazetteer().find(head)
    return bool(hits) and hits[0][:2] == (0, len(head)) and hits[0][2][0].kind == "region"


def is_marked(text: str, start: int) -> bool:
    """Do two or three characters stand between a last word's `start` and a mark or the text's beginning?"""
    return start < 4 or text[start - 3] in MARKS or text[start - 4] in MARKS


def coined_names(text: str) -> Iterator[re.Match[str]]:
    """What may be coined names at the beginning of the text and behind its marks, none overlapping."""
    first = OPENS.match(text)
    if first:
        yield first
    yield from COINED.finditer(text, first.end() if first else 0)


def names_behind(text: str, ends: list[int], tails: list[Tail]) -> list[str]:
    """Coined names of firms directly behind the places that end at `ends`: 合肥云岫科技."""
    starts = {start for start, _ in tails}
    matches = [BEHIND.match(text, end) for end in ends if end + 2 in starts or end + 3 in starts]
    return [one[1] for one in matches if one and is_coined(one[2]) and not NOT_A_NAME.search(one[1])]


@lru_cache(maxsize=1)
def introducers() -> tuple[AhoCorasick, AhoCorasick]:
    """Officers' titles, last words of brands and firms: without any of them a text introduces no firm so."""
    titles = [row["title"] for row in read_reference("office_titles")]
    tails = {*brand_tails(), *cue_words("firm_tail"), *cue_words("firm_tail_coined")}
    return AhoCorasick(titles), AhoCorasick(sorted(tails))


@lru_cache(maxsize=1)
def brand_tails() -> tuple[str, ...]:
    """Words that a brand's name ends in."""
    rows = read_reference("institution_tails")
    return tuple(row["suffix"] for row in rows if row["use"] in {"brand", "both"})


def brand_head(name: str) -> str:
    """The brand without the last word of its name (亿岫通 of 亿岫通科技), empty where it has none."""
    return next((name.removesuffix(tail) for tail in brand_tails() if name.endswith(tail)), "")


CUED = lazy(
    rf"{alternation('firm_noun')}[“「]?([\u4e00-\u9fffA-Za-z]{{2,6}}?)[”」]?"
    r"(?=宣布|完成|官宣|拿下|披露|获|近日|日前|今日|递交|冲刺|发布|推出|营收|净利|估值|市值|员工|订单|去年|今年|上半年|[（(][A-Z]|在[^，。；]{0,30}?宣布)"
)
"""A firm's name between what it is and what it does: 提供商云岫宣布完成…."""
BEFORE_ROUND = 40
"""Code points before what is done to a round within which the name of its firm begins, at most."""
ROUND = lazy(r"(?:完成|获|拿下|斩获|敲定|官宣)[^，。；]{0,24}?(?:融资|[A-F]\+?轮)")
RAISED = lazy(
    r"(?:^|[，。；、：\n“和的])([\u4e00-\u9fffA-Za-z]{2,6}?)(?:科技|智能|机器人)?[”」]?"
    r"(?:近日|日前|今日|昨日|刚刚|于?\d{1,2}月(?:\d{1,2}日)?|也|已|又|再|再次|相继|先后|同样|正式|宣布|官宣){0,3}"
    r"(?:完成|获得?|拿下|斩获|敲定|官宣)[^，。；]{0,24}?(?:融资|[A-F]\+?轮)"
)
"""A firm's name before the round that it raised: 云岫近日完成数亿元融资."""


LISTED_ON = (*cue_words("goes_public_at"), "招股")
LISTS = lazy(
    r"(?:^|[，。；、：\n“的])([\u4e00-\u9fff]{2,6}?(?:科技|智能|机器人|生物)?)[”」]?(?:-[A-Z]{1,2})?"
    r"(?:近日|日前|今日|昨日|今天|昨天|刚刚|于?\d{1,2}月(?:\d{1,2}日)?|也|已|将|拟|又|再|再次|正式|成功){0,3}"
    r"(?:(?:登陆|挂牌|在(?=港|上|深|北|科|创|纳|纽)|向(?=港|上|深|北|证)|冲刺|闯关|递交)[^，。；]{0,8}?"
    rf"{alternation('goes_public_at')}"
    r"|今?起?(?:至[^，。；]{1,8}|启动|开始|路演)?招股(?![书文说价]))"
)
"""A firm's name before the exchange that it goes to: 云岫昨日登陆港交所."""


def doers(text: str) -> list[str]:
    """Coined names of firms that the text says to do what firms do."""
    found: list[str] = []
    if holds(text, DEEDS):
        found += (match[1] for match in CUED.finditer(text))
    if "公司" in text:
        company = COMPANY.search(text)
        start = max(0, company.start() - BEFORE_COMPANY) if company else len(text)
        found += (match[1] for match in NAMED_COMPANY.finditer(text, start))
    if "融资" in text or "轮" in text:
        raised = ROUND.search(text)
        start = max(0, raised.start() - BEFORE_ROUND) if raised else len(text)
        found += (match[1] for match in RAISED.finditer(text, start))
    if holds(text, LISTED_ON):
        found += (match[1] for match in LISTS.finditer(text))
    if "为例" in text:
        found += (match[1] for match in EXAMPLED.finditer(text))
    return [name for name in found if is_made_up(name) and not is_said(name)]


GOES_ON = r"(?=[，。、在于今去上前第已将也的]|\d|营|净|销|年|宣布|发布|获|完成|表示)"
BEFORE_COMPANY = 8
"""Code points before 公司 within which its name and the mark before that begin, at most."""
COMPANY = lazy(rf"公司(?<=[\u4e00-\u9fff]{{2}}公司){GOES_ON}")
EXAMPLED = lazy(rf"以[^，。；]{{0,14}}?{alternation('firm_noun')}([\u4e00-\u9fff]{{2,6}})为例")
"""以专精特新企业某某为例."""
NAMED_COMPANY = lazy(rf"(?:^|[，。；：、“的和与由及据]|近日|日前)([\u4e00-\u9fff]{{2,5}})公司{GOES_ON}")
"""A firm before 公司: 长屿公司去年…."""
DEEDS = frozenset(cue_words("firm_deed"))
