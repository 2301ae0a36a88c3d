"""Lists: 分别, or as many amounts as names, give each name its own number, in order."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.conversions import behind_brackets, is_told_beside
from flows.extract.entities.mention import Mention
from flows.extract.metric.metrics import unit_kind
from flows.extract.numbers.number import Number
from flows.extract.sentences import Sentence
from flows.extract.subject.runs import product_runs, runs
from flows.extract.subject.subjects import Scene, Subject, subject_of_run
from flows.patterns import holds, lazy

RESPECTIVELY = lazy(
    r"分别|分列|依次|依序|各(?:为|占|有|达)|分居|分获|分占"
    r"|[两三四](?:个|项|组)(?:数字|数据|数值|比例|占比|比重|指标)(?:还|则|只|仅|就|已)?(?:是|为)"
)


@lru_cache(maxsize=64)
def respectively(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where the words that open a list stand in the sentence `text[start:end]`; its numbers ask alike."""
    if all(text.find(word, start, end) < 0 for word in ("分", "各", "依次", "依序", "数", "比", "指标")):
        return ()
    return tuple(match.span() for match in RESPECTIVELY.finditer(text, start, end))


def opening_word(text: str, sentence: Sentence, number: Number) -> tuple[int, int] | None:
    """The last word before the number that opens a list."""
    words = respectively(text, sentence.start, sentence.end)
    return next((word for word in reversed(words) if word[1] <= number.start), None)


OF_EACH = lazy(
    r"[只仅约]?(?:[是为]|相当于)([^，。；、0-9的]{2,8})的[约近超]?[0-9一二三四五六七八九十半][^，。；、]{0,6}、"
    r"(?!\1)[^，。；、0-9的]{2,8}的"
)


def is_of_each(text: str, sentence: Sentence, number: Number) -> bool:
    """Does the list compare one figure with those of several others (企业4家，分别是甲市的1/9、乙市的1/6)?"""
    word = opening_word(text, sentence, number)
    return word is not None and OF_EACH.match(text, word[1]) is not None


def place_in_series(
    text: str, sentence: Sentence, inside: list[Number], index: int
) -> tuple[int, int] | None:
    """The number's place in the list that 分别 opens, and the list's length; None without such a list."""
    number = inside[index]
    word = opening_word(text, sentence, number)
    if word is None:
        return None
    starts = next((run for run in series_behind(text, sentence, inside, word) if number.start in run), [])
    return (starts.index(number.start), len(starts)) if len(starts) > 1 else None


def series_behind(
    text: str, sentence: Sentence, inside: list[Number], word: tuple[int, int]
) -> list[list[int]]:
    """Where the numbers of the list that the word opens start, and those of lists as long that follow it
    (甲、乙分别为11亿和5亿，增长54%和22%).
    """
    found = sentence.series.get(word[1])
    if found is None:
        found = sentence.series[word[1]] = []
        rest = [other for other in inside if other.start >= word[1] and not is_told_beside(text, other)]
        while rest:
            run = max(series_from(text, rest), series_from(text, rest, mixed=True), key=len)
            if not found or len(run) == len(found[0]) > 1:
                found.append([one.start for one in run])
            rest = rest[len(run) :]
    return found


def aligned_subjects(scene: Scene, inside: list[Number], index: int) -> list[Subject] | None:
    """With 分别 before several numbers, the subject in the number's own place; None where nothing aligns."""
    number = inside[index]
    word = opening_word(scene.text, scene.sentence, number)
    if word is None:
        return None
    every = series_behind(scene.text, scene.sentence, inside, word)
    starts = next((run for run in every if number.start in run), None)
    if starts is None or starts is not every[0] and named_beside(scene, starts):
        return None
    group = subjects_before(scene, word[0], len(starts))
    if not group:
        return subject_of_item(scene, word[0], starts.index(number.start), len(starts))
    rule = "respectively" if group[-1].start >= scene.sentence.start else NAMED_BEFORE
    return [subject_of_run([group[starts.index(number.start)]], rule)]


def named_beside(scene: Scene, starts: list[int]) -> bool:
    """Does each number of the list stand right behind a name of its own (前三的是甲37场、乙33场、丙25场)?"""
    ends = {m.end for m in scene.sentence.mentions if m.kind != "self"}
    return all(start in ends for start in starts)


ITEM = lazy(r"[^、和及与]+")
OPENED_LIST = lazy(r"[，；：。](?=[^，；：。]*$)")


