import math
import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings

from lib import accents

CSS = Path(settings.BASE_DIR, "static/css/tokens.css").read_text()
PAPERS = re.findall(r"--(?:paper|surface): light-dark\((#\w{6}), (#\w{6})\)", CSS)
ON_ACCENT = re.search(r"--on-accent: light-dark\((#\w{6}), (#\w{6})\)", CSS).groups()
CREAM = re.search(r"--cream: (#\w{6})", CSS)[1]
RULE = re.compile(
    r"\.accent-(\d\d) \{ --accent: light-dark\((#\w{6}), (#\w{6})\); --ground: (#\w{6}); \} /\* (\w+) \*/"
)
ACCENTS = RULE.findall(CSS)


def linear(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one, two):
    """The ratio of WCAG 2 between two colours."""
    low, high = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in map(linear, (one, two)))
    return (high + 0.05) / (low + 0.05)


def oklab(colour):
    red, green, blue = linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def test_contrast_is_measured_as_the_standard_measures_it():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_every_named_accent_stands_in_the_stylesheet():
    assert [(int(number), name) for number, *_, name in ACCENTS] == accents.CHOICES
    assert len(PAPERS) == 2


@pytest.mark.parametrize(("number", "light", "dark", "ground", "name"), ACCENTS)
def test_an_accent_is_legible_on_every_paper_and_under_every_letter(number, light, dark, ground, name):
    for day, night in PAPERS:
        assert contrast(light, day) >= 4.5 and contrast(dark, night) >= 4.5
    assert contrast(light, ON_ACCENT[0]) >= 4.5 and contrast(dark, ON_ACCENT[1]) >= 4.5
    assert contrast(ground, CREAM) >= 4.5


@pytest.mark.parametrize("column", [1, 2, 3], ids=["light", "dark", "ground"])
def test_neighbours_are_told_apart(column):
    colours = [accent[column] for accent in (*ACCENTS, ACCENTS[0])]
    assert min(math.dist(oklab(one), oklab(two)) for one, two in pairwise(colours)) > 0.045


@pytest.mark.parametrize("name", ["quiet", "ink", "accent"])
def test_words_of_the_house_are_legible_too(name):
    light, dark = re.search(rf"--{name}: light-dark\((#\w{{6}}), (#\w{{6}})\)", CSS).groups()
    assert all(contrast(light, day) >= 4.5 and contrast(dark, night) >= 4.5 for day, night in PAPERS)


@pytest.mark.parametrize(
    ("colour", "name"),
    [("#c81e3a", "Poppy"), ("#c8a415", "Mustard"), ("#2e7d32", "Leaf"), ("#1e5fc8", "Cobalt"), ("#c83cc8", "Orchid")],
)
def test_a_poster_lends_the_accent_nearest_to_its_hue(colour, name):
    assert accents.NAMES[accents.from_colour(colour) - 1] == name


@pytest.mark.parametrize("colour", ["", "red", "#fff", "#808080", "#000000", "#ffffff", "#7a7d80", "#12345g"])
def test_grey_and_nonsense_lend_none(colour):
    assert accents.from_colour(colour) is None


def test_every_accent_is_the_nearest_to_itself():
    assert [accents.from_colour(ground) for _, _, _, ground, _ in ACCENTS] == list(range(1, accents.COUNT + 1))


def test_two_films_of_one_article_never_show_the_same():
    assert accents.distinct([7, 7, 7, 3]) == [7, 18, 29, 3]
    assert len(set(accents.distinct([5] * accents.COUNT))) == accents.COUNT
    assert accents.distinct([5] * (accents.COUNT + 1))[-1] == 5
