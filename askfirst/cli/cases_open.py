"""`askfirst cases open KIND`: what the forms of the pages open, by the same call and with the same refusals."""

from collections.abc import Mapping

import click

from askfirst.casework import access, steps
from askfirst.casework.access import Missing
from askfirst.casework.as_json import case_json
from askfirst.casework.fields import BadField, Field
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.gates import Refused
from askfirst.casework.openings.table import BY_HAND
from askfirst.casework.reading import open_file
from askfirst.cli.a_person import as_a_person, bad_field, give, json_fields, not_now, tell
from askfirst.cli.main import Cannot
from askfirst.cli.records import here, records, words_from
from askfirst.words import say

__all__ = ["open_a_case"]

ASKED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "question": ("text", ("to", "clause", "post", "event")),
    "press": ("asked", ("schools", "unsure_which", "about_no_school", "about_a_post", "answered_already", "deadline", "whose")),
}
"""Of the two kinds that have no list of fields: the field of its words, and those that are choices."""


@click.command(
    name="open", help="Open a case of the kind KIND, as its page does. Words come from a file or standard input, never from an argument."
)
@click.argument("kind")
@click.option("--words", "source", help="A file with your words, or - for standard input: plain text, or all fields as a JSON object.")
@click.option("--set", "pairs", multiple=True, metavar="FIELD=VALUE", help="A choice, a tick or a day, such as to=line-manager. No words.")
@click.option("--json", "as_data", is_flag=True, help="Give the case as JSON.")
@as_a_person
def open_a_case(*, kind: str, source: str | None, pairs: tuple[str, ...], as_data: bool, username: str, password_stdin: bool) -> int:
    """Exit code 0 when it was opened; 2, with every reason, when it was not."""
    if kind not in WORKFLOWS:
        raise Cannot(say("We do not know this kind of case. Choose one of: {known}.", known=", ".join(sorted(BY_HAND))))
    with records():
        me = here(username, password_stdin=password_stdin)
        given = _chosen(kind, pairs) | (_written(kind, words_from(source)) if source is not None else {})
        try:
            ref = steps.open_case(kind=kind, by=me.by, details=given, at=me.at)
        except BadField as problem:
            raise bad_field(problem, _fields(kind)) from None
        except Refused as problem:
            raise not_now(problem) from None
        try:
            access.find(ref, me.by)
        except Missing:  # not theirs to read once it is told
            opened = None
        else:
            opened = open_file(ref, by=me.by, at=me.at)
    if as_data:
        give(case_json(opened) if opened else {"ref": ref})
        return 0
    tell(say("{ref} · {kind}.", ref=ref, kind=WORKFLOWS[kind].says))
    if opened:
        tell(say("It stands at: {state}.", state=opened.workflow.states[opened.case.state]))
    return 0


def _fields(kind: str) -> set[str]:
    words, choices = ASKED.get(kind, ("", ()))
    return {field.id for field in WORKFLOWS[kind].opening} | {words, *choices} - {""}


def _is_choice(field: Field) -> bool:
    """A choice, a tick, a day: nothing that somebody wrote."""
    return bool(field.choices) or field.lines == 0 or field.day is not None


def _chosen(kind: str, pairs: tuple[str, ...]) -> dict[str, object]:
    """Fields given as options; one given again becomes several. Raises Cannot for one that is for words: others can read arguments."""
    choices = {field.id for field in WORKFLOWS[kind].opening if _is_choice(field)} | set(ASKED.get(kind, ("", ()))[1])
    given: dict[str, object] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        if name not in choices:
            raise Cannot(say("Only a choice, a tick or a day can be set so. Send the rest with --words."))
        before = given.get(name)
        given[name] = value if before is None else [*(before if isinstance(before, list) else [before]), value]
    return given


def _written(kind: str, text: str) -> dict[str, object]:
    """Plain text is the words of the kind; what begins with a curly bracket is all of its fields. Raises Cannot."""
    held = json_fields(text)
    if held is not None:
        return held
    long = next((field.id for field in WORKFLOWS[kind].opening if not _is_choice(field) and field.lines > 1), "")
    words = ASKED.get(kind, (long, ()))[0]
    if not words:
        raise Cannot(say("This kind takes no plain words. Send all fields as a JSON object."))
    return {words: text.removesuffix("\n").removesuffix("\r")}
