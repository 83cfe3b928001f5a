"""What every answer says to the browser about itself."""

import pytest
from django.test import Client

SAID = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
ANYWHERE = ("/", "/check/", "/sign-in/", "/is-this-official/", "/api/v1/procedure", "/nothing-is-here/", "/health")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ANYWHERE)
def test_every_answer_keeps_to_itself(path):
    answer = Client().get(path)
    assert {name: answer[name] for name in SAID} == SAID
    assert "default-src 'none'" in answer["Content-Security-Policy"] and "unsafe" not in answer["Content-Security-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ANYWHERE)
def test_a_trusts_own_server_is_reached_over_https_alone(settings, path):
    """The demo speaks http on this machine, and says nothing of it."""
    assert "Strict-Transport-Security" not in Client().get(path)
    settings.PRODUCTION = True
    assert Client().get(path)["Strict-Transport-Security"] == "max-age=31536000"
