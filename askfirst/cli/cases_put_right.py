"""`askfirst cases put-right`: putting right what was written in a case, or taking it out, by the same call and rules as the page."""

import click

from askfirst.casework.access import Missing
from askfirst.casework.corrected import FIELDS, PUT_RIGHT, TAKEN_OUT
from askfirst.casework.corrections import correct
from askfirst.casework.fields import BadField
from askfirst.cli.a_person import NOTHING, as_a_person, bad_field, json_fields, tell
from askfirst.cli.main import Cannot
from askfirst.cli.records import here, records, words_from
from askfirst.words import say

__all__ = ["put_right"]


@click.command(name="put-right", help="Put right an entry of the case REF, or take its words out. A new entry says who, when and why.")
@click.argument("ref")
@click.option("--entry", required=True, help="The entry's number: `sequence` in `cases show REF --json`.")
@click.option("--words", "source", required=True, help="A file, or - for standard input: a JSON object with text and reason.")
@click.option("--take-out", is_flag=True, help="Destroy the old words for good. Else they stay beside the new.")
@as_a_person
def put_right(*, ref: str, entry: str, source: str, take_out: bool, username: str, password_stdin: bool) -> int:
    """Exit code 0 when it was written; 2, with one line, when it was not. Then nothing has changed."""
    with records():
        me = here(username, password_stdin=password_stdin)
        words = json_fields(words_from(source))
        if words is None:
            raise Cannot(say("Send the words as a JSON object with text and reason."))
        given = {**words, "entry": entry, "outcome": TAKEN_OUT if take_out else PUT_RIGHT}
        try:
            correct(ref, given=given, by=me.by, at=me.at)
        except Missing:
            raise Cannot(NOTHING) from None
        except BadField as problem:
            raise bad_field(problem, {field.id for field in FIELDS}) from None
    tell(say("A new entry says so now."))
    return 0
