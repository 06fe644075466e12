"""The public pages in a real browser: nothing inline, nothing out of reach, nothing that needs JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import make

ADDRESSES = [
    "/", "/articles/", "/articles/two-rooms/", "/films/her-2013/", "/films/a-film-with-a-rather-long-title-1999/",
    "/themes/loneliness/", "/people/spike-jonze/", "/authors/ida-marchetti/",
]  # fmt: skip
ERRORS = ["/films/her-2014/", "/articles/gone/"]
BODY = """\
In [[film:her-2013]] a voice answers.[^1] ~!She leaves.!~{her-2013} See {{her-2013 1:12:30}}.

## Glass

[[take:loneliness/her-2013]] and a table:

| Film | Year |
| --- | --- |
| [[film:her-2013]] | 2013 |

### Doors

/// spoiler | her-2013
All of them leave.
///

/// pull-quote | a note
Rooms are patient.
///

## Whispers

More words.

[^1]: A note.
"""


@pytest.fixture
def site(transactional_db):
    her = make.film("Her", 2013, runtime_minutes=126, synopsis="A voice.", countries=["US"], languages=["en"])
    long = make.film("A Film With a Rather Long Title", 1999, poster=make.image("poster.png", size=(400, 600)))
    make.credit(her, make.person("Spike Jonze"))
    make.credit(her, make.person("Scarlett Johansson"), "Voice", "cast", character="Samantha")
    theme, city = make.theme("Loneliness", description="Rooms."), make.theme("The city at night")
    takes = [
        (theme, her, "It has a *view*.", {"evidence": "The balcony", "timecode": 4350}),
        (theme, long, "It ends badly.", {"spoiler": True}),
        (city, her, "Warm."),
    ]
    fields = {"themes": [theme, city], "takes": takes, "authors": [make.author()], "tags": ["tokyo", "rooms"]}
    make.published(
        "Two rooms", films=[her, long], body=BODY, dek="A voice and a stranger.", faqs=[make.faq()], prompts=["Why?"],
        cover=make.image(), **fields,
    )  # fmt: skip
    for number in range(8):
        make.published(f"Another {number}", films=[her, long], dek="More of it.", authors=fields["authors"])
    make.expired("Gone", slug="gone", films=[her], themes=[theme])


def test_every_public_page_keeps_the_policy(site, page):
    for address in ADDRESSES:
        assert page.goto(address).status == 200
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_runs_out_of_the_window(site, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    for address in ADDRESSES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_runs_out_for_who_asks_the_browser_for_letters_of_twice_the_size(site, page, width):
    page.set_viewport_size({"width": width, "height": 900})
    for address in ADDRESSES:
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_nothing_runs_out_when_letters_are_twice_as_large(site, page):
    page.set_viewport_size({"width": 600, "height": 800})
    for address in ADDRESSES:
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 600, address


def test_contents_lead_to_every_heading(site, page):
    page.goto("/articles/two-rooms/")
    nav = page.get_by_role("navigation", name="Contents")
    headings = page.eval_on_selector_all(".essay-text :is(h2, h3)", "all => all.map(one => one.id)")
    targets = nav.locator("a").evaluate_all("all => all.map(one => one.hash.slice(1))")
    assert len(headings) == 3 and targets == [*headings, "comparison", "faq", "discussion"]
    nav.get_by_role("link", name="Whispers").click()
    page.wait_for_function(
        "id => Math.abs(document.getElementById(id).getBoundingClientRect().top) < 120", arg=headings[2]
    )
    assert nav.locator("[aria-current]").inner_text() == "Whispers"


def test_on_a_phone_contents_are_folded_and_the_matrix_is_cards(site, page):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/articles/two-rooms/")
    nav = page.get_by_role("navigation", name="Contents")
    assert nav.count() == 0
    page.locator("summary", has_text="Contents").click()
    nav.get_by_role("link", name="Glass").click()
    assert page.evaluate("getComputedStyle(document.querySelector('.matrix td')).display") == "block"
    assert page.get_by_role("table").first.is_visible()


def test_a_spoiler_shows_itself_to_whoever_asks(site, page):
    page.goto("/articles/two-rooms/")
    covered = page.locator(".essay-text span.spoiler")
    colour = "one => getComputedStyle(one).color"
    assert covered.evaluate(colour) == "rgba(0, 0, 0, 0)"
    covered.focus()
    page.wait_for_function("() => getComputedStyle(document.activeElement).color !== 'rgba(0, 0, 0, 0)'")
    assert covered.evaluate("one => one === document.activeElement")
    take = page.locator("#take-loneliness--a-film-with-a-rather-long-title-1999")
    assert not take.get_by_text("It ends badly.").is_visible()
    take.locator("summary").click()
    assert take.get_by_text("It ends badly.").is_visible()


def test_the_first_tab_stop_skips_to_the_text(site, page):
    page.goto("/articles/two-rooms/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_chosen_scheme_stays_and_never_flashes(site, page):
    page.emulate_media(color_scheme="light")
    page.goto("/")
    ground = "getComputedStyle(document.body).backgroundColor"
    day = page.evaluate(ground)
    page.get_by_role("button", name="Switch to dark").click()
    night = page.evaluate(ground)
    assert night != day
    page.add_init_script("document.addEventListener('readystatechange', () => "
                         "{ window.early ??= document.documentElement.dataset.scheme })")  # fmt: skip
    page.goto("/articles/two-rooms/")
    assert page.evaluate(ground) == night and page.evaluate("window.early") == "dark"
    page.get_by_role("button", name="Switch to light").click()
    assert page.evaluate(ground) == day and page.evaluate("localStorage.length") == 0


def test_everything_is_there_without_javascript(site, no_script):
    no_script.goto("/articles/two-rooms/")
    no_script.get_by_role("navigation", name="Contents").get_by_role("link", name="Glass").click()
    assert no_script.url.endswith("glass")
    no_script.locator(".matrix summary").click()
    assert no_script.get_by_text("It ends badly.").is_visible()
    assert not no_script.locator("scheme-switch").is_visible()
    no_script.get_by_role("link", name="All essays").first.click()
    assert no_script.get_by_role("heading", level=1).inner_text() == "Essays"


@pytest.fixture
def auditor(browser, live_server):
    """A page into which axe may be put."""
    context = browser.new_context(base_url=live_server.url, bypass_csp=True, viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_by_day_or_night_wide_or_narrow(site, auditor):
    for scheme, width in (("light", 1440), ("dark", 1440), ("light", 390), ("dark", 390)):
        auditor.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        auditor.set_viewport_size({"width": width, "height": 900})
        for address in [*ADDRESSES, *ERRORS]:
            auditor.goto(address)
            found = Axe().run(auditor)
            assert found.violations_count == 0, f"{address} {scheme} {width}\n{found.generate_report()}"


def test_axe_finds_what_is_wrong(site, auditor):
    auditor.goto("/")
    auditor.evaluate("document.querySelector('.lead-title a').style.color = '#eee8dd'")
    assert Axe().run(auditor).violations_count == 1


def test_targets_are_large_enough_for_a_finger(site, page):
    page.set_viewport_size({"width": 390, "height": 800})
    small = """() => [...document.querySelectorAll('a, button, summary')]
        .filter(one => one.checkVisibility())
        .filter(one => !one.closest('.prose p, .prose li, .prose td, .matrix th, dd, dt'))
        .filter(one => !one.matches('.card-title a, .lead-title a, .film-card-title a, .skip'))
        .map(one => [one.textContent.trim(), one.getBoundingClientRect().height])
        .filter(([, height]) => height > 0 && height < 24)"""
    for address in ADDRESSES:
        page.goto(address)
        assert page.evaluate(small) == [], address
