"""The FAQ entries of a document: found by id or question, never changed behind another article's back."""

from articles.document import finding
from articles.document.rows import differs, plain, save, without_empty
from articles.document.schema import Fault
from articles.models import FAQ
from lib.text import fold


def to_entry(faq):
    """An FAQ as a document holds it; what is empty is left out."""
    films = sorted(faq.films.values_list("slug", flat=True))
    themes = sorted(faq.themes.values_list("name", flat=True))
    more = without_empty({"films": films, "themes": themes, "alone": faq.stands_alone})
    return {"id": faq.ref, "q": plain(faq.question), "a": plain(faq.answer), **more}


class Entries:
    """Writes the FAQs of one document. `changed` tells whether any row was made or changed."""

    def __init__(self, article, path, faults, overwrite):
        self.article, self.path, self.faults, self.overwrite = article, path, faults, overwrite
        self.standing = list(FAQ.objects.filter(article_faqs__article=article)) if article.pk else []
        self.changed = False

    def written(self, entries):
        """FAQ rows for `entries`, in their order; None where one is at fault."""
        rows = []
        for number, entry in enumerate(entries):
            row = self.write(entry, (*self.path, number))
            if row is not None and row in rows:
                self.fault((*self.path, number), f"“{row}” stands here twice.")
            rows.append(row)
        return rows

    def fault(self, path, message):
        self.faults.append(Fault(path, message))

    def write(self, entry, path):
        faq = self.known(entry)
        if faq.pk and entry.keys() == {"id"}:
            return faq
        if not entry.get("q", "").strip() or not entry.get("a", "").strip():
            hint = f"No FAQ here has the id “{entry['id']}”; " if "id" in entry and not faq.pk else ""
            return self.fault(path, f"{hint}write a question (q) and its answer (a).")
        films = finding.each(finding.film, entry.get("films", []), (*path, "films"), self.faults)
        themes = finding.each(finding.theme, entry.get("themes", []), (*path, "themes"), self.faults)
        return self.save(faq, entry, films, themes, path)

    def known(self, entry):
        """The FAQ of this id, else this article's own with the same question, else a new one."""
        if entry.get("id"):
            return FAQ.objects.filter(ref=entry["id"]).first() or FAQ(ref=entry["id"])
        same = [faq for faq in self.standing if plain(faq.question) == entry.get("q")]
        same += [faq for faq in self.standing if fold(faq.question) == fold(entry.get("q", ""))]
        return same[0] if same else FAQ()

    def save(self, faq, entry, films, themes, path):
        """Write what differs; an FAQ that readers meet elsewhere too is left alone unless `overwrite`."""
        texts = {"question": entry["q"], "answer": entry["a"], "stands_alone": entry.get("alone", False)}
        links = {"films": {row.pk for row in films if row}, "themes": {row.pk for row in themes if row}}
        new_texts = faq.pk is None or differs(faq, texts)
        new_links = [name for name, pks in links.items() if pks != linked(faq, name)]
        if not new_texts and not new_links:
            return faq
        if not self.overwrite and (where := self.elsewhere(faq)):
            return self.fault(
                path, f"“{faq.ref}” says something else here and stands in {where} too; change it there."
            )
        if new_texts and not save(faq, {**texts, "ref": faq.ref}, path, self.faults):
            return None
        for name in new_links:
            getattr(faq, name).set(links[name])
        self.changed = True
        return faq

    def elsewhere(self, faq):
        """Where else readers meet this entry, in words; empty when nowhere."""
        if faq.pk is None:
            return ""
        others = faq.articles.exclude(pk=self.article.pk).order_by("pk")
        titles = [f"“{title}”" for title in others.values_list("title", flat=True)[:3]]
        if not titles and faq.stands_alone and faq not in self.standing:
            return "the list of FAQs"
        return " and ".join(titles)


def linked(faq, name):
    return set(getattr(faq, name).values_list("pk", flat=True)) if faq.pk else set()
