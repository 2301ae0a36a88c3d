"""Noun phrases beside a number: what is counted (34款大模型) and what is measured (产业规模逾3800亿元)."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from flows.extract.cues import cue_words
from flows.extract.reference import read_reference
from flows.extract.words import tagged
from flows.memo import Memo
from flows.patterns import Pattern, lazy

NOUN_TAGS = frozenset(
    "n nr ns nt nz nl ng nrt nrfg vn an a b j eng l i s tg g m1".split()  # noqa: SIM905
)
JOINS = frozenset({"及", "和", "与", "、", "以及", "或", "及其", "·", "&", "-", "/", "“", "”"})
VERB_TAGS = frozenset({"v", "vd", "vg"})
STRIP_TAGS = frozenset(
    "v vd d ad p c u uj ul uz ud ug uv t x r f zg y df e o q m z k vg rz dg vq".split()  # noqa: SIM905
)
TAIL = 48
"""Code points beside a number that are looked at."""


@lru_cache(maxsize=1)
def generic_nouns() -> Pattern:
    """Noun phrases made of words that name no thing of their own (总数量, 同比增速)."""
    words = sorted((row["pattern"] for row in read_reference("generic_nouns")), key=len, reverse=True)
    return lazy(f"^(?>[总其该这此]?(?:{'|'.join(words)}))+$")


def is_generic(noun: str) -> bool:
    """Does the noun name no thing of its own (数量, 占比, 规模), so that the thing before it is meant?"""
    return _GENERIC[noun]


def _generic(noun: str) -> bool:
    if len(noun) < 2 or generic_nouns().match(noun) is not None:
        return True
    named = noun[0].isascii() and LATIN_NAME.fullmatch(noun) is not None
    return named and noun not in cue_words("latin_thing")


_GENERIC = Memo(_generic)

LATIN_NAME = lazy(
    r"[A-Za-z][A-Za-z]*[a-z][A-Za-z]*[ \-]?[A-Z]?[0-9.]*[A-Za-z]?|[A-Z]+-[A-Z]?[0-9][0-9.]*[A-Za-z]?"
    r"|[A-Za-z]+[0-9.]*(?:[-‑][A-Za-z]*[0-9]*(?:\.[0-9]+)?[A-Za-z]*)*[-‑](?:[0-9]+(?:\.[0-9]+)?[A-Za-z]*|[A-Z]?[a-z]+)"
)
"""A name in Latin letters (Kimi, DeepSeek-R1): who is measured, not what; GDP and PUE are no such names."""


@lru_cache(maxsize=1)
def locating_verbs() -> frozenset[str]:
    """Verbs that tell where the things before them are: 企业来自…."""
    return frozenset(cue_words("locating_verb"))


@lru_cache(maxsize=1 << 15)
def phrase_before(head: str) -> str:
    """The noun phrase that `head`, the clause's text before a number, ends with once verbs are stripped."""
    words, deverbal = up_to_noun(head)
    told = deed_behind_adverb(words)
    if told:
        thing = phrase_before("".join(word for word, _ in words[:-told]))  # 专利累计申请
        if not is_generic(thing):
            return thing
    phrase, stop = phrase_at_end(words)
    if stop >= 0 and locates(words[stop], phrase):
        located = phrase_before("".join(word for word, _ in words[:stop]))
        if located or not phrase.endswith(THINGS):  # 已落户数据中心项目33个
            return located
    if deverbal and phrase in cue_words("deverbal_noun"):
        return phrase
    noun = trim(without_move(without_light_verb(phrase)))
    return "" if noun.startswith(COMPARED) else noun


COMPARED = ("高于", "低于", "优于", "好于", "强于", "快于", "逊于", "多于", "少于")
"""What no noun begins with, and a name follows that is no noun (高于GPT-4o的78%)."""


def up_to_noun(head: str) -> tuple[list[tuple[str, str]], bool]:
    """The tagged words of the text up to its last noun, without the verbs and adverbs behind that.

    It tells as well whether that noun is a verb by its form, behind 的 (算力的租赁).
    """
    if head[-1:] in MOVED_LAST:
        head = MOVED_TO.sub("", head)
    if " " in head:
        head = LATIN_SPACE.sub("", head)
    words = list(tagged(head[-TAIL:]))
    while words and (words[-1][1] in STRIP_TAGS or words[-1][0] in link_words() or words[-1] in DEGREES):
        if len(words) > 1 and words[-2][0] == "的" and words[-1][0] in cue_words("deverbal_noun"):
            words[-1] = (words[-1][0], "vn")
            return words, True
        words.pop()
    return words, False


def phrase_at_end(words: list[tuple[str, str]]) -> tuple[str, int]:
    """The noun phrase that the words end with, and the index of the word before it, -1 if there is none."""
    phrase, index = "", len(words) - 1
    while index >= 0 and not locates(words[index], phrase):
        word, tag = words[index]
        before = words[index - 1] if index else ("", "")
        if is_joined(word, tag, before, phrase):
            phrase = word + phrase
        elif word == "的" and phrase and before[1] == "t" and index > 1 and words[index - 2][1] in NOUN_TAGS:
            phrase = word + phrase  # 产业目前的规模
            index -= 1
        elif word in cue_words("noun_gap") and is_generic(phrase):
            pass
        elif tag in {"f", "m"} and phrase and before[1] in NOUN_TAGS:
            phrase = word + phrase
        else:
            break
        index -= 1
    return phrase, index


