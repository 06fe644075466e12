import re
from pathlib import Path

import pytest
from django.conf import settings

from filmsite.pages import names, posters
from filmsite.templatetags.bill import cited, listed, runtime

CSS = Path(settings.BASE_DIR, "static/css/poster.css").read_text()


def test_the_sizes_in_the_stylesheet_are_those_that_titles_are_fitted_to():
    sizes = re.findall(r"\.fit-(\d) \.poster-title \{ font-size: ([\d.]+)cqi", CSS)
    assert [(int(n), float(size)) for n, size in sizes] == list(enumerate(posters.SIZES, start=1))
    assert len(re.findall(r"^\.motif-\d \{", CSS, re.MULTILINE)) == posters.MOTIFS


@pytest.mark.parametrize(
    ("title", "size"),
    [
        ("M", 1), ("Her", 1), ("WALL·E", 4), ("Metropolis", 5), ("Lost in Translation", 5), ("千と千尋の神隠し", 7),
        ("Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb", 7),
        ("Supercalifragilisticexpialidocious", 9), ("x" * 300, 9), ("", 1),
    ],
)  # fmt: skip
def test_a_long_title_is_set_smaller(title, size):
    assert posters.fit(title) == size


def test_a_film_keeps_its_shape():
    assert posters.motif("her-2013") == posters.motif("her-2013")
    assert {posters.motif(f"film-{n}") for n in range(200)} == set(range(1, posters.MOTIFS + 1))


def test_codes_have_names_or_stay_codes():
    assert [names.country(code) for code in ("JP", "us", "ZZ")] == ["Japan", "United States", "ZZ"]
    assert [names.language(code) for code in ("ja", "en", "la", "qq")] == ["Japanese", "English", "Latin", "qq"]


def test_words_are_joined_as_people_join_them():
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert cited(["A & B", "<C>"]) == "<cite>A &amp; B</cite> and <cite>&lt;C&gt;</cite>"
    assert [runtime(n).replace("\xa0", " ") for n in (126, 45, 120)] == ["2 h 6 min", "45 min", "2 h"]
