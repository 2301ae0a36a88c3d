"""Bare times: the year that a month without one takes, and the month of a day without one."""

from __future__ import annotations

from flows.extract.times.atoms import DAY, Atom
from flows.extract.times.calendar import day_of, last_day, move_months
from flows.extract.times.chains import Chunk
from flows.extract.times.memory import Memory
from flows.extract.times.words import alternation, word_after, word_before, words_of
from flows.patterns import lazy

UP_TO = frozenset({"截至", "截止", "截至到", "截止到", "以来截至", "前"})
"""What stands between a year and a month of it: 今年截至5月."""
AHEAD = lazy(rf"[^，。；！？\n]{{0,8}}?(?:{alternation(words_of('ahead', 'after'))})")
MONTHS_AHEAD = 45  # days that a bare month may begin after the reference date and still be this year's
DAYS_AHEAD = 3


FORESEEN = lazy(r"预[估期计测告]|展望|财测|指引|可望|有望|看[好淡]|目标|将")
"""Near a quarter that runs, where a report of the one before looks ahead to it."""
REPORTED = lazy(
    r"(?:合并|累计|实现|完成|录得|综合|度|的|总)*"
    r"(?:营[收业运]|收[入益]|净利|归母|扣非|纯益|税[后前]|股东应占|毛利|盈[利余]|亏损|每股|EPS|多赚|少赚|赚)"
)
"""What a firm's report of a year tells, behind 全年."""
TOLD = lazy(
    r"(?:累计|共|全国|全省|全市|国内|公开)*(?:发生|披露|达成|落地|售出|卖出|成交|销售|新增|增长|下降|出口|进口|接待|融资)"
)
"""What has come about in a year, behind 全年."""
PUBLISHES = lazy(r"(?:公布|发布|披露|公告|发表)了?(?:其|的)?$")
"""What a firm does with the results of a year that is over, before 全年 (公布全年业绩)."""
TODAY = lazy("今日|如今|今天|当下")


