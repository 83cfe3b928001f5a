"""Every setting of a trust, of its year and of each school: what it is called, what hangs on it, and what it is asked by. Pure.

A setting of weight moves a gate, a deadline or what everybody reads: it takes two people. What a pack says is the default of each.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from askfirst.people.hats import CHAIR, TRUST_LEAD
from askfirst.people.settings.values import BadSetting, Blank, Kind, read_value
from askfirst.procedure.trust import School
from askfirst.words import Sentence, say

__all__ = [
    "DOCUMENTS", "NEW_SCHOOL", "PLAIN", "VALUE", "Setting", "named", "new_school", "of_the_school", "of_the_trust", "of_the_year", "read",
    "school_of",
]  # fmt: skip

NEW_SCHOOL = "school.new"
VALUE = "value"


@dataclass(frozen=True, slots=True)
class Setting:
    """`name` never changes: it is in the trail, in addresses and in the table. `page` is a page that it changes."""

    name: str
    says: Sentence
    hangs: Sentence
    page: str
    blanks: tuple[Blank, ...]
    weight: bool = False
    stays: Sentence | None = None  # why it can only be adopted as it is, where that is so
    light: tuple[str, str] | None = None  # the part and its value with which one person is enough, where the setting has weight

    def takes_two(self, value: Mapping[str, str] | None) -> bool:
        """Whether a second person must agree to this value; None is the pack's own."""
        return self.weight and not (self.light and value is not None and value.get(self.light[0]) == self.light[1])

    @property
    def part(self) -> str:
        """What sort of thing it is of: trust, year, school, reading, ruling, variation."""
        return self.name.partition(".")[0]


def _one(
    name: str,
    says: Sentence,
    hangs: Sentence,
    page: str,
    kind: Kind = Kind.LINE,
    *,
    weight: bool = False,
    hint: Sentence | None = None,
    needed: bool = True,
    longest: int = 200,
    choices: tuple[tuple[str, Sentence], ...] = (),
) -> Setting:
    return Setting(name, says, hangs, page, (Blank(VALUE, says, kind, hint, needed, choices, longest),), weight)


