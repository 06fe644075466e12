"""Making an article ready for readers: its texts rendered, its mentions noted, what is wrong with it said.

Everybody who writes an article (the admin, an import, the demo, a preview) calls `render()` once, after all its rows
are saved and inside the same transaction.
"""

import time
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from articles import related
from articles.models import FAQ, Article, Author, Mention
from articles.references import HEADING, found, moment_of, target
from films.models import Described, Film, Person, Theme
from lib.markup import CATALOGUE, FULL, INLINE, SECONDS, Job, Reference, TooSlow, references, render_bounded
from lib.text import count_words

WORDS_A_MINUTE = 200
# A take belongs to one article, an FAQ may stand in many: which one would it quote?
ANSWER = replace(FULL, kinds=FULL.kinds - {"take"})
# Where a row with one text stands in Mention
OWNERS = {FAQ: "faq", Author: "author", Film: "in_film", Theme: "in_theme", Person: "in_person"}
NAMED = {
    "film": "film",
    "theme": "theme",
    "person": "person",
    "image": "image",
    "article": "target_article",
    "take": "take",
}


@dataclass(frozen=True)
class Complaint:
    """What an editor should mend: the form's field, the place in it ("Loneliness · Her", may be empty), the words.

    One that does not `hinder` is a warning: it came about by itself, and readers are not harmed.
    """

    field: str
    place: str
    message: str
    hinders: bool = True

    def __str__(self):
        return f"{self.place}: {self.message}" if self.place else self.message


class Refused(Exception):
    """A text that may not reach readers like this. `complaints` says what to mend."""

    def __init__(self, complaints):
        super().__init__("; ".join(str(complaint) for complaint in complaints))
        self.complaints = list(complaints)


@dataclass
class Text:
    """One text of a row on its way to readers: where its complaints belong, which rows it may name."""

    source: str
    row: object
    markdown: str
    dialect: object
    field: str
    place: str = ""
    prefix: str = ""
    rendered: Any = None

    def complain(self, message, hinders=True):
        return Complaint(self.field, self.place, message, hinders)


def fill(texts, moment, takes=(), until=None):
    """Render `texts` together; each gets its `rendered`. Returns {Reference: row} of all that they name.

    Raises Refused, naming the text, when one cannot be rendered within the limits (`until`: see render_bounded).
    """
    rows = found(set().union(*(references(text.markdown) for text in texts)), takes)
    targets = {reference: target(row, moment) for reference, row in rows.items()}
    jobs = [Job(text.markdown, targets, text.dialect, text.prefix) for text in texts]
    try:
        for text, result in zip(texts, render_bounded(jobs, until), strict=True):
            text.rendered = result
    except TooSlow as slow:
        raise Refused([texts[slow.job].complain(str(slow))]) from slow
    return rows


def complaints(texts, rows, moment, owner):
    """What is wrong with the rendered texts of `owner` ({column: row}): dead references, links to articles that are
    not live at `moment`. A link that stood there before its target was withdrawn hinders nobody from saving.
    """
    linked = Mention.objects.filter(**owner, target_article__isnull=False) if owner else Mention.objects.none()
    withdrawn = set(linked.values_list("target_article", flat=True))
    for text in texts:
        yield from (text.complain(str(problem)) for problem in text.rendered.problems)
        for slug in sorted({m.key for m in text.rendered.mentions if m.kind == "article"}):
            other = rows[Reference("article", slug)]
            if other != text.row and not other.live_at(moment):
                line = text.markdown.partition(f"[[article:{slug}")[0].count("\n") + 1
                yield text.complain(
                    f"Line {line}: “{other.title}” is not live by then, so readers cannot follow the link and see "
                    "plain words. Publish it, or take the link out.",
                    hinders=other.pk not in withdrawn,
                )


def write_mentions(owner, texts, rows):
    """Make the mentions of `owner` ({column: row}) those of its rendered texts; unchanged ones are left alone."""
    wanted = {
        (text.source, NAMED[m.kind], rows[Reference(m.kind, m.key)].pk, m.timecode, m.spoiler)
        for text in texts
        for m in text.rendered.mentions
        if m.kind in NAMED
    }
    stale = []
    for mention in Mention.objects.filter(**owner):
        column = next(column for column in NAMED.values() if getattr(mention, f"{column}_id"))
        said = (mention.source, column, getattr(mention, f"{column}_id"), mention.timecode, mention.spoiler)
        if said in wanted:
            wanted.remove(said)
        else:
            stale.append(mention.pk)
    if stale:
        Mention.objects.filter(pk__in=stale).delete()
    Mention.objects.bulk_create(
        Mention(**owner, source=source, **{f"{column}_id": pk}, timecode=timecode, spoiler=spoiler)
        for source, column, pk, timecode, spoiler in sorted(wanted, key=str)
    )


