"""Files in the formats that sources come in, made here so that nothing binary stands in the repository."""

from __future__ import annotations

import io
import zipfile

import docx

STATED = (
    "截至六月底，江城市共有人工智能企业385家，比去年同期增加42家，产值合计达到138.5亿元，增长百分之十二。"
)
SECOND = "其中，位于东湖新区的企业有120家，占全市的三成，上半年融资总额为36亿元，在全省各县区里排在第一位。"

PAGE = f"""<!DOCTYPE html>
<html><head><meta charset="{{charset}}"><title>江城半年账 - 科技 - 江城网</title>
<meta property="og:site_name" content="江城网"><meta name="PubDate" content="2024-07-04 10:21">
<script>var figures = [99999, 88888];</script><style>.a {{{{ width: 77777px }}}}</style></head><body>
<div class="nav"><a href="/">首页</a> <a href="/news">新闻</a></div>
<div class="article"><h1>江城半年账</h1><div class="info">2024-07-04 10:21 来源：江城晚报</div>
<p>{STATED[:20]}<b>{STATED[20:]}</b></p>
<h2>分区来看</h2>
<table><caption>上半年各区情况</caption>
<tr><th rowspan="2">区</th><th colspan="2">融资额（亿元）</th></tr><tr><th>2023年</th><th>2024年</th></tr>
<tr><td>东湖</td><td>21.5</td><td>36</td></tr><tr><td>南山|西</td><td>8</td><td></td></tr></table>
<ul><li>东湖新增企业30家</li><li>南山新增企业12家</li></ul>
<p>{SECOND}</p><p>责任编辑：赵某</p></div>
<div class="footer"><a href="/about">关于我们</a> <a href="/ads">广告服务</a></div></body></html>"""


def page(charset: str = "utf-8", declared: str | None = None) -> bytes:
    """An article of a news site in an encoding, its meta element saying so or something else."""
    return (
        PAGE.replace("{charset}", declared or charset).replace("{{", "{").replace("}}", "}").encode(charset)
    )


def word() -> bytes:
    """A Word file: a title, a heading, paragraphs, and a table with merged cells."""
    file = docx.Document()
    file.add_paragraph("江城半年账", style="Title")
    file.add_paragraph(STATED)
    file.add_heading("分区来看", 2)
    table = file.add_table(rows=4, cols=3)
    rows = [
        ("区", "融资额（亿元）", ""),
        ("", "2023年", "2024年"),
        ("东湖", "21.5", "36"),
        ("南山", "8", "9"),
    ]
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    file.add_paragraph(SECOND)
    return saved(file)


def saved(file: docx.document.Document) -> bytes:
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A Word file with one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, content if entry.filename == name else old.read(entry))
    return out.getvalue()


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF of lines set in a Chinese font that is named and not embedded, as offices print them."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        b"/DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] "
        b"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
    ]
    kids = []
    for lines in pages:
        shown = b"\n".join(
            b"BT /F1 12 Tf 60 %d Td <%s> Tj ET" % (780 - 24 * number, line.encode("utf-16-be").hex().encode())
            for number, line in enumerate(lines)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()
