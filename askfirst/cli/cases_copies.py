"""`askfirst cases pack` and `askfirst cases copy`: what may be handed on of a case, and the copy of somebody's data. As the pages do."""

import click

from askfirst.casework.access import Missing
from askfirst.casework.gates import Refused
from askfirst.cli.a_person import NOTHING, as_a_person, give, not_now
from askfirst.cli.main import Cannot
from askfirst.cli.records import here, records
from askfirst.records.packs import pack_of
from askfirst.records.subject_access import copy_of

__all__ = ["copy", "pack"]


@click.command(name="pack", help="The evidence pack of REF, a request to take something down or a page that is not ours, as JSON.")
@click.argument("ref")
@as_a_person
def pack(*, ref: str, username: str, password_stdin: bool) -> int:
    """Exit code 0; 2 for whoever may make none. That it was made is written into the trail of the case."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            give(pack_of(ref, by=me.by, at=me.at))
        except Missing:
            raise Cannot(NOTHING) from None
    return 0


@click.command(name="copy", help="The copy of somebody’s data for their request REF, as JSON. Only whoever is to answer it can make one.")
@click.argument("ref")
@as_a_person
def copy(*, ref: str, username: str, password_stdin: bool) -> int:
    """Exit code 0. That it was made is written into the trail; it is refused while somebody else’s name stands in it undecided."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            give(copy_of(ref, by=me.by, at=me.at))
        except Missing:
            raise Cannot(NOTHING) from None
        except Refused as refused:
            raise not_now(refused) from None
    return 0
