import tempfile
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse
from django.views.decorators.http import require_safe


@require_safe
def health(request):
    """200 when this site can read its database, has every migration and can store uploads; else 503 saying what fails.

    Names no path, no version and no error text: anybody may ask.
    """
    found = {"database": database_answers()}
    found["migrations"] = found["database"] and nothing_to_migrate()
    found["media"] = media_is_writable()
    words = {part: "ok" if well else "failed" for part, well in found.items()}
    return JsonResponse(words, status=200 if all(found.values()) else 503, headers={"Cache-Control": "no-store"})


def database_answers():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return cursor.fetchone() == (1,)
    except Error:
        return False


def nothing_to_migrate():
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error:
        return False


def media_is_writable():
    """Writes a file instead of asking for rights: a full or read-only disk says yes to the question."""
    folder = Path(settings.MEDIA_ROOT)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"health")
            file.flush()
    except OSError:
        return False
    return True
