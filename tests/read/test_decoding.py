"""Which encoding a file is in, or why it is no text."""

from __future__ import annotations

import pytest

from flows.read.decoding import Undecodable, decode

SIMPLIFIED = (
    "苏州市去年新增机器人企业35家，产值同比增长12%，占全省的三分之一。企业负责人说，订单已经排到明年。\n"
)
TRADITIONAL = (
    "臺中市去年新增機器人企業35家，產值較前年成長12%，佔全國的三分之一。業者表示，訂單已經排到明年。\n"
)

WRITTEN = [
    (SIMPLIFIED, "utf-8", "utf-8"),
    (TRADITIONAL, "utf-8", "utf-8"),
    (SIMPLIFIED, "gb18030", "gb18030"),
    (SIMPLIFIED, "gbk", "gb18030"),
    (SIMPLIFIED, "gb2312", "gb18030"),
    (TRADITIONAL, "gb18030", "gb18030"),
    (TRADITIONAL, "big5", "big5hkscs"),
    (SIMPLIFIED, "utf-16-le", "utf-16-le"),
    (TRADITIONAL, "utf-16-be", "utf-16-be"),
    ("\ufeff" + SIMPLIFIED, "utf-8", "utf-8"),
    ("\ufeff" + SIMPLIFIED, "utf-16-le", "utf-16-le"),
    ("\ufeff" + SIMPLIFIED, "utf-16-be", "utf-16-be"),
    ("\ufeff" + SIMPLIFIED, "utf-32-le", "utf-32-le"),
    ("GPT-4, 35%\n", "ascii", "utf-8"),
    ("上海", "gb18030", "gb18030"),
]


@pytest.mark.parametrize(("text", "written", "named"), WRITTEN)
def test_a_file_reads_as_it_was_written(text: str, written: str, named: str) -> None:
    assert decode(text.encode(written)) == (text, named)


def test_a_long_file_in_one_line_reads() -> None:
    text = SIMPLIFIED.strip() * 40_000
    assert decode(text.encode()) == (text, "utf-8")


def test_a_file_cut_in_the_middle_of_a_character_loses_only_that() -> None:
    text, encoding = decode((SIMPLIFIED * 20).encode()[:-2])
    assert encoding == "utf-8"
    assert text.count("\ufffd") == 1


def test_line_ends_stay_as_they_are_stored() -> None:
    assert decode("一\r\n二\r三\n".encode())[0] == "一\r\n二\r三\n"


NO_TEXT = {
    b"": "empty",
    b" \r\n\t": "nothing but blanks",
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR": "PNG image",
    b"%PDF-1.7\n%\xe2\xe3": "PDF",
    b"PK\x03\x04\x14\x00": "ZIP",
    "企业35家\x00产值".encode(): "1 NUL byte",
    bytes(range(256)) * 8: "NUL bytes",
    bytes(range(1, 9)) * 100: "control characters",
}


@pytest.mark.parametrize(("data", "reason"), NO_TEXT.items())
def test_what_is_no_text_is_refused_in_words(data: bytes, reason: str) -> None:
    with pytest.raises(Undecodable, match=reason):
        decode(data)
