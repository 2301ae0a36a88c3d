"""The reference data hangs together: ids, parents, sources, and no word with two owners unless it says so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from flows.extract.reference import (
    ancestors,
    firm_ambiguous,
    firms,
    models,
    name_traps,
    read_reference,
    region_ambiguous,
    region_groups,
    region_self_words,
    regions,
)

SHEETS = {
    "regions": "region_id",
    "region_groups": "region_id",
    "region_ambiguous": "word",
    "region_self_words": "word",
    "firms": "firm_id",
    "firm_ambiguous": "word",
    "firm_parents": "firm_id",
    "listed_firms": "firm_id",
    "models": "model_id",
    "institution_suffixes": "suffix",
    "brand_tails": "tail",
    "name_traps": "trap",
}


def table(rows: str) -> list[tuple[str, list[str]]]:
    """Lines of an id and the words that go with it."""
    return [(row.split()[0], row.split()[1:]) for row in rows.strip().splitlines()]


def owners(things: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, set[str]]:
    """Every written form and the ids that claim it."""
    found: dict[str, set[str]] = defaultdict(set)
    for thing, surfaces in things:
        for surface in surfaces:
            found[surface].add(thing)
    return found


@pytest.mark.parametrize(("sheet", "key"), SHEETS.items())
def test_every_row_has_a_key_of_its_own_and_a_source(sheet: str, key: str) -> None:
    rows = read_reference(sheet)
    assert [word for word, count in Counter(row[key] for row in rows).items() if count > 1] == []
    assert [row[key] for row in rows if not row["source"].strip() or not row[key]] == []
    assert [
        row[key] for row in rows if any(cell is None or cell != cell.strip() for cell in row.values())
    ] == []


@pytest.mark.parametrize("sheet", ["regions", "region_groups", "firms", "models"])
def test_aliases_are_written_once_and_not_empty(sheet: str) -> None:
    for row in read_reference(sheet):
        aliases = row["aliases"].split("|") if row["aliases"] else []
        assert len(aliases) == len(set(aliases)), row
        assert all(aliases), row
        assert not {row["name"], row.get("short_name")} & set(aliases), row


@pytest.mark.parametrize(
    "sheet",
    [
        "region_groups",
        "region_ambiguous",
        "firms",
        "firm_ambiguous",
        "firm_parents",
        "listed_firms",
        "models",
    ],
)
def test_rows_stand_in_the_order_of_their_keys(sheet: str) -> None:
    keys = [row[SHEETS[sheet]] for row in read_reference(sheet)]
    assert keys == sorted(keys)


def test_a_firm_and_the_group_that_it_is_of_are_both_known() -> None:
    rows = read_reference("firm_parents")
    assert {one for row in rows for one in (row["firm_id"], row["parent_id"])} <= set(firms())


def test_the_divisions_are_all_there() -> None:
    levels = Counter(region.level for region in regions().values() if region.region_id[:6].isdigit())
    assert levels["province"] == 34
    assert levels["city"] >= 333
    assert levels["county"] >= 2847
    assert sum(region.level == "country" for region in regions().values()) >= 190
    assert len(firms()) >= 600
    assert len(models()) >= 200


def test_a_parent_exists_and_is_of_a_higher_level() -> None:
    order = ["world", "continent", "country", "province", "city", "county", "zone"]
    for region in regions().values():
        if region.region_id == "001":
            assert region.parent_id is None
            continue
        assert region.parent_id is not None, region
        parent = regions()[region.parent_id]
        assert order.index(parent.level) <= order.index(region.level), (region, parent)
        assert "001" in ancestors(region.region_id)


def test_a_division_lies_under_the_code_it_begins_with() -> None:
    for region in regions().values():
        if region.region_id.isdigit() and len(region.region_id) == 6 and region.level in {"city", "county"}:
            assert region.region_id[:2] == (region.parent_id or "")[:2], region


@pytest.mark.parametrize(("region_id", "written"), table("""
    110000 北京 京
    110108 海淀 海淀区
    110000-bda 亦庄 北京经开区
    110000-zhongguancun 中关村
    130000-xiongan 雄安 雄安新区
    150000 内蒙古
    220000 吉林
    220200 吉林市
    222400 延边 延边州
    310000 沪 申城 上海市
    310115 浦东 浦东新区
    310000-lingang 临港
    310115-zhangjiang 张江
    331127 景宁 景宁县
    420100-donghu 光谷 东湖高新区
    422800 恩施 恩施州
    440100 羊城 穗
    440300 鹏城 深圳
    460000 海南
    500000 渝 重庆
    510000 四川 川 蜀
    510100 成都 蓉 蓉城
    513400 凉山 凉山州
    532800 西双版纳
    632500 海南州
    650000 新疆
    710000 台湾
    810000 香港
    820000 澳门
    001 全球
    CHN 中国
    KOR 韩国
    SAU 沙特 沙特阿拉伯
    USA 美国
    USA-san-francisco 旧金山
    USA-silicon-valley 硅谷
    JPN-tokyo 东京
