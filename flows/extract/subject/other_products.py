"""Products that no name makes known, where a sentence goes over to them: 开放平台汇聚开发者820万."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.subject.subjects import Scene
from flows.patterns import lazy

OTHER = lazy(
    r"(?:此外|另外|同时|其中|而|目前|如今|公司的?|集团的?|，)*(?!该|这|其|此|本|新|全)"
    rf"([\u4e00-\u9fffA-Za-z0-9·]{{2,8}}?)(?:{alternation('ware_noun')}|平台)(?![、的和与])"
)
"""What a sentence or its part opens with that tells of another product: 开放平台汇聚开发者…."""


def opens_with_other(scene: Scene, model: tuple[str, str]) -> bool:
    """Does the part of the sentence up to the number open with a product that is not the model?"""
    start = max(scene.sentence.start, scene.text.rfind("；", scene.sentence.start, scene.number.start) + 1)
    other = OTHER.match(scene.text, start, scene.number.start)
    named = [m for m in scene.sentence.mentions if start <= m.start < scene.number.start]
    if other is None or any(m.kind == "model" or m.start < other.end() for m in named):
        return False
    return other[1] not in model[1] and not VERSION_OF.search(other[1])


VERSION_OF = lazy(r"[版款代次级]$|后$|的")
"""What is no name of another product: 企业版产品."""
