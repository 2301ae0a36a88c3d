"""What an article is about as a whole: the region, firm and period that a claim falls back on."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

from flows.extract.cues import alternation
from flows.extract.daughters import inner_firm
from flows.extract.depth import Part
from flows.extract.entities.mention import FIRM_KINDS
from flows.extract.inner import inner_place
from flows.extract.led import leads_of, led_periods, led_plans
from flows.extract.metric.indices import index_in
from flows.extract.metric.sample import is_about_listed_firms
from flows.extract.outline import NAME_ABOVE, Outline, Topics, Whole
from flows.extract.period.periods import Period
from flows.extract.period.sections import periods_over, plans_over
from flows.extract.period.statistic import OF_SURVEY
from flows.extract.period.whole import period_of_all, year_of
from flows.extract.protagonist import (
    BY_THE_WAY,
    first_subject,
    foremost_firm,
    is_in_passing,
    main_firm,
    only_firm,
    protagonist,
)
from flows.extract.reference import ancestors, regions
from flows.extract.subject.authors import author_of
from flows.extract.subject.ballot import HOME_LEVELS
from flows.extract.subject.events import fair_of
from flows.extract.subject.headlined import nation_told
from flows.extract.subject.homes import NATION, counted_in_nation, home_places, main_place
from flows.extract.subject.rosters import list_of
from flows.extract.subject.subjects import NOBODY, Subject, subject_of_run
from flows.patterns import lazy


def topics_of(parts: list[Part], title: Part | None, published_on: date | None) -> Outline:
    """Count who is named, in the title above all; `title` is a headline that stands outside the passages."""
    title_parts = [title] if title else [part for part in parts if part[0].role == "title"]
    headline = first_subject(title_parts[0]) if title_parts else NOBODY
    if headline.firm and is_in_passing(headline.firm[0], parts):
        headline = NOBODY
    headline = inner_firm(headline, parts) or headline
    nation = nation_told(headline, title_parts[0], parts) if headline.regions else None
    headline = nation or headline
    counted = [*parts, title] if title else parts
    rest = parts if title else [part for part in parts if part[0].role != "title"]
    leads, planned = leads_of(parts), plans_over(parts)
    periods = periods_over(parts, planned)
    firm = main_firm(parts, headline)
    place = nation or main_place(counted)
    if author := told_by(author_of(parts if not title else [title, *parts]), headline):
        headline, place = author if headline.regions else headline, author
    elif inner := inner_place(headline if headline.regions else place, rest):
        headline, place = inner if headline.regions else headline, inner
    if headline.empty and title_parts and OF_ITS_FIRM.search(title_parts[0][1]):
        headline = firm.by("headline") if firm.firm else foremost_firm(parts)
    topics = Topics(
        protagonist(parts, firm) if headline.empty and headline.rule != BY_THE_WAY else headline,
        period_of_all(title_parts, parts, published_on),
        place,
        firm,
        Whole(
            home_places(counted),
            edition_of([*title_parts, *rest]),
            any(is_of_index(part[1]) for part in [*title_parts, *parts[:4]]),
            only=only_firm(parts),
            listed=list_of([*title_parts, *rest]),
            stocks=is_about_listed_firms(title_parts, rest),
            fair=fair_of([*title_parts, *rest]),
        ),
    )
    return Outline(
        topics,
        subjects_before(parts),
        headings_over(parts),
        tuple(map(role_of, parts)),
        tuple(led or over for led, over in zip(led_plans(parts, leads), planned, strict=True)),
        tuple(led or over for led, over in zip(led_periods(parts, leads), periods, strict=True)),
        counted_in_nation(parts),
    )


OF_ITS_FIRM = lazy(
    rf"(?:[这那一有]家|这[个支]|它是)[^，。；：！？]{{0,14}}?"
    rf"(?:{alternation('firm_noun')}|{alternation('firm_kind')}|工厂|团队)(?!们)"
)
"""What a headline says of the firm that its article is about: 这家甲市企业的2026年."""


def told_by(author: Subject, headline: Subject) -> Subject | None:
    """The author of measures, unless the headline is about a place elsewhere."""
    if author.empty or not headline.regions:
        return author if author.regions else None
    place, titled = author.regions[0][0], headline.regions[0][0]
    return author if titled == place or titled in regions() and place in ancestors(titled) else None


HEADLINE_OF = "原标题"
"""What a line begins with that gives the headline under which another paper had the article."""


def role_of(part: Part) -> str:
    """The role of the passage; another headline of the article's is one too."""
    return "title" if part[1].startswith(HEADLINE_OF) else part[0].role