"""))  # fmt: skip
def test_news_writes_a_region_so(region_id: str, written: list[str]) -> None:
    assert set(written) <= set(regions()[region_id].surfaces)


@pytest.mark.parametrize(("region_id", "shown"), table("""
    001 全球
    CHN 中国
    110108 海淀
    120116 滨海新区
    150723 鄂伦春
    220200 吉林市
    310115 浦东
    532900 大理
    532901 大理市
"""))  # fmt: skip
def test_a_region_is_shown_by_its_short_name(region_id: str, shown: list[str]) -> None:
    assert [regions()[region_id].short_name] == shown


def test_a_word_of_several_regions_is_said_to_be_ambiguous() -> None:
    order = ["world", "continent", "country", "province", "city", "county", "zone"]
    for word, ids in owners((region.region_id, region.surfaces) for region in regions().values()).items():
        levels = sorted(order.index(regions()[place].level) for place in ids)
        clear = len(levels) > 1 and levels[0] < levels[1] and levels[0] <= order.index("city")
        assert len(ids) == 1 or clear or word in region_ambiguous(), (word, ids)


def test_one_character_stands_for_a_region_only_with_care() -> None:
    for region in regions().values():
        for surface in region.surfaces:
            assert len(surface) > 1 or region_ambiguous()[surface].reason == "one_character", surface


def test_an_ambiguous_word_is_a_word_of_a_region_and_so_is_its_default() -> None:
    written = owners((region.region_id, region.surfaces) for region in regions().values())
    for word in region_ambiguous().values():
        assert word.reason in {"word", "surname", "shared", "one_character"}
        assert word.word in written, word
        assert word.default_region_id is None or word.default_region_id in written[word.word], word


@pytest.mark.parametrize(
    "word",
    [
        "朝阳",
        "鼓楼",
        "和平",
        "西湖",
        "城关",
        "新城",
        "南山",
        "长安",
        "宁",
        "苏",
        "新",
        "大方",
        "东方",
        "平安",
    ],
)
def test_words_that_mislead_are_known(word: str) -> None:
    assert word in region_ambiguous()


@pytest.mark.parametrize(
    "word", ["北京", "西安", "海淀", "浦东", "成都", "四川", "长春", "保定", "雄安", "苏州工业园区"]
)
def test_plain_names_need_no_context(word: str) -> None:
    assert word not in region_ambiguous()


def test_the_members_of_a_group_are_regions_or_groups() -> None:
    for group in region_groups().values():
        assert len(group.members) == len(set(group.members))
        for member in group.members:
            assert member in regions() or member in region_groups(), (group, member)


@pytest.mark.parametrize(
    ("group", "members"),
    [
        ("京津冀", ["北京", "天津", "河北"]),
        ("长三角", ["上海", "江苏", "浙江", "安徽"]),
        ("北上广", ["北京", "上海", "广州"]),
        ("川渝", ["四川", "重庆"]),
        ("东北", ["辽宁", "吉林", "黑龙江"]),
        ("中美", ["中国", "美国"]),
    ],
)
def test_a_group_lists_its_members_in_order(group: str, members: list[str]) -> None:
    found = [one for one in region_groups().values() if one.name == group]
    assert [regions()[member].short_name for member in found[0].members] == members


def test_a_group_word_belongs_to_one_group() -> None:
    words = owners((group.region_id, (group.name, *group.aliases)) for group in region_groups().values())
    assert {word: ids for word, ids in words.items() if len(ids) > 1} == {}


def test_self_words_resolve_to_something_known() -> None:
    document = {
        "document_province",
        "document_city",
        "document_county",
        "document_place",
        "outside_document_province",
        "outside_document_city",
        "last_country",
        "last_province",
        "last_city",
        "last_county",
        "last_place",
        "china",
        "world",
        "abroad",
        "hong_kong",
        "macau",
        "taiwan",
        "china_and_taiwan",
    }
    for word, target in region_self_words().items():
        kind, _, region_id = target.partition(":")
        known = region_id in regions() or region_id in region_groups()
        assert target in document or (kind in {"region", "outside"} and known), (word, target)


@pytest.mark.parametrize(("word", "target"), table("""
    我国 china
    国内 china
    全省 document_province
    全市 document_city
    川内 region:510000
