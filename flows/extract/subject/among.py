"""Those of a crowd who are in a place or come from it, of which the next number tells; the place is what is
spoken of: 研究者中，在美国工作的占57%，在中国的占12%.
"""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.patterns import lazy

FROM = lazy(r"(?:^|[，。；：、])[^，。；：、0-9]{0,5}(?:[在于自往向到至]|落户)$")
THOSE = lazy(
    r"[^，。；、的0-9]{0,6}的(?:则|均|都|也|只|仅|就|共)*(?:占|有|达|为)(?:了|到)?(?:约|近|超过?|逾|不到|不足|将近|接近)?"
    r"(?:[0-9]|[一二两三四五六七八九]成|一半|半数)"
)
WIDE = frozenset({"nation", "world", "group"})
OWNED = lazy(r"收入|营收|销售额|利润|公司|集团|员工|门店|订单|资产|股东")
"""What a firm has and tells of place by place: 公司收入中，来自华东的占34%."""

OF_ONE = lazy(r"(?:^|[，；])[^，。；的0-9]{2,8}的[^，。；0-9]{1,10}[中里]，[^，。；]{0,6}$")
"""Before the place where some of another one's are: 某省的毕业生中，留在某市的占六成."""


def is_of_those(text: str, mention: Mention) -> bool:
    """Does the number behind the place or the school tell how many are there or come from it?"""
    if mention.level in WIDE or "的" not in text[mention.end : mention.end + 8]:
        return False
    if not FROM.search(text[max(0, mention.start - 8) : mention.start]):
        return False
    start = text.rfind("。", 0, mention.start) + 1
    said = text[start : mention.start]
    return THOSE.match(text, mention.end) is not None and not OWNED.search(said) and not OF_ONE.search(said)
