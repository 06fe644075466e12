from django.apps import AppConfig
from django.db.models.signals import post_delete


def take_files_along(sender, instance, **kwargs):
    """A deleted image leaves no files behind. A signal: the admin deletes many rows at once, without delete()."""
    instance.remove_files()


class ImagesConfig(AppConfig):
    """Pictures with alt text, credit and renditions."""

    name = "images"
    verbose_name = "Images"

    def ready(self):
        post_delete.connect(take_files_along, sender=self.get_model("Image"), dispatch_uid="images")
