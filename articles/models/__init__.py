"""What an article is, one module per thing; everybody else imports from here."""

from articles.models.article import Article
from articles.models.authors import Author, OldSlug
from articles.models.faqs import FAQ
from articles.models.mentions import Mention, Related
from articles.models.parts import ArticleFAQ, ArticleFilm, ArticleTheme, Byline, Prompt, Take

__all__ = [
    "FAQ", "Article", "ArticleFAQ", "ArticleFilm", "ArticleTheme", "Author", "Byline", "Mention", "OldSlug", "Prompt",
    "Related", "Take",
]  # fmt: skip
