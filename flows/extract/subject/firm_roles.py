"""The part that a named firm or model plays beside a number: subject, or source, object, comparand, base."""

from __future__ import annotations

from flows.extract.entities.institutions import RESEARCHING, SCHOLARLY
from flows.extract.entities.mention import SOURCE_KINDS, Mention
from flows.extract.subject.bystanders import FORESEES, is_funder, is_gained, is_object
from flows.extract.subject.compared import compared, is_its_multiple
from flows.extract.subject.speakers import is_analyst
from flows.patterns import lazy

SPLIT_OFF = lazy(r"[^，。；的]{0,4}(?:剥离|分拆|孵化)[^，。；]{0,6}的")
SPOKEN = lazy(
    r"(?:的?(?:[^，。；]{0,14}?)(?:数据|统计|报告|测算|预测|研究|调查|监测|榜单|消息|研报|问卷|分类|口径|梳理|板块)[^，。；]{0,8}(?:显示|表明|指出|称|认为|预计|预测|统计)?"
    r"|[^，。；]{0,6}(?:发布|公布|披露|印发|出台|通报|预计|预测|认为|指出|显示|统计))"
)
QUOTING = lazy(r"(?:据|根据|按照|来自|引用|援引)[^，。；]{0,8}$")
EXPERT_AFTER = lazy(r"[^，。；]{0,6}(?:大学|学院)[^，。；]{0,4}教授")

SPOKEN_ALONE = lazy(
    r"(?:的?(?:[“《][^”》]{2,24}[”》])?(?:最新|相关|公开)?(?:统计|监测|调查|调研|研究)?(?:数据|报告|结果)?(?:显示|表明)|统计，|(?:预估|预测|估计|预计|认为|指出|分析称?)[^，。；]{0,8}?(?:该公司|该集团|该企业|该行|后者))"
)


RECKONS = lazy(
    r"则?的?(?:统计|测算|估算|预估|推算|给出)的?(?:数字|数据|结果|口径)?则?[为是](?:约|近|超过?|逾)?[0-9]"
)
"""Behind a house that gives a figure of others: 甲统计为559亿美元，乙统计为530亿美元."""
COUNTS = lazy(r"[^，。；0-9]{0,8}(?:统计|估算|调查|测算|推估)(?!局|学|部|处)")
"""What an institute does with the figures of others: 某某研究院产业所统计…."""
PUBLISHES = lazy(
    r"(?:[与和、][^，。；]{2,16}?)?(?:近日|日前)?(?:联合|共同)?(?:发布|公布|编制|编写)了?"
    r"(?:$|的?[^，。；]{0,16}?(?:报告|指数|白皮书|蓝皮书|榜|调查|《))"
)
"""What a university publishes is of others."""


STUDIES = lazy(
    r"(?:[、和与及][^，。；]{2,16}?)?的?(?:研究人员|研究者|研究团队|学者|团队|专家)[^，。；0-9]{0,6}?"
    r"(?:跟踪|追踪|调查|分析|发现|测试|评估|统计|访问|测算|估算|比较|对比|对|曾用|用)"
)
"""What those of a university do with others: 某大学的研究人员跟踪了5179名客服."""
LICENSE = lazy(r"\s?(?:开源)?(?:许可|协议|授权|[Ll]icense)")
"""What a name before it is that of a licence: 以MIT许可发布."""
PUBLISHED_ON = lazy(r"\s?(?:平台|官网|社区)?上(?:[^市海年半涨周月游线一]|线)")
"""Behind the platform on which something comes out: 在某某平台上发布."""
OF_CLASS = ("级", "同级", "水平的", "同等", "同款", "同类")
"""Behind the model that another is likened to: GPT-4级主力模型."""


