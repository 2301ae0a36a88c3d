"""The views on small inputs: claims in, answers out."""

from __future__ import annotations

from tests.sql.conftest import Small

CNY = {"unit": "CNY", "noun": "融资金额"}


def raise_money(small: Small) -> None:
    """Two cities, their total, Chengdu's deals and firms, and a stated rank, in one half-year."""
    said = {**CNY, "period": "2024H1"}
    small.state(
        "两市共融资超142亿元。", "超142亿元", "financing_amount", "北京+成都", 1.42e10, bound="gt", **said
    )
    small.state("两市共发生融资100起。", "100起", "financing_event_count", "北京+成都", 100, period="2024H1")
    small.state("成都融资5亿元。", "5亿元", "financing_amount", "成都", 5e8, **said)
    small.state("北京融资15亿元。", "15亿元", "financing_amount", "北京", 1.5e9, **said)
    small.state("成都22家企业获投。", "22家", "financed_firm_count", "成都", 22, period="2024H1", noun="企业")
    small.state(
        "北京位居第一。", "第一", "financing_amount", "北京", 1, measure="rank", unit="rank", period="2024H1"
    )


def test_claims_show_sentence_article_and_place(small: Small) -> None:
    said = {**CNY, "period": "2024H1"}
    small.state(
        "上文。成都融资4.1亿元，企业不少。下文。", "4.1亿元", "financing_amount", "成都", 4.1e8, **said
    )
    sql = "select document, start_char, end_char, region, value, quote, title, metric_name from claims"
    assert small.ask(sql) == [
        ("a", 7, 12, "成都", 410_000_000, "成都融资4.1亿元，企业不少。", "人工智能账本", "融资金额")
    ]


def test_financing_by_city_ranks_cities_and_sets_totals_apart(small: Small) -> None:
    raise_money(small)
    sql = "select period, city, amount, rank, share, events, firms, stated_rank from financing_by_city"
    assert small.ask(sql) == [
        ("2024H1", "北京", "15亿元", 1, 75.0, None, None, "第1"),
        ("2024H1", "成都", "5亿元", 2, 25.0, None, "22", None),
        ("2024H1", "北京+成都", "超142亿元", None, None, "100", None, None),
    ]


def test_financing_by_city_leaves_out_provinces_firms_and_plans(small: Small) -> None:
    said = {**CNY, "period": "2024H1"}
    small.state("四川融资9亿元。", "9亿元", "financing_amount", "四川", 9e8, **said)
    small.state("某公司融资9亿元。", "9亿元", "financing_amount", None, 9e8, firm="某公司", **said)
    small.state("北京力争融资9亿元。", "9亿元", "financing_amount", "北京", 9e8, modality="target", **said)
    assert small.ask("select * from financing_by_city") == []


def test_financing_by_period_sums_and_compares(small: Small) -> None:
    raise_money(small)
    sql = """
        select period, stated, stated_for, listed, cities, leader, leader_share, deals, per_deal
        from financing_by_period
    """
    assert small.ask(sql) == [
        ("2024H1", "超142亿元", "北京+成都", "20亿元", 2, "北京", 75.0, "100", "超1.42亿元")
    ]


def test_region_figures_put_amount_share_rank_and_growth_side_by_side(small: Small) -> None:
    said = {"noun": "大模型厂商", "period": "..2023-10-31"}
    metric = "model_developer_count"
    small.state("北京有122家。", "122家", metric, "北京", 122, **said)
    small.state(
        "约占全国的一半。",
        "一半",
        metric,
        "北京",
        50,
        unit="percent",
        measure="share",
        bound="approx",
        **said,
    )
    small.state("居全国首位。", "首位", metric, "北京", 1, unit="rank", measure="rank", **said)
    sql = "select region, noun, amount, share, rank, period, quote from models_by_region"
    assert small.ask(sql) == [("北京", "大模型厂商", "122", "约50%", "第1", "..2023-10-31", "北京有122家。")]


