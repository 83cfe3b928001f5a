"""What somebody asks us to look over, made into a Draft or refused with one clear sentence. Pure; every face comes through here."""

import re
from collections.abc import Mapping
from datetime import date

from askfirst.checks.draft import LONGEST, Audience, Author, Draft, Told, Where
from askfirst.people.calendar import read_date
from askfirst.words import Sentence, say

__all__ = ["AUDIENCES", "AUTHORS", "HALF", "LONGEST", "PLACES", "BadDraft", "choice", "draft_from", "photo_day"]

AUTHORS = tuple(author.value for author in Author)
PLACES = tuple(where.value for where in Where)
AUDIENCES = tuple(audience.value for audience in Audience)

HALF = re.compile("[\ud800-\udfff]")


class BadDraft(ValueError):
    """Why these words could not be looked over: the field it is about, and one sentence."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        super().__init__(field)
        self.field = field
        self.sentence = sentence


def _text(fields: Mapping[str, object]) -> str:
    text = fields.get("text")
    if text is None or text == "":
        raise BadDraft("text", say("There is nothing to check yet. Paste the words you want to post."))
    if not isinstance(text, str):
        raise BadDraft("text", say("The text must be words. Send it as one string."))
    if not text.strip():
        raise BadDraft("text", say("There are only spaces here. Paste the words you want to post."))
    if "\0" in text:
        raise BadDraft("text", say("The text holds an empty mark (NUL) that no site accepts. Take it out and check again."))
    if not text.isascii() and HALF.search(text):
        raise BadDraft("text", say("The text holds half a character. Copy it again from where you wrote it."))
    if len(text) > LONGEST:
        raise BadDraft(
            "text",
            say(
                "The text is too long: it has {length} characters and we look at {limit}. Check it in parts.",
                length=format(len(text), ","),
                limit=format(LONGEST, ","),
            ),
        )
    return text


def choice(fields: Mapping[str, object], field: str, known: tuple[str, ...], default: str | None) -> str:
    """One of the known values. Raises BadDraft."""
    value = fields.get(field) or default
    if value is None:
        raise BadDraft(field, say("Say who is writing: staff or student."))
    if value not in known:
        raise BadDraft(field, say("We do not know this choice for {field}. Choose one of: {known}.", field=field, known=", ".join(known)))
    return str(value)


def photo_day(fields: Mapping[str, object]) -> date | None:
    """The day of a picture, under `photo_taken`. Raises BadDraft."""
    value = fields.get("photo_taken")
    if value is None or value == "":
        return None
    day = read_date(value) if isinstance(value, str) else None
    if day is None:
        raise BadDraft("photo_taken", say("We could not read this day. Write it as in 8/12/2026, or leave it empty."))
    return day


def draft_from(fields: Mapping[str, object], told: Told) -> Draft:
    """`fields` as in the API: text, author, channel (default web-page), audience (default public), profile_names_school,
    photo_taken (the day of a picture that goes with it).

    Raises BadDraft. The text is taken as it is: nothing trimmed, nothing normalised.
    """
    text = _text(fields)
    names_school = fields.get("profile_names_school", False)
    if not isinstance(names_school, bool):
        raise BadDraft("profile_names_school", say("Say true or false for profile_names_school."))
    return Draft(
        text=text,
        author=Author(choice(fields, "author", AUTHORS, None)),
        where=Where(choice(fields, "channel", PLACES, Where.WEB_PAGE)),
        audience=Audience(choice(fields, "audience", AUDIENCES, Audience.PUBLIC)),
        profile_names_school=names_school,
        photo_day=photo_day(fields),
        told=told,
    )
