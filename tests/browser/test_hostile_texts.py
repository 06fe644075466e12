"""An editor pastes what wants to run a script: in a real Chromium, without any policy to help, nothing does."""

from html import escape

import pytest

from lib.markup import FULL, INLINE, Job
from lib.markup.cleaning import CLASSES
from lib.markup.filling import Filling
from lib.markup.grammar import full
from lib.markup.rendering import render
from tests.lib.hostile import HOSTILE
from tests.lib.shelf import SHELF

pytestmark = pytest.mark.browser

# Every text has a frame of its own. Whatever it calls to show itself is counted in `hits` of the page.
FRAME = """<!doctype html><meta charset=utf-8><title>a</title><script>
var hit = () => {{ parent.hits.add({number}); return true }};
alert = confirm = prompt = print = hit;
</script><body>{html}</body>"""
PAGE = """<!doctype html><meta charset=utf-8><title>Hostile texts</title><script>
var hits = new Set();
var hit = () => hits.add(-1);
alert = confirm = prompt = print = hit;
</script><body>{frames}</body>"""
# Then a reader touches everything: clicks, points, focuses, and whatever else an element listens to happens too.
# Links that only lead away are left alone.
TOUCH = """() => {
    for (const frame of document.querySelectorAll('iframe')) {
        let all = [];
        try { all = frame.contentDocument.querySelectorAll('*') } catch { continue }
        for (const element of all) {
            if (/^(https?|mailto):/.test(element.href || '')) continue;
            const own = Element.prototype.getAttributeNames.call(element).filter((name) => name.startsWith('on'));
            for (const kind of ['mouseover', 'click', 'focus', ...own.map((name) => name.slice(2))])
                dispatchEvent.call(element, new MouseEvent(kind, {bubbles: true, cancelable: true}));
        }
    }
}"""


@pytest.fixture
def reader(browser):
    """A page of Chromium that reaches no network and has no Content-Security-Policy."""
    page = browser.new_page()
    yield page
    page.close()


def live(reader, texts):
    """The numbers of those of `texts` that run a script when a reader opens and touches them."""
    frames = "".join(
        f'<iframe srcdoc="{escape(FRAME.format(number=number, html=html))}"></iframe>'
        for number, html in enumerate(texts)
    )
    page = PAGE.format(frames=frames)
    reader.unroute_all()
    reader.route("**/*", lambda route: route.abort())
    reader.route("http://reader.example/", lambda route: route.fulfill(body=page, content_type="text/html"))
    reader.goto("http://reader.example/", wait_until="load")
    reader.wait_for_timeout(300)
    reader.evaluate(TOUCH)
    reader.wait_for_timeout(700)
    return sorted(reader.evaluate("[...hits]"))


def unsafe(text):
    """What rendering would be without the sanitiser."""
    filling = Filling(Job(text, SHELF))
    return full(filling.cover).convert(filling.lift(text))


@pytest.mark.parametrize("dialect", [FULL, INLINE])
def test_nothing_in_a_rendered_text_runs(reader, dialect):
    assert len(HOSTILE) >= 60
    assert live(reader, [render(Job(text, SHELF, dialect)).html for text in HOSTILE]) == []


def test_the_same_texts_do_run_without_the_sanitiser(reader):
    raw, marked = live(reader, HOSTILE), live(reader, [unsafe(text) for text in HOSTILE])
    assert len(raw) >= 40
    assert len(marked) >= 30


def test_no_text_borrows_a_class_of_the_page(reader):
    text = " ".join(render(Job(text, SHELF)).html for text in [*HOSTILE, '<p class="site-header note">a</p>'])
    reader.set_content(text)
    used = reader.evaluate("[...document.querySelectorAll('[class]')].flatMap(element => [...element.classList])")
    assert "note" in used
    assert set(used) <= CLASSES
