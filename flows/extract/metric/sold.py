"""Goods and persons that a verb counts: 交付8万辆新车 is a number of deliveries, 卖出3万套 one of sales."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import cue_words
from flows.extract.metric.metrics import COUNTS, unit_kind
from flows.extract.metric.nouns import NOUN_TAGS, is_generic, phrase_before
from flows.extract.numbers.number import Number
from flows.extract.words import tagged
from flows.patterns import holds, lazy

PARTIES = frozenset("家户人名位条项次起单笔")
"""Classifiers of whom goods go to, of records and of deals, no goods."""
SOLD = frozenset({"销售", "售出", "卖出", "卖了", "卖掉"})
PASSED = frozenset("d u ul ug uz p m c t r".split())  # noqa: SIM905
"""Tags of words between the verb and the number: 交付了约."""
LONGEST = 12
AMOUNT = lazy(r"(?:[额量值价率数]|收入|网络|渠道|周期|能力|计划|目标|人员|中心|门店|网点|终端|任务|合同)$")
ADVERBS = lazy(
    r"(?:累计|共计|合共|总共|共|合计|全年|单月|首次|已经|已|实现|完成|新增|平均|日均|预计|计划|将|成功)+$"
)
HOLDER = lazy(r"(?:公司|集团|企业|厂商|车企|品牌|平台|客户|门店|店)$")


@lru_cache(maxsize=1)
def volume_verbs() -> frozenset[str]:
    """Verbs that goods are counted by: 交付, 出货, 售出."""
    return frozenset(cue_words("volume_verb"))


def volume_of(number: Number, before: str, after: str) -> str:
    """What the number of goods is where a verb before it tells what became of them, with the goods (behind
    the number, behind the verb or before it), else ''.
    """
    written = number.written_unit
    if unit_kind(number.unit) not in COUNTS or written is None or written[-1] in PARTIES:
        return ""
    if not holds(before[-LONGEST:], volume_verbs()):
        return ""
    goods, words = "", list(tagged(before[-LONGEST:]))
    while words and words[-1][0] not in volume_verbs():
        word, tag = words.pop()
        if tag in NOUN_TAGS:
            goods = word + goods
        elif tag not in PASSED:
            return ""
    if not words or AMOUNT.search(goods):
        return ""
    verb = words[-1][0]
    name = "销量" if verb in SOLD else f"{verb}量"
    if not after and not goods:
        head = ADVERBS.sub("", before[: before.rindex(verb)])
        goods = phrase_before(head)
        if is_generic(goods) or HOLDER.search(goods) or not head.endswith(goods):
            goods = ""
    return (after or goods) + name


PERSONS = frozenset("名位人")
TRAINED = lazy(
    r"(?:^|[，；：、])([\u4e00-\u9fff]{1,12}?(?:家|员|师|手|生|者|人才|工匠|骨干|带头人|青年|农民))(?:已|共|累计|总共|合计|先后)*"
    r"(?:培育|培养|培训|引进|招收|招聘|输送|认定|选拔|发展|孵化)(?:了|出|约|近|超过?|逾|达)*$"
)


def trained(number: Number, before: str, after: str) -> str:
    """The persons before what was done to them (海外作家累计培育12万名), else ''."""
    alone = number.written_unit in PERSONS and not after[:1].isalpha()
    said = TRAINED.search(before) if alone else None
    return phrase_before(said[1]) if said else ""
