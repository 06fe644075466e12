"""Forms of people who sign in: by e-mail, whatever its capitals."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import forms as stock

from accounts.models import User, folded_email

WRONG = "E-mail address and password do not belong together, or this sign-in may not enter here."


class SignInForm(AdminAuthenticationForm):
    """The door of the admin. One answer to every failure, so that it does not tell who has a sign-in."""

    username = stock.UsernameField(widget=forms.EmailInput(attrs={"autofocus": True}))
    error_messages = {"invalid_login": WRONG, "inactive": WRONG}


class NewUserForm(stock.BaseUserCreationForm):
    """A new sign-in: address and password, no rights yet."""

    class Meta:
        model = User
        fields = ("email", "display_name")


class UserForm(stock.UserChangeForm):
    """A sign-in: who it is, and what they may do. The password shows as its hash, with a link to set another."""

    class Meta:
        model = User
        fields = ("email", "display_name", "password", "is_active", "is_staff", "groups", "is_superuser")
        widgets = {"groups": forms.CheckboxSelectMultiple}


class PasswordResetForm(stock.PasswordResetForm):
    """Mails a link for a new password. The link begins with SITE_URL: whoever asks chooses the Host header."""

    def get_users(self, email):
        return super().get_users(folded_email(email))

    def save(self, *args: Any, **options: Any) -> None:
        """Send the mail to the active user of the address, if there is one; takes what Django's own form takes."""
        site = {"site_url": settings.SITE_URL, "site_name": settings.SITE_NAME}
        super().save(*args, **{**options, "domain_override": settings.SITE_URL, "extra_email_context": site})
