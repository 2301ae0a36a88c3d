"""The part that a place plays by the text directly before it and behind it."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.edges import is_han
from flows.extract.entities.mention import ZONES, Mention
from flows.extract.levels import LANDS
from flows.extract.subject.compared import MULTIPLE_OF, PART_THERE, compared, is_its_multiple
from flows.extract.subject.firsts import is_of_first
from flows.extract.subject.titled import STRUCK, is_in_title
from flows.extract.subject.ways import is_traded, way_role
from flows.patterns import Pattern, lazy

BASE = lazy(r"占(?:到|据|了|全部|整个|比|当[时年月期季]|同期|[今去上]年|其|其在|公司|全)*$")
BASE_BEFORE = lazy(
    r"占[^，。；、0-9]{1,16}(?:[0-9.]+%|[0-9一二三四五六七八九]成|分之[一二三四五]|半)(?:以上|左右|多|强)?[、，和及与]$"
)
"""Before the next whole of which something is a part too (占北京的73.3%、全国的26.2%)."""
BASE_HERE = lazy(
    r"(?:市|省|区|县)?(?:总[量数额])?的(?:约|近|超过?|逾|将近)?(?:[0-9.]+%|[0-9一二三四五六七八九]成|[0-9一二三四五六七八九十]+分之|一半|半)"
)
WIDE = frozenset({"nation", "world", "country", "province", "continent", "group"})
SCOPE_BEFORE = lazy(
    r"(?:位居|位列|稳居|跃居|高居|居|列|排名|排|跻身|进入|迈入|名列|在|为|是|占|领跑|全|达|超过?|高于|低于|快于)$"
)
SCOPE_AFTER = lazy(
    r"(?:的|[各大]?(?:省|市|区|省市|城市|同类城市|省会城市|副省级城市|地级市|县市|范围|行业|主要城市|同行业|省份|各省|省区市|省市自治区|自治区|直辖市|同业|地区|区域|省会|各省会|同类|企业|厂商|公司|品牌|高校|院校|[\u4e00-\u9fffA-Za-z]{0,8}市场)?[中内里]?)*"
    r"(?:排名|排在|排|位列|位居|居(?!民|住)|第[0-9一二三四五六七八九十廿](?!十?季|十?[届期批轮]|产业)|[0-9]{1,4}[位名]|TOP[0-9]{1,3}(?=[，。；、]|$)|首[位个批款家创座条支例套次台部只艘]|前列|前[0-9一二三四五六七八九十百]|领先|之首|最|唯一|百强|榜首|占比|市场份额|(?:市场)?占有率|市占率|份额|平均|均值|总量的|总数的|总额的)"
)
RANKED_IN = lazy(r"(?:位居|位列|列|排名|排行|排在|排|名列|居)(?:于|在)?$")
PLACE_AFTER = lazy(
    r"(?:同行业|同类|行业|省份|城市|高校|民企|企业)?[0-9]{1,4}[位名强](?!院士|教授|专家|学生|职工|员工)"
)
"""A rank behind the land that it is counted in (排名全国27位)."""
AMONG = lazy(r"(?:省|市|县)?(?:各?(?:县区|区县|县市区?|市县|设区市|地市)|各城区)[中内里之]?")
AMONG_OPENS = frozenset("省市县各区设地城")
FIRST_OF = lazy(r"首(?:个|家|座|条|款|支|例|台|部|只|艘)")
OPENS = lazy(r"(?:^|[，。；：！？“、\n])$")
TITLE_OF = lazy(
    r"[^，。；、0-9]{2,12}(?:高地|示范基地|策源地)(?=[，。；、和]|$)|(?:人口|经济|农业)普查"
    r"|试点(?:经验|改革|任务|示范)|总部|一体化|重点实验室|文明(?:城市|村镇|单位)|劳动模范|劳模|工商联|人大|政协|统一大市场"
)
"""What stands behind 全国 in titles that things bear: 全国重点实验室 are a place's own."""
AMID = lazy(r"[^，。；0-9]{1,12}中[^，。；0-9]{0,4}(?:占|排|位|居)")
DATELINE = lazy(r"(?:市|省)?(?:(?:\d{1,4}年)?\d{1,2}月\d{1,2}日(?:综合)?[电讯消]|报道(?=[\s，。：]|$))")
"""What follows the place that a report is filed from (某某社北京3月4日电)."""
ABROAD = ("国际/", "国际及", "国际和", "国际、", "国际与", "国际或")
"""What joins a group of regions to 国际 in names of lines of business (国际/某某快递业务量)."""
RANK_BEHIND = lazy(
    r"(?:地区|各省|城市)?(?:首位|首[个家]|榜首|居首|第[0-9一二三四五六七八九十廿]{1,3}(?!产业|季|批|个|届|条|大))"
)
"""A rank directly behind the land that it is counted in (智能工厂数量西部第一)."""
ISSUED = (
    "发售", "公开发售", "公开认购", "主板", "配售", "发行", "公开发行", "招股", "首发",
    "首款", "首个", "首创",
)  # fmt: skip
"""What stands behind 全球 where it names no place: 全球发售3358万股."""
SEAT_OF_ALL = lazy(
    r"(?:研发|运营|创新|采购|结算|制造|生产|供应链)?(?:总部|中心|基地)"
    r"(?:项目|落户|落子|落地|揭牌|启用|投用|投产|签约|开工|[一二三]期|及|和|[，。；、（”])|(?:招商|合伙人|开发者|合作伙伴)大会"
)
"""The same in the names of what one firm or place has for all the world: 全球研发中心项目."""
BUILT = lazy(r"(?:建成|打造|打造成|成为|作为|列为|获批|争创|争当|确立|迈向)(?:了|为|一批)?$")
"""What stands before 全国 in goals and titles: 建成全国人工智能高地, 作为全国试点."""
REACHES = lazy(
    r"(?:约|近|超过?|逾)?[0-9]+[多余]?个?(?:重点|主要|大型|中心|节点|沿海)?(?:城市|国家|地区|港口|机场|省份?|市场|枢纽)"
)
"""Behind the land of places some of which are listed before it, to which something reaches."""
BOUGHT_FROM = (
    "引进", "引进了", "购置", "购入", "采购", "进口", "采用", "使用", "配备", "购买",
    "引入", "引入了", "选用", "安装",
)  # fmt: skip
AVERAGE = lazy(r"平均(?:水平|值)?的?(?:约|近)?[0-9]")
"""What a place is compared with, told with its figure: 高于全国平均的2.7%."""
BRANDED = lazy(r"[\u4e00-\u9fffA-Z]{1,2}谷")
"""What stands behind 中国 in the names that cities give to their zones: 中国声谷, 中国V谷."""
PARTNER_OF = lazy(
    r"(?:的)?第[一二三四五六七八九十]大(?:贸易|外贸|出口|进口|投资|外资)[^，。；]{0,4}(?:伙伴|市场|来源|目的)"
)
"""Behind the land whose partner another one is: 东盟是甲省第一大贸易伙伴."""
OUTSIDE = ("之外", "以外", "之余")
"""Behind a place that a sentence turns away from: 甲市之外，…."""
PULLED = ("拉动", "带动", "拉高", "拉低", "拖累")
PULLED_BY = lazy(r"[^，。；0-9]{0,14}[0-9.]+个百分点")
"""Around the whole that a part of it pulls up: 拉动全市增长1.9个百分点."""
QUALITY = lazy(
    r"(?:范围内)?(?:的|性|化|重要|较强|较大|核心)*(?:影响力|竞争力|知名度|美誉度|话语权|辐射力|引领力|号召力|示范性|代表性|意义|声誉|影响的)"
)
"""What things have beyond their place: 具有全国影响力的企业."""
FAMED = lazy(
    r"(?:范围)?内?(?:(?:具?有|最具|颇具|富有)(?:重要|较大|较强|一定|广泛)*(?:国际|区域)?(?:影响力|竞争力|知名度|美誉度|特色|代表性|辐射力)"
    r"|(?:领先|一流|知名|顶尖|先进)(?:水平)?的)"
)
"""What makes the land before it a measure of fame: 培育省内有影响力的企业10家."""
LAND_OF_RANK = frozenset({"country", "continent"})
JOINED = ("和", "及", "与", "是", "为", "而", "但")
LARGE = frozenset({"nation", "world", "continent", "group"})
RANKED_BEFORE = lazy(r"第[0-9一二三四五六七八九十]{1,3}[名位]?、$")
HOLDS = lazy(
    r"(?:拿下|占据|占有|获得|斩获|包揽|囊括|坐拥|集聚|汇聚|聚集|聚拢|集中|吸引|承载|承担|贡献|拥有|创造"
    r"|用于|应用于|装备|配套|用掉|消耗|耗用|占用|接入|覆盖|服务|触达|惠及|连接|渗透|供给|产出|供应|生产|撑起|扛起|消化|消纳|完成|提供)[了着]?$"
)
PART_BEHIND = lazy(
    r"(?:市|省|区|县)?(?:约|近|超过?|逾)?(?:[0-9.]+%|[0-9一二三四五六七八九]成|[0-9一二三四五六七八九十]+分之|一半|半数|[超过大]半数?)"
)
"""A part of the whole before it: 集聚全市68%的企业."""
PART_LATER = lazy(
    r"[^，。；0-9]{0,14}(?:市场|份额|总量|产能|产量|需求)的(?:约|近|超过?|逾)?(?:[0-9.]+%|[0-9一二三四五六七八九]成)"
)
"""The same behind the market that it is a part of: 拿下全球云市场的63%."""
PART_ALONE = lazy(
    r"(?:约|近|超过?|逾)?(?:[0-9一二三四五六七八九]成(?:多|以上)?|[0-9一二三四五六七八九十]+分之[一二三四五六七八九]"
    r"|一半|半数)(?=[，。；、（）]|$)"
)
"""A part of the land before it, of which nothing more is told: 企业数量全国四成."""
AT_START = lazy(r"(?:^|[，。；：\n]|[年月日度])$")
"""Before 全国平均 where that is what a sentence speaks of, and nothing is compared with it."""
RANKED_AS = lazy(r"(?:为|是|成为|居|位居|位列|跃居|稳居|跻身|成)$")
RANK_OF = lazy(r"[^，。；0-9]{1,14}?第[0-9一二三四五六七八九十]+大?")
"""…为中国新能源第一大市: the land is what the rank is counted in."""
COUNTED = lazy(r"[0-9一二三四五六七八九十][余多]?[家个]$")
"""Before a kind of zones of which a place has so many: 东部103家国家级经开区."""
SURVEYED = lazy(r"的?[0-9][^，。；]{1,20}?(?:调[查研]|问卷|访谈|抽样|走访)")
"""Behind the place whose people or firms are asked: 对全国2300家企业的问卷."""
GOES = ("在", "赴", "于")
GOES_PUBLIC = ("挂牌", "上市", "敲钟", "主板", "招股", "两地上市", "二次上市", "双重上市")
"""What a firm does at the place of an exchange."""
RANKED_THERE = lazy(
    r"(?:地区|范围内)?(?:则|始终|一直|均|都|仍|更|也|已|常年|连年)*(?:排名?|排在|位居|居|位列|列|名列|稳居|高居)?(?:为|是|在)?"
    r"第[0-9一二三四五六七八九十]{1,3}(?!产业|季|批|个|届|条|大)"
)
"""Behind 在 and the land that a rank is counted in: 在西部则是第1, 在全国均排第五."""
RANK_TAKEN = lazy(
    r"(?:排在|排到|排进|位居|位列|稳居|跃居|高居|居于?|列于|名列|排名?|稳坐|坐稳|坐上|成为|升至|跃升至|跻身|夺得|摘得|蝉联)$"
)
RANK_THERE = lazy(
    r"(?:市|省|区|县)?(?:[0-9]{1,3}个)?[\u4e00-\u9fff（）、]{0,9}?(?:第[0-9一二三四五六七八九十廿]{1,3}(?!产业|季|批|个|届|条)|首位|榜首|头名|前[0-9一二三四五六七八九十]{1,3}[位名强]?|前列)"
)
"""What stands behind the place in which a rank is counted."""
LOOKED_AT = lazy(r"[^，。；]{0,20}?(?:来看|来说|看|而言)，")
"""Behind what a sentence looks at: 从全国的专利申请量来看，…."""


