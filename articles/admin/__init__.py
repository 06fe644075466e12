"""How articles, FAQs and authors are edited: one module per form, and one per thing the article's form can do."""

from articles.admin import article, author, faq

__all__ = ["article", "author", "faq"]
