"""Derived text kept true: when a film, theme, person, FAQ, author, tag or linked article changes, what names it is
rendered again in the same transaction.

These are the only receivers of this floor. Bulk writes send no signals: whoever makes them calls `rerender()`.
A take is only ever quoted by its own article, and who writes takes renders that article (see articles.publishing).
"""

import logging

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from taggit.models import Tag

from articles import publishing, related
from articles.models import FAQ, Article, Author, Mention
from films.models import Credit, Film, Person, Theme
from films.references import target
from images.models import Image

log = logging.getLogger(__name__)
COLUMNS = {Film: "film", Theme: "theme", Person: "person", Image: "image", Article: "target_article"}


@transaction.atomic
def rerender(mentioning, but=None):
    """Render again every text that names or shows `mentioning` (any key of COLUMNS), the article `but` excepted."""
    texts = Mention.objects.filter(**{COLUMNS[type(mentioning)]: mentioning})
    for article in Article.objects.filter(pk__in=texts.exclude(article=None).values("article")):
        if article != but:
            renew(article)
    for model, column in publishing.OWNERS.items():
        for row in model._default_manager.filter(pk__in=texts.exclude(**{column: None}).values(column)):
            renew(row)


def renew(row):
    """Render an article or a row with one text again; one that takes too long stays as it is, and the log says so."""
    try:
        publishing.render(row, strict=False) if isinstance(row, Article) else freshen(row)
    except publishing.Refused as refused:
        log.warning("%s “%s” was not rendered again: %s", row._meta.verbose_name, row, refused)


def freshen(row):
    """Render the one text of an FAQ, author, film, theme or person again, without a new version or a signal."""
    publishing.update(row, **publishing.derived(row))


def everything():
    """Render every text of the site again, e.g. after an upgrade of the renderer. Yields each row when it is done."""
    for model in publishing.OWNERS:
        for row in model._default_manager.iterator():
            with transaction.atomic():
                renew(row)
                publishing.note_mentions(row)
            yield row
    for article in Article.objects.iterator():
        renew(article)
        yield article


def named_changing(sender, instance, **kwargs):
    """A film, theme, person, picture or article is about to be saved: will texts that name it look different?"""
    before = sender.objects.filter(pk=instance.pk).first() if instance.pk else None
    instance.looks_different = before is not None and looks(before) != looks(instance)


def looks(row):
    """What texts show of a row they name, and whether they may link to it."""
    if isinstance(row, Article):  # its headings are looked after by publishing.render()
        return row.title, row.slug, row.status, row.publish_at, row.expire_at, row.trashed_at
    return target(row), getattr(row, "listed", True)


def catalogue_saved(sender, instance, created, raw=False, **kwargs):
    """A film, theme or person was saved: note what its text names; a changed one changes the texts that name it."""
    if raw:
        return
    publishing.note_mentions(instance)
    if instance.looks_different:
        rerender(mentioning=instance)
        for article in Article.objects.untrashed().about(instance):
            related.refresh(article)


def image_saved(sender, instance, **kwargs):
    """A new focal point, file, alt text or credit changes what the texts that show the picture say."""
    if instance.looks_different:
        rerender(mentioning=instance)


def credit_changed(sender, instance, raw=False, **kwargs):
    """Who worked on a film decides what is related to the essays about it."""
    if not raw:
        for article in Article.objects.untrashed().about(instance.film):
            related.refresh(article)


def faq_saved(sender, instance, raw=False, **kwargs):
    """An answer counts in the reading time of every article it stands in."""
    if not raw:
        publishing.note_mentions(instance)
        for article in instance.articles.all():
            renew(article)


def author_saved(sender, instance, raw=False, **kwargs):
    if not raw:
        publishing.note_mentions(instance)


def article_saved(sender, instance, raw=False, **kwargs):
    """With its title, address or visibility the links that lead to it change."""
    if not raw and instance.looks_different:
        rerender(mentioning=instance, but=instance)


def article_leaving(sender, instance, **kwargs):
    """Its mentions go with it: remember whose texts link to it."""
    instance.linked_by = list(
        Article.objects.filter(mentions__target_article=instance).exclude(pk=instance.pk).distinct()
    )
    instance.answered_by = list(FAQ.objects.filter(mentions__target_article=instance).distinct())


def article_gone(sender, instance, **kwargs):
    for row in [*instance.linked_by, *instance.answered_by]:
        renew(row)


def tag_leaving(sender, instance, **kwargs):
    instance.tagged = list(Article.objects.untrashed().filter(tags=instance))


def tag_gone(sender, instance, **kwargs):
    """A deleted tag is no reason any more."""
    for article in instance.tagged:
        related.refresh(article)


def tag_saved(sender, instance, created, raw=False, **kwargs):
    """A renamed tag changes the reasons that name it."""
    if not raw and not created:
        for article in Article.objects.untrashed().filter(tags=instance):
            related.refresh(article)


def connect():
    """Connect the receivers; called once, when the applications are ready."""
    for model in (Film, Theme, Person):
        pre_save.connect(named_changing, sender=model)
        post_save.connect(catalogue_saved, sender=model)
    pre_save.connect(named_changing, sender=Image)
    post_save.connect(image_saved, sender=Image)
    post_save.connect(credit_changed, sender=Credit)
    post_delete.connect(credit_changed, sender=Credit)
    post_save.connect(faq_saved, sender=FAQ)
    post_save.connect(author_saved, sender=Author)
    pre_save.connect(named_changing, sender=Article)
    post_save.connect(article_saved, sender=Article)
    pre_delete.connect(article_leaving, sender=Article)
    post_delete.connect(article_gone, sender=Article)
    post_save.connect(tag_saved, sender=Tag)
    pre_delete.connect(tag_leaving, sender=Tag)
    post_delete.connect(tag_gone, sender=Tag)
