"""Who says where they work, and who says the views are their own: both are noticed, neither is a fault."""

from pathlib import Path

import pytest

from askfirst.checks.draft import Author, Brand, Draft, Told, Where
from askfirst.checks.text.disclaimer import DISCLAIMER
from askfirst.checks.text.works_here import WORKS_HERE

TRUST = Told(
    trust="Ridgeway Education Trust",
    brands=tuple(
        Brand(term, ambiguous)
        for term, ambiguous in (
            ("Ridgeway Education Trust", False), ("RET", True), ("Ridgeway", True), ("Northgate School", False), ("Northgate", True),
            ("Eastfield Academy", False), ("Eastfield", True), ("St Brannock's", False),
        )
    ),
    published_domains=frozenset({"northgate.example"}),
)  # fmt: skip
BLOG, BIO = Where.BLOG, Where.PROFILE_BIO


def seen(check, text, where=BLOG, author=Author.STAFF, told=TRUST):
    return [text[hit.start : hit.end] for hit in check.look(Draft(text, author, where, told=told))]


@pytest.mark.parametrize(
    ("text", "where", "span"),
    [
        ("Day one at Eastfield and I am lost.", BLOG, "Day one at Eastfield"),
        ("Marking Northgate mocks again.", BLOG, "Marking Northgate mocks"),
        ("Teacher of Maths @ Northgate School. Dad.", BIO, "Teacher of Maths @ Northgate School"),
        ("🍞 Cook @ Eastfield | mum of 3", BIO, "Cook @ Eastfield"),
        ("@MsTarrantEastfield | code", BIO, "@MsTarrantEastfield"),
        ("instagram.com/n0rthgate_pe reps", BIO, "instagram.com/n0rthgate_pe"),
        ("I teach history at Eastfield Academy, so yes.", BLOG, "I teach history at Eastfield Academy"),
        ("We at Northgate are proud.", BLOG, "We at Northgate are proud"),
        ("my Year 8s at Eastfield made soup", BLOG, "my Year 8s at Eastfield"),
        ("Starting my third year at Eastfield tomorrow", BLOG, "my third year at Eastfield"),
        ("Today I joined Ridgeway Education Trust as a cook", BLOG, "I joined Ridgeway Education Trust"),
        ("Day one of my job at RET", BLOG, "my job at RET"),
        ("Head of PE @ Eastfield Academy | tea | terriers", BLOG, "Head of PE @ Eastfield Academy"),
        ("Agency TA, this term at Eastfield. Next term, who knows.", BLOG, "Agency TA, this term at Eastfield"),
        ("Knitter, and by day the SENCO at St Brannock's.", BLOG, "by day the SENCO at St Brannock's"),
        ("By day I'm the cook at Eastfield. By night, soup.", BLOG, "I'm the cook at Eastfield"),
        ("my employer, Northgate School, agrees", BLOG, "my employer, Northgate School"),
    ],
)
def test_where_one_works_is_noticed(text, where, span):
    assert seen(WORKS_HERE, text, where) == [span]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("As a mum of an Eastfield pupil I like the crossing.", BLOG),
        ("Twelve years ago I left St Brannock's after a happy decade.", BLOG),
        ("My daughter starts at Northgate in September.", BLOG),
        ("My nephew works at Eastfield Academy.", BLOG),
        ("I work in the Northgate Tesco on Sundays.", BLOG),
        ("Drove past Northgate tonight.", BLOG),
        ("The cook at Eastfield waved at me.", BLOG),
        ("Physics at Northgate is taught by my wife.", BLOG),
        ("Ex-Northgate. Now herding sheep.", BIO),
        ("Teacher somewhere wet. Views mine.", BIO),
        ("Ridgeway born and bred. Plumber.", BIO),
        ("These are my views and not those of Ridgeway Education Trust", BIO),
    ],
)
def test_a_parent_a_neighbour_and_a_leaver_do_not_work_here(text, where):
    assert seen(WORKS_HERE, text, where) == []


def test_of_sentences_written_before_the_rules_most_are_met_and_no_other():
    """The share that was reached; it may rise."""
    lines = (Path(__file__).parents[2] / "bench" / "said" / "works.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("|", 1) for line in lines if not line.startswith("#")]
    assert [text for kind, text in rows if kind == "-" and seen(WORKS_HERE, text)] == []
    works = [bool(seen(WORKS_HERE, text)) for kind, text in rows if kind == "w"]
    assert sum(works) / len(works) >= 0.85


def test_a_student_never_works_here():
    text = "We at Northgate are proud"
    assert seen(WORKS_HERE, text) != []
    assert seen(WORKS_HERE, text, author=Author.STUDENT) == []


@pytest.mark.parametrize(
    "text",
    [
        "These are my personal views and not those of Ridgeway Education Trust",
        "My views, not the school's",
        "What I post here is mine alone and doesn't represent my school or the Trust",
        "I tweet for myself, not my employer",
        "All opinions here are mine, my employer has nothing to do with them",
        "veiws are mine own not my schools",
        "Nothing here speaks for Eastfield or the trust; it's just me and the seaweed",
        "Fy marn i yw hon, nid barn Ridgeway Education Trust",
        "Meine eigene Meinung, nicht die meiner Schule",
        "Mis opiniones son mías y no de mi colegio",
    ],
)
def test_any_wording_and_any_language_will_do(text):
    assert seen(DISCLAIMER, text, BIO) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "All views my own.",
        "Retweets are not endorsements.",
        "Opinions belong to the dog.",
        "The views are my own and not those of Brightwater Tutors.",
        'My brother\'s bio says "these are my views and not those of my employer".',
        "I am supposed to say these are my views and not those of my school.",
        "Not those of Ridgeway Education Trust",
    ],
)
def test_half_a_disclaimer_is_none(text):
    assert seen(DISCLAIMER, text, BIO) == []
