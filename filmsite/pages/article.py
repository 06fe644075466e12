from articles.models import Article
from filmsite.pages import page
from filmsite.pages.cards import related
from filmsite.pages.gone import gone
from filmsite.pages.matrix import matrix
from filmsite.pages.moved import moved
from filmsite.seo import absolute, article_data, data_block


def article(request, slug):
    """An essay, live now; one that has expired is gone (410), an outgrown address leads on (301)."""
    live = Article.objects.published()
    row = live.for_page().filter(slug=slug).first()
    if row is not None:
        return show(request, row)
    past = Article.objects.expired()
    expired = past.filter(slug=slug).first()
    return gone(request, expired) if expired else moved(request, live | past, slug)


def show(request, article, preview=False):
    """The page of an article fetched through `Article.objects.for_page()`; `preview`: not for search engines."""
    films = article.in_films
    themes = [row.theme for row in article.article_themes.all()]
    rows = matrix(themes, films, article.takes.all())
    return page(
        request,
        "pages/article.html",
        canonical="" if preview else absolute(article.get_absolute_url()),
        article=article,
        authors=article.by,
        films=films,
        themes=themes,
        matrix=rows,
        faqs=[row.faq for row in article.article_faqs.all()],
        prompts=article.prompts.all(),
        tags=article.tags.all(),
        related=related(article) if article.pk else [],
        contents=contents(article, rows),
        data="" if preview else data_block(article_data(article)),
        share_image=absolute(article.cover.as_picture()["src"]) if article.cover else "",
        preview=preview,
    )


def contents(article, rows):
    """Entries of the table of contents: every heading of the text, then the parts that follow it."""
    parts = [
        ("comparison", "The comparison", rows),
        ("faq", "Questions and answers", article.article_faqs.all()),
        ("discussion", "For discussion", article.prompts.all()),
    ]
    after = [{"level": 2, "id": ident, "text": text} for ident, text, there in parts if there]
    return [*article.headings, *after]
