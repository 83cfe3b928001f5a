"""The columns of the file, and how a seat is written in it; pure."""

from dataclasses import dataclass

from askfirst.people import hats
from askfirst.people.hats import Capacity, Seat
from askfirst.words import Sentence, say

__all__ = ["BY_HEADING", "COLUMNS", "CONTACTS", "KINDS", "READS_NO_CASE", "BadSeat", "Column", "opens_cases", "seat_of"]

CONTACTS = frozenset({Capacity.PARENT.value, Capacity.OUTSIDE.value})
KINDS = {kind.value for kind in Capacity}
YEARS = range(14)  # Reception is 0
READS_NO_CASE = frozenset({"union"})  # ruling 18


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what stands in it, and an example of a cell."""

    heading: str
    says: Sentence
    example: str
    needed: bool = False


COLUMNS: tuple[Column, ...] = (
    Column(
        "id", say("The number or name your own system knows the person by. It never changes. One id is one person."), "T0412", needed=True
    ),
    Column("username", say("What they sign in with. Empty: their id in small letters."), "m.harrow"),
    Column("name", say("Title, first and last name."), "Ms Mei-Lin Harrow", needed=True),
    Column("short", say("How pages name them. Empty: title and last name, or the first name."), "Ms Harrow"),
    Column("kind", say("One of: staff, student, trustee, parent, outside."), "staff", needed=True),
    Column("school", say("The school’s id. Empty for the central team and trustees."), "northgate"),
    Column("job title", say("What they do."), "Teacher of history"),
    Column("email", say("Their work mail."), "m.harrow@northgate.example"),
    Column("born", say("Day of birth."), "2012-03-14"),
    Column("year", say("A student’s year; Reception is 0."), "9"),
    Column("class", say("A student’s class."), "9S"),
    Column("tutor of", say("Classes they are tutor of, with semicolons between."), "9S; 9T"),
    Column("line manager id", say("The id of their line manager in this post."), "T0007"),
    Column(
        "seats",
        say(
            "Duties, with semicolons between. For the Trust: {trust}. At the row’s school: {school}, or year-lead:9. "
            "Another school is named after a colon, as in head:hill-school or year-lead:hill-school:9.",
            trust="trust-lead, chair, vice-chair, dpo, deputy-dpo, data-trustee, hr, comms, governance, it, dsl-trust",
            school="head, deputy-head, alternate-pastoral, dsl, deputy-dsl, office, union",
        ),
        "deputy-dsl; year-lead:9",
    ),
    Column("starts", say("The first day. Counts when they join; empty means today."), "2026-09-01"),
    Column("ends", say("The last day. Empty: until further notice."), "2027-07-21"),
    Column("share", say("Share of full time in this post, from 0.01 to 1. Empty: 1 for a new post, else as it was."), "0.6"),
    Column("contact of", say("For a parent, carer or social worker: the ids of the students, with semicolons between."), "S2041; S2042"),
)
BY_HEADING = {column.heading: column for column in COLUMNS}

OF_THE_TRUST = frozenset(
    {
        hats.TRUST_LEAD, hats.CHAIR, hats.VICE_CHAIR, hats.DPO, hats.DEPUTY_DPO, hats.DATA_TRUSTEE,
        hats.HR, hats.COMMS, hats.GOVERNANCE, hats.IT, hats.DSL_TRUST,
    }
)  # fmt: skip
OF_A_SCHOOL = {
    "head": hats.head,
    "deputy-head": hats.deputy_head,
    "alternate-pastoral": hats.alternate_pastoral,
    "dsl": hats.dsl,
    "deputy-dsl": hats.deputy_dsl,
    "office": hats.office,
    "union": hats.union,
}


class BadSeat(ValueError):
    """A seat written in no way we know. `sentence` is for the person."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


def seat_of(text: str, school: str) -> Seat:
    """The seat a cell names, at the row's school where it names none. Raises BadSeat."""
    if text in OF_THE_TRUST:
        return text
    name, *about = text.split(":")
    if name == "year-lead" and about:
        where, year = (about[0], about[1]) if len(about) == 2 else (school, about[0])
        if where and len(about) <= 2 and year.isascii() and year.isdigit() and int(year) in YEARS:
            return hats.year_lead(where, int(year))
    elif name in OF_A_SCHOOL and len(about) <= 1:
        where = about[0] if about else school
        if where:
            return OF_A_SCHOOL[name](where)
        raise BadSeat(say("“{seat}” is at a school, and this row has none. Write it like head:hill-school.", seat=text))
    raise BadSeat(say("We do not know the seat “{seat}”. Choose one from the list in the guide.", seat=text))


def opens_cases(seat: Seat) -> bool:
    """Whether who gains the seat may read what others asked, or confirm who may: that takes two people."""
    return hats.role(seat) not in READS_NO_CASE
