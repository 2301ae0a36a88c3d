"""Officers and founders who speak for firms that the article has said to be theirs: 陈志远说，工厂有260人."""

from __future__ import annotations

from flows.extract.outline import Topics
from flows.extract.subject.subjects import Scene, Subject
from flows.patterns import lazy

SPEAKS = lazy(
    r"([\u4e00-\u9fff]{2,3}?)(?:还|又|也|则|接着|向记者|对记者|给记者|笑着|坦|自豪地?|感慨地?|补充)*"
    r"(?:说|介绍|告诉|表示|透露|回忆|坦言|坦承|算|指出|补充|解释|认为|称|道|感慨)"
)
QUOTE = 40
"""Code points behind a quotation within which who speaks is named."""


def person_speaks(scene: Scene, topics: Topics) -> Subject | None:
    """The firm of the person who speaks in the sentence before the number, or right behind its quotation."""
    people = topics.whole.people
    if not people:
        return None
    text, at = scene.text, scene.number.start
    since = scene.sentence.start
    closed = text.find("”", at)
    spans = [(since, at)]
    if text.rfind("“", 0, at) > text.rfind("”", 0, at) and closed >= 0:
        before = text.rfind("“", 0, at)
        spans += [(closed, closed + QUOTE), (max(0, before - QUOTE), before)]
    for start, end in spans:
        for name, firm in people.items():
            found = text.find(name, start, min(end, len(text)))
            if found >= 0 and SPEAKS.match(text, found):
                return Subject(firm=firm, rule="who speaks for it")
    return None
