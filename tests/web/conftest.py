"""Pages are asked for as a browser would, with the style sheets under their plain names."""

import pytest
from django.test import Client

from tests.cast import cast
from tests.clock import at
from tests.web.pages import send

__all__ = ["at", "cast"]


@pytest.fixture(autouse=True)
def records(db):
    """Any page that shows a clause asks which edition is in force."""


@pytest.fixture(autouse=True)
def plain_static(settings):
    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


@pytest.fixture
def browser():
    """A browser that keeps nothing; forms need their token, as from a person."""
    return Client(HTTP_HOST="localhost", enforce_csrf_checks=True)


@pytest.fixture
def signed_in(cast, at):
    """`signed_in("harrow")`: a browser in which this person of the cast has just pressed their name, on the stories' Wednesday."""
    at("2026-11-25 10:00")

    def press(username: str) -> Client:
        one = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
        assert send(one, "/sign-in/", {"person": username}).status_code == 302
        return one

    return press
