"""The report in a real browser: nothing fails, a figure shows its sentence, hostile text stays text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Browser, Page, expect

Open = Callable[..., Page]
CHENGDU = "#compare .zh a[href^='#c-']:has(path[aria-label*='成都'][aria-label*='4.1亿元'])"


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Open a page file; whatever the console says, or a request for anything but the file, fails the test."""
    said: list[str] = []
    contexts = []

    def open_page(path: Path, **context: Any) -> Page:
        made = browser.new_context(
            viewport=context.pop("viewport", {"width": 1280, "height": 900}), **context
        )
        contexts.append(made)
        page = made.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(f"dialog {dialog.message}"))
        page.on("request", lambda asked: None if asked.url == path.as_uri() else said.append(asked.url))
        page.goto(path.as_uri())
        return page

    yield open_page
    for made in contexts:
        made.close()
    assert said == []


def test_one_click_on_a_bar_shows_its_sentence(opened: Open, sample_page: Path) -> None:
    page = opened(sample_page)
    page.click(CHENGDU)
    panel = page.locator("#panel")
    assert panel.locator(".amount").inner_text() == "4.1亿元"
    assert "成都只有4.1亿元" in panel.locator("blockquote").inner_text()
    assert panel.locator("mark").inner_text() == "4.1亿元"


def test_a_second_click_shows_it_in_its_article(opened: Open, sample_page: Path) -> None:
    page = opened(sample_page)
    page.click(CHENGDU)
    page.click("#panel .go a")
    lit = page.locator(".reader .n.found")
    assert lit.inner_text() == "4.1亿元"
    expect(lit).to_be_in_viewport()


def test_the_keyboard_alone_is_enough(opened: Open, sample_page: Path) -> None:
    page = opened(sample_page)
    page.focus(CHENGDU)
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    assert page.evaluate("document.activeElement.id") == "panel-h"
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert "#c-" in str(page.evaluate("document.activeElement.getAttribute('href')"))


def test_a_number_in_an_article_shows_all_its_claims(opened: Open, sample_page: Path) -> None:
    page = opened(sample_page)
    shared = page.locator(".reader a.n.claim", has_text="20亿元左右").first
    shared.click()
    about = page.locator("#panel .about").all_inner_texts()
    assert {place.split(" ")[0] for place in about} == {"上海", "杭州", "苏州"}


def test_the_page_speaks_both_languages(opened: Open, sample_page: Path) -> None:
    page = opened(sample_page)
    assert page.locator("#compare h2").inner_text() == "比较"
    page.click("#language")
    assert page.locator("#compare h2").inner_text() == "Comparisons"
    assert page.evaluate("document.documentElement.lang") == "en"
    page.click("#compare .en a[href^='#c-']:has(path[aria-label*='CNY 410 m'])")
    assert page.locator("#panel .amount").inner_text() == "CNY 410 m"


def test_light_and_dark(opened: Open, sample_page: Path) -> None:
    def paper(page: Page) -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light, dark = opened(sample_page, color_scheme="light"), opened(sample_page, color_scheme="dark")
    assert paper(light) != paper(dark)
    light.click("#theme")
    assert paper(light) == paper(dark)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_window(opened: Open, sample_page: Path, width: int) -> None:
    page = opened(sample_page, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_labels_of_charts_do_not_overlap_and_stay_inside(opened: Open, sample_page: Path) -> None:
    page = opened(sample_page)
    faults = page.evaluate("""() => [...document.querySelectorAll('.chart .zh .drawing')].flatMap(drawing => {
        const box = drawing.closest('.chart').getBoundingClientRect();
        const texts = [...drawing.querySelectorAll('text')]
            .map(one => [one.textContent, one.getBoundingClientRect()]);
        const outside = texts.filter(([, r]) => r.left < box.left || r.right > box.right).map(([t]) => t);
        const beside = (a, b) => a.left >= b.right || b.left >= a.right;
        const apart = (a, b) => beside(a, b) || a.top >= b.bottom - 2 || b.top >= a.bottom - 2;
        const over = texts.flatMap(([t, a], i) =>
            texts.slice(i + 1).filter(([, b]) => !apart(a, b)).map(([u]) => t + u));
        return [...outside, ...over];
    })""")
    assert faults == []


def test_classes_of_numbers_can_be_put_out(opened: Open, sample_page: Path) -> None:
    page = opened(sample_page)
    lit = "getComputedStyle(document.querySelector('.reader .n.time')).backgroundColor"
    before = page.evaluate(lit)
    page.uncheck("[data-class='time']")
    assert page.evaluate(lit) != before


def test_the_filter_keeps_the_rows_that_hold_every_word(opened: Open, sample_page: Path) -> None:
    page = opened(sample_page)
    page.fill("#filter", "成都 融资")
    shown = page.locator("#claim-rows tbody tr:visible").all_inner_texts()
    assert shown
    assert all("成都" in row and "融资" in row for row in shown)
    assert page.locator("#found").inner_text().startswith(f"{len(shown)} / ")


def test_hostile_text_runs_nothing(opened: Open, hostile_page: Path) -> None:
    page = opened(hostile_page)
    for number in page.locator(".reader a.n.claim").all():
        number.click()
    page.wait_for_timeout(200)
    assert page.evaluate("window.harm === undefined")
    assert page.locator("main img, main script, main iframe").count() == 0


def test_without_scripts_a_figure_still_leads_to_its_sentence(opened: Open, sample_page: Path) -> None:
    page = opened(sample_page, java_script_enabled=False)
    page.click(CHENGDU)
    assert page.locator(".card:target blockquote").is_visible()


def test_it_prints_light_and_without_controls(opened: Open, sample_page: Path) -> None:
    page = opened(sample_page, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.locator(".top").is_hidden()
    assert (
        page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()")
        == "#fff"
    )
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_screen_reader_finds_its_way(opened: Open, sample_page: Path) -> None:
    page = opened(sample_page)
    nameless = page.evaluate("""() => {
        const named = one => one.textContent.trim() || one.ariaLabel || one.getAttribute('aria-labelledby');
        return [...document.querySelectorAll('button, input, nav, [role=region], svg')]
            .filter(one => !named(one) && !one.labels?.length).map(one => one.outerHTML.slice(0, 80));
    }""")
    assert nameless == []
    levels = page.evaluate(
        "[...document.querySelectorAll('main h1, main h2, main h3')].map(h => +h.tagName[1])"
    )
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.evaluate(
        "[...document.querySelectorAll('main table')].every(t => t.querySelector('th[scope=col]'))"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_stand_out_from_what_is_behind_them(opened: Open, sample_page: Path, scheme: str) -> None:
    page = opened(sample_page, color_scheme=scheme)
    ratios = page.evaluate("""() => {
        const style = getComputedStyle(document.documentElement);
        const light = name => {
            const hex = style.getPropertyValue('--' + name).trim().slice(1);
            const full = hex.length === 3 ? [...hex].map(c => c + c).join('') : hex;
            const [r, g, b] = [0, 2, 4].map(i => parseInt(full.slice(i, i + 2), 16) / 255)
                .map(c => c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
        };
        const pairs = ['ink paper', 'ink card', 'ink-soft paper', 'ink-soft card', 'link card', 'accent card',
            'ink claim-lit', 'ink time-lit', 'ink name-lit', 'ink filler-lit', 'ink mark'];
        return pairs.map(pair => {
            const [a, b] = pair.split(' ').map(light);
            return [pair, (Math.max(a, b) + .05) / (Math.min(a, b) + .05)];
        });
    }""")
    assert [(pair, round(ratio, 1)) for pair, ratio in ratios if ratio < 4.5] == []
