from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People who sign in, and what each role may do."""

    name = "accounts"
    verbose_name = "Accounts"
