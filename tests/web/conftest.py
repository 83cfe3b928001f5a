"""Pages are asked for as a browser would, with the style sheets under their plain names."""

import pytest
from django.test import Client


@pytest.fixture(autouse=True)
def plain_static(settings):
    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


@pytest.fixture
def browser():
    """A browser that keeps nothing; forms need their token, as from a person."""
    return Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
