"""Words by which a text means its own place: 全市, 全省, 我县, 本地, 该市."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.extract.outline import Topics
from flows.extract.reference import ancestors, firms, regions
from flows.extract.subject.homes import MUNICIPALITIES, is_county_city
from flows.extract.subject.subjects import NOBODY, Scene, Subject
from flows.patterns import lazy

SELF_LEVELS = {
    "document_city": "city",
    "document_province": "province",
    "document_county": "county",
    "document_place": "",
    "last_city": "city",
    "last_province": "province",
    "last_county": "county",
    "last_place": "",
}


def self_place(scene: Scene, topics: Topics, start: int, last: Subject = NOBODY) -> Subject | None:
    """全市, 全省, 省内: the place of that level that the claim before it in the passage was about, if the
    passage names no other; else the one that the text or the article named.
    """
    for mention in reversed(scene.sentence.mentions):
        if (
            mention.kind == "self"
            and start <= mention.start < scene.number.start
            and mention.role == "subject"
        ):
            if mention.names[0] in SELF_LEVELS and is_done_there(scene, mention):
                continue
            if mention.names[0] in SELF_LEVELS:
                if goes_on(scene, last, SELF_LEVELS[mention.names[0]], mention.start):
                    return last.by("the place's own word")
                found = place_of_level(scene, topics, mention)
                if found and PART_OF.match(scene.text, mention.end) and is_of_part(found, last):
                    return last.by("subject of the claim before")
                return found or zone_of(mention, topics)
    return None


PART_OF = lazy(r"[^，。；、0-9的]{1,8}[中内]的(?:占比|比重|份额)")


def zone_of(own: Mention, topics: Topics) -> Subject | None:
    """The zone without a place of its own that an article is about and calls 全区."""
    firm = topics.headline.firm
    meant = firm is not None and firm[1].endswith(ZONES) and own.surface.endswith("区")
    return Subject(firm=firm, rule="the place's own word") if meant else None


ZONES = ("区", "园", "城", "港")


def is_of_part(whole: Subject, last: Subject) -> bool:
    """Was the claim before about a part of the place (甲县产值…，在全市工业中的比重为69%)?"""
    return len(last.regions) == 1 and whole.regions[0][0] in ancestors_of(last.regions[0][0])


DONE = lazy(
    r"(?:设立|设有|设厂|投资|建设|建成|建有|建起|投建|开设|开办|流转|收购|采购|招工|招聘|租用|租赁|布局|落户|注册|新建|扩建|成立|兴建|创办)"
)


def is_done_there(scene: Scene, own: Mention) -> bool:
    """Does a firm that opens the clause do something there (甲公司在当地设立采购点8个)?"""
    if scene.text[own.start - 1 : own.start] != "在" or not DONE.match(scene.text, own.end):
        return False
    start = scene.sentence.clause_start(own.start)
    return any(
        m.kind == "firm" and m.role == "subject" and start <= m.start and m.end <= own.start
        for m in scene.sentence.mentions
    )


def goes_on(scene: Scene, last: Subject, level: str, before: int) -> bool:
    """Was the claim before about the only place of that level that the passage has named?"""
    if not level or len(last.regions) != 1 or last.firm or last.model:
        return False
    named = {
        m.ids[0]
        for m in scene.mentions
        if m.kind == "region"
        and m.start < before
        and m.ids[0] in regions()
        and fits(m.level, m.ids[0], level)
    }
    return named == {last.regions[0][0]}


NATION = "CHN"
THERE = frozenset({"last_place"})
"""当地 is of the place named last, a country too."""
SPELT = ("区", "县")


OURS = ("我", "本")
"""What words begin with that mean the writer's own place whomever the sentence has named."""
POINTING = ("该", "这")
TOLD_OF = lazy(
    r"(?:在|于|赴|到|往|向|对|从|自|由|经|与|和|同|跟|受|被|让|为|给|比|较|据|对标|对口|对接|学习|借鉴|紧邻|毗邻|毗连|接壤|相邻"
    r"|联合|携手|牵手|来自|销往|运往|发往|发送至|输往|出口|位于|落户)$"
)
"""What stands before a place that its sentence goes through, to which words like 当地 do not point."""


def is_oblique(scene: Scene, mention: Mention) -> bool:
    """Does the place stand behind a preposition, or behind one that does (在安徽亳州, 与上海、苏州)? A frame
    (在广东，当地…) is the place spoken of.
    """
    text = scene.text
    if mention.role in PASSED or text[mention.end : mention.end + 1] in FRAMED:
        return mention.role in PASSED
    start = mention.start
    for other in reversed(scene.mentions):
        if other.end <= start and text[other.end : start] in LISTED and other.kind == "region":
            start = other.start
    return TOLD_OF.search(text, max(0, start - 4), start) is not None


