"""The whole that a share is of, where the text names it: 占人工智能企业总数的, 备案产品中，…占."""

from __future__ import annotations

from flows.extract.cues import cue_words
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import COUNTS, FIRMS, OTHER, metric_for, metric_units
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

NO_SHARE = frozenset("地有股用线卜")
"""What stands behind 占 in words that name no whole: 占地, 占有."""
TO_NUMBER = lazy(
    r"的?(?:比重|比例|份额|百分比|占比)?(?:分别|依次|已|也|均|都|由|从|将|上升|提高|提升|下降|降|升|增|扩大|保持|维持|稳定|达|为|在|到|至|高|过"
    r"|约|近|超|逾|仅|只|不足|不到|接近|大|突破|的|一度|首次|就|了)*$"
)


WITHIN_IT = lazy(r"在([^，；：。在]{2,16}?)(?:当|之)?[中里](?:的|所|仅|只|约|已|也|则|就|合计|总共|一共)*$")
"""The whole before 占: 在营业收入中占."""


def named_whole(before: str) -> str:
    """The noun phrase of the whole between 占 and the number, or set before it (在营收中占), else ''."""
    at = before.rfind("占")
    if at < 0 or before[at + 1 : at + 2] in NO_SHARE or before[at - 1 : at] == "市":
        return ""
    said = before[at + 1 :].lstrip("据到了约其，")
    if said[:1] == "比":  # 占比企业总数的
        said = said[1:] if said.endswith("的") else ""
    said = TO_NUMBER.sub("", said)
    if not said:
        within = WITHIN_IT.search(before, 0, at)
        said = within[1] if within else ""
    if not said or "，" in said or "；" in said:
        return ""
    noun = phrase_before(said)
    return "" if noun in cue_words("vague_whole") or is_generic(noun) else noun


WITHIN = lazy(r"(?:^|[，；：。])在?([^，；：。]{2,24}?)(?:当|之)?[中里]，[^。]*$")


def whole_ahead(head: str) -> str:
    """The noun phrase of the whole that an earlier clause sets (在获投企业中，…占), else ''."""
    found = WITHIN.search(head)
    noun = phrase_before(found[1]) if found and found[1] != "其" else ""
    return "" if noun in cue_words("vague_whole") or is_generic(noun) else noun


def of_whole(window: Window, own: str | None) -> tuple[str, str] | None:
    """The metric of the whole that a percentage is a share of, with the rule; `own` is the metric that the
    number's own noun names. What is counted (用户) gives way to the whole, an amount (营收) does not.
    """
    noun = named_whole(window.before)
    found = metric_for(noun, noun, "percent") if noun else None
    if found:
        return found[0], "share of a named whole"
    head = window.sentence.split("#", 1)[0]
    if "中，" not in head and "里，" not in head or own and metric_units().get(own) not in COUNTS:
        return None
    noun = whole_ahead(head)
    found = metric_for(noun, noun, "percent") if noun else None
    if found and found[0] != OTHER and metric_units().get(found[0]) in COUNTS:
        return found[0], "share of the whole set before"
    return None


def of_set(window: Window) -> str | None:
    """The metric of what an earlier clause sets, be it counted or an amount (在营收中，…所占比重)."""
    head = window.sentence.split("#", 1)[0]
    noun = whole_ahead(head) if "中，" in head or "里，" in head else ""
    found = metric_for(noun, noun, "percent") if noun else None
    return found[0] if found and found[0] != OTHER else None


TOLD_BEFORE = ("topic of the passage", "share of parts together")
"""Rules by which a share without a noun is of what the sentences before told."""


def of_new_whole(measured: Measured, window: Window) -> Measured:
    """The same, or a share of the whole that its sentence sets (受访企业中，有68%表示…), none that was told
    before.
    """
    if measured.own or not measured.rule.startswith(TOLD_BEFORE):
        return measured
    noun = whole_ahead(window.sentence.split("#", 1)[0])
    if not noun or noun in measured.noun or measured.noun and noun.endswith(measured.noun):
        return measured
    found = metric_for(noun, noun, "percent")
    return Measured(found[0] if found else OTHER, noun, "share of the whole set before", False)


KINDS_OF_WHOLE = {"firm_count": FIRMS, "model_count": frozenset({"model_filing_count"})}
"""What may be said of a whole whose parts are counted by the plain metric of their noun."""


def part_of_listed(metric: str, window: Window) -> str:
    """The metric of a counted part: the whole's (入选企业中，民营企业312家; 榜单上，企业9家), or its own."""
    wider = KINDS_OF_WHOLE.get(metric)
    if wider is None:
        return metric
    head = window.sentence.split("#", 1)[0]
    if metric in FIRMS and ON_LIST.search(head):
        return "firm_listed_count"
    noun = whole_ahead(head) if "中，" in head else ""
    found = metric_for(noun, noun, "count") if noun else None
    return found[0] if found and found[0] in wider else metric


ON_LIST = lazy(
    r"(?:^|[，：]|在)[^，。；#]{0,30}?(?:榜单?|图谱|[0-9百千]强|TOP\s?[0-9]+|前[一二三五十百0-9]+[名强位])[”》]?(?:企业)?(?:榜单?|名单|图谱)?"
    r"(?:当中|之中|[中里上内])，?[^，。；#]{0,12}$"
)
"""A clause that sets the list on which firms are counted."""
SAME_PART = lazy(r"[^#]*?([\u4e00-\u9fffA-Za-z]{2,8})(?:当)?中，?(?:有|约|超过?|近)*#(?:以上)?的\1")
"""项目中六成的项目…: the whole is named again as the part."""


def part_again(number: Number, before: str, after: str) -> str:
    """The part that a percentage is of where the whole is named again as the part, else ''."""
    part = SAME_PART.match(f"{before}#{after}") if number.unit == "percent" else None
    return part[1] or "" if part else ""
