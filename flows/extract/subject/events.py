"""Fairs and conferences that an article tells of: who comes to them and what they bring is theirs (大会吸引
参展企业169家), of the place that has them.
"""

from __future__ import annotations

from dataclasses import replace

from flows.extract.cues import alternation
from flows.extract.depth import Part
from flows.extract.entities.institutions import discovered_id
from flows.extract.subject.subjects import Scene, Subject
from flows.extract.words import tagged
from flows.patterns import holds, lazy

RULE = "fair of the article"
LEAD = 4
"""Passages of the body in which an article says what fair it tells of."""
FAIR = r"(?:大会|博览会|展览会|交易会|峰会|推介会|洽谈会|论坛|展会|大赛)"
HELD = r"(?:开幕|闭幕|落幕|举行|举办|召开|启幕|收官|拉开帷幕|落下帷幕|圆满结束)"
NAMED = lazy(
    r"(?:^|[，。；：“\n日的在将年届是为])(?:第[一二三四五六七八九十0-9]{1,3}届)?(?:20[0-9]{2}年?)?"
    rf"(?P<name>(?:20[0-9]{{2}})?(?:(?![的在是])[\u4e00-\u9fffA-Za-z·]){{2,22}}?{FAIR})[”]?[^，。；“]{{0,24}}?{HELD}"
)
NO_FAIR = lazy(r"股东|代表|动员|表彰|党员|职工|会员|新闻|工作")
"""What meetings bear in their names that are no fairs."""
POINTING = frozenset({"r", "p"})
"""Tags of words that only sentences have: 此次大会, 从数字看大会; but 与 joins what a name holds."""
ORDINAL = lazy(r"[第首0-9]")
BROUGHT = lazy(alternation("fair_noun"))
PASSING = frozenset(
    {"none", "nation", "headline", "heading", "main place of the article", "earlier sentence", "claim before",
     "opens the sentence before", "home of the article", "only firm of the article", "author of the measures"}
)  # fmt: skip
"""Rules of subjects that the number's own sentence does not name."""


OPENS = lazy(rf"(?:本届|此次|这场|该)?{FAIR}(?!上)")
"""At the beginning of a sentence that speaks of the fair, whoever has called it."""
CLAUSES = frozenset({"earlier clause", "opens an earlier clause"})


def fair_of(parts: list[Part]) -> tuple[str, str] | None:
    """The id and the name of the fair that the headline or the lead says to be held."""
    lead = [part for part in parts if part[0].role == "body"][:LEAD]
    for _, text, _, _ in (*(part for part in parts if part[0].role == "title"), *lead):
        for found in NAMED.finditer(text) if holds(text, ("会", "坛", "赛")) else ():
            name = found["name"]
            if not NO_FAIR.search(name) and is_name(name):
                return discovered_id(name), name
    return None


def is_name(name: str) -> bool:
    """Can a fair be called so? No name points (此次大会) or opens with a count (一组数字能看出大会)."""
    words = tagged(name)
    first, tag = words[0]
    counts = tag == "m" and not ORDINAL.match(first)
    return not counts and not any(tag in POINTING and word != "与" for word, tag in words)


def of_fair(subject: Subject, scene: Scene, fair: tuple[str, str] | None) -> Subject:
    """The subject with the article's fair, where the number counts what fairs have and names nobody."""
    if fair is None or subject.model:
        return subject
    opened = subject.rule in CLAUSES and OPENS.match(scene.text, scene.sentence.start)
    if subject.rule not in PASSING and not opened:
        return subject
    if (
        subject.firm
        and not subject.regions
        or not BROUGHT.search(scene.text, scene.clause_start, scene.clause_end)
    ):
        return subject
    return replace(subject, firm=fair, firms=(), rule=RULE)
