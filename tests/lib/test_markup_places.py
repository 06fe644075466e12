"""Everything of ours works everywhere a text can hold it, and is left alone in code: kind × place."""

import re

import pytest

from lib.markup.outline import plain
from tests.lib.shelf import html, problems, rendered

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
    "inside a spoiler": "~!He says {} so!~{{lost-in-translation-2003}}",
    "inside a spoiler inside a spoiler block": (
        "/// spoiler | her-2013\n\nSo ~!he says {}!~{{lost-in-translation-2003}}.\n\n///"
    ),
    "in a picture's caption": '![Alt](image:tokyo-window "As {} has it")',
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


#: What a label cannot hold: brackets of its own.
LABELLED = [
    "[[film:her-2013|{}]]",
    "[[theme:loneliness|{}]]",
    "[[person:sofia-coppola|{}]]",
    "[[article:two-rooms|{}]]",
]
LABELLED += [
    "[[take:loneliness/her-2013|{}]]",
    "[[film:her-2031|{}]]",
    "[[article:not-yet|{}]]",
    "[[flim:her-2013|{}]]",
]


@pytest.mark.parametrize("labelled", LABELLED)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if "[[" not in kind])
def test_it_works_in_a_label(kind, labelled):
    result = rendered(labelled.format(f"so {kind}"))
    assert KINDS[kind] in re.sub("</?a[^>]*>", "", result.html)
    assert kind not in result.html


SECRET = "~!the secret!~{her-2013}"
NESTED = "~!a ~!the secret!~{lost-in-translation-2003} b!~{her-2013}"
HELD = [
    *PLACES.values(), *LABELLED, "![{}](image:nope)", "![{}](https://elsewhere.example/x.jpg)",
    "[[film:{}]]", "[[article:two-rooms#{}]]", "{{{{{} 1:00}}}}", "~!a!~{{{}}}", "/// spoiler | {}\nA\n///",
    "![{}](image:tokyo-window)", "![[[film:her-2013|{}]]](image:tokyo-window)", '[a](/b "{}")',
    '[a](/b "[[film:her-2013|{}]]")', '[a](/b "![{}](image:tokyo-window)")',
    "~!~!~!a {}!~!~{{her-2013}}!~{{her-2013}}",
]  # fmt: skip


@pytest.mark.parametrize("place", HELD)
@pytest.mark.parametrize("secret", [SECRET, NESTED])
def test_a_spoiler_is_bare_nowhere(place, secret):
    """Covered in the text, and in no attribute at all: an attribute cannot be covered."""
    text = html(place.format(secret))
    assert "secret" not in plain(text)
    assert "secret" not in "".join(re.findall(r"<[^>]*>", text))


def test_what_is_no_spoiler_is_bare():
    """The control for the test above."""
    assert "secret" in plain(html("[[film:her-2013|the secret]]"))
    assert "secret" in "".join(re.findall(r"<[^>]*>", html('[a](/b "[[film:her-2013|the secret]]")')))


@pytest.mark.parametrize(
    "text",
    [
        "[[film:her-2013|~!she]] leaves with the secret!~{her-2013}",
        "![~!she](image:tokyo-window) leaves with the secret!~{her-2013}",
        '![x](image:tokyo-window "~!she") leaves with the secret!~{her-2013}',
        "~!one ~!two!~{lost-in-translation-2003} the secret!~{her-2013}",
    ],
)
def test_a_spoiler_that_reaches_over_something_else_covers_all_of_it(text):
    assert "secret" in html(text)
    assert "secret" not in rendered(text).plain


def test_a_spoiler_in_a_spoiler_has_its_own_film_and_a_third_is_refused():
    assert html("~!a ~!b!~{lost-in-translation-2003} c!~{her-2013} d").count('class="spoiler"') == 2
    assert problems("~!a ~!b!~{lost-in-translation-2003} c!~{her-2013} d") == []
    [problem] = problems("~!a\n~!b ~!c!~{her-2013} d!~{lost-in-translation-2003} e!~{her-2013}")
    assert problem == "Line 2: A spoiler in a spoiler cannot hold a third one."


def test_words_in_the_place_of_a_film_are_not_shown_on_the_cover():
    assert "dies" not in html("/// spoiler | She dies\nWords\n///") + html("~!words!~{She dies}")
    assert "alien 1979" in html("/// spoiler | alien-1979\nWords\n///")


@pytest.mark.parametrize("kind", KINDS)
def test_no_link_stands_inside_a_link(kind):
    assert html(f"[see {kind} there](/b)").count("<a ") == 1


def test_no_link_stands_inside_the_link_of_a_label():
    text = html("[[theme:loneliness|at {{her-2013 1:00}}, <https://a.example>]]")
    assert text.count("<a ") == 1 and text.endswith("</a></p>")


def test_a_spoiler_in_a_spoiler_block_in_a_list_is_covered_twice():
    text = "- one\n\n    /// spoiler | her-2013\n    He ~!leaves!~{lost-in-translation-2003}.\n    ///"
    assert re.search(r'<details class="spoiler".*<span class="spoiler".*</details>\s*</li>', html(text), re.S)