def subjects_before(parts: list[Part]) -> tuple[tuple[Subject, ...], ...]:
    """For each passage the firms and models of the last passages before it, latest first."""
    history: list[Subject] = []
    before = []
    for passage, _, mentions, _ in parts:
        before.append(tuple(reversed(history[-6:])))
        if passage.role == "body":
            history += [
                subject_of_run([mention], "earlier passage")
                for mention in mentions
                if mention.kind in FIRM_KINDS and mention.role == "subject"
            ]
    return tuple(before)


EDITION = lazy(
    r"(?<![0-9])(20[0-9]{2})年?(?:度)?[^，。；！？\n]{0,22}?(?:榜|百强|[0-9]{1,3}强|十强|排行|指数|竞争力|评价|TOP"
    r"|排名(?=[》”。，；中里显TO]|$)|调[查研](?:报告)?》)"
    r"|(?:榜单?|指数|竞争力报告|评价报告|百强)[》”]?[（(](20[0-9]{2})[）)]"
)


SHORT_LEAD = 120
"""Code points of four passages below which an article is broken into lines, and more of them are its lead."""
INDEX = lazy(
    r"竞争力[^，。；]{0,4}(?:指数|排名|榜|报告|评价)|(?:城市|省份|县域|区域)[^，。；]{0,8}(?:[0-9十百]强|排行榜|榜单)"
)
"""What an article about an index of competitiveness or a list of cities says at its beginning."""


def is_of_index(text: str) -> bool:
    """Does the text speak of an index of competitiveness, or of where places stand in another?"""
    ranked = "榜" in text or "强" in text or "竞争力" in text
    if ranked and INDEX.search(text):
        return True
    return RANKING.search(text) is not None and index_in(text) != ""


RANKING = lazy(r"排名|位列|位居|名列|排在?第|评比|第[0-9一二三四五六七八九十百]{1,4}[名位]")


EDITED = lazy(r"榜|强|排[行名]|指数|竞争力|评价|调[查研]|TOP")
"""What a text must hold for EDITION to be sought in it."""


def edition_of(parts: list[Part]) -> Period | None:
    """The edition of the list or index that a ranking is about: in its title or first paragraphs."""
    told = [part for part in parts if part[0].role in {"title", "body", "heading"}]
    lead = told[:4] if sum(len(part[1]) for part in told[:4]) > SHORT_LEAD else told[: 2 * 4]
    for _, text, _, times in lead:
        found = EDITION.search(text) if EDITED.search(text) else None
        if found:
            rule = OF_SURVEY if SURVEY.search(found[0]) else "edition of the list"
            part = next((one for one in times if one.start == found.start() and one.kind in PARTS), None)
            if part and part.end < found.end() and part.period_end:
                return Period(part.period_start, part.period_end, rule)
            return year_of(int(found[1] or found[2]), rule)
    return None


PARTS = frozenset({"quarter", "half"})
"""Kinds of times of which a list can be besides a year: 《2025年一季度应用榜》."""
SURVEY = lazy(r"调[查研](?:报告)?》$")
"""What ends the title of a report that is of answers alone."""


LEAD_LINE = 40
"""Code points of a line that does nothing but name whom the next paragraph is about, at most."""
LEADS = frozenset(("", *"，,：:—"))


