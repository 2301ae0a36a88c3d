"""What was filed (备案), where a number's own words name the filing alone: algorithms or models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import OTHER
from flows.patterns import lazy

ALGORITHMS, MODELS = "algorithm_filing_count", "model_filing_count"
FILINGS = frozenset({ALGORITHMS, MODELS})
BARE = lazy(
    r"(?:[各本该此]?[地省市区]|全国|国家(?:网信办)?|累计|新增|完成|通过|获得?|公开|公示|公布|首|每|批次?|第?[一二三四五六七八九十0-9]+批|总|已|的|共)*"
    r"(?:(?:属地|地区|区域)?(?:备案|登记)"
    r"(?:登记|信息|公告|公示|项目|总|新增|累计|完成|通过|的|地区|区域|批次|占比|占|与|和|及|趋势|情况|概况|分布)*"
    r"(?:数量?|总量|总数|量|数目|款数|项数|总计|合计)?(?:[与和及]?趋势|分布|情况)?)+"
)
"""A noun that names no more than the filing: 备案数量, 累计备案."""
OF_ALGORITHMS = lazy(r"算法")
OF_MODELS = lazy(r"大?模型|生成式|智能体")
OF_OTHERS = lazy(
    r"(?:私募|基金|医疗器械|器械|网站|民宿|项目|合同|化妆品|房屋|租赁|消防|车辆|疫苗)[^，。；]{0,6}(?:备案|登记)"
)


def filed(measured: Measured, topics: Sequence[Topic], title: str) -> Measured:
    """The measured thing by what was filed: in the last filing that the text tells of, else in its title."""
    if measured.metric == OTHER and measured.noun.endswith("算法") and filed_in(title) == ALGORITHMS:
        return replace(measured, metric=ALGORITHMS, rule=f"{measured.rule}, what was filed")
    if "备案" not in measured.noun and "登记" not in measured.noun:
        return measured
    if measured.metric not in FILINGS and measured.metric != OTHER or not BARE.fullmatch(measured.noun):
        return measured
    metric = next((one.metric for one in topics if one.metric in FILINGS), "") or filed_in(title)
    if not metric and any(one.metric == "model_count" for one in topics):
        metric = MODELS  # 行业模型43个，完成国家备案6个
    return replace(measured, metric=metric, rule=f"{measured.rule}, what was filed") if metric else measured


def kind_of_filed(measured: Measured, here: Sequence[Topic], clause: str, after: str) -> Measured:
    """The same, or filings where the sentence counts models as filed (其中15个完成了国家备案), or a kind
    of those that it has just counted as filed (通过备案的大模型328款，行业大模型有226款).
    """
    if measured.metric != "model_count":
        return measured
    told = FILED.match(after) or OF_FILED.match(measured.noun)
    if not told and (not here or here[0].metric != MODELS or MADE.search(clause)):
        return measured
    return replace(measured, metric=MODELS, rule=f"{measured.rule}, what was filed")


FILED = lazy(
    r"(?:大?模型|产品)?(?:已|均|都|也|先后|成功|率先|顺利)*(?:完成|通过|获得?|取得)了?[^，。；、0-9的]{0,14}?(?:备案|登记)(?!的)"
)
OF_FILED = lazy(r"(?:已|完成|通过|获得?)*(?:国家)?(?:备案|登记)的")
"""What was done with the models behind their number, or is said of them before it."""
MADE = lazy("发布|推出|研发|开发|上线|训练|打造|孵化|落地|建成|培育|形成|拥有")
"""What is done with models that need not be filed."""


def filed_in(title: str) -> str:
    """The metric of the filing that a title is about, '' where it is about none."""
    if "备案" not in title and "登记" not in title or OF_OTHERS.search(title):
        return ""
    if OF_ALGORITHMS.search(title):
        return ALGORITHMS
    return MODELS if OF_MODELS.search(title) else ""