LONG = 4_000
DRAFTS = "/procedure/drafts/"
ONE_A_LINE = say("One to a line.")
APPROVER = "trust.approver_seat"
OF_THE_TRUST: tuple[Setting, ...] = (
    _one("trust.name", say("The Trust’s name"), say("It stands at the head of each page."), "/", weight=True),
    _one(
        "trust.domain",
        say("The Trust’s own domain"),
        say("A department’s page may sign in only with an address there or at a school’s domain."),
        "/official-pages/",
        Kind.HOST,
        weight=True,
        hint=say("Such as trust.example."),
    ),
    _one("trust.duty_label", say("What the duty contact is called"), say("Mails and press enquiries name it."), "/press/"),
    _one(
        "trust.duty_phone",
        say("Telephone of the duty contact"),
        say("Who is stuck, and who cannot reach a Headteacher in time, is sent there."),
        "/get-help/",
        Kind.PHONE,
    ),
    _one(
        "trust.duty_email",
        say("Mail address of the duty contact"),
        say("They are told where nobody else can be reached."),
        "/press/",
        Kind.MAIL,
    ),
    _one(
        "trust.data_protection_officer",
        say("Data Protection Officer"),
        say("Who asks about data, or put some in a post, is sent to them."),
        "/my-data/",
        needed=False,
    ),
    _one(
        "trust.lead_title",
        say("The title of whoever leads the Trust"),
        say("Whoever reads of that post reads this title."),
        "/press/",
        weight=True,
        hint=say("Such as: Chief Executive."),
        longest=80,
    ),
    _one(APPROVER, say("Who agrees to an edition of the procedure"), say("Nobody else can agree to a draft (DOC-1)."), DRAFTS, weight=True),
    _one(
        "trust.approver_role",
        say("What that role is called in editions"),
        say("Editions name it."),
        "/procedure/editions/",
        weight=True,
        hint=say("Leave it empty to use the title of the post."),
        needed=False,
        longest=80,
    ),
    _one(
        "trust.brands",
        say("Names that a page may not borrow"),
        say("Checks look for them in a post and in a page’s name (HYB-3)."),
        "/check/name/",
        Kind.BRANDS,
        weight=True,
        longest=LONG,
        hint=say("One to a line. Put “, ordinary word too” after a word that means other things as well. Put “, motto” after a motto."),
    ),
    _one(
        "trust.disclaimer",
        say("Words to say that views are one’s own"),
        say("People copy them to their own page (BLG-4)."),
        "/declare/",
        longest=300,
    ),
    _one(
        "trust.register_of_interests",
        say("Address of the register of interests"),
        say("Leaders and trustees are sent there (WEB-5)."),
        "/declare/interest/",
        Kind.LINK,
        needed=False,
        longest=500,
    ),
    _one(
        "trust.secondary_employment",
        say("Address of the rule on other paid work"),
        say("Who is offered money for a post is sent there (WEB-6)."),
        "/declare/offer/",
        Kind.LINK,
        needed=False,
        longest=500,
    ),
    _one(
        "trust.values",
        say("What the schools stand for"),
        say("It stands with the rule on values (INT-5)."),
        "/procedure/clauses/INT-5/",
        Kind.AREA,
        needed=False,
        longest=LONG,
        hint=ONE_A_LINE,
    ),
    _one(
        "trust.policies",
        say("Address at which policies are published"),
        say("What is published there is not confidential (BLG-2)."),
        "/procedure/clauses/BLG-2/",
        Kind.LINK,
        needed=False,
        longest=500,
    ),
    _one(
        "trust.standing_reasons",
        say("Roles for which a rule may be needed"),
        say("It stands with the rule for managers (MAN-4)."),
        "/procedure/clauses/MAN-4/",
        Kind.ROLES,
        weight=True,
        needed=False,
        longest=LONG,
        hint=say("One to a line, such as: Safeguarding lead: knows what few may know."),
    ),
)


def of_the_trust(lead: str) -> tuple[Setting, ...]:
    """Its settings. `lead`: the title of whoever leads it, by which one may be chosen."""
    who = ((TRUST_LEAD, say("The {title}", title=lead)), (CHAIR, say("The Chair of Trustees")))
    choice = Blank(VALUE, say("Who agrees to an edition of the procedure"), Kind.CHOICE, choices=who)
    return tuple(replace(one, blanks=(choice,)) if one.name == APPROVER else one for one in OF_THE_TRUST)


