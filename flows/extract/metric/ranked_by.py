"""What a rank without a noun of its own is by: a limit, a list of its clause, what stands before a colon."""

from __future__ import annotations

from flows.extract.cues import alternation, cue_words
from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import FREE, OTHER, metric_for
from flows.extract.metric.noun_behind import HOLDER
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.extract.metric.viewed import MEASURED_SO
from flows.extract.scores import SCORE
from flows.extract.windows import Window
from flows.patterns import holds, lazy

LIMITED = lazy(
    r"([^，。；：#]{2,16}?)(?:数量?|总数)?(?:超过?|突破|达到?|逾|多于|不少于|不低于|满)[^，。；：#]{1,8}?的"
    rf"{alternation('rank_holder')}"
)
"""A limit by which places are counted: 机器人企业超过千家的城市."""
COLON = lazy(
    r"([^，。；：#]{2,30})(?:，[^，。；：#]{1,8})?：(?:[^，。；：#]{1,14}?(?:[居列排]|排名|位[列居]|名列)?第[一二三四五六七八九十0-9]{1,2}[，、；])*"
    r"[^，。；：#]{1,14}$"
)
"""What nothing but names and their ranks stand behind: 市场份额：甲第一，乙第二."""
TOLD = lazy(r"^.*?(?:公布|发布|揭晓|出炉|披露)了?(?=.)")
OF_LIST = lazy(r"(?:排行榜|榜单|[月年周]榜|榜|排行|排名|位次|公布|发布|出炉|揭晓)$")
IN_LIST = lazy(
    r"在[^，。；在]{0,12}?(?:榜单?|评选|评比|排行|排名|名单|评价|测评|指数)(?:当中|之中|[中里上内])?，?(?:则|也|又|更)*"
    r"(?:[排位名列居]|稳居|高居|跻身|进入)[^，。；]{0,10}$"
)
"""A rank in a list that its own clause names: 在榜单中排名第一."""


def ranked_by(window: Window, named: bool, here: list[Topic]) -> Measured | None:
    """What a rank is by that its own noun does not tell; `named` says that it has one, maybe a name."""
    colon = behind_colon(window)
    if colon or named:
        return colon
    return in_list(window, here) or in_ranking(window) or by_order(window) or by_limit(window)


OPENED = lazy(
    r"^[^，。；：#]*?((?:世界|全球|亚洲|中国|全国)?(?:大学|高校|企业|学校|学院|医院|港口|机场|大学学科|学科)(?:学术)?(?:综合)?(?:排名|排行榜|排行))"
    r"(?:中|里|上|显示)?，[^，。；：#0-9]{1,12}(?:[排位名]?[列居在]|排名)?$"
)
"""A ranking of those who are told a place in it right behind (根据某某世界大学排名，甲校列第193位)."""


def in_ranking(window: Window) -> Measured | None:
    """Standing in the ranking that the sentence opens with, whatever the passage has told before."""
    found = OPENED.match(window.sentence.split("#", 1)[0])
    return Measured(OTHER, found[1], "standing in the ranking told", True) if found else None


FIRST = r"(?:前[0-9一二三四五六七八九十百]+[名位强大]?|前列|第一|首位|榜首)"
RANKS = r"(?:排名|排行|排在|位列|位居|名列|居|进入|跻身)(?:全球|全国|世界|国内|全省|行业)?"
ORDER = lazy(
    rf"(?:^|[，。；：])([^，。；：#]{{2,24}}?){RANKS}{FIRST}(?=[^，。；#0-9]*[，；])"
    r"|在([^，。；：#在]{2,20}?(?:[数产销总]量|数|额|规模|水平|能力|率|份额|面积|收入|投入|密度))(?:上|方面)，"
    r"|(?:^|[，。；：])([^，。；：#在]{2,12}?(?:实力|竞争力|影响力|能力|水平|质量|环境|活力|潜力))(?:上|方面)，"
)
"""What a sentence orders those by whose places its later clauses tell: 论文数量排名前五的都是…，甲居首."""
HEADED = lazy(r"(?:^|[，。；：])([^，。；：#]{2,16}?)(?:排名|排行|位次|名次|排序)(?:上|方面)?，")
"""What a sentence says that it ranks by: 空气质量排名，甲、乙居前两位，丙排在后三位."""
RANKED_LIST = lazy(
    rf"([^，。；：#]{{2,24}}?)(?:{RANKS})?(?:{FIRST}|居前|靠前|领先|最[多高大])(?:的[^，。；：、#]{{0,12}}?)?(?:分别|依次|主要)?[为是有：:包括]{{1,3}}"
    r"[^。；#]*[（(](?:约|近|超过?|达)?$"
)
"""A list of the first before the brackets behind a name in it: 业务量排在前列的城市为甲（158亿件）、乙（."""