POINTED_AT = lazy(r"这(?:家|个|支|所)(?:总部|扎根|来自|位于|地处|设在|在|的)*$")


@lru_cache(maxsize=1)
def _firm_there() -> Pattern:
    """Behind the place that the firm is from: 这家甲市机器人企业."""
    kinds = f"{alternation('firm_noun')}|{alternation('firm_kind')}|研究院|大学|医院"
    return lazy(rf"(?:市|省|区|县)?[^，。；：、0-9]{{0,10}}?(?:{kinds})")


def region_role(mention: Mention, before: str, after: str) -> str:
    """The part of a place, or of a word for one (全市), by the text directly before it and behind it."""
    if "占" in before and (BASE.search(before) or BASE_BEFORE.search(before) and BASE_HERE.match(after)):
        return "base"
    if ("日" in after or "报道" in after) and DATELINE.match(after) or is_in_title(mention, before, after):
        return "title"
    return (
        way_role(before, after)
        or passed_by(mention, before, after)
        or field_of_part(before, after)
        or in_name_or_goal(mention, before, after)
        or whole_or_source(mention, before, after)
        or field_of_rank(mention, before, after)
        or land_of_first(mention, before, after)
        or field_of_place(mention, before, after)
        or asked_or_measured(mention, before, after)
        or compared(before, after)
        or ("origin" if is_traded(before) else "subject")
    )


