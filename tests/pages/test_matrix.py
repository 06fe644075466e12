from types import SimpleNamespace

from filmsite.pages.matrix import matrix


def thing(pk, slug):
    return SimpleNamespace(pk=pk, slug=slug)


HER, LOST = thing(1, "her-2013"), thing(2, "lost-in-translation-2003")
ALONE, CITY = thing(7, "loneliness"), thing(8, "the-city")


def take(theme, film):
    return SimpleNamespace(theme_id=theme.pk, film_id=film.pk)


def test_rows_are_themes_and_cells_stand_in_the_order_of_films():
    first, second = take(ALONE, LOST), take(ALONE, HER)
    [row] = matrix([ALONE], [HER, LOST], [first, second])
    assert [cell.take for cell in row.cells] == [second, first]
    assert [cell.id for cell in row.cells] == [
        "take-loneliness--her-2013",
        "take-loneliness--lost-in-translation-2003",
    ]


def test_no_two_cells_have_one_id():
    themes, films = [thing(1, "a"), thing(2, "a-b")], [thing(3, "b-c-2000"), thing(4, "c-2000")]
    rows = matrix(themes, films, [take(theme, film) for theme in themes for film in films])
    assert len({cell.id for row in rows for cell in row.cells}) == 4


def test_a_gap_stays_a_gap_and_a_silent_theme_has_no_row():
    [row] = matrix([CITY, ALONE], [HER, LOST], [take(ALONE, HER)])
    assert row.theme is ALONE and row.cells[1].take is None


def test_orphans_are_not_shown():
    assert matrix([ALONE], [HER], [take(CITY, HER), take(ALONE, LOST)]) == []
