"""Texts nobody would think of: rendering never fails, leaves nothing of its own behind, and cleaning settles."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.markup import CATALOGUE, FULL, INLINE, Job, clean, references, render
from lib.markup.cleaning import CannotClean
from tests.lib.shelf import SHELF

PIECES = [
    "[[film:her-2013]]", "[[film:her-2013|", "]]", "[[", "~!", "!~", "!~{her-2013}", "{{her-2013 1:00}}", "{{", "|",
    "`", "```\n", "\n", "\n\n", "    ", "- ", "> ", "# ", "*", "**", "_", "[^1]", "[^1]: ", "![a](image:tokyo-window)",
    "![", "](", ")", '"', "'", "/// spoiler | her-2013\n", "///\n", "/// pull-quote\n", "| a |\n|---|\n", "<b>",
    "</b>", "<div>", "</div>", "<a href='/'>", "</a>", "<table>", "<!--", "-->", "<script>", "<svg>", "<p title='",
    "&amp;", "{: .note #a }", "{#", "}", "\\", "\U000f0000", "\x02", "\x03", "\x00", "[[take:endings/her-2013]]",
    "word", "1. ", "~!a ~!", "{{her-2013 1:00}}!~{lost-in-translation-2003} b!~{her-2013}", "[[theme:loneliness|~!",
    "&#xF0000;", "&#", "x0",
    "http://a.example", "<math><mi>", "<style>", "</style>", "<details>", "</details>", "<h1>", "[a]: /b\n", ":   ",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map("".join)
few = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(texts, st.sampled_from([FULL, CATALOGUE, INLINE]))
def test_any_text_can_be_rendered_and_none_shows_a_placeholder(text, dialect):
    result = render(Job(text, SHELF, dialect, "s-"))
    for shown in (result.html, result.plain, str(result.headings), str(result.problems)):
        assert not re.search("[\0\x02\x03\ue000-\uf8ff\U000f0000-\U0010ffff]", shown)
    assert clean(result.html, inline=not dialect.blocks) == result.html


@few
@given(texts)
def test_what_is_clean_stays_as_it_is(text):
    try:
        once = clean(text)
    except CannotClean:
        return
    assert clean(once) == once


@few
@given(texts)
def test_whatever_readers_can_be_led_to_was_asked_for_beforehand(text):
    named = references(text)
    for mention in render(Job(text, SHELF)).mentions:
        assert (mention.kind, mention.key) in named
