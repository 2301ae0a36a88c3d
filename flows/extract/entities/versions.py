"""Models whose names go on behind a known one (Qwen-Long), and versions that stand alone (R1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.cues import alternation
from flows.extract.entities.gazetteer import Hit, gazetteer
from flows.extract.entities.institutions import discovered_id
from flows.extract.entities.surfaces import Sense
from flows.patterns import holds, lazy

TIER = (
    r"(?:Pro|Flash|Max|Mini|Lite|Turbo|Ultra|Plus|Air|Nano|Preview|Thinking|Instruct|Coder|Base|Chat|VL|Omni|Image|Video"
    r"|Sonnet|Opus|Haiku|Speed|Small|Medium|Large)"
)
RELEASE = r"[A-Z][0-9]{1,2}(?:\.[0-9]{1,2})?"
PART = r"[-‑][A-Za-z0-9]+(?:\.[0-9]+)?"
NO_QUANTITY = rf"(?![0-9.,%％$~～—–至到]|[-‑][0-9](?![0-9.]{{0,4}}[BM])|\s?{alternation('behind_quantity')})"
"""What does not stand behind the number of a version: 某某 3亿元, 某某 5月."""
NUMBER = rf"[ -]?[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?(?:[a-z](?![a-z]))?{NO_QUANTITY}"
SIZE = r" [0-9]{1,3}(?:\.[0-9])?[BM](?![A-Za-z0-9])"
VARIANT = lazy(
    rf"(?:(?:{PART}|\.[0-9]{{1,2}}{NO_QUANTITY}| ?{RELEASE}|{NUMBER}|{SIZE}| (?i:{TIER}))(?![A-Za-z0-9])"
    rf"|[0-9]{{1,2}}(?=[-‑](?:[A-Za-z]|[0-9]{{1,3}}[BM]))){{1,4}}"
)
"""How a model's name goes on behind its family's: Qwen-Long, DeepSeek V4-Pro, Kimi K2.5, GPT-5 mini, Llama 4
70B.
"""
HAN_VARIANT = lazy(
    rf"(?:\s?[0-9]{{1,2}}\.(?:[0-9](?![，。、；）])|[05])|\s?[A-Z][0-9]{{1,2}}(?:\.[0-9])?){NO_QUANTITY}(?![A-Za-z0-9])"
    rf"(?:[ -]?(?i:{TIER})(?![A-Za-z]))?"
)
"""The same behind a name in Han characters, where a bare number would be a figure: 豆包2.0, 星火X1."""


def variant_of(sense: Sense, name: str) -> Sense:
    """A model whose name goes on behind that of a known one (Qwen-Long): one of its own."""
    return Sense("model", (discovered_id(name),), (name,), sense.level)


EDITION = r"(?:至尊版|领先版|Elite(?![A-Za-z]))"
CHIP = lazy(
    rf"\s?(?:[0-9]\s?{EDITION}|[0-9] Gen ?[0-9]"
    rf"|[0-9]{{3,4}}(?:[a-z](?![a-z])|[A-Z])?{NO_QUANTITY}(?![A-Za-z0-9])(?:\s?(?:{EDITION}|{TIER})(?![A-Za-z]))?)"
)
"""How the name of a family of chips goes on: 思元690, 骁龙8至尊版."""


def variant_behind(text: str, end: int, sense: Sense) -> re.Match[str] | None:
    """How the name of a model that ends there goes on."""
    if text[end - 1].isascii():
        return VARIANT.match(text, end)
    return HAN_VARIANT.match(text, end) or (CHIP.match(text, end) if sense.level == "chip" else None)


VERSION = lazy(rf"[-‑ ]?({RELEASE}(?:[-‑ ]{TIER})?|(?<= ){TIER} [0-9](?:\.[0-9])?)$")
TIERED = lazy(rf"(?<![A-Za-z0-9.‑-])({RELEASE})[-‑ ]{TIER}(?![A-Za-z0-9.‑-])")
"""A version that stands alone with its tier: V4-Flash."""


def versions_of(texts: list[str], hits: list[list[Hit]]) -> dict[str, Sense]:
    """Versions by which an article calls models that it names in full elsewhere: R1 beside DeepSeek-R1."""
    found: dict[str, Sense] = {}
    for text, named in zip(texts, hits, strict=True):
        for start, end, senses in named:
            if senses[-1].kind == "model":
                variant = variant_behind(text, end, senses[-1])
                name = text[start : variant.end() if variant else end]
                version = VERSION.search(name)
                if version:
                    found.setdefault(version[1], variant_of(senses[-1], name) if variant else senses[-1])
                sibling = SIBLING.match(text, start + len(name))
                if sibling:
                    found.setdefault(sibling[1], sibling_of(name, sibling[1], senses[-1]))
    add_tiers(texts, found)
    return found


def add_tiers(texts: list[str], found: dict[str, Sense]) -> None:
    """The other tiers of a release of which the article names one in full: V4-Flash beside a V4-Pro."""
    releases = {version.replace("‑", "-").replace("-", " ").split()[0]: one for version, one in found.items()}
    for text in texts if releases else ():
        for match in TIERED.finditer(text) if holds(text, releases) else ():
            family = releases.get(match[1])
            if family and match[0] not in found:
                name = family.names[0]
                at = name.find(match[1])
                found[match[0]] = variant_of(family, name[:at] + match[0] if at > 0 else match[0])


SIBLING = lazy(r"(?:和|与|及|、|/)([A-Z][0-9]{1,2}(?:\.[0-9]+)?)(?![A-Za-z0-9‑-])")
OWN_VERSION = lazy(r"([-‑ ]?)[A-Z]?[0-9]+(?:\.[0-9]+)?$")


def sibling_of(name: str, version: str, sense: Sense) -> Sense:
    """The model of the same family that only its version names: R1 in DeepSeek-V3和R1."""
    own = OWN_VERSION.search(name)
    whole = f"{name[: own.start()]}{own[1]}{version}" if own else f"{name}{version}"
    hits = gazetteer().find(whole)
    known = hits and hits[0][:2] == (0, len(whole)) and hits[0][2][-1].kind == "model"
    return hits[0][2][-1] if known else variant_of(sense, whole)


def lone_versions(
    text: str, versions: dict[str, Sense], hits: list[Hit]
) -> Iterator[tuple[int, int, Sense]]:
    """Spans and senses of versions that stand alone: V3和R1均降价; `hits` are the names known in the text."""
    spans: list[tuple[int, int]] | None = None
    for version, sense in versions.items():
        if version in text:
            spans = [whole_span(text, hit) for hit in hits] if spans is None else spans
            before = "(?<![A-Za-z0-9.‑-])" if version[0].isascii() else ""
            after = "(?![A-Za-z0-9‑-]|[.][0-9])" if version[-1].isascii() else ""
            alone = before + re.escape(version) + after
            for match in re.finditer(alone, text):
                start, end = match.span()
                if not any(first < start < last or first == start and end < last for first, last in spans):
                    yield start, end, sense


def whole_span(text: str, hit: Hit) -> tuple[int, int]:
    """Where a known name stands, with what goes on behind that of a model."""
    start, end, senses = hit
    variant = variant_behind(text, end, senses[-1]) if senses[-1].kind == "model" else None
    return start, variant.end() if variant else end


RELEASED = lazy(rf" ?{RELEASE}(?![A-Za-z0-9])(?: {TIER}(?![A-Za-z0-9]))?(?:{PART})*(?![A-Za-z0-9])")


OWN_CODE = lazy(
    r"(?:旗下)?的?((?!Q[1-4]|H[12]|L[0-5]|CO2|PM2|IP)"
    r"(?:[A-Z]|[a-z]+[A-Z])[A-Za-z]{0,8}[- ]?[0-9]{1,3}[A-Za-z]{0,3})"
    r"(?![A-Za-z0-9.%]|[季级轮])"
)
"""Behind a firm, its product by a code: 某机器人公司的PM01."""


OWN_WARE = lazy(
    r"(?:AI|智能)(?:眼镜|手机|音箱|平板|手表|耳机|电视|PC|电脑|戒指|玩具)"
    r"(?=[0-9年月日于，]{0,8}(?:正式|全球)?(?:发售|开售|上市|起售|售价|首发|首月|定价|重[0-9]|续航))"
)
"""Behind a firm, its one ware that is sold: 某公司AI眼镜6月26日发售."""


def released_by_firms(text: str, hits: list[Hit]) -> Iterator[tuple[int, int, Sense]]:
    """Spans behind a firm's Latin name where a release of a model bears it (MiniMax M2.5), and the model."""
    for start, end, senses in hits:
        named = senses[-1].kind == "firm" == senses[0].kind and text[start:end].isascii()
        found = RELEASED.match(text, end) if named else None
        if found:
            name = text[start : found.end()]
            version = found.start() + (text[end] == " ")
            yield version, found.end(), Sense("model", (discovered_id(name),), (name,), "product")
            continue
        coded = OWN_CODE.match(text, end) if senses[0].level == "firm" else None
        if coded:
            yield *coded.span(1), Sense("model", (discovered_id(coded[1]),), (coded[1],), "product")
        ware = OWN_WARE.match(text, end) if senses[0].level == "firm" else None
        if ware:
            name = text[start : ware.end()]
            yield *ware.span(), Sense("model", (discovered_id(name),), (name,), "product")
