import io

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

HERE = "http://127.0.0.1:8000"  # on a site that others reach there is no demo


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo, loaded once for a module, as that takes seconds: (folder of its pictures, what the command said)."""
    media, said = tmp_path_factory.mktemp("demo-media"), io.StringIO()
    at_home = override_settings(MEDIA_ROOT=media, SITE_URL=HERE)
    with django_db_blocker.unblock(), at_home, transaction.atomic():
        call_command("demo", stdout=said)
        yield media, said.getvalue()
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db, media, settings):
    """A site with the demo in it; what a test changes there is undone. Gives what the command said."""
    settings.MEDIA_ROOT, said = loaded
    settings.SITE_URL = HERE
    return said
