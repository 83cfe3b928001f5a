"""The Django app of this folder."""

from django.apps import AppConfig

__all__ = ["VaultConfig"]


class VaultConfig(AppConfig):
    """Its tables are named after the folder."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "askfirst.vault"
    label = "vault"
