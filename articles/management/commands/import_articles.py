from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand

from articles.files.importing import CREATED, FAILED, SKIPPED, UPDATED, Outcome, Run


class Command(BaseCommand):
    """Read articles from files (docs/editors.md has the format); exit code 1 when any of them failed."""

    help = "Reads articles from Markdown files with YAML front matter: one line a file, all or nothing for each."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="A file, or a folder with *.md files.")
        parser.add_argument("--dry-run", action="store_true", help="Report the same and write nothing.")
        parser.add_argument("--overwrite", action="store_true", help="Replace what was changed here since, too.")

    def handle(self, *, paths, dry_run, overwrite, **options):
        found, empty = files_in(paths)
        outcomes = empty + Run(found, overwrite=overwrite, dry_run=dry_run).outcomes()
        for outcome in outcomes:
            self.stdout.write(str(outcome))
        count = Counter(outcome.word for outcome in outcomes)
        told = ", ".join(f"{count[word]} {word}" for word in (CREATED, UPDATED, SKIPPED, FAILED))
        self.stdout.write(f"{told}{'; a dry run, nothing was written' if dry_run else ''}.")
        if count[FAILED]:
            raise SystemExit(1)


def files_in(paths):
    """The files that `paths` mean, each once and in order, and the outcomes of folders that hold none."""
    found: dict = {}
    empty = []
    for path in paths:
        files = sorted(path.glob("*.md")) if path.is_dir() else [path]
        empty += [] if files else [Outcome(FAILED, path, "there is no *.md file in this folder")]
        for file in files:
            found.setdefault(file.resolve(), file)
    return list(found.values()), empty
