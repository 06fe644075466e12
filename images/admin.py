from django.contrib import admin
from django.contrib.admin.widgets import AdminFileWidget
from django.utils.html import format_html

from images.models import Image
from images.renditions import widths
from lib.admin import VersionedAdmin

ACCEPTED = "image/jpeg,image/png,image/webp,image/avif"


@admin.register(Image)
class ImageAdmin(VersionedAdmin):
    """Pictures: found by what they show, uploaded, described, cropped."""

    list_display = ["thumbnail", "slug", "alt", "credit", "shape", "size", "created"]
    list_display_links = ["thumbnail", "slug"]
    list_filter = ["shape", "decorative", "created"]
    search_fields = ["slug", "alt", "credit"]
    list_per_page = 50
    readonly_fields = ["preview", "size", "names"]
    fieldsets = [
        (None, {"fields": ["file", "slug", "preview"]}),
        ("What it shows", {"fields": ["alt", "decorative", "credit"]}),
        (
            "How it is cropped",
            {
                "fields": ["shape", ("focal_x", "focal_y")],
                "description": "The focal point stays in the picture, as near to its middle as the edges allow. "
                "A new shape or focal point makes new files.",
            },
        ),
        ("Facts", {"fields": ["size", "names"]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        """The name stays once it is given: texts show the picture by it."""
        return [*self.readonly_fields, *(["slug"] if obj else [])]

    def get_fieldsets(self, request, obj=None):
        """There is nothing to preview and nothing to report of a picture that is not there yet."""
        if obj:
            return super().get_fieldsets(request, obj)
        return [(None, {"fields": ["file", "slug"]}), *self.fieldsets[1:-1]]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "file":
            kwargs["widget"] = AdminFileWidget(attrs={"accept": ACCEPTED})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description="picture")
    def thumbnail(self, image):
        return self.drawn(image, 96)

    @admin.display(description="as it is shown")
    def preview(self, image):
        return self.drawn(image, 480)

    @admin.display(description="size")
    def size(self, image):
        return f"{image.width} × {image.height}, widths {', '.join(map(str, widths(image.width)))}"

    @admin.display(description="files")
    def names(self, image):
        return format_html("{} · main colour {}", image.file.name, image.colour)

    @staticmethod
    def drawn(image, wide):
        """The smallest rendition of `image`, shown at most `wide` pixels wide."""
        width = min(wide, image.width)
        return format_html(
            '<img src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
            image.url(widths(image.width)[0]), width, round(image.height * width / image.width), image.alt,
        )  # fmt: skip
