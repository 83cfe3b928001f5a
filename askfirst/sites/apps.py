"""The Django app of this folder."""

from django.apps import AppConfig

__all__ = ["SitesConfig"]


class SitesConfig(AppConfig):
    """Its tables are named after the folder."""

    name = "askfirst.sites"
    label = "sites"