def test_topics_go_to_their_views(small: Small) -> None:
    small.state("四川有企业1100家。", "1100家", "firm_count", "四川", 1100, noun="人工智能企业")
    small.state("上海人才25万人。", "25万人", "talent_count", "上海", 250_000, unit="person", noun="人才")
    small.state("北京缺口5000P。", "5000P", "compute_gap", "北京", 5000, unit="P", modality="forecast")
    assert small.ask("select region, amount, period from industry_by_region") == [
        ("四川", "1100", "@2024-08-20")
    ]
    assert small.ask("select region, amount from talent_by_region") == [("上海", "25万人")]
    assert small.ask("select region, amount, modality from compute_by_region") == [
        ("北京", "5000 P", "forecast")
    ]


def test_filings_timeline_runs_by_region(small: Small) -> None:
    for region, value, until in (
        ("中国", 117, "..2024-03-31"),
        ("中国", 188, "..2024-08-31"),
        ("上海", 34, "..2024-06-20"),
    ):
        small.state(
            f"{region}备案{value}款。",
            f"{value}款",
            "model_filing_count",
            region,
            value,
            noun="大模型",
            period=until,
        )
    assert small.ask("select as_of::varchar, region, amount, more, dated_by from filings_timeline") == [
        ("2024-03-31", "中国", "117", None, "text"),
        ("2024-06-20", "上海", "34", None, "text"),
        ("2024-08-31", "中国", "188", 71, "text"),
    ]


def test_scorecard_has_a_row_a_region_and_prefers_the_whole(small: Small) -> None:
    small.state(
        "北京有企业2200家。", "2200家", "firm_count", "北京", 2200, noun="人工智能企业", period="2022"
    )
    small.state(
        "北京核心企业超1800家。",
        "超1800家",
        "firm_count",
        "北京",
        1800,
        noun="核心企业",
        period="2023",
        bound="gt",
    )
    small.state("上海规上企业348家。", "348家", "firm_count", "上海", 348, noun="规上企业", period="2023")
    small.state("上海大模型企业80家。", "80家", "firm_count", "上海", 80, noun="大模型企业", period="2023")
    small.state(
        "上海产值3800亿元。",
        "3800亿元",
        "industry_output",
        "上海",
        3.8e11,
        unit="CNY",
        noun="产值",
        period="2023",
    )
    small.state(
        "四川第九。", "第九", "competitiveness", "四川", 9, measure="rank", unit="rank", period="2023"
    )
    sql = """
        select region, headlines, firms, output, competitiveness, firms_value, firms_as_of::varchar
        from region_scorecard
    """
    assert small.ask(sql) == [
        ("上海", 2, "348 规上 · 2023", "3800亿元 · 2023", None, 348, "2023-12-31"),
        ("北京", 1, "2200 · 2022", None, None, 2200, "2022-12-31"),
        ("四川", 1, None, None, "第9 · 2023", None, None),
    ]


def test_every_headline_is_a_column_of_the_scorecard(small: Small) -> None:
    headlines = {name for (name,) in small.ask("select headline from headline_metrics")}
    columns = {name for name, *_ in small.ask("describe region_scorecard")}
    assert headlines <= columns
    assert {f"{name}_value" for name in headlines} <= columns


def test_gaps_are_to_the_leader_of_the_peers_and_to_the_nation(small: Small) -> None:
    said = {"noun": "人工智能企业", "period": "2023"}
    for region, value in (("中国", 4000), ("北京", 2000), ("四川", 1100), ("上海", 1500), ("海淀", 900)):
        small.state(f"{region}有{value}家。", f"{value}家", "firm_count", region, value, **said)
    sql = """
        select region, rank, among, leader, of_leader, behind_leader, of_nation, below_nation
        from region_gaps
    """
    assert small.ask(sql) == [
        ("北京", 1, 3, "北京", 100.0, 0, 50.0, 2000),
        ("上海", 2, 3, "北京", 75.0, 500, 37.5, 2500),
        ("四川", 3, 3, "北京", 55.0, 900, 27.5, 2900),
        ("海淀", 1, 1, None, None, None, 22.5, 3100),
    ]


