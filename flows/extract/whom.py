"""Whom a number speaks of: what its own sentence names, then what the claims before it have told."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.claim import Claim
from flows.extract.discourse import NAMED_BESIDE, Discourse
from flows.extract.levels import LOCAL
from flows.extract.lists import NAMED_BEFORE
from flows.extract.metric.inherited import Measured
from flows.extract.metric.parallel import NOUN_IN_ORDER
from flows.extract.outline import Topics
from flows.extract.reference import ancestors, regions
from flows.extract.spot import Spot
from flows.extract.subject.anaphora import ITS
from flows.extract.subject.aspects import is_new_aspect
from flows.extract.subject.authors import RULE as AUTHOR
from flows.extract.subject.events import of_fair
from flows.extract.subject.framed import OF_PARTS, whole_of_parts
from flows.extract.subject.homes import is_chinese
from flows.extract.subject.makers import with_maker
from flows.extract.subject.markets import market_of_firm
from flows.extract.subject.products import with_product
from flows.extract.subject.sectors import is_of_sector
from flows.extract.subject.subjects import NOBODY, UNNAMED, Subject
from flows.extract.subject.totals import EVERY, IN_TOTAL, of_listed
from flows.extract.subject.who import subject_of
from flows.patterns import lazy

IN_BRACKETS = lazy(r"[（(](?:约?占|占比|份额|比重|同比|增[长速幅])[^，。；（）()]{0,8}$")
"""Between the amount of one that another is compared with and more of it: 高于乙国的58亿元（占比38%）."""
NEXT_IN_BRACKETS = lazy(r"[，,、](?:约?占|占比|份额|比重|同比|增[长速幅])?[^，。；（）()0-9]{0,4}$")
"""Between the amount in brackets of one that another is compared with and more of it: 比乙（299家，5%）多."""
SHARE_AGAIN = lazy(r"[，、]?(?:占比|占|比重|份额)")
GOES_ON = lazy(r"[（(]|[^，。；0-9]{0,14}，(?:同?比|较)[^，。；]{2,8}(?:多|少|增加|减少|新增)了?")
"""Between how many are from a place and more of these: 27%（3100家）落在甲市, 40款出自甲市，比上月多了4款."""
JOINTS = frozenset({"或", "或者", "、", "和", "及", "以及", "与"})
"""Between two numbers that the same firms share: 甲、乙拿下超亿元或千台以上订单."""
UNNAMED_HERE = frozenset({"nation", "none", "earlier passage"})
"""Rules of subjects that no passage near to the number names."""
OF_THE_ARTICLE = UNNAMED_HERE | {"heading", "headline", "main firm", "main place of the article", "anaphor"}
"""Rules of subjects that hold for a whole article or a part of it."""
GRANTED = "subsidy_amount"
TOLD_BEFORE = frozenset({"claim before", "earlier clause", "subject of the claim before", "earlier sentence"})
"""Rules of subjects that grants do not have in an article about measures: they are its author's."""


def is_elsewhere(subject: Subject, place: Subject) -> bool:
    """Has the sentence gone over to another place than the author's (此前，杭州把总额提高到…，每家…)?"""
    told, own = subject.regions, place.regions[0][0]
    return bool(told) and told[0][0] != own and own not in ancestors(told[0][0])


THAT = lazy(r"(?:但|而|同时|此外|，)*该(?:股|公司|企业|集团|行)")
"""A passage that goes on with whom the one before it ended with: 其市场份额从…."""


