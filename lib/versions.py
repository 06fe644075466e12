"""No save over somebody else's: a version number on the row."""

from typing import Any

from django.db import models


class Versioned(models.Model):
    """A row that counts its saves. A form that was opened at another count is out of date (see lib.admin)."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding and kwargs.get("update_fields") is None:
            self.version += 1
        super().save(*args, **kwargs)
