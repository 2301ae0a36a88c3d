"""Whom 其 means where that is not the one whom the sentence is about: 这使其估值升至, 八家采用其芯片."""

from __future__ import annotations

from flows.extract.entities.mention import FIRM_KINDS
from flows.extract.outline import Topics
from flows.extract.subject.subjects import Scene, Subject, subject_of_run
from flows.patterns import lazy

MADE = lazy(r"(?:使得?|让|令|推动|带动|带领|助力|促使|帮助|支持)其(?!他|余|中|实|间|次)")
PATIENTS = frozenset({"subject", "object", "gained"})


def made_so(scene: Scene) -> Subject | None:
    """The firm named last before 使其: to it something was done (乙向甲投资，使其估值升至)."""
    if "其" not in scene.text[scene.since : scene.number.start]:
        return None
    found = MADE.search(scene.text, max(scene.since, scene.sentence.start), scene.number.start)
    if not found:
        return None
    named = [m for m in scene.sentence.mentions if m.end <= found.start() and m.kind in FIRM_KINDS]
    last = next((m for m in reversed(named) if m.role in PATIENTS), None)
    return subject_of_run([last], "done to it") if last else None


USED = lazy(
    r"[\u4e00-\u9fff]{0,10}?(?:采用|使用|选择|选用|部署|接入|搭载|购买|引入|用上|应用|采购)[了过着]?"
    r"(?:其(?!他|余|中|实|间|次)|它|该公司|公司|我们)"
)


def used_by(scene: Scene, last: Subject, topics: Topics) -> Subject | None:
    """The firm whose things as many use as the number says (十大车企中有八家采用其芯片)."""
    if scene.number.unit not in {"count", "percent", "person"}:
        return None
    if not USED.match(scene.text, scene.number.end, scene.number.end + 24):
        return None
    named = [m for m in scene.mentions if m.start < scene.number.start and m.kind == "firm"]
    here = [m for m in named if m.role == "subject" and m.start >= scene.sentence.start]
    if here:
        return subject_of_run(here[-1:], "used by as many")
    for subject in (last, topics.headline, topics.firm, *topics.before):
        if subject.firm:
            return Subject(firm=subject.firm, model=subject.model, rule="used by as many")
    return None


MET = lazy(r"(?:[^，。；0-9]{0,14}?)[与和同跟]$")
MEETS = lazy(r"(?:签约|签订|达成|建立|开展|展开|合作|对接|结成|携手|接洽)")


def met_with(scene: Scene) -> Subject | None:
    """The firm, the work or the park with which as many have signed or work together as the number says."""
    if scene.number.unit not in {"count", "person"}:
        return None
    for mention in scene.sentence.mentions:
        if scene.number.end <= mention.start < scene.clause_end and (mention.kind == "firm" or mention.park):
            met = MET.fullmatch(scene.text, scene.number.end, mention.start)
            told = met and MEETS.match(scene.text, mention.end)
            return subject_of_run([mention], "met by as many") if told else None
    return None


OWN = lazy(
    r"其(?:最新|整体|当前|目前|单季|全年|上半年)?(?:身价|估值|市值|营收|营业收入|股价|股票|净利|毛利|业绩|募资|融资|招股|门店|员工)"
)


def its_own(scene: Scene, last: Subject, topics: Topics) -> Subject | None:
    """The firm of the article that 其市值 means where the claim before was of a place."""
    if last.firm or not last.regions or "其" not in scene.text[scene.since : scene.number.start]:
        return None
    found = OWN.search(scene.text, scene.since, scene.number.start)
    if not found or scene.eligible(scene.clause_start, found.start()):
        return None
    firm = topics.headline.firm or topics.firm.firm
    return Subject(firm=firm, rule="its own") if firm else None


INVESTS = lazy(r"(?:等[^，。；]{0,8})?(?:领投|跟投|参投|出资|注资|认购|追投)")


def valued(scene: Scene, last: Subject) -> Subject | None:
    """The firm that raised the money, of which the valuation behind an investor's amount is (甲完成C轮融资，
    乙领投13亿欧元，投后估值117亿欧元).
    """
    if last.firm is None or "估值" not in scene.text[scene.floor : scene.number.start]:
        return None
    firms = [m for m in scene.eligible(scene.sentence.start, scene.floor) if m.kind == "firm"]
    investors = [m for m in firms if m.ids[0] == last.firm[0] and INVESTS.match(scene.text, m.end)]
    others = [m for m in firms if m.ids[0] != last.firm[0]]
    return subject_of_run(others[:1], "who raised the money") if investors and others else None
