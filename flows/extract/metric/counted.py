"""What is counted by a number and a classifier: the head of the phrase behind them, however modified."""

from __future__ import annotations

from flows.extract.cues import alternation, cue_words
from flows.extract.metric.behind import (
    AMIDST,
    AMONG,
    GROUNDED,
    WITHIN,
    goes_on,
    phrase_after,
)
from flows.extract.metric.noun_runs import STOPS, WHOLE, run, told_of
from flows.extract.metric.nouns import NOUN_TAGS, VERB_TAGS
from flows.extract.words import tagged
from flows.patterns import lazy

LONGEST = 40
UP_TO_STOP = lazy(r"[^，。；：！？\n]*")
PERSON = lazy(
    r"(?:[者员人生师家手工民户众客士将妇嫂童兵官友授商导军队丁侠]|专家|代表|博士|硕士|院士|学徒|骨干|能人|带头|英才|人才|劳力|劳动力|青年|少年|妇女|儿童|大使|书记|主任|局长|队长|干部)$"
)
BY_PERSON = frozenset({"名", "位", "余名", "多名", "余位", "多位"})
CLAUSAL = lazy(r"([^，。；：！？\n“”]{2,30}?)的([^，。；：！？\n的]{2,24})")
SAID_OF = lazy(
    r"了|着|过(?<![超越通经]过)(?!程|境|渡|敏|滤|亿|万|百|千|半)|正在|已经?|将|曾|把|(?<!平)均|都(?!市)|也|被(?!动)|分别|陆续|先后|纷纷|有望|计划|是|成为|来到|前往|出席|参加"
)
"""What shows that the words behind a noun are said of it, and modify no other one."""


def counted_noun(written: str | None, tail: str, rest: str) -> str:
    """The noun counted: `tail` is the text behind the number up to the next one, `rest` all of its clause
    (16根直径超过3米的钢管桩, 40家来自海外的企业, 8条乡村振兴示范带).
    """
    if tail[:1] in WITHIN and AMONG.match(tail) or tail[:1] == "在" and GROUNDED.match(tail):
        return ""
    tail, rest = AMIDST.sub("", tail), AMIDST.sub("", rest)
    full = SEATED.sub("", (UP_TO_STOP.match(rest) or [""])[0][:LONGEST])
    if is_said_of(written, full):
        return ""
    if full and full[0] in PLACES and (COUNTIES.match(full) or full[1:2] not in OPENING and is_place(full)):
        return PLACES[full[0]]
    phrase = with_last(without_telling(phrase_after(SEATED.sub("", tail)), full), full)
    owned = owned_head(written, phrase, full) if phrase else ""
    if owned:
        return owned
    if phrase == NATION:
        return of_nation(full) or phrase
    if not full or full[0] in CLOSES or goes_on(full) or phrase and fits(written, phrase):
        return phrase
    if full.startswith(phrase) and full[len(phrase) : len(phrase) + 1] in STOPS:
        return phrase or clausal_head(full, phrase)
    return clausal_head(full, phrase) or run(full, phrase) or phrase


def of_nation(full: str) -> str:
    """The first head behind the word for the nation, which runs it, else ''."""
    taken = ""
    for word, tag in tagged(full):
        if tag in OUTSIDE:
            break
        taken += word
        if taken != NATION and tag in NOUN_TAGS and WHOLE.search(taken):
            return taken
    return ""


OUTSIDE = frozenset({"uj", "m", "x", "p", "c", "d"})
"""Tags of words that no name of a thing holds."""
NATION = "国家"
"""A noun that stands before names of what the nation runs: 17个国家新一代人工智能试验区."""


def is_said_of(written: str | None, full: str) -> bool:
    """Does the text behind the number tell what persons or bodies do (600人拿到证书, 12家担心成本), or how
    they fare (96家盈利)?
    """
    if not full or written not in ACTORS:
        return bool(full) and is_told_of_things(full)
    if written in FIRM_UNITS and FARES.match(full):
        return True
    word, tag = tagged(full)[0]
    if written == "人":
        return tag in VERB_TAGS and "的" not in full
    if tag not in VERB_TAGS | ADVERBS and word not in cue_words("body_deed") or word in LEADS_NAME:
        return False
    return all(BODY_HEAD.search(part) is None for part in (full, phrase_after(full), run(full, "")))


