"""What is told of a firm that sells shares: how many it offers, how many times over they are asked for, how
their price stands to that of the offer.
"""

from __future__ import annotations

from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import OTHER
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

OFFERED = lazy(
    r"(发行|发售|增发|配售)[了出]?(?:股份|新股|H股|A股|股票)?(?:数[量目]?|总[数量])?"
    r"(?:拟?为|共计?|合计|总计|最多|至多|不超过|不低于|达)*$"
)
BOUGHT_BEFORE = lazy(r"(超额)?(?<!孖展)(?:认购|申购)(?:倍数)?(?:[为达约了到近有逾]|高达|录得|超过)*$")
BOUGHT_BEHIND = lazy(r"\s?的?(超额)?(?:认购|申购)")
AGAINST = lazy(
    r"[较比]其?(?:每股)?(?:发行|招股|发售|上市|配售|首发|IPO|前?一?日?收[市盘]|昨收|开[市盘])(?:定?价)?(?:每股)?"
    r"(?:[0-9.,]+[港美日]?元(?:/股)?)?(?:仍|已|的价格|一度|大幅|累计)*"
    r"(?:高出?|低|上?涨|下?跌|急升|升|回落|飙升|大涨|翻)+[了约逾超近]*$"
)
"""How a price stands to another of the same share: 较招股价139港元低10.4%."""


def offering(number: Number, window: Window) -> Measured | None:
    """Shares offered, how often they are asked for, or the price beside that of the offer."""
    if number.unit == "count" and number.written_unit == "股":
        sold = OFFERED.search(window.before)
        return Measured(OTHER, f"{sold[1]}股份", "shares offered", True) if sold else None
    if number.unit == "multiple":
        bought = BOUGHT_BEHIND.match(window.after) or BOUGHT_BEFORE.search(window.before)
        name = f"{bought[1] or ''}认购倍数" if bought else ""
        return Measured(OTHER, name, "shares asked for", True) if bought else None
    if number.unit == "percent" and AGAINST.search(window.clause.split("#", 1)[0]):
        return Measured("stock_price_change", "股价", "move on the market", True)
    return None
