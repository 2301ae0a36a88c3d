"""Whom an article is about: the first that its headline names, the firm that it speaks of all over."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.depth import Part, depth_of, depths
from flows.extract.entities.institutions import TEACHING
from flows.extract.entities.mention import FIRM_KINDS, Mention
from flows.extract.levels import LANDS, LOCAL
from flows.extract.of_markets import LONG_LINE, SEVERAL, is_lead, is_of_market, quotes_market
from flows.extract.reference import firms
from flows.extract.subject.runs import runs
from flows.extract.subject.subjects import NOBODY, Subject, subject_of_run
from flows.memo import tally
from flows.patterns import lazy

LABEL = lazy(r"\s*[【\[][^】\]]{1,12}[】\]]")


def first_subject(part: Part) -> Subject:
    _, text, mentions, _ = part
    label = LABEL.match(text)
    start = label.end() if label and label.end() < len(text.rstrip()) else 0
    groups = runs(
        [
            mention
            for mention in mentions
            if mention.role == "subject" and mention.kind != "self" and mention.start >= start
        ],
        text,
    )
    if groups and groups[0][0].level in LANDS:
        groups = next(([[m]] for m in mentions if m.start >= start and is_settled(m, text)), groups)
    acting = acts_there(groups, text)
    if acting:
        return subject_of_run([acting], "headline")
    if groups and is_by_the_way(groups[0], text):
        return NOBODY.by(BY_THE_WAY)
    return released_by(groups, text) if groups else NOBODY


OPENS_CLAUSE = frozenset("：，！？ 　—”")
MORE = ("等", "、", "和", "与", "系")


def is_known(firm: Mention) -> bool:
    """Is it a firm of the reference, or a hospital, school or institute by its name?"""
    return firm.level != "firm" or firm.ids[0] in firms()


def acts_there(groups: list[list[Mention]], text: str) -> Mention | None:
    """The firm or institution that opens a later clause of a headline whose label is only where it is
    (某市：“AI医生”上岗 某某医院接入大模型).
    """
    place = groups[0][0] if groups else None
    if place is None or place.kind != "region" or not text.startswith("：", place.end):
        return None
    named = [m for group in groups[1:] for m in group]
    opening = [m for m in named if m.kind == "firm" and text[m.start - 1] in OPENS_CLAUSE and is_known(m)]
    if text[: place.start].strip() or len(opening) != 1 or text.startswith(MORE, opening[0].end):
        return None
    return opening[0]


BY_THE_WAY = "named by the way"
"""The rule of NOBODY where a headline names firms behind what it is about."""
MANY = 3
OWN_CLAUSE = lazy(r"[^，。；：！？]{6,}[，；！？\s]$")


def is_by_the_way(run: list[Mention], text: str) -> bool:
    """Are they several firms that a headline names behind what it is about (大模型中标破百，甲、乙居前列)?"""
    if run[0].kind not in FIRM_KINDS:
        return False
    if len(run) > 1 and run[0].kind == "firm" and OWN_CLAUSE.fullmatch(text, 0, run[0].start):
        return True
    if TOLD_FIRST.search(text, 0, run[0].start) and LEADS.match(text, run[-1].end):
        return True
    return len(run) >= MANY


TOLD_FIRST = lazy(r"[0-9][^：！？\s]*[，；！？\s]$")
LEADS = lazy(
    r"[^，。；：！？\s]{0,8}?(?:居首|居第|位居|位列|排名|领跑|登顶|夺冠|称雄|第一|首位|霸榜|榜首|领先)"
)
"""What is said of the one that ranks first in what a headline tells before: 月活达5.8亿 某某居首位."""
RELEASES = lazy(
    r"(?:正式|今日|今天|昨日|昨天|深夜|凌晨|重磅|全新|宣布|官宣|将|已|再|又|首次|全面|的)*(?:发布|推出|上线|开源|开放|升级|更新|公布)"
    r"[^，。；：0-9]{0,12}?[“「]?$"
)


def released_by(groups: list[list[Mention]], text: str) -> Subject:
    """Whom a headline is about: its first name, with the model that it says to be released by it."""
    first = subject_of_run(groups[0], "headline")
    if len(groups) < 2 or first.regions or groups[1][0].kind != "model" or len(groups[0]) > 1:
        return first
    released = groups[1][0]
    if not RELEASES.fullmatch(text, groups[0][0].end, released.start):
        return first
    return replace(first, model=(released.ids[0], released.names[0]), models=())


SETTLES = lazy(r"(?:花落|落户|落址|落地|落子|入驻|进驻|安家|扎根|选址)(?:在|于|到)?$")


def is_settled(mention: Mention, text: str) -> bool:
    """Is it the place within a land where the headline says that something settles (中国26个项目落户甲省)?"""
    before = text[max(0, mention.start - 4) : mention.start]
    return mention.kind == "region" and mention.level not in LANDS and SETTLES.search(before) is not None


SELDOM = 4
"""Times that an article names a place as its subject for each time that it names the headline's firm."""


