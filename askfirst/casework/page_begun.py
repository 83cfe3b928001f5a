"""A page that a file of official pages brings in: begun for whoever keeps it, with its list filled in, and made official by nobody yet.

What holds for a page begun by hand holds here: its keeper looks it over and sends it, and the talk, the looks and the Headteacher come
after (HYB-1, HYB-4). A page that stands already is not begun a second time, however its address is spelled. Source: HYB-1, HYB-2, HYB-4.
"""

from collections.abc import Mapping
from datetime import date, datetime

from askfirst.casework import access, steps
from askfirst.casework.fields import BadField, Field
from askfirst.casework.filed import file_of
from askfirst.casework.kinds.page import ARCHIVED, AT, NOT_IN_ORDER, PAGE, WITHDRAWN
from askfirst.casework.kinds.page_words import ADDRESS, KEEPS
from askfirst.casework.models import CaseStep
from askfirst.casework.openings.page import FILLED, for_another
from askfirst.casework.page_listing import IS_NOT
from askfirst.people.hats import Standing
from askfirst.sites import register
from askfirst.sites.addresses import BadAddress
from askfirst.words import Sentence, say

__all__ = ["BY_COLUMN", "MIXED", "MOST_NEW", "begin", "column_of", "looked_over"]

MOST_NEW = 100
"""New pages of one file: each is a case, and a request has five seconds."""
MIXED = say("This page is mixed, and nothing mixed is official (HYB-2). Its keeper makes a plan first: split, rename or close.")
BY_COLUMN: Mapping[str, Field] = {
    {"second": "second owner"}.get(field.id, field.id): field
    for field in (*PAGE.opening, KEEPS, *(one for fields in FILLED.values() for one in fields))
}
"""What a new page is asked, by heading."""
LATER = ("role", "status", "last checked", "review")
"""What nobody fills in for a new page."""
NO_ADDRESS = say("Give its address: by that we know the page. One without an address is begun by hand.")
NOT_YET = say("Leave this empty for a new page. It fills itself in once the page is official.")
NOBODY_YET = say("A file makes no page official (HYB-1). Leave this empty: the Headteacher decides in the end.")
ON_OUR_LIST = say("This page is on our list already. Take the line out.")


def column_of(field: str) -> str:
    """The heading under which a field of a new page stands."""
    return next((column for column, one in BY_COLUMN.items() if one.id == field), field)


def looked_over(held: Mapping[str, str], schools: Mapping[str, str], *, by: Standing, on: date) -> tuple[dict[str, str], list[BadField]]:
    """What one line of the file gives its new page, and each cell of it that is wrong, by heading. Nothing is written.

    `schools`: by id, their names, and "" for the Trust.
    """
    wrong = []
    for column in LATER:
        if said := held.get(column, "").casefold():
            wrong.append(BadField(column, MIXED if "mixed" in said else NOBODY_YET if "official" in said else NOT_YET))
    given = {KEEPS.id: ""}
    for column, field in BY_COLUMN.items():
        try:
            if column == ADDRESS.id:
                _new(held.get(column, ""), by)
            if held.get(column):
                given[field.id] = _chosen(column, field, held[column])
        except BadField as problem:
            wrong.append(problem)
    read_so = for_another(given, on=on)
    wrong += [BadField(column_of(problem.field), problem.sentence) for problem in read_so.wrong]
    works_at = schools[read_so.school]
    if read_so.owner and held.get("school", "") not in ("", works_at):
        wrong.append(BadField("school", say("Whoever keeps it works at {school}. Put that here, or leave it empty.", school=works_at)))
    return given, wrong


def begin(given: Mapping[str, str], *, by: Standing, at: datetime) -> str:
    """Begin a page that was looked over; its reference. Raises BadField, and Refused for whoever may not. In the caller's transaction."""
    return steps.open_case(kind=PAGE.kind, by=by, details=given, at=at)


def _chosen(column: str, field: Field, said: str) -> str:
    """The value of a choice, said by its value or in its words; else what was said, one line where one is asked. Raises BadField."""
    if not field.choices:
        return " ".join(said.split()) if field.lines == 1 else said
    known = {choice.value: str(choice.says).casefold() for choice in field.choices}
    found = next((value for value, words in known.items() if said.casefold() in (value, words)), "")
    if not found:
        raise BadField(column, say("Write one of these: {known}.", known=", ".join(known)))
    return found


def _new(address: str, by: Standing) -> None:
    """Raises BadField for an address that is none, or of a page that stands already as far as this reader may know, or is not ours."""
    if not address:
        raise BadField("address", NO_ADDRESS)
    try:
        page = register.mark_of(address)
    except BadAddress as problem:
        raise BadField("address", problem.sentence) from None
    refs = CaseStep.objects.filter(step=AT, of=page, case__kind=PAGE.kind).values_list("case__ref", flat=True)
    for ref in sorted(set(refs)):
        try:
            case = access.find(ref, by).case
        except access.Missing:
            continue
        mark = file_of(case).last(AT)
        if mark is None or mark.of != page or case.state in (ARCHIVED, WITHDRAWN):
            continue
        raise BadField("address", MIXED if case.state in NOT_IN_ORDER else _there(ref))
    known = register.known_as(page, but="")
    if register.Answer.NOT_OURS in known:
        raise BadField("address", IS_NOT)
    if register.Answer.OFFICIAL in known:
        raise BadField("address", ON_OUR_LIST)


def _there(ref: str) -> Sentence:
    return say("We have this page already. Write {ref} under “reference”, or take the line out.", ref=ref)