def passed_by(mention: Mention, before: str, after: str) -> str | None:
    """A place that the sentence turns away from (甲市之外), that a firm spoken of is from (这家甲市企业), or
    on whose exchange a firm is (在港挂牌).
    """
    if after.startswith(OUTSIDE):
        return "object"
    if "这" in before[-8:] and POINTED_AT.search(before) and _firm_there().match(after):
        return "title"
    public = after.startswith(GOES_PUBLIC) and (before.endswith(GOES) or mention.surface.startswith(GOES))
    return "origin" if public else None


def field_of_part(before: str, after: str) -> str | None:
    """The whole among which something has its part or its rank (在全国占四成, 各区县中)."""
    there = before.endswith("在")
    if there and (PART_THERE.match(after) or RANKED_THERE.match(after)):
        return "scope"
    among = after[:1] in AMONG_OPENS and AMONG.match(after) or there and AMID.match(after)
    return "scope" if among else None


def in_name_or_goal(mention: Mention, before: str, after: str) -> str | None:
    """A land in a title or a name (全国重点实验室, 中国声谷), in a goal (建成全国高地), as a measure
    of fame (具有全国影响力); or whose rank stands in a list before its own (第3名、全国第…).
    """
    if mention.level in LANDS and mention.surface != "我国" and TITLE_OF.match(after):
        return "title"
    offered = after.startswith(ISSUED) and mention.surface in cue_words("offering_part")
    offered = offered or mention.level == "world" and SEAT_OF_ALL.match(after) is not None
    if mention.surface == "国内外" or offered:
        return "title"
    if mention.level in LARGE and (BUILT.search(before) or before.endswith("等") and REACHES.match(after)):
        return "object"
    if mention.level in {"nation", "world"} and (STRUCK.search(before) or QUALITY.match(after)):
        return "object"
    if mention.surface == "中国" and BRANDED.match(after):
        return "title"
    wide = mention.kind == "self" or mention.level in WIDE
    if wide and FAMED.match(after) and is_han(before[-1:] or "，"):
        return "object"
    ranked = mention.level in LARGE and RANKED_BEFORE.search(before) and SCOPE_AFTER.match(after)
    return "scope" if ranked else None


