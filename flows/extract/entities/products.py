"""Models and products that a text names: 《》-less Latin names, quoted names, coined names before 大模型,
研发的X产品.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.coined import is_coined
from flows.extract.entities.gazetteer import gazetteer
from flows.extract.entities.institutions import discovered_id
from flows.extract.entities.latin import TERMS
from flows.extract.entities.surfaces import Sense
from flows.extract.words import has_word, tagged
from flows.patterns import holds, lazy

KINDS = alternation("product_kind")
QUOTED_NAME = r"[\w·.\-](?: ?[\w·.\-]){1,15}"
"""A name in quotes, of several words too: uAI 有爱小山."""
ALIAS = r"(?:[（(][A-Za-z0-9 .\-]{2,16}[）)])?"
"""The name in Latin letters that may stand in the same quotes: “小禾（Xiaohe）”."""
QUOTED = lazy(rf"[“\"]({QUOTED_NAME})[”\"][\w]{{0,10}}?" + KINDS)
QUOTED_AFTER = lazy(rf"(?:{KINDS}|{alternation('quoted_ware')})" + rf"\s?[“\"]\s?({QUOTED_NAME})\s?[”\"]")
QUOTES = lazy(r"\s?[“\"]")
WARES = (*cue_words("product_kind"), *cue_words("quoted_ware"))
NAMED_FOR = lazy(
    r"[“\"]([\w·]{1,8}(?:助手|大模型|智能体|Agent|数字人|助理|帮手)"
    rf"|[\w·]{{0,6}}(?:AI|智能)[\u4e00-\u9fff]{{0,4}}{alternation('ai_persona')})[”\"]"
)
"""A quoted name that tells itself what it is: “小舟助手”."""
OF_MAKER = lazy(
    rf"(?:的|旗下|发布|推出|自研|打造)[“\"]({QUOTED_NAME}){ALIAS}[”\"](?=(?:[\u4e00-\u9fff]{{0,8}}?"
    rf"(?:{alternation('behind_quoted_ware')}|，)))"
)
RELEASED = lazy(
    rf"(?:发布|推出|上线|开源|发布了|推出了|名为)(?:新一代|全新|首款|一款)?[^，。；“”]{{0,10}}[“\"]({QUOTED_NAME}){ALIAS}[”\"]"
)
LATIN = lazy(
    r"([A-Z](?<![A-Za-z0-9][A-Z])[A-Za-z]*(?:[-‑ ]?[A-Za-z0-9.]+){0,3})"
    r"(?:系列)?\s?(?:大模型|模型|芯片|机器人)"
)
LATIN_AFTER = lazy(r"(?:大模型|模型|芯片|机器人)([A-Z][A-Za-z]*(?:[-‑][A-Za-z0-9.]+){0,3})")
COINED = lazy(
    r"(?:^|[，。；、：“\n的和与及]|(?:发布|推出|上线|开源)了?|自研|研发|打造|训练|接入|基于|使用|名为)"
    r"([\u4e00-\u9fff]{2,4})(?:AI|人工智能|多模态|语言)?大模型"
)
"""A name that no dictionary has, without quotes: 云岫大模型."""
MADE = lazy(
    r"(?:自主研发|自主研制|研发|打造|研制|开发|推出|自研|生产|发布)(?:了|出|的)(?:[一首新]款|首个|全球首[款个]|国内首[款个])?"
    r"([\u4e00-\u9fffA-Za-z0-9·\-]{3,22}?(?:产品|系统|大模型|机器人|芯片|助手))"
)
CALLED = lazy(
    r"(?:名为|取名|命名为|叫做?|代号)[“\"]?([A-Za-z][A-Za-z0-9.\-]{1,16})[”\"]?的[^，。；]{0,12}?(?:模型|算法|系统|机器人|芯片|产品|助手|平台|应用)"
)
"""A product by what it is called: 名为DeepView的识别算法."""
NAMED = lazy(
    rf"(?:名为|叫做?|取名|命名为)([\u4e00-\u9fffA-Za-z0-9]{{2,8}}(?:{alternation('software_tail')}))(?=[，。；、的）])"
)
"""Software by what it is called: 名为云岫病理大模型."""
MADE_QUOTED = lazy(
    rf"(?:研制|研发|开发|制造|建造|自研|生产|打造|推出|设计)的[“\"]([\w·.\-]{{2,14}})[”\"]"
    rf"(?=[\u4e00-\u9fff]{{0,6}}?{alternation('ware_noun')})"
)
"""A ware by its name in quotes behind who makes it: 研制的“云岫号”盾构机."""
NAMED_WARE = lazy(
    rf"(?:{alternation('ware_noun')}|装备|平台|工具|车|船|柜|舱|模型|智能体)[^，。；“]{{0,4}}?(?:名叫|名为|叫做?|取名|命名为|被?称为|名字叫|代号)(?:为)?"
    rf"[“\"]({QUOTED_NAME})[”\"]"
    rf"|(?:名叫|名为|叫做?|取名|命名为|代号)[“\"]([\w·.\-]{{2,14}})[”\"]的[^，。；]{{0,10}}?(?:{alternation('ware_noun')}|装备)"
)
"""A ware by the name in quotes that it is called by: 装备名叫“某某”, 名为“某某”的巡检设备."""
IS_WARE = lazy(
    r"[“\"]([\w·.\-]{2,10})[”\"](?:就)?是[^，。；“”]{2,24}?的[^，。；“”的]{0,12}?"
    rf"(?:{alternation('assistant_noun')}|大模型|{alternation('ware_noun')})(?=[，。；])"
)
"""A ware by its name in quotes before whose and what it is: “云岫”是某某公司的客服数字人."""
SOLD = lazy(rf"[0-9][多余]?[台辆架部艘][“\"]([\w·.\-]{{2,10}}){ALIAS}[”\"]")
"""A ware by its name in quotes behind how many of it: 500台“小布米”."""
VESSEL = lazy(
    r"[“\"]([\u4e00-\u9fffA-Za-z]{1,6}(?<!文明)[0-9一二三四五六七八九十]*号)[”\"]"
    r"(?=[\u4e00-\u9fff]{0,10}?(?:[0-9]{1,2}月|在|于|正式|成功|顺利|交付|下水|首航|首飞|下线|起航|出坞|下潜|坐底|试航|巡航|入列))"
)
"""A ship, a craft or a great machine by its name: “海盾1号”养殖工船在甲市下水."""
PERSONA = lazy(
    rf"(?:AI|智能|数字|虚拟)[\u4e00-\u9fff]{{0,4}}{alternation('ai_persona')}[“\"]([\w·]{{2,6}})[”\"]"
)
"""An assistant by its name in quotes behind whom it stands in for: AI陪伴医生“小安”."""
QUOTING = (
    PERSONA, VESSEL, SOLD, IS_WARE, QUOTED, QUOTED_AFTER, NAMED_FOR, OF_MAKER, RELEASED, NAMED_WARE,
    MADE_QUOTED,
)  # fmt: skip
WITHOUT_CALLED = tuple(pattern for pattern in QUOTING if pattern is not NAMED_WARE)
COLLECTIVE = lazy(
    r"[二两三四五六七八九十]大?(?:小?[龙虎强雄杰]|小花|巨头|剑客|金刚|兄弟|君子|件套|宗罪)$"
    r"|^(?:[一二两三四五六七八九十百千万][\u4e00-\u9fff]{1,2}){2,4}$"
    rf"|(?<=[\u4e00-\u9fff]{{2}}){alternation('phenomenon_end')}$"
)
"""What names several at once (“AI四小龙”, “五城三园”), or what happens to all: “打工潮”, “价格战”."""
OCCASION = lazy(r"[”\"](?:主题|系列)(?:新闻)?(?:发布会|论坛|活动|报道|讲座|展览?|采访|党日)")
"""What tells that a quoted name is that of a series of events."""
MADE_IN = ("造", "产")
JOINED = lazy(r"[及和与或等]")
LINKS = frozenset({"p", "v", "f", "d", "c", "uj", "ul"})
"""Tags of words that are no part of a coined name."""
LATIN_KINDS = ("模型", "芯片", "机器人")
MADE_KINDS = (*LATIN_KINDS, "产品", "系统", "助手")
PLACES = ("社区", "小镇", "街区")
"""Ends of what is a place, though its name stands in quotes as a product's does."""
GRADED = lazy(r"(?:国家|省|市|[国省市县区]家?级|批|类)$")
GENERIC = lazy(rf"^{alternation('product_generic')}*{KINDS}?$")