def locates(word: tuple[str, str], phrase: str) -> bool:
    """Is the word a verb that tells where the things before it are (企业来自上海), and in no attribute?"""
    return word[1] in VERB_TAGS and word[0] in locating_verbs() and "的" not in phrase


def is_joined(word: str, tag: str, before: tuple[str, str], phrase: str) -> bool:
    """Is the word one of the noun phrase that begins behind it? `before` is the tagged word before it."""
    if tag in NOUN_TAGS:
        return True
    if word == "的":
        return before[1] in NOUN_TAGS or before[1] in VERB_TAGS
    if word in JOINS and before[1] in NOUN_TAGS:
        return True
    if not phrase:
        return False
    if tag in VERB_TAGS and len(word) == TWO and not leads_to(word, phrase):
        return before[1] in NOUN_TAGS or not phrase.startswith("的")
    if word == "类":
        return len(before[0]) > 1 and before[1] in OF_A_KIND  # 智能制造类项目
    return word == "度" and len(before[0]) > 1  # 均衡度指数


OF_A_KIND = (NOUN_TAGS | VERB_TAGS) - {"m1"}
"""What words are tagged that name a kind before 类."""


def leads_to(verb: str, phrase: str) -> bool:
    """Does the verb lead to the noun behind it, and is no part of its name as in 使用量, 完成率?"""
    return verb in cue_words("leading_verb") and phrase not in "量率"


THINGS = ("项目", "企业", "机构", "团队", "公司", "平台", "院所", "实验室", "产业", "总部")
"""How the names of the things end that settle somewhere, as those of the sites do not."""


def deed_behind_adverb(words: list[tuple[str, str]]) -> int:
    """How many of the last words are verbal nouns behind an adverb, with that, which tell what was done."""
    told = 0
    while told < len(words) and words[-1 - told][1] == "vn":
        told += 1
    if not told or told + TWO >= len(words) or words[-1][0] in noun_verbs():
        return 0
    told += words[-TWO - told][0] == "已"  # 已规划建设
    return told + 1 if words[-1 - told][1] == "d" else 0


@lru_cache(maxsize=1)
def delivered() -> frozenset[str]:
    """What firms do with their goods, and how many these are by the same word: 出货的机器人, 出货年增9%."""
    return frozenset(cue_words("volume_verb")) & frozenset(cue_words("volume_noun"))


def without_clause(noun: str) -> str:
    """The noun without an attribute that is a clause (公司卖出的工业机器人), or too long for a name."""
    attribute, _, head = noun.rpartition("的")
    if len(head) < TWO or is_generic(head):
        return noun
    words = tagged(attribute)
    clausal = any(tag in VERB_TAGS for _, tag in words) or words[-1][0] in delivered()
    return head if clausal or len(attribute) > LONGEST_ATTRIBUTE else noun


def without_owner(noun: str) -> str:
    """The noun without whose it is, where a common word says that (公司研发投入, 大会展览面积)."""
    if not noun.startswith(cue_words("noun_owner")):
        return noun
    words = tagged(noun)
    rest = noun[len(words[0][0]) :].removeprefix("的")
    return rest if words[0][0] in cue_words("noun_owner") and len(rest) > 1 and not is_generic(rest) else noun


TWO = 2
LONGEST_ATTRIBUTE = 9
DEGREES = frozenset((word, "a") for word in (*"多少高低快慢大小新", "便宜"))
"""What a noun is more or less by, and no part of it: 净利却少了."""
MOVED_LAST = frozenset("到至为")
MOVED_TO = lazy(r"(?:发展|扩充|扩大|扩展|壮大|扩张|成长)(?:到|至|为)$")
"""What leads to the level that somebody has come to, and is no noun: 从6人发展到143人."""
LATIN_SPACE = lazy(r"(?<=[\u4e00-\u9fff]) +(?=[A-Za-z])|(?<=[A-Za-z]) +(?=[\u4e00-\u9fff])")
"""What typesetters put between Chinese and Latin letters: 日均消耗的 Token."""
MOVED_END = lazy(
    r"(?<=企业|公司|主体|农户|农民|群众|青年|园区|机构|团队|门店|场景)(?:发展|培育|壮大|扩张|扩充|扩容|集聚)+$"
    r"|(?<=..)(?:设有|设定|划定|设置)(?:红线|底线|上限|下限|门槛)$"
    r"|(?<=[\u4e00-\u9fff]{2})(?<![新净倍递激])[增涨跌]$|(?<=..)(?:(?:幅度)?(?:上涨|下跌|下降|上升|增长|收窄|回升|回落)|节省|节约|持续|连续|稳步|快速|强劲|全部|合计|整体|按[年季月]|实质|实际|名义|预期)$"
)
"""A move that ends a noun phrase as a word of it: 物价上涨, 亏损幅度收窄."""
MOVES_WITH = frozenset("线限槛展育大张充容聚省约年季月涨跌降升长窄落续步速劲部计体质际义增期")


