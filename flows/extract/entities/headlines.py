"""The firms that a headline is about: 云帆出行：…, 沁风微冲刺科创板."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.cues import alternation
from flows.extract.entities.coined import COLUMN, NOT_A_NAME, is_made_up
from flows.extract.entities.gazetteer import Hit, gazetteer
from flows.extract.entities.introduced import brand_head, brand_tails
from flows.extract.entities.latin import TERMS
from flows.extract.entities.strange import STOPS, is_generic, is_worded
from flows.extract.entities.surfaces import Sense
from flows.extract.words import has_word, tagged
from flows.patterns import lazy
from flows.text.marks import is_name

CLAUSE = lazy(r"[：:，,！!？?\s|｜—；;、]+")
LED = lazy(rf"(?:走进)?([\u4e00-\u9fffA-Za-z0-9]{{2,8}}?)(?={alternation('headline_verb')}|$)")
SELF_WORDS = lazy(r"[，。；：“\n该](?:公司|企业|集团|该校|该院|该行)")
AGAIN = lazy(
    r"(?:(?:[一二三四两首再又]次|第[一二三四五]次|正式|终于|最快|即将|[今明昨][日天晚起]?|周[一二三四五六日]"
    r"|或|又|再|也|已|拟|将|欲)+)$"
)
"""What a headline says between the firm and its verb: 某某二次递表."""
COMMON = frozenset({"n", "v", "vn", "ns", "a", "d", "t", "m"})
COUNTS = frozenset({"m", "t", "mq"})
LINKS = frozenset({"p", "c", "uj", "f"})
"""Tags of words that are no part of a firm's name: of, between, and."""
LONGEST = 8
ACRONYM = lazy(r"[A-Z0-9+]{1,4}")
"""AI, 5G, AR, GDP: a firm that goes by such a name is known to the reference."""


SPEAKS = lazy(
    rf"(?:^|[，。；：\n\s]|{alternation('firm_noun')})([\u4e00-\u9fff]{{3,6}}?)"
    r"(?:今[日天晚]|近日|日前|昨[日天晚]|(?:[0-9]{1,2}月)?[0-9]{1,2}日|晚间?|早间|盘后|于|在|对外|发布|披露|的?(?:官方|相关负责人)){0,4}"
    r"(?:公告|宣布|表示|称[，：]|回应|股价|董秘)"
)
"""A firm that speaks, as firms do: 某某10月8日晚间公告称."""


def speaking_firms(title: str, texts: list[str]) -> Iterator[str]:
    """Firms by words of the language (未来动力) that open a part of the headline, speak in the text, and are
    公司 in it.
    """
    if not any("公司" in text for text in texts):
        return
    clauses = CLAUSE.split(title)
    for match in (match for text in texts for match in SPEAKS.finditer(text)):
        name = match[1]
        if any(clause.startswith(name) and clause != name for clause in clauses) and is_worded(name):
            yield name


def headline_firms(title: str, texts: list[str]) -> list[str]:
    """The firms that open the headline or a part of it, as far as the text names them too; the text must
    speak of 公司 or 该校.
    """
    if not any(SELF_WORDS.search(f"\n{text}") for text in texts):
        return []
    body = "\n".join(texts)
    found: dict[str, None] = {}
    for index, clause in enumerate(CLAUSE.split(title)):
        led = LED.match(clause)
        name = AGAIN.sub("", led[1]) if led else ""
        if name not in body or is_common(name):
            colon = ":" in title or "：" in title
            unused = name if name in body or opens_strange(name) or TAILED.fullmatch(name) else ""
            name = used_part(clause, body) or (unused if colon or name != clause else "")
        strange = name and name != clause and (begins_strange(name) or TAILED.fullmatch(name))
        if name and not is_common(name) and (index == 0 or strange) and not is_no_firm(name, body):
            found[name] = None
    return list(found)


def is_no_firm(name: str, body: str) -> bool:
    """Is it a person, whom the headline lets speak and the text names behind an office, or a ware
    whose makers the text speaks of (逆变器企业), or a field (上海生物医药产业规模)?
    """
    if any(f"{name}{makers}" in body for makers in MAKERS):
        return True
    at = body.find(name) if is_name(name) else -1
    while at > 0:
        if OFFICE.search(body, max(0, at - 6), at):
            return True
        at = body.find(name, at + 1)
    return False


MAKERS = ("企业", "厂商", "厂家", "行业", "赛道", "领域", "产业规模", "产业集群", "产业链")
OFFICE = lazy(rf"(?:{alternation('speaker_role')}|{alternation('official')})$")


def opens_strange(name: str) -> bool:
    """Does it begin with characters that are no word, as names do that stand in headlines alone?"""
    return name[:1] not in STOPS and not has_word(name[:2])


def begins_strange(name: str) -> bool:
    """Is the name coined, and does it begin with no word of the language?"""
    return is_made_up(name) and not has_word(tagged(name)[0][0])


def is_common(name: str) -> bool:
    """Is it too short, a word of the language, or what no firm is called?"""
    if len(name) < 2 or name[0].isdecimal() or ACRONYM.fullmatch(name) or name in TERMS:
        return True
    if NOT_A_NAME.search(name) or COLUMN.search(name):
        return True
    words = tagged(name)
    if words[0][1] in COUNTS or any(tag in LINKS for _, tag in words):
        return True  # 六年之间
    return len(words) == 1 and len(words[0][0]) > 1 and words[0][1] in COMMON


OFTEN = 3
"""Times that a text uses a name of a word and a last word of firms (中慧生物), at least."""
TAILED = lazy(rf"[\u4e00-\u9fff]{{2,3}}(?:{alternation('firm_tail')}|{alternation('firm_tail_coined')})")


def used_part(clause: str, body: str) -> str:
    """The longest coined beginning of the clause that the text uses."""
    for end in range(min(len(clause), LONGEST), 1, -1):
        if clause[:end] in body:
            name = clause[:end]
            tailed = TAILED.fullmatch(name) and body.count(name) >= OFTEN and not NOT_A_NAME.search(name)
            return name if tailed or is_made_up(name) else ""
    return ""


SPOKEN_OF = lazy(
    r"以?[0-9]|[为达]到?[0-9]|的(?![是一])|也|则|新|在|今年|去年|表示|称|股价|营收|推出|发布|已|将|方面|业绩|还|又|正|于"
)
"""What stands behind a firm's name where a text speaks of it."""
LEAST = 2
"""Times that a text opens a clause with a firm's first word, at least."""
MARKS = frozenset("，。；：“\n ")


def spoken_heads(texts: list[str], hits: list[list[Hit]]) -> Iterator[tuple[str, Sense]]:
    """Known firms without their last words, where the text speaks of them by that alone, though it is a
    word of the language (石头 of 石头科技, 春秋 of 春秋航空).
    """
    named = {text[hit[0] : hit[1]]: hit[2] for text, found in zip(texts, hits, strict=True) for hit in found}
    for name, senses in named.items():
        if senses[0].kind != "firm" or not name.endswith(brand_tails()):
            continue
        head = brand_head(name)
        known = len(head) != 2 or is_generic(head) or gazetteer().find(head)
        if not known:
            if sum(times_opening(head, name, text) for text in texts) >= LEAST:
                yield head, senses[0]


def times_opening(head: str, name: str, text: str) -> int:
    """How often the text opens a clause with the head alone and speaks of it."""
    times, at = 0, text.find(head)
    while at >= 0:
        opens = not at or text[at - 1] in MARKS
        times += opens and not text.startswith(name, at) and SPOKEN_OF.match(text, at + len(head)) is not None
        at = text.find(head, at + 1)
    return times
