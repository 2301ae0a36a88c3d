"""Is a word made for a name (云岫科技), or is it one of the language?"""

from __future__ import annotations

from itertools import pairwise

from flows.extract.cues import alternation, cue_words
from flows.extract.words import has_word, tagged
from flows.patterns import lazy

FUNCTION_WORDS = frozenset(
    "这那各多某本该其此两几我他们的和与及等是有在为到从了将把被对向以不新老大小高低硬软"
)
NOT_A_NAME = lazy(
    r"^[被让使最更把将]|^[一二三四五六七八九十两百千]+(?:大|个|家|项|条|座|款|批|城|省|市|区|县)|项目|^(?:自研|车规|买量|智算|算力|具身|端侧|数智|数实|车载|座舱|智驾|智舱|换电|储充|适老|银发|医美|短剧|电竞|清洁|跨境|出海)|归母|扣非|厂商$|(?:车|设备|材料|电池|芯片|零售|软件|物流|零件)商$|车企$|巨头$|平台$|板块|概念|赛道|国产|我国|第[一二三]股|^(?:行政|联合|首席|执行)$|公司|企业|集团$|该|本|某|这|其|前|现任|原|时任|我|他|她|记者|副$|担任|出任|董事|总裁|总经理|创始|主任|局长|书记|教授|院长|市长|处长|专家|学者|主席|秘书|工程师|科学家|先生|女士|博士|多|各|家|名|位|中国|国内|全球|人工智能|大模型|行业|产业|部$|中心$|事业|办公室|研究员|分院|联席|常务|执行|高级|担|任|[率量额数值价已达]$|占比|同比|环比|采用|出货"
)
SECTORS = frozenset(cue_words("sector"))
"""Words for sectors, which with 科技 behind them name no firm (医药科技)."""
COLUMN = lazy(alternation("column_tail") + "$")
"""The name of a column or a paper, which heads its page."""


def is_coined(head: str) -> bool:
    """Is the word made for a name, with no word of the dictionary in it?"""
    return not (
        FUNCTION_WORDS & set(head) or head in SECTORS or any(has_word(word) for word in parts_of(head))
    )


def parts_of(head: str) -> set[str]:
    """Every stretch of two code points or more of the head."""
    return {head[at:end] for at in range(len(head)) for end in range(at + 2, len(head) + 1)}


def is_made_up(name: str) -> bool:
    """Does the name hold a word that the dictionary does not have, or a Latin one, and nothing that no name
    holds?
    """
    if len(name) < 2 or has_word(name) or NOT_A_NAME.search(name) or COLUMN.search(name):
        return False
    words = tagged(name)
    strange = any(len(word) > 1 and not word.isascii() and not has_word(word) for word, _ in words)
    strange = strange or any(len(one) == len(two) == 1 for (one, _), (two, _) in pairwise(words))
    return strange and not any(tag in LINKS for _, tag in words) and not name[0].isdecimal()


def is_said(name: str) -> bool:
    """Does the word begin with a verb or an adverb, as no name does (持续推动数据)?"""
    word, tag = tagged(name)[0]
    return tag in {"v", "vd", "d", "ad"} and len(word) > 1 and has_word(word)


LINKING = frozenset("因而由但且则据让使给从于向对将即如若虽")


VISITS = lazy(r"走进|走入|来到|步入|踏进|迈进|探访|走访|位于")


def without_visit(name: str) -> str:
    """The name without the verb of those who visit the firm: 走进禾岫智能."""
    visit = VISITS.match(name)
    return name[visit.end() :] if visit and len(name) > visit.end() + 1 else name


def without_link(name: str) -> str:
    """The name without the word that links it to the text before: 因华冠光电."""
    led = len(name) > 3 and name[0] in LINKING and not has_word(name[:2])
    return name[1:] if led else name


LINKS = frozenset({"p", "c", "uj", "ul", "d", "m", "t", "f"})
"""Tags of words that are no part of a coined name."""
