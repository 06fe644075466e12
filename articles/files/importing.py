"""Articles from files: all or nothing for each file, and no order that files would have to be given in."""

import hashlib
from contextlib import nullcontext
from dataclasses import dataclass

from django.db import DatabaseError, transaction

from articles import document, publishing, rerender
from articles.document import schema
from articles.document.schema import Invalid
from articles.files import front_matter
from articles.files.enclosures import Enclosed
from articles.models import Article
from films.models import Film
from images.files import remove_unused
from images.models import Image
from images.renditions import names

CREATED, UPDATED, SKIPPED, FAILED = "created", "updated", "skipped", "failed"
SAME_FILE = "same file"
SAME_WORDS = "nothing new in it"
CHANGED_HERE = "changed here since; --overwrite replaces it"
IN_THE_TRASH = "in the trash here; --overwrite takes it out and replaces it"


@dataclass
class Outcome:
    """What became of one file, and why."""

    word: str
    path: object
    note: str = ""

    def __str__(self):
        path = str(self.path).encode(errors="replace").decode()
        note = " ".join(self.note.split())
        if not note:
            return f"{self.word} {path}"
        return f"{self.word} {path}: {note}" if self.word == FAILED else f"{self.word} {path} ({note})"


class Skipped(Exception):
    """This file is left out, on purpose; the text says why."""


class Incoming:
    """One file on its way in. Raises front_matter.Unreadable, Invalid or OSError when it cannot be read."""

    def __init__(self, path):
        self.path = path
        content = path.read_bytes()
        self.document, self.source = front_matter.read(content)
        self.document["ref"] = self.document.get("ref") or stem(path)
        try:
            self.enclosed = Enclosed(self.document, path)
        except Invalid as invalid:
            raise front_matter.Unreadable(self.why(invalid)) from invalid
        self.digest = hashlib.sha256(content + self.enclosed.digest.encode()).hexdigest()
        self.article, self.word, self.films = None, "", []

    @property
    def ref(self):
        return self.document["ref"]

    def match(self):
        """The article this file was read into before, else one without a ref at its address, else a new one."""
        known = Article.objects.filter(ref=self.ref).first()
        address = self.document.get("slug") or self.ref
        return known or Article.objects.filter(ref=None, slug=address).first() or Article()

    def why(self, error):
        """An error in one line, faults with the line of the file."""
        if isinstance(error, Invalid):
            return "; ".join(self.source.placed(fault) for fault in error.faults)
        if isinstance(error, publishing.Refused):
            return complained(error.complaints)
        return str(error)

    def outcome(self, complaints):
        """How it went, with the films made for it and what a draft's texts still need."""
        notes = [f"makes the film {film}" for film in self.films]
        notes += [f"to mend: {complained(complaints)}"] if complaints else []
        return Outcome(self.word, self.path, "; ".join(notes))


def stem(path):
    """A file's name without its ending. Raises Unreadable when it is written in no known letters."""
    faults: list[schema.Fault] = []
    if schema.text(path.stem, (), faults) and faults:
        raise front_matter.Unreadable("the file's name is not UTF-8; rename the file, or write a ref: in it")
    return path.stem


def complained(complaints):
    return "; ".join(f"{complaint.field}: {complaint}" for complaint in complaints)


