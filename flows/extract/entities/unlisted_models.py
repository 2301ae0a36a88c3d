"""Models that no list tells, by names in Latin letters with their version: an article says what they are, or
what only models have (某某-7B是一个语言模型, 某某 V2的上下文); so are those that share their first word.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.cues import alternation
from flows.extract.entities.gazetteer import Hit
from flows.extract.entities.products import product
from flows.extract.entities.surfaces import Sense
from flows.extract.entities.versions import NO_QUANTITY, TIER
from flows.extract.entities.wares import is_name
from flows.patterns import holds, lazy

NAME = (
    r"(?<![A-Za-z0-9.‑-])([A-Z][A-Za-z]+(?:[-‑ ]?[0-9]+(?:\.[0-9]+)*[A-Za-z]?)?"
    r"(?:[-‑][A-Za-z0-9.]+)*(?:\s(?:V|v)?[0-9]+(?:\.[0-9]+)?)?)(?![A-Za-z0-9])"
)
IS_MODEL = lazy(
    rf"{NAME}(?:[（(][^（()）]{{1,20}}[）)])?[”」]?(?:"
    r"(?:是|为|作为)(?:一[个款种]|[^，。；]{0,8}(?:首个|首款|新一代|最新))[^，。；]{0,24}模型"
    rf"|[^，。；0-9]{{0,4}}?的?{alternation('model_own')}"
    r"|\s?(?:[为有：:达]|达到|拥有|具有|仅有|包含)?\s?[0-9.]{1,6}\s?[万亿千百]{0,2}个?(?:总|激活)?参数)"
)
"""What an article says of models only."""
SIZED = lazy(
    r"(?<![A-Za-z0-9.‑-])((?:[A-Z][A-Za-z]*[a-z]|[a-z]{4,})[A-Za-z0-9.]*[-‑](?:[A-Za-z0-9.]+[-‑])?"
    r"[0-9]{1,4}(?:\.[0-9])?(?:[BM]|(?<=[0-9])b))(?![A-Za-z0-9])"
)
"""A name that ends with the number of its parameters: 某某-7B."""
CALLED_SO = lazy(
    r"(?<![A-Za-z0-9.‑-])((?!(?:Chat|Auto|GPT|LLM|VLA)(?:GPT)?(?![A-Za-z]))[A-Z][A-Za-z]+[-‑]?(?:GPT|LLM|VLA|VLM)"
    r"(?:[-‑][A-Za-z0-9.]+)?)(?![A-Za-z0-9])"
)
"""A name that holds what it is: EduGPT, EVA-LLM, MindVLA-o1."""
WEIGHED = lazy(rf"{NAME}[”」]?\s?(?:为|约为|有|达到?|[:：])\s?(?=[0-9.]{{1,6}}\s?[万亿])")
"""A name before how many parameters it has, where a text speaks of these: 参数规模方面，某某-S为13亿."""
STRONG = lazy(
    r"(?<![A-Za-z0-9.‑-])([A-Z][a-z]{3,12})[”」]?的?(?:总参数|激活参数|参数量|参数规模|参数总量)"
    r"|(?<![A-Za-z0-9.‑-])([A-Zo][0-9](?:\.[0-9])?)"
    r"(?:的API|模型(?!组)|在\s?[A-Za-z][A-Za-z0-9 \-]{2,16}(?:测试|评测|基准|上))"
    rf"|(?<![A-Za-z0-9.‑-])([A-Z][a-z]{{3,12}} {TIER})(?:\s?的\s?API|\s?在[^，。；]{{2,16}}得分|[，。；])"
)
"""A name without a version, or a version alone, before what only models have: Scout总参数1090亿, R1的API,
Magistral Medium的API."""
VERSION = lazy(r"[0-9]|[-‑]")
HEAD = lazy(r"[A-Z][A-Za-z]{2,}(?=[-‑ 0-9])")
KINDS = ("GPT", "LLM", "VLA", "VLM")
TERMS = ("模型", "参数", "token", "Token", "评测", "基准", "推理", "训练")
MEMBER = lazy(
    r"(?<![A-Za-z0-9.‑-])([A-Z][A-Za-z]{2,})(?:[-‑][A-Za-z0-9.]+(?:[-‑][A-Za-z0-9.]+)?"
    rf"|[- ](?:{TIER})(?: [0-9](?:\.[0-9])?)?|[- ]?[A-Z]?[0-9]{{1,2}}(?:\.[0-9])?"
    rf"{NO_QUANTITY}(?: (?:{TIER}))?)(?![A-Za-z0-9])"
)
"""The first word of a family with what tells one of its models."""


def unlisted_models(texts: list[str], hits: list[list[Hit]]) -> dict[str, Sense]:
    """Models by the names that the texts treat as models'; `hits` are the names known already."""
    found: dict[str, Sense] = {}
    for text, named in zip(texts, hits, strict=True):
        told = (IS_MODEL,) if holds(text, TERMS) else ()
        sized = (SIZED,) if "-" in text or "‑" in text else ()
        weighed = (WEIGHED,) if "参数" in text else ()
        if holds(text, KINDS):
            starts = {start for start, _, _ in named}
            for match in CALLED_SO.finditer(text):
                if match.start(1) not in starts:
                    found.setdefault(match[1].rstrip("."), product(match[1].rstrip(".")))
        if told or sized:
            known = {start for start, _, _ in named}
            for pattern in (*told, *sized, *weighed):
                for match in pattern.finditer(text):
                    if match.start(1) not in known and VERSION.search(match[1]) and is_name(match[1]):
                        found.setdefault(match[1].rstrip("."), product(match[1].rstrip(".")))
        for match in STRONG.finditer(text) if told else ():
            name = match[1] or match[2] or match[3]
            if match.start() not in {start for start, _, _ in named} and is_name(name):
                found.setdefault(name, product(name))
    for name in list(siblings(found, texts)):
        found.setdefault(name, product(name))
    return found


def siblings(found: dict[str, Sense], texts: list[str]) -> Iterator[str]:
    """Other names in the texts that begin with the first word of one found: 某某-S beside 某某-7B."""
    heads = {head[0] for name in found if (head := HEAD.match(name))}
    for text in texts if heads else ():
        if holds(text, heads):
            yield from (match[0].rstrip(".") for match in MEMBER.finditer(text) if match[1] in heads)
