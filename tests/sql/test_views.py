"""The views on small inputs: claims in, answers out."""

from __future__ import annotations

import duckdb
import pytest

H1 = "2024-01-01", "2024-06-30"
IDS = {"北京": "110000", "成都": "510100", "四川": "510000", "北京+成都": "110000+510100"}


@pytest.fixture
def db(empty_warehouse: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Two cities, one province and one article without a claim."""
    empty_warehouse.execute("""
        insert into regions (region_id, name, short_name, level) values
            ('110000', '北京市', '北京', 'province'), ('510000', '四川省', '四川', 'province'),
            ('510100', '成都市', '成都', 'city');
        insert into documents (document_id, name, title, published_on, characters)
            values ('d', 'a', '半年账', '2024-08-20', 0);
        insert into metric_definitions (metric, name_zh) values
            ('financing_amount', '融资金额'), ('firm_count', '企业数量'),
            ('model_developer_count', '大模型厂商数量');
    """)
    return empty_warehouse


def state(db: duckdb.DuckDBPyConnection, sentence: str, surface: str, **claim: object) -> None:
    """Add a passage of one sentence and the claim that its `surface` makes."""
    order = len(db.execute("select 1 from passages").fetchall())
    start = sentence.index(surface)
    ids = {"number_id": f"n{order}", "passage_id": f"p{order}", "document_id": "d"}
    db.execute(
        "insert into passages values (?, 'd', ?, 'body', ?, 0, ?)",
        [ids["passage_id"], order, sentence, len(sentence)],
    )
    insert(db, "numbers", ids | {
        "document": "a", "start_char": start, "end_char": start + len(surface), "surface": surface,
        "class": "claim", "bound": "eq",
    })  # fmt: skip
    insert(db, "metrics", {
        "measure": "value", "unit": "CNY", "bound": "eq", "modality": "actual", "confidence": 0.9,
        "metric_id": f"m{order}", "region_id": IDS[str(claim["region"])], **ids, **claim,
    })  # fmt: skip


def insert(db: duckdb.DuckDBPyConnection, table: str, row: dict[str, object]) -> None:
    db.execute(
        f"insert into {table} ({', '.join(row)}) values ({', '.join('?' * len(row))})", list(row.values())
    )


def amount(region: str, value: float, **more: object) -> dict[str, object]:
    period = dict(zip(("period_start", "period_end"), H1, strict=True))
    return {"metric": "financing_amount", "region": region, "value": value, **period, **more}


def test_a_claim_shows_its_sentence_its_article_and_its_place(db: duckdb.DuckDBPyConnection) -> None:
    state(db, "上文。成都融资4.1亿元，企业不少。下文。", "4.1亿元", **amount("成都", 4.1e8))
    row = db.sql(
        "select document, start_char, end_char, region, value, quote, title, metric_name from claims"
    ).fetchall()
    assert row == [("a", 7, 12, "成都", 410_000_000, "成都融资4.1亿元，企业不少。", "半年账", "融资金额")]


def test_a_claim_without_a_time_stands_at_its_publication(db: duckdb.DuckDBPyConnection) -> None:
    state(db, "四川有企业1100家。", "1100家", metric="firm_count", region="四川", value=1100, unit="count")
    assert db.sql("select region, amount, period, as_of::varchar from industry_by_region").fetchall() == [
        ("四川", "1100", "@2024-08-20", "2024-08-20")
    ]


def test_financing_lists_cities_by_amount_and_totals_last(db: duckdb.DuckDBPyConnection) -> None:
    state(db, "两市共融资超215亿元。", "超215亿元", **amount("北京+成都", 2.15e10, bound="gt"))
    state(db, "成都融资5亿元。", "5亿元", **amount("成都", 5e8))
    state(db, "北京融资15亿元。", "15亿元", **amount("北京", 1.5e9))
    state(db, "成都22家企业获投。", "22家", **amount("成都", 22, metric="financed_firm_count", unit="count"))
    rows = db.sql("select period, city, amount, share, firms, quote from financing_by_city").fetchall()
    assert rows == [
        ("2024H1", "北京", "15亿元", 75.0, None, "北京融资15亿元。"),
        ("2024H1", "成都", "5亿元", 25.0, "22", "成都融资5亿元。"),
        ("2024H1", "北京+成都", "超215亿元", None, None, "两市共融资超215亿元。"),
    ]


def test_financing_leaves_out_provinces_firms_and_plans(db: duckdb.DuckDBPyConnection) -> None:
    state(db, "四川融资9亿元。", "9亿元", **amount("四川", 9e8))
    state(db, "北京某公司融资9亿元。", "9亿元", **amount("北京", 9e8, firm="某公司"))
    state(db, "北京力争融资9亿元。", "9亿元", **amount("北京", 9e8, modality="target"))
    assert db.sql("select * from financing_by_city").fetchall() == []


def test_the_exact_claim_wins_over_the_vague_one(db: duckdb.DuckDBPyConnection) -> None:
    state(db, "北京融资约140亿元。", "约140亿元", **amount("北京", 1.4e10, bound="approx"))
    state(db, "北京融资138亿元。", "138亿元", **amount("北京", 1.38e10))
    assert db.sql("select amount, quote from financing_by_city").fetchall() == [
        ("138亿元", "北京融资138亿元。")
    ]


def test_models_show_count_share_and_rank_side_by_side(db: duckdb.DuckDBPyConnection) -> None:
    said = {
        "metric": "model_developer_count",
        "noun": "大模型厂商",
        "region": "北京",
        "period_end": "2023-10-31",
    }
    state(db, "北京有122家。", "122家", **said, value=122, unit="count")
    state(db, "约占全国的一半。", "一半", **said, value=50, unit="percent", measure="share", bound="approx")
    state(db, "居首位。", "首位", **said, value=1, unit="rank", measure="rank")
    rows = db.sql("select region, noun, amount, share, rank, period, quote from models_by_region").fetchall()
    assert rows == [("北京", "大模型厂商", "122", "约50%", "第1", "..2023-10-31", "北京有122家。")]