"""))  # fmt: skip
def test_a_self_word_means_a_place_by_context(word: str, target: list[str]) -> None:
    assert [region_self_words()[word]] == target


def test_firms_sit_in_known_regions_and_are_of_known_kinds() -> None:
    kinds = {
        "firm",
        "university",
        "institute",
        "fund",
        "park",
        "agency",
        "bank",
        "association",
        "media",
        "hospital",
        "research",
        "index",
        "exchange",
    }
    for firm in firms().values():
        assert firm.kind in kinds, firm
        assert firm.region_id is None or firm.region_id in regions(), firm
        assert firm.layer in {None, "基础层", "技术层", "应用层"}, firm


def test_models_belong_to_known_firms_and_sit_where_they_do() -> None:
    for model in models().values():
        assert model.kind in {"general", "vertical", "product", "robot", "chip", "platform"}, model
        assert model.firm_id is None or model.firm_id in firms(), model
        assert model.firm_id is None or model.region_id == firms()[model.firm_id].region_id, model


@pytest.mark.parametrize("read", [firms, models])
def test_a_firms_or_models_name_has_one_owner(read: Callable[[], Mapping[str, object]]) -> None:
    named = firms() if read is firms else models()
    words = owners((key, thing.surfaces) for key, thing in named.items())
    assert {word: ids for word, ids in words.items() if len(ids) > 1 and word not in firm_ambiguous()} == {}


@pytest.mark.parametrize(("firm_id", "written"), table("""
    scu-zhisheng 川大智胜 四川川大智胜系统集成有限公司
    unionbigdata 数之联 成都数之联科技股份有限公司
    tsinghua 清华大学 清华
    cas 中国科学院 中科院
    miit 工信部 工业和信息化部
    cac 网信办 国家网信办
    nbs 统计局 国家统计局
    caict 信通院 中国信通院
    tianyancha 天眼查
    nvidia 英伟达
    alibaba 阿里 阿里巴巴
    tencent 腾讯
    huawei 华为
    catl 宁德时代
    shlab 上海人工智能实验室
    modelspeed 模速空间
