"""The noun phrase behind a number that is its own: its head, behind what covers, grades or limits it."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.metric.behind import phrase_after
from flows.extract.metric.counted import FIRM_UNITS, counted_noun
from flows.extract.metric.metrics import COUNTS, unit_kind
from flows.extract.metric.noun_runs import WHOLE
from flows.extract.metric.outlay import is_spent
from flows.extract.metric.trimmed import FIRM_HEAD, without_threshold
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy


def noun_behind(number: Number, window: Window, before: str) -> str:
    """The noun phrase behind the number; `before` is the text before it without settings."""
    if number.unit == "rank":
        economy = ECONOMY.match(window.after)
        return economy[1] if economy else ""
    if window.after.startswith("的") and FIRST_TO.search(before) and PARTY.match(window.after):
        return ""
    tail = without_threshold(window.after)
    if unit_kind(number.unit) in COUNTS and number.written_unit:
        behind = window.clause.partition("#")[2].removeprefix(number.written_unit)
        after = counted_noun(number.written_unit, tail, without_threshold(behind))
    else:
        after = "" if is_spent(number, before, tail) else phrase_after(tail)
    if unit_kind(number.unit) in COUNTS:
        if window.after.startswith(COVERING):
            covered = COVERED.search(window.clause)
            after = phrase_after(covered[1]) if covered else after
        elif after and before.endswith(COVERING):
            after = after.split("的", 1)[0]
        if not after:
            graded_by = GRADE_AHEAD.search(window.clause)
            after = phrase_after(window.clause[graded_by.end() :]) if graded_by else ""
    whose = OWN_RATE_OF.match(window.after) if number.written_unit in FIRM_UNITS else None
    whose = whose or OWN_AMOUNT_OF.match(window.after)
    if number.unit == "percent":
        whose = whose or FIRMS_AMOUNT.match(window.after)
    if whose:
        return whose[1]
    if not after and number.written_unit in FIRM_UNITS:
        called = RECOGNISED.match(window.after)
        named = phrase_after(window.after[called.end() :]) if called else ""
        after = named if named.endswith(("企业", "公司", "”")) else ""
    if after and (GRADE.fullmatch(after) or window.after.startswith(f"{after}级、")):
        after = graded(window.clause) or after
    headed = FIRM_HEAD.search(window.after) if number.written_unit in FIRM_UNITS and after else None
    if headed and not HOLDER.search(after):
        after = phrase_after(headed[1]) or after
    owner = OWNER.match(after) if number.written_unit == "家" else None
    return owner[1] if owner else without_had(number, after)


def without_had(number: Number, after: str) -> str:
    """The things counted without what they have, where nobody counts that (九款模型的价格) or it is at as
    many places (142个路口的红绿灯).
    """
    thing, _, had = after.partition("的")
    if not had or len(thing) < SHORTEST or unit_kind(number.unit) != "count":
        return after
    sites = PLACES if MADE.search(had) else SITES
    if (number.written_unit or "").endswith(("个", "座", "处")) and sites.search(thing):
        return thing
    return thing if WHOLE.search(thing) and HAD.search(had) else after


SHORTEST = 2
HAD = lazy(r"(?:[额量值率价]|价格|规模|份额|比例|增速|收入|成本|利润|排名|得分|权重)$")
"""What things have and is not counted."""
AT = "城市|国家|地区|省份|区县|县区|县|乡镇|村|社区|街道|地方|市场|路口|点位|站点|口岸"
PLACES = lazy(f"(?:{AT})$")
SITES = lazy(f"(?:{AT}|领域|行业|环节|赛道|板块|品类|门类)$")
MADE = lazy(r"(?:场景|案例|项目|基地|平台|中心|模型|园区|产品|应用|工程|标准|任务|成果)$")
"""What is counted itself, be it of a field: 12个重点领域的应用场景."""
HOLDER = lazy(r"(?:公司|集团|企业|银行|机构|单位|团队|政府|部门|巨头|厂商|大厂|股份|高校|医院)$")
"""Who pays or earns money is no measure of it (企业共吸金…)."""
OWN_RATE_OF = lazy(
    r"([^，。；的]{0,8}?(?:企业|公司|机构|银行|厂商|车企|医院|高校|饭店|酒店|宾馆|民宿|景区))(?!数|家)[^，。；0-9]{2,14}?率"
    r"(?:均|都|已|也|就)?(?:在|为|达|超|突破|低于|高于|不低|不足|逾|位居|创)"
)
"""Firms whose own figure follows: 5家企业语音识别的准确率在99%以上."""
OWN_AMOUNT_OF = lazy(
    rf"((?!GDP|经济){alternation('rank_holder')}(?!级)|[^，。；的]{{0,16}}?(?:[景园街集]区|集聚区|高校|小镇|商圈|场馆|景点|机场|口岸))"
    r"(?:的)?[^，。；、的0-9数]{0,8}?(?:客流量?|吞吐量|接待量|GDP|地区生产总值|收入|营收|产值|利润|增加值|进出口|[^数总体]额|人口)(?:总[量额值])?"
    r"(?:均|都|已|也|合计|共)*(?:$|达到?|超过?|突破|跨过|迈过|高于|低于|不足|不到|过|为)"
)
"""Places and the like whose own amount follows: 26个省份GDP超过2万亿元."""
FIRMS_AMOUNT = lazy(
    r"的?([^，。；的0-9]{0,12}?(?:企业|公司|机构|医院|高校))(?:研发|年)?(?:投入|费用|营收|营业收入|净?利润|产值|估值|员工数?|人数)"
    r"(?:均|都|已|也)?(?:在|达到?|超过?|突破|低于|高于|不足|不到)"
)
"""Firms whose own amount follows, of which a share is told: 超五成的企业研发投入在1000万元以上."""
ECONOMY = lazy(r"大?(经济(?:体|[大强][省市县区]))")
"""What a rank by the whole economy makes of a place (全国第一经济大省)."""
RECOGNISED = lazy(
    r"(?:已|先后|成功|均|还)*(?:被?(?:评为|认定为|列为|列入|纳入)|获评|获批|获认定为|入选|跻身|晋升为|成长为|升级为)(?:了|为)?"
)
FIRST_TO = lazy(r"(?:首[个家座款位名支]|唯一|第[一二三四五六七八九十0-9]+[个家座款位名])[^，。；]{0,12}$")
PARTY = lazy(r"的[^，。；]{0,6}?(?:[省市区县州]|国家|企业|公司|机构|品牌|产品|应用|平台|厂商)")
"""Who was the first to reach the number is not what it counts: 首个突破1亿千瓦的省区."""
COVERING = ("覆盖", "涉及", "涵盖", "横跨", "囊括", "面向")
COVERED = lazy(
    r"#[^，。；]{0,3}?(?:覆盖|涉及|涵盖|横跨|囊括|面向)[^，。；的]{0,4}?[0-9一二三四五六七八九十百千万余多]+[^，。；的]{1,8}的([^，。；]+)"
)
"""The head behind what it covers: 近200个覆盖12个行业的应用场景."""
GRADE = lazy(r"[\u4e00-\u9fff]{1,3}级")
GRADE_AHEAD = lazy(r"#[^，。；、]{0,4}?(?:营收|产值|规模|年收入)?[上超过]?[十百千]?[万亿]+元?(?:级|以上)的?")
"""A grade in figures between a count and its noun: 5家以上百亿级企业."""
GRADED = lazy(r"#[^，。；：]*、[^，。；：、#]*?级")
OWNER = lazy(r"(.*?(?:企业|公司|机构|单位|厂商|银行|医院|独角兽|小巨人|瞪羚|[0-9百]强))的")


def graded(clause: str) -> str:
    """The noun that the grades of a list share, behind the last: 8个国家级、25个省级创新平台."""
    last = GRADED.match(clause, clause.index("#")) if "#" in clause else None
    return phrase_after(clause[last.end() :]) if last else ""
