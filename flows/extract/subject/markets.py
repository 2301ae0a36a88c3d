"""Accounts by market: 大中华区营收 and 北美销量, in an article about a firm, are the firm's."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.extract.outline import Topics
from flows.extract.subject.homes import with_own_money
from flows.extract.subject.subjects import Scene, Subject
from flows.patterns import lazy

LANDS = frozenset({"nation", "country", "continent", "group", "world"})
ACCOUNT = lazy(
    r"(?:地区|区域|区|市场|大区|业务|分部|及其他地区)?(?:的|总|净|整体|季度|当季|全年|单季|同期|第[一二三四]季度?|业务|销售|服务|注册|签约|租金|物业|航线|零售|批发|餐饮|酒店)*"
    r"(?:营收|营业收入|收入|收益|营业额|同店销售|销售额|销售净额|净?销售收入|营业利润|经营利润|营运利润|净?利润|毛利|销量|交付量?|出货量?|订单|门店|会员|网点|经销商|加盟商|代理商|解决方案|员工|雇员|工厂|付费用户|市占率?|市场份额|市场占有率|份额)"
    r"(?!分配|水平)"
)
"""What a firm has in a land, directly behind it; a land has none."""


def market_of_firm(scene: Scene, subject: Subject, last: Subject, topics: Topics) -> Subject:
    """The firm that the article or the sentence is about, where a land only tells where it earns."""
    spread = firm_by_market(scene, subject, last, topics) or firm_of_shops(scene, subject)
    if spread:
        return Subject(firm=spread, rule="market of the firm")
    spoken = None if last.regions else last.firm
    about = None if topics.headline.regions else topics.headline.firm
    firm = spoken or about if about or is_same_part(scene) else None
    if firm is None or subject.firm or subject.model:
        return subject
    named = scene.eligible(scene.floor, scene.number.start) if subject.regions else []
    if not named or not is_land(named[-1]) or any(m.kind != "region" for m in named):
        return subject
    listed = named[-1].end == scene.number.start and is_in_spread(scene)
    listed = listed or scene.text.endswith("在", 0, named[-1].start) and has_there(named[-1], scene.text)
    if listed or ACCOUNT.match(scene.text, named[-1].end, scene.number.start):
        return Subject(firm=firm, rule="market of the firm")
    return subject


def is_same_part(scene: Scene) -> bool:
    """Does the sentence go on from the claim before without a new part?"""
    between = scene.text[scene.since : scene.number.start]
    return scene.since > scene.sentence.start and "；" not in between


HAS_THERE = lazy(
    r"(?:[^，。；0-9]{0,14}?(?:市场|领域|行业|赛道))?(?:[中上内里的]|已|累计|共|合计|也|还|则|均|约|市占率|份额|占有率)*"
    r"(?:占|有|持有|设有|设立|开设|开出|布局|申请|获得?|获批|部署|建有|交付|卖出|销售|投放|运营|服务|雇|市占率|份额|占有率)"
)
"""What a firm has or does in a land: 在全球已申请专利1500项, 在国内AI加速卡市场约占1.4%."""


def has_there(land: Mention, text: str) -> bool:
    """Does the text tell what somebody has or does in the land?"""
    return HAS_THERE.match(text, land.end) is not None


SPREAD = lazy(
    r"[分按](?:地区|区域|市场|国别|国家)(?:来)?看|(?:海外|境外|国际|各大?|主要)市场(?:[里中上]|方面)?，"
)
"""How a sentence opens that goes through the markets of a firm."""


def is_in_spread(scene: Scene) -> bool:
    """Does the sentence go through the firm's markets, whose names stand right before their amounts?"""
    if SPREAD.search(scene.text, scene.sentence.start, scene.number.start):
        return True
    lands = [m for m in scene.sentence.mentions if m.end < scene.number.start and is_land(m)]
    return any(ACCOUNT.match(scene.text, m.end, scene.number.start) for m in lands)


SHOPS = lazy(
    r"(?:直营|加盟|连锁|实体|线下)*(?:门[店市]|分店|店铺|餐厅|卖场|专卖店|影[院城]|营业部|药店|超市)"
)


def firm_of_shops(scene: Scene, subject: Subject) -> tuple[str, str] | None:
    """The firm that opens the sentence, whose shops in all the land are counted (甲公布，全国11家门店…)."""
    if not subject.regions or subject.firm or not SHOPS.match(scene.text, scene.number.end):
        return None
    told = [m for m in scene.sentence.mentions if m.end <= scene.number.start and m.role == "subject"]
    if len(told) < 2 or not is_land(told[-1]) or told[-1].end != scene.number.start:
        return None
    opens = told[0].level == "firm" and told[0].start - scene.sentence.start <= OPENS
    return (told[0].ids[0], told[0].names[0]) if opens else None


OPENS = 2
"""Code points before the name of a firm with which its sentence opens, at most."""


def is_land(mention: Mention) -> bool:
    """Is it a land, or a part of one that has a currency of its own (香港营业额)?"""
    return mention.level in LANDS or bool(mention.ids) and mention.ids[0] in with_own_money()


BY_MARKET = lazy(
    r"(?:地区|区域|国家|大区|市场)(?:的|来看|看|分布|划分|，)*[^，。；0-9]{0,4}(?:营收|营业收入|收入|销售额|销量|出货量)"
    r"|(?:营收|营业收入|收入|销售额|销量|出货量)(?:来源)?(?:的|按|分)*(?:地区|区域|国家|市场)"
)
"""What tells that a firm's sales are spread over its markets: 各地区的营收."""
HOLDS = lazy(
    r"(?:市场|地区|大区)?的?(?:营收|收入|销售额|销量)?(?:占比?|比重|份额|贡献|为|达|约|到|了|以|，)*"
)


def firm_by_market(
    scene: Scene, subject: Subject, last: Subject, topics: Topics
) -> tuple[str, str] | None:
    """The firm whose sales the sentence spreads over lands, where the subject found is one of these."""
    if not subject.regions or subject.firm or scene.number.unit not in {"percent", "rank"}:
        return None
    named = [m for m in scene.sentence.mentions if m.kind == "region" and m.end <= scene.number.start][-1:]
    if not named or not is_land(named[0]):
        return None
    head = scene.text[scene.sentence.start : named[0].start]
    if not BY_MARKET.search(head) or not HOLDS.fullmatch(scene.text, named[0].end, scene.number.start):
        return None
    told = [m for m in scene.sentence.mentions if m.kind == "firm" and m.end <= named[0].start]
    told = [m for m in told if m.role == "subject"]
    if told:
        return told[0].ids[0], told[0].names[0]
    return last.firm or topics.headline.firm
