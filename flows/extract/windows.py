"""The text around a number: what stands before and behind it in its segment, item, clause and sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from flows.extract.numbers.number import Number
from flows.extract.sentences import Sentence
from flows.patterns import lazy


@dataclass(slots=True)
class Window:
    """The text around a number: its segment before it, the rest of its clause, clause
    and sentence with # for it, the whole clauses between the number before and its own,
    its own item where the clause is a list, and the text that leads to the sentence.
    """

    before: str
    after: str
    clause: str
    sentence: str
    between: str = ""
    item: str = ""
    lead: str = ""


LEAD = 120
"""Code points before a sentence in which the topic of a number without any is sought."""
Mask = tuple[int, int, str]


def window_of(
    number: Number,
    text: str,
    sentence: Sentence,
    clause: tuple[int, int],
    segment: tuple[int, int],
    masks: list[Mask],
) -> Window:
    """`clause` is where the number's clause begins and ends, `segment` where the neighbouring numbers end and
    begin within the sentence; `masks` are the spans of places, firms and times, which are no part of a noun.
    """
    start, end = number.start, number.end
    clause_start, clause_end = clause
    floor, ceiling = segment
    written = f"#{number.written_unit or ''}"
    head, tail = text[clause_start:start], text[end : min(clause_end, ceiling)]
    if text[end : end + 1] in BRACKETS:
        tail = behind_conversion(text, end) or tail
    clause_tail = text[end:clause_end]
    since = sentence.start if floor == clause_start else floor
    own = max(floor, clause_start)
    before, said, opened = masked(text, own, start, masks), text[own:start], clause_start
    if LABEL_END in before:
        before = before.rpartition(LABEL_END)[2]  # 【市场】对东盟1544亿元
    if "》" in before:
        before = WORK.sub("", before)
    if "）" in before:
        before = ABBREVIATED.sub("", before)
    aside = aside_before(text, since, clause_start)
    if aside is not None:
        opened = max(since, sentence.clause_start(aside - 1))
        inner = text[aside + 1 : clause_start - 1]
        part = inner if len(inner) < WORD and not inner.endswith("级") else ""
        before = masked(text, opened, aside, masks) + part + before
        head = text[sentence.clause_start(aside - 1) : aside] + head
        said = text[opened:aside] + said
    return Window(
        before,
        tail,
        f"{head}{written}{clause_tail}",
        f"{text[sentence.start : start]}{written}{clause_tail}",
        masked(text, since, opened, masks) if since < opened else "",
        item_of(head, said if own > clause_start else head, tail).replace("#", written)
        + ("" if "、" in tail and ceiling < clause_end else clause_tail[len(tail) :]),
        text[max(0, sentence.start - LEAD) : sentence.start],
    )


WORK = lazy(r"《[^《》]{1,30}》(?:则|也|以|为|约|近|超过?|达到?|凭|，)*$")
"""A work right before a number: it earned so much, it is no measure (票房27亿元，《片名》8亿元)."""
ABBREVIATED = lazy(r"（[A-Z][A-Za-z&]{1,9}）")
"""The short name behind a full one, which is no thing of its own: 采购经理指数（PMI）均值."""
LABEL_END = "】"
LONGEST_ASIDE = 40
WORD = 3
"""An aside shorter than this is a part of the noun: 执业（助理）医师."""


def aside_before(text: str, since: int, clause_start: int) -> int | None:
    """Where the brackets open that end right before a clause without a word of its own before them: what
    stands in them is said beside the noun that the clause goes on with (净利润（同一口径）达3亿元). The
    code of a share is no such aside.
    """
    if clause_start <= since or text[clause_start - 1] not in CLOSING:
        return None
    opening = max(
        text.rfind(mark, max(since, clause_start - LONGEST_ASIDE), clause_start) for mark in BRACKETS
    )
    return opening if opening > since and not STOCK_CODE.search(text, opening, clause_start) else None


STOCK_CODE = lazy(r"(?<![0-9.])[0-9]{4,6}(?![0-9年%])|[0-9]\.[A-Z]{2}")
CLOSING = frozenset("）)")
BRACKETS = frozenset("（(")
CONVERTED = lazy(
    r"[（(](?:词元|[A-Za-z0-9]{1,8})[）)]([^，。；：、0-9]*)|[（(](?:人民币|新台币|港元|美元|单位[：:][^（）()，]{1,6})，?下同[）)]([^，。；：、0-9]*)|"
    r"[（(](?:约合|折合|约|合|相当于|人民币|新台币|美元|港元|折)[^（）()，。；]{2,24}[）)]([^，。；：、0-9]*)"
)


def behind_conversion(text: str, end: int) -> str:
    """What goes on behind the same amount in another currency or by another name of its unit:
    5亿美元（约合35亿元人民币）的融资, 4万亿Token（词元）调用量.
    """
    found = CONVERTED.match(text, end)
    return next(filter(None, found.groups()), "") if found else ""


def item_of(head: str, own: str, tail: str) -> str:
    """The clause of a number without the other items of its list (13家上市企业、141家民企): `head` is the
    clause before the number, `own` that since the number before, `tail` the text up to the next number.
    """
    tail = tail.split("、", 1)[0]
    joined = JOINED.search(own)
    if "、" not in own and not joined or len(own) == len(head):
        return f"{head}#{tail}"
    if joined:
        return f"{head[: -len(own)]}{own[joined.end() :]}#{tail}"
    own = own.rsplit("、", 1)[1]
    new = NEWNESS.match(head)
    return f"{new[0] if new else ''}{own}#{tail}"


JOINED = lazy(r"(?<=[\u4e00-\u9fff]{3})(?:以?及|[和与])(?=(?:约|近|超过?|逾)*$)")
"""What joins the last item of a list to it, right before its number: 3家上市企业和27家龙头企业."""
NEWNESS = lazy(r"[^0-9，。；、]*?新(?:增|设立?|注册|登记|成立|引进)")


def masked(text: str, start: int, end: int, masks: list[Mask]) -> str:
    """The text with every masked span that lies in it replaced: names by a comma, times by nothing."""
    parts, at = "", start
    for index in range(bisect_left(masks, (start,)), len(masks)):
        begin, finish, instead = masks[index]
        if begin >= end:
            break
        if at <= begin and finish <= end:
            parts += text[at:begin] + instead
            at = finish
    return parts + text[at:end]
