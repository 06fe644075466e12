"""Writes one document into one article."""

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.document import finding, moments
from articles.document.cells import Cells
from articles.document.entries import Entries
from articles.document.rows import arrange, arrange_texts, differs, unseen
from articles.document.schema import Fault, Invalid
from articles.models import Article
from images.models import Image

#: Column → the key under which a document holds it, where the two differ
KEYS = {"publish_at": "date", "updated_on": "updated", "expire_at": "expire", "comments_open": "comments"}
LISTS = {"bylines": "author", "article_films": "film", "article_themes": "theme", "article_faqs": "faq"}


class Writer:
    """Writes a document (as schema.read gives it) into an article, collecting faults before it gives up."""

    def __init__(self, document, article, overwrite):
        self.document, self.article = document, article
        self.faults: list[Fault] = []
        self.entries = Entries(article, ("faqs",), self.faults, overwrite)

    def write(self):
        """Write everything but what is rendered; gives whether anything differed. Raises Invalid."""
        new = self.article._state.adding
        found, cells, tags = self.find()
        changed = self.set_columns() or new
        self.stop_at_faults()
        if new:
            self.article.save()
        changed |= self.relate(found, cells, tags)
        self.stop_at_faults()
        if changed and not new:
            self.article.save()
        self.article._prefetched_objects_cache = {}
        return changed

    def stop_at_faults(self):
        if self.faults:
            raise Invalid(self.faults)

    # What the document names

    def find(self):
        """The rows its lists name, found or made: (column → rows, takes, tags)."""
        found = {
            "author": self.each(finding.author, "authors"),
            "film": self.each(finding.film, "films"),
            "theme": self.each(finding.theme, "themes"),
        }
        cells = Cells(self.document, found["film"], found["theme"], self.faults)
        found["faq"] = self.entries.written(self.document.get("faqs", []))
        return found, cells, finding.attempt(finding.tags, self.document.get("tags", []), ("tags",), self.faults)

    def each(self, find, key):
        return finding.each(find, self.document.get(key, []), (key,), self.faults)

    def relate(self, found, cells, tags):
        """Write bylines, films, themes, FAQs, takes, tags and prompts; gives whether anything differed."""
        article, prompts = self.article, self.document.get("prompts", [])
        changed = [arrange(getattr(article, rows), column, found[column]) for rows, column in LISTS.items()]
        changed += [cells.write(article), self.tag(tags), self.entries.changed]
        changed += [arrange_texts(article.prompts, prompts, ("prompts",), self.faults)]
        return any(changed)

    def tag(self, tags):
        if set(self.article.tags.all()) == tags:
            return False
        self.article.tags.set(tags)
        return True

    # The article's own columns

    def set_columns(self):
        """Set what differs; gives whether anything did."""
        wanted = {**self.words(), **self.times(), "owner": self.owner(), "cover": self.cover()}
        changed = differs(self.article, wanted)
        for name in changed:
            setattr(self.article, name, wanted[name])
        self.check()
        return bool(changed)

    def words(self):
        get, seo = self.document.get, self.document.get("seo", {})
        return {
            "ref": get("ref") or self.article.ref,
            "slug": get("slug") or self.article.slug,
            "seo_title": seo.get("title", ""),
            "seo_description": seo.get("description", ""),
            "comments_open": get("comments", "open") == "open",
            "status": get("status", "draft"),
            **{name: get(name, "") for name in ("title", "dek", "body")},
        }

    def times(self):
        """Dates; what is published without one keeps the date it has, or begins now."""
        begins = self.moment("date", moments.from_text)
        if begins is None and self.document.get("status") == "published":
            begins = self.article.publish_at or timezone.now()
        updated = self.moment("updated", moments.day_from_text)
        return {"publish_at": begins, "updated_on": updated, "expire_at": self.moment("expire", moments.from_text)}

    def moment(self, key, read):
        try:
            return read(self.document.get(key, ""))
        except ValueError as error:
            self.faults.append(Fault((key,), str(error)))
            return None

    def owner(self):
        """Whose work it is; an address that nobody here signs in with changes nothing."""
        email = self.document.get("owner", "").strip().casefold()
        user = get_user_model().objects.filter(email=email).first() if email else None
        return user or self.article.owner

    def cover(self):
        slug = self.document.get("cover", {}).get("image")
        picture = Image.objects.filter(slug=slug).first() if slug else None
        if slug and not picture:
            self.faults.append(Fault(("cover", "image"), f"No picture here is called “{slug}”."))
        return picture

    def check(self):
        """Note what no article may hold."""
        self.check_names()
        try:
            self.article.full_clean(exclude=unseen(self.article))
        except ValidationError as error:
            for name, said in error.message_dict.items():
                path = () if name == "__all__" else (KEYS.get(name, name),)
                self.faults.append(Fault(path, " ".join(dict.fromkeys(said))))

    def check_names(self):
        ref = self.article.ref or ""
        if not self.document["title"].strip():
            self.faults.append(Fault(("title",), "Write a title."))
        if len(ref) > 200:
            self.faults.append(Fault(("ref",), "At most 200 characters."))
        if ref and Article.objects.filter(ref=ref).exclude(pk=self.article.pk).exists():
            self.faults.append(Fault(("ref",), f"Another article has the ref “{ref}”."))