def is_told_of_things(full: str) -> bool:
    """Does the text behind the number tell what things are (900辆为增程车) or became (9个顺利落地)?"""
    return TOLD_AS.match(full) is not None and "的" not in full and WHOLE.search(full) is None


TOLD_AS = lazy(rf"[为是系](?!数|否)|属于|{alternation('telling_adverb')}[\u4e00-\u9fff]{{2,12}}$")
ADVERBS = frozenset({"d", "vd", "zg"})
ACTORS = frozenset({"家", "户", "所", "人"})
"""Classifiers of those who do something themselves."""
LEADS_NAME = frozenset({"单项", "龙头", "初创", "隐形", "领航", "领军", "上市", "挂牌"})
FIRM_UNITS = frozenset("家户")
FARES = lazy(
    r"(?:营业?收入?|净?利润?|归母|扣非|业绩|股价|市值|毛利率?|研发(?:投入|费用|强度|支出)|净?亏损?|盈利|预[增减盈亏喜]|扭亏|订单|出货)"
    r"(?!.{0,6}(?:企业|公司|机构|平台)$)"
)
"""Figures of firms, behind a number of them."""
SEATED = lazy(
    r"(?:^|(?<=[央属国级部]))[在驻][\u4e00-\u9fff](?=(?:重点|部属|中央|省属|科技|民营|外资)*"
    r"(?:企(?:事)?业|公司|[高院]校|机构|科研|院所|[央国外民]企|单位|大学|医院|银行))"
)
"""Where the things are, at the head or in the middle of their name: 中央在汉科研机构, 在区高校."""
MADE_BY = lazy(
    r"(?:设立|建立|创办|建设|建成|共建|组建|牵头|运营|主办|举办|投资|控股|创立|开设|兴办)[^，。；：、的]{0,8}的"
    r"([^，。；：、的]{2,20})"
)
USED_IN = lazy(r"(?:在|对|面向|针对|用于|应用于)[^，。；：、的]{2,14}的([^，。；：、的]{2,20})")


def owned_head(written: str | None, phrase: str, full: str) -> str:
    """The head behind those who made the things, or what is used in them, where both are counted so
    (6家跨国公司设立的中心, 34个大模型在质检环节的应用场景); the makers of what is not (8家医院研制的试剂).
    """
    bodies = OWNERS.fullmatch(phrase) if written in {"家", "所", "户"} else None
    if bodies and not BODY_HEAD.search(phrase):
        return bodies[1]
    rest = full[len(phrase) :] if full.startswith(phrase) else ""
    behind = MADE_BY.match(rest) if written in {"家", "所"} else None
    behind = behind or (USED_IN.match(rest) if written == "个" else None)
    head = without_telling(phrase_after(behind[1]), behind[1]) if behind else ""
    if not head or written == "家" and not BODY_HEAD.search(head):
        return ""
    return head if WHOLE.search(head) else ""


OWNERS = lazy(r"(.*?(?:企业|公司|机构|医院|高校|大学|小学|中学|学校|幼儿园|院所|单位|银行|工厂|[车药]企)).+")
"""Bodies before what they make, have or do."""
BODY_HEAD = lazy(
    r"(?:企业|公司|机构|中心|平台|基地|院|所|室|学校|大学|高校|工厂|联盟|孵化器|园区?|站|店|商|团队|单位|协会|车间|馆|厅|港|加速器"
    r"|[点部处户员者伴体社会堂]|品牌|分行|支行|银行|[国央车药民]企)$"
)
"""What is counted as bodies are (家, 所)."""
COUNTIES = lazy(r"[县市区州旗][（(](?:$|(?:[县市区州旗]、?){1,3}[）)])")
"""Places of one level, however they are called: 16个县（市、区）."""
OPENING = frozenset("（(")
CLOSES = frozenset("、和与及（(）)”")
"""What stands behind a number that nothing is counted by."""


