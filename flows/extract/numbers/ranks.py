"""Ranks: 第六, 第二大, 首位, 居首, 前四; and the ordinals that are none (第三方, 第五届, 第一批)."""

from __future__ import annotations

from decimal import Decimal

from flows.extract.cues import alternation
from flows.extract.numbers.number import Number, NumberClass
from flows.extract.numbers.numerals import ARABIC, CHINESE, Numeral, parse_numeral
from flows.extract.numbers.quantities import Quantity
from flows.extract.numbers.units import Unit, read_unit
from flows.patterns import lazy

_RANK_WORD = lazy(r"名(?!单|称|字|师)|位(?!于|居|列)|大(?!奖|道|街|会|家|楼)")
# beside classifiers and units, what makes an ordinal of a number and no rank: 第三产业, 第三方, 第二天
_ORDINAL = lazy(
    r"下(?!降|滑|跌)|动力|资源(?!型)|要务|生产力|[分秒批轮期步阶代季版章节款届卷部集场类种件线产方时手者范梯书家感站页课现财性曲创医中小院军师团汽纪任辑封枪炮棒桶刀"
    r"声印夫首篇幅句组城口国局盘号]|世界|公里|[A-Z]{1,2}[章条节款]"
)
_INSTITUTION = lazy(alternation("institution"))
_NEXT_THING = lazy(alternation("next_thing"))
_AMONG_ALL = lazy(r"(?:全[国球省市区县]|世界|国内|亚洲|欧洲|行业|业内|[省市区]内|中国|地区|[居列排位占])的?$")
"""Among whom a thing is told to be the second: 全球第二机场; 第二机场 alone is one more."""
_BIG_PLACE = lazy(r"[\u4e00-\u9fff]{2,4}[大强][省市县区国镇]")
_SERIES_JOINS = frozenset("、和及与")
_ORDINALS = lazy(r"(?:[、和及与]第?[一二三四五])+(?:次?产业|季度|批|期|轮|届|阶段|梯队|方阵|类|级)")
_MANY = lazy(alternation("many_before") + "[“「‘]?$")
_COUNTED = frozenset(("concrete", "general", "person", "time", "noun"))
_MILESTONE_SCALE = 10**4
_FIRST = lazy(r"首位(?!数|移)|榜首|头名|居首(?!位|席|都|届|次|批)")
_BEFORE_PLACE = frozenset("居列在至达占升跃据国球界省市名")
_LEADS = lazy(r"(?:[居列]|排在?|位于)[^，。；！？]{1,7}$")
_LIST_AFTER = frozenset("，、：:,；;。")
_LIST_BEFORE = frozenset("。；：:;！？\n”“（( 　")
_RANGE_SIGNS = frozenset("至到-—~")
_TOP_DENIED = frozenset("目此之当年日提事从先午空往跟面门期史生眼身")
_TOP_WORD = lazy(r"名(?!单|列)|位(?!于|居)|强|大(?!会|家)|甲|席|(?=行列|阵营|梯队)")
_TOP_NOT = lazy(
    r"[季个年天月日周款家项次种半场期后代轮届步小分秒条张台辆部只座章节集页段句世任所起例手茬排脚线多%％.]|[\-—至](?=[0-9前第一二三四五六七八九十])|(?<=前一)[共直度]"
)
_TOP_PLACES = frozenset("城省市国县强")
_TOP_MOST = 1000
_THOSE = alternation("ranked_thing")
_OF_TOP = lazy(
    rf"(?:榜单|名单|门槛|厂商|品牌|模型)(?!之|的是|为|依次|分别)|中[，,有共占国只仅]"
    rf"|的(?:都|均|大多|多数|合计|共)|的[^，。；：、]{{1,10}}[里中](?=，)|[之以][间后外]|的[^，。；：、]{{0,10}}?{_THOSE}(?:集团|中)?(?!{_THOSE}|[^，。；：、]{{0,4}}(?:依次|分别|为|是|有|[：:”]))"
)
"""What is said of the first of a list, whose ranks it does not tell: 前十名门槛为…, 前五的企业中有…."""


_TOP_TOLD = lazy(
    r"的[^，。；：、0-9]{0,10}?(?:(?:分别|依次)?[为是有：:]|分别|依次|包括)[：:]?[^。；0-9\n]{3,90}"
    r"(?:，(?:[^，。；0-9]{0,10})?(?:分别|依次)[^，。；0-9]{0,8}|[（(])[0-9]"
)
"""A list of the first whose members' own figures follow: 前五的为甲、乙，分别为3亿元、2亿元."""