def without_move(phrase: str) -> str:
    """The phrase without the move that ends it; looked for only where its last character may be of one."""
    return MOVED_END.sub("", phrase) if phrase[-1:] in MOVES_WITH else phrase


@lru_cache(maxsize=1)
def light_verbs() -> Pattern:
    """Verbs that lead to a noun and are no part of it: 发生(融资事件), 拥有(专利)."""
    words = sorted((row["verb"] for row in read_reference("light_verbs")), key=lambda word: -len(word))
    return lazy("^(?:" + "|".join(words) + ")+(?:了|的|着|过|出)?")


def without_light_verb(phrase: str) -> str:
    """The phrase without the light verbs that lead it, as whole words: 总 leads no 总体规模."""
    led = light_verbs().match(phrase)
    if led and (phrase[led.end() :] in MEASURES or OF_A_KIND_LED.match(phrase, led.end())):
        return phrase  # 开行量, 服务类项目
    if led is None or led.end() == len(phrase):
        return phrase[led.end() :] if led else phrase
    ends = list(accumulate(len(word) for word, _ in tagged(phrase)))
    for end in reversed(ends):
        if end <= led.end() and light_verbs().fullmatch(phrase, 0, end):
            return phrase[end:]
    return phrase


OF_A_KIND_LED = lazy("类(?!似|[型别])..")
MEASURES = frozenset({"量", "额", "率", "人数", "人次", "户数"})
"""What makes an amount of the deed before it: 开行量, 参与人数."""


@lru_cache(maxsize=1)
def link_words() -> frozenset[str]:
    """Words between a noun and its number (位居, 达到, 全国) that are no part of the noun."""
    return frozenset(row["word"] for row in read_reference("link_words"))


EDGES = "的及和与、以或·-/“”其"
ONE_OF = lazy(r"^[^的]{2,8}?(?<![第统唯万专同])一(?:条|台|座|家|个|名|辆|栋|间)(?=[\u4e00-\u9fff]{2})")
"""Of what one thing is told whose figure follows: 园区一条产线用工."""
PER = lazy(r"每(?!股)[\u4e00-\u9fff]{1,3}$")


def trim(phrase: str) -> str:
    """Without joiners and quotes at its ends, nor a denominator (每吨) behind it."""
    head, opened, quoted = phrase.rpartition("“")
    if len(head) > 1 and head[-1] != "级" and quoted.rstrip("”") in cue_words("quoted_title"):
        phrase = head  # 企业“上云”, but 国家级“小巨人”
    elif "”" in phrase and not opened:
        phrase = phrase.rsplit("”", 1)[1]
    phrase = phrase.strip(EDGES).removesuffix("方面")
    if "一" in phrase:
        phrase = ONE_OF.sub("", phrase)
    if ADVERB.may_end(phrase[-1:]):
        phrase = ADVERB.sub("", phrase)
    return PER.sub("", phrase) if "每" in phrase else phrase


ADVERB = lazy(
    r"(?<=..)(?:现有|现存|已有|共有|约有|仅有|主要|总共|目前|分别|大多|多数|基本|普遍|手里|手中|名下|历年|逐年|新增|净增|[和与及、]最高|最低)$|(?<=..)最[大高多低小快]$|(?<=[量能额率])最[大高多]$|(?<=.[^行作华认成因])为$|(?<=[数量额值率])均$|(?<=..)各$"
)


@lru_cache(maxsize=1 << 14)
def verb_before(head: str) -> str:
    """The verb that stands for a noun where the clause has none: 耗电(近2亿千瓦时), 占地(2100亩)."""
    words = [pair for pair in tagged(head[-TAIL:]) if pair[1] not in SKIPPED and pair[0] not in link_words()]
    return words[-1][0] if words and words[-1][0] in noun_verbs() else ""


SKIPPED = frozenset({"x", "u", "uj", "ul", "d", "p", "c", "m", "t", "r"})


@lru_cache(maxsize=1)
def noun_verbs() -> frozenset[str]:
    """Verbs that name what is measured: 耗电, 占地, 亏损."""
    return frozenset(row["verb"] for row in read_reference("noun_verbs"))


def goes_on(after: str) -> bool:
    """Does a noun phrase follow a share in words (近七成AI企业, 六成以上销量), and no verb?"""
    words = tagged(after[:8])
    return bool(words) and (words[0][1].startswith("n") or words[0][1] in MODIFIERS)


MODIFIERS = frozenset({"eng", "b", "vn", "j", "l", "s"})


def begins_with_noun(after: str) -> bool:
    """Does the text behind the number go on with a noun, so that the written unit is only its beginning?"""
    words = tagged(after[:8])
    return bool(words) and words[0][1].startswith("n")
