"""Hostile input: each file is read, or refused in words, in bounded time and memory."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import polars as pl
import pytest

from flows.read import Document, Rejected, guard, read_sources
from flows.read.limits import Unreadable
from tests.conftest import query, refreshed
from tests.patience import PATIENCE
from tests.read.samples import STATED, page, saved, with_part, word

MEGABYTE = 1 << 20
Made = str | bytes | Callable[[], bytes]
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]><l>&a11;</l>"
)
FILE_ENTITY = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY f SYSTEM "file:///etc/hostname">]><l>&f;</l>'


def bomb() -> bytes:
    """A Word file whose text is 256 MB of one digit, packed into some MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != "word/document.xml":
                new.writestr(entry.filename, old.read(entry))
        with new.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(256):
                part.write(b"9" * MEGABYTE)
    return out.getvalue()


def lying_bomb() -> bytes:
    """The same in small, with a directory that says that the part is short."""
    data = bytearray(with_part(word(), "word/document.xml", b"9" * (60 * MEGABYTE)))
    size = (60 * MEGABYTE).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


def nested_word() -> bytes:
    """Tables in tables, five thousand deep."""
    file = docx.Document()
    file.add_paragraph("在此")
    xml = b"<w:tbl><w:tr><w:tc>" * 5000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 5000
    with zipfile.ZipFile(io.BytesIO(saved(file))) as parts:
        body = parts.read("word/document.xml")
    return with_part(saved(file), "word/document.xml", body.replace(b"<w:sectPr", xml + b"<w:sectPr", 1))