def update(row, **values):
    """Write derived columns that differ, in the database and on the row in hand; no signal, no new version."""
    changed = {column: value for column, value in values.items() if getattr(row, column) != value}
    if changed:
        type(row).objects.filter(pk=row.pk).update(**changed)
        vars(row).update(changed)
    return changed


@transaction.atomic
def render(article, strict=True):
    """Fill what derives from an article's texts and relations: HTML, headings, words, minutes, mentions, related.

    Returns the complaints as warnings. Raises Refused instead when `strict` and the article is published or
    scheduled, and always when a text cannot be rendered in time. The caller's transaction then rolls back.
    """
    headings_before = article.headings
    body, short, answers, rows = rendered_parts(article)
    said = list(
        complaints([*short, body, *answers], rows, moment_of(article), {"article": article} if article.was_out else {})
    )
    goes_out = article.status == Article.Status.PUBLISHED and article.trashed_at is None
    if strict and goes_out and any(complaint.hinders for complaint in said):
        raise Refused(said)
    words = body.rendered.words + sum(count_words(f"{text.row.question} {text.rendered.plain}") for text in answers)
    update(
        article,
        body_html=body.rendered.html,
        body_text=body.rendered.plain,
        headings=list(body.rendered.headings),
        word_count=words,
        reading_minutes=minutes(words),
    )
    write_mentions({"article": article}, [*short, body], rows)
    related.refresh(article)
    if article.headings != headings_before:
        from articles.rerender import rerender  # which imports this module

        rerender(mentioning=article, but=article)
    return said


def rendered_parts(article):
    """An article's body, its takes and prompts, the answers of its FAQs, all rendered; and the rows that they name.

    Takes come first, because the body may quote them.
    """
    moment = moment_of(article)
    until = time.monotonic() + SECONDS  # for all texts of the article together
    takes = list(article.takes.select_related("theme", "film").order_by("pk"))
    films = set(article.article_films.values_list("film", flat=True))
    themes = set(article.article_themes.values_list("theme", flat=True))
    for take in takes:
        take.has_place = take.film_id in films and take.theme_id in themes
    short = [
        *(Text("take", t, t.text, INLINE, "takes", f"{t.theme} · {t.film.title}") for t in takes),
        *(Text("prompt", p, p.text, INLINE, "prompts", f"Prompt {n}") for n, p in enumerate(article.prompts.all(), 1)),
    ]
    rows = fill(short, moment, until=until)
    for text in short:
        update(text.row, text_html=text.rendered.html)
    body = Text("body", article, article.body, FULL, "body", prefix=HEADING)
    answers = [answer_text(row.faq, field="faqs") for row in article.article_faqs.select_related("faq")]
    rows |= fill([body, *answers], moment, takes, until)
    if article in rows.values() and list(body.rendered.headings) != article.headings:
        # The body links to its own article, whose headings were known only after rendering.
        update(article, headings=list(body.rendered.headings))
        fill([body], moment, takes, until)
    return body, short, answers, rows


def minutes(words):
    """Reading time: 200 words a minute, rounded to the nearest minute, at least one."""
    return max(1, int(words / WORDS_A_MINUTE + 0.5))


def answer_text(faq, field="answer"):
    """An FAQ's answer as a text to render; its footnotes and headings keep to themselves by its ref."""
    place = faq.question if field == "faqs" else ""
    return Text("answer", faq, faq.answer, ANSWER, field, place, prefix=f"faq-{faq.ref}-")


def own_text(row):
    """The one text of an FAQ, an author, a film, a theme or a person."""
    if isinstance(row, FAQ):
        return answer_text(row)
    return Text(row.prose, row, getattr(row, row.prose), CATALOGUE, row.prose)


def check(row):
    """The complaints about the one text of an FAQ or an author, for forms and imports; too slow is one, too."""
    text, moment = own_text(row), moment_of()
    try:
        rows = fill([text], moment)
    except Refused as refused:
        return refused.complaints
    owner = {OWNERS[type(row)]: row} if row.pk else {}
    return [complaint for complaint in complaints([text], rows, moment, owner) if complaint.hinders]


def derived(row):
    """The derived columns of a row with one text, as {column: value}. Raises Refused when rendering takes too long."""
    if isinstance(row, Described):
        return row.derived()
    text = own_text(row)
    fill([text], moment_of())
    values = {f"{row.prose}_html": text.rendered.html}
    return values | {"answer_text": text.rendered.plain} if isinstance(row, FAQ) else values


def note_mentions(row):
    """Write the mentions of a saved row with one text."""
    owner = {OWNERS[type(row)]: row}
    text = own_text(row)
    if text.markdown or Mention.objects.filter(**owner).exists():
        write_mentions(owner, [text], fill([text], moment_of()))
