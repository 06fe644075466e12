"""The takes of a document, theme → film → cell, both ways."""

from articles.document import finding
from articles.document.rows import differs, plain, save, without_empty
from articles.document.schema import Fault
from articles.models import Take
from lib import timecodes


def to_matrix(article, films, themes):
    """An article's takes in the order of its matrix; orphans, whose film or theme is not listed, come last."""

    def place(take):
        lists = ((take.theme, themes), (take.film, films))
        return [*(rows.index(thing) if thing in rows else len(rows) for thing, rows in lists), take.pk]

    matrix: dict = {}
    for take in sorted(article.takes.select_related("theme", "film"), key=place):
        matrix.setdefault(plain(take.theme.name), {})[take.film.slug] = to_cell(take)
    return matrix


def to_cell(take):
    """A take: its text alone, or with evidence, time and spoiler."""
    at = timecodes.to_text(take.timecode) if take.timecode is not None else ""
    more = without_empty({"evidence": plain(take.evidence), "at": at, "spoiler": take.spoiler})
    return {"text": plain(take.text), **more} if more else plain(take.text)


class Cells:
    """Writes the takes of one document; takes of films and themes that it does not list are kept as orphans."""

    def __init__(self, document, films, themes, faults):
        self.document, self.faults = document, faults
        listed = document.get("films", [])
        self.films = {finding.alias(entry): film for entry, film in zip(listed, films, strict=True)}
        self.films |= {film.slug: film for film in films if film}
        self.themes = dict(zip(document.get("themes", []), themes, strict=True))
        self.found = self.find()

    def find(self):
        """(theme, film) → (its place in the document, the values of the take there)."""
        found: dict = {}
        for name, row in self.document.get("takes", {}).items():
            theme = self.theme(name)
            for slug, cell in row.items():
                path = ("takes", name, slug)
                key = (theme, self.film(slug, path))
                if key in found and None not in key:
                    self.faults.append(Fault(path, "There are two takes on this theme and film."))
                found[key] = (path, self.values(cell, path))
        return found

    def film(self, slug, path):
        return self.films[slug] if slug in self.films else finding.attempt(finding.film_at, slug, path, self.faults)

    def theme(self, name):
        """A theme listed or known; a new name here is a slip of the pen."""
        if name in self.themes:
            return self.themes[name]
        return finding.attempt(self.orphans_theme, name, ("takes", name), self.faults)

    def orphans_theme(self, name):
        if theme := finding.known_theme(name):
            return theme
        near = finding.nearest(name, self.themes)
        raise finding.Unknown(f"No theme is called so{near or '; list it under themes.'}")

    def values(self, cell, path):
        cell = {"text": cell} if isinstance(cell, str) else cell
        timecode = finding.attempt(seconds, cell.get("at", ""), (*path, "at"), self.faults)
        words = {"text": cell.get("text", ""), "evidence": cell.get("evidence", "")}
        return {**words, "spoiler": cell.get("spoiler", False), "timecode": timecode}

    def write(self, article):
        """Make the takes of `article` these, each cell keeping its row; gives whether anything differed."""
        here = {(take.theme, take.film): take for take in article.takes.select_related("theme", "film")}
        for key in here.keys() - self.found.keys():
            here[key].delete()
        changed = here.keys() != self.found.keys()
        for (theme, film), (path, values) in self.found.items():
            take = here.get((theme, film)) or Take(article=article, theme=theme, film=film)
            if take.pk is None or differs(take, values):
                save(take, values, path, self.faults)
                changed = True
        return changed


def seconds(text):
    try:
        return timecodes.to_seconds(text) if text else None
    except ValueError as error:
        raise finding.Unknown(str(error)) from error
