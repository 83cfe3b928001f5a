"""Lint of a document by itself: every row of the first table in law-and-facts.md is found from the pack and from the document (S45)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from askfirst.procedure.clause import Addressee, Clause, Edition, Strength
from askfirst.procedure.dated import the_facts
from askfirst.procedure.grade import grade
from askfirst.procedure.importing.as_document import as_document
from askfirst.procedure.importing.reading import read_in
from askfirst.procedure.lint import lint
from askfirst.procedure.load import the_edition
from tests.readability import grade as by_the_tests

TODAY = date(2026, 11, 23)
DOCUMENT = Path(__file__).parents[3] / "shared" / "procedure" / "ridgeway-personal-use-of-internet-2018-11.txt"
SHORT = """Our Net Procedure

ANOTHER ACADEMY

Approved by the Headteacher: 1 May 2019

Review date: May 2022

Rules

Staff must not post anything that brings the academy into disrepute. Staff should follow the Data Protection Act 1998.

Staff must tell their line manager of a paid post. Students must not attack or abuse students, teachers or parents.

Pupils should not attack or abuse pupils. Cyber-bullying could be deemed a disciplinary offence. Cyber bullying will face disciplinary action.
"""

# The first table of law-and-facts.md, by hand: where it stands, and words of the finding.
TABLE = [
    ({"CON-12"}, "Data Protection Act 1988 is an Irish Act"),
    ({"DOC-2"}, "The review is overdue"),
    ({"INT-4"}, "Bebo has closed"),
    ({"INT-4"}, "Twitter is now X"),
    ({"INT-4"}, "MySpace is nearly dead"),
    *(
        ({"INT-4"}, name)
        for name in ("Instagram", "TikTok", "Snapchat", "WhatsApp", "YouTube", "LinkedIn", "Bluesky", "Mastodon", "Discord", "Threads")
    ),
    ({"SNS-7"}, "http://www.heppell.net/facebook_in_school/ is plain http, a third party's page, and not checked"),
    ({"DIS-5"}, 'The bare word "exclusion" can mean two things'),
    ({"SNS-12", "WEB-7"}, "Two rules about the press differ"),
    ({"CON-11", "DIS-1"}, "One act has consequences of different strength"),
    ({"INT-1", "INT-3"}, "names for itself: procedure, policy, document, guidance"),
    ({"PRI-2", "CON-10", "WEB-2", "DIS-1"}, "The lists of people who are protected differ"),
    ({"CON-11", "DIS-1"}, "One thing is spelt in two ways: cyber-bullying, cyber bullying"),
    *((set(), '"%s" is used and never said what it means' % word) for word in ("disrepute", "derogatory", "sensitive", "friends")),
    ({"INT-3"}, "IT Acceptable Use guidelines is named without a link"),
    ({"DIS-2"}, "Disciplinary Procedure for all Employees in Schools is named without a link"),
    (set(), "It has no version number"),
    *(
        (set(), "whether it covers " + who)
        for who in ("volunteers", "supply staff", "governors and trustees", "contractors", "parents who post")
    ),
    ({"HYB-4"}, "with no second instance"),
    *(
        (set(), says)
        for says in (
            "It sets no deadline",
            "a decision looked at again",
            "how long records are kept",
            "no way to raise a concern",
            "no support for a person",
        )
    ),
]


def from_the_document() -> Edition:
    return as_document(read_in(DOCUMENT.name, DOCUMENT.read_bytes(), the_edition(readings=False)))


def missed(edition: Edition) -> list[str]:
    found = lint(edition, the_facts(), TODAY)
    return [says for at, says in TABLE if not any(at <= {one.clause, *one.also} and says in str(one.says) for one in found)]


def test_s45_every_row_of_the_table_is_found_from_the_pack() -> None:
    assert missed(the_edition()) == [] and len(TABLE) == 40


@pytest.mark.skipif(not DOCUMENT.is_file(), reason="the Trust's own document is not beside this tree")
def test_s45_every_row_of_the_table_is_found_from_the_document_itself() -> None:
    assert missed(from_the_document()) == []


def test_the_table_can_be_missed() -> None:
    whole = the_edition()
    assert missed(replace(whole, clauses=tuple(one for one in whole.clauses if one.id != "CON-12")))[0] == TABLE[0][1]


def test_every_finding_has_place_fact_source_and_a_wording() -> None:
    document = as_document(read_in("ours.txt", SHORT.encode(), the_edition(readings=False)))
    found = lint(document, the_facts(), TODAY)
    for one in found:
        assert one.clause in document.by_id and str(one.says) and str(one.fact) and "checked on" in str(one.source) and str(one.propose)


def test_another_trusts_document_is_linted_by_its_own_words() -> None:
    said = " | ".join(
        str(one.says) for one in lint(as_document(read_in("ours.txt", SHORT.encode(), the_edition(readings=False))), the_facts(), TODAY)
    )
    for words in (
        "The review is overdue: it was due by 31 May 2022",
        "Data Protection Act 1998 has been replaced",
        '"disrepute" is used and never said what it means',
        "The lists of people who are protected differ",
        "One thing is spelt in two ways: cyber-bullying, cyber bullying",
        "One act has consequences of different strength",
        "Only the line manager is named",
        "say no time by which",
        "say no way to do it",
    ):
        assert words in said, said


def clause(id: str, exact: str, strength: Strength = Strength.MUST) -> Clause:
    return Clause(id, id[:3], Addressee.STAFF, strength, exact, None, (), exact)


def words_of(*clauses: Clause) -> list[tuple[str, str]]:
    """Findings that come from the words alone."""
    small = Edition("small", "1", "A small procedure", "Headteacher", date(2018, 1, 1), date(2035, 6, 30), (), clauses)
    rules = {
        "two ways",
        "is named, and",
        "say no time",
        "say no way",
        "one matter differ",
        "harder than",
        "two words",
        "never said in full",
        "in an edition of",
    }
    return [(one.clause, str(one.says)) for one in lint(small, the_facts(), TODAY) if any(rule in str(one.says) for rule in rules)]


HARD = (
    "Notwithstanding the aforementioned considerations, individuals participating in organisational communications are expected to "
    "demonstrate appropriate professionalism irrespective of the circumstances."
)
PLANTED = [
    ([clause("ABC-1", "Head teachers decide."), clause("ABC-2", "Headteachers decide.")], "One word is written in two ways: head teachers, headteachers"),
    ([clause("ABC-1", "Use the web-page."), clause("ABC-2", "See the webpage.")], "One word is written in two ways: web-page, webpage"),
    ([clause("ABC-1", "Staff must tell the line manager by email within two days.")], "Only the line manager is named"),
    ([clause("ABC-1", "Staff must inform the office by email.")], "1 duties towards somebody say no time"),
    ([clause("ABC-1", "Staff must inform the office within two days.")], "1 duties to tell or ask somebody say no way"),
    (
        [clause("ABC-1", "Personal blogs mention employers."), clause("ABC-2", "Personal blogs mention employers.", Strength.ADVICE)],
        "Two clauses about one matter differ in strength: Must, Advice",
    ),
    ([clause("ABC-1", "Send an e-mail."), clause("ABC-2", "Read your email.")], "One word is written in two ways: e-mail, email"),
    ([clause("ABC-1", "Good behaviour counts."), clause("ABC-2", "Bad behavior does too.")], "One word is written in two ways: behavior, behaviour"),
    ([clause("ABC-1", "The organisation decides."), clause("ABC-2", "An organization helps.")], "One word is written in two ways: organisation, organization"),
    ([clause("ABC-1", "Staff must tell the digital safety lead by email within two days.")], "Only the digital safety lead is named"),
    ([clause("ABC-1", "Staff must tell the Chair of Governors by email within two days.")], "Only the chair of governors is named"),
    ([clause("ABC-1", "Pupils sing."), clause("ABC-2", "A student dances.")], "One thing has two words: pupil, student"),
    ([clause("ABC-1", "See the DSL."), clause("ABC-2", "Thank a DSL.")], 'The letters "DSL" are used and never said in full'),
    ([clause("ABC-1", "Read Keeping Children Safe in Education (September 2016).")], "Keeping Children Safe in Education is named in an edition of 2016"),
    (
        [clause("ABC-1", "Staff are advised not to share locations.", Strength.ADVICE), clause("ABC-2", "Staff must not share locations.", Strength.MUST_NOT)],
        "Two clauses about one matter differ in strength: Advice, Must not",
    ),
    ([clause("ABC-1", HARD, Strength.KNOW)], "1 sentences are harder than grade 12"),
]  # fmt: skip
FINE = [
    clause("ABC-1", "Every day somebody may be there. Everyday things maybe happen."),
    clause("ABC-2", "Staff must tell the line manager or another manager by email within two days."),
    clause("ABC-3", "Dogs run.", Strength.MAY),
    replace(clause("ABC-4", ""), plain=HARD),
    clause(
        "ABC-5",
        "The safety lead (DSL) reads Keeping Children Safe in Education of 2031. The DSL sings. See http://dogs.example/e-safety and the esafety page.",
    ),
]
GONE = """Our Net Policy

