"""What the headings and labels of a table say: whom, what, when, in which unit, or nothing of their own."""

from __future__ import annotations

import re

from flows.extract.cues import alternation
from flows.extract.metric.nouns import is_generic
from flows.extract.numbers.units import read_unit
from flows.extract.scores import SCORE, SCORE_KIND
from flows.patterns import lazy

NUMERIC = lazy(
    r"^[\s+\-−–↑↓约超逾近<>≥≤¥$￥]*[0-9０-９][0-9０-９,，.．\s]*"
    r"(?:%|％|[^0-9|。，；：]{0,8}|[^0-9|。，；：/]{1,4}/[^0-9|。，；：]{1,12})$"
)
ASIDE = lazy(r"^(.*[0-9%％\u4e00-\u9fffA-Za-z])\s*[（(][^（()）]{1,16}[)）]$")
"""What a cell says beside its value: 84.2%（+1.3%）."""
BRACKETED = lazy(r"[（(\[]\s*(?:单位[:：])?\s*([^（）()\[\]]{1,16})\s*[）)\]]\s*$")
NOT_UNIT = lazy(r"预计|目标|同比|初步|快报|估计|年底|年末|当年|[+\-]|[0-9]{2}")
PER = lazy(r"[%％‰分]|[^/]{0,8}(?:/[^/]{1,12})+|百分点|个百分点|名次|位次")
BEHIND_COMMA = lazy(r"^([^，,、\s]{2,12})[，,、\s]\s*([^，,、\s]{1,8})$")
SPREAD = lazy(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
"""The spaces that justify a short heading: 指 标."""
BARE_UNIT = lazy(r"(?<=[\u4e00-\u9fff])[±+-]?([%％‰])$")
RATE_HEAD = lazy(
    r"^(?:同比|环比|增长|(?:名义|实际)?增速|增幅|[较比](?:上|去|前)[年期月]"
    r"|占|比重|占比|份额|市场份额|市占率|市场占有率|累计同比|降幅|变化|年增长?率?$)"
)
OWN_PERIOD = lazy(r"^(?:本报告期|本期|本年|当期|当年|本月|期末|年末)(?=[比较同环]|增[长减速幅])")
CHANGED = lazy(
    r"((?:比|较|上年)(?:去年|上年)?(?:同期)?)(?:变化|变动|涨跌|升降|增减|增[（(]减[)）]|±)(?:幅度?|率)?"
)
"""How a heading says growth that may be below 0: 同比变化(%), 比上年±%."""
UNIT_HEAD = lazy(r"^(?:计量|计价)?单位$")
RANK_HEAD = lazy(
    r"^((?:上一?|去|前一?|本|今)年度?|上[月周]|上一?季度?|(?:19|20)[0-9]{2}年度?)?(?:全国|全球|世界|全[省市区]|[省国]内|综合|总)?"
    r"(?:排名|名次|位次|位序|排序|排行)(?!变|升|[增涨]|较)"
)
"""A heading of ranks, perhaps of another year: 上年排名."""
MORE_HEAD = lazy(
    r"^([较比](?:[上去前]一?[年期月季](?:同期|度|末|底)?|年初))?(?:增减|变化|变动|净增|增加|(?:名义|实际)?增量|增长(?=$))?(?:数|量|值|额)?$"
)
"""A heading of what there is more, or less, of what stands before it: 较上年, 增减."""
ADDED_HEAD = lazy(r"^(?:[较比]年初|全年|当年|当月|年内|本[年月季])?(?:新增|净增|增加|增量)(?:额|数)?$")
STOCK = lazy(r"(?:余额|保有量|存量|库存)$")
"""What is added to it is a change of it, and no thing of its own."""
MOVED_HEAD = lazy(r"^(?:排名|名次|位次|排行)(?:变化|变动|升降|较[上去]年.{0,3})$")
SCORE_HEAD = lazy(rf"^(?:{SCORE_KIND}|指数)?(?:{SCORE}|指数值?)(?:值|情况)?$")
"""A heading of scores in what the caption names."""
ORDINAL_HEAD = lazy(r"^(?:序号|编号|No\.?|#|代码)$", re.IGNORECASE)
TIME_HEAD = lazy(
    r"^(?:20[0-9]{2}年?.{0,8}|[0-9一二三四]+季度|上半年|下半年|(?:全年|[0-9]{1,2}(?:[-~—–至][0-9]{1,2})?月份?)(?:累计)?|本期|上期"
    r"|(?:本|上)?(?:年|报告期|期)(?:同期|末|初|数)?|(?:上|去)年同期|期[末初](?:余额|数)?)$"
)
TIME_LABEL = lazy(
    r"^(?:(?:19|20)[0-9]{2}(?:年|Q[1-4]|[-./][01]?[0-9]$)|[0-9]{1,2}月|第?[1-4一二三四]季度|Q[1-4]$)"
)
YEARS_HEAD = lazy(
    r"^(?:融资|完成|披露|公布|签约|交易|发生|统计|批次|公示|公告|报告|获批)?(?:时间|日期|年份|年度|月份|季度|时期|报告期|年|月)$"
)
"""The heading of a column that dates its rows."""
YEAR = lazy(r"^(?:19|20)[0-9]{2}$")
VALUE_HEAD = lazy(rf"^{alternation('value_head')}$")
LABEL_HEAD = lazy(r"指标|项目|类别|名称|领域")
TOPIC_HEAD = lazy(
    rf"^(?:主要|核心|关键|对比|比较|评测|测试|技术|基本|性能|统计|财务)?{alternation('table_corner')}$"
)
"""The heading of labels that tell what is measured, of those whom the other headings name."""
NOTE_HEAD = lazy(rf"^(?:{alternation('note_head')}|.{{1,6}}(?:代码|编号|备注|链接|网址|电话))$")
"""The heading of what says no figure."""
CHANGE_HEAD = lazy(r"^(?:变化|提升|差[距值异额]|增幅|涨幅|降幅|变动|升幅|幅度|改善)(?:幅度|率|值)?$")
CATEGORY_HEAD = lazy(r"^(?:类别|分类|大类|类型|领域|维度|板块|一级指标|方面|分项)$")
ITEM_HEAD = lazy(r"^(?:[二三]级|主要|具体)?(?:指标|项目|科目|小项|细项|内容)(?:名称)?$")
"""The heading of the labels that stand behind those of categories."""
TOTAL_LABEL = lazy(r"^(?:合计|总计|总量|小计|全部|总共|总数)$")
TIMED = lazy(
    r"^((?:19|20)[0-9]{2}(?:年?度?(?:[上下]半年|第?[一二三四1-4]季度|前三季度)|年度?(?:[0-9]{1,2}(?:[-~—–至][0-9]{1,2})?月份?)?"
    r"|\s?[QH][1-4])"
    r"(?:末|底)?|[0-9]{1,2}(?:[-~—–至][0-9]{1,2})?月(?:份|底|末)?|第?[一二三四]季度末?|[上下]半年)(?!同期|[底末初度])的?([^0-9（(].*)$"
)
"""A heading of a time and what is measured in it: 2023年出货量."""
RATED = lazy(
    r"^(.{2,10}?)((?:同比|环比|按年)?(?:增长率?|增速|增幅|涨幅|降幅|变化率?|增减)|占全?[省市县区国部]?.{0,2}比[重例]?|占比|比重|份额|同比|环比)$"
)
"""A heading of the rate of what it names: 金额占比, 销量同比."""
OF_BODIES = lazy(
    r"^指数|(?:中心|园区?|基地|基金|机构|学校|院校|大学|医院|平台|公司|银行|集团|站|馆|场)(?:总?数量?|个数|家数|总数|数)$"
)
"""A heading that begins no name with the place before it: 智算中心数量, 指数得分."""
COUNT_HEAD = lazy(r"^[^和与及占比率]{0,4}(?:数量|[个户台件项辆款条批次人]?数)$|^(?:申请|授权|公开|受理)量$")
"""A heading that counts what the caption names: 备案数, 项目数."""


def is_numeric(text: str) -> bool:
    return NUMERIC.match(text) is not None


def is_unit(text: str) -> bool:
    """Is the text a unit, whole or a rate of units (元/百万tokens)?"""
    if NOT_UNIT.search(text):
        return False
    if PER.fullmatch(text):
        return True
    bare = text.lstrip("十百千万亿")
    unit = read_unit(text, 0) or (read_unit(bare, 0) if bare else None)
    return unit is not None and unit.surface in {text, bare} or not bare


def split_head(head: str) -> tuple[str, str]:
    """A heading's name and the unit that it gives in brackets: 融资额(亿元)."""
    head = OWN_PERIOD.sub("", CHANGED.sub(r"\1增长", SPREAD.sub("", head)))
    found = BRACKETED.search(head)
    if found and is_unit(found[1].strip()):
        return head[: found.start()].strip(), found[1].strip()
    found = BARE_UNIT.search(head)
    if found:
        return head[: found.start()].strip(), found[1]
    found = BEHIND_COMMA.match(head)
    if found and is_unit(found[2]):
        return found[1], found[2]
    return head.strip(), ""


def kind_of_names(head: str) -> str:
    """Whom the cells below a heading name: a model, a firm; '' where it does not say."""
    name = SPREAD.sub("", head).strip()
    if MODELS.fullmatch(name):
        return "model"
    if PLACES.fullmatch(name):
        return "region"
    return "firm" if FIRMS.fullmatch(name) else ""


NAMED = r"(?:名称|简称|名|\s?[（(][^（）()]*[)）])?"
MODELS = lazy(rf"(?:{alternation('model_head')}){NAMED}", re.IGNORECASE)
PLACES = lazy(
    r"(?:各|所在|所属)?(?:地区|省份?|城市|省[区市]|市州?|州市|区县|县[市区]|市县|县|区|地市|地级市|国家|国家[和/]地区|地方|区域|省市区|市区县|省区市|城市群|都市圈|经济圈|经济区|经济带)"
    r"(?:名称|名)?"
)
FIRMS = lazy(rf"(?:主要|代表)?(?:{alternation('firm_head')}){NAMED}", re.IGNORECASE)


def goes_with(head: str) -> bool:
    """Does a heading say no more than a rate, a rank or a change of what the one before it names?"""
    return any(one.match(head) for one in (RATE_HEAD, RANK_HEAD, MOVED_HEAD, MORE_HEAD, ADDED_HEAD))


def is_empty(name: str, label_head: str) -> bool:
    """Does a heading name nothing of its own, so that the caption says what its numbers are?"""
    if not name or VALUE_HEAD.match(name):
        return True
    found = BRACKETED.search(name)
    if found and VALUE_HEAD.match(found[1]):
        name = name[: found.start()]
        return name == label_head or is_generic(name)
    return name == label_head