def test_gaps_keep_to_one_scope_and_one_period(small: Small) -> None:
    small.state("北京核心企业1800家。", "1800家", "firm_count", "北京", 1800, noun="核心企业", period="2023")
    small.state("四川企业1100家。", "1100家", "firm_count", "四川", 1100, noun="人工智能企业", period="2023")
    small.state("北京融资138亿元。", "138亿元", "financing_amount", "北京", 1.38e10, period="2023", **CNY)
    small.state("上海融资20亿元。", "20亿元", "financing_amount", "上海", 2e9, period="2024H1", **CNY)
    assert small.ask("select * from region_gaps") == []


def test_a_municipality_stands_with_cities_or_provinces(small: Small) -> None:
    for region, value in (("北京", 138), ("上海", 20), ("深圳", 10), ("成都", 4)):
        small.state(
            f"{region}融资{value}亿元。",
            f"{value}亿元",
            "financing_amount",
            region,
            value * 1e8,
            period="2024H1",
            **CNY,
        )
    for region, value in (("北京", 34), ("四川", 2), ("广东", 30)):
        small.state(
            f"{region}{value}家上榜。",
            f"{value}家",
            "firm_listed_count",
            region,
            value,
            period="2023",
            noun="企业",
        )
    sql = "select subject, rank, among from rankings order by metric, rank"
    assert small.ask(sql) == [
        ("北京", 1, 4),
        ("上海", 2, 4),
        ("深圳", 3, 4),
        ("成都", 4, 4),
        ("北京", 1, 3),
        ("广东", 2, 3),
        ("四川", 3, 3),
    ]


def test_rankings_show_equal_ranks_and_the_stated_rank(small: Small) -> None:
    said = {**CNY, "period": "2024H1"}
    for region, surface, value, bound in (
        ("北京", "138亿元", 1.38e10, "eq"),
        ("上海", "约20亿元", 2e9, "approx"),
        ("深圳", "约20亿元", 2e9, "approx"),
        ("成都", "4亿元", 4e8, "eq"),
    ):
        small.state(
            f"{region}融资{surface}。", surface, "financing_amount", region, value, bound=bound, **said
        )
    small.state(
        "北京位居第一。", "第一", "financing_amount", "北京", 1, measure="rank", unit="rank", period="2024H1"
    )
    small.state(
        "四川全国第九。", "第九", "competitiveness", "四川", 9, measure="rank", unit="rank", period="2023"
    )
    assert small.ask("select subject, rank, among, stated, stated_basis from rankings") == [
        ("四川", None, None, "第9", "全国"),
        ("北京", 1, 4, "第1", ""),
        ("上海", 2, 4, None, None),
        ("深圳", 2, 4, None, None),
        ("成都", 4, 4, None, None),
    ]


def test_growth_gives_change_and_compound_yearly_growth(small: Small) -> None:
    for period, surface, value, bound in (
        ("2018", "1340亿元", 1.34e11, "eq"),
        ("2023", "逾3800亿元", 3.8e11, "gt"),
    ):
        small.state(
            f"上海产业规模{surface}。",
            surface,
            "industry_output",
            "上海",
            value,
            bound=bound,
            unit="CNY",
            noun="产业规模",
            period=period,
        )
    small.state(
        "同比增长12%。",
        "12%",
        "industry_output",
        "上海",
        12,
        measure="growth",
        unit="percent",
        noun="产业规模",
        period="2023",
    )
    sql = """
        select subject, from_period, from_amount, to_period, to_amount, change, percent, years, yearly, bound,
            stated
        from growth
    """
    assert small.ask(sql) == [
        ("上海", "2018", "1340亿元", "2023", "超3800亿元", "2460亿元", 183.6, 5.0, 23.2, "gt", "12%")
    ]


