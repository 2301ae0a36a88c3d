"""Times that belong to a noun behind them, and date nothing told of it (去年8月出台的《措施》提出，每年…)."""

from __future__ import annotations

from flows.extract.cues import alternation, cue_words
from flows.extract.numbers.number import Number
from flows.extract.sentences import Sentence
from flows.extract.times import TimeSpan
from flows.patterns import lazy

PUBLISHED = lazy(
    r"[^，。；]{0,8}?(?:发布|公布|披露|出炉|印发)的[^，。；]{0,16}?(?:《|报告|榜|数据|白皮书|指数|名单|排行|公报)"
)
"""A report that came out then, of what was before: 去年6月发布的《独角兽榜》."""
OPENED = lazy(rf"[^，。；将拟新]{{0,10}}?{alternation('founding_verb')}(?:、[^，。；]{{0,24}})?的")
ISSUED = lazy(
    rf"[^，。；将拟新、]{{0,10}}?{alternation('issuing_verb')}的(?![^，。；]{{0,16}}?(?:报告|榜|数据|指数))"
)
"""What was brought out then: a policy, a ware (2022年11月发布的显卡，售价2999元)."""
BROUGHT_OUT = lazy(rf"[^，。；将拟]{{0,6}}?{alternation('issuing_verb')}")
BEGUN_IN = cue_words("begun_in")
"""What stands before the time in which something began that goes on (花椒产业始于2016年，此后…)."""
FOUNDED_AT = lazy(
    rf"(?:{alternation('founding_verb')}|奠基)(?:[于在]|(?:仪式|时间)?[定选][于在]|时间[是为])?$"
)
ENDED = lazy(r"[^，。；]{2,16}的(?:局面|态势|趋势|势头|格局|困境|纪录|记录)")
"""What had gone on until now: 自2018年起三年连降的局面就此打住，同比增长3%."""
ATTRIBUTE = lazy(
    r"(?<!数)(?:[^数总]量|用户|开发者|员工|团队|粉丝|客户|得分|份额|占比|准确率|率)(?:数|规模)?(?:已?经?[达超为近约逾到过突破]*)$"
)
"""What a thing has rather than is (去年发布的应用下载量达560万次)."""
COUNTED = frozenset({"count", "person", "percent", "rank"})


def is_of_run(time: TimeSpan, text: str, sentence: Sentence) -> bool:
    """Amid its clause, does the time tell since when one thing has gone on (增速自8月以来连续10个月居首)?"""
    if time.start == sentence.start or text[time.start - 1] in "，。；：":
        return False
    return RUN.match(text, time.end, sentence.clause_end(time.start)) is not None


RUN = lazy(r"[^，。；]{0,6}?(?:连续|持续|一直|始终|连年|逐[年月季])")


def is_of_report(time: TimeSpan, text: str) -> bool:
    """Is it the time at which a report came out (去年7月公布的《竞争力报告》)?"""
    return time.kind != "year" and PUBLISHED.match(text, time.end) is not None


def is_of_plan(time: TimeSpan, text: str) -> bool:
    """Are they years in the name of a plan since which something is told (《…（2022—2025年）》出台以来)?"""
    return time.kind == "range" and SINCE_IT.match(text, time.end) is not None


SINCE_IT = lazy(
    r"）?》(?:正式|全面|颁布)?(?:出台|印发|发布|公布|实施|施行|启动|推行|落地|执行|下发|推出|落实|通过)(?:实施|执行)?"
    r"[^，。；0-9]{0,6}?(?:以来|以后|之后|后)"
)


def is_issue(time: TimeSpan, text: str, clause_start: int) -> bool:
    """Was something brought out then, of which later clauses tell more (6月发布大模型，参数100亿)?"""
    return BROUGHT_OUT.match(text, time.end, clause_start) is not None


def is_of_founding(time: TimeSpan, text: str) -> bool:
    """Is it the time at which something was founded, or has begun, told behind that (成立于2015年)?"""
    return text.endswith(BEGUN_IN, 0, time.start) or (
        FOUNDED_AT.search(text, max(0, time.start - 9), time.start) is not None
    )


def is_of_noun(time: TimeSpan, text: str, number: Number, own: bool) -> bool:
    """Does the time tell when a thing came about of which something else is told? In a clause of its `own`,
    what is counted may be those very things (2023年成立的企业有300家).
    """
    end, at = time.end, number.start
    if "的" not in text[end:at]:
        return False
    if is_of_report(time, text[:at]):
        return True
    if time.kind == "since" and not own and ENDED.match(text, end, at):
        return True
    if own and number.unit in COUNTED and not ATTRIBUTE.search(text, end, at):
        return False
    return OPENED.match(text, end, at) is not None or ISSUED.match(text, end, at) is not None