def whom(
    spot: Spot, kind: str, measured: Measured, discourse: Discourse, topics: Topics
) -> Subject:
    """Whom the number speaks of; 均 and 合计 speak of the group that the sentence has named."""
    if spot.number.unit == "percent" and (whole := whole_of_parts(spot.scene, topics)):
        return whole
    last = discourse.last_subject(spot.order)
    if discourse.whole and "；" in spot.text[spot.scene.since : spot.number.start]:
        last = discourse.whole  # 甲省有企业900家，其中乙市占六成；专利…
    again = bool(discourse.same_sentence)
    subject = subject_of(spot.scene, kind, last, again, topics)
    subject = market_of_firm(spot.scene, subject, last, topics)
    subject = with_product(subject, spot.scene, topics, measured.metric, measured.noun)
    subject = of_fair(subject, spot.scene, topics.whole.fair)
    left = discourse.left
    if left and left.regions and not is_chinese(left.regions[0][0]) and subject.rule in UNNAMED_HERE:
        if not is_new_aspect(spot.text, spot.sentence.start):
            subject = Subject(left.regions, rule="passage before")
    if left and is_round(subject, left, topics) and not is_new_aspect(spot.text, spot.sentence.start):
        subject = Subject(left.regions, rule="passage before")
    if left and left.firm and subject.rule in OF_THE_ARTICLE and spot.sentence.start == 0:
        if (THAT if subject.rule == "anaphor" else ITS).match(spot.text):
            subject = Subject(firm=left.firm, model=left.model, rule="passage before")
    if again and subject.model and not subject.firm and last.firm:
        subject = replace(subject, firm=last.firm)  # …，其助手“某某”累计激活…
    if is_of_sector(subject, measured, spot.to_number):
        subject = topics.place.by("place of the sector") if topics.place.regions else NOBODY
    if measured.metric == GRANTED and topics.place.rule == AUTHOR and subject.rule in TOLD_BEFORE:
        return subject if again and is_elsewhere(subject, topics.place) else topics.place
    if discourse.placed and is_of_placed(spot, discourse.placed):
        behind = discourse.placed.rule == "place behind"
        return discourse.placed.by("place of the claim before") if behind else discourse.placed
    if again and subject.rule not in NAMED_BESIDE and (told := of_listed(spot.scene)):
        return told
    between = spot.text[spot.scene.since : spot.number.start]
    if again and len(discourse.firms) > 1 and between in JOINTS and spot.number.unit != "rank":
        return Subject(firm=discourse.firms[0], firms=discourse.firms, rule="subject of the claim before")
    if not (discourse.group or discourse.models or len(discourse.told) > 1) or not again:
        return subject
    before = spot.window.before
    each = EVERY.search(before[-4:] + spot.number.surface[:1])
    if each and len(discourse.told) > 1 and subject.rule == "subject of the claim before":
        return replace(subject, firms=discourse.told)
    if discourse.models:
        goes_on = each and subject.rule == "subject of the claim before"
        return replace(subject, models=discourse.models) if goes_on else subject
    if (
        each
        and subject.rule == "subject of the claim before"
        and (discourse.grouped == spot.order or set(subject.regions) <= set(discourse.group))
        or (IN_TOTAL.match(before) and subject.rule not in NAMED_BESIDE | {UNNAMED})
    ):
        return Subject(discourse.group, rule="group of the sentence")
    return subject


def is_round(subject: Subject, left: Claim, topics: Topics) -> bool:
    """Has the passage before told of another place than the one that the article, which has none in its
    headline, names most: does it go from one place to the next?
    """
    if subject.rule != "main place of the article" or topics.headline.regions or len(left.regions) != 1:
        return False
    told, most = left.regions[0][0], subject.regions[0][0]
    local = told in regions() and regions()[told].level in LOCAL
    return local and told != most and most not in ancestors(told) and told not in ancestors(most)


def is_of_placed(spot: Spot, placed: Subject) -> bool:
    """Does the sentence tell more of whom the claim before spoke in passing: 来自甲市，占…; 乙（占…）?"""
    if placed.rule == "place behind" and GOES_ON.fullmatch(spot.text, spot.scene.since, spot.number.start):
        return True
    if spot.number.unit != "percent":
        return False
    if placed.rule == "place behind":
        return SHARE_AGAIN.match(spot.window.before) is not None
    since, start = spot.scene.since, spot.number.start
    if IN_BRACKETS.fullmatch(spot.text, since, start):
        return True
    opened = spot.text.rfind("（", spot.sentence.start, since)
    inside = opened >= 0 and spot.text.find("）", opened, start) < 0
    return inside and NEXT_IN_BRACKETS.fullmatch(spot.text, since, start) is not None


def alone(
    spot: Spot, kind: str, measured: Measured, subject: Subject, discourse: Discourse, topics: Topics
) -> list[Subject] | None:
    """The one subject that 分别 aligns with the number; partners of trade stand for nobody, and what
    firms report of places is still the firm's.
    """
    aligned = None if subject.rule == OF_PARTS else spot.aligned()
    if not aligned:
        if spot.place and len(subject.firms) == spot.place[1]:
            return [replace(subject, firm=subject.firms[spot.place[0]], firms=())]
        return None
    first = aligned[0]
    goes_on = spot.place is not None and spot.place[0] > 0 and not discourse.aligned
    if first.rule == NAMED_BEFORE and (measured.rule == NOUN_IN_ORDER or goes_on):
        return None
    if kind == "home" and first.regions and not is_chinese(first.regions[0][0]):
        return None
    if first.model and not first.firm:
        return [with_maker(one, spot.scene, topics) for one in aligned]
    if kind == "firm" and not first.firm:
        firm = subject.firm or discourse.subject.firm or topics.headline.firm or topics.firm.firm
        return [replace(one, firm=firm) for one in aligned]
    return aligned
