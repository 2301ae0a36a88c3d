"""Numbers without a unit: which are counts, and which belong to a name."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from flows.extract import names, shares
from flows.extract.bounds import hedge_before
from flows.extract.fillers import delimits
from flows.extract.number import Number
from flows.extract.quantities import Quantity
from flows.extract.units import ONE, Unit

_LETTERS_BEFORE_MEASURE = re.compile(r"(?<![A-Za-z0-9-])(?:[A-Z][A-Za-z&]+)$")
_HEDGED_COUNT = re.compile(r"[\u4e00-\u9fff]{1,2}(?:以上|以下|以内|左右)")
_CURRENCY_CODE = re.compile(r"(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|TWD|AUD|CAD|SGD|CHF|rmb)$")
_COUNT_CUE = re.compile(r"(?:[为达到至共增降报升涨跌仅约超破收由从率数比值价分均计高低出]|只有|总分|评分)(?:了)?$")
_NAME_CUE = re.compile(r"(?:编号|代码|号码|电话|热线|邮编|航班号?|门牌|尾号|账号|卡号|群|学号|型号|版本|序号|工号|番号|批号|编码|第)[^，。；\d]{0,4}$")
_PERSON_CUE = re.compile(
    r"(?:人才|人数|人口|人员|从业者|员工|就业|游客|旅客|学生|党员|劳动力|医生|教师|开发者|观众|用户数?|毕业生|网民|志愿者|职工|粉丝)[^，。；：\d]{0,8}$"
)
_PERSON_AFTER = re.compile(r"(?:名|多名)?(?:人才|游客|旅客|学生|党员|医生|教师|开发者|观众|毕业生|网民|志愿者|职工|粉丝|民众|群众|居民|市民|农民工?|消费者|考生|球迷|从业者|就业|老人|儿童|患者|乘客)")
_PARAMETER_CUE = re.compile(r"参数[^，。；：\d]{0,8}$")
_COMPUTE_TOKEN = re.compile(r"级?(?:[Tt]oken|词元)")
_PARAMETER_AFTER = re.compile(r"级?(?:参数)")
_WARM = re.compile(r"[温热寒冷烧]|零下")
_POWER_USE = re.compile(r"电")
_RANKED = re.compile(r"(?:排名|位列|名列|位居|排在|列第?|排)[^，。；、\d]{0,6}$")
_MONEY_CUE = re.compile(
    r"(?:产值|营收|收入|投资额?|资金|市值|成交额|交易额|融资额?|金额|贷款|余额|支出|利润|销售额|总值|产业规模|市场规模|经济总量|GDP|票房|估值|身家|债务|总投入|总额)"
    r"[^，。；：\d户人辆家台件]{0,8}$"
)
_SPEED = re.compile(r"时速[^，。；\d]{0,4}$")
_TENS_HEDGED = 10
_BIG = 10**8
_TEN_THOUSAND = 10**4
_RANGED = re.compile(r"之间|不等")
_NET = re.compile(r"(?:人口|人数|总数|数量)[^，。；]{0,2}$")
_STRUCTURED = re.compile(r".*[十百千万亿].*")
_BARE_WORDS = frozenset(("千万", "百万", "万亿", "百", "千", "万", "亿", "十", "百亿", "千亿", "十万", "十亿", "兆", "万万", "百千", "千百"))
_MORE_BEFORE = re.compile(r"(?<![以之加网线马早晚身路车地桌市会船海岸天世历事实至])上$|(?<![通不经路超跨越渡错难太])过$|(?<![打攻侦突爆击识戳冲看说])破$")
_SHARE_SEPARATORS = frozenset("/／")
_RATIO_SIGNS = frozenset(":：∶比")


def read_special(text: str, start: int, end: int) -> Number | None:
    """What is read of Arabic digits before any quantity: titles, codes, numbered names, ratios, fractions."""
    following = text[end:end + 1]
    if end - start == 4 and text[start] in "12":
        stop = names.edition(text, start)
        if stop is not None:
            return Number(start, stop, "", "name", rule="edition")
    code = read_code(text, start, end)
    if code is not None:
        return code
    if following in _RATIO_SIGNS and following:
        ratio = shares.read_ratio(text, start)
        if ratio is not None:
            return ratio
    if following in _SHARE_SEPARATORS and following:
        fraction = shares.read_fraction(text, start)
        if fraction is not None:
            return fraction
    named = names.numbered_name(text, start, end)
    if named is not None:
        return Number(named[0], named[1], "", "name", rule=named[2])
    return None


def read_code(text: str, start: int, end: int) -> Number | None:
    """The code (GPT-4, A100, B2-7) that goes on in the digits `text[start:end]`, or None."""
    before = text[start - 1:start]
    if not before or not before.isascii() or not (before.isalpha() or before in "-_./+#@&"):
        return None
    span = names.code_span(text, start, end)
    if span is None or span[0] >= start:
        return None
    if text[span[0]:start].isalpha() and (text.startswith("+", end) or _HEDGED_COUNT.match(text, end)):
        return None  # App5次以上
    if _CURRENCY_CODE.search(text, max(0, start - 4), start):
        return None
    measured = text[end:end + 1] in ("%", "万", "亿", "元", "倍", "％") or text[end - 1] in "万亿"
    if measured and _LETTERS_BEFORE_MEASURE.search(text, max(0, start - 8), start):
        return None  # GDP1.5万亿元
    return Number(*span, "", "name", rule="code")


def read_bare(text: str, quantity: Quantity, numeral: str, arabic: bool) -> Number | None:
    """A numeral that no unit follows: a count where it is large, hedged or stated as a result, else a name or nothing."""
    if not arabic:
        return _read_bare_chinese(text, quantity, numeral)
    following = text[quantity.end:quantity.end + 1]
    if following and following.isascii() and following.isalpha() and text[quantity.end - 1].isdecimal():
        code = names.code_span(text, quantity.body, quantity.end)
        if code is not None:
            return Number(*code, "", "name", rule="code")
    if quantity.rule == "range" and quantity.scale == 1 and not quantity.hedged and not _RANGED.match(text, quantity.end):
        if text[quantity.body - 1:quantity.body] in ("从", "") or not _COUNT_CUE.search(text, max(0, quantity.start - 3), quantity.start):
            return Number(quantity.body, quantity.end, "", "name", rule="bare")
    if quantity.scale > 1 or quantity.hedged or quantity.start < quantity.body or quantity.rule in ("power", "english", "range"):
        if text.startswith("号", quantity.end):
            return Number(quantity.body, quantity.end + 1, "", "name", rule="numbered")
        if _is_version(text, quantity, numeral):
            return Number(quantity.body, quantity.end, "", "name", rule="version")
        return _count(text, quantity)
    joined = names.joined_name(text, quantity.body)
    if joined is not None:
        return Number(quantity.body, joined, "", "name", rule="joined")
    if not _NAME_CUE.search(text, max(0, quantity.start - 10), quantity.start) and _COUNT_CUE.search(text, max(0, quantity.start - 3), quantity.start):
        return _count(text, quantity)
    return Number(quantity.body, quantity.end, "", "name", rule="version" if "." in numeral else "bare")


def _is_version(text: str, quantity: Quantity, numeral: str) -> bool:
    return quantity.scale == 1 and numeral.isdecimal() and not quantity.hedged and _NAME_CUE.search(text, max(0, quantity.start - 10), quantity.start) is not None


def _read_bare_chinese(text: str, quantity: Quantity, numeral: str) -> Number | None:
    if quantity.hedged and (quantity.low >= _TENS_HEDGED or quantity.high):
        return _count(text, quantity)
    following = text[quantity.end:quantity.end + 1]
    if quantity.scale >= _BIG and quantity.low >= _BIG and not any(char in numeral for char in "万亿兆"):  # 两个亿
        return _count(text, quantity)
    if quantity.bound == "gt" and quantity.low >= _TENS_HEDGED:
        return _count(text, quantity)
    if quantity.rule == "range" and _RANGED.match(text, quantity.end):
        return _count(text, quantity)
    if numeral in _BARE_WORDS and not _NET.search(text, max(0, quantity.start - 5), quantity.start):
        return _count(text, quantity) if following == "级" and len(numeral) > 1 else None
    if numeral == "零":
        return _count(text, quantity) if text[quantity.start - 1:quantity.start] in ("为", "到", "至") and (not following or following in "，。；、") else None
    if quantity.rule in ("chinese", "vague", "range", "chinese_pair") and quantity.low >= 100 and len(numeral) > 1 and _STRUCTURED.match(numeral):
        return _count(text, quantity)
    if "点" in numeral and len(numeral) > 2:
        return _count(text, quantity)
    return None


def _count(text: str, quantity: Quantity) -> Number:
    unit = "count"
    if quantity.low >= 1000:
        if _PERSON_CUE.search(text, max(0, quantity.start - 14), quantity.start) or _PERSON_AFTER.match(text, quantity.end):
            unit = "person"
        elif _PARAMETER_AFTER.match(text, quantity.end) or _PARAMETER_CUE.search(text, max(0, quantity.start - 12), quantity.start):
            unit = "parameter"
        elif _COMPUTE_TOKEN.match(text, quantity.end):
            unit = "token"
        elif quantity.scale >= _TEN_THOUSAND and _MONEY_CUE.search(text, max(0, quantity.start - 16), quantity.start):
            unit = "CNY"
    kind = "filler" if quantity.bound in ("gt", "lt") and text[quantity.end - 1] in "上下内" and delimits(text, quantity.end) else "claim"
    return Number(quantity.start, quantity.end, "", kind, quantity.low, quantity.high, unit, quantity.bound, rule=quantity.rule)  # type: ignore[arg-type]


def widen_vague(text: str, quantity: Quantity) -> None:
    """Take 上, 过, 破 and 好 before a Chinese numeral: 上百, 过万, 破亿, 好几百."""
    before = text[quantity.start - 1:quantity.start]
    if not before:
        return
    if before == "好" and text[quantity.start] in "几":
        quantity.start -= 1
    elif before in "上过破" and text[quantity.start] in "百千万亿十" and _MORE_BEFORE.search(text, max(0, quantity.start - 2), quantity.start):
        quantity.start, quantity.hedged = quantity.start - 1, True
        if quantity.bound in ("eq", "approx") and quantity.rule != "range":
            quantity.bound = "gt"


def name_context_unit(text: str, quantity: Quantity) -> None:
    """Let the words around say which unit an ambiguous one is: 度 of heat or of electricity, 公里 of a speed."""
    unit = quantity.unit
    assert unit is not None
    if unit.surface == "度":
        window = text[max(0, quantity.start - 12):quantity.start]
        if window.endswith("华氏"):
            quantity.unit, quantity.start = replace(unit, symbol="fahrenheit", kind="temperature"), quantity.start - 2
            quantity.bound = (hedge_before(text, quantity.start) or (quantity.bound, 0))[0]
            return
        if _WARM.search(window) or "零下" in text[quantity.start:quantity.end]:
            quantity.unit = replace(unit, symbol="celsius", kind="temperature")
        elif _POWER_USE.search(window):
            quantity.unit = replace(unit, symbol="kWh", kind="energy")
    elif unit.surface in ("位", "名") and _RANKED.search(text, max(0, quantity.start - 10), quantity.start):
        quantity.unit = replace(unit, symbol="rank", kind="rank")
    elif unit.symbol == "km" and _SPEED.search(text, max(0, quantity.start - 8), quantity.start):
        quantity.unit = replace(unit, symbol="km/h", kind="speed")


__all__ = ["ONE", "Decimal", "Unit", "name_context_unit", "read_bare", "read_special", "widen_vague"]