def is_place(full: str) -> bool:
    """Is the first character the kind of place that is counted, and no part of a longer name (3个县入选)?"""
    words = tagged(full[:8])
    if len(words[0][0]) > 1:
        return False
    return len(words) == 1 or words[1][1][0] in "vdpcu" or words[1][0] in CLOSES


PLACES = {
    "省": "省份", "市": "城市", "县": "县区", "区": "县区", "旗": "县区", "镇": "乡镇", "乡": "乡镇",
    "村": "村庄", "国": "国家",
}  # fmt: skip
"""What a place of a kind is called where one character names the kind: 3个县入选试点."""


def without_telling(phrase: str, full: str) -> str:
    """The phrase without what is told of its things, or with whom they do it, where that reads as one of its
    words (企业入库, 企业与高校签约).
    """
    if len(phrase) < 4:
        return phrase
    told = TOLD_OF.match(phrase)
    if told:
        return told[1]
    if "与" in phrase:
        first, _, other = phrase.partition("与")
        behind = tagged(full[len(phrase) : len(phrase) + 8]) if full.startswith(phrase) else ()
        if other and WHOLE.search(first) and behind and behind[0][1] in VERB_TAGS:
            return first
    return phrase


def with_last(phrase: str, full: str) -> str:
    """The phrase with the one character more that ends its clause, where things are called so (语音包)."""
    more = full[len(phrase) :] if len(phrase) > 1 and full.startswith(phrase) else ""
    if more[:1] == "行" and phrase[-1] in "大商份农":
        return phrase + "行"  # 6家国有大行
    return full if len(more) == 1 and more in LAST else phrase


LAST = frozenset(
    "包仓点盒架柜舱桩罐板片卡带膜网器机泵阀杆塔井渠沟圈团队站所室厅苑坊店铺厂场园馆库棚舍圃林田塘泉洞桥路线街巷村镇楼亭廊门窗屏灯车船艇"
    "箱袋瓶筒管缆绳链环轴辊炉窑釜槽池坝闸港湾岛岸滩坡坑孔层面区段带群组班社会所院校师生工匠户家人员者手兵册书刊报片剧曲歌舞画帖票证券单表图谱"
)
TOLD_OF = lazy(rf"(.*?{alternation('counted_head')}){alternation('telling_verb')}(?!的)[^的]*$")


def fits(written: str | None, phrase: str) -> bool:
    """Is the phrase one that is counted so by itself?"""
    if written in BY_PERSON:
        return PERSON.search(phrase) is not None
    return WHOLE.search(phrase) is not None


def clausal_head(full: str, phrase: str) -> str:
    """The head behind the clause that modifies it, where what stands before 的 says nothing of the phrase."""
    if "的" not in full or phrase and "的" in phrase:
        return ""
    clause = CLAUSAL.match(full)
    if clause is None or SAID_OF.search(clause[1]):
        return ""
    words = tagged(clause[1])
    alone = not phrase or clause[1] == phrase  # 串联古村落的线路, but 企业的总部
    if alone and (len(clause[1]) < SHORT_CLAUSE or phrase and words[0][1] not in VERB_TAGS):
        return ""
    if not any(tag[:1] in CLAUSE_TAGS for _, tag in words):
        return ""
    if phrase and told_of(words, phrase) and not AMOUNT_LAST.search(clause[1]):
        return ""
    head = PLACES[clause[2][0]] if clause[2][0] in PLACES and is_place(clause[2]) else ""
    head = head or with_last(phrase_after(clause[2]), clause[2]) or run(clause[2], "")
    return head if len(head) > 1 and not MEASURED.search(head) else ""


SHORT_CLAUSE = 4
AMOUNT_LAST = lazy(r"[0-9一二两三四五六七八九十百千万亿]+(?:多|余)?[^0-9，。；的]{1,4}$")
"""The amount that a clause ends with: 直径超过3米的钢管桩."""
CLAUSE_TAGS = frozenset("vadmpc")
"""First letters of the tags of words that make a clause of what stands before 的."""
MEASURED = lazy(
    r"(?:[额量值率价]|规模|比例|比重|水平|目标|速度|增长|增速|份额|标准|要求|作用|地位|优势|局面|格局|态势)$"
)
"""Heads that somebody has, gets or reaches, and that are not counted by what stands before."""
