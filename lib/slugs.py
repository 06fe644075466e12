"""Addresses that live for ever: how a slug is made, and where an outgrown one leads."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction

from lib.text import fold as fold
from lib.text import slug_of as slug_of

MAX_LENGTH = 120
slug_form = RegexValidator(r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z", "Use small letters, digits and single hyphens.")


def first_free(wanted: str, rows: models.QuerySet[Any], column: str = "slug") -> str:
    """The first of `wanted`, `wanted-2`, `wanted-3` … that none of `rows` has in `column`."""
    taken = set(rows.filter(**{f"{column}__startswith": wanted}).values_list(column, flat=True))
    return numbered(wanted, taken)


def numbered(wanted: str, taken: set[str]) -> str:
    """The first of `wanted`, `wanted-2`, `wanted-3` … that is not in `taken` (all in small letters)."""
    names = (f"{wanted}-{n}" if n > 1 else wanted for n in range(1, len(taken) + 2))
    return next(name for name in names if name.casefold() not in taken)


class SlugField(models.CharField):  # type: ignore[type-arg]
    """A unique slug; left empty in a form, it is made when the row is saved."""

    def __init__(self, **options: Any) -> None:
        options = {"max_length": MAX_LENGTH + 20, "unique": True, "blank": True, **options}
        super().__init__(**options)
        if slug_form not in self.validators:
            self.validators.append(slug_form)


class Slugged(models.Model):
    """A row with an address. A changed slug leaves an old one behind, a live slug always wins.

    A concrete class names `old_slugs` (its floor's OldSlug model) and `kind` (the column there that points here), and
    says in `slug_source()` what a slug is made from.
    """

    slug = SlugField(help_text="Made from the title when left empty. A changed slug redirects from the old one.")

    kind: str = ""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = self.free_slug()
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "slug"}
        loaded = getattr(self, "_loaded_slug", None)
        with transaction.atomic():
            if loaded and loaded != self.slug:  # before the save, whose receivers render links to the old address
                self.old_slugs().objects.update_or_create(kind=self.kind, slug=loaded, defaults={self.kind: self})
            super().save(*args, **kwargs)
        self._loaded_slug = self.slug

    def slug_source(self) -> str:
        """The words a slug is made from."""
        raise NotImplementedError

    def free_slug(self) -> str:
        """The first of `wanted`, `wanted-2`, `wanted-3` … that no other row of this class has."""
        return first_free(slug_of(self.slug_source(), self.kind), type(self)._default_manager.exclude(pk=self.pk))

    @classmethod
    def old_slugs(cls) -> type["OldSlug"]:
        """The floor's table of old slugs."""
        raise NotImplementedError

    @classmethod
    def from_db(cls, db: str | None, field_names: Any, values: Any, **how: Any) -> Self:
        row = super().from_db(db, field_names, values, **how)
        row._loaded_slug = row.__dict__.get("slug")
        return row


class OldSlug(models.Model):
    """An address that once was: (kind, slug) → the row that has outgrown it, so chains cannot exist.

    Looked up only when no live row has the slug. A floor's concrete class adds one nullable foreign key per kind.
    """

    kind = models.CharField(max_length=20)
    slug = models.CharField(max_length=MAX_LENGTH + 20)

    class Meta:
        abstract = True
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="%(app_label)s_oldslug_unique")]

    objects: models.Manager[Self]

    def __str__(self) -> str:
        return f"{self.kind}:{self.slug}"

    @classmethod
    def current(cls, kind: str, slugs: Any) -> dict[str, Any]:
        """Old slug → the row it leads to now, for those of `slugs` that are known (one query)."""
        rows = cls.objects.filter(kind=kind, slug__in=list(slugs)).select_related(kind)
        return {row.slug: getattr(row, kind) for row in rows}


def check_slug_is_free(row: Slugged) -> None:
    """Raise ValidationError on `slug` when another live row has it (the database would refuse it less kindly)."""
    if row.slug and type(row)._default_manager.exclude(pk=row.pk).filter(slug=row.slug).exists():
        raise ValidationError({"slug": f"Another {row._meta.verbose_name} already has this address."})
