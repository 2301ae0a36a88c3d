"""Who speaks in a quotation: “……产能达5万台。”某某董事长林木说 tells of the speaker's firm."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.entities.mention import Mention
from flows.extract.subject.subjects import Scene, Subject, subject_of_run
from flows.patterns import lazy

OFFICER = lazy(
    rf"(?:集团|公司)?的?(?:[\u4e00-\u9fff（）()]{{0,10}}?){alternation('speaker_role')}[^，。；“”]{{0,24}}?"
    r"(?:说|表示|告诉|介绍|称|透露|坦言|指出|强调|直言|回忆|感慨|解释|认为|补充)"
)
"""Behind the firm of whose someone a quotation is: 董事长林木告诉记者."""
FAR = 30
"""Code points behind a quotation within which its speaker's firm begins, at most."""


def speaker_behind(scene: Scene, of_itself: bool = False) -> Subject | None:
    """The firm whose officer is named behind the quotation in which the number stands; institutes and schools
    only where the quotation is known to be `of_itself`: 我们….
    """
    text, at = scene.text, scene.number.start
    opened, closed = text.rfind("“", 0, at), text.find("”", at)
    if opened < 0 or closed < 0 or "”" in text[opened:at]:
        return None
    named = [m for m in scene.mentions if opened < m.start < at and is_spoken_of(m)]
    if named:
        return None
    for mention in scene.mentions:
        if mention.start > closed + FAR:
            break
        if mention.start > closed and mention.kind == "firm" and (of_itself or mention.level == "firm"):
            between = text[closed + 1 : mention.start]
            if "。" not in between.lstrip("。，") and OFFICER.match(text, mention.end):
                return subject_of_run([mention], "speaker of the quotation")
            return None
    return None


def is_spoken_of(mention: Mention) -> bool:
    """Does the quotation name whom it speaks of?"""
    return mention.role == "subject" or mention.kind == "self"