TERM_HINT = say(
    "One to a line: its name, first day, last day, first and last day of half-term. "
    "Such as: Autumn 2026, 2/9/2026, 18/12/2026, 26/10/2026, 30/10/2026."
)
DAYS_HINT = say("One to a line, such as 23/11/2026.")
COUNTED = say("A person’s time to act counts school days. Dates still to come follow it.")
of_the_year: tuple[Setting, ...] = (
    _one("year.terms", say("Terms"), COUNTED, "/cases/", Kind.TERMS, weight=True, hint=TERM_HINT, longest=LONG),
    _one("year.inset", say("INSET days"), COUNTED, "/cases/", Kind.DAYS, weight=True, hint=DAYS_HINT, needed=False, longest=LONG),
    _one(
        "year.holidays",
        say("Bank holidays and other days off"),
        COUNTED,
        "/cases/",
        Kind.DAYS,
        weight=True,
        hint=DAYS_HINT,
        needed=False,
        longest=LONG,
    ),
)
DOCUMENTS = {
    "acceptable_use": (say("Acceptable Use guidelines"), say("Readers of INT-3 are sent there."), "/procedure/clauses/INT-3/"),
    "disciplinary": (say("Disciplinary Procedure"), say("HR and readers of DIS-2 are sent there."), "/procedure/clauses/DIS-2/"),
    "behaviour": (say("Behaviour policy"), say("The student route rests on it (A50)."), "/procedure/clauses/DIS-3/"),
}
SCHOOL_BLANKS = (
    Blank(
        "id", say("A short id for it"), Kind.SLUG, say("It stands in files of people. It never changes. Such as hill-school."), longest=40
    ),
    Blank("name", say("The school’s name")),
    Blank("phase", say("Phase and years"), hint=say("Such as: primary, Reception to Year 6.")),
    Blank("phone", say("Telephone of its office"), Kind.PHONE),
    Blank("domain", say("Its own domain"), Kind.HOST, say("Such as school.example.")),
    Blank("student_word", say("What a student is called there"), hint=say("Such as: student, or pupil.")),
    Blank(
        "pastoral_lead_title",
        say("What a Head of Year is called there"),
        hint=say("Such as: Phase leader. Put “; ” before what it is in the sixth form, where that differs."),
    ),
)
new_school = Setting(
    NEW_SCHOOL, say("A new school"), say("From then on people can be brought in for it."), "/people/import/", SCHOOL_BLANKS, weight=True
)
PLAIN = {
    "name": (say("Its pages, its cases and its people go by it."), "/get-help/", True),
    "phase": (say("It says what sort of school it is."), "/settings/", False),
    "phone": (say("Who needs its office or its safeguarding lead is sent there."), "/get-help/", False),
    "domain": (say("A page of the school may sign in only with an address there."), "/official-pages/", True),
    "student_word": (say("Sheets for tutor groups and “Get help” use it."), "/to-read/sheets/", False),
    "pastoral_lead_title": (say("Students read it when they choose whom to ask."), "/ask/", False),
}


def of_the_school(school: School) -> tuple[Setting, ...]:
    """Its settings, one by one."""
    asked = {blank.id: blank for blank in SCHOOL_BLANKS}
    plain = tuple(
        _one(named(school.id, id), asked[id].says, hangs, page, asked[id].kind, weight=weight, hint=asked[id].hint)
        for id, (hangs, page, weight) in PLAIN.items()
    )
    lead = Setting(
        named(school.id, "lead"),
        say("Safeguarding lead"),
        say("Who may be hurt is sent to them."),
        "/get-help/",
        (Blank("name", say("Their name"), needed=False), Blank("checked_on", say("Looked at on"), Kind.DAY)),
    )
    return (*plain, lead, *(_document(school.id, id) for id in DOCUMENTS))


def _document(school: str, id: str) -> Setting:
    says, hangs, page = DOCUMENTS[id]
    address = Blank("address", say("Its address"), Kind.LINK, needed=False, longest=500)
    version = Blank("version", say("Its version, in the school’s words"), hint=say("Such as: September 2026."), needed=False, longest=60)
    return Setting(
        named(school, id),
        says,
        hangs,
        page,
        (address, version, Blank("checked_on", say("Looked at on"), Kind.DAY, needed=False)),
    )


def named(school: str, id: str) -> str:
    """The name of a setting of a school."""
    return "school.%s.%s" % (school, id)


def school_of(name: str) -> str:
    """The id of the school that a setting is of; "" for others."""
    sort, _, rest = name.partition(".")
    return rest.partition(".")[0] if sort == "school" and "." in rest else ""


def read(setting: Setting, given: Mapping[str, object], *, on: date) -> dict[str, str]:
    """What was sent, as it is kept. Raises BadSetting for the first part that is wrong, for a part not known, and for a day to come."""
    known = {blank.id: blank for blank in setting.blanks}
    other = sorted(set(given) - set(known))
    if other:
        raise BadSetting("", say("There is a part here we do not know. We know: {known}.", known=", ".join(known)))
    value = {blank.id: read_value(blank, given.get(blank.id)) for blank in setting.blanks}
    for blank in setting.blanks:
        if blank.kind is Kind.DAY and value[blank.id] > on.isoformat():
            raise BadSetting(blank.id, say("This day is still to come. Give the day on which somebody looked."))
    return value
