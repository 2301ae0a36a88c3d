"""What a noun phrase is freed of: the setting, the base of a comparison, a threshold behind it."""

from __future__ import annotations

from flows.extract.windows import Window
from flows.patterns import lazy

SHARE_OF = lazy(r"(?:约占|占到|占据|(?<!市)占(?!有率|股))[^，。；占]{0,20}$")
BECAUSE = lazy(
    r"^，?(?:因为?|由于|得益于|受益于|受惠于|受(?![理益访训灾伤害众聘让托助检教审]))[^，。；]{2,40}$"
)
"""A cause before the verb is no thing measured: 因政策红利达到…."""
LED_BY = lazy(r"^，?(?:因为?|由于|得益于|受益于|受惠于|受(?![理益访训灾伤害众聘让托助检教审]))")
GROWN = lazy(r"(?:增长|增加|上升|上涨|提升|提高|下降|下跌|减少|下滑|回落|成长)(?:了|约|近|超过?|逾)*$")
"""A cause that the number itself belongs to: 受惠于旅客按季增加8%."""
BY_MEANS = lazy(r"(?:通过|凭借|依托)[^，。；]{2,40}?(?=(?:实现|保持|取得|达成)[了着]?)")
"""The means by which something has grown: 通过“算力+场景”战略实现年均35%的增速."""
COMPARED = lazy(
    r"(?:[相而]比|(?<![同环占对])比，?|较|相较于?|(?<!参)与|(?<![合共协])同(?![等类款档样级种一]))[^，。；]{0,16}?(?=增(?![值材量])|升|降|下(?![届期次轮批代一])|上(?![届期次轮批代一])|提|多(?![数模元])|少(?![数年儿])|高(?![技新端校铁速等级质])|低(?![空碳保压端温])|减|扩|缩|回|收窄|翻|涨|跌|快(?![递手])|慢|持平)"
)
IN_WHOLE = lazy(r"在，?[^，。；在]{1,12}(?:中|里|内|当中)的?$")
"""The whole before the word of a share: 年轻用户在新增用户中占六成."""
FASTER = lazy(r"(?:高出|高于|低于|快于|慢于|超出|跑赢|领先|落后)，{0,2}[^，。；的]{1,20}$")
"""What points are more than: 快于出口整体增速1.4个百分点."""
SPEED = lazy(r"(?:整体|总体|平均)?(?:增速|增幅|增长|速度)(?:更|要)?[快慢高低](?:出|了|约|近)*$")
"""How growth is compared (外贸增速快3个百分点): what grew is meant."""
RECOVERED = lazy(r"，?(?:恢复|回升|回落|修复)(?:至|到|了)[^，。；]{0,20}的?$")
"""An earlier level that a percentage is of: 恢复至2019年同期的88%."""
LEVEL_OF = lazy(
    r"(?:降|跌|减|缩|压缩|压减|下调|上调|提高|提升|升|增)(?:低|少|小|短)?(?:至|到|为)了?(?:仅|只)?[^，。；]{1,10}的$"
)
"""The level that a part is of: 价格降至首发价的十分之一."""
RECKONED = lazy(
    r"按(?:照)?(?:(?:现行?)?价格?|[当上]年价格?|可比价格?|不变价格?|可比口径|同口径|年率|美元|人民币|[^，。；按]{0,6}(?:汇率|人口|面积))"
    r"(?:计算?|折算|测算|计价|比较?)?，?"
)
"""How growth is reckoned, no thing measured: 按现价计算."""
OF_BASE = lazy(
    r"(?:[仅约只]?[为是]|(?:[只仅]|(?<=[度量本价率速]))有|约|相当于|超过|不及|不到|接近)，?[^，。；为是]{1,14}的$"
)
ON_GROUND = lazy(
    r"在[^，。；在]{1,24}的(?:高?基数|基础|背景|前提|条件|情况|情形|形势|环境|带动|推动|拉动|支撑|支持|影响|作用|助力|加持|帮助|引领|驱动)"
    r"(?:之?[上下])?，?|在?[^，。；在]{0,8}基础之?上，?"
)
"""The ground on which something has moved, no thing measured: 在上年高基数的基础上增长."""
ALONE = lazy(
    r"^[，、；]?\s?每(?:百万|千|万|百|一)?(?:输入|输出|个)?(?:[Tt]okens?|公里|吨|平方米|平米|亩|辆|台|小时|桶|克|公斤|千克|度"
    r"|千瓦时|立方米|套|件|次|张|P)(?:输入|输出)?\s?$"
)
"""A denominator and nothing else, behind a price that was told: 每百万输出tokens."""
ESTIMATE = lazy(
    r"的?(?:临时|修订|初步|最新|官方|快速|中期)+(?:估计|估算|预测|统计|核算)(?:数字|数值|值|数据|结果)?(?=[，。；]|[约为达是升跌增减上下较比同按]|$)"
)
"""How sure the figure is, no thing measured: 销货价值的临时估计下跌2%."""
STRIKING = lazy(
    r"(?:达到?|为|至|了|至|创下|录得|高达|下)*(?:创|破|刷新)?(?:历史)?(?:最高|新高|纪录|惊人|空前|罕见|史无前例|前所未有|可观|创纪录|破纪录|亮眼|历史性|高位)的$"
)
"""What is said of an amount before it: 利润达到创纪录的."""
PER_UNIT = lazy(
    r"每(?![年月日天周季股人户次位名家单夜晚届批期轮逢隔增])"
    r"(?:[\u4e00-\u9fff]{1,2}|千瓦时|[平立]方英?[米尺]|平方公里)(?<![派付交缴发送补奖惠收费增减超])(?:约|近|超过?|逾|达)*$"
)
"""What a price is of, right before it: 铜价突破每吨1万美元."""
FORMER = lazy(
    r"(?:从|由|到|至)(?:过去|原来|以往|传统|原先|此前|之前|最初|当初|现在|目前|如今|上一代|上代|前代|现有|当前)(?:的|模式|方式|水平)*$"
)
"""What was before or is now (从过去的三周降到现在的两天), no thing measured."""
MEMBERS = lazy(
    r"，[二两三四五六七八九十](?:(?:省区市|省市|省份|省|城市|市|地|城|区|县|国|家)(?=占|合计|共|均|累计|总)"
    r"|(?:省|市|城|地|区|县)(?![大长级场间民]))|，地区(?!生产总值|总?产值|GDP|经济|总部|间|性|级|差)"
)
"""How many the names before are (甲、乙两省占比…), or their land (甲地区企业…): no part of a noun."""
FIRM_HEAD = lazy(r"^(?![^的，。；]{0,20}[中里])[^，。；]{4,30}的([^，。；、的]{0,10}(?:企业|公司))")
"""The firms behind what is said of them: 20家技术能力处于领先水平的龙头企业."""


