"""What is said of any thing of a kind is said of nobody: 研发一款新药往往要10年, 一名质检员通常日检400件."""

from __future__ import annotations

from flows.extract.subject.subjects import ANYBODY, NOBODY, Scene, Subject
from flows.patterns import holds, lazy

ONE = r"(?<![第一])一(?:名|位|次|款|颗|个|台|座|套|种|枚|张|辆|块|副|例|件|部|支|根|粒|幅|篇)"
ONE += r"(?!月|季|小时|多|百分)"
HABIT = r"(?:通常|往往|一般(?!公共|预算|债|贸易|性|纳税)|动辄|少则|普遍(?=[需要得]))"
NEEDS = (
    r"(?:折合|可能(?:高达|要|需|达)|(?<![只仅就才])需要?(?!求)|(?<![只仅就才需重主必])要(?!求|素|点|闻)"
    r"|的[^，。；“”0-9]{0,6}(?:成本|造价|租金|电费|单价|物料)|平均(?!每)|至少|起码|大约要)"
)
HABITUAL = lazy(rf"{HABIT}[^。；！？“”]{{0,24}}$")
OF_A_KIND = lazy(rf"{ONE}[^。；！？“”0-9]{{1,40}}?{NEEDS}[^，。；！？“”0-9]{{0,16}}$")
SOMEBODY = lazy(
    r"(?:一[位名]|某)[^，。；“]{2,20}(?:说|表示|称|透露|坦言|告诉[^，。；]{0,8})，(?:他|她|自己)(?!们)[^。；“]{0,30}$"
)
"""What somebody without a name tells of himself: 一位投资人说，他看了80个项目."""
TOLD = lazy(
    r"(?:^|[，。；“该本贵])(?:公司|集团)|我们|我[省市区县国]|这里|该|本[市区县省]|如今|现在|目前|其(?!他|它|中|实)"
    r"|补贴|奖励|资助|给予|以来|累计"
)
"""What says that somebody is spoken of after all, or that something is told of today."""


def of_anybody(scene: Scene, last: Subject, again: bool) -> Subject | None:
    """Nobody, where the sentence names nobody and tells what a thing of a kind takes or has; `last` is the
    claim before, `again` one of the sentence.
    """
    if again:
        goes_on = last.rule == ANYBODY and not scene.eligible(scene.since, scene.number.start)
        return last if goes_on else None
    start, end = scene.sentence.start, scene.number.start
    told = scene.text[start:end]
    if "一" not in told and not holds(told, WORDS):
        return None
    since = max(start, scene.text.rfind("“", start, end) + 1)
    named = [m for m in scene.sentence.mentions if since <= m.start < end and m.role != "object"]
    if named or TOLD.search(scene.text, since, end):
        return None
    if SOMEBODY.search(scene.text, since, end):
        return NOBODY.by(ANYBODY)
    found = HABITUAL.search(scene.text, since, end) or OF_A_KIND.search(scene.text, since, end)
    return NOBODY.by(ANYBODY) if found else None


WORDS = ("通常", "往往", "一般", "动辄", "少则", "普遍")