class Bearings(Memory):
    """The passage so far, and what bare times take from it or from the reference date."""

    def year_of_month(self, part: Atom, chunk: Chunk) -> int | None:
        """The year of a bare month: the passage's when it is the context, else today's or the one before."""
        said, said_at = self.said_year
        if said and (part.anchor == "year" or self.text[said_at : chunk.start] in UP_TO):
            if self.same_sentence(said_at, chunk.start):
                return said
        lent = self.lent(chunk.start)
        if lent and self.today and TODAY.search(self.text, max(0, chunk.start - 8), chunk.start):
            lent = None  # 时至今日，上半年…
        ahead = self.ahead(chunk)
        if lent and self._after_its_end(lent, part):
            return lent + 1
        if lent and self._just_until(lent, part, chunk):
            return lent + 1
        over = lent and not self.lent_at and self._just_over(part, chunk)
        if self.today and (over or self._foretells(part)):
            return self.today.year
        if lent is not None and (self.joined or ahead or not self._too_late(lent, part.low)):
            return lent
        if self.today is None:
            return None
        if not ahead and self._looks_back(part):
            return self.today.year - 1
        until = word_before(self.text, chunk.start, "cue", "until")
        if self._counts_last(chunk) and not ahead:
            return self.today.year - 1
        early = self.today.month < 3
        coming = ahead or (
            part.anchor == "year" and part.low == 12 and not (until or early)
        )  # 年底 lies ahead
        late = self._too_late(self.today.year, part.low)
        if part.kind == "half" and self.today.month > 1 and self.year != self.today.year - 1:
            late = False  # 下半年 in spring
        if part.kind == "months" and part.low == 1 < part.high and not ahead:
            late = self._too_late(self.today.year, part.high)  # 1—11月 in January
        return self.today.year - (not coming and late)

    def _after_its_end(self, lent: int, part: Atom) -> bool:
        """Is 8月6日 behind 去年底 of the year after it (由去年底的16%降至8月6日的7%)?"""
        if self.month != (lent, 12) or part.high == 12 or self.today is None:
            return False
        closed = self.text[self.lent_at - 1 : self.lent_at] in ("底", "末")
        return closed and not self._too_late(lent + 1, part.low)

    def _just_until(self, lent: int, part: Atom, chunk: Chunk) -> bool:
        """Does a later sentence count up to a month just over (去年，…。截至6月底，全市有… of September)?"""
        today = self.today
        if today is None or lent != today.year - 1 or self.near_lent(chunk.start):
            return False
        if not word_before(self.text, chunk.start, "cue", "until") or not 1 <= part.low <= 12:
            return False
        end = day_of(today.year, part.low, last_day(today.year, part.low))
        return end is not None and 0 <= (today - end).days <= 2 * MONTHS_AHEAD

    def _counts_last(self, chunk: Chunk) -> bool:
        """年末 in a passage that speaks of the year before."""
        said = self.text.startswith("年末", chunk.start) and self.today is not None
        return said and self.today is not None and self.year == self.today.year - 1

    def _just_over(self, part: Atom, chunk: Chunk) -> bool:
        """Is 3月28日 in a bulletin of the year before one of the last days before it appeared?"""
        last = chunk.atoms[-1]
        if self.today is None or last.grain != DAY or last.kind not in ("date", "numbered date"):
            return False
        day = day_of(self.today.year, part.low, last.low)
        return day is not None and 0 <= (self.today - day).days <= MONTHS_AHEAD

    def _looks_back(self, part: Atom) -> bool:
        """Whether a quarter, a half or 全年 is last year's: early in the year, or a quarter far from over."""
        today = self.today
        if today is None or part.kind not in ("quarter", "half", "year"):
            return False
        if part.kind == "year" and self.year == today.year - 1 and today.month < 10:
            return True
        if part.kind == "year" and today.month < 5 and self._reports(part):
            return True
        begun = part.kind == "year" and today.month < 3 and self.of_article != today.year
        if today.month < 4 and (self.year == today.year - 1 or begun):
            return True
        if part.kind != "quarter":
            return False
        end = day_of(today.year, min(part.high, 12), 28)
        far = part.low > 1 and end is not None and (end - today).days > 2 * MONTHS_AHEAD
        return far or (part.high == 3 and today.month == 1)

    def _reports(self, part: Atom) -> bool:
        """Is it told what 全年 has brought (4月, 某某全年营收6.9亿元, 全年披露融资137起)?"""
        if not self.text.startswith("全年", part.start):
            return False
        published = PUBLISHES.search(self.text, max(0, part.start - 4), part.start)
        if not (REPORTED.match(self.text, part.end) or TOLD.match(self.text, part.end) or published):
            return False
        near = self.text[max(0, part.start - 8) : part.end + 8]
        return FORESEEN.search(near) is None and "今年" not in near

    def _foretells(self, part: Atom) -> bool:
        """Is the quarter that runs told of beforehand (3月，公司预计一季度营收9亿元)?"""
        today = self.today
        if today is None or part.kind != "quarter" or not part.low <= today.month <= part.high:
            return False
        return FORESEEN.search(self.text, max(0, part.start - 8), part.end + 8) is not None

    def ahead(self, chunk: Chunk) -> bool:
        """Whether the words around place the time after the reference date: 将, 到, 12月31日前, 12月1日起."""
        suffix = word_after(self.text, chunk.end, "suffix")
        if suffix and (suffix.grain == "before" or suffix.word == "起"):
            return True
        before = word_before(self.text, chunk.start, "ahead", "before")
        if before and word_before(self.text, chunk.start, "cue", "until"):
            before = None  # the 至 of 截至
        return before is not None or AHEAD.match(self.text, chunk.end) is not None

    def _too_late(self, year: int, month: int) -> bool:
        start = day_of(year, month, 1)
        return bool(self.today and start and (start - self.today).days > MONTHS_AHEAD)

    def month_of_day(self, part: Atom, chunk: Chunk) -> tuple[int, int] | None:
        """The month of a bare day: the passage's, else today's or the one before when the day lies ahead."""
        if self.month and part.low <= last_day(*self.month) and (self.joined or self.near_month(chunk)):
            return self.month
        if self.today is None:
            return None
        ahead = part.low > self.today.day + DAYS_AHEAD and part.kind != "tenday" and not self.ahead(chunk)
        month = move_months(self.today, -ahead)
        return move_months(self.today, -2) if part.low > last_day(*month) else month  # 31日 early in March
