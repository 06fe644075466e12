from django.apps import AppConfig


class FilmsConfig(AppConfig):
    """The catalogue that essays stand on."""

    name = "films"
    verbose_name = "Films"
