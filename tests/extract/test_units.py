"""Units: what each amounts to in its base unit, with what completes it and what it is per."""

from __future__ import annotations

import pytest

from flows.extract.numbers.units import read_unit, units_by_first
from tests.extract.reading import claims


@pytest.mark.parametrize(("text", "claim"), [
    ("园区税收达3.2亿元。", "3.2亿元 = 320000000 CNY"),
    ("外方出资1200万美元。", "1200万美元 = 12000000 USD"),
    ("募资额为HK$4.5亿。", "HK$4.5亿 = 450000000 HKD"),
    ("一瓶水卖三块五。", "三块五 = 3.5 CNY"),
    ("每度电再降两分钱。", "两分钱 = 0.02 CNY per 度电"),
    ("批发价降到4元8角。", "4元8角 = 4.8 CNY"),
    ("合同价人民币贰佰万元整。", "人民币贰佰万元整 = 2000000 CNY"),
    ("风机功率16兆瓦。", "16兆瓦 = 16000 kW"),
    ("储能容量为200MWh。", "200MWh = 200000 kWh"),
    ("智算规模达1.2EFLOPS。", "1.2EFLOPS = 1200 P"),
    ("语料超10万亿Token。", "超10万亿Token = >10000000000000 token"),
    ("模型有700亿参数。", "700亿参数 = 70000000000 parameter"),
    ("产粮500万斤。", "500万斤 = 2500000 kg"),
    ("绿化面积达30万亩。", "30万亩 = 300000 mu"),
    ("利率下行5个基点。", "5个基点 = 0.05 percent"),
    ("死亡率为3‰。", "3‰ = 0.3 percent"),
    ("气温降至零下18℃。", "零下18℃ = -18 celsius"),
    ("室温为25度。", "25度 = 25 celsius"),
    ("全年用电3亿度。", "3亿度 = 300000000 kWh"),
    ("高铁时速可达350公里。", "350公里 = 350 km/h"),
    ("船台吊起900吨重物。", "900吨 = 900 t"),
    ("他以2小时15分完赛。", "2小时15分 = 2.25 hour"),
    ("他跳过2米35。", "2米35 = 2.35 m"),
    ("报价为6200元/吨。", "6200元/吨 = 6200 CNY per 吨"),
    ("房价每平方米3万元。", "3万元 = 30000 CNY per 平方米"),
    ("平均58秒一台。", "58秒 = 58 second per 台"),
    ("接待游客30万人次。", "30万人次 = 300000 person"),
    ("新增床位2000张。", "2000张 = 2000 count"),
])  # fmt: skip
def test_unit_in_a_sentence(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(("text", "unit"), [
    ("人才", None), ("元宇宙", None), ("分布在", None), ("天津", None), ("人工智能", None), ("家庭", "家庭"),
    ("台风力发电机组", "台"), ("家长期停产", "家"), ("层面积相同", "层"), ("人民币", "人民币"),
    ("家电商平台", "家"),
])  # fmt: skip
def test_a_unit_is_not_the_head_of_another_word(text: str, unit: str | None) -> None:
    found = read_unit(text, 0)
    assert (found.surface if found else None) == unit


def test_tables_hold_no_surface_twice() -> None:
    surfaces = [unit.surface for units in units_by_first().values() for unit in units]
    assert len(surfaces) == len(set(surfaces))
