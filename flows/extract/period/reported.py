"""What an article reports on: the year of a bulletin or a review, the month of a review of a month."""

from __future__ import annotations

import re
from datetime import date

from flows.extract.times.calendar import move_months
from flows.patterns import holds, lazy
from flows.text import Article

LEAD = 600
"""Code points of an article's beginning in which it names the report that it quotes."""
TITLE_YEAR = lazy(r"(?<![0-9比较于])(20[0-9]{2})(?=年(?!发布|起|以来))")
RECENT = range(1, 3)
"""How many years after the year that it reports on a bulletin is published."""


def year_of_report(article: Article) -> int | None:
    """The year that bare 全年 means in a bulletin, a review or an annual report."""
    titled = year_of_title(article.headline, article.published_on)
    titled = titled or year_of_plan(article.headline, article.published_on)
    return titled or fiscal_year(article) or year_of_lead(article)


def year_of_title(title: str | None, published_on: date | None) -> int | None:
    """The year that a headline gives to a bulletin or a review published in a later
    one, which bare 全年 then means.
    """
    match = TITLE_YEAR.search(title or "")
    year = int(match[1]) if match else bare_year(title or "")
    return year if year and published_on and published_on.year - year in RECENT else None


def year_of_plan(title: str | None, published_on: date | None) -> int | None:
    """The year of its publication of which a headline gives a plan (2023年国民经济和社会发展计划)."""
    match = PLANNED.search(title or "")
    year = int(match[1]) if match else None
    return year if published_on and year == published_on.year else None


PLANNED = lazy(
    r"(20[0-9]{2})年(?!以来|来)[^，。；！？：]{0,24}"
    r"(?:计划|要点|实施方案|行动方案|工作方案|任务分工|目标任务)"
)


def fiscal_year(article: Article) -> int | None:
    """The year whose annual report or bulletin the article opens with."""
    match = fiscal(article.clean.text[:LEAD])
    year = int(match[1] or match[2] or match[3]) if match else 0
    return year if article.published_on and article.published_on.year - year in RECENT else None


YEAR = lazy(r"(?<![0-9])(20[0-9]{2})年(?![0-9]{1,2}月[0-9]{1,2}日|\s*(?:\n|$))")


def year_of_lead(article: Article) -> int | None:
    """The year before that an article opens with and speaks of 全年 or 年末, where it names no later one."""
    text, today = article.clean.text, article.published_on
    if today is None or "今年" in text or not ("全年" in text or "年末" in text):
        return None
    if today.month > LAST_MONTH and OF_THIS_YEAR.search(text):
        return None
    found = list(YEAR.finditer(text))
    named = [int(match[1]) for match in found]
    opens = bool(found) and found[0].start() < LEAD and named[0] == today.year - 1
    if not opens or COMPARED.search(text, max(0, found[0].start() - 4), found[0].start()):
        return None
    if GROUND.match(text, found[0].end()):
        return None
    return named[0] if max(named) == named[0] else None


LAST_MONTH = 9
"""The last month in which every article that looks back on the year before is about that alone."""
OF_THIS_YEAR = lazy(
    r"(?<!年)(?<!年的)(?:前[三3]季度|第?[三3]季度"
    r"|1 ?[—–\-~至到] ?(?:[789]|1[01]) ?月|前(?:[789]|1[01]|[七八九十])个?月)"
)
"""Months without a year that an article of the last months tells of its own year."""
COMPARED = lazy(r"(?:接近|逼近|超过|超越|追平|恢复到|[较比超于自])$")
"""What stands before the year that a later one is compared with (接近2021年全年)."""

GROUND = lazy("全?年?的?(?:高)?基[础数]上")
"""What stands behind the year on which a later one builds (全年有望在2023年的基础上翻一番)."""


BARE_YEAR = lazy(
    r"(?:[【\[][^】\]]{1,12}[】\]])?(20[0-9]{2})(?=(?!年)[\u4e00-\u9fff])"
    r"(?![^，。；]{0,16}(?:大会|论坛|峰会|博览|[展赛榜强奖节周届]|会议|年会))"
    r"[^，。；]{0,16}?(?:完成|实现|增长|增速|下降|达|突破|超|公报|数据|盘点|回顾|总结|成绩单|出炉)"
)


def bare_year(title: str) -> int | None:
    """The year that a headline opens with, without 年 (2020全省公路建设完成投资…), or ends with in brackets
    (数说全市工业（2024）); not that of an event or of what a plan is for.
    """
    match = BARE_YEAR.match(title) if title.startswith(("20", "【", "[")) else None
    match = match or (IN_BRACKETS.search(title) if UNDONE.search(title) is None else None)
    return int(match[1]) if match else None


IN_BRACKETS = lazy(r"[（(](20[0-9]{2})年?度?[）)]\s*$")
UNDONE = lazy(r"方案|工作报告|规划|计划|意见|措施|办法|政策|纲要|目录|指南|标准|条例|修订|大会|论坛|峰会")


TITLE_MONTH = lazy(r"(?<![0-9至-])([0-9]{1,2})月(?!份?[0-9]{1,2}日|[0-9])")
NEXT_DAYS = 15
"""Days of the next month within which a review of a month is published."""


def month_of_report(title: str | None, published_on: date | None) -> tuple[int, int] | None:
    """The month just over that a headline names, which 本月 then means."""
    match = TITLE_MONTH.search(title or "") if published_on and published_on.day <= NEXT_DAYS else None
    if match is None or published_on is None:
        return None
    before = move_months(published_on, -1)
    return before if before[1] == int(match[1]) else None


REPORT = lazy(
    r"(?:的?(?:未经审计)?(?:合并)?)?(?:财报|财务报告|业绩|半年报|中报|季报|年报|财务数据|经营数据|成绩单)"
)
"""What behind a half or a quarter says that a report is of it."""
BULLETIN = lazy(r"《[^》]{0,12}(20[0-9]{2})年[^》]{0,24}(?:公报|统计|年鉴|年报)[^》]{0,12}》")
FISCAL = lazy(
    BULLETIN.pattern
    + r"|(20[0-9]{2})年?(?:年报|年度(?:报告|业绩|财报))|截至(20[0-9]{2})年12月31日止(?:的?年度|全年)"
)
FISCAL_WORDS = ("《", "年报", "年度", "月31日止")


def fiscal(text: str) -> re.Match[str] | None:
    """What names the year of a bulletin or a report that the text quotes."""
    return FISCAL.search(text) if holds(text, FISCAL_WORDS) else None
