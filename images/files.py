"""Pictures in the storage: put there once, taken away when no row names them any more."""

from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction


def store(name, content):
    """Put `content` under `name`; what a broken run left there in part is replaced."""
    if default_storage.exists(name):
        if default_storage.size(name) == len(content):
            return
        default_storage.delete(name)
    default_storage.save(name, ContentFile(content))


def read(name):
    """The bytes under `name`. Raises OSError when there are none."""
    with default_storage.open(name) as file:
        return file.read()


def remove_after_commit(image_class, key, names):
    """Take the files of `key` away once this transaction stands, unless a row still uses them."""
    transaction.on_commit(partial(remove_unused, image_class, key, names))


def remove_unused(image_class, key, names):
    if not image_class.objects.filter(key=key).exists():
        for name in names:
            default_storage.delete(name)