def by_order(window: Window) -> Measured | None:
    """What the sentence puts those in order by of whom it has told no figure since."""
    head = window.sentence.split("#", 1)[0]
    if "，" not in head:
        return None
    found = HEADED.search(head) or next(reversed([*ORDER.finditer(head)]), None)
    if not found or DIGITS.search(head, found.end()):
        return None
    noun = phrase_before(found[found.lastindex or 1])
    if is_generic(noun) or noun.endswith(cue_words("rank_holder")) or HOLDER.search(noun):
        return None
    metric = metric_for(noun, noun, "rank")
    return Measured(metric[0] if metric else OTHER, noun, "what the sentence ranks by", False)


def of_ranked_list(window: Window, kind: str) -> Measured | None:
    """What numbers in brackets count that stand behind the names of a list of the first."""
    head = window.sentence.split("#", 1)[0]
    if head[-4:].find("（") < 0 or not holds(head, LEADING):
        return None
    found = RANKED_LIST.search(head)
    noun = phrase_before(found[1]) if found else ""
    if is_generic(noun):
        return None
    metric = metric_for(noun, noun, kind)
    return Measured(metric[0] if metric else OTHER, noun, "what the list of the first ranks by", False)


LEADING = ("前", "首", "第一", "最", "领先")
DIGITS = lazy(r"[0-9]")


NO_NOUN = lazy(r"(?:^|行业|市场|全国|全球|国内|赛道|榜单|座次|排名|排行|[位名列]|格局|领域|阵营|[跻占居])$")
FIGURES = lazy(
    r"[^，。；0-9]{3,60}，(?:其|各自的?)?([\u4e00-\u9fffA-Za-z]{2,10}?)(?:分别|依次)[^，。；]{0,4}[0-9]"
)


SCORED = lazy(rf"(?:{SCORE}|指数|增[速幅长])$")
"""Figures of a standing, or of how those grow who rank by something else."""


def by_figures(text: str, end: int, before: str) -> Measured | None:
    """What the first rank by of whom nothing but the figures behind their list tells it, `text` from `end` on
    (行业前三为甲、乙、丙，销量分别为…).
    """
    found = FIGURES.match(text, end) if NO_NOUN.search(before) else None
    noun = phrase_before(found[1]) if found else ""
    if is_generic(noun) or SCORED.search(noun):
        return None
    metric = metric_for(noun, noun, "rank")
    return Measured(metric[0] if metric else OTHER, noun, "ranked by the figures that follow", True)


def by_limit(window: Window) -> Measured | None:
    """What places rank by, where the sentence counts those above a limit (企业超千家的城市有9座，甲第一)."""
    limited = LIMITED.search(window.sentence.split("#", 1)[0])
    noun = phrase_before(limited[1]) if limited else ""
    if is_generic(noun):
        return None
    found = metric_for(noun, noun, "rank")
    return Measured(found[0] if found else OTHER, noun, "limit that the places are counted by", False)


def behind_colon(window: Window) -> Measured | None:
    """What those rank by who stand with nothing but their ranks behind a colon (市场份额：甲第一，乙第二)."""
    head = window.sentence.split("#", 1)[0]
    if "：" not in head:
        return None
    found = COLON.search(head)
    label = found[1] if found else ""
    label = TOLD.sub("", label)
    said = OF_LIST.sub("", label)
    noun = phrase_before(said)
    if is_generic(noun) or said == label and not MEASURED_SO.search(noun):
        return None
    metric = metric_for(noun, noun, "rank")
    return Measured(metric[0] if metric else OTHER, noun, "ranked by what stands before the colon", True)


SAME_LIST = lazy(r"在(?:该|此|这份|这一|同一)?榜单?[中上里内]")
"""A list without a name, which is by the amounts of its sentence."""


def in_list(window: Window, here: list[Topic]) -> Measured | None:
    """Standing in the list that the rank's clause names, which is none by what the sentence counts."""
    if "在" not in window.clause:
        return None
    head = window.clause.split("#", 1)[0]
    amount = next(
        (topic for topic in here if topic.kind not in FREE and MEASURED_SO.search(topic.noun)), None
    )
    if amount and SAME_LIST.search(head):
        return Measured(amount.metric, amount.noun, "standing in the list of the amounts told", False)
    return Measured(OTHER, "", "standing in the list of the clause", False) if IN_LIST.search(head) else None
