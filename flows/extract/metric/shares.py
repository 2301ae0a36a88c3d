"""What a percentage is a share of: an amount just told, those counted before, a whole that the text names."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.cues import cue_words
from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import COUNTS, FREE, OTHER, metric_for
from flows.extract.metric.rated import SHARE_WORD
from flows.extract.metric.related import DEALS, is_amount
from flows.extract.metric.spread import spread_shares
from flows.extract.metric.wholes import named_whole, of_whole
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

OF_THOSE = lazy(r"[，；]?其中，?")
OF_BEFORE = "share of those counted before"
AMOUNT_WHOLE = lazy(
    r"占(?:了|据|到|去|全部|全国|全市|全省|全球|总|的|所有|整体|约)*(价值|市值|估值|佣金|税收|纳税额|保费|票房|薪酬)的?(?:约|近|超过?)?$"
)
"""An amount of its own that no metric names, as the whole: 占全部价值的."""
SPENT = lazy(r"投入|费用|支出|成本|利润|开支|研发(?![出的])|薪酬|补贴|税|负债|率$")
"""What is paid out of an amount and no part of it."""
OF_USERS = frozenset({"customer_count", "participant_count"})
"""What is counted of users of all kinds, whose parts are kinds of firms and bodies: 其中高校占六成."""
INCOME = "revenue"
"""What is spent is told as a share of it all the same: 研发投入占营收的18%."""


EARNED = lazy("(?:收入|营收|利润|销售额|流水|订单额)$")
"""What users bring, and what is no part of them: 其中某某贡献了三成的收入."""


def share_of_whole(
    window: Window, specific: list[str], here: list[Topic], earlier: list[Topic]
) -> Measured | None:
    """The share of a whole that the text names or has told; its noun is the part."""
    part = specific[0] if specific and specific[0] not in cue_words("rank_group") else ""
    told = last_told(earlier)
    if not part and here and here[0].metric != OTHER and OF_NO_METRIC.search(window.before):
        return Measured(OTHER, here[0].noun, "share of a whole without a metric", True)
    amount = of_amount(part, window, here) if part and here else None
    if amount:
        return amount
    if told and window.before.endswith("其中的") and told.metric != OTHER:
        return Measured(told.metric, part or told.noun, OF_BEFORE, True)
    if told and told.metric in OF_USERS and part and "其中" in window.before and not EARNED.search(part):
        return Measured(told.metric, part, OF_BEFORE, True)
    own = metric_for(part, window.item, "percent") if part else None
    priced = AMOUNT_WHOLE.search(window.before) if part and own and own[1] == "of another unit" else None
    if priced:
        return Measured(OTHER, f"{part}{priced[1]}", "share of a named amount", True)
    found = of_whole(window, own[0] if own else None)
    if found and not (part and SPENT.search(part) and found[0] != INCOME):
        noun = part or (here[0].noun if here else named_whole(window.before))
        of_deals = found[0] == "financing_amount" and bool(here) and here[0].metric == "financing_event_count"
        return Measured(here[0].metric if of_deals else found[0], noun, found[1], bool(part))
    if part and own is None and told:
        return of_counted(part, window, told)
    if part or here:
        return None
    whole = named_whole(window.before)
    spread = spread_shares(window) if SHARE_WORD.search(window.before) else None
    return spread or (Measured(OTHER, whole, "share of a named whole", True) if whole else None)


OF_NO_METRIC = lazy(
    r"占[^，。；占]{0,8}?(?:就业总?人[数口]|总人口|人口总数|劳动力|用电量|能耗|能源消费|碳排放量?|[土国]地面积|耕地)[^，。；]{0,4}$"
)
"""A whole that no metric names, behind a share of one that a metric does: 占GDP的23%，只占就业人数的7%."""


def last_told(earlier: list[Topic]) -> Topic | None:
    """The last claim that was no share, rank or growth."""
    return next((topic for topic in earlier[:6] if topic.kind not in FREE), None)


def of_amount(part: str, window: Window, here: list[Topic]) -> Measured | None:
    """其中…占 behind an amount of money is a part of it, whatever the part is called."""
    if not is_amount(here[0]) or not OF_THOSE.match(window.before) or not SHARE_WORD.search(window.before):
        return None
    if named_whole(window.before):
        return None
    return Measured(here[0].metric, part, "noun's part of the topic", True)


def of_counted(part: str, window: Window, told: Topic) -> Measured | None:
    """其中…占 behind a count is a share of those that were counted."""
    if not OF_THOSE.match(window.before) or not SHARE_WORD.search(window.before):
        return None
    if told.metric == OTHER or not (told.kind in COUNTS or told.metric in DEALS):
        return None
    metric = "financing_event_count" if told.metric in DEALS else told.metric
    return Measured(metric, part, OF_BEFORE, True)


def led_by_share(number: Number, window: Window) -> Window:
    """The window of a percentage with 占 before it, where another verb leads to a part as that does
    or where 占 is written as one with the number (在总数里约占三分之一).
    """
    if "占" in number.surface and "占" not in window.before:
        return replace(window, before=f"{window.before}占")
    if GIVING.isdisjoint(window.before[-8:]):
        return window
    return replace(window, before=GAVE.sub("占", window.before))


GIVING = frozenset("献到得走")
GAVE = lazy(r"(?:贡献|[只仅]?分到|分得|拿走|揽走|吸走|夺走)(?=(?:了|约|近|超过?|逾|不到|不足)*$)")
"""Verbs that lead to a part of a whole as 占 does: 软件业贡献近七成, 融资额里初创企业只分到一成."""


PROCEEDS = "financing_amount"
RAISED = lazy(r"募资|募集|募得|集资|所得款|IPO")
SPENT_ON = lazy(r"(?:将|拟|计划|会)?(?:用于|用作|用来|投向|投入|留作|拨作|分配给)")
TO_BE_SPENT = lazy(r"(?:将|拟|计划|会|预计)?(?:用去|用掉|花去|耗去)(?:了|约|近|超过?)*$")


def of_proceeds(window: Window, specific: list[str], told: list[Topic]) -> Measured | None:
    """A part of the money that a firm raises, by what it goes to (募资净额约60%将用于研发); `told` are
    topics before it, of the passage before too.
    """
    if not (SPENT_ON.match(window.after) or TO_BE_SPENT.search(window.before)):
        return None
    raised = any(topic.metric == PROCEEDS for topic in told)
    if not raised and not RAISED.search(window.lead + window.sentence.split("#", 1)[0]):
        return None
    return Measured(PROCEEDS, specific[0] if specific else "募集资金", "part of the proceeds", True)


def part_of_sentence_before(
    window: Window, specific: list[str], earlier: list[Topic], same_sentence: int
) -> Measured | None:
    """What the share of a part is of that 其中 leads to in a sentence of its own, behind one that told how a
    whole has moved (规上工业增加值下降15%。其中采矿业占96%).
    """
    if same_sentence or not earlier or not specific or OF_PART.match(window.sentence) is None:
        return None
    told = [topic for topic in earlier if topic.order == earlier[0].order]
    whole = told[-1]
    if whole.kind != "percent" or len(whole.noun) <= 1 or any(topic.noun != whole.noun for topic in told):
        return None
    return Measured(whole.metric, specific[0], "part of the sentence before", True)


OF_PART = lazy(r"其中[，：]?[^，。；：#]{2,14}?占(?:比|到|据)?(?:达到?|为|约|近|超过?|逾)*#")
