"""Places that stand in names and titles, or tell of what kind people and things are: they name no subject."""

from __future__ import annotations

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.mention import Mention
from flows.extract.levels import LANDS, LARGE
from flows.patterns import lazy

AWARDED = lazy(
    r"(?:获|荣|斩|摘|捧|夺)(?:得|获|评|授|颁|取)?(?:了|过)?$"
    r"|(?:认定|评定|评选|评为|评|授予|入选|入围|列入|命名)(?:为|的|了)?$"
)
AWARD = lazy(
    r"(?:[^，。；：、0-9]{0,14}?奖(?![励补金学项])|[^，。；：、0-9]{0,10}?(?:称号|名牌|品牌|精品|名录|名单|目录|新产品|首台套"
    r"|示范企业|优秀企业|单位))"
)
"""An award or a title behind the land that gives it: 获得某省专利奖, 新认定某省精品企业."""
PRIZE = lazy(
    r"(?:人民)?(?:政府|市长|省长)?(?:质量|专利|科技|科学技术|自然科学|技术发明|设计|文化|新闻|优秀|哲学|工业|创新)"
    r"[^，。；、0-9]{0,6}奖(?![励补金学项])"
)
ENTERED = ("入围", "入选", "登上", "上榜", "跻身", "进入", "登陆")
LISTED = lazy(r"[^，。；、]{1,14}?榜")
SINCE = lazy(r"(?:^|[，。；])(?:自|从)(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?$")
FOUNDED = lazy(r"[^，。；]{1,14}?(?:成立|设立|挂牌|启动|获批|建立)以来")
"""自2013年某地自贸区成立以来 tells since when, not of whom."""
OUTLETS = frozenset(word[0] for word in cue_words("outlet_tail"))
OUTLET = lazy(rf"{alternation('outlet_tail')}(?!上线)")
"""What stands behind a place in the name of a paper or a station: 某地日报, 某地在线."""
CONCEPT = lazy(alternation("nation_concept"))
"""What stands behind 中国 in names of ideas: 中国特色社会主义, 中国式现代化."""
HELD = lazy(
    r"[^，。；、的在]{0,16}?(?:博览会|交易会|洽谈会|推介会|展览会|高峰论坛|论坛|峰会|大会(?!堂)|(?<![今明去本每全近0-9])年会|大赛|锦标赛|双年展)"
)
JOURNAL = lazy(r"《[^》]{1,12}》(?:杂志|周刊|期刊|月刊|日报|晚报|报|网站)")
"""The paper behind the land that it is from: 英国《自然》杂志."""
VISITORS = lazy(r"(?:[+、和及与][^，。；）]{0,4})?(?:[访旅游]客|客(?![户运车机场])|居民访港|同胞)")
"""Those who come from a place: 内地访客 are counted where they come to."""
OF_CAPITAL = lazy(r"(?:地区)?(?:侨|商|资|投资)")
"""港澳台商投资企业 are a kind of firms."""
SPEECH = lazy(r"(?:[^，。；、]{0,8}?(?:重要)?(?:讲话|指示|批示)|时的?重要|期间的?重要)")
SPOKEN = ("考察", "视察", "调研", "对", "关于")
STRUCK = lazy(
    r"(?:进入|走进|肆虐|席卷|震惊|轰动|风靡|波及|冲击|重创|蔓延|影响|畅销|引爆|横扫|遍及|遍布|远销|行销|享誉|闻名|撼动|震动|搅动|红遍|火遍)"
    r"(?:了|至|到|着|于)?$"
)
"""What is done to all the world: 疫情席卷全球."""
SAYS = lazy(
    r"(?:市)?(?:介绍|表示|说|称|宣布|指出|透露|强调|会见|致辞|对(?:记者|媒体)|接受|发表|出席|签署|举行的?(?:新闻)?发布会)"
)
"""What one does at a place that is no more than where it is done: 部长26日在某地表示."""


MEETING = lazy(
    r"(?:会议|全会|座谈会|发布会|通气会|吹风会|例会|推进会|部署会|启动会|签约仪式|启动仪式|闭幕式|开幕式)"
    r"[^，。；]{0,8}在$"
)
MET = lazy(r"[^，。；]{0,8}?(?:召开|举行|举办|开幕|闭幕)")
"""Where a meeting is held: 全国某某会议9日在某地召开."""


LABORATORIES = lazy(r"省?(?:重点)?实验室(?:约|近|超过?|达)*[0-9一二三四五六七八九十]{1,3}[余多]?[家个]")
LISTING = ("、", "和", "及", "有", "建成", "布局")
"""Labs that bear their province's name, amid what a city has (国家实验室1家、湖北实验室5家)."""


