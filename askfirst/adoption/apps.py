"""The Django app of this folder."""

from django.apps import AppConfig

__all__ = ["AdoptionConfig"]


class AdoptionConfig(AppConfig):
    """Its tables are named after the folder."""

    name = "askfirst.adoption"
    label = "adoption"