SET_AT = lazy(r"定(?:在|于|为)[^，。；0-9]{2,10}的$")
"""Where in a range a price was set: 招股价定在区间底部的."""
APART_OF = lazy(r"(?:剔除|扣除|排除|不考虑|不计)[^，。；]{1,14}?(?:后|因素|影响)+，?")
"""What is left out of a reckoning: 剔除该因素后同比增长4%."""
APART_FROM = lazy(r"[和与跟同距][^，。；]{1,14}?(?=[只仅还就相尚]相?差)")
"""Whom one lies apart from, no thing measured: 和北美只差7%."""
IN_TIME = lazy(r"(?<![所存现内外潜正实自旨好])在的")
"""What a time between leaves of its own words, as times are masked: 市场在（2021年）的规模."""
IN_TIME_OF = lazy(
    r"(?<=[\u4e00-\u9fff])(?<![所存现内外潜正实自旨好])在(?=(?:总|市场|产业|整体|核心)*(?:规模|产值|总量|总额|营收|收入|增加值|产量|销量|[进出]口)[^，。；的上中里内]{0,8}$)"
)
"""The same without 的: 低空经济在（2023年）规模超."""

HELD_IN = lazy(
    r"^，?[^，。；、的内里]{1,9}(?<!公)[内里]"
    r"(?:现|已经?|还|共|累计|总共|先后)*(?:集聚|聚集|汇聚|聚拢|汇集|拥有|入驻|落户|建有|设有|建成|引进|有)[了着]?(?!$)"
)
"""In what the things counted are, and that they are there: 园区内集聚企业."""


TIME_IN = lazy(
    r"^，?内(?=会|将|要|拟|引进|培[养育训]|服务|建成|实现|新增|营收|产值|[^，。；]{0,10}(?:产业|年销|销售))"
)
"""What a time within which something is done leaves of its own words: （三年）内引进企业500家."""


def without_setting(before: str) -> str:
    """The text before a number without rivals, causes, ways of reckoning, counts of members, denominators."""
    if "比" in before or "较" in before or "与" in before or "同" in before:
        before = COMPARED.sub("", before)
    if BECAUSE.match(before):
        before = LED_BY.sub("", before) if GROWN.search(before) else ""
    if ("在" in before and "的" in before or "基础上" in before) and ON_GROUND.search(before):
        before = ON_GROUND.sub("", before)
    if "通过" in before or "凭借" in before or "依托" in before:
        before = BY_MEANS.sub("", before)
    if "后" in before or "因素" in before:
        before = APART_OF.sub("", before)
    if "估" in before or "初步" in before:
        before = ESTIMATE.sub("", before)
    if "按" in before:
        before = RECKONED.sub("", before)
    if before.endswith("的"):
        before = SET_AT.sub("", STRIKING.sub("", before))
    if "内" in before or "里" in before:
        before = HELD_IN.sub("", TIME_IN.sub("", before))
    if "有机会" in before:
        before = before.replace("有机会", "")
    if "差" in before:
        before = APART_FROM.sub("", before)
    if "在的" in before:
        before = IN_TIME.sub("的", before)
    elif "在" in before:
        before = IN_TIME_OF.sub("", before)
    if "，" in before:
        before = MEMBERS.sub("，", before)
    if "每" in before:
        priced = PRICED.match(before)
        before = priced[1] if priced else PER_UNIT.sub("", ALONE.sub("", before))
    if "从" in before or "由" in before or "到" in before or "至" in before:
        before = FORMER.sub("", before)
    return before


