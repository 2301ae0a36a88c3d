"""Whose people an article lets speak: 某某公司总经理陈志远, 李娜创办某某公司."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.cues import alternation
from flows.extract.entities.mention import Mention
from flows.extract.entities.treated import TITLES
from flows.patterns import lazy
from flows.text.marks import is_name

Firm = tuple[str, str]
AFTER = (
    r"(?=[持曾说介表告坦感透指认称带在每从也则又还于接向对给算回到来是有看把将拿一那这"
    r"，。、：；“”（(0-9]|$)"
)
"""What stands behind a person's name."""
OFFICER = lazy(
    rf"(?:集团|公司)?的?[\u4e00-\u9fff（）()、]{{0,10}}?{alternation('speaker_role')}([\u4e00-\u9fff]{{2,3}}?){AFTER}"
)
"""An officer behind the name of the firm: 总经理陈志远."""
FOUNDER = lazy(
    r"(?:^|[，。；：“”\n的后])([\u4e00-\u9fff]{2,3}?)(?=[于在从到和与0-9辞回离返毕创办开成一白联独带])[^，。；“”]{0,14}?"
    r"(?:创办|创立|创建|办起|开办|成立|创下|一手做起)了?[^，。；“”]{0,6}$"
)
"""Who founded it, before its name: 李娜2016年创办."""
ITS_OFFICER = lazy(
    rf"(?:[，。；：]|公司|其|^)(?:现任)?(?:联合)?{alternation('speaker_role')}([\u4e00-\u9fff]{{2,3}}?){AFTER}"
)
"""An officer of the only firm that the passage has named: 某某成立于2024年，创始人陈拓持股51.3%."""
FOUNDED = lazy(r"(?:创办|创立|创建|办起|开办|成立|组建)了?$")
"""Before the name of a firm that whoever was named last has founded: 他创办了."""
ACTS = lazy(
    rf"(?:^|[，。；：“”\n的]|{alternation('person_role')}|{alternation('founder_word')})([\u4e00-\u9fff]{{2,3}}?)"
    r"(?=这[名位个]|辞去|辞掉|[0-9]{4}年|来到|回到|毕业|放弃|离开|返乡|带着)"
)
"""A person of whom something is told, before the firm that he has founded: 何某辞去工作，….他创办了."""
LONG_AGO = 90
"""Code points before a firm within which its founder is named, if a pronoun stands for him."""
KINDS = frozenset({"firm", "bank", "hospital", "park"})
"""Whose people speak of their own; scholars speak of others."""
EXPERTS = ("分析师", "研究员", "经济学家", "教授", "专家", "学者")
FAR = 34
"""Code points before a firm within which the name of its founder begins."""


def people_of(text: str, mentions: list[Mention]) -> Iterator[tuple[str, Firm]]:
    """Names of persons, each with the firm whose officer or founder the passage says it to be."""
    for mention in mentions:
        if mention.kind != "firm" or mention.level not in KINDS:
            continue
        firm = (mention.ids[0], mention.names[0])
        told = OFFICER.match(text, mention.end)
        told = told or FOUNDER.search(text, max(0, mention.start - FAR), mention.start)
        if not told and FOUNDED.search(text, max(0, mention.start - 6), mention.start):
            told = next(
                reversed(list(ACTS.finditer(text, max(0, mention.start - LONG_AGO), mention.start))), None
            )
        if not told or text.endswith(EXPERTS, 0, told.start(1)):
            continue
        if is_person(told[1]):
            yield told[1], firm
    named = [m for m in mentions if m.kind == "firm" and m.level in KINDS]
    for told in ITS_OFFICER.finditer(text, named[0].end) if named else ():
        before = {(m.ids[0], m.names[0]) for m in named if m.end <= told.start()}
        if len(before) == 1 and is_person(told[1]):
            yield told[1], before.pop()


def is_person(name: str) -> bool:
    """Is it a person's name, without a title?"""
    return is_name(name) and not name.endswith(TITLES)
