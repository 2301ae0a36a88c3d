"""When claims answer the same question, which value is chosen, and when sources disagree."""

from __future__ import annotations

import pytest

from tests.sql.conftest import Small

BEST = "select amount, claims, sources, agreeing from best_claims where subject = '北京' order by amount"


def raised(small: Small, surface: str, value: float, document: str = "a", **more: object) -> str:
    said = {"period": "2024H1", "unit": "CNY", "noun": "融资金额", **more}
    sentence = f"{document}称北京人工智能融资{surface}。"
    return small.state(sentence, surface, "financing_amount", "北京", value, document=document, **said)


def test_one_claim_is_its_own_answer(small: Small) -> None:
    raised(small, "138亿元", 1.38e10)
    assert small.ask(BEST) == [("138亿元", 1, 1, 1)]


def test_the_value_that_most_sources_allow_wins(small: Small) -> None:
    raised(small, "150亿元", 1.5e10, "a")
    raised(small, "138亿元", 1.38e10, "b")
    raised(small, "138亿元", 1.38e10, "c")
    assert small.ask(BEST) == [("138亿元", 3, 3, 2)]


def test_the_exact_value_wins_over_the_vague_one(small: Small) -> None:
    raised(small, "约140亿元", 1.4e10, "a", bound="approx")
    raised(small, "138亿元", 1.38e10, "b")
    assert small.ask(BEST) == [("138亿元", 2, 2, 2)]


def test_the_later_article_wins_among_equals(small: Small) -> None:
    small.article("a", "2024-07-01")
    small.article("b", "2024-09-01")
    raised(small, "137亿元", 1.37e10, "a")
    raised(small, "138亿元", 1.38e10, "b")
    assert small.ask("select amount, spread from best_claims") == [("138亿元", 0.7)]


def test_copies_of_a_passage_are_one_source(small: Small) -> None:
    for document in ("a", "b", "c"):
        small.state(
            "据统计，上半年北京人工智能企业融资150亿元。",
            "150亿元",
            "financing_amount",
            "北京",
            1.5e10,
            document=document,
            period="2024H1",
            unit="CNY",
            noun="融资金额",
        )
    raised(small, "138亿元", 1.38e10, "d")
    raised(small, "138亿元", 1.38e10, "e")
    assert small.ask(BEST) == [("138亿元", 5, 3, 2)]


def test_the_text_wins_over_the_headline_of_the_same_article(small: Small) -> None:
    raised(small, "140亿元", 1.4e10, role="title")
    raised(small, "约140亿元", 1.4e10, bound="approx")
    assert small.ask(BEST) == [("约140亿元", 2, 1, 1)]


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        (("超215亿元", 2.15e10, "gt"), ("220亿元", 2.2e10, "eq"), False),
        (("超215亿元", 2.15e10, "gt"), ("210亿元", 2.1e10, "eq"), True),
        (("约20亿元", 2e9, "approx"), ("21亿元", 2.1e9, "eq"), False),
        (("约20亿元", 2e9, "approx"), ("23亿元", 2.3e9, "eq"), True),
        (("近20亿元", 2e9, "approx"), ("19亿元", 1.9e9, "eq"), False),
        (("近20亿元", 2e9, "approx"), ("21亿元", 2.1e9, "eq"), True),
        (("20余亿元", 2e9, "gt"), ("26亿元", 2.6e9, "eq"), False),
        (("20余亿元", 2e9, "gt"), ("31亿元", 3.1e9, "eq"), True),
        (("不足20亿元", 2e9, "lt"), ("18亿元", 1.8e9, "eq"), False),
        (("不足20亿元", 2e9, "lt"), ("22亿元", 2.2e9, "eq"), True),
        (("138亿元", 1.38e10, "eq"), ("138.2亿元", 1.382e10, "eq"), False),
        (("138亿元", 1.38e10, "eq"), ("145亿元", 1.45e10, "eq"), True),
        (("超100亿元", 1e10, "gt"), ("不足200亿元", 2e10, "lt"), False),
    ],
)
def test_sources_disagree_beyond_their_bounds_only(
    small: Small, one: tuple[str, float, str], other: tuple[str, float, str], disagree: bool
) -> None:
    for document, (surface, value, bound) in zip("ab", (one, other), strict=True):
        raised(small, surface, value, document, bound=bound)
    assert small.ask("select count(*) from claim_conflicts") == [(int(disagree),)]


def test_ranges_agree_where_they_overlap(small: Small) -> None:
    raised(small, "10亿至15亿元", 1e9, "a", value_high=1.5e9)
    raised(small, "14亿至18亿元", 1.4e9, "b", value_high=1.8e9)
    raised(small, "20亿至25亿元", 2e9, "c", value_high=2.5e9)
    assert small.ask("select amount, other_amount from claim_conflicts") == [("14~18亿元", "20~25亿元")]


def test_a_conflict_shows_both_sentences(small: Small) -> None:
    raised(small, "138亿元", 1.38e10, "a")
    raised(small, "138亿元", 1.38e10, "b")
    raised(small, "160亿元", 1.6e10, "c")
    sql = (
        "select subject, period, amount, agreeing, other_amount, difference, other_quote from claim_conflicts"
    )
    assert small.ask(sql) == [
        ("北京", "2024H1", "138亿元", 2, "160亿元", 15.9, "c称北京人工智能融资160亿元。")
    ]


@pytest.mark.parametrize(
    "unlike",
    [
        {"period": "2024Q1"},
        {"noun": "大模型融资金额"},
        {"modality": "forecast"},
        {"unit": "USD"},
        {"measure": "growth", "unit": "percent"},
    ],
)
def test_unlike_things_never_meet(small: Small, unlike: dict[str, object]) -> None:
    raised(small, "138亿元", 1.38e10, "a")
    raised(small, "999亿元", 9.99e10, "b", **unlike)
    assert small.ask("select count(*) from claim_conflicts") == [(0,)]
    assert small.ask("select count(*) from best_claims") == [(2,)]