def without_base(before: str, unit: str | None) -> str:
    """The text before a rate without the whole, the level or the rival that it is measured by."""
    if "市场" in before and "在" in before:
        before = IN_MARKET.sub("", before)
    if "占" in before:
        shared = SHARE_OF.sub("", before)
        before = IN_WHOLE.sub("", shared) if shared != before else before
    if before.endswith("的"):
        before = LEVEL_OF.sub("", OF_BASE.sub("", before))
    if "恢复" in before or "回升" in before or "回落" in before or "修复" in before:
        before = RECOVERED.sub("", before)
    if "以" in before or "按" in before or "凭" in before:
        before = BY_RATE.sub("", before)
    return SPEED.sub("", FASTER.sub("", before)) if unit in {"percent", "multiple"} else before


BY_RATE = lazy(
    r"(?:预计|料|有望|或|将|正)*[以按凭](?:约|年均|每年|年|平均|复合)*(?:增长率|增速|增长速度|成长率|CAGR)(?:约|为)*$"
)
"""The rate by which something moves, before its number: 规模预计以年复合增长率38%扩张."""


IN_MARKET = lazy(r"(?:^|(?<=，))在[^。；在]{0,12}?市场[上中里]?，?")
"""Where somebody does business, no thing measured: 在中东市场增长52%."""
PRICED = lazy(
    r"(.*(?:价格?|费用?|租金|月租|标准|工资|薪|密度|拥有量|保有量|强度))(?:达到?|为|约|已|变更|调整|下调|上调|降|低|至|仅|由|从)*每(?![年月季周])[^，。；每]{1,14}(?:每[年月日天])?$"
)
"""A price before its denominator: 均价每吨, 价格每百万tokens输入."""
THRESHOLD = lazy(
    r"^[^，。；、]{0,8}?(?:(?:超过?|过|逾|达|在)?[0-9一二三四五六七八九十百千万亿.余多]+"
    r"(?:(?:[万亿]?[美港欧]?元|万?吨|万?人|亩|平方米)(?:以上|及以上|级|以下)*|(?<=[十百千万亿])级(?:及?以上)?)"
    r"|[超过逾][十百千]?[万亿](?![元吨人]))的?"
)
"""A limit that leads a noun phrase: 营收过亿元企业, 投资10亿元以上项目."""


def without_threshold(after: str) -> str:
    """The text behind a number without a limit that leads its noun phrase."""
    if not after:
        return ""
    after = after.removeprefix("级")
    if "级" in after[:LEVEL]:
        after = LEVEL_UP.sub("", after)
    limit = THRESHOLD.match(after)
    after = after[limit.end() :] if limit else after
    passed = PASSING.search(after)
    return after[: passed.start()] if passed else after


PASSING = lazy(
    r"(?:年|总)?(?:投资|营收|产值|估值|市值|净?利润|收入|销售|融资|规模|研发投入|亏损)额?(?:超过?|过|逾|突破)[0-9十百千万亿]"
)
"""What the counted things have more of than a limit: 12个项目投资过亿元."""
LEVEL_UP = lazy(
    r"^(?:地市?|县区?|区县?|省部?|副省|部省?|市厅?|厅|州|国家|世界|城市|行业|企业|园区|街道|社区)级(?:及以上|及以下|以上)的?"
    r"|^(?:城市|行业|企业|园区|街道|社区)级(?=[^，。；的]{2})"
)
LEVEL = 4
"""Code points in which the level ends that opens a noun phrase: 副省级."""


OF_BEFORE = lazy(r"的[^，。；]{1,10}?(?:[和与及、]|以及|(?:完成|获得?|拿下|募|融)了?)(?:约|近|超过?|逾)*")
"""The noun of the number before and what leads to the next one: 100亿元的营收和50亿元的利润."""
NEXT_ITEM = lazy(r"[^，。；的]{1,12}?(?:[和与及、]|以及)(?:约|近|超过?|逾)*")


def is_of_before(before: str, window: Window) -> bool:
    """Is what stands before a number the noun of the one before, and what leads on (50个场景和300亿元)?"""
    if OF_BEFORE.fullmatch(before):
        return True
    head = window.clause.split("#", 1)[0]
    if NEXT_ITEM.fullmatch(before) is None or len(head) <= len(before):
        return False
    return head[: -len(before)].rstrip(UNITS)[-1:].isdigit()


UNITS = "亿万元个项名家座倍%辆台款件吨吉兆千瓦时平方米公里亩立架条套艘枚片颗种支所处间张株头只"
"""Characters of the units of a list of amounts: 12吉瓦光伏组件、3万吨碳纤维."""

RECKONED_BY = lazy(r"的?(?:最新|跟踪)?(?:统计|监测|测算|调查|调研|研究|数据|报告)")
"""What follows the house whose kind the clause before names (国内机构某某统计，…)."""
