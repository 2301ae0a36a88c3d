"""Documents made at random, from bytes to frames: nothing raises, and no digit is left out of the ledger.

A short run of always the same documents by default. FUZZ_DOCUMENTS=100000 makes that many, each time others:
    FUZZ_DOCUMENTS=100000 python -m pytest -q -s tests/faults/test_hostile_fuzz.py
"""

from __future__ import annotations

import io
import json
import os
import re
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.extract.extract import extract
from flows.read import Document, Rejected, read_sources
from flows.text import article_of

DOCUMENTS = int(os.environ.get("FUZZ_DOCUMENTS", "300"))
SECONDS = 5.0
"""Of the processor, for one document of at most some thousand characters."""
DIGITS = re.compile("[0-9０-９]+")

SUBJECTS = """
    北京 上海市 苏州工业园区 长三角 我国 全省 该公司 江城智能科技有限公司 星河大模型 其中 记者 它
    广东、江苏和浙江
"""
WORDS = """
    融资额 产值 企业 大模型 增长 下降 同比 占 达到 超过 不到 近 约 位居 第 排名 共 新增 由 从 至 到
    增至 其中 分别为 和 翻 预计 将 力争
"""
TIMES = """
    2024年 今年上半年 去年 2023年底 7月4日 截至6月30日 “十四五”期间 三年来 第二季度 2024-07-04 10:21
    昨日 春节期间
"""
UNITS = """
    亿元 万亿元 万 家 个 % ‰ 个百分点 倍 成 名 EFLOPS P 亿美元 平方公里 公里 吨 千瓦时 位 名列 分之一
    人次 年 月 日 号 楼 ℃ 元/吨
"""
NUMERALS = """
    138 3,800 1 000 0 00 007 1e400 1e-9 9.6 .5 5. 1.2.3 -3 +7 １３８ 〇 零 一百三十八 三千余 两万
    数十 十几 百分之五 三分之二 五成 半 壹佰 廿 Ⅲ ① ½ 1~2 1-2 30—50 3至5 1:2 3/4 ² ٣٤
    ９９９９９９９９９９９９９９９９９９９９９ 99999999999999999999999999999999999999999
"""
MARKS = (
    "，|。|、|；|：|？|！|（|）|“|”|《|》|(|)|,|.|;|:|%|-|—|…|~|/|\\|\n|\n\n|\r\n|\t| |　||## |- |* |> |---\n"
    "|* * *|\x85|\u2028|\x0c"
)
HARM = (
    "\u202e \u200b \u200d \ufeff \u0301 \u20e3 \ufe0f \x1b[31m \x7f \U0001f600 \U000e0041 "
    "\U0001d7d9 \ufffd '; -- =1+1 &amp;#49; &#56; &nbsp; <b> </p> <script> <!-- ]]> %s {0} ${x} "
    "(dāng) （qián） 當 萬 億 "
    "$1,000 ¥5 €３ http://a.cn/1?b=2 a@b.cn 13800138000 第1期 GPT-4o 5G 3D v1.2.3 #1 No.1 | --- || |1|2|"
)
PIECES = [
    *(word for words in (SUBJECTS, WORDS, TIMES, UNITS, NUMERALS, HARM) for word in words.split()),
    *MARKS.split("|"),
]

piece = st.one_of(
    st.sampled_from(PIECES),
    st.sampled_from(NUMERALS.split()),
    st.sampled_from(UNITS.split()),
    st.text("0123456789.,，％%万亿千百十点零两半多余近", min_size=1, max_size=12),
    st.integers(0, 10**30).map(str),
    st.text(max_size=6),
)
text = st.one_of(st.lists(piece, min_size=8, max_size=60), st.lists(piece, max_size=60)).map("".join)
encoding = st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16", "big5hkscs"])
damage = st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), max_size=3)
suffix = st.sampled_from([".txt"] * 12 + [".md"] * 6 + [".csv"] * 3 + [".jsonl"] * 3 + [".html", ".docx"])
day = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2050, 12, 31)))
told: Counter[str] = Counter()

def file_of(text: str, encoding: str, suffix: str, damage: list[tuple[int, int]]) -> bytes:
    """The text as a file of a kind, with some bytes changed in a quarter of the cases."""
    if suffix == ".csv":
        text = 'id,text\n1,"' + text.replace('"', '""') + '"\n'
    elif suffix == ".jsonl":
        text = json.dumps({"id": 1, "text": text}) + "\n" + text
    elif suffix == ".html":
        text = f"<html><title>{text[:20]}</title><body><p>{text}</p><table><tr><td>{text[:9]}<td>1</table>"
    data = bytearray(text.encode(encoding, "replace"))
    if sum(place for place, _ in damage) % 4 == 3:
        for place, byte in damage:
            if data:
                data[place % len(data)] = byte
    return bytes(data)


def check(document: Document, published_on: date | None) -> None:
    """Extract one document and hold the frames to their word."""
    raw = document.text
    started = time.thread_time()
    article = article_of(
        document.document_id, document.name, raw, document.title, document.outlet, published_on
    )
    frames = extract([article])
    assert time.thread_time() - started < SECONDS, f"{len(raw)} characters took too long"
    covered: list[tuple[int, int]] = []
    for start, end, surface in frames["numbers"].select("start_char", "end_char", "surface").iter_rows():
        assert 0 <= start < end <= len(raw)
        assert raw[start:end] == surface
        covered.append((start, end))
    for digits in DIGITS.finditer(raw):
        first, last = digits.span()
        assert any(start < last and first < end for start, end in covered), digits
        inside = {place for start, end in covered for place in range(max(start, first), min(end, last))}
        assert len(inside) == last - first, f"{raw[first:last]!r} is not all in the ledger"
    for start, end, passage in frames["passages"].select("start_char", "end_char", "text").iter_rows():
        assert raw[start:end] == passage
    for frame in frames.values():
        frame.write_parquet(io.BytesIO())
    told["numbers"] += frames["numbers"].height
    told["claims"] += frames["metrics"].height


@settings(
    max_examples=DOCUMENTS,
    deadline=None,
    database=None,
    derandomize=DOCUMENTS <= 1000,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)
@given(text, encoding, suffix, damage, day)
def test_any_document_goes_from_bytes_to_frames(
    text: str, encoding: str, suffix: str, damage: list[tuple[int, int]], published_on: date | None
) -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        path = Path(folder, f"文{suffix}")
        path.write_bytes(file_of(text, encoding, suffix, damage))
        results = list(read_sources([str(path)]))
    assert results
    for result in results:
        if isinstance(result, Rejected):
            told["rejected"] += 1
            assert len(result.reason) > 8
            assert "\n" not in result.reason
        else:
            told["read"] += 1
            check(result, published_on)


def test_the_run_read_most_of_what_it_made() -> None:
    """Runs after the one above: a fuzz that reads nothing would prove nothing."""
    print(dict(told))
    assert told["read"] > told["rejected"]
    assert told["numbers"] > 3 * told["read"]
    assert told["claims"] > told["read"] / 4