def subject_of_item(scene: Scene, end: int, index: int, size: int) -> list[Subject] | None:
    """Whom the item of a list names that has the number's own place, where not all of its items are known
    (某都市圈、苏州、南通分别…); nobody where the item is not.
    """
    lead = scene.text[scene.sentence.start : end]
    opened = OPENED_LIST.search(lead)
    start = scene.sentence.start + (opened.end() if opened else 0)
    items = [(one.start(), one.end()) for one in ITEM.finditer(scene.text, start, end)]
    if size < LEAST_ITEMS or len(items) != size:
        return None
    named = [m for m in scene.sentence.mentions if start <= m.start < end and m.kind != "self"]
    ends = {m.start: m.end for m in named}
    wholly = [low for low, high in items[:-1] if ends.get(low, -LEAST_ITEMS) + 2 >= high]
    if len(wholly) < LEAST_NAMED:
        return None
    low, high = items[index]
    own = [m for m in named if low <= m.start < high]
    if len(own) > 1:
        return None
    return [subject_of_run(own, "respectively") if own else Subject(rule="respectively, unknown")]


LEAST_ITEMS = 3
LEAST_NAMED = 2
"""Items that name somebody, or the one name is where all of them are (某市软件、家电分别…)."""
NAMED_BEFORE = "respectively, named in the text before"


PLAIN_JOINTS = frozenset(("、", "和", "及", "与"))
BETWEEN = 16
"""Code points between the last of a list of names and the first of as many amounts, at most."""


def paired_subjects(scene: Scene, inside: list[Number], index: int) -> list[Subject] | None:
    """The subject in the number's own place where as many names as amounts stand in the clause, without 分别
    (甲、乙、丙以3亿元、2亿元、1亿元位居前三).
    """
    first, last = row_about(scene.text, inside, index)
    size, start = last - first + 1, inside[first].start
    if size < 2:
        return None
    clause = scene.sentence.clause_start(start)
    named = paired_names(scene, clause, start)
    if not named and clause > scene.sentence.start:
        before = scene.sentence.clause_start(clause - 1)
        if IN_ORDER.search(scene.text, before, clause):
            run = (runs(paired_names(scene, before, clause), scene.text) or [[]])[-1]
            return (
                [subject_of_run([run[index - first]], "in the order of the names")]
                if len(run) == size
                else None
            )
    run = (product_runs(named, scene.text) or runs(named, scene.text) or [[]])[-1]
    if len(run) != size or start - run[-1].end > BETWEEN or first and inside[first - 1].end > run[0].start:
        return None
    return [subject_of_run([run[index - first]], "in the order of the names")]


NAMED = lazy(
    r"[名位]?的?(?:[^，。；、]{0,4}?(?:城市|省份|企业|国家|地区|公司))?(?:则|也)?(?:分别|依次)(?:是|为|系)"
)
"""What leads from ranks to those who have them: 排在第四、第五的分别是."""


def named_behind(scene: Scene, inside: list[Number], index: int) -> list[Subject] | None:
    """The subject in the rank's own place of the names behind the ranks (排在第四、第五的分别是甲、乙)."""
    first, last = row_about(scene.text, inside, index)
    led = NAMED.match(scene.text, inside[last].end) if last > first else None
    if led is None:
        return None
    run = (runs([m for m in scene.sentence.mentions if m.start >= led.end()], scene.text) or [[]])[0]
    if len(run) != last - first + 1 or run[0].start > led.end() + 2:
        return None
    return [subject_of_run([run[index - first]], "in the order of the names")]


IN_ORDER = lazy(r"分列|分居|分获|[排位]?名?列?(?:前[二两三四五六][名位强甲]?(?=，)|[一二三四]{2,4}位)")
"""What ranks those of a list in its order, before a clause with as many amounts (甲、乙分列二三位，…)."""


def paired_names(scene: Scene, start: int, end: int) -> list[Mention]:
    """The names between two offsets that amounts behind them may be of."""
    return [
        m
        for m in scene.sentence.mentions
        if start <= m.start < end and m.kind != "self" and m.role in {"subject", "comparand"}
    ]


def continues(text: str, number: Number, following: Number) -> bool:
    """Does the next number go on a list of amounts of one unit?"""
    joined = text[number.end : following.start] in PLAIN_JOINTS
    return joined and following.unit == number.unit and following.kind == number.kind


