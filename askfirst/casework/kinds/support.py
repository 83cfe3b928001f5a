"""Support for a colleague whom something hurt: what is offered, and that nothing ends before it was, or somebody says why not. Pure.

Somebody asks how they are, and offers cover; their union and Education Support can help. They may say no to any of it.
Source: workflows.md 3.13 and 3.14; glossary. The gate is our default.
"""

from collections.abc import Callable, Collection, Mapping

from askfirst.casework.fields import BadField, Choice, Field
from askfirst.casework.workflow import File, Need
from askfirst.words import say

__all__ = ["COLLEAGUE", "OFFERED", "SUPPORT", "checked", "first", "unsupported"]

SUPPORT, COLLEAGUE = "support", "hurts-colleague"
"""The step that records it; the mark in the clear that whom it hurt works here, by their own seat."""
NOT_NEEDED, REASON = "not-needed", "reason"
THINGS = tuple(
    Field(
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
    for id, says, hint in (
        ("check_in", say("Somebody asked how they are"), say("In person, and more than once.")),
        ("cover", say("Cover, or less to do"), say("Such as a lesson taken by somebody else.")),
        ("union", say("Told that their union can help"), None),
        ("education_support", say("Told of Education Support"), say("Free, in private, by phone at any hour.")),
    )
)
WHY_NOT = Field(
    REASON,
    say("If something does not come in, why?"),
    say("Give the reason."),
    hint=say("Leave it empty where all of it was offered."),
    needed=False,
    lines=3,
)
OFFERED = (*THINGS, WHY_NOT)
"""What is filled in: each thing, and why one of them does not come in."""


def checked(words: Mapping[str, object]) -> None:
    """Raises BadField where something was not offered and nobody says why."""
    if any(words.get(field.id) == NOT_NEEDED for field in THINGS) and not words.get(REASON):
        raise BadField(REASON, say("Say why something does not come in."))


def unsupported(file: File) -> Collection[str]:
    """That support for a colleague whom it hurt was recorded."""
    return (SUPPORT,) if file.of(COLLEAGUE) and not file.of(SUPPORT) else ()


def first(missing: Callable[[File], Collection[str]] = unsupported) -> Need:
    """The gate of a step that ends it, or after which nothing is left but to end it."""
    return Need(
        "support-first",
        "CON-10",
        missing,
        lambda missing, who: say("First the support for whom it hurt is recorded. They may say no to it."),
    )
