"""For which nation an office speaks: ministries of the mainland, of Taiwan, of other lands."""

from __future__ import annotations

from flows.extract.currency import own_nations
from flows.extract.entities.mention import Mention
from flows.extract.outline import Topics
from flows.extract.reference import ancestors, firms, regions
from flows.extract.subject.homes import NATION
from flows.extract.subject.position import in_subject_position
from flows.extract.subject.resumed import is_home
from flows.extract.subject.subjects import Scene, Subject
from flows.patterns import lazy


def ministry_speaks(scene: Scene, topics: Topics) -> Subject | None:
    """The nation whose agency opens a clause of the sentence (工信部公布第六批名单，共有…家)."""
    for mention in scene.mentions:
        if mention.level == "agency" and scene.sentence.start <= mention.start < scene.number.start:
            ours = scene.text.endswith(OURS, 0, mention.start) or mention.surface in topics.whole.title
            nation = (None if ours else abroad(topics)) or nation_of(mention, topics.place)
            if any(map(is_home, (topics.headline, topics.place))) and CONFERS.match(scene.text, mention.end):
                continue  # 国家网信办备案通过的大模型有39款
            if nation and in_subject_position(mention, scene.sentence, scene.text):
                return nation.by("ministry")
    return None


HOMELESS = ((), NATION.regions)
"""The main places of articles in which only an agency speaks for a nation."""
OURS = ("中国", "我国", "大陆", "中方")


def abroad(topics: Topics) -> Subject | None:
    """The land abroad that the headline names and the article is about: its 财政部 is no other's."""
    told = topics.headline.regions
    if len(told) != 1 or topics.place.regions != told and topics.place.regions not in HOMELESS:
        return None
    region = regions().get(told[0][0])
    return topics.headline if region and region.level == "country" and told != NATION.regions else None


CONFERS = lazy(
    r"[^，。；：、0-9的]{0,4}?(?:备案|认定|批准|批复|授予|授权|审批|审定|核准|公布|发布|确定|命名|评定|登记|许可|支持|资助|立项|下达|评选|评出)"
    r"[^，。；：0-9的]{0,4}的(?!数据|统计|报告|消息|公告|名单|目录|公报|数字|文件|通知|最新)"
)
"""Behind a ministry that has given a place what is told of it: 科技部认定的孵化器有4家."""
CUSTOMS = "海关"


def let_customs_speak(home: Subject, text: str, mentions: list[Mention]) -> None:
    """The customs of a city tell the trade of its whole province, where the article is about that."""
    for mention in mentions if CUSTOMS in text and home.regions else ():
        if text.startswith(CUSTOMS, mention.end) and mention.role == "subject" and mention.ids:
            held = ancestors(mention.ids[0]) if mention.ids[0] in regions() else ()
            if home.regions[0][0] in held:
                mention.role = "source"


def nation_of(agency: Mention, home: Subject) -> Subject | None:
    """The nation that the agency is of; 财政部 is the home's where writers call that their nation."""
    known = firms().get(agency.ids[0])
    region = regions().get(known.region_id or "") if known else None
    if region is None:
        return None
    if region.region_id == NATION.regions[0][0]:
        own = len(home.regions) == 1 and home.regions[0][0] in own_nations()
        return home if own else NATION
    if region.level != "country" and region.region_id not in own_nations():
        return None
    return Subject(regions=((region.region_id, region.short_name),))