OTHER ACADEMY

Rules

Pupils may use Google+, Friends Reunited, Vine and Musical.ly. Pupils may plant a vine. Mixers are for cakes.

Staff follow the Disability Discrimination Act 1995, the Equality Act 2010, the Computer Misuse Act 1990 and FERPA.

New staff are checked by the Criminal Records Bureau. The Staff Code of Conduct holds. Take reasonable steps. By inappropriate we mean rude. Be not inappropriate.
"""


def test_what_has_gone_since_is_told_and_what_stands_is_left_alone() -> None:
    """Services, laws and bodies by their names; an ordinary word is no service, and a term that is explained is no finding."""
    said = [str(one.says) for one in lint(as_document(read_in("net.txt", GONE.encode(), the_edition(readings=False))), the_facts(), TODAY)]
    for words in (
        "Google+ has closed", "Friends Reunited has closed", "Vine has closed", "Musical.ly is now TikTok", "Disability Discrimination Act 1995 has been replaced",
        "FERPA is law of the United States", "Criminal Records Bureau is now the Disclosure and Barring Service", "Staff Code of Conduct is named without a link",
        '"reasonable steps" is used and never said what it means',
    ):  # fmt: skip
        assert said.count(words) == 1, (words, said)
    told = " ".join(said)
    for words in (
        "Equality",
        "Misuse",
        "Mixer",
        "misconduct",
        '"inappropriate"',
        '"friends"',
        "line manager comes",
        "Disability Discrimination Act has",
    ):
        assert words not in told, words


@pytest.mark.parametrize(("clauses", "says"), PLANTED)
def test_one_planted_thing_in_the_words_is_one_finding(clauses: list[Clause], says: str) -> None:
    found = words_of(*clauses)
    assert len(found) == 1 and found[0][0] == "ABC-1" and says in found[0][1]


def test_plain_words_that_are_in_order_have_no_finding() -> None:
    assert words_of(*FINE) == []


def test_the_grade_agrees_with_the_dictionary_of_the_tests() -> None:
    everything = " ".join(one.plain for one in the_edition().clauses)
    assert abs(grade(everything) - by_the_tests(everything)) < 1
    assert grade("") == 0
