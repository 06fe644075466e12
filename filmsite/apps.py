from django.apps import AppConfig


class FilmsiteConfig(AppConfig):
    """The top floor: pages, commands, and the admin pieces that mix floors."""

    name = "filmsite"
    verbose_name = "Double Bill"