def whole_or_source(mention: Mention, before: str, after: str) -> str | None:
    """The whole of a part (集聚全市68%的企业), what it pulls up, or the land that things are bought from."""
    if HOLDS.search(before) and (PART_BEHIND.match(after) or PART_LATER.match(after)):
        return "base"
    if mention.level in LANDS and is_han(before[-1:] or "，") and PART_ALONE.match(after):
        return "base"  # 数量近全国一半
    if before.endswith(PULLED) and PULLED_BY.match(after):
        return "object"
    if mention.level == "country" and before.endswith(BOUGHT_FROM) and is_han(after[:1] or "，"):
        return "object"  # 引进德国设备12台
    return "object" if mention.level == "group" and before.endswith(ABROAD) else None


def field_of_rank(mention: Mention, before: str, after: str) -> str | None:
    """The land in which a rank directly behind it is counted (企业数量中国第一, 西部首家)."""
    if mention.level == "group" and RANK_BEHIND.match(after):
        return "scope"
    if mention.level in LAND_OF_RANK and RANK_BEHIND.match(after) and not before.endswith(JOINED):
        if is_han(before[-1:] or "，"):
            return "scope"
    if mention.level in WIDE and FIRST_OF.match(after) and OPENS.search(before):
        return "scope"
    return None


