from django.core.management.base import BaseCommand

from images.models import Image


class Command(BaseCommand):
    """Makes master and renditions of every image anew: after an upgrade of the recipe, or when files were lost."""

    help = __doc__

    def handle(self, *args, **options):
        failed = 0
        for image in Image.objects.order_by("id").iterator(chunk_size=100):
            failed += not self.remake(image)
        if failed:
            self.stderr.write(f"{failed} could not be made: their uploaded file is missing.")
            raise SystemExit(1)

    def remake(self, image):
        """Make the files of one image; whether that went well."""
        image.key = ""
        try:
            image.save()
        except OSError as error:
            self.stderr.write(f"failed   {image.slug}: {error}")
            return False
        self.stdout.write(f"remade   {image.slug}")
        return True