def read_ordinal(text: str, start: int, end: int, head: int | None = None) -> Number | None:
    """The rank or ordinal whose numeral `text[start:end]` follows 第; class claim, name or filler.

    `head` is where it begins, for one that goes on a list of ranks without its own 第.
    """
    numeral = parse_numeral(text[start:end])
    if numeral is None:
        return None
    head, arabic = start - 1 if head is None else head, text[start].isdecimal()
    following, before = text[end:end + 1], text[head - 1:head]
    listed = following in _LIST_AFTER and not text.startswith("、第", end)
    if following in _SERIES_JOINS and following and _ORDINALS.match(text, end):
        return Number(head, end, "", "filler", rule="ordinal")  # 第一、第二、第三产业
    if listed and following and (not before or before in _LIST_BEFORE) and not arabic:
        return Number(head, end, "", "filler", rule="enumeration")
    word = _RANK_WORD.match(text, end)
    unit = read_unit(text, end)
    if unit is not None and numeral.scale >= _MILESTONE_SCALE and unit.kind in _COUNTED:
        return _milestone(head, end, numeral, unit)
    if word is not None and is_limit(text, head, word.end()):
        return Number(head, word.end(), "", "filler", rule="list")
    if word is not None:
        return _rank(head, word.end(), numeral.value, None, "rank")
    plain: NumberClass = "name" if arabic else "filler"
    if _INSTITUTION.match(text, end):
        return Number(head, end, "", "name", rule="institution")
    if _MANY.search(text, max(0, head - 3), head):  # 众多第一
        return Number(head, end, "", "filler", rule="ordinal")
    among_all = _AMONG_ALL.search(text, max(0, head - 4), head) is not None
    if among_all and _BIG_PLACE.match(text, end):
        return _rank(head, end, numeral.value, None, "rank")  # 全省第二人口大县
    if not among_all and _NEXT_THING.match(text, end):
        return Number(head, end, "", plain, numeral.value, None, "rank", rule="ordinal")
    if (unit is not None and unit.kind in _COUNTED) or _ORDINAL.match(text, end):
        return Number(head, end, "", plain, numeral.value, None, "rank", rule="ordinal")
    if following in _RANGE_SIGNS and following:
        return _rank_range(text, head, numeral.value, end)
    return _rank(head, end, numeral.value, numeral.high, "rank")


_LAST_OF = lazy(r"[至到]第[0-9一二三四五六七八九十]+名的?(?!分别|依次|为|是)[^，。；：、]{1,12}")
_FIRST_OF = lazy(r"第[0-9一二三四五六七八九十]+名[至到]$")
_TOLD_OF = lazy(r"的?(?!分别|依次|为|是)[^，。；：、]{1,12}")


def is_limit(text: str, head: int, end: int) -> bool:
    """Whether a place only tells from where or how far others are taken: 把第二名至第五名的销量相加."""
    if _LAST_OF.match(text, end):
        return True
    goes_on = _FIRST_OF.search(text, max(0, head - 8), head) is not None
    return goes_on and _TOLD_OF.match(text, end) is not None


def _milestone(head: int, end: int, numeral: Numeral, unit: Unit) -> Number:
    """第1000万辆: a count that was reached."""
    number = Number(head, end + len(unit.surface), "", "claim", numeral.value, None, unit.symbol)
    number.written_unit, number.rule = unit.surface, "milestone"
    return number


def _rank_range(text: str, head: int, low: Decimal, end: int) -> Number:
    """第三至第五: the ranks from the third to the fifth."""
    at = end + 2 if text[end + 1:end + 2] == "第" else end + 1
    found = (ARABIC if text[at:at + 1].isdecimal() else CHINESE).match(text, at)
    upper = parse_numeral(found[0]) if found else None
    if found is None or upper is None or upper.value <= low:
        return _rank(head, end, low, None, "rank")
    if _ORDINAL.match(text, found.end()):
        return Number(head, found.end(), "", "name", rule="ordinal")
    word = _RANK_WORD.match(text, found.end())
    return _rank(head, word.end() if word else found.end(), low, upper.value, "rank")


