"""The people of the tests: Edith edits, Ada writes, Mona moderates, Ravi reads, Charlie must see nothing."""

import contextlib

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client

from accounts import roles
from accounts.models import User

PASSWORD = "a quiet projector hums"


def pytest_configure(config):
    """A quick hash: a real one costs every signed-in test a good part of a second, as it should cost a thief."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, request):
    """A SQLite test database is a file too, as the live one is: `:memory:` knows no WAL and no second connection."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
        database.setdefault("TEST", {})["NAME"] = str(settings.VAR_DIR / f"test-{worker}.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        call_command("createcachetable", verbosity=0)


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    """Uploads go to a folder of this test alone."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT


def person(email, role=None, **fields):
    user = User.objects.create_user(email, PASSWORD, display_name=email.split("@")[0].title(), **fields)
    if role:
        roles.set_up()  # a test that flushes the database takes the groups of the migration along
        user.groups.add(roles.group(role))
    return user


@pytest.fixture
def edith(db):
    """Edith, an editor."""
    return person("edith@example.org", roles.EDITOR, is_staff=True)


@pytest.fixture
def ada(db):
    """Ada, an author."""
    return person("ada@example.org", roles.AUTHOR, is_staff=True)


@pytest.fixture
def mona(db):
    """Mona, a moderator."""
    return person("mona@example.org", roles.MODERATOR, is_staff=True)


@pytest.fixture
def charlie(db):
    """Charlie, who has a sign-in and no rights at all."""
    return person("charlie@example.org")


@pytest.fixture
def root(db):
    """The operator, who may do everything."""
    return person("root@example.org", is_staff=True, is_superuser=True)


@pytest.fixture
def signed_in():
    """signed_in(user) → a client that carries this user's session."""

    def sign_in(user):
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def ravi():
    """Ravi, who reads: a client without a session."""
    return Client()


@pytest.fixture
def queries():
    """`with queries() as seen:` collects the SQL of a block, transaction statements left out."""

    @contextlib.contextmanager
    def collect():
        seen = []

        def note(execute, sql, params, many, context):
            if not sql.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "ROLLBACK")):
                seen.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(note):
            yield seen

    return collect
