"""The Django app of this folder."""

from django.apps import AppConfig

__all__ = ["RecordsConfig"]


class RecordsConfig(AppConfig):
    """Its tables are named after the folder."""

    name = "askfirst.records"
    label = "records"
