"""The comparison of one article as rows and cells: a pure function of what was fetched."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Cell:
    """What is claimed about one film under one theme; `take` is None where nothing is."""

    film: Any
    take: Any
    id: str


@dataclass(frozen=True)
class Row:
    """One theme across all films of the article."""

    theme: Any
    cells: tuple[Cell, ...]


def matrix(themes, films, takes):
    """A Row for each theme that says something, its cells in the order of `films`.

    A take whose theme or film the article no longer names (an orphan) is not shown.
    """
    said = {(take.theme_id, take.film_id): take for take in takes}
    rows = [Row(theme, tuple(_cell(theme, film, said) for film in films)) for theme in themes]
    return [row for row in rows if any(cell.take for cell in row.cells)]


def _cell(theme, film, said):
    # No slug holds "--", so no two cells can have one id.
    return Cell(film, said.get((theme.pk, film.pk)), f"take-{theme.slug}--{film.slug}")
