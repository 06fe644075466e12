from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.files.exporting import export


class Command(BaseCommand):
    """Write every article that is not in the trash as a file that import_articles reads again."""

    help = "Writes every article (drafts too, the trash not) as a Markdown file into DIR, pictures into DIR/images."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR", help="An empty or a new folder.")
        parser.add_argument("--force", action="store_true", help="Write into a folder that is not empty, too.")

    def handle(self, *, folder, force, **options):
        if folder.exists() and not folder.is_dir():
            raise CommandError(f"{folder} is a file; name a folder.")
        if folder.exists() and any(folder.iterdir()) and not force:
            raise CommandError(f"{folder} is not empty; name another folder, or replace files in it with --force.")
        try:
            count = export(folder)
        except OSError as error:
            raise CommandError(f"{error.strerror or error}: {error.filename or folder}") from error
        self.stdout.write(f"{count} article{'' if count == 1 else 's'} written to {folder}.")