def find_products(text: str) -> Iterator[tuple[int, int, Sense]]:
    """Spans and senses of products in `text`; generic phrases (通用大模型) are none."""
    named = "名" in text or "叫" in text or "称为" in text or "代号" in text
    quoted = (QUOTING if named else WITHOUT_CALLED) if "“" in text or '"' in text else ()
    latin = (LATIN, LATIN_AFTER) if holds(text, LATIN_KINDS) else ()
    made = (MADE,) if holds(text, MADE_KINDS) else ()
    called = (CALLED, NAMED) if named else ()
    for pattern in (*quoted, *latin, *made, *called):
        at = pattern.beginning(text, wares_before_quotes(text)) if pattern is QUOTED_AFTER else None
        for match in at or pattern.finditer(text):
            group = 2 if pattern is NAMED_WARE and match[2] else 1
            name = match[group]
            if pattern is MADE and (JOINED.search(name) or text[match.end(1) : match.end(1) + 1] in "“「"):
                continue  # 物流及工业机器人; 养猪大模型“云岫” is called by what stands in quotes
            if len(name) > 5 and is_phrase(name):
                continue  # “分档调节思考长度”
            if name.endswith(MADE_IN) and gazetteer().find(name):
                continue  # “重庆造” are all things made there
            if COLLECTIVE.search(name) or name.endswith(PLACES) or pattern is QUOTED_AFTER and is_deed(name):
                continue
            if name in TERMS or GENERIC.match(name) or name.endswith(cue_words("policy_end")):
                continue
            if pattern is QUOTED and GRADED.search(text, max(0, match.start() - 3), match.start()):
                continue  # 国家“双跨”平台 is a grade of platforms
            behind = text[match.end(group) : match.end(group) + 6].lstrip("”\"")
            if not OCCASION.match(text, match.end(group)) and not behind.startswith(cue_words("policy_kind")):
                yield *match.span(group), product(name)
    for match in COINED.finditer(text) if "大模型" in text else ():
        name = match[1]
        spoken = any(tag in LINKS for _, tag in tagged(name))  # 用上大模型
        if is_coined(name) and not spoken and not GENERIC.match(name) and not gazetteer().find(name):
            yield *match.span(1), product(name)


def is_deed(name: str) -> bool:
    """Is it what things do, and no name: 机器人“上岗”?"""
    words = tagged(name)
    if len(name) == 2 and name[0] in MOVES and has_word(name):
        return True
    return len(name) < LONGEST_DEED and words[0][1] in DEEDS and (len(words) > 1 or has_word(name))


LONGEST_DEED = 5
DEEDS = frozenset({"v", "vn", "vd"})
MOVES = frozenset("进上入下出返")
"""Characters that begin words for going somewhere, whatever the dictionary calls them: 进厂."""


def wares_before_quotes(text: str) -> Iterator[int]:
    """Where words for wares start that a quote follows, with a blank between them at most."""
    for quote in QUOTES.finditer(text):
        end = quote.start()
        if text.endswith(WARES, 0, end):
            yield from (end - len(word) for word in WARES if text.endswith(word, 0, end))


def is_phrase(name: str) -> bool:
    """Does the name say what is done, with a verb of two characters amid it?"""
    if name[0].isascii():
        return False
    words = tagged(name)
    return any(tag == "v" and len(word) > 1 for word, tag in words[1:-1])


def product(name: str) -> Sense:
    """A model or product that only texts name."""
    return Sense("model", (discovered_id(name),), (name,), "product")