def is_in_passing(firm_id: str, parts: list[Part]) -> bool:
    """Does the article hardly speak of the firm that its headline names, and of a place all the time?"""
    spoken = [m for part in parts if part[0].role == "body" for m in part[2] if m.role == "subject"]
    firm = sum(m.kind in FIRM_KINDS and m.ids[0] == firm_id for m in spoken)
    places = tally(m.ids for m in spoken if m.kind == "region")
    return max(places.values(), default=0) >= SELDOM * max(1, firm)


SPOKEN_OF = frozenset({"subject", "object", "gained", "example"})
"""Roles of the firms beside which an article's main one is named far more often."""


def main_firm(parts: list[Part], headline: Subject) -> Subject:
    """The firm of the headline, else one that is named far more than any other."""
    if headline.firm:
        return headline.by("headline")
    if is_of_market(parts) or quotes_market(parts, headline):
        return NOBODY
    votes: dict[tuple[str, str], int] = {}
    companies: set[tuple[str, str]] = set()
    first: dict[tuple[str, str], float] = {}
    *starts, end = depths(parts)
    for before, (passage, _, mentions, _) in zip(starts, parts, strict=True):
        if passage.role != "boilerplate":
            named = [m for m in mentions if m.kind == "firm" and m.role in SPOKEN_OF]
            for m in named:
                pair = m.ids[0], m.names[0]
                votes[pair] = votes.get(pair, 0) + 1
                first.setdefault(pair, depth_of(m, passage, before))
                if m.level == "firm":
                    companies.add(pair)
    opening = opening_firm(parts)
    if opening and opening in votes:
        votes[opening] += times_of_itself(parts)
    if votes:
        pair, count = max(votes.items(), key=lambda item: (item[1], item[0]))
        others = max((votes[other] for other in votes if other != pair), default=0)
        foremost = pair in companies and count >= 3 * others
        late = first[pair] > max(LEAD, end / 2)
        if count >= 3 and not late and (foremost or count >= 0.5 * sum(votes.values())):
            return Subject(firm=pair, rule="main firm of the article")
    return NOBODY


ALONE = frozenset({"firm", "hospital", "university"})
"""Whom an article can be about that names nobody else."""


def only_firm(parts: list[Part]) -> Subject:
    """The firm of an article that names no other, nor a model, and names it early."""
    told = [part for part in parts if part[0].role != "boilerplate"]
    named = [m for part in told for m in part[2] if m.kind in FIRM_KINDS]
    if named and named[0].level in TEACHING:
        named = [m for m in named if m.kind == "firm"]  # a hospital has its own models
    spoken = [m for part in told[:LEAD] for m in part[2] if m.role == "subject"]
    early = next((m.kind == "firm" for m in spoken if m.kind == "firm" or m.level in LANDS), False)
    if not early or len({m.ids[0] for m in named}) != 1 or named[0].level not in ALONE:
        return NOBODY
    return Subject(firm=(named[0].ids[0], named[0].names[0]), rule="only firm of the article")