PASSED = frozenset({"origin", "partner", "comparand", "object", "gained"})
FRAMED = frozenset("，：")
LISTED = frozenset(("", "、", "和", "及", "与"))


def place_of_level(scene: Scene, topics: Topics, own: Mention) -> Subject | None:
    """The place that a word like 全市 (the article's city) or 该市 (the city named last) means."""
    word, before = own.names[0], own.start
    level = SELF_LEVELS[word]
    named = [m for m in reversed(scene.mentions) if m.kind == "region" and m.start < before and m.ids]
    home = [pair[0] for source in (topics.headline, topics.place) for pair in source.regions]
    beside = [m for m in named if m.start >= scene.sentence.start]
    points = own.surface.startswith(POINTING)
    passed = [m for m in beside if is_oblique(scene, m)] if home and not points else []
    here = [m.ids[0] for m in beside if m not in passed]
    earlier = [m.ids[0] for m in named if m.start < scene.sentence.start]
    homes = () if home[:1] == [NATION] and not last_word(word) else topics.whole.homes
    others = [*seats(scene, before), *(place for place, _ in homes), *(m.ids[0] for m in passed)]
    last = last_word(word)
    told = [*opening(scene), *home]
    order = [*here, *earlier, *home, *others] if last else [*here, *told, *earlier, *others]
    apart = bool(home and here) and home[0] != here[0] and home[0] not in ancestors_of(here[0])
    if level == "" and not last and apart:
        order = [*home, *order]  # 香港旅客5万人次，本地旅客3万人次: others came to the article's home
    if own.surface.startswith(OURS) and not last:
        order = [*home, *seats(scene, before), *reversed(here), *order]
    elif level == "county" and not last:
        spelt = next((m.ids[0] for m in named if m.level == "county" and m.surface.endswith(SPELT)), None)
        order = [*here, spelt, *order] if spelt else order
    if level == "city":
        known = here if last else home
        county = next((place for place in known if is_county_city(place)), None)
        if county and (last or all(place == county or place in ancestors(county) for place in here)):
            return Subject(regions=((county, regions()[county].short_name),), rule="the place's own word")
    for region_id in order:
        for place in (region_id, *(ancestors(region_id) if region_id in regions() else ())):
            region = regions().get(place)
            abroad = region is not None and word in THERE and region.level == "country" and place != NATION
            if region and (abroad or fits(region.level, region.region_id, level)):
                return Subject(regions=((place, region.short_name),), rule="the place's own word")
    return None


def opening(scene: Scene) -> list[str]:
    """The place that the passage opens with, as what it speaks of (乙市的优势在于人才。全市高校…)."""
    first = next((m for m in scene.mentions if m.kind != "self"), None)
    if first is None or first.kind != "region" or first.role != "subject" or len(first.ids) > 1:
        return []
    return [first.ids[0]] if not first.start and scene.text[first.end : first.end + 1] in TOPICAL else []


TOPICAL = frozenset("的，：")
"""What stands behind a place that a passage then speaks of."""


def last_word(word: str) -> bool:
    """Is it a word for the place named last (该省), not for the article's (全省)?"""
    return word.startswith("last")


def ancestors_of(place: str) -> tuple[str, ...]:
    """The regions that hold the place, none for a group."""
    return tuple(ancestors(place)) if place in regions() else ()


def seats(scene: Scene, before: int) -> list[str]:
    """The regions of the agencies named before: 深圳市工信局 speaks of 全市."""
    agencies = [m.ids[0] for m in reversed(scene.mentions) if m.level == "agency" and m.start < before]
    known = (firms()[agency].region_id for agency in agencies if agency in firms())
    return [region for region in known if region]


def fits(level: str, region_id: str, wanted: str) -> bool:
    """Is the level the wanted one? The four municipalities are cities too."""
    if not wanted:
        return level in {"city", "province", "county", "zone"}
    return (
        level == wanted
        or wanted == "city"
        and region_id in MUNICIPALITIES
        or wanted == "county"
        and (level == "zone" or regions()[region_id].name.endswith("自治区"))
    )


HERE_BEHIND = lazy(
    r"(?:以上|左右)?(?:的[^，。；0-9]{1,12}?)?(?:都|均|就|皆|也)?(?:从|来自|出自|产自|产于|源自|集中在|聚集在|聚在|汇聚在|落在|在)"
    r"(?:这里|此地|当地|该[市县区省])"
)


def here_behind(scene: Scene, topics: Topics) -> Subject | None:
    """The article's place, where a part of all things is said to come from it (超半数从这里走出)."""
    if scene.number.unit != "percent" or not HERE_BEHIND.match(scene.text, scene.number.end):
        return None
    home = next((source for source in (topics.headline, topics.place) if source.regions), NOBODY)
    return None if home.empty or home.firm else home.by("place behind")
