"""The API as somebody of the cast uses it: `api_of("harrow")` sends what a signed-in browser would, CSRF token and all."""

import json
from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.cast import cast, who

__all__ = ["cast"]


@pytest.fixture(autouse=True)
def records(db):
    """Whatever shows a clause asks which edition is in force."""


class Api:
    """One person's session. Nothing is kept between answers but the cookies."""

    def __init__(self, username):
        self.client = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
        self.client.get("/sign-in/")
        token = self.client.cookies["csrftoken"].value
        form = urlencode({"person": username, "csrfmiddlewaretoken": token})
        answer = self.client.post("/sign-in/", form, content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 302, "%s could not sign in" % username

    @property
    def token(self):
        return self.client.cookies["csrftoken"].value

    def get(self, path, **query):
        return self.client.get("/api/v1" + path, query)

    def post(self, path, body=None, *, key=None, content_type="application/json", token=True):
        raw = body if isinstance(body, (bytes, str)) else json.dumps(body if body is not None else {})
        headers = {"X-CSRFToken": self.token} if token else {}
        if key is not None:
            headers["Idempotency-Key"] = key
        return self.client.post("/api/v1" + path, raw, content_type=content_type, headers=headers)

    def opens(self, kind, **details):
        """The reference of a new case."""
        answer = self.post("/cases", {"kind": kind, "details": details})
        assert answer.status_code == 201, answer.content
        return answer.json()["ref"]

    def case(self, ref):
        answer = self.get("/cases/%s" % ref)
        assert answer.status_code == 200, answer.content
        return answer.json()

    def takes(self, ref, step, **body):
        return self.post("/cases/%s/steps/%s" % (ref, step), body)

    def may(self, ref, step):
        """The sentences that refuse a step; an empty list means it can be taken."""
        offered = [one for one in self.case(ref)["steps"] if one["id"] == step]
        assert offered, "the step is not offered in this state"
        return [refusal["sentence"] for refusal in offered[0]["refusals"]]

    def sees(self):
        return [line["ref"] for line in self.get("/cases").json()["cases"]]


@pytest.fixture
def api_of(cast, settings):
    return Api


@pytest.fixture
def ref_of():
    return who