def test_growth_over_three_times_has_its_steps_and_the_whole(small: Small) -> None:
    for period, value in (("2018", 100), ("2020", 144), ("2022", 225)):
        small.state(
            f"上海{value}家。", f"{value}家", "firm_count", "上海", value, noun="规上企业", period=period
        )
    assert small.ask("select span, from_period, to_period, percent, yearly from growth") == [
        ("step", "2018", "2020", 44.0, 20.0),
        ("step", "2020", "2022", 56.3, 25.0),
        ("whole", "2018", "2022", 125.0, 22.5),
    ]


def test_growth_needs_one_scope_and_equal_periods(small: Small) -> None:
    small.state("北京融资100亿元。", "100亿元", "financing_amount", "北京", 1e10, period="2023", **CNY)
    small.state("北京融资138亿元。", "138亿元", "financing_amount", "北京", 1.38e10, period="2024H1", **CNY)
    small.state("上海有企业900家。", "900家", "firm_count", "上海", 900, noun="人工智能企业", period="2020")
    small.state("上海规上企业348家。", "348家", "firm_count", "上海", 348, noun="规上企业", period="2023")
    assert small.ask("select * from growth") == []


def test_targets_stand_beside_the_latest_actual_of_the_same_thing(small: Small) -> None:
    promised = {"modality": "target", "period": "2027", "bound": "gt"}
    small.state(
        "到2027年建成超10个标杆大模型。", "超10个", "model_count", "四川", 10, noun="标杆大模型", **promised
    )
    small.state(
        "四川已有30多个垂直大模型。", "30多个", "model_count", "四川", 30, noun="垂直大模型", bound="gt"
    )
    small.state(
        "到2027年企业超2000家。", "超2000家", "firm_count", "四川", 2000, noun="人工智能企业", **promised
    )
    small.state("2022年有企业900家。", "900家", "firm_count", "四川", 900, noun="人工智能企业", period="2022")
    small.state(
        "2023年有企业1100家。", "1100家", "firm_count", "四川", 1100, noun="人工智能企业", period="2023"
    )
    sql = "select noun, target, due::varchar, actual, actual_period, reached, related from targets"
    assert small.ask(sql) == [
        ("人工智能企业", "超2000", "2027-12-31", "1100", "2023", 55.0, None),
        ("标杆大模型", "超10", "2027-12-31", None, None, None, "超30（垂直大模型，@2024-08-20）"),
    ]


def test_a_promise_about_the_past_is_none(small: Small) -> None:
    small.state(
        "截至2023年建成8个。",
        "8个",
        "model_count",
        "四川",
        8,
        noun="大模型",
        modality="target",
        period="2023",
    )
    assert small.ask("select * from targets") == []


def test_shares_that_follow_stand_beside_those_that_are_stated(small: Small) -> None:
    said = {"noun": "大模型厂商", "period": "..2023-10-31"}
    metric = "model_developer_count"
    small.state("全国共计254家。", "254家", metric, "中国", 254, **said)
    small.state("北京有122家。", "122家", metric, "北京", 122, **said)
    small.state(
        "约占全国的一半。",
        "一半",
        metric,
        "北京",
        50,
        unit="percent",
        measure="share",
        bound="approx",
        **said,
    )
    small.state("海淀87家。", "87家", metric, "海淀", 87, **said)
    small.state("北京做通用大模型的37家。", "37家", metric, "北京", 37, **{**said, "noun": "通用大模型厂商"})
    sql = """
        select subject, part, whole_of, whole, computed, stated, agrees, kind
        from derived_figures order by percent
    """
    assert small.ask(sql) == [
        ("北京", "37", "北京", "122", "30.3%", None, None, "scope"),
        ("海淀", "87", "中国", "254", "34.3%", None, None, "place"),
        ("北京", "122", "中国", "254", "48%", "约50%", True, "place"),
        ("海淀", "87", "北京", "122", "71.3%", None, None, "place"),
    ]


