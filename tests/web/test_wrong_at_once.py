"""A form that was sent half filled in says all that is missing at once, each beside its field, and keeps what was typed."""

import pytest

from askfirst.casework.fields import BadField, Field, read
from askfirst.words import say
from tests.web.pages import page_of, send

pytestmark = pytest.mark.django_db

NAME = Field("name", say("Name"), say("Give the name."), lines=1)
WHEN = Field("when", say("When"), say("Say when."))
OTHER = Field("other", say("Or"), say("Or this."), instead="when", lines=1)
DEEPER = Field("deeper", say("Deeper"), say("Say more."), where={"name": ("Kit",)})


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({}, ["name", "when", "other"]),
        ({"name": "K" * 201}, ["name", "when", "other"]),
        ({"name": "Kit"}, ["when", "other", "deeper"]),
        ({"when": "\0"}, ["name", "when"]),
    ],
)
def test_all_that_is_wrong_is_told_in_the_order_of_the_form(given, wrong):
    with pytest.raises(BadField) as told:
        read((NAME, WHEN, OTHER, DEEPER), given)
    assert [one.field for one in told.value.each] == wrong
    assert [told.value.at(one.field) for one in told.value.each] == [one.sentence for one in told.value.each]
    assert told.value.at("deepest") is None


@pytest.mark.parametrize(
    ("who", "path", "given", "typed", "fields"),
    [
        (
            None,
            "/concern/?as=student",
            {"what": "It was unkind."},
            "It was unkind.",
            ["danger", "where", "when", "about", "hurt", "school"],
        ),
        ("kit", "/ask/", {"draft": "A day in July."}, "A day in July.", ["text", "to"]),
        ("harrow", "/press/", {"reporter-outlet": "The Hexley Courier"}, "The Hexley Courier", ["answered", "asked"]),
    ],
)
def test_an_empty_form_is_told_once_what_it_lacks(browser, signed_in, who, path, given, typed, fields):
    answer = send(signed_in(who) if who else browser, path, given)
    page = page_of(answer)
    led = [link.attrs["href"].removeprefix("#") for link in page.one(cls="govuk-error-summary").all(tag="a")]
    assert (answer.status_code, len(led), typed in answer.content.decode()) == (400, len(fields), True)
    assert [page.one(id=one).attrs["name"] for one in led] == fields
