from django.apps import AppConfig


class ImagesConfig(AppConfig):
    """Pictures with alt text, credit and renditions."""

    name = "images"
    verbose_name = "Images"
