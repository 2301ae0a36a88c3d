"""PDF files, by pdfium: pages to lines, and lines to the paragraphs that they were before typesetting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from flows.read.document import Document, Given, Rejected, document_of
from flows.read.limits import ARTICLE_CHARACTERS, Unreadable

SUFFIXES = (".pdf",)
GUARDED = True

_PAGE_NUMBER = re.compile(
    r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–·\s]*"
)
_ENDS = ("。", "！", "？", "；", "：", "…", "”", ".", "!", "?", ";", ":")
_OPENS = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[、）)．]|第[一二三四五六七八九十百\d]{1,4}[章节条]|[●■◆▲★•○◇·]|　　"
)
_WIDE = re.compile(
    "[\\u1100-\\u115f\\u2e80-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uff60\\uffe0-\\uffe6]"
)
_NO_TITLE = re.compile(r"(?i)untitled|microsoft word|\.(?:docx?|wps|pdf|indd|cdr)$|^[\x00-\x7f]{0,12}$")


def read(data: bytes, source: str, given: Given) -> Iterator[Document | Rejected]:
    """The file's one document. Pictures of pages have no text and are rejected with that reason."""
    lines, title, count = _lines(data)
    if not lines:
        raise Unreadable(f"its {count} pages are pictures without text: it needs OCR first")
    known = given.over(Given(title))
    yield document_of("\n".join(paragraphs(lines)), source, PurePath(source).stem, known)


def _lines(data: bytes) -> tuple[list[str], str | None, int]:
    """Lines of all pages without page numbers, the title in the metadata, the number of pages."""
    import pypdfium2 as pdfium

    try:
        file = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("the PDF is locked with a password") from None
        raise Unreadable(f"a damaged PDF ({error})") from None
    with file:
        lines: list[str] = []
        size = 0
        for page in file:
            said = _page_lines(page.get_textpage().get_text_bounded())
            page.close()
            lines += said
            size += sum(map(len, said))
            if size > ARTICLE_CHARACTERS:
                raise Unreadable(f"more than {ARTICLE_CHARACTERS:,} characters are too many for one article")
        title = (file.get_metadata_dict().get("Title") or "").strip()
        return lines, None if _NO_TITLE.search(title) else title, len(file)


def _page_lines(text: str) -> list[str]:
    lines = [line.rstrip() for line in text.replace("\x02", "").replace("\ufffe", "").splitlines()]
    lines = [line for line in lines if line.strip()]
    for end in (-1, 0):
        if lines and _PAGE_NUMBER.fullmatch(lines[end]):
            del lines[end]
    return lines


def paragraphs(lines: list[str]) -> list[str]:
    """Lines joined where the page's width broke them: a full line that ends no sentence goes on in the next.

    Full is nine tenths of the width that a quarter of the lines reach; headings and last lines are shorter.
    """
    widths = sorted(map(_width, lines))
    full = widths[-(len(widths) // 4 + 1)] * 0.9 if widths else 0
    joined: list[str] = []
    open_ = False
    for line in lines:
        if open_ and not _OPENS.match(line):
            joined[-1] += (" " if _needs_space(joined[-1], line) else "") + line.strip()
        else:
            joined.append(line.strip())
        open_ = _width(line) >= max(full, 20) and not line.rstrip().endswith(_ENDS)
    return joined


def _needs_space(before: str, after: str) -> bool:
    return before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()


def _width(line: str) -> int:
    """Columns: a Chinese character takes two."""
    return len(line) + len(_WIDE.findall(line))