def read_top(text: str, start: int, end: int) -> Number | None:
    """The ranks one to N whose numeral `text[start:end]` follows 前 (前四, 前10名), or None."""
    head = start - 1
    if head and text[head - 1] in _TOP_DENIED and not text.endswith("跻身", 0, head):
        return None
    numeral = parse_numeral(text[start:end])
    if numeral is None or numeral.high is not None or not 1 <= numeral.value <= _TOP_MOST:
        return None
    if text.startswith(("名名单", "名榜单", "名的名单"), end):
        return Number(head, end + 1, "", "filler", rule="list")
    word = _TOP_WORD.match(text, end)
    if _TOP_TOLD.match(text, word.end() if word else end):
        return Number(head, word.end() if word else end, "", "filler", rule="list")
    if _OF_TOP.match(text, word.end() if word else end):
        return Number(head, word.end() if word else end, "", "filler", rule="list")
    if word is not None:
        return _rank(head, word.end(), Decimal(1), numeral.value, "rank_top")
    unit = read_unit(text, end)
    if unit is not None and unit.kind == "noun" and unit.surface[0] in _TOP_PLACES:
        return _rank(head, end + len(unit.surface), Decimal(1), numeral.value, "rank_top")
    within = unit is not None and unit.surface == "里"  # 榜单前十里
    if unit is not None and not within or _TOP_NOT.match(text, end):
        return None
    return _rank(head, end, Decimal(1), numeral.value, "rank_top")


_BARE_RANKED = lazy(
    r"(?:排名|位列|名列|位居|分居|分列|分获)(?:全国|全球|世界|亚洲|全省|全市|国内|分别|依次|为|在|居|列|至|到|[:：])*"
    r"(?:(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[、和])*$"
)
_RANK_ENDS = frozenset(("，", "。", "；", "、", "和", "）", ")", "！", ""))
_LAST_RANK = 1000


def read_bare_rank(text: str, quantity: Quantity) -> Number | None:
    """A rank without 第 and 位: 分别排名18、19、20, 排名十八至二十."""
    low, high = quantity.low, quantity.high
    if quantity.start < quantity.body or quantity.scale > 1:
        return None
    if text[quantity.end:quantity.end + 1] not in _RANK_ENDS:
        return None
    if not 1 <= low <= (high or low) < _LAST_RANK or low != int(low):
        return None
    if not _BARE_RANKED.search(text, max(0, quantity.body - 20), quantity.body):
        return None
    return Number(quantity.body, quantity.end, "", "claim", low, high, "rank", rule="rank_bare")


def read_first(text: str, at: int) -> Number | None:
    """A first rank without a numeral around the 首 at `at`: 首位, 榜首, 居首."""
    if text.startswith("之首", at - 1) and _LEADS.search(text, max(0, at - 9), at - 1):  # 居各省之首
        return _rank(at - 1, at + 1, Decimal(1), None, "rank_first")
    head = at - 1 if text[at - 1:at] in ("榜", "居") else at
    found = _FIRST.match(text, head) or _FIRST.match(text, at)
    if found is None or (found[0] == "首位" and not _is_first_place(text, found.start(), found.end())):
        return None
    if _PUT.search(text, max(0, found.start() - 16), found.start()):
        return Number(found.start(), found.end(), "", "filler", rule="list")
    return _rank(found.start(), found.end(), Decimal(1), None, "rank_first")


_PUT = lazy(r"(?:摆|放|置)(?:在|到|于)[^，。；\d]{0,12}$")
"""What somebody makes the first of his concerns ranks nowhere: 把安全放在首位."""


def _is_first_place(text: str, start: int, end: int) -> bool:
    """居首位 is a rank, 首位获奖者 a person."""
    return text[start - 1:start] in _BEFORE_PLACE or not "\u4e00" <= text[end:end + 1] <= "\u9fff"


def _rank(start: int, end: int, low: Decimal, high: Decimal | None, rule: str) -> Number:
    return Number(start, end, "", "claim", low, high, "rank", rule=rule)


RANKED = lazy(alternation("ranked_before") + r"(?<![安编]排)(?<![系陈队每下]列)[^，。；、\d]{0,6}$")
_RANK_SERIES = lazy(r"[一二三四五六七八九十](?:[、和至到][一二三四五六七八九十])+[名位]")


def opens_ranks(text: str, at: int) -> bool:
    """Whether a list or range of ranks without 第 begins: 分列二、三位, 分列四至六位."""
    return _RANK_SERIES.match(text, at) is not None and RANKED.search(text, max(0, at - 10), at) is not None
