"""The words that tell how a number stands to what it measures: verbs of growth and change, 占, 增速."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from flows.extract.cues import alternation
from flows.extract.reference import read_reference
from flows.patterns import Pattern, lazy

Measure = Literal["value", "share", "rank", "growth", "change"]


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """Patterns made of the rows of `measure_words.csv`."""

    growth: Pattern
    growth_to: Pattern
    share: Pattern
    share_after: Pattern
    rate_noun: Pattern


BETWEEN = (
    r"(?:了|仍?有|仍达|约|近|超|逾|达|高达|率|幅度?|最高|将|分别|平均|年均|[约]?为|[超]?过|接近|将近|大约|不到|不足"
    r"|，?其?中?)*"
)
ADVERB = r"(?:了|掉|约|近|超过?|逾|又|大约|至少|接近|高达)*"


@lru_cache(maxsize=1)
def measure_words() -> MeasureWords:
    """The patterns, compiled once."""
    rows = {row["kind"]: row["pattern"] for row in read_reference("measure_words")}
    return MeasureWords(
        growth=lazy(rf"(?:{rows['growth']}){BETWEEN}[：:]?$"),
        growth_to=lazy(
            rf"(?:{rows['growth']}|占比|比重)[^，。；]{{0,6}}?(?:{rows['level']})(?:了)?(?:约|近|超过?|逾)*$"
        ),
        share=lazy(rf"(?:{rows['share']})"),
        share_after=lazy(rf"(?:以上|左右|上下|多)?(?:{rows['share_after']})"),
        rate_noun=lazy(rf"(?:{rows['rate_noun']})$"),
    )


RISE_TO = lazy(
    r"(?:增|升|降|涨|跌|提高|提升|扩大|下降|上升|减少|增长|增加|攀升|爬升|跃升|回升|压减|压缩|拓展|缩短|缩减|下调|上调|调高|调低|延伸|延长|拉长|缩小|发展|压缩|收窄|拉升|攀升)(?:至|到|为)了?[^，。；]{0,4}$"
)
BY = lazy(
    r"(?:增产|减产|(?<!均)增收|(?<!均)减收|增养|扩种|蒸发|缩水|增长|增加|减少|下降|上升|提高|提升|降低|多了|少了|多增|少增|净增|扩大|上涨|下跌|回落|收窄|缩窄|缩短|压减|上浮|下调|上调|缩小|延长|拉长|高出|多出|前移|后移|前进|后退|进步|退步|跃升|下滑|拉低|拉高|成长|衰退|暴增|大增|增|(?<![起升])降|(?<![提直攀晋跃飙急爬回上抬])升|减|涨|跌)"
    + ADVERB
    + "$"
)
GROWTH_AFTER = lazy(
    rf"(?:以上|左右|上下)?的?{alternation('growth_adverb')}*"
    r"(?:增速|增长率|成长率|CAGR|增幅|涨幅|降幅|跌幅|升幅|减幅|年增率|降速|增势|涨势|负增长|正增长)"
    r"|(?:以上|左右)?的?(?:同比|环比)(?:增长|下降|提升|增幅|降幅|跌幅)(?![率来自源贡])"
    r"|\s?的幅度(?=上升|上涨|增长|提升|递增|走高|攀升|扩张|走低|下降|下跌|递减|回落|降低|减少)"
    rf"|(?:以上|左右|上下)?的{alternation('growth_adverb')}*"
    r"(?:速度|(?:增长|增加|上涨|上升|上扬|提升|成长|跃升|扩张|跨越|飞跃|攀升|飙升|下滑|下降|下跌|回落|萎缩|缩水|衰退|跌落|缩减|滑坡|降低|减少)"
    r"(?!来自|[由是]|源|贡献|型|点|极|率|的|企业|行业|公司|产业|板块))"
)
"""What a percentage has grown or fallen by, named behind it: 71%的强势增幅, 16%的下滑, -7%的负增长."""
MORE_THAN = lazy(r"[比较]，?[^，。；]{0,16}(?:高|低|多|少|快|慢|贵|便宜|强|弱|重|轻)(?:出|了|约|近)*$")
SO_MANY_MORE = lazy(r"(?<![至许不众很更最差太过大增减居偏较诸几缺顶甚])[多少](?:了|出|约|近)*$")
"""By how many something is more or less, right before them: 在园幼儿20万人，少3千人."""
OF_EARLIER = lazy(
    r"(?:[为是达当超剩]|[只仅]有|[为是]了|[约近])[^，。；]{0,10}?"
    r"(?:[0-9一二三四五六七八九十][年月季]度?[初末底]?|[上去前昨当][年月]|季度|时期|同期|[年月]前|[年月][初末底]|最初|当初|之初|以前)[^，。；]{0,6}的"
    r"(?:约|近|超过?|逾|将近|接近)*$"
)
"""An earlier time, whose amount a multiple is of: 是2019年的5倍, 为上年同期的2.7倍."""
APART = lazy(
    r"(?:[只仅还就相尚]相?差|[与和跟同比][^，。；]{1,14}(?<![误偏色温价逆顺时级利落出公反])差)(?:了|着|约|近|不到|不足|大约)*$"
)
"""What lies between two amounts: 和北美只差7%, 与第一名差3分."""
