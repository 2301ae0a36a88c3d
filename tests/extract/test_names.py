"""What is no claim: names, codes, titles, headings, lexical words, fillers."""

from __future__ import annotations

import pytest

from flows.extract.numbers.read import read_numbers
from tests.extract.reading import claims, of_kind


@pytest.mark.parametrize("text", [
    "接入GPT-3.5和ChatGLM-6B。", "租用A100/A800算力。", "部署5G与3D设备。", "由360公司牵头。",
    "拨打12345反映。",
    "《2023年产业白皮书》发布。", "“2023人工智能企业百强”发布。", "2024世界人工智能大会开幕。",
    "第二十届中央委员会召开。",
    "1、从零开始", "（二）加强监管", "2.完善机制", "第三章 监督检查", "神舟十九号乘组出舱。",
    "地铁14号线开通。",
    "详见https://example.org/a/2024/0102.html。", "电话010-62001234。", "股票代码600519。",
    "国发〔2023〕15号印发。",
    "服务器为10.0.0.1。", "沪深300收高。", "骁龙8芯片亮相。", "入围世界500强。", "住3号楼2单元。",
    "升级到v2.1.3。",
    "第四范式上市。", "一带一路倡议。", "推进一号创新工程。",
])  # fmt: skip
def test_name(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize("text", [
    "统一部署，一定成功。", "万一失败，一些人会失望。", "三维数据赋能千行百业。", "四川、九江、三亚、六安。",
    "百度和七匹狼。",
    "一线城市处于第一梯队。", "另一方面，一般而言。", "这是三农工作。", "两会期间四处奔走。",
    "系统一直运行。",
])  # fmt: skip
def test_word_is_no_number(text: str) -> None:
    assert [number for number in read_numbers(text) if number.kind not in ("time", "name")] == []


def test_a_word_counts_only_where_it_is_one() -> None:
    assert claims("全程三公里。") == ["三公里 = 3 km"]
    assert claims("超过三千瓦。") == ["超过三千瓦 = >3 kW"]
    assert claims("系统一百个。") == ["一百个 = 100 count"]


@pytest.mark.parametrize("text", [
    "提出一个问题。", "推出一款应用。", "给出三个需下足功夫的着力点。", "分两个角度。", "算法、数据三要素。",
    "这两家公司。",
    "10亿参数规模以上的大模型。", "500万元以上项目。", "60岁以上老人。", "50万以上城市。", "五大行动。",
    "每10万人。",
])  # fmt: skip
def test_filler(text: str) -> None:
    assert claims(text) == []
    assert of_kind(text, "filler")


@pytest.mark.parametrize(("text", "claim"), [
    ("两家企业获批。", "两家 = 2 count"), ("六家入选。", "六家 = 6 count"), ("排名第六。", "第六 = 6 rank"),
    ("位居首位。", "首位 = 1 rank"), ("居首。", "居首 = 1 rank"), ("排名前十。", "前十 = 1..10 rank"),
    ("位居三甲。", "三甲 = 1..3 rank"), ("第二大市场。", "第二大 = 2 rank"),
    ("第100万辆下线。", "第100万辆 = 1000000 count"),
    ("占一半。", "一半 = 50 percent"), ("翻两番。", "两番 = 4 multiple"),
    ("三个重点项目。", "三个 = 3 count"),
    ("GDP1.5万亿元。", "1.5万亿元 = 1500000000000 CNY"), ("人才规模约25万。", "约25万 = ~250000 person"),
])  # fmt: skip
def test_claim(text: str, claim: str) -> None:
    assert claim in claims(text)
