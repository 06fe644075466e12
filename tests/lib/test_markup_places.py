"""Everything of ours works everywhere a text can hold it, and is left alone in code: kind × place."""

import re

import pytest

from tests.lib.shelf import html, rendered

KINDS = {
    "[[film:her-2013]]": '<a class="film" href="/films/her-2013/"><cite>Her</cite></a>',
    "[[film:her-2013|his film]]": '<a class="film" href="/films/her-2013/">his film</a>',
    "[[film:her-2013|this|that]]": '<a class="film" href="/films/her-2013/">this|that</a>',
    "[[theme:loneliness]]": '<a class="theme" href="/themes/loneliness/">Loneliness</a>',
    "[[person:sofia-coppola|her]]": '<a class="person" href="/people/sofia-coppola/">her</a>',
    "[[article:two-rooms#s-the-city]]": '<a class="article" href="/articles/two-rooms/#s-the-city">Two Rooms</a>',
    "[[take:loneliness/her-2013]]": '<q class="take">He talks to <em>nobody</em>.</q>',
    "{{her-2013 1:12:30}}": '<time datetime="PT1H12M30S">1:12:30</time>',
    "~!She *goes* | away!~{her-2013}": (
        '<span class="spoiler" data-film="her-2013" tabindex="0">'
        '<span class="visually-hidden">Spoiler for Her: </span>'
        "She <em>goes</em> | away</span>"
    ),
    "~!As [[person:sofia-coppola]] does!~{her-2013}": (
        'As <a class="person" href="/people/sofia-coppola/">Sofia Coppola</a> does</span>'
    ),
}
PLACES = {
    "first in a paragraph": "{} begins.",
    "alone in a paragraph": "{}",
    "in a paragraph": "Before {} after.",
    "in brackets and quotes": 'So ("{}") it is.',
    "on a second line": "One line\n{} and another.",
    "in a table cell": "| a | b |\n|---|---|\n| {} | b |",
    "in a table head": "| {} | b |\n|---|---|\n| a | b |",
    "in a heading": "## On {} again",
    "in a heading underlined": "On {}\n-----",
    "in a list": "- one\n- {}\n- three",
    "first in a numbered list": "1. {}\n2. two",
    "in a nested list": "- one\n    - {}",
    "in a definition": "Word\n:   {}",
    "in a quotation": "> {} is what they say.",
    "in emphasis": "*{}*",
    "in underscores": "_{}_ and",
    "in strong emphasis": "**so {} it is**",
    "in a footnote": "Text[^1].\n\n[^1]: {} says so.",
    "in a pull quote": "/// pull-quote | Ida\nSo {} it is.\n///",
    "in a pull quote's source": "/// pull-quote | {}\nSo it is.\n///",
    "in a spoiler block": "/// spoiler | her-2013\n\n- {}\n\n///",
    "in a caption": '![Alt](image:tokyo-window "As {} has it")',
    "in raw HTML": '<div class="note">{}</div>',
    "in a raw inline tag": "<mark>{}</mark>",
    "after an escape": "a \\* b \\\\ {}",
}
CODE = {
    "in a code span": "Type `{}` so.",
    "in a longer code span": "Type `` ` {} `` so.",
    "in fenced code": "```\n{}\n```",
    "in code fenced with tildes": "~~~ text\n{}\n~~~",
    "in indented code": "Text:\n\n    {}\n",
    "in code in a list": "- one `{}`",
    "in code in a table": "| a |\n|---|\n| `{}` |",
    "in raw code": "<pre>{}</pre>",
    "in code in a spoiler block": "/// spoiler | her-2013\n\n`{}`\n\n///",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", KINDS)
def test_it_works(kind, place):
    result = rendered(PLACES[place].format(kind))
    assert KINDS[kind] in result.html
    assert result.problems == ()
    assert kind not in result.html


@pytest.mark.parametrize("place", CODE)
@pytest.mark.parametrize("kind", KINDS)
def test_code_stays_as_it_was_written(kind, place):
    result = rendered(CODE[place].format(kind))
    assert kind in result.html
    assert KINDS[kind] not in result.html
    assert not [mention for mention in result.mentions if not mention.spoiler]


@pytest.mark.parametrize("kind", KINDS)
def test_an_attribute_gets_plain_words(kind):
    attributes = re.findall(r'(?:alt|title)="[^"]*"', html(f'![So {kind}](image:tokyo-window) [a](/b "So {kind}")'))
    assert len(attributes) == 2
    for attribute in attributes:
        assert re.fullmatch(r'(alt|title)="So [\w ,.:|]+"', attribute)
        assert "goes" not in attribute
        assert "does" not in attribute


@pytest.mark.parametrize("kind", KINDS)
def test_no_link_stands_inside_a_link(kind):
    assert html(f"[see {kind} there](/b)").count("<a ") == 1


def test_a_spoiler_in_a_spoiler_block_in_a_list_is_covered_twice():
    text = "- one\n\n    /// spoiler | her-2013\n    He ~!leaves!~{lost-in-translation-2003}.\n    ///"
    assert re.search(r'<details class="spoiler".*<span class="spoiler".*</details>\s*</li>', html(text), re.S)
