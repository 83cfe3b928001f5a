"""The Django app of this folder."""

from django.apps import AppConfig

__all__ = ["CaseworkConfig"]


class CaseworkConfig(AppConfig):
    """Its tables are named after the folder."""

    name = "askfirst.casework"
    label = "casework"