def land_of_first(mention: Mention, before: str, after: str) -> str | None:
    """The land whose mean is told or compared with, or of whose first ones is told (全球前十大厂商)."""
    if mention.level in WIDE and AVERAGE.match(after) and compared(before, after):
        return "comparand"
    if "前" in after[:3] and OPENS.search(before) and is_of_first(mention.level, after):
        return "subject"
    if mention.level in LARGE or mention.level == "country":
        if after.startswith("平均") and AT_START.search(before):
            return "subject"
        if "第" in after and RANKED_AS.search(before) and RANK_OF.match(after):
            return "scope"
    return None


def field_of_place(mention: Mention, before: str, after: str) -> str | None:
    """The land in which somebody takes a place (位居甲市主城区首位, 居全省第二), unless another is but its
    partner (东盟是甲省第一大贸易伙伴).
    """
    if RANK_TAKEN.search(before) and RANK_THERE.match(after):
        return "scope"
    if mention.level not in WIDE and mention.kind != "self":
        return None
    if PARTNER_OF.match(after):
        return "subject"
    whole = mention.level in {"nation", "world"} or mention.kind == "self"
    if SCOPE_AFTER.match(after) and (whole or SCOPE_BEFORE.search(before)):
        return "scope"
    return "scope" if PLACE_AFTER.match(after) and RANKED_IN.search(before) else None


def asked_or_measured(mention: Mention, before: str, after: str) -> str | None:
    """Zones that are counted (东部103家国家级经开区), a place asked or looked at (从全国来看), or whose
    multiple another one is.
    """
    if mention.surface.startswith(ZONES) and (COUNTED.search(before) or is_han(before[-1:] or "，")):
        return "object"
    if before.endswith("对") and SURVEYED.match(after):
        return "subject"
    if "的" in after[:2] and MULTIPLE_OF.match(after) or is_its_multiple(before, after):
        return "comparand"
    return "subject" if before.endswith("从") and LOOKED_AT.match(after) else None
