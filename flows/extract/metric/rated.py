"""The nouns of percentages and multiples: rates, stakes, what has grown, the part that stands behind."""

from __future__ import annotations

from flows.extract.metric.behind import phrase_after
from flows.extract.metric.measure_words import GROWTH_AFTER
from flows.extract.metric.noun_behind import HOLDER
from flows.extract.metric.nouns import begins_with_noun, goes_on, phrase_before
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

SHARE_WORD = lazy(r"占|比重|份额")
RATE_NOUN = lazy(
    r"(?:^|[，。；：、的 .）)•·]|其中)"
    r"([\u4e00-\u9fffA-Za-z]{1,9}?率)(?!的[\u4e00-\u9fff]{2})(?:为|达到?|约|仅|高达|是|已|超过?|近|分别|连续|目前|同比|维持在|保持在|稳定在|[^，。；率]{0,3})*$"
)


def nouns_of_percentage(number: Number, window: Window, before: str, head: str, after: str) -> list[str]:
    """Noun phrases of a percentage's own, the likelier first: what has grown, a stake, a rate, a part; `head`
    is the noun before it, `after` the one behind it.
    """
    if GROWTH_AFTER.match(window.after):
        return grown_nouns(before, after)
    named = stake(before, window) or rate_behind(number, window.after, head)
    if named:
        return [named]
    share = OWN_SHARE.match(window.after)
    if share:
        return [head if AMOUNT_HEAD.search(head) else share[1] or ""]
    opens = OPENING_PART.fullmatch(before) and number.surface.endswith(("%", "以上"))
    direct = DIRECT_PART.match(window.after) if opens else None
    if direct and begins_with_noun(window.after):
        return [phrase_after(direct[0]), head]
    return [after, head] if after and is_part_behind(number, before, window.after) else [head, ""]


def is_part_behind(number: Number, before: str, after: str) -> bool:
    """Does the part that a share is stand behind it: 60%以上的企业, 近七成AI企业?"""
    if after.startswith(("的", "以上的", "左右的")):
        return True
    in_words = number.surface.rstrip("以上左右多强").endswith(("数", "半", "成"))
    return in_words and goes_on(after) and not SHARE_WORD.search(before)


def grown_nouns(before: str, after: str) -> list[str]:
    """What has grown by a percentage that its growth stands behind; a firm by its common noun is none."""
    grown = phrase_before(YEARLY.sub("", before))
    named = "" if GROWTH_AFTER.fullmatch(f"的{after}") else after
    return ["" if HOLDER.fullmatch(grown) else grown, named]


def rate_before(before: str) -> str:
    """The rate by its name before a percentage (渗透率达到), else ''."""
    rate = RATE_NOUN.search(before)
    return name_of(rate[1] or "") if rate else ""


def name_of(rate: str) -> str:
    """The name of a rate without what leads to it."""
    name = rate.removeprefix("的").removeprefix("其中")
    short = phrase_before(name)
    return short if short.endswith("率") else name


def rate_behind(number: Number, after: str, head: str) -> str:
    """The rate that a percentage or a multiple is, by its name behind it (70%毛利率, 41倍认购), else ''."""
    if number.unit not in {"percent", "multiple"}:
        return ""
    rate = RATE_AFTER.match(after)
    if rate:
        return rate[1] or ""
    if number.unit == "percent":
        return ""
    valued = VALUED.match(after)
    if valued:
        return valued[1] or ""
    return head.removesuffix("部分") + "认购" if SUBSCRIBED.match(after) else ""


STAKE = lazy(r"的?(?:[A-H]类|已发行|总|全部)?(?:普通)?(股权|股份|权益|股票|普通股|股)(?![价市东民])")
HELD = lazy(r"(?:[持占参控]股)(?:比例)?(?:分别|已|约|达到?|为|近|超过?|仅|增至|降至|升至)*$")
HOLDS = lazy(
    r"(?:通过[^，。；]{2,24})?(?:直接|间接|合计|共|共同|仍|各)*持有(?:该?公司|其|上市公司)?(?:约|近|超过?|逾)*$"
)
"""Who holds a stake in the firm that the sentence speaks of: 员工平台持有9.6%."""
VOTES = lazy(r"的?((?:股份)?(?:表决权|投票权|话语权))")
TRANSFER = lazy(r".*(?:出售|转让|收购|持有|受让|拍卖|质押|购买|增持|减持|挂牌|取得|获得|拥有)")


def stake(before: str, window: Window) -> str:
    """The stake in a firm that a percentage is (华冠75%股权), or that somebody holds (甲持股30%), else ''."""
    of = STAKE.match(window.after)
    if "股" in window.sentence and HOLDS.search(before) and (of is None or of[1].endswith("股")):
        return phrase_before(HOLDS.sub("", before)) + "持股"
    vote = VOTES.match(window.after)
    if vote:
        return vote[1]
    if of:
        return phrase_before(TRANSFER.sub("", before)) + of[1]
    return phrase_before(HELD.sub("", before)) + "持股" if HELD.search(before) else ""


RATE_AFTER = lazy(
    r"的?([\u4e00-\u9fff]{1,8}?(?<!增长)(?<!效)(?<!功)(?<!频)率)(?=[，。；]|[较最为居胜]|突破|目标|领先|落后|当选|高居|$)"
)
"""A rate by its name behind its percentage: 实现70%毛利率."""
VALUED = lazy(r"的?(?:动态|静态|滚动|前瞻|预期|远期)?(市[盈销净]率|P[/]?[ESB](?![A-Za-z]))")
"""What a firm is valued at in multiples: 估值与100倍的市销率."""
SUBSCRIBED = lazy(r"的?(?:超额|足额)?(?:认购|申购)")
"""What an offer of shares is told in multiples of: 获326倍超额认购."""
OWN_SHARE = lazy(r"(?:以上|左右)?的?(?:(市场份额|市占率|市占|市场占有率)|的?(?:份额|占比|比重|比例|占有率))")
"""The share itself behind its percentage (以20%的份额领先), no part of a whole."""
YEARLY = lazy(r"(?:保持|实现|呈现|维持|取得|以)?[了着]?(?:每年|年均|平均|同比|复合|年)*$")
DIRECT_PART = lazy(r"[\u4e00-\u9fffA-Za-z]{2,20}")
OPENING_PART = lazy(
    r"[，、；：“”（(]*(?:这个|这座|全[省市区国县]|有|约|近|超过?|其中|目前|已有|另有|另外|，)*"
)
"""What a percentage that opens its clause is a part of: 60%企业已部署…."""
AMOUNT_HEAD = lazy(r"(?:[金总]额|[销产出交收投][量额]|营收|收入|产值|规模|数量)$")
"""An amount before 以 is what the part is of, and no party (采购金额以54%的占比居首)."""
