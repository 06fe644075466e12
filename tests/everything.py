"""make test: every check of this project, one after the other, whatever the ones before found; then a summary.

ONLY=python in the environment leaves out the browser, lint and types; REQUIRE_BROWSER=1 makes a missing Chromium a
failure; DATABASE_URL names the database (a SQLite file when unset).
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ONLY_PYTHON = os.environ.get("ONLY") == "python"
ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
CHROMIUM = Path("/usr/bin/chromium")
WITH_BROWSER = not ONLY_PYTHON and CHROMIUM.exists()
PYTHON = [sys.executable, "-m"]


def parts():
    """(name, command) of every check that this run makes."""
    browser = [] if WITH_BROWSER else ["-m", "not browser"]
    yield "tests", [*PYTHON, "pytest", "-q", "-n", "auto", "--dist", "worksteal", *browser]
    yield "missing migrations", [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"]
    yield "floors", [str(Path(sys.prefix, "bin", "lint-imports")), "--no-logo"]
    if not ONLY_PYTHON:
        yield "style", [*PYTHON, "ruff", "check", "."]
        yield "format", [*PYTHON, "ruff", "format", "--check", "."]
        yield "types", [*PYTHON, "mypy", "filmsite", "articles", "films", "images", "accounts", "lib"]
        yield "templates", [*PYTHON, "djlint", "templates", "--lint", "--quiet"]


def missing():
    """What this run could not do on this machine and how to get it, one line each."""
    if ONLY_PYTHON:
        yield "Not run, as asked for (ONLY=python): browser tests, style, format, types, templates."
    elif not WITH_BROWSER:
        yield f"Not run: browser tests, as {CHROMIUM} is not there. To get it: apt-get install chromium"
    if not ON_POSTGRESQL:
        yield (
            "Not run: the same tests on PostgreSQL. To run them: apt-get install postgresql, make a role that may "
            "create databases, then: make test ONLY=python DATABASE_URL=postgres://role:password@127.0.0.1:5432/postgres"
        )


def environment(folder):
    """What settings.py asks for, for the checks that are not pytest (which has tests/environment.py)."""
    needed = {"SECRET_KEY": "for checks only", "ALLOWED_HOSTS": "127.0.0.1", "SITE_URL": "http://127.0.0.1"}
    return {**os.environ, **needed, "VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "filmsite.settings"}


def run(name, command, folder):
    """True when this check finds nothing to complain about."""
    print(f"\n=== {name}: {' '.join(command[1:])}", flush=True)
    return subprocess.run(command, env=environment(folder), check=False).returncode == 0


def main():
    with tempfile.TemporaryDirectory(prefix="double-bill-checks-") as folder:
        results = {name: run(name, command, folder) for name, command in parts()}
    if os.environ.get("REQUIRE_BROWSER") == "1" and not ONLY_PYTHON:
        results["Chromium"] = WITH_BROWSER
    failed = [name for name, well in results.items() if not well]
    print("\n=== summary")
    for name, well in results.items():
        print(f"{'passed' if well else 'FAILED'}  {name}")
    for line in missing():
        print(line)
    where = f"Python {sys.version.split()[0]}, {'PostgreSQL' if ON_POSTGRESQL else 'SQLite'}"
    print(f"make test: {'FAILED: ' + ', '.join(failed) if failed else 'everything that was run passed'} ({where})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
