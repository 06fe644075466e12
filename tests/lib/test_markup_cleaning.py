"""The sanitiser: what stays, what goes, and that a second look changes nothing."""

import re
from html.parser import HTMLParser

import pytest

from lib.markup import clean
from tests.lib.hostile import HOSTILE
from tests.lib.shelf import html


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        ('<p onclick="x()">a</p>', "<p>a</p>"),
        ('<p style="color: red">a</p>', "<p>a</p>"),
        ("<h1>a</h1>", "a"),
        ('<p class="note evil">a</p>', '<p class="note">a</p>'),
        ('<p class="evil">a</p>', "<p>a</p>"),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
        ('<a href="data:text/html,x">a</a>', "<a>a</a>"),
        ('<a href="mailto:ida@example.org" target="_blank">a</a>', '<a href="mailto:ida@example.org">a</a>'),
        ('<a href="https://a.example/">a</a>', '<a href="https://a.example/" rel="noopener">a</a>'),
        ('<a href="/films/" rel="opener">a</a>', '<a href="/films/">a</a>'),
        ('<p tabindex="0" data-film="her-2013">a</p>', "<p>a</p>"),
        ('<span tabindex="1">a</span>', "<span>a</span>"),
        ("<script>x()</script>a<style>b</style>", "a"),
        ('<form action="/"><input name="a"><button>b</button></form>', "b"),
        ("<b>a<i>b</b>c", "<b>a<i>b</i></b><i>c</i>"),
        ("a <!-- b --> c", "a  c"),
        ('<td align="right">a</td>', "a"),
        ('<table><tr><td align="evil" colspan="2">a</td></tr></table>',
         '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>'),
    ],
)  # fmt: skip
def test_only_what_is_named_stays(dirty, tidy):
    assert clean(dirty) == tidy
    assert clean(tidy) == tidy


def test_inline_text_holds_nothing_that_ends_a_paragraph():
    assert clean("<p>a <em>b</em></p><div>c</div><h2>d", inline=True) == "a <em>b</em>cd"


class Tags(HTMLParser):
    """Every tag of a text with its attributes, as a browser would split them."""

    def __init__(self, text):
        super().__init__()
        self.seen = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.seen.append((tag, dict(attributes)))


def live(text):
    return [
        (tag, attributes)
        for tag, attributes in Tags(text).seen
        if tag in {"script", "svg", "math", "iframe", "form", "style", "object", "embed", "base", "meta", "input"}
        or any(name.startswith("on") for name in attributes)
        or re.match(r"\W*(java|vb)script|data:", re.sub(r"[\t\n\r]", "", attributes.get("href") or ""), re.I)
    ]


def test_the_check_sees_what_is_live():
    plain = [text for text in HOSTILE if text.startswith(("<img src=x on", "<svg>", "<iframe", "<a href='java"))]
    assert len(plain) > 10
    assert [text for text in plain if not live(text)] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_cleaning_hostile_text_twice_changes_nothing(text):
    once = clean(text)
    assert clean(once) == once
    assert live(once) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_rendered_hostile_text_holds_no_handler_and_no_script(text):
    assert live(html(text)) == []
