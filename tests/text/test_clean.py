"""What cleaning makes of a raw text, and that its map leads back to every raw character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.text import clean

READS = {
    # full-width forms
    "全年营收１２３４.５亿元，增长８％": "全年营收1234.5亿元，增长8%",
    "出货１，２３４台": "出货1,234台",
    "累计投入3，500万元": "累计投入3,500万元",
    "三地分别为35，120，200家": "三地分别为35，120，200家",
    "ＡＩ芯片Ａ１００": "AI芯片A100",
    "会议于０９：３０开始": "会议于09:30开始",
    # punctuation of a Western keyboard between Chinese characters
    "无锡有310家企业,同比增长12%,居全省第二": "无锡有310家企业，同比增长12%，居全省第二",
    "注册资本1,200万元": "注册资本1,200万元",
    "比分是3:2,双方握手": "比分是3:2，双方握手",
    "该所(2019年设立)有员工40人": "该所（2019年设立）有员工40人",
    "他问:“为什么?”": "他问：“为什么？”",
    "the rate (3%), he said": "the rate (3%), he said",
    # Traditional characters, and texts that mix the two
    "臺北與廣州的製造業產值": "台北与广州的制造业产值",
    "爲什麼說這裏甚麼都沒有": "为什么说这里什么都没有",
    "大战一触即發,开放么": "大战一触即发，开放么",
    "乾隆年間與乾淨的水": "乾隆年间与干净的水",
    "「智慧城市」專案﹔第二期": "“智慧城市”项目；第二期",
    # a scraper guard's pinyin, and brackets that are none
    "產(chǎn)業(yè)規(guī)模達(dá)到6億元": "产业规模达到6亿元",
    "他們(men)有30個(gè)廠": "他们有30个厂",
    "華（huá）東有8個(gè)": "华东有8个",
    "領(li\u030cng)域": "领域",
    "人工智能(AI)與他(he)和方案(a)": "人工智能（AI）与他（he）和方案（a）",
    "自然语言处理(NLP)、大会(WAIC)": "自然语言处理（NLP）、大会（WAIC）",
    "咖啡(café)店": "咖啡（café）店",
    "效果有待觀察?,F(xiàn)有12家": "效果有待观察。现有12家",
    "交通不便?？h(xiàn)內(nèi)有3條": "交通不便。县内有3条",
    # invisible characters, entities, signs that stand for words
    "共\u200b有\ufeff5\u00ad0家": "共有50家",
    "占比&nbsp;35&#37;，研发&amp;生产": "占比35%，研发&生产",
    "A&amp;amp;B": "A&B",
    "厂房3000㎡，全长12㎞": "厂房3000平方米，全长12km",
    "第Ⅲ期投资": "第III期投资",
    "\u2f00\u2f44有限公司": "一斤有限公司",
    "坏的半个\ud83d字符": "坏的半个\ufffd字符",
    # spaces
    "新 华 网 出 品": "新华网出品",
    "截至 2023 年 5 月,共有 1100 余家": "截至2023年5月，共有1100余家",
    "共有 1 100 家": "共有1100家",
    "约占 15 %": "约占15%",
    "使用 GPT 模型": "使用 GPT 模型",
    "记者 张三 李四": "记者 张三 李四",
    "GPT-4 一周后": "GPT-4 一周后",
    "电话 021 5588": "电话021 5588",
}


@pytest.mark.parametrize(("raw", "text"), READS.items())
def test_a_raw_text_reads(raw: str, text: str) -> None:
    assert clean(raw).text == text


SURFACES = [
    ("產(chǎn)值達(dá)１，３４０億元", "1,340亿元", "１，３４０億元"),
    ("共有1 100 家", "1100家", "1 100 家"),
    ("擁有54個(gè)模型", "54个", "54個"),
    ("擁有54個(gè)模型", "54个模型", "54個(gè)模型"),
    ("占35&#37;左右", "35%", "35&#37;"),
    ("超\u200b过3\u200b0家", "30家", "3\u200b0家"),
    ("廠房3000㎡", "3000平方米", "3000㎡"),
]


@pytest.mark.parametrize(("raw", "read", "stored"), SURFACES)
def test_a_surface_leads_back_to_what_is_stored(raw: str, read: str, stored: str) -> None:
    text = clean(raw)
    start = text.text.index(read)
    first, last = text.raw_span(start, start + len(read))
    assert raw[first:last] == stored


def test_a_text_that_needs_nothing_costs_no_map() -> None:
    raw = "苏州有220家企业，比上年多12家。"
    assert clean(raw).text == raw
    assert isinstance(clean(raw).starts, range)


PIECES = st.sampled_from([
    "產", "業", "經", "中", "国", "不", "乾", "甚麼", "(chǎn)", "(men)", "（yè）", "(AI)", "(", ")", "（",
    "）", '"', "?,F(xiàn)", "?", ",", ";", "，", "：", ":", "&nbsp;", "&amp;", "&#37;", "&", ";", "#", " ",
    "\u3000", "\xa0",
    "\u200b", "\ufeff", "\u0301", "a", "e", "n", "１", "2", "345", "，", "%", "％", "㎡", "\n", "\r\n",
    "\t", "\x00",
    "\ud800", "𠮷", "𝟏", "\U000e0101", "「", "家", "万", "¥",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)
ANY = st.text(st.characters(exclude_categories=()), max_size=60)  # lone surrogates too


@given(TEXTS | ANY)
@settings(max_examples=400, deadline=None)
def test_every_clean_character_maps_into_the_raw_text_in_order(raw: str) -> None:
    text = clean(raw)
    starts, ends = list(text.starts), list(text.ends)
    assert len(starts) == len(ends) == len(text.text)
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(raw) for start, end in zip(starts, ends, strict=True))


@given(TEXTS, TEXTS, st.integers(min_value=1, max_value=99999))
@settings(max_examples=300, deadline=None)
def test_a_number_planted_anywhere_is_cut_out_of_the_raw_text(before: str, after: str, value: int) -> None:
    raw = f"{before}。目标{value}亿。{after}"
    text = clean(raw)
    at = text.text.find(f"目标{value}亿")
    assert at >= 0
    start, end = text.raw_span(at + 2, at + 2 + len(str(value)))
    assert raw[start:end] == str(value)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_a_clean_text_is_clean(raw: str) -> None:
    once = clean(raw).text
    assert clean(once).text == once


@given(TEXTS | ANY)
@settings(max_examples=200, deadline=None)
def test_a_clean_text_can_be_stored(raw: str) -> None:
    assert clean(raw).text.encode("utf-8") is not None
