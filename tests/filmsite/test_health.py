"""The operator's monitor asks /health/ every few seconds."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.urls import path

from filmsite.pages.health import health

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]

urlpatterns = [path("health/", health)]


def test_a_well_site_says_so_and_is_asked_anew_every_time(ravi):
    answer = ravi.get("/health/")
    assert answer.status_code == 200
    assert answer.json() == {"database": "ok", "migrations": "ok", "media": "ok"}
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_asking_costs_little(ravi, queries):
    with queries() as seen:
        ravi.get("/health/")
    assert 1 <= len(seen) <= 4


def test_a_migration_that_is_not_applied_is_named(ravi):
    [latest] = MigrationLoader(connection).graph.leaf_nodes("articles")
    MigrationRecorder(connection).record_unapplied(*latest)
    answer = ravi.get("/health/")
    assert answer.status_code == 503
    assert answer.json() == {"database": "ok", "migrations": "failed", "media": "ok"}


def test_a_media_folder_that_cannot_be_written_is_named(ravi, settings, tmp_path):
    (tmp_path / "file").write_text("in the way")
    settings.MEDIA_ROOT = tmp_path / "file" / "media"
    answer = ravi.get("/health/")
    assert answer.status_code == 503
    assert answer.json() == {"database": "ok", "migrations": "ok", "media": "failed"}


def test_a_database_that_does_not_answer_is_named_and_nothing_else_is_said(ravi):
    with connection.execute_wrapper(unplugged):
        answer = ravi.get("/health/")
    assert answer.status_code == 503
    assert answer.json() == {"database": "failed", "migrations": "failed", "media": "ok"}
    assert b"hunter2" not in answer.content


def unplugged(execute, sql, params, many, context):
    raise OperationalError("could not connect with password hunter2")


def test_a_media_folder_that_is_not_there_yet_is_made(ravi, media):
    media.rmdir()
    assert ravi.get("/health/").status_code == 200
    assert list(media.iterdir()) == []


def test_only_reading_is_allowed(ravi):
    assert ravi.post("/health/").status_code == 405


def test_it_answers_over_plain_http_while_pages_move_to_https(ravi, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert ravi.get("/health/").status_code == 200
    assert ravi.get("/anything-else/").status_code == 301