REFUSED: dict[str, tuple[Made, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.txt": ("\u3000\n\t \u200b", "no text"),
    "binary.txt": (lambda: bytes(range(256)) * 64, "NUL"),
    "random.txt": (lambda: b"\x01\x02\x9f\xfe\x81" * 4000, ""),
    "picture.txt": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG"),
    "nul.txt": (lambda: STATED.encode() + b"\x00\x01", "NUL"),
    "line.txt": (lambda: b"9" * (200 * MEGABYTE), "too much for one article"),
    "line.md": (lambda: ("江城有企业30家，" * 1_200_000).encode("gb18030"), "too m"),
    "line.csv": (lambda: b"text\n" + b"9" * (200 * MEGABYTE), "breaks off"),
    "line.jsonl": (lambda: b'{"text": "' + b"9" * (200 * MEGABYTE) + b'"}', "too much for one article"),
    "line.html": (lambda: b"<p>" + b"9" * (80 * MEGABYTE), "too much for one article"),
    "bomb.docx": (bomb, "ZIP bomb"),
    "lying.docx": (lying_bomb, ""),
    "laughs.docx": (lambda: with_part(word(), "word/document.xml", LAUGHS), ""),
    "file.docx": (lambda: with_part(word(), "word/document.xml", FILE_ENTITY), ""),
    "deep.jsonl": (lambda: b"[" * MEGABYTE, ""),
    "words.parquet": (b"PAR1" + bytes(1000) + b"PAR1", ""),
    "nothing.pdf": (lambda: b"%PDF-1.7\n" + b"1 0 obj<</Kids[1 0 R]>>endobj " * 1000, "PDF"),
    "nested.docx": (nested_word, "depth"),
    "zip.docx": (lambda: b"PK\x05\x06" + bytes(18), ""),
}
READ: dict[str, tuple[Made, str]] = {
    "gb.txt": (lambda: (STATED * 5).encode("gb18030"), STATED),
    "big5.txt": (("截至六月底，江城市共有企業385家，產值138億元。" * 5).encode("big5hkscs"), "385"),
    "cut.txt": (lambda: (STATED * 5).encode()[:-1], "385"),
    "mixed.txt": (lambda: (STATED * 300).encode() + "乙".encode("gb18030"), "385"),
    "surrogate.jsonl": (lambda: json.dumps({"text": STATED + "\ud83d\ude00\udc00"}).encode(), STATED),
    "wtf.txt": (lambda: (STATED * 90).encode() + b"\xed\xa0\xbd", STATED),
    "rtl.txt": (f"\u202e{STATED}\u202d\u2066\u2069", STATED),
    "million.txt": (f"产值{'9' * 1_000_000}亿元", "9" * 1000),
    "huge.txt": ("产值1e400亿元，占1e-400%，共１ｅ９９９家，0x1F个，-0家。", "1e400"),
    "deep.html": (lambda: b"<div>" * 100_000 + STATED.encode(), STATED),
    "bold.html": (lambda: page().replace(b"<b>", b"<b>" * 20_000), "42"),
    "tables.html": (lambda: b"<table><tr><td>" * 3000 + STATED.encode(), STATED),
    "spans.html": (b"<table><tr>" + b"<td colspan=1000 rowspan=65534>9</td>" * 2000 + b"<tr><td>1<td>2", "9"),
    "laughs.html": (lambda: LAUGHS.replace(b"<l>", b"<p>12 "), "12"),
    "script.html": (lambda: page() + b"<script>while(1);</script><svg onload=alert(1)>", STATED),
    "sql.txt": ("'); drop table numbers; -- 企业30家", "drop table"),
    "formula.csv": ('text,title\n"=cmd|\'/c calc\'!A1 产值30亿元",=1+1\n', "=cmd"),
    "quotes.csv": ('text\n"产值""30""亿元\n第二行"\n', '"30"'),
    "nul.csv": ("text\n产值\\0 30亿元\n", "30"),
    "entities.md": ("&#" + "9" * 5000 + "; &amp;" * 1000 + "30家", "30家"),
    "yaml.md": ("---\na: &a [x]\nb: &b [*a,*a]\ndate: 9999-99-99\n---\n" + STATED, STATED),
    "dates.md": ("---\ndate: 2024-02-30\n---\n" + STATED, STATED),
}  # fmt: skip


def made(data: Made) -> bytes:
    """The bytes of a file; large ones are made only when they are needed."""
    return data.encode() if isinstance(data, str) else data if isinstance(data, bytes) else data()


def results(path: Path) -> list[Document | Rejected]:
    return list(read_sources([str(path)]))


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_words(tmp_path: Path, name: str) -> None:
    data, told = REFUSED[name]
    (tmp_path / name).write_bytes(made(data))
    started = time.monotonic()
    found = results(tmp_path)
    assert time.monotonic() - started < 30
    assert found
    assert all(isinstance(result, Rejected) for result in found), [str(result)[:200] for result in found]
    for result in found:
        assert isinstance(result, Rejected)
        assert told in result.reason
        assert 8 < len(result.reason) < 500
        assert "Traceback" not in result.reason
        assert "\n" not in result.reason


@pytest.mark.parametrize("name", READ)
def test_what_looks_harmful_and_is_text_is_read(tmp_path: Path, name: str) -> None:
    data, piece = READ[name]
    (tmp_path / name).write_bytes(made(data))
    started = time.monotonic()
    (result,) = results(tmp_path)
    assert time.monotonic() - started < 30
    assert isinstance(result, Document), result
    assert piece in result.text
    result.text.encode()  # no lone surrogate is left
    assert "\x00" not in result.text


def test_nothing_of_this_machine_comes_in_through_an_entity(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(FILE_ENTITY.replace(b"<l>", b"<p>12 "))
    (result,) = results(tmp_path)
    hostname = Path("/etc/hostname").read_text("utf-8").strip() if Path("/etc/hostname").exists() else "-"
    assert isinstance(result, Rejected) or hostname not in result.text


def test_odd_names_and_odd_files_of_a_folder_are_told_and_stored(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    names = [
        "a'b\".txt",
        "two\nlines.txt",
        "; drop table x.txt",
        "*?[1].txt",
        "％\u202etxt.txt",
        "长" * 80 + ".txt",
    ]
    for number, name in enumerate(names):
        (folder / name).write_text(f"{STATED}第{number}篇", "utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/bad\xff\xfe.txt")).write_text(f"{STATED}又一篇", "utf-8")
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe.csv")
    (folder / "self").symlink_to(folder)
    (folder / "round.txt").symlink_to(folder / "round.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "documents.csv").write_bytes(b"\xff\x00broken")
    refreshed([folder], tmp_path / "w.duckdb")
    rejected = dict(
        query(tmp_path / "w.duckdb", "select parse_filename(source), reason from rejected_documents")
    )
    assert set(rejected) == {"pipe.txt", "pipe.csv", "self", "round.txt", "zero.txt", "documents.csv"}
    stored = {name for (name,) in query(tmp_path / "w.duckdb", "select name from documents")}
    assert stored == {name.removesuffix(".txt") for name in names} | {"bad\\xff\\xfe"}
    (sources,) = query(tmp_path / "w.duckdb", "select count(distinct source) from sources")[0]
    assert sources == len(names) + 1


def test_hostile_texts_reach_the_warehouse_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in (
        "sql.txt",
        "formula.csv",
        "huge.txt",
        "rtl.txt",
        "surrogate.jsonl",
        "wtf.txt",
        "million.txt",
        "quotes.csv",
    ):
        (folder / name).write_bytes(made(READ[name][0]))
    (folder / "=1+1.txt").write_text(STATED, "utf-8")
    refreshed([folder], tmp_path / "w.duckdb")
    (count,) = query(tmp_path / "w.duckdb", "select count(*) from documents")[0]
    assert count == 9
    texts = "".join(str(text) for (text,) in query(tmp_path / "w.duckdb", "select text from passages"))
    assert all(READ[name][1] in texts for name in ("sql.txt", "formula.csv", "huge.txt", "rtl.txt"))


def test_a_hundred_refusals_leave_the_good_article_alone(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number}.html").write_bytes(bytes([number]) * 50)
    (tmp_path / "good.html").write_bytes(page())
    documents = [result for result in results(tmp_path) if isinstance(result, Document)]
    assert any(STATED in document.text for document in documents)


def endless() -> Iterator[str]:
    while True:
        time.sleep(0.1)
    yield ""


def greedy() -> Iterator[str]:
    held = []
    while True:
        held.append(bytearray(os.urandom(16)) * (2 * MEGABYTE))
    yield ""


def crashing() -> Iterator[str]:
    yield "one"
    os.abort()


def recursing() -> Iterator[str]:
    yield from recursing()


@pytest.mark.parametrize(
    ("function", "told"),
    [
        (endless, "longer than 1 s"),
        (greedy, "MB of memory"),
        (crashing, "broke down"),
        (recursing, "too deeply"),
    ],
)
def test_the_child_is_stopped_and_the_next_document_gets_a_new_one(
    monkeypatch: pytest.MonkeyPatch, function: Callable[[], Iterator[str]], told: str
) -> None:
    if function is endless:
        monkeypatch.setattr(guard, "SECONDS", 1.0)
    with pytest.raises(Unreadable, match=told):
        list(guard.guarded(function))
    monkeypatch.undo()
    assert list(guard.guarded(harmless)) == ["read"]


def harmless() -> Iterator[str]:
    yield "read"


MEASURED = """
import resource, sys
from flows.read import guard, read_sources
found = sum(1 for result in read_sources(sys.argv[1:]))
# Not ru_maxrss, which a process takes over from the one that started it.
own = next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]
guard.end_idle()
children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(found, int(own) // 1024, children // 1024)
"""


def test_all_of_it_together_stays_below_the_memory_that_is_allowed(tmp_path: Path) -> None:
    for name, (data, _) in {**REFUSED, **READ}.items():
        (tmp_path / name).write_bytes(made(data))
    rows = pl.DataFrame({"text": ["九" * 60 * MEGABYTE]})
    pl.concat([rows] * 8).write_parquet(tmp_path / "wide.parquet")
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found, own, children = map(int, done.stdout.split())
    print(f"{found} results, {own} MB in the process, {children} MB in its largest child")
    assert found >= len(REFUSED) + len(READ)
    assert own + children < 1500
