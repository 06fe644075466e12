from django.core.management.base import BaseCommand

from articles.rerender import everything


class Command(BaseCommand):
    """Render every text again and rewrite what derives from it. Run after an upgrade of the renderer."""

    help = "Render every text of the site again (after an upgrade of the renderer)."

    def handle(self, *args, **options):
        count = sum(1 for _ in everything())
        self.stdout.write(f"Rendered {count} texts again.")