def test_a_part_of_more_than_the_whole_is_less_than_its_share(small: Small) -> None:
    raise_money(small)
    sql = "select subject, computed, follows_from from derived_figures order by percent"
    assert small.ask(sql) == [
        ("成都", "不足3.5%", "5亿元 ÷ 超142亿元（北京+成都 融资金额）"),
        ("北京", "不足10.6%", "15亿元 ÷ 超142亿元（北京+成都 融资金额）"),
    ]


def test_evidence_marks_the_number(small: Small) -> None:
    small.state(
        "上文。四川有企业1100家，还在增加。", "1100家", "firm_count", "四川", 1100, noun="企业", period="2023"
    )
    assert small.ask("select marked, subject, amount, period from evidence") == [
        ("四川有企业【1100家】，还在增加。", "四川", "1100", "2023")
    ]


def test_the_ledger_says_what_became_of_every_number(small: Small) -> None:
    small.state("四川有企业1100家。", "1100家", "firm_count", "四川", 1100, noun="企业", period="2023")
    for order, (surface, kind, rule) in enumerate(
        (
            ("2023年", "time", "date"),
            ("A100", "name", "code"),
            ("一个", "filler", "filler"),
            ("7x9", "filler", "unread"),
        )
    ):
        small.insert(
            "numbers",
            number_id=f"x{order}",
            document_id="a",
            document="a",
            start_char=99,
            end_char=100,
            surface=surface,
            bound="eq",
            rule=rule,
            period_start="2023-01-01" if kind == "time" else None,
            period_end="2023-12-31" if kind == "time" else None,
            **{"class": kind},
        )
    assert small.ask("select surface, became from number_ledger order by number_id") == [
        ("1100家", "四川 企业数量 value 1100 2023"),
        ("2023年", "2023"),
        ("A100", "名称的一部分"),
        ("一个", "不含信息"),
        ("7x9", "未读懂"),
    ]
    sql = """
        select document, numbers, claim_numbers, times, names, fillers, unread, claims, with_subject
        from coverage
    """
    assert small.ask(sql) == [("a", 5, 1, 1, 1, 2, 1, 1, 1)]


def test_new_claims_are_those_of_articles_first_read_by_the_newest_run(small: Small) -> None:
    small.state("四川有1100家。", "1100家", "firm_count", "四川", 1100, noun="企业", document="old")
    small.state("北京有1800家。", "1800家", "firm_count", "北京", 1800, noun="企业", document="new")
    for run, day in (("r1", "2024-08-01"), ("r2", "2024-08-02")):
        small.insert("runs", run_id=run, started_at=day, finished_at=day, outcome="published")
    for source, document, run in (("1", "old", "r1"), ("2", "new", "r2"), ("3", "old", "r2")):
        small.insert("sources", source=source, document_id=document, name=document, run_id=run)
    assert small.ask("select subject, amount from new_claims") == [("北京", "1800")]


def test_directories_say_what_is_known_and_said(small: Small) -> None:
    small.insert(
        "firms",
        firm_id="f",
        name="某某科技有限公司",
        short_name="某某科技",
        kind="firm",
        region_id="510100",
        source="own",
    )
    small.insert(
        "models", model_id="x", name="某某大模型", firm_id="f", kind="vertical", sector="医疗", source="own"
    )
    small.state(
        "某某科技营收3亿元。",
        "3亿元",
        "revenue",
        None,
        3e8,
        firm="某某科技",
        firm_id="f",
        unit="CNY",
        period="2023",
    )
    small.state(
        "某某大模型参数70亿。",
        "70亿",
        "model_parameter_count",
        None,
        7e9,
        model="某某大模型",
        model_id="x",
        unit="parameter",
    )
    sql = "select name, kind, region, claims, figures, models from firm_directory"
    assert small.ask(sql) == [("某某科技有限公司", "firm", "成都", 1, "营业收入 3亿元", "某某大模型")]
    sql = "select sector, region, name, firm, claims, figures from model_directory"
    assert small.ask(sql) == [("医疗", "成都", "某某大模型", "某某科技", 1, "模型参数量 70亿参数")]