class Run:
    """One import of many files. `outcomes` has one for each path, in their order."""

    def __init__(self, paths, *, overwrite=False, dry_run=False):
        self.paths, self.overwrite, self.dry_run = list(paths), overwrite, dry_run
        self.found: dict = {}
        self.stored: list[Image] = []
        self.to_mend: list[Incoming] = []

    def outcomes(self):
        """Take every file in; a dry run is the same and rolled back."""
        try:
            with transaction.atomic() if self.dry_run else nullcontext():
                self.take_all()
                if self.dry_run:
                    transaction.set_rollback(True)
        finally:
            self.sweep()
        return [self.found[path] for path in self.paths]

    def sweep(self):
        """Take away the files of pictures whose rows were rolled back."""
        for image in self.stored:
            remove_unused(Image, image.key, [image.file.name, *names(image.key, image.width)])

    def take_all(self):
        incoming = self.without_twins([one for path in self.paths if (one := self.opened(path))])
        waiting = [one for one in incoming if not self.alone(one)]
        while waiting and (refused := self.together(waiting)):
            for one, error in refused.items():
                self.fail(one, error)
            waiting = [one for one in waiting if one not in refused]
        self.look_again()

    def fail(self, one, error):
        self.found[one.path] = Outcome(FAILED, one.path, one.why(error))

    def opened(self, path):
        try:
            return Incoming(path)
        except (front_matter.Unreadable, OSError) as error:
            self.found[path] = Outcome(FAILED, path, getattr(error, "strerror", None) or str(error))
            return None

    def without_twins(self, incoming):
        """Files that share their ref with none: which of two would be the article?"""
        by_ref: dict = {}
        for one in incoming:
            by_ref.setdefault(one.ref, []).append(one)
        for twins in (some for some in by_ref.values() if len(some) > 1):
            for one in twins:
                others = ", ".join(other.path.name for other in twins if other is not one)
                self.found[one.path] = Outcome(FAILED, one.path, f"{others} has the same ref “{one.ref}”")
        return [one for one in incoming if one.path not in self.found]

    def alone(self, one):
        """Take in one file; False when its texts were refused, which may be for want of a file yet to come."""
        try:
            with transaction.atomic():
                self.bring(one)
                self.finish(one, publishing.render(one.article))
        except Skipped as reason:
            self.found[one.path] = Outcome(SKIPPED, one.path, str(reason))
        except publishing.Refused:
            return False
        except (Invalid, DatabaseError) as error:
            self.fail(one, error)
        return True

    def together(self, waiting):
        """Take in files that link to each other: all are written, then rendered. Gives {file: error}, or nothing.

        With an error nothing of them all is kept.
        """
        refused: dict = {}
        with transaction.atomic():
            for step in (self.bring, self.settle, self.render):
                for one in waiting:
                    self.attempt(step, one, refused)
            transaction.set_rollback(bool(refused))
        return refused

    def attempt(self, step, one, refused):
        if one in refused:
            return
        try:
            with transaction.atomic():
                step(one)
        except (publishing.Refused, Invalid, DatabaseError, Skipped) as error:
            refused[one] = error

    def bring(self, one):
        """Write a file's article without rendering it. Raises Skipped, Invalid or Refused."""
        one.article = article = one.match()
        one.word = UPDATED if article.pk else CREATED
        changed_here = self.changed_here(one, article)
        before, newest, trashed = said(article), newest_film(), article.trashed_at
        try:
            document.write(one.enclosed.take_in(self.stored), article, overwrite=self.overwrite)
        except Invalid:
            if changed_here:
                raise Skipped(CHANGED_HERE) from None
            raise
        if said(article) == before and not trashed:
            raise Skipped(SAME_WORDS)
        if changed_here:
            raise Skipped(CHANGED_HERE)
        if trashed:
            article.trashed_at = None
            article.save()
        one.films = list(Film.objects.filter(pk__gt=newest))

    def changed_here(self, one, article):
        """Whether an editor's work stands in the way. Raises Skipped when the file itself has nothing to add."""
        if not article.pk:
            return False
        touched = document.state(article) != article.applied_state
        if article.applied_digest == one.digest and not touched and not article.trashed_at:
            raise Skipped(SAME_FILE)
        if article.trashed_at and not self.overwrite:
            raise Skipped(IN_THE_TRASH)
        return touched and not self.overwrite

    def settle(self, one):
        """Render leniently, so that headings and answers stand before others are checked against them."""
        for faq in one.article.faqs.all():
            rerender.freshen(faq)
            publishing.note_mentions(faq)
        publishing.render(one.article, strict=False)

    def render(self, one):
        self.finish(one, publishing.render(one.article))

    def finish(self, one, complaints):
        """Note what was applied, so that the next run can tell an editor's change from none."""
        noted = {"applied_digest": one.digest, "applied_state": document.state(one.article)}
        Article.objects.filter(pk=one.article.pk).update(**noted)
        self.found[one.path] = one.outcome(complaints)
        self.to_mend += [one] if complaints else []

    def look_again(self):
        """What a draft named may have come with a later file."""
        for one in self.to_mend:
            with transaction.atomic():
                self.settle(one)
                self.found[one.path] = one.outcome(publishing.render(one.article, strict=False))


def said(article):
    """What an article says, whatever a file calls it; None for a new one."""
    return document.to_document(article) | {"ref": ""} if article.pk else None


def newest_film():
    return Film.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