def test_articles_of_unlike_fields_never_meet(small: Small) -> None:
    small.article("b", title="生物医药半年盘点")
    raised(small, "138亿元", 1.38e10, "a")
    said = {"document": "b", "period": "2024H1", "unit": "CNY", "noun": "融资金额"}
    small.state("上半年北京新药企业融资30亿元。", "30亿元", "financing_amount", "北京", 3e9, **said)
    assert small.ask("select field, amount from best_claims order by all") == [
        ("人工智能", "138亿元"),
        ("生物医药", "30亿元"),
    ]
    assert small.ask("select * from claim_conflicts") == []


def test_wordings_that_name_only_the_metric_are_one_scope(small: Small) -> None:
    for document, noun in zip("abc", ("融资金额", "人工智能企业融资", "AI领域投融资"), strict=True):
        raised(small, "138亿元", 1.38e10, document, noun=noun)
    assert small.ask("select field, scope, claims from best_claims") == [("人工智能", "", 3)]


def test_an_article_does_not_contradict_itself(small: Small) -> None:
    raised(small, "138亿元", 1.38e10, "a")
    raised(small, "30亿元", 3e9, "a")
    raised(small, "99亿元", 9.9e9, "b")
    assert small.ask("select amount, unclear from best_claims order by value") == [
        ("30亿元", True),
        ("99亿元", False),
        ("138亿元", True),
    ]
    assert small.ask("select * from claim_conflicts") == []


def test_projects_of_one_place_are_not_one_question(small: Small) -> None:
    for document, surface, value in (("a", "20亿元", 2e9), ("b", "75亿元", 7.5e9)):
        small.state(
            f"{document}：北京某项目总投资{surface}。",
            surface,
            "investment_amount",
            "北京",
            value,
            document=document,
            period="2023",
            unit="CNY",
            noun="总投资",
        )
    assert small.ask("select count(*) from best_claims") == [(2,)]
    assert small.ask("select * from claim_conflicts") == []


def test_shares_of_unlike_wholes_do_not_meet(small: Small) -> None:
    said = {"measure": "share", "unit": "percent", "noun": "人工智能企业", "period": "2023"}
    small.state("企业数占全国的8%。", "8%", "firm_count", "海淀", 8, document="a", **said)
    small.state("企业数占全市的60%。", "60%", "firm_count", "海淀", 60, document="b", **said)
    assert small.ask("select basis, amount from best_claims order by value") == [
        ("全国", "8%"),
        ("全市", "60%"),
    ]
    assert small.ask("select * from claim_conflicts") == []


def test_without_a_period_the_publication_dates_a_claim_and_says_so(small: Small) -> None:
    small.state("四川有企业1100余家。", "1100余家", "firm_count", "四川", 1100, bound="gt", noun="企业")
    sql = "select amount, period, dated_by, as_of::varchar, period_end from best_claims"
    assert small.ask(sql) == [("超1100", "@2024-08-20", "publication", "2024-08-20", None)]


def test_a_linked_headline_takes_the_date_that_stands_below_it(small: Small) -> None:
    said = {"role": "boilerplate", "noun": "服务"}
    small.state("117款服务已备案", "117款", "model_filing_count", "中国", 117, **said)
    small.insert(
        "passages",
        passage_id="date",
        document_id="a",
        ordinal=1,
        role="boilerplate",
        start_char=0,
        end_char=9,
        text="某新闻 2024-04-05",
    )
    sql = "select as_of::varchar, dated_by, period from filings_timeline"
    assert small.ask(sql) == [("2024-04-05", "link", "@2024-04-05")]


def test_a_year_and_its_last_day_are_one_time_for_a_stock(small: Small) -> None:
    said = {"noun": "人工智能企业", "metric": "firm_count"}
    for document, period in (("a", "2023"), ("b", "..2023-12-31")):
        small.state(
            f"{document}：北京有企业1800家。",
            "1800家",
            "firm_count",
            "北京",
            1800,
            document=document,
            period=period,
            noun=said["noun"],
        )
    assert small.ask("select claims, sources from best_claims") == [(2, 2)]


def test_a_total_is_one_whatever_its_order(small: Small) -> None:
    said = {"unit": "CNY", "period": "2024H1", "noun": "融资"}
    for document, region in (("a", "北京+成都"), ("b", "成都+北京")):
        small.state(
            f"{document}：两市融资142亿元。",
            "142亿元",
            "financing_amount",
            region,
            1.42e10,
            document=document,
            **said,
        )
    assert small.ask("select claims, region_level, region_id from best_claims") == [
        (2, "cities", "110000+510100")
    ]


@pytest.mark.parametrize(
    ("value", "unit_of_last_digit"), [(1100, 100), (4.1, 0.1), (348, 1), (2e9, 1e9), (0, 1), (-12.5, 0.1)]
)
def test_last_digit(small: Small, value: float, unit_of_last_digit: float) -> None:
    ((said,),) = small.ask(f"select last_digit({value}::decimal(38, 6))")
    assert said == pytest.approx(unit_of_last_digit)


@pytest.mark.parametrize(
    ("part", "whole", "bound"),
    [("eq", "eq", "eq"), ("eq", "gt", "lt"), ("eq", "lt", "gt"), ("gt", "eq", "gt"), ("gt", "gt", "approx")],
)
def test_ratio_bound(small: Small, part: str, whole: str, bound: str) -> None:
    assert small.ask(f"select ratio_bound('{part}', '{whole}')") == [(bound,)]
