"""Officers of the city above an article's district, who tell of all of it (市经信委副主任介绍，…). And whom
an officer of a place means by 我们.
"""

from __future__ import annotations

from flows.extract.outline import Topics
from flows.extract.reference import ancestors, regions
from flows.extract.subject.homes import MUNICIPALITIES
from flows.extract.subject.resumed import is_home
from flows.extract.subject.subjects import NOBODY, Scene, Subject, subject_of_run
from flows.patterns import lazy

OFFICER = lazy(
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)?(?P<level>市|省|自治区)(?!委书记|委副书记|级|内|属|管|直)[\u4e00-\u9fff]{2,10}?(?:委员会|委|局|厅|办公室|办)"
    r"[^，。；：、0-9“”《》]{0,16}?(?:主任|局长|厅长|处长|科长|书记|组成员|负责人|负责同志|总工程师|总经济师|调研员|巡视员|发言人)"
    r"[\u4e00-\u9fff]{0,5}?(?:说|介绍|表示|透露|告诉|指出|称|通报|坦言)"
)
"""One who speaks for an office of a city or a province (市大数据局副局长某某说)."""
LEVELS = {"市": "city", "省": "province", "自治区": "province"}


def officer_speaks(scene: Scene, topics: Topics) -> Subject | None:
    """The city or province whose officer speaks in the number's sentence, or right behind its quotation, in
    an article about a place within it.
    """
    home = next(filter(is_home, (topics.headline, topics.place)), NOBODY)
    if home.empty:
        return None
    text, at = scene.text, scene.number.start
    starts = [scene.sentence.start]
    if text.rfind("“", 0, at) > text.rfind("”", 0, at):
        closed = text.find("”", at)
        starts += [closed + 1] if closed >= 0 else []
    for start in starts:
        said = OFFICER.match(text, start)
        place = above(home.regions[0][0], LEVELS[said["level"]]) if said else None
        if said and place and said["name"] in {None, regions()[place].short_name}:
            return Subject(regions=((place, regions()[place].short_name),), rule="officer of the place")
    return None


OFFICE = lazy(
    r"[^，。；：“”0-9]{0,24}?(?P<office>[区县市省州旗镇乡][党政]?委|委员会|管委会|工委|局|厅|政府|发改委|经信委|投促中心|项目|工地|核心区)"
    r"[^，。；：“”0-9]{0,16}?(?:主任|[局厅处科组区县市镇州乡省]长|书记|负责人|发言人|干部|专员)"
    r"[^，。；：“”0-9]{0,10}?(?:说|介绍|表示|透露|告诉|指出|称|坦言)"
)
"""One who speaks for an office of a place: 东湖区发展改革局党组书记某某表示."""
NAMELESS = frozenset({"项目", "工地", "核心区"})
"""What has people who speak for it, and is of the article's place where that is about no firm."""


def official_speaks(scene: Scene, topics: Topics) -> Subject | None:
    """The place whose officer says what the number's quotation says, before it or right behind: the one that
    the office's name begins with, else the article's (“我们去年引进了43家企业。”区科技局局长某某说).
    """
    text, at = scene.text, scene.number.start
    opened, closed = text.rfind("“", 0, at), text.find("”", at)
    if opened < 0 or closed < 0 or "”" in text[opened:at]:
        return None
    before = max(text.rfind(mark, 0, opened) for mark in "。”\n") + 1
    said = OFFICE.match(text, closed + 1) or OFFICE.match(text, before, opened)
    if not said:
        return None
    named = [m for m in scene.mentions if said.start() <= m.start < said.start("office")]
    nameless = said["office"] in NAMELESS
    if nameless and (topics.headline.firm or topics.firm.firm):
        return None
    if any(m.kind == "region" for m in named):
        return subject_of_run([m for m in named if m.kind == "region"][-1:], "officer of the place")
    return next((home for home in (topics.headline, topics.place) if is_home(home) and not home.firm), None)


def above(home: str, level: str) -> str | None:
    """The city or the province that the place lies in."""
    for place in ancestors(home):
        if place != home and (
            regions()[place].level == level or level == "city" and place in MUNICIPALITIES
        ):
            return place
    return None
