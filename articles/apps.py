from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Essays that set films side by side."""

    name = "articles"
    verbose_name = "Articles"

    def ready(self):
        from articles import rerender  # connects its receivers

        rerender.connect()