LISTED_AT = (
    "挂牌", "登陆", "在", "于", "赴", "向", "到", "从", "叩响", "敲开", "冲刺",
    "闯关", "转战", "获", "递表", "上市",
)  # fmt: skip
"""What stands before the exchange on which a firm is listed."""
FOUNDED = lazy(
    r"(?:揭牌|组建|建成|成立|建设|获批|挂牌|新建|布局|投用|落地|启用|引进|引入|集聚|汇聚|聚集|培育|落户)(?:运行|运营|成立|建设|启用)?了?$"
)
EXAMPLE = lazy(
    r"(?:[、和与及][^，。；、]{2,14}){0,4}等(?:一[大]?批|多[个家所]|[0-9一二两三四五六七八九十]+[余多]?[个家所座])"
)
"""Around the name of one of those that a place has founded or won: 组建某某实验室等一批省实验室."""
SITE = lazy(
    r"(?:迁建|改扩建|扩建|异地新建|新院区)[^，。；]{0,6}(?:项目|工程|工地|现场)|[\u4e00-\u9fff]{0,4}?(?:大厦|大楼|写字楼)"
    r"|[东南西北中]?(?:路|大街|大道)(?=[-—、，。；与和至到口]|$)"
)
"""Behind the hospital or school whose building site something is done at, or whose name a building bears."""
PART_OF = ("占", "占到", "占了", "占据", "占整个", "占全部", "占去年", "占当年", "占同期")
"""What stands before the firm of whose whole a part is told: 占某某总收入的13%."""


CONCEPT = lazy(r"[^，。；、0-9的与和]{0,8}(?:概念|板块|产业链|供应链)(?:股|企业|公司|指数)?[0-9共有中里上]")
"""Behind the firm by which others are called together: 甲创新药概念80家上市公司."""
TAKEN_IN = ("接入", "接入了", "搭载", "搭载了", "部署", "部署了", "用上", "用上了", "引入", "引入了")
TAKEN_AFTER = lazy(r"[^，。；、0-9]{0,8}?(?:之?后|以来)[，。]?")
"""Around what another has taken in, of which then is told: 某助手接入DeepSeek后，."""
PUSHED = lazy(
    r"(?:^|[，。；：\n]|将|要|继续|大力|积极|重点|加快|全力|全面)(?:支持|推动|推进|鼓励|引导|扶持|助推|督促|协助|培育)$"
)
"""What a place will do for the firms that its plan names: 支持某某做大做强."""


OWN_PAPERS = lazy(
    r"[^，。；]{0,8}?(?:财报|年报|半年报|季报|中报|公告|招股书|招股说明书|业绩|财务|申报稿|财政年度)"
)
"""What a firm tells of itself: 据某某披露的公告，公司…."""
READ_FROM = ("从", "据", "根据", "按", "按照", "依据", "看")


def firm_role(mention: Mention, before: str, after: str) -> str:
    reads = mention.kind == "firm" and mention.level != "exchange" and before.endswith(READ_FROM)
    if reads and OWN_PAPERS.match(after):
        return "subject"
    if mention.level in SOURCE_KINDS or SPOKEN_ALONE.match(after) or is_analyst(mention, after):
        return "source"
    if before.endswith(PART_OF):
        return "base"
    if CONCEPT.match(after) or before.endswith(TAKEN_IN) and TAKEN_AFTER.match(after):
        return "object"
    if mention.level == "exchange" and before.endswith(LISTED_AT):
        return "object"
    if mention.kind == "firm" and (is_object(before, after) or SITE.match(after)):
        return "object"
    if mention.kind == "firm" and FOUNDED.search(before) and EXAMPLE.match(after):
        return "object"
    if mention.kind == "firm" and (FORESEES.match(after) or RECKONS.match(after)):
        return "source"
    if LICENSE.match(after) or before.rstrip().endswith("在") and PUBLISHED_ON.match(after):
        return "object"
    if mention.kind == "model" and after.startswith(OF_CLASS):
        return "comparand"
    if is_gained(before, after):
        return "gained"
    if mention.kind == "firm" and PUSHED.search(before):
        return "object"
    if mention.kind == "firm" and is_funder(before, after):
        return "investor"
    if QUOTING.search(before) and SPOKEN.match(after) and "财报" not in after[:6]:
        return "source"
    if (
        mention.kind == "firm"
        and mention.level in SCHOLARLY
        and EXPERT_AFTER.match(mention.surface[-2:] + after)
    ):
        return "source"
    if mention.level in RESEARCHING and (
        PUBLISHES.match(after) or COUNTS.match(after) or STUDIES.match(after)
    ):
        return "source"
    if before.endswith("由") and SPLIT_OFF.match(after):
        return "source"
    return "comparand" if is_its_multiple(before, after) else compared(before, after) or "subject"
