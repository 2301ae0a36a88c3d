"""Firms without names whose people speak: 苏州一家工厂的销售总监说，公司上半年卖出400台 is of nobody."""

from __future__ import annotations

import re

from flows.extract.cues import alternation
from flows.extract.entities.mention import FIRM_KINDS
from flows.extract.subject.generic import of_anybody
from flows.extract.subject.subjects import ANAPHOR, NAMELESS_FIRM, NOBODY, Scene, Subject
from flows.patterns import lazy

ITS = (
    r"(?<![是为作])(?:一[家间]|某)[^，。；：“”]{0,14}?"
    r"(?:公司|企业|厂商?|商家|店铺?|酒店|民宿|合作社|机构|商户)"
)
SPEAKS = lazy(
    rf"{ITS}的?[^，。；“”]{{0,8}}?{alternation('speaker_role')}[^，。；“”]{{0,24}}?"
    r"(?:说|表示|告诉|介绍|称|透露|坦言|指出|强调|直言|回忆|感慨|解释|补充)"
)
FAR = 12
"""Code points behind a quotation within which whose it is begins, at most."""


def of_nobody(scene: Scene, last: Subject, again: bool) -> Subject | None:
    """Nobody, where the sentence tells of any thing of a kind, or somebody of a firm without a name."""
    return of_anybody(scene, last, again) or of_nameless_firm(scene, last, again)


def of_nameless_firm(scene: Scene, last: Subject, again: bool) -> Subject | None:
    """Nobody, where someone of a firm without a name tells of it; `last` is the claim before, `again` one of
    the sentence.
    """
    start, at = scene.sentence.start, scene.number.start
    if last.rule == NAMELESS_FIRM:
        goes_on = again or ANAPHOR.search(scene.text, max(0, start - 1), at)
        if goes_on and not scene.eligible(scene.since if again else start, at):
            return last
    if again:
        return None
    spoken = SPEAKS.search(scene.text, start, at) or behind_quotation(scene)
    if spoken is None:
        return None
    named = [m for m in scene.mentions if spoken.start() <= m.start < spoken.end()]
    if any(m.kind in FIRM_KINDS for m in named):
        return None
    since = spoken.end() if spoken.end() <= at else start
    return None if scene.eligible(since, at) else NOBODY.by(NAMELESS_FIRM)


def behind_quotation(scene: Scene) -> re.Match[str] | None:
    """Who speaks right behind the quotation in which the number stands."""
    opened, closed = scene.text.rfind("“", 0, scene.number.start), scene.text.find("”", scene.number.start)
    if opened < 0 or closed < 0 or "”" in scene.text[opened : scene.number.start]:
        return None
    found = SPEAKS.search(scene.text, closed, closed + FAR + 50)
    return found if found and found.start() - closed <= FAR else None
