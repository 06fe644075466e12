"""Loaded by pytest before Django's settings (`-p tests.environment`): a site of its own for this run."""

import os
import shutil
import tempfile
from pathlib import Path

if "PYTEST_XDIST_WORKER" not in os.environ:  # the workers inherit what the first process sets
    VAR_DIR = Path(tempfile.mkdtemp(prefix="double-bill-test-"))
    os.environ |= {
        "SECRET_KEY": "for tests only",
        "ALLOWED_HOSTS": "testserver,127.0.0.1,localhost",
        "SITE_URL": "https://doublebill.example",
        "HTTPS_ONLY": "off",
        "VAR_DIR": str(VAR_DIR),
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright's sync API runs an event loop in the test's thread
    }
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
    for elsewhere in ("MEDIA_ROOT", "STATIC_ROOT", "TIME_ZONE", "EMAIL_URL", "DEBUG", "PROXY_HEADER"):
        os.environ.pop(elsewhere, None)


def pytest_configure(config):
    config.addinivalue_line("markers", "browser: drives a real Chromium")


def pytest_sessionstart(session):
    """Collect static files under their hashed names, as a live site has them."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        from django.core.management import call_command

        call_command("collectstatic", interactive=False, verbosity=0)


def pytest_unconfigure(config):
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(VAR_DIR, ignore_errors=True)
