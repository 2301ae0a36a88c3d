"""Whole sectors, which are no firm's: AI领域融资金额, 这样的企业有三家."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from flows.extract.discourse import NAMED_BESIDE
from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.market_shares import is_share
from flows.extract.metric.metrics import FIRMS, OTHER
from flows.extract.reference import regions
from flows.extract.subject.subjects import Subject
from flows.patterns import lazy

FALLEN_BACK = frozenset({"headline", "main firm", "main firm of the article"})
"""Rules of subjects that the sentence does not name."""
OF_SECTORS = FIRMS | {"market_size"}
SECTOR = lazy(r"领域|行业|赛道|全球|市场|产业(?!园|基金)")


SECTOR_TELLS = lazy(
    r"(?:^|[，。；0-9年月度])[^，。；在0-9]{2,12}(?:领域|行业|赛道)(?:内|里)?(?:一?共|累计|总计|合计|全年)"
)
"""What a sentence says of a whole sector: 2025年机器人领域共发生融资370起."""


def is_of_sector(subject: Subject, measured: Measured, said: str) -> bool:
    """Is a whole sector counted (AI领域融资金额, 这样的企业有三家), which is not the headline's firm?

    `said` is what its sentence says before the number.
    """
    if not (subject.firm or subject.model) or subject.regions or subject.rule not in FALLEN_BACK:
        return False
    if SECTOR_TELLS.search(said):
        return True
    if measured.metric in OF_SECTORS:
        return measured.own and not is_share(measured)
    if measured.metric == OTHER:
        return "领域" in measured.noun or "赛道" in measured.noun
    return measured.metric in DEALS and SECTOR.search(measured.noun) is not None


DEALS = frozenset({"financing_amount", "financing_event_count", "investment_amount"})
GOODS_SOLD = lazy(
    r"(?:..(?:销售|销货|零售)(?:总?额|收入|总?值|价值|金额|收益)?|市场(?:的?销售)?(?:总?收入)?)$"
)
SALES_ALONE = lazy(r"(?:年|月|季度?)?(?:销售|销货|零售)(?:总?额|收入|总?值|价值|金额)$")
OF_MAKERS = lazy(r"企业|公司|厂商?(?!房)|集团|百强|[0-9]强|业(?:务|的)?(?:销售|收入)")
WIDE = frozenset({"world", "continent", "country"})
"""Levels of places whose sales are those of a market."""
TOLD = NAMED_BESIDE | {
    "passage before", "subject of the claim before", "claim before", "opens an earlier clause", "nation",
    "land of the article",
}  # fmt: skip
WORLD = "001"
"""The world in UN M49, as `regions` has it."""
SPEAKER = lazy(r"(?:该|本|我)(?:公司|集团|行)|我们|^(?:公司|集团)")


def is_sales_of_goods(noun: str, clause: str, subject: Subject, earlier: Iterable[Topic]) -> bool:
    """Does the noun name what goods sell for (半导体销售额), alone where they were told before, and not what
    the makers of them earn? Of the world it may be any income.
    """
    if OF_MAKERS.search(noun) or SPEAKER.search(clause):
        return False
    if [region for region, _ in subject.regions] == [WORLD]:
        return True
    if SALES_ALONE.fullmatch(noun):
        return any(topic.metric == "market_size" for topic in earlier)
    return GOODS_SOLD.search(noun) is not None


def of_market(measured: Measured, subject: Subject, place: Subject) -> tuple[Measured, Subject]:
    """Sales of goods that no firm is named for are the size of a market where `place`, whom they are said of
    if not of a firm, is a nation, a continent or the world; elsewhere they stay revenue.
    """
    named = [regions()[region].level for region, _ in place.regions if region in regions()]
    wide = len(place.regions) == len(named) > 0 and WIDE.issuperset(named) and place.rule in TOLD
    if wide and not subject.model and not place.firm:
        return replace(measured, metric="market_size"), place
    if "市场" in measured.noun and not subject.model:
        return replace(measured, metric="market_size"), subject
    return measured, subject