def headings_over(parts: list[Part]) -> tuple[Subject, ...]:
    """For each passage the subject of the heading above it, or of the short line before it that opens with a
    name (北京，掌控着源头。).
    """
    current, line, over = NOBODY, NOBODY, []
    for part, next_one in zip_longest(parts, parts[1:]):
        if part[0].role == "heading":
            named = with_model(first_subject(part), part)
            current = NOBODY if len(named.regions) > 1 else named.by("heading")
        elif names_alone(part):
            current = first_subject(part).by(NAME_ABOVE)
        elif current.regions == NATION.regions and speaks_of_place(part):
            current = NOBODY
        over.append(current if line.empty else line)
        line = NOBODY if names_alone(part) else lead_line(part, next_one)
    return tuple(over)


def speaks_of_place(part: Part) -> bool:
    """Is the first that the passage speaks of a place of the nation, under a heading of the nation?"""
    named = [m for m in part[2] if m.role == "subject" and m.kind != "self"]
    return bool(named) and named[0].kind == "region" and named[0].level in HOME_LEVELS


NUMBERED = lazy(
    r"^\s*((?:TOP|NO\.?|No\.?|第)\s?[0-9]{1,3}[名位]?|[（(]?[0-9一二三四五六七八九十]{1,2}[)）.．、]|[•·●■◆▶►※])?\s*"
)
MARKED = "【〖[■●▶▍"
AROUND = "：:—“”【】〖〗[]《》■●▶▍ "


def names_alone(part: Part) -> bool:
    """Is the passage the name of a firm, or of a place by its rank or in marks, as a heading is over what
    follows (通威股份：, TOP1 深圳, 【深圳】)?
    """
    passage, text, mentions, _ = part
    if passage.role not in {"body", "caption"} or len(text) > LEAD_LINE or not mentions:
        return False
    first = mentions[0]
    order = NUMBERED.match(text)
    before = NUMBERED.sub("", text[: first.start]).strip(AROUND)
    marked = order is not None and order[1] is not None or text[0] in MARKED or text[-1] in "：:"
    over = first.kind == "firm" or first.kind == "region" and marked
    return over and first.role == "subject" and not before + text[first.end :].strip(AROUND)


def with_model(subject: Subject, part: Part) -> Subject:
    """The firm with the one model that the heading names directly behind it (云岫问渠：…)."""
    named = [mention for mention in part[2] if mention.kind in FIRM_KINDS]
    if subject.firm is None or [mention.kind for mention in named] != ["firm", "model"]:
        return subject
    firm, model = named
    if part[1][firm.end : model.start].strip("的 ·") or firm.ids[0] != subject.firm[0]:
        return subject
    return Subject((), subject.firm, (model.ids[0], model.names[0]), subject.rule)


POINTS_BACK = lazy(
    r"(?:[目如当]?[前今]|现在|[去今前]年|近年来?|截至[^，。；]{2,12}|，)*"
    r"(?:这[座个][^，。；]{0,4}?[城市县省区国]|该[市县省区国]|当地|这里|这家[^，。；]{0,8}?(?:公司|企业|机构)|该(?:公司|企业|集团))"
)
"""How a passage opens that goes on with whom the line before has named."""


def lead_line(part: Part, behind: Part | None) -> Subject:
    """Whom a short line without numbers names as its topic, or as that of the passage `behind` that points
    to it (甲市的长处是会用。/这座城市…).
    """
    passage, text, mentions, _ = part
    if passage.role != "body" or len(text) > LEAD_LINE or not mentions or mentions[0].start:
        return NOBODY
    first = mentions[0]
    wide = first.level in {"nation", "world", "country", "continent"}
    if first.role != "subject" or first.kind == "self" or wide or any(map(str.isdigit, text)):
        return NOBODY
    pointed = behind is not None and POINTS_BACK.match(behind[1]) is not None
    told = text[first.end : first.end + 1] in LEADS or pointed
    return subject_of_run([first], "line before") if told else NOBODY
