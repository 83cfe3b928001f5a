"""The Django app of this folder."""

from django.apps import AppConfig

__all__ = ["PeopleConfig"]


class PeopleConfig(AppConfig):
    """Its tables are named after the folder."""

    name = "askfirst.people"
    label = "people"