"""))  # fmt: skip
def test_news_writes_an_institution_so(firm_id: str, written: list[str]) -> None:
    assert set(written) <= set(firms()[firm_id].surfaces)


@pytest.mark.parametrize(
    "written", ["文心一言", "通义千问", "混元", "ChatGLM-6B", "GPT-4o", "DeepSeek-R1", "Kimi", "MOSS"]
)
def test_models_are_known(written: str) -> None:
    assert any(written in model.surfaces for model in models().values())


@pytest.mark.parametrize("word", ["美的", "人大", "苹果", "荣耀", "联想", "浪潮"])
def test_firms_that_are_words_are_known(word: str) -> None:
    assert word in firm_ambiguous()


@pytest.mark.parametrize(
    ("trap", "hidden"),
    [("其中", "中信"), ("提高", "高通"), ("亿欧元", "亿欧"), ("科技部门", "科技部"), ("个人", "人保")],
)
def test_a_trap_hides_a_name_that_stands_there_by_accident(trap: str, hidden: str) -> None:
    assert trap in name_traps()
    assert any(hidden in firm.surfaces for firm in firms().values())


def test_no_trap_is_a_name_itself() -> None:
    named = owners((firm.firm_id, firm.surfaces) for firm in firms().values())
    named |= owners((region.region_id, region.surfaces) for region in regions().values())
    assert name_traps() & set(named) == frozenset()


def test_an_unknown_sheet_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        read_reference("no_such_sheet")


def test_a_row_with_a_field_too_many_is_named_by_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tried.csv").write_text('word,source\n"一{0,8}",own\n二{0,8},own\n', "utf-8")
    monkeypatch.setattr("flows.extract.reference.REFERENCE", tmp_path)
    with pytest.raises(ValueError, match=r"tried\.csv, line 3: 3 fields, where the first line has 2"):
        read_reference("tried")


MONTH = re.compile(r"20[0-2]\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|19\d\d-(?:0[1-9]|1[0-2])")
KINDS = {
    "model", "robot", "chip", "product", "policy", "word", "firm", "body", "place", "event", "person",
}  # fmt: skip


def test_dated_names_are_known_before_they_are_usual() -> None:
    rows = read_reference("dated_names")
    for row in rows:
        assert row["kind"] in KINDS, row
        assert row["of_its_year"] in ("", "yes"), row
        assert all(MONTH.fullmatch(row[day]) for day in ("known_on", "usual_from") if row[day]), row
        assert row["known_on"] or not (row["usual_from"] or row["of_its_year"]), row
        assert not row["usual_from"] or row["known_on"][:7] < row["usual_from"][:7], row
        assert row["source"].strip(), row
    names = [name for row in rows for name in row["names"].split("|")]
    assert [name for name, count in Counter(name.lower() for name in names).items() if count > 1] == []
    assert not any(
        len(name) < 2 or set(name) & set('“”‘’「」『』"') or name != name.strip() for name in names
    )
    keys = [(row["known_on"], row["names"]) for row in rows]
    assert keys == sorted(keys)


def test_a_later_version_is_not_known_before_an_earlier_one() -> None:
    known = {
        name: row["known_on"] for row in read_reference("dated_names") for name in row["names"].split("|")
    }
    series = [
        ["GPT-3", "GPT-3.5", "GPT-4o", "GPT-4.1", "GPT-5.1"],
        ["Qwen", "Qwen1.5", "Qwen2", "Qwen2.5", "Qwen3"],
        ["DeepSeek", "DeepSeek-V2", "DeepSeek-V3", "DeepSeek-R1", "DeepSeek-V3.1", "DeepSeek-V3.2"],
        ["iPhone 6s", "iPhone 11", "iPhone 13", "iPhone 15", "iPhone 17"],
        ["十九届五中全会", "十九届六中全会", "二十届二中全会", "二十届三中全会", "二十届四中全会"],
    ]
    for names in series:
        days = [known[name] for name in names]
        assert days == sorted(days), names


def test_editions_of_a_yearly_event_follow_each_other() -> None:
    editions = defaultdict(list)
    for row in read_reference("yearly_events"):
        assert row["source"].strip(), row
        assert 1 <= int(row["month"]) <= 12, row
        assert int(row["every"]) > 0, row
        for name in row["names"].split("|"):
            editions[name].append(
                (int(row["edition"]), int(row["year"]) * 12 + int(row["month"]), int(row["every"]))
            )
    for name, anchors in editions.items():
        assert anchors == sorted(anchors), name
        for (first, month, every), (second, later, _) in pairwise(anchors):
            assert first < second, name
            assert month + (second - 1 - first) * every < later, name
    keys = [(row["names"], int(row["edition"])) for row in read_reference("yearly_events")]
    assert keys == sorted(keys)
