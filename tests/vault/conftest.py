"""The keys that a server makes when it starts."""

import pytest
from django.conf import settings

from askfirst.trail.keyfile import make_missing


@pytest.fixture(scope="session", autouse=True)
def keys():
    make_missing(settings.ASKFIRST.data / "keys")
