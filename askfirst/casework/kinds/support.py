"""Support for whom something hurt: what is offered, and that nothing ends before it was, or somebody says why not. Pure.

Somebody asks how they are. A colleague is offered cover, and hears of their union and Education Support; a student hears which adult they
can talk to, and of Childline. They may say no to any of it. Source: workflows.md 3.13 and 3.14; glossary. The gate is our default.
"""

from collections.abc import Callable, Collection, Mapping

from askfirst.casework.fields import BadField, Choice, Field
from askfirst.casework.workflow import File, Need
from askfirst.words import Sentence, say

__all__ = ["COLLEAGUE", "FOR_STUDENT", "HELPS", "OFFERED", "PUPIL", "SUPPORT", "checked", "first", "unsupported"]

SUPPORT, FOR_STUDENT = "support", "support-student"
"""The steps that record it, for a colleague and for a student."""
COLLEAGUE, PUPIL = "hurts-colleague", "hurts-student"
"""The marks in the clear that whom it hurt works or learns here, by their own seat."""
HELPS: Mapping[str, str] = {SUPPORT: COLLEAGUE, FOR_STUDENT: PUPIL}
NOT_NEEDED, REASON = "not-needed", "reason"


def _thing(id: str, says: Sentence, hint: Sentence | None = None) -> Field:
    return Field(
        id,
        says,
        say("Say if it was done, or if they did not want it."),
        hint=hint,
        choices=(
            Choice("done", say("Done")),
            Choice("declined", say("They did not want it")),
            Choice(NOT_NEEDED, say("Does not come in")),
        ),
        lines=1,
    )


CHECK_IN = _thing("check_in", say("Somebody asked how they are"), say("In person, and more than once."))
WHY_NOT = Field(
    REASON,
    say("If something does not come in, why?"),
    say("Give the reason."),
    hint=say("Leave it empty where all of it was offered."),
    needed=False,
    lines=3,
)
OFFERED: Mapping[str, tuple[Field, ...]] = {
    SUPPORT: (
        CHECK_IN,
        _thing("cover", say("Cover, or less to do"), say("Such as a lesson taken by somebody else.")),
        _thing("union", say("Told that their union can help")),
        _thing("education_support", say("Told of Education Support"), say("Free, in private, by phone at any hour.")),
        WHY_NOT,
    ),
    FOR_STUDENT: (
        CHECK_IN,
        _thing("apart", say("Something was changed in school"), say("Such as another seat, or a friend beside them.")),
        _thing("adult", say("Told which adult at school they can talk to"), say("They choose whom.")),
        _thing("childline", say("Told of Childline"), say("Free, in private, by phone or online at any hour.")),
        WHY_NOT,
    ),
}
"""By step, what is filled in: each thing, and why one of them does not come in."""


def checked(step: str, words: Mapping[str, object]) -> None:
    """Raises BadField where something was not offered and nobody says why."""
    if any(words.get(field.id) == NOT_NEEDED for field in OFFERED[step]) and not words.get(REASON):
        raise BadField(REASON, say("Say why something does not come in."))


def unsupported(file: File) -> Collection[str]:
    """That support for a colleague or a student whom it hurt was recorded."""
    return tuple(step for step, mark in HELPS.items() if file.of(mark) and not file.of(step))


def first(missing: Callable[[File], Collection[str]] = unsupported) -> Need:
    """The gate of a step that ends it, or after which nothing is left but to end it."""
    return Need(
        "support-first",
        "CON-10",
        missing,
        lambda missing, who: say("First the support for whom it hurt is recorded. They may say no to it."),
    )
