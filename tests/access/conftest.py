"""Everybody of the cast at the door, and a clock that the walk sets."""

import shutil

import pytest

from tests.cast import cast

__all__ = ["cast"]


@pytest.fixture(autouse=True)
def plain_static(settings):
    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


@pytest.fixture
def people(cast, settings):
    """The cast; afterwards the clock and the folder of mails are as they were."""
    settings.CLOCK = settings.CLOCK
    outbox = settings.ASKFIRST.data / "outbox"
    shutil.rmtree(outbox, ignore_errors=True)
    yield
    shutil.rmtree(outbox, ignore_errors=True)
