"""From the words of a document to rows: the films, themes, authors and tags it names, made where that is allowed."""

from difflib import get_close_matches

from django.core.exceptions import ValidationError
from taggit.models import Tag

from articles.document.rows import unseen
from articles.document.schema import Fault
from articles.models import Author, OldSlug
from films import references
from films.models import Credit, Film, Person, Theme
from lib.slugs import first_free, slug_of
from lib.text import fold, sort_key

TAG_LENGTH = 100


class Unknown(Exception):
    """Nothing here has that name, or too much has; the message says what to write."""


def checked(row):
    """`row` saved, once full_clean() has nothing against it. Raises Unknown."""
    try:
        row.full_clean(exclude=unseen(row))
    except ValidationError as error:
        raise Unknown(f"“{row}” cannot be made: {' '.join(error.messages)}") from error
    row.save()
    return row


def nearest(word, known):
    """ "; did you mean her-2013?", or nothing."""
    near = get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def film(entry):
    """The film of a slug, or of {slug, title, year, director}; a stub is made for the second. Raises Unknown."""
    if isinstance(entry, str):
        return film_at(entry)
    if found := references.rows("film", [entry["slug"]]) if entry.get("slug") else {}:
        return next(iter(found.values()))
    if not entry.get("title") or not entry.get("year"):
        raise Unknown("Write a film's slug, or its title and year.")
    return film_called(entry["title"], year(entry["year"]), entry.get("director", [])) or stub(entry)


def year(words):
    if not (words.isascii() and words.isdigit() and len(words) == 4):
        raise Unknown(f"“{words}” is no year; write it with four digits.")
    return int(words)


def film_at(slug):
    if found := references.rows("film", [slug]).get(slug):
        return found
    near = nearest(slug, Film.objects.values_list("slug", flat=True))
    raise Unknown(f"No film here has the address “{slug}”{near or '; write its title and year to make it.'}")


def film_called(title, year, directors):
    """The film of that title and exactly that year; directors, where both sides know them, must share one."""
    films = Film.objects.filter(title_key=fold(title)[:300], year=year).for_cards()
    wanted = {fold(name) for name in directors}
    found = [one for one in films if not wanted or not one.directing or wanted & directed_by(one)]
    if len(found) > 1:
        raise Unknown(f"{len(found)} films are called “{title}” ({year}); write the slug of one: {slugs(found)}.")
    return found[0] if found else None


def directed_by(film):
    return {fold(credit.person.name) for credit in film.directing}


def slugs(rows):
    return ", ".join(row.slug for row in rows)


def stub(entry):
    """A film nobody has described yet: title, year and directors, not listed."""
    made = checked(Film(title=entry["title"], year=year(entry["year"]), slug=entry.get("slug", ""), listed=False))
    for position, name in enumerate(entry.get("director", []), start=1):
        directing = Credit.Department.DIRECTING
        Credit.objects.create(film=made, person=person(name), department=directing, job="Director", position=position)
    return made


def person(name):
    """The one person of exactly that name, made when there is none. Raises Unknown when there are more."""
    found = list(Person.objects.filter(name=name)[:2])
    if len(found) > 1:
        raise Unknown(f"More than one person here is called “{name}”; add the film in the admin first.")
    return found[0] if found else checked(Person(name=name, listed=False))


def known_theme(name):
    """The theme of that name, whatever its case and accents, or None. Raises Unknown when several are as near."""
    alike = [theme for theme in Theme.objects.filter(sort_key=sort_key(name)) if fold(theme.name) == fold(name)]
    exact = [theme for theme in alike if theme.name == name]
    if len(alike) > 1 and not exact:
        raise Unknown(f"More than one theme is spelt like “{name}”: {', '.join(theme.name for theme in alike)}.")
    return next(iter(exact or alike), None)


def theme(name):
    """The theme of that name, made when there is none."""
    return known_theme(name) or checked(Theme(name=name, listed=False))


def author(entry):
    """The author of a name, or of {slug, name}; made when unknown. Raises Unknown when the name is not enough."""
    slug, name = ("", entry) if isinstance(entry, str) else (entry.get("slug", ""), entry["name"])
    if slug:
        at = Author.objects.filter(slug=slug).first() or OldSlug.current("author", [slug]).get(slug)
        return at or checked(Author(name=name, slug=slug))
    found = list(Author.objects.filter(name=name)) or [a for a in Author.objects.all() if fold(a.name) == fold(name)]
    if len(found) > 1:
        raise Unknown(f"{len(found)} authors are called “{name}”; write the slug too: {slugs(found)}.")
    return found[0] if found else checked(Author(name=name))


def tags(names):
    """Tags of these names, whatever their case; made when unknown. Raises Unknown."""
    if bad := [name for name in names if not name.strip() or len(name) > TAG_LENGTH]:
        raise Unknown(f"A tag has 1 to {TAG_LENGTH} characters; “{bad[0][:30]}” has {len(bad[0])}.")
    found = {tag.name: tag for tag in Tag.objects.filter(name__in=names)}
    if missing := [name for name in names if name not in found]:
        folded = {tag.name.casefold(): tag for tag in Tag.objects.order_by("-pk")}
        for name in missing:
            found[name] = folded.setdefault(name.casefold(), None) or new_tag(name)
            folded[name.casefold()] = found[name]
    return {found[name] for name in names}


def new_tag(name):
    """A tag with a slug that is never empty, which taggit's own is for “東京”."""
    slug = first_free(slug_of(name, "tag")[: TAG_LENGTH - 10], Tag.objects.all())
    return Tag.objects.create(name=name, slug=slug)


def each(find, entries, path, faults):
    """What `find` gives for each entry, None where it is Unknown (noted in `faults`); nothing may be named twice."""
    rows = []
    for number, entry in enumerate(entries):
        row = attempt(find, entry, (*path, number), faults)
        if row is not None and row in rows:
            faults.append(Fault((*path, number), f"{row} is named twice."))
        rows.append(row)
    return rows


def attempt(find, entry, path, faults):
    """What `find` gives for one entry; None where it is Unknown, noted in `faults`."""
    try:
        return find(entry)
    except Unknown as unknown:
        faults.append(Fault(path, str(unknown)))
        return None


def alias(entry):
    """The slug a film given by title and year goes by in its own document: takes name it so."""
    if isinstance(entry, str):
        return entry
    named = Film(title=entry.get("title", ""), year=entry.get("year", ""))
    return entry.get("slug") or slug_of(named.slug_source(), "film")