def row_about(text: str, inside: list[Number], index: int) -> tuple[int, int]:
    """The first and the last number of the list of amounts of one unit in which the number stands."""
    first = last = index
    while first and continues(text, inside[first - 1], inside[first]):
        first -= 1
    while last + 1 < len(inside) and continues(text, inside[last], inside[last + 1]):
        last += 1
    return first, last


MIXED_JOINTS = frozenset("、和及与")
JOINED = lazy(r"^(?:（[^（）0-9]{1,12}）)?(?:[、和及与以]{1,2}[^，。；、]{0,4}|，(?:[和及与]|以及)?)$")
"""What joins the members of a list, behind an aside too: 1.2亿元（人民币，下同）、2.7亿元."""


def series_from(text: str, numbers: list[Number], mixed: bool = False) -> list[Number]:
    """The numbers that form one list: of one kind of unit, with little more than 、 or 和 between them.
    A `mixed` list is of several units, with nothing more between them.
    """
    series = numbers[:1]
    for number in numbers[1:]:
        between = text[behind_brackets(text, series[-1].end) : number.start]
        alike = unit_kind(number.unit) == unit_kind(series[0].unit)
        if not between and alike and number.written_unit and number.unit != "count":
            series.append(number)  # 7.4亿元8.2亿元和10亿元: marks that a page has lost
            continue
        if not (between in MIXED_JOINTS if mixed else alike and JOINED.match(between)):
            break
        series.append(number)
    return series


def subjects_before(scene: Scene, end: int, size: int) -> list[Mention] | None:
    """The last run of exactly `size` names before `end` in the sentence, those where things are said to be
    (主要分布在甲、乙) too, else in the text before it.
    """
    placed = [m for m in scene.sentence.mentions if m.kind == "region" and m.start < end and m.role in PLACED]
    if size > 1 and any(m.role == "origin" for m in placed):
        for last in reversed(runs(placed, scene.text)):
            if len(last) == size and last[0].role == "origin":
                return last
    clause = scene.sentence.clause_start(max(end - 1, 0))
    apart = [m for m in scene.sentence.mentions if clause <= m.start < end and m.role == "subject"]
    things = holds(scene.text[clause:end], "、和及与")  # 产量和收入分别…: things, no names
    for start in (scene.sentence.start, max(0, scene.sentence.start - 160)):
        if things and start != scene.sentence.start:
            return None
        named = [
            m
            for m in scene.mentions
            if start <= m.start < end and m.kind != "self" and m.role in {"subject", "scope"}
        ]
        for run in reversed([*runs(named, scene.text), *product_runs(named, scene.text)]):
            if len(run) == size > 1:
                return run
        if len(apart) == size > 1 and len({m.kind for m in apart}) == 1 and apart[0].kind != "self":
            return apart  # 甲地产业、乙地产业规模分别占…
        if start == scene.sentence.start:
            for since in starts_of_list(scene, end):
                told = each_told(scene, named, since, end)
                if len(told) == size > 1:
                    return told  # 其中甲增长9%、乙增长8%，分别居全省第1位和第2位
        distinct = list({m.ids: m for m in named if m.kind == named[-1].kind}.values()) if named else []
        if len(distinct) >= size > 1 and start != scene.sentence.start and not apart:
            return distinct[-size:]  # not where the clause names its own: 甲占11%。2020年和2021年，乙分别为…
    return None


PLACED = frozenset({"subject", "scope", "origin"})


def starts_of_list(scene: Scene, end: int) -> list[int]:
    """Where those may begin to be told of whom a row before `end` ranks: the sentence, 其中, the last ；."""
    start, text = scene.sentence.start, scene.text
    part = text.rfind("；", start, end)
    return [max(text.rfind("其中", start, end), start), *([part] if part > start else [])]


def each_told(scene: Scene, named: list[Mention], since: int, end: int) -> list[Mention]:
    """The names that the sentence has each given a number between the two offsets."""
    told = [m for m in named if m.start >= since and m.role == "subject"]
    while len(told) > 2 and not DIGIT.search(scene.text, told[0].end, told[1].start):
        told = told[1:]  # 某地区成绩亮眼——甲省有18个，乙省17个
    if not told:
        return []
    alike = len({m.kind for m in told}) == 1 and len({m.ids for m in told}) == len(told)
    ends = [*(m.start for m in told[1:]), end]
    digits = all(DIGIT.search(scene.text, m.end, stop) for m, stop in zip(told, ends, strict=True))
    return told if alike and digits else []


DIGIT = lazy(r"[0-9]")
