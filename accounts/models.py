from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone


def folded_email(email):
    """The one spelling an e-mail address is stored and looked up in: "Edith@Example.ORG " → "edith@example.org"."""
    return (email or "").strip().casefold()


class UserManager(BaseUserManager["User"]):
    """Users by e-mail, whatever its capitals."""

    use_in_migrations = True

    def get_by_natural_key(self, email):
        return self.get(email=folded_email(email))

    def create_user(self, email, password=None, **fields):
        """A user who can sign in with `email`; raises ValueError without one."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=folded_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """A user who may do everything."""
        return self.create_user(email, password, **{**fields, "is_staff": True, "is_superuser": True})


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. The e-mail address is the name to sign in with; there is no other."""

    email = models.EmailField(
        "e-mail address",
        unique=True,
        error_messages={"unique": "Somebody already signs in with this address."},
    )
    display_name = models.CharField(max_length=150, blank=True)
    is_staff = models.BooleanField("may sign in to the admin", default=False)
    is_active = models.BooleanField(
        "active", default=True, help_text="Take the tick away instead of deleting somebody who has left."
    )
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        ordering = ["email"]

    def __str__(self):
        return self.get_full_name()

    def clean(self):
        super().clean()
        self.email = folded_email(self.email)

    def save(self, *args, **kwargs):
        self.email = folded_email(self.email)
        super().save(*args, **kwargs)

    def get_full_name(self):
        """The name that others read: never the e-mail address, which is what somebody signs in with."""
        return self.display_name or f"Staff member {self.pk}"

    def get_short_name(self):
        """The name by which the admin greets this person, and nobody else."""
        return self.display_name or self.email
