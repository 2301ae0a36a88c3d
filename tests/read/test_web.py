"""Pages, feeds and sitemaps, fetched from a site on loopback."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from flows.read import Document, Rejected, read_sources
from flows.read.limits import Unreadable
from flows.read.web.places import is_public, place_of
from tests.read.samples import STATED, page, pdf
from tests.read.site import Answer, Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def read(source: str, state: Path | None = None) -> tuple[list[Document], dict[str, str]]:
    results = list(read_sources([source], state))
    documents = [r for r in results if isinstance(r, Document)]
    return documents, {
        r.source.partition("/")[2].partition("/")[2].partition("/")[2]: r.reason
        for r in results
        if isinstance(r, Rejected)
    }


def article(words: str) -> bytes:
    return page().replace(b"<li>", f"<li>{words}".encode(), 1)


def rss(site: Site, *entries: tuple[str, str, str]) -> Answer:
    items = "".join(
        f"<item><title>{title}</title><link>{site.at(path)}</link>"
        "<pubDate>Wed, 03 Jul 2024 23:30:00 GMT</pubDate>"
        f"<description><![CDATA[{content}]]></description></item>"
        for path, title, content in entries
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>江城网</title>{items}</channel></rss>'
    return Answer(feed.encode(), media="application/rss+xml")


def test_a_page_is_fetched_and_read(site: Site, tmp_path: Path) -> None:
    site.pages["/2024/07/t1.html"] = Answer(page())
    ((document,), _) = read(site.listed(tmp_path, "/2024/07/t1.html"))
    assert STATED in document.text
    assert (document.name, document.title, document.outlet) == ("t1", "江城半年账", "江城晚报")
    assert document.url == document.source == site.at("/2024/07/t1.html")
    agents = {headers["User-Agent"] for _, headers in site.asked}
    assert all(agent.startswith("Yanshu/") for agent in agents)


def test_pdf_and_plain_text_are_fetched_too(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = Answer(pdf([[STATED[:30]]]), media="application/octet-stream")
    site.pages["/b"] = Answer(STATED.encode(), media="text/plain")
    documents, _ = read(site.listed(tmp_path, "/a", "/b"))
    assert [document.text for document in documents] == [STATED[:30], STATED]


def test_a_feed_gives_its_pages_with_the_day_in_china(site: Site, tmp_path: Path) -> None:
    bare = b"<html><body><p>" + STATED.encode() + b"</p></body></html>"
    site.pages |= {
        "/feed": rss(site, ("/1", "一", "摘要"), ("/2", "二", "")),
        "/1": Answer(bare),
        "/2": Answer(bare),
    }
    documents, rejected = read(site.listed(tmp_path, "/feed"))
    assert rejected == {}
    assert [(d.title, d.outlet, d.published_on) for d in documents] == [
        ("一", "江城网", date(2024, 7, 4)), ("二", "江城网", date(2024, 7, 4)),
    ]  # fmt: skip


def test_a_feed_that_holds_whole_articles_saves_fetching_them(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = rss(site, ("/1", "半年账", f"<p>{STATED}</p>" * 12))
    ((document,), _) = read(site.listed(tmp_path, "/feed"))
    assert document.text.splitlines() == ["半年账", *[STATED] * 12]
    assert site.paths() == ["/feed"]


def test_an_atom_feed_and_a_broken_one(site: Site, tmp_path: Path) -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>江城网</title><entry><title>甲</title><id>x</id>'
        '<link href="/1"/><published>2024-07-04T07:00:00+08:00</published></entry></feed>'
    )
    site.pages |= {"/atom": Answer(atom.encode(), media="text/xml"), "/1": Answer(page())}
    site.pages["/broken"] = Answer(b"<rss><channel>", media="text/xml")
    documents, rejected = read(site.listed(tmp_path, "/atom", "/broken"))
    assert [document.source for document in documents] == [site.at("/1")]
    assert "broken" in rejected["broken"]


def test_what_did_not_change_is_neither_sent_nor_read_again(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = rss(site, ("/1", "一", ""), ("/2", "二", ""))
    site.pages |= {"/1": Answer(page()), "/2": Answer(article("另"))}
    site.pages["/named"] = Answer(
        page(), headers={"ETag": '"v1"', "Last-Modified": "Thu, 04 Jul 2024 02:00:00 GMT"}
    )
    source = site.listed(tmp_path, "/feed", "/named")
    first, _ = read(source, tmp_path)
    site.asked.clear()
    second, _ = read(source, tmp_path)
    assert second == first
    assert site.paths() == ["/feed", "/named"]
    headers = dict(site.asked)["/named"]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == (
        '"v1"',
        "Thu, 04 Jul 2024 02:00:00 GMT",
    )


def test_an_entry_that_changed_is_fetched_and_one_that_left_the_feed_stays(
    site: Site, tmp_path: Path
) -> None:
    site.pages |= {
        "/feed": rss(site, ("/1", "一", ""), ("/2", "二", "")),
        "/1": Answer(page()),
        "/2": Answer(page()),
    }
    source = site.listed(tmp_path, "/feed")
    first, _ = read(source, tmp_path)
    site.pages |= {"/feed": rss(site, ("/2", "二（更正）", "")), "/2": Answer(article("更正"))}
    second, _ = read(source, tmp_path)
    assert {d.source for d in second} == {site.at("/1"), site.at("/2")}
    assert "更正" in next(d for d in second if d.source == site.at("/2")).text
    assert first[0] in second


def test_a_sitemap_is_followed_through_its_index(site: Site, tmp_path: Path) -> None:
    def places(*paths: str, kind: str = "url") -> bytes:
        root = "urlset" if kind == "url" else "sitemapindex"
        rows = "".join(
            f"<{kind}><loc>{site.at(p)}</loc><lastmod>2024-07-0{i}</lastmod></{kind}>"
            for i, p in enumerate(paths, 1)
        )
        return f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</{root}>'.encode()

    site.pages["/sitemap.xml"] = Answer(
        places("/part.xml.gz", "/sitemap.xml", kind="sitemap"), media="text/xml"
    )
    site.pages["/part.xml.gz"] = Answer(
        gzip.compress(places("/news/1", "/news/2", "/about")), media="application/gzip"
    )
    site.pages |= {f"/news/{n}": Answer(article(str(n))) for n in (1, 2)}
    documents, rejected = read(
        site.listed(tmp_path, "/sitemap.xml", more='containing = "/news/"\nnewest = 1\n')
    )
    assert [document.source for document in documents] == [site.at("/news/2")]
    assert rejected == {}


def test_failures_that_pass_are_tried_again_and_others_are_not(site: Site, tmp_path: Path) -> None:
    answers = iter(
        [Answer(status=503, headers={"Retry-After": "0"}), Answer(page(), cut=True), Answer(page())]
    )
    site.pages |= {"/flaky": lambda: next(answers), "/gone": Answer(status=410)}
    site.pages["/down"] = Answer(status=503, headers={"Retry-After": "86400"})
    documents, rejected = read(site.listed(tmp_path, "/flaky", "/gone", "/down"))
    assert [document.source for document in documents] == [site.at("/flaky")]
    assert site.paths() == ["/flaky"] * 3 + ["/gone", "/down"]
    assert rejected == {
        "gone": "the server answered 410: the page was removed",
        "down": "the server answered 503 (Service Unavailable)",
    }


def test_a_page_that_is_gone_for_now_keeps_its_document(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/feed": rss(site, ("/1", "一", "")), "/1": Answer(page())}
    source = site.listed(tmp_path, "/feed")
    first, _ = read(source, tmp_path)
    site.pages |= {"/feed": rss(site, ("/1", "一改", "")), "/1": Answer(status=404)}
    second, rejected = read(source, tmp_path)
    assert second == first
    assert "404" in rejected["1"]


def test_robots_are_obeyed(site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /private/\n", media="text/plain")
    site.pages |= {"/private/1": Answer(page()), "/1": Answer(page())}
    documents, rejected = read(site.listed(tmp_path, "/private/1", "/1"))
    assert len(documents) == 1
    assert "robots.txt" in rejected["private/1"]
    assert site.paths() == ["/1"]


def test_a_site_whose_robots_cannot_be_had_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/robots.txt": Answer(status=500), "/1": Answer(page())}
    file = Path(site.listed(tmp_path, "/1"))
    file.write_text(file.read_text() + "attempts = 1\n")
    _, rejected = read(str(file))
    assert "could not be had" in rejected["1"]
    assert site.paths() == []


def test_redirects_are_checked_hop_by_hop(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/old": Answer(status=301, headers={"Location": "/new"}), "/new": Answer(page())}
    site.pages["/round"] = Answer(status=302, headers={"Location": "/round"})
    site.pages["/file"] = Answer(status=302, headers={"Location": "file:///etc/passwd"})
    documents, rejected = read(site.listed(tmp_path, "/old", "/round", "/file"))
    assert [(d.source, d.url) for d in documents] == [(site.at("/old"), site.at("/new"))]
    assert "redirects" in rejected["round"]
    assert "only http and https" in rejected["file"]


INSIDE = (
    "[::1]", "0.0.0.0", "169.254.1.1", "10.1.2.3", "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]", "2130706433",
    "localhost", "100.64.0.1",
)  # fmt: skip
NO_ADDRESSES = (
    "ftp://93.184.215.14/", "http:///x", "http://name:word@93.184.215.14/", "http://[bad/", "javascript:1",
)  # fmt: skip


def test_private_addresses_are_refused_unless_allowed(site: Site) -> None:
    site.pages["/1"] = Answer(page())
    _, rejected = read(site.at("/1"))
    assert "inside this network" in rejected["1"]
    assert site.asked == []
    for host in INSIDE:
        with pytest.raises(Unreadable):
            place_of(f"http://{host}/", private=False)
    for address in NO_ADDRESSES:
        with pytest.raises(Unreadable):
            place_of(address, private=True)
    assert is_public("93.184.215.14")
    assert place_of("https://93.184.215.14/x", private=False).port == 443


def test_a_redirect_into_this_network_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from flows.read.web import fetch

    asked: list[str] = []

    def place(address: str, private: bool) -> object:
        asked.append(address)
        return place_of(address, private=len(asked) <= 2)  # the robots and the first hop count as public

    monkeypatch.setattr(fetch, "place_of", place)
    site.pages |= {"/a": Answer(status=302, headers={"Location": "/inside"}), "/inside": Answer(page())}
    _, rejected = read(site.listed(tmp_path, "/a"))
    assert "inside this network" in rejected["a"]
    assert site.paths() == ["/a"]


def test_large_and_slow_replies_are_given_up(site: Site, tmp_path: Path) -> None:
    def slow() -> Answer:
        time.sleep(1.5)
        return Answer(page())

    site.pages |= {
        "/bomb": Answer(gzip.compress(bytes(40 << 20)), headers={"Content-Encoding": "gzip"}),
        "/slow": slow,
    }
    file = Path(site.listed(tmp_path, "/bomb", "/slow"))
    file.write_text(
        file.read_text().replace("timeout_seconds = 2", "timeout_seconds = 0.5") + "attempts = 1\n"
    )
    _, rejected = read(str(file))
    assert "more than 32 MB" in rejected["bomb"]
    assert "did not answer within 0.5 s" in rejected["slow"]


def test_a_host_is_given_a_pause_between_requests(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/1": Answer(page()), "/2": Answer(article("二"))}
    file = Path(site.listed(tmp_path, "/1", "/2"))
    file.write_text(file.read_text().replace("delay_seconds = 0", "delay_seconds = 0.3"))
    started = time.monotonic()
    documents, _ = read(str(file))
    assert len(documents) == 2
    assert time.monotonic() - started >= 0.6  # robots, first, second


def test_a_list_of_addresses_is_followed_where_it_is_named(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/1": Answer(page())}
    (tmp_path / "list.urls").write_text(f"# ours\n{site.at('/1')}\n\n")
    _, rejected = read(str(tmp_path / "list.urls"))
    assert "inside this network" in rejected["1"]
    results = list(read_sources([str(tmp_path)]))
    assert [r.reason for r in results if isinstance(r, Rejected)] == [
        "a list of addresses is followed only where it is named itself, not where it lies in a folder"
    ]


def test_a_damaged_store_is_put_aside(site: Site, tmp_path: Path) -> None:
    site.pages["/1"] = Answer(page())
    (tmp_path / "fetched.sqlite").write_bytes(b"no database at all" * 100)
    documents, _ = read(site.listed(tmp_path, "/1"), tmp_path)
    assert len(documents) == 1
    assert (tmp_path / "fetched.sqlite.damaged").exists()