def is_in_title(mention: Mention, before: str, after: str) -> bool:
    """Does the place stand in a name, tell the kind of people, or where something is said?"""
    if "实验室" in after and before.endswith(LISTING) and LABORATORIES.match(after):
        return True
    if is_in_building(before, after) or "—" in before[-1:] + after[:1] and is_of_both(before, after):
        return True
    wide = mention.level in LANDS
    if before.endswith(SPOKEN) and SPEECH.match(after) or after[:1] in OUTLETS and OUTLET.match(after):
        return True
    if wide and (CONCEPT.match(after) or HELD.match(after) or after[:1] == "《" and JOURNAL.match(after)):
        return True
    if before.endswith("的") and PAID_BY.match(after):
        return True
    if mention.surface in MAINLAND and VISITORS.match(after):
        return True
    if mention.level == "group" and mention.surface.startswith("港澳") and OF_CAPITAL.match(after):
        return True
    if before.endswith("在") and MEETING.search(before) and MET.match(after):
        return True
    if before.endswith("在") and SAYS.match(after) or before[-1:] in CLASSED and KIND_OF.match(after):
        return True
    if wide and "榜" in after and LISTED.match(after) and before.endswith(ENTERED):
        return True
    if "奖" in after and PRIZE.match(after) or "会" in after and FAIR.match(after):
        return True
    if "以来" in after and mention.level in LARGE and SINCE.search(before) and FOUNDED.match(after):
        return True
    return AWARD.match(after) is not None and AWARDED.search(before) is not None


BUILDING = ("大厦", "大楼", "商厦", "写字楼", "广场", "国际大厦", "国际广场")
NAMED_AT = lazy(r"(?:^|[，。；、])(?:在|位于|走进|走入|来到|步入|踏入|入驻|落户)[\u4e00-\u9fff]{2,5}$")
"""Where one is, with the first part of a building's name: 在恒丰贵阳中心."""


def is_in_building(before: str, after: str) -> bool:
    """Does the place stand in the name of a building?"""
    if after.startswith(BUILDING) and before[-1:] not in ENDS_BEFORE:
        return True
    return after.startswith(("中心", "城，", "城里")) and NAMED_AT.search(before) is not None


OF_BOTH = lazy(
    r"(?:—+[\u4e00-\u9fff]{2,6}?)?[^，。；、0-9的—]{0,12}?(?:中心|平台|合作区|产业园|博览会|峰会|论坛|学院|基地|信息港)"
)
"""The rest of the name of what two lands have together: 中国—东盟人工智能应用合作中心."""


def is_of_both(before: str, after: str) -> bool:
    """Does the land stand in the name of what two lands have together?"""
    return (before.endswith("—") or after.startswith("—")) and OF_BOTH.match(after) is not None


ENDS_BEFORE = frozenset(("", *"，。；：、在于的“"))
CLASSED = frozenset("家所个座处")
KIND_OF = lazy(r"省?(?:级|重点)?(?:实验室|创新联合体|产业技术研究院)")
"""The rest of a kind that a place gives its name to, behind its number (5家湖北实验室)."""
FAIR = lazy(r"[^，。；、0-9举办的]{0,8}(?:推介会|招商会|路演会|洽谈会|对接会|说明会|恳谈会)")
"""A meeting in a place where another one seeks investors: 上海招商推介会集中签约12家."""
BRACKETS = frozenset("（(")
GUESTS = lazy(
    r"[（(][^（）()]{2,14}[）)](?:[、及和与][^，。；（(]{1,8}(?:[（(][^（）()]{2,14}[）)])?){0,5}"
    r"的?(?:住客|旅客|游客|访客|观光客)"
)
"""Behind the lands that guests come from: 内地（100万人次）、香港（14万人次）的旅客."""


ABROAD = frozenset({"country", "continent", "group", "province"})
GUESTS_OF = lazy(
    r"(?:地区)?(?:籍|来的|赴[^，。；]{1,4}的|客源)?(?:住客|旅客|访客|观光客|入境游客|客源)(?![^，。；]{0,6}(?:消费|运输|吞吐|周转|列车|发送))"
)
"""Behind a land that guests come from: 韩国住客（3万人次）."""


def set_aside_guests(text: str, mentions: list[Mention]) -> None:
    """Lands that guests come from, each with its number in brackets, are origins: none is spoken of."""
    end = 0
    for mention in mentions:
        if mention.kind != "region":
            continue
        if mention.level in ABROAD and GUESTS_OF.match(text, mention.end):
            mention.role = "origin"
        if mention.start >= end and text[mention.end : mention.end + 1] in BRACKETS:
            found = GUESTS.match(text, mention.end)
            end = found.end() if found else end
        if mention.start < end:
            mention.role = "origin"


PAID_BY = lazy(r"(?:投资|出资)(?:建设)?的?[^，。；0-9的]{0,4}(?:项目|企业|公司|机构)")
"""Whose money a thing is of: 已落地的澳门投资项目."""
MAINLAND = frozenset({"内地", "大陆", "中国内地", "中国大陆", "国内"})