ITSELF = lazy(r"(?:^|[，。；：、\n“（-])\s?[该本]?(?:公司|集团)(?!们|[总董债法])")
"""公司 and 集团 where an article means the firm that it is about."""
FIRST_CLAUSE = lazy(r"^(?:[^，。；：！？\n】]*[，。；：！？\n】]){0,2}[\s—-]*[0-9年月日今昨]{0,12}[，,]?$")
"""What stands before the name of a firm that opens a text: 【本社讯】, 3月5日，."""


def times_of_itself(parts: list[Part]) -> int:
    """How often the article says 公司 of its firm."""
    return sum(len(ITSELF.findall(text)) for _, text, _, _ in parts if "公司" in text or "集团" in text)


def opening_firm(parts: list[Part]) -> tuple[str, str] | None:
    """The firm that opens the first passage, before any other is named: 公司 means it."""
    lead = next((part for part in parts if part[0].role == "body" and len(part[1]) > LONG_LINE), None)
    named = [m for m in lead[2] if m.kind in {"firm", "region"} and m.role != "source"] if lead else []
    if lead is None or not named or named[0].kind != "firm" or named[0].level != "firm":
        return None
    opens = named[0].role == "subject" and FIRST_CLAUSE.match(lead[1][: named[0].start])
    return (named[0].ids[0], named[0].names[0]) if opens else None


def protagonist(parts: list[Part], firm: Subject) -> Subject:
    """Whom an article without a headline is about: its main firm, where no place is named more often; else
    the firm that opens it and is named again.
    """
    if is_of_market(parts) or quotes_market(parts, firm):
        return NOBODY
    body = [part for part in parts if part[0].role in {"body", "heading", "caption"}]
    places = tally(m.ids for part in body for m in part[2] if m.kind == "region" and m.level in LOCAL)
    firms = tally(m.ids[0] for part in body for m in part[2] if m.kind == "firm" and m.level == "firm")
    if firm.empty:
        first = next((one for one in map(first_subject, body[:LEAD]) if not one.empty), NOBODY)
        named = first.firm[0] if first.firm and not first.regions else ""
        if named and stands_out(named, firms, leads_off(body, named)):
            firm = first
    if firm.firm is None or firm.firm[0] not in firms:
        return NOBODY
    return firm.by("headline") if firms[firm.firm[0]] >= max(places.values(), default=0) else NOBODY


def leads_off(body: list[Part], firm_id: str) -> bool:
    """Does the first passage that is more than a line speak of the firm?"""
    lead = next((part for part in body if len(part[1]) > LONG_LINE), None)
    return lead is not None and any(m.ids[0] == firm_id for m in lead[2] if is_lead(m))


def stands_out(firm_id: str, votes: dict[str, int], leads: bool) -> bool:
    """Is no firm named more often, and none as often where the article goes through many of them, unless it
    `leads` off with this one?
    """
    named, others = votes.get(firm_id, 0), [count for one, count in votes.items() if one != firm_id]
    if len(others) >= SEVERAL and not leads:
        return named > max(1, *others)
    return named >= max([2, *others])


def foremost_firm(parts: list[Part]) -> Subject:
    """The firm that the body names twice, and twice as often as any other: whom a headline means that tells
    of one firm without a name (这家甲市企业的2026年).
    """
    named = [
        (m.ids[0], m.names[0]) for p in parts if p[0].role == "body" for m in p[2] if m.level == "firm"
    ]
    votes = sorted(tally(named).items(), key=lambda one: -one[1])
    first, second = [count for _, count in (*votes, ("", 0), ("", 0))[:2]]
    return Subject(firm=votes[0][0], rule="headline") if first >= max(2, 2 * second) else NOBODY


LEAD = 3
"""Passages of the body among which the first that names somebody opens an article."""