def test_the_tree_holds_itself_its_holders_and_its_groups(small: Small) -> None:
    small.insert(
        "regions", region_id="G-x", name="某组", short_name="某组", level="group", members="110000|510100"
    )
    sql = """
        select region_id, ancestor_id, distance
        from region_tree where region_id in ('110108', '510100') order by all
    """
    assert small.ask(sql) == [
        ("110108", "110000", 1),
        ("110108", "110108", 0),
        ("110108", "CHN", 2),
        ("110108", "G-x", 2),
        ("510100", "510000", 1),
        ("510100", "510100", 0),
        ("510100", "CHN", 2),
        ("510100", "G-x", 1),
    ]


def test_compare_sets_regions_side_by_side(small: Small) -> None:
    raise_money(small)
    sql = "select region, amount, rank, of_first, follows_from from compare('{}', {})"
    expected = [("北京", "15亿元", 1, "100%", None), ("成都", "5亿元", 2, "33.3%", "5亿元 ÷ 15亿元")]
    assert small.ask(sql.format("financing_amount", "['北京', '成都']")) == expected
    assert small.ask(sql.format("融资金额", "['成都市', '110000']")) == expected
    assert small.ask(sql.format("融资金额", "['上海']")) == []


def test_profile_shows_a_region_the_places_within_and_its_totals(small: Small) -> None:
    raise_money(small)
    said = {"noun": "大模型厂商", "period": "..2023-10-31"}
    small.state("全国共计254家。", "254家", "model_developer_count", "中国", 254, **said)
    small.state("北京有122家。", "122家", "model_developer_count", "北京", 122, **said)
    small.state("海淀87家。", "87家", "model_developer_count", "海淀", 87, **said)
    sql = """
        select place, region, metric, amount, rank, derived
        from profile('北京市') where derived is null or metric like 'model%'
    """
    assert small.ask(sql) == [
        (
            "itself",
            "北京",
            "model_developer_count",
            "122",
            None,
            "占中国 48%（122 ÷ 254（中国 大模型厂商））",
        ),
        (
            "within",
            "海淀",
            "model_developer_count",
            "87",
            None,
            "占北京 71.3%（87 ÷ 122（北京 大模型厂商））；占中国 34.3%（87 ÷ 254（中国 大模型厂商））",
        ),
        ("total", "北京+成都", "financing_amount", "超142亿元", None, None),
        ("total", "北京+成都", "financing_event_count", "100", None, None),
    ]


def test_claims_about_a_word_finds_metric_noun_and_sentence(small: Small) -> None:
    small.state("全国已有188款完成备案。", "188款", "model_filing_count", "中国", 188, noun="大模型")
    small.state("四川有企业1100家。", "1100家", "firm_count", "四川", 1100, noun="人工智能企业")
    sql = "select amount from claims_about('{}')"
    assert small.ask(sql.format("大模型备案")) == [("188",)]
    assert small.ask(sql.format("人工智能企业")) == [("1100",)]
    assert small.ask(sql.format("全国")) == [("188",)]


def test_evidence_of_shows_all_that_answer_the_same_question(small: Small) -> None:
    for document, surface, value in (("a", "约140亿元", 1.4e10), ("b", "138亿元", 1.38e10)):
        small.state(
            f"北京融资{surface}。",
            surface,
            "financing_amount",
            "北京",
            value,
            document=document,
            period="2024H1",
            bound="approx" if surface[0] == "约" else "eq",
            **CNY,
        )
    assert small.ask("select standing, chosen, marked from evidence_of('m0')") == [
        ("asked", False, "北京融资【约140亿元】。"),
        ("chosen", True, "北京融资【138亿元】。"),
    ]
