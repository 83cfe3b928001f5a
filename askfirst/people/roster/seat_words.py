"""A seat as people call it: whoever leads the trust by the title that the trust has set; pure."""

from collections.abc import Mapping

from askfirst.people import hats
from askfirst.people.hats import Seat
from askfirst.words import Sentence, say

__all__ = ["ROLES", "seat_words"]

ROLES = {
    "chair": say("Chair of Trustees"),
    "vice-chair": say("Vice-chair of Trustees"),
    "dpo": say("Data Protection Officer"),
    "deputy-dpo": say("Deputy Data Protection Officer"),
    "data-trustee": say("Trustee for data protection"),
    "hr": say("HR"),
    "comms": say("Communications"),
    "governance": say("Governance professional"),
    "it": say("IT manager"),
    "dsl-trust": say("Safeguarding lead of the Trust"),
    "head": say("Headteacher"),
    "deputy-head": say("Deputy head"),
    "alternate-pastoral": say("Stands in for a Head of Year"),
    "dsl": say("Safeguarding lead"),
    "deputy-dsl": say("Deputy safeguarding lead"),
    "office": say("School office"),
    "union": say("Union representative"),
}


def seat_words(seat: Seat, schools: Mapping[str, str], *, lead: str) -> Sentence:
    """With the school's name; a seat of the Trust has none. `lead`: a title. KeyError for a seat that is tied to a person."""
    if seat == hats.TRUST_LEAD:
        return say("{title}", title=lead)
    role, about = hats.role(seat), hats.subjects(seat)
    where = schools.get(about[0], about[0]) if about else ""
    if role == "tutor":
        return say("Tutor of {class_name}, {school}", class_name=about[1], school=where)
    if role == "year-lead":
        year = say("Reception") if about[1] == "0" else say("Year {year}", year=about[1])
        return say("Leads {year}, {school}", year=year, school=where)
    return say("{role}, {school}", role=ROLES[role], school=where) if where else ROLES[role]
