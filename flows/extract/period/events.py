"""Times of events beside a number: of a report of it, of a deal it builds on, of what has begun since."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import alternation
from flows.extract.numbers.number import Number
from flows.extract.sentences import Sentence
from flows.extract.times import TimeSpan
from flows.patterns import Pattern, holds, lazy

REPORTED = lazy(rf"[^。]{{0,30}}?(?:{alternation('report_verb')}|电$)")


def is_of_another_event(time: TimeSpan, text: str, sentence: Sentence, number: Number) -> bool:
    """Is the time that of what the number builds on, or of a beginning that goes on since?"""
    if time.kind == "date" and text[time.end : time.end + 1] in WIRE_OPENS and WIRED.match(text, time.end):
        return True  # 某社石家庄10月22日电
    told = text[time.end : number.start]
    if holds(told, IT) and IS_SO.match(told):
        return True
    if "基础上" in text[time.end : number.start]:
        based = BASED.match(text, time.end)
        return based is not None and based.end() <= number.start
    if "工作报告" in text[time.end : number.start]:
        quoted = text.endswith(("据", "按照", "按"), 0, time.start)
        spoken = (SPEECH if quoted else OF_A_SPEECH).match(text, time.end)
        return spoken is not None and spoken.end() <= number.start  # 今年市政府工作报告提到
    if "的" in text[time.end : number.start] and SET_THEN.match(text, time.end, number.start):
        return True
    if time.kind == "since" and "起" in told[:1]:
        return _taken_up().match(told) is not None
    if time.kind == "year" and "召开" in text[max(0, time.start - 8) : time.start]:
        return MEETING.match(text, time.end) is not None
    if time.kind not in {"half", "quarter"} or not LAST_YEAR.match(text, time.start):
        return False
    end = sentence.clause_end(time.start)
    return end <= number.start and OPENED.match(text[time.end : end]) is not None


@lru_cache(maxsize=1)
def _taken_up() -> Pattern:
    """What has begun then is a course, and not what is counted behind it (下半年起改行新策略，收入…)."""
    return lazy(rf"起，?[^，。；0-9]{{0,6}}{alternation('course_verb')}(?![^，。；]*以来)[^。；]*，")


IT = ("，它", "，其", "，该")
IS_SO = lazy(
    rf"[^。；]*?{alternation('founding_verb')}[^，。；]{{0,4}}，[它其该](?:[^。；]*，)?"
    r"(?:(?!已|累计|实现|新增|完成|[产销]量|营收|收入|同比|增长)[^，。；])*$"
)
"""What began then, and behind it what the thing has or can do (2024年8月，某模型投运，它学习了8个系统)."""


TO_COME = ("将于", "将在", "定于", "拟于")
"""What stands before the day of an event to come (将于11月20日开幕，期间举办论坛30场)."""


MEANWHILE = ("期间", "之际")
"""What makes a gathering the time of what is told (7月22日，大会举行期间，三个园区授牌)."""


def is_reported(text: str, start: int, clause_start: int, number: Number) -> bool:
    """Was the time, whose clause begins at `start`, that of a report? A firm's own word of a deal is the deal
    (4月18日，…宣布…，获投1亿元).
    """
    said = text[start:clause_start]
    if not REPORTED.match(said) or holds(said, (*TO_COME, *MEANWHILE)):
        return False
    told = text.find("宣布", start, clause_start)
    return told < 0 or DEAL.search(text, clause_start, number.start) is None


def is_of_report(time: TimeSpan, text: str, start: int, number: Number) -> bool:
    """Is the time the day of a report of the number, in a clause before it from `start` on (今日公布，…)?"""
    day = time.kind in DAYS or time.kind == "relative" and time.period_start == time.period_end
    end = text.find("，", time.end, number.start)
    return day and end >= 0 and is_reported(text, start, end, number)


DAYS = frozenset({"date", "day", "week", "weekday"})
WIRE_OPENS = frozenset("电讯专综")
WIRED = lazy(r"(?:专|综合)?(?:电|讯)(?![力网话动商池信影视子台缆器源容号息飞])")
"""Behind the day on which a report was filed."""
SET_THEN = lazy(r"[^，。；0-9]{0,6}?(?:制定|定下|设定|设下|确定|下达|许下|承诺)的(?!目标|计划)")
"""A goal that was set then: 年初制定的全年开店计划."""
SPEECH = lazy(r"[^，。；0-9]{0,14}工作报告")
OF_A_SPEECH = lazy(r"[^，。；0-9]{0,14}工作报告(?:》|”)?[中里]?(?:提到|显示|指出|披露|写道|透露|介绍|称)")
DEAL = lazy(r"获得?|完成|收购|入股|增资|募集|再投|追加|投[后前]估?值?|发行价|募资")
BASED = lazy(r"[^，。；]{0,24}?基础上")
"""What another number builds on (在去年11月完成的A轮融资基础上)."""
MEETING = lazy(r"[^，。；0-9]{2,28}?(?:发布会|会议|大会|论坛|峰会|座谈会|年会|推进会)")
"""A meeting that a year is part of the name of (召开2020年考核评价结果发布会)."""
LAST_YEAR = lazy(r"去年|前年")
OPENED = lazy(r"[^。；0-9将拟]{0,24}?(?:开启|开始|启动|推行|推出|转型)")


REPORTS = lazy(
    r"[^》《]{0,40}(?:报告|公报|榜单?|统计|名单|年鉴|白皮书|蓝皮书|指数|评估|调[查研])[^》《]{0,8}》"
)


def in_title(time: TimeSpan, text: str) -> bool:
    """Does the time stand in the title of a report or a list? What it counts has come about."""
    opened = text.rfind("《", max(0, time.start - 30), time.start)
    if opened < 0 or "》" in text[opened : time.start]:
        return False
    return REPORTS.match(text, time.end) is not None


BEHIND = lazy(r"[^，。；（）0-9]{0,14}?(?:[已将均都]经?|有望|预计|计划|最终|[\u4e00-\u9fff]{2})[于在]$")
DONE_THEN = lazy(
    r"[^，。；（）0-9]{0,6}?(?:完成|实现|达到|达标|投产|建成|交付|开通|上线|落地"
    r"|纳入|入库|开工|到期|启用|退役|竣工)"
)


def dated_behind(
    number: Number, text: str, times: list[TimeSpan], clause: tuple[int, int]
) -> TimeSpan | None:
    """The time behind the number in its clause at which what it counts is done (6项指标已于2024年完成)."""
    for time in times:
        if number.end < time.start < clause[1] and time.period_end:
            led = BEHIND.match(text[number.end : time.start])
            return time if led and DONE_THEN.match(text, time.end) else None
    return None


PASSED = lazy(r"[^，。；0-9]{0,24}(?:之?后|以后|的?基础上)$")
SINGLE = lazy(r"[^，。；0-9]{0,14}?(?:首[个次家例款]|唯一|罕见|[历史]最)")


def is_passed(time: TimeSpan, text: str, sentence: Sentence) -> bool:
    """Does the time's own clause tell of what went before (继2023年跻身百强之后), or of something that stands
    out in a time (获得近十年来首个奖项)? Later clauses are not of that time.
    """
    end = sentence.clause_end(time.start) - 1
    if text[time.start - 1 : time.start] in FOLLOWS and PASSED.match(text, time.end, end):
        return True
    return time.kind in {"since", "duration"} and SINGLE.match(text, time.end, end) is not None


FOLLOWS = frozenset("继自")


def is_bracketed(time: TimeSpan, text: str, number: Number) -> bool:
    """Does the time stand within brackets that hold a value of its own and close before the number
    (密度为246台（2019年为187台），排名第9)?
    """
    closed = text.find("）", time.end, number.start)
    if closed < 0 or text.rfind("（", max(0, time.start - 12), time.start) < 0:
        return False
    opened = text.rfind("（", max(0, time.start - 12), time.start)
    return "）" not in text[opened : time.start] and DIGIT.search(text, time.end, closed) is not None


DIGIT = lazy(r"[0-9]")


def repeats(time: TimeSpan, earlier: TimeSpan, text: str) -> bool:
    """Is the time in brackets the day that stands before them, or its end (截至周二（12日）)?"""
    gap = text[earlier.end : time.start].strip().removesuffix("截至").removesuffix("截止")
    return gap.endswith("（") and len(gap) < 8 and time.period_end == earlier.period_end


WAITING = ("排到", "排到了", "排至")
"""What stands before the time up to which orders reach (订单排到了明年，12条生产线…)."""
STAMPED = lazy(r"\s*(?:date|日期|时间|发布(?:时间|日期)?)[:：]?\s*")
"""What stands before the day of publication with which a passage opens."""


def is_apart(time: TimeSpan, text: str) -> bool:
    """Is the time that of publication, or one up to which orders reach? It is no number's own."""
    if text.endswith(WAITING, 0, time.start):
        return True
    return time.start <= STAMP and STAMPED.fullmatch(text, 0, time.start) is not None


STAMP = 8
