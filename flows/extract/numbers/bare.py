"""Numbers without a unit: which are counts, and which belong to a name."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.numbers import names, ranks
from flows.extract.numbers.codes import read_lettered
from flows.extract.numbers.limits import (
    delimits,
    grades_counted_things,
    is_passed_by_counted,
    sorts_counted_things,
)
from flows.extract.numbers.number import Number, NumberClass
from flows.extract.numbers.quantities import Quantity
from flows.extract.numbers.shortened import LETTERS, read_mega, read_shortened
from flows.extract.numbers.unsaid_units import unsaid_unit
from flows.extract.scores import SCORE, SCORE_NAME
from flows.patterns import holds, lazy

_TIER = lazy(r" ?(?i:lite|pro|flash|mini|max|turbo|plus|ultra|thinking|preview)(?![A-Za-z])")
_COUNT_CUE = lazy(alternation("count_before") + "了?$")
_RESULT = rf"(?:{SCORE}|{alternation('scored')})"
_IS_LEVEL = lazy(rf"(?:{_RESULT}|[数率值比度]|[A-Z]{{3}})(?:就|也|都|则|均)?是$")
"""What says a level that has no unit: 得分是63.2, PMI是50.2; not 版本是3.0."""
_NAME_CUE = lazy(alternation("name_before") + r"[^，。；\d]{0,4}$")
_PAY = lazy(r"薪[^，。；、\d]{0,4}$")
_SPREAD = lazy(r"之间|不等")
_FROM_LEVEL = lazy(r"[由从自][^，。；\d]{1,7}的$")
"""What the first of two levels can stand behind: 由上年的2.31缩小至2.25; not 由360公司, but 由20增至30."""
_CHANGING = lazy(r".{0,2}[增升降减扩缩提涨跌到至上下变回]")
_BIG = 10**8
_COMPARED = frozenset(("大于", "小于", "等于", "多于", "少于", "高于", "低于"))
_RECKONED = lazy("(?:加上?|减去?|乘以?|除以)[\\d一二三四五六七八九十百千]|等于")
_OF_SCORE = lazy(rf"的{SCORE_NAME}")
_SCORED = lazy(rf"的{_RESULT}")
_TO_CELL_END = lazy(r"[ \u3000\t]*(?:[|｜\n]|$)")
_SHARED_COUNT = lazy(r"(?:人口|人数|总数|数量)[^，。；]{0,2}$")
_OUTPUT = lazy(r"(?:产值|营收|GDP|产业规模|市值)(?=[，。、；：！？]|$)")
"""What a bare magnitude can stand for by itself: 2030年千亿产值."""
_REACHED = lazy(
    r"(?:规模|参数量?|产值|营收|市值|[销产总]量|用户数?|人次|数量|投资额?|GDP|交易额)[^，。；\d]{0,5}"
    r"(?:达到?了?|冲刺?|剑指|直指|直奔|瞄准|迈[向入过]|跨[入过])$"
)
"""What a bare magnitude is the level of, at the end of its clause: 参数规模已达到千亿, 产值冲千亿."""
_MORE_BEFORE = lazy(
    r"(?<![以之加网线马早晚身路车地桌市会船海岸天世历事实至])上$"
    r"|(?<![通不经路超跨越渡错难太])过$|(?<![打攻侦突爆击识戳冲看说])破$"
)
_EDITED = lazy(r"(?:指数|排行榜|榜单|年报|报告|白皮书|竞争力)$")
_BARE_SCALES = frozenset("百千万亿十兆") | {"十万", "百万", "千万", "万万", "十亿", "百亿", "千亿", "万亿"}
_ALONE = frozenset(("十", "十万", "百万", "十亿", "百亿", "千亿", "万亿"))  # 千万 is a word
_SCALES = frozenset("十百千万亿")
_TRUSTED_RULES = frozenset(("power", "english"))
_STRUCTURED_RULES = frozenset(("chinese", "vague", "range", "chinese_pair"))
_STATED = frozenset("是为达到至共得有于加减乘除纪龄")
_CLAUSE_END = frozenset(("，", "。", "；", "、", ""))


def read_bare(text: str, quantity: Quantity, numeral: str, arabic: bool) -> Number | None:
    """A numeral without unit: a count if large, hedged or stated as a result; else a name or nothing."""
    if _is_whole(text, quantity) and _is_year(text):
        return _named(quantity.body, quantity.end, "year")
    if _is_whole(text, quantity) and text[0] == "0" and text.isdecimal() and len(text) > 1:
        return _named(quantity.body, quantity.end, "heading")  # a part's number: 01
    if _is_whole(text, quantity) and (text not in _BARE_SCALES or text in _ALONE):
        return _count(text, quantity)  # the text is this number and nothing else
    if quantity.rule != "range" and _TIER.match(text, quantity.end):
        return _named(quantity.body, quantity.end, "version")  # 推出1.6 lite
    if text.startswith("口径", quantity.end):
        return Number(quantity.start, quantity.end, "", "filler", rule="list")  # 500万口径软件业务收入
    ranked = ranks.read_bare_rank(text, quantity)
    if ranked is not None:
        return ranked
    if arabic and text[quantity.end:quantity.end + 1] in LETTERS:
        shortened = read_shortened(text, quantity)
        if shortened is not None:
            return shortened
    if text[quantity.end - 1] == "兆":
        mega = read_mega(text, quantity)
        if mega is not None:
            return mega
    if not arabic:
        return _count(text, quantity) if _is_chinese_count(text, quantity, numeral) else None
    code = read_lettered(text, quantity)
    if code is not None:
        return code
    if text.startswith("号", quantity.end):
        return _named(quantity.body, quantity.end + 1, "numbered")
    return _count(text, quantity) if _is_count(text, quantity) else _bare_name(text, quantity, numeral)


def _is_whole(text: str, quantity: Quantity) -> bool:
    """Whether the text is this quantity and nothing else, but for the 从 of a range."""
    return quantity.end == len(text) and (quantity.start == 0 or (quantity.start == 1 and text[0] == "从"))


def _is_count(text: str, quantity: Quantity) -> bool:
    """Whether bare Arabic digits count something: large, hedged, signed, or stated as a result."""
    cued = _COUNT_CUE.search(text, max(0, quantity.start - 3), quantity.start) is not None
    if text[quantity.start - 1] == "是" and text[quantity.end:quantity.end + 1] in _CLAUSE_END:
        cued = cued or _IS_LEVEL.search(text, max(0, quantity.start - 7), quantity.start) is not None
    lead = text[max(0, quantity.start - 9):quantity.start]
    if lead.endswith(("由", "从")) or lead.endswith("的") and _FROM_LEVEL.search(lead):
        cued = _CHANGING.match(text, quantity.end) is not None
    if text.startswith("版", quantity.end) and quantity.scale == 1:
        return False  # 推出3.0版本
    if quantity.scale > 1 or quantity.hedged:
        return True
    edited = _is_year(text[quantity.body:quantity.end])
    if edited and _EDITED.search(text, max(0, quantity.start - 4), quantity.start):
        return False  # 在全球创新指数2025中
    if text.startswith("的", quantity.end) and _OF_SCORE.match(text, quantity.end):
        return True  # 以80.6的得分位列首位
    if quantity.rule == "range":
        spread = _SPREAD.match(text, quantity.end) is not None
        return spread or (cued and not text.startswith("从", quantity.body - 1))
    if quantity.start < quantity.body or quantity.rule in _TRUSTED_RULES or _is_cell(text, quantity):
        return True
    if names.joined_name(text, quantity.body) is not None:
        return False
    if not cued and _SCORED.match(text, quantity.end):
        return True
    return cued and not _NAME_CUE.search(text, max(0, quantity.start - 10), quantity.start)


def _is_cell(text: str, quantity: Quantity) -> bool:
    """Whether the digits fill a cell of a table, or end a line of a list after a gap: | 296.4 |."""
    start, end = quantity.body, quantity.end
    before = text[:start].rstrip(" \u3000\t")
    after = _TO_CELL_END.match(text, end)
    if after is None or len(before) == start or not before or before[-1] == "\n":
        return before[-1:] in ("|", "｜") and after is not None and not _is_year(text[start:end])
    return (before[-1] in "|｜" or "." in text[start:end]) and not _is_year(text[start:end])


def _is_year(surface: str) -> bool:
    return len(surface) == 4 and surface.isdecimal() and 1950 <= int(surface) <= 2050


def _bare_name(text: str, quantity: Quantity, numeral: str) -> Number:
    joined = names.joined_name(text, quantity.body) if quantity.rule != "range" else None
    if joined is not None:
        return _named(quantity.body, joined, "joined")
    return _named(quantity.body, quantity.end, "version" if "." in numeral else "bare")


def _named(start: int, end: int, rule: str) -> Number:
    return Number(start, end, "", "name", rule=rule)


def _is_chinese_count(text: str, quantity: Quantity, numeral: str) -> bool:
    """Whether a Chinese numeral without unit counts something: 三万五, 两个亿, 过万; not 千万 or 三五."""
    following = text[quantity.end:quantity.end + 1]
    if (quantity.low >= 10 or quantity.high is not None) and (quantity.hedged or quantity.bound == "gt"):
        return True
    if text[quantity.body - 1:quantity.body] == "负" and quantity.start < quantity.body:
        return True  # 负八
    if quantity.low >= _BIG and quantity.scale >= _BIG and not holds(numeral, "万亿兆"):
        return True  # 两个亿
    if numeral in _BARE_SCALES and _PAY.search(text, max(0, quantity.start - 3), quantity.start):
        return True  # 年薪百万
    if numeral in _BARE_SCALES and not _SHARED_COUNT.search(text, max(0, quantity.start - 5), quantity.start):
        reached = (following in _CLAUSE_END or following in " \n！") and _REACHED.search(
            text, max(0, quantity.start - 14), quantity.start
        )
        said = following == "级" or bool(reached) or _OUTPUT.match(text, quantity.end) is not None
        return len(numeral) > 1 and said
    if numeral == "零":
        stated = text[quantity.start - 1:quantity.start] in ("为", "到", "至", "是")
        return stated and following in _CLAUSE_END
    pointed = "点" in numeral and len(numeral) > 2
    if quantity.rule in _STRUCTURED_RULES and quantity.low >= 100 and len(numeral) > 1 and not pointed:
        return not _SCALES.isdisjoint(numeral)
    if text[quantity.body - 2:quantity.body] in _COMPARED and following in _CLAUSE_END - {"、"}:
        return True
    if len(numeral) > 1 and _RECKONED.match(text, quantity.end):
        return True
    if len(numeral) > 1 and following in _CLAUSE_END and text[quantity.start - 1:quantity.start] in _STATED:
        return not text.startswith("、", quantity.end)
    spread = quantity.rule == "range" and _SPREAD.match(text, quantity.end) is not None
    return spread or pointed


def _count(text: str, quantity: Quantity) -> Number:
    unit = unsaid_unit(text, quantity) if quantity.low >= 1000 else "count"
    limited = quantity.bound in ("gt", "lt") and text[quantity.end - 1] in "上下内"
    kind: NumberClass = "filler" if limited and delimits(text, quantity.end) else "claim"
    if grades_counted_things(text, quantity.start, quantity.end) or sorts_counted_things(text, quantity):
        kind = "filler"
    elif quantity.bound == "gt" and is_passed_by_counted(text, quantity):
        kind = "filler"  # 9个项目投资过亿
    span = quantity.start, quantity.end
    return Number(*span, "", kind, quantity.low, quantity.high, unit, quantity.bound, rule=quantity.rule)


def widen_vague(text: str, quantity: Quantity) -> None:
    """Take 上, 过, 破 and 好 before a Chinese numeral: 上百, 过万, 破亿, 好几百."""
    before, first = text[quantity.start - 1:quantity.start], text[quantity.start]
    if before == "好" and first == "几":
        quantity.start -= 1
    elif first in _SCALES and _MORE_BEFORE.search(text, max(0, quantity.start - 2), quantity.start):
        quantity.start, quantity.hedged = quantity.start - 1, True
        if quantity.bound in ("eq", "approx") and quantity.rule != "range":
            quantity.bound = "gt"
