"""A pack that is not whole is refused with file, line and reason; mended, it loads."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.procedure.clause import Mention, Sort, Strength
from askfirst.procedure.here import SHIPPED
from askfirst.procedure.load import BadPack, editions, load, load_readings, the_edition

HEADER = """trust = "hill"
edition = "2030-01"
title = "A procedure"
approved_by = "Chair"
approved_on = 2030-01-01
review_due = 2031-01-01

[sections]
PRI = "Principles"
"""
CLAUSE = """
[[clause]]
id = "PRI-1"
for = "both"
strength = "Must not"
plain = "You must not do harm."
student = "You must not do harm."
mentions = ["law: Data Protection Act 2018"]
"""
READING = '[[reading]]\nid = "A1"\nclauses = ["PRI-1"]\nproblem = "It is short."\nreading = "It is clear."\n'
WHOLE = HEADER + CLAUSE
AT = 12  # where the clause's id stands
KNOWN = "Choose one of: Must, Must not, Should, Should not, Advice, You may, Good to know."
ODD = "Write it as the other packs do."
FOUR = "one two three four "


def write(tmp_path, text, name="pack.toml"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return path


def swap(old, new, text=WHOLE):
    """The pack with one flaw planted; the flaw is really there, and nothing else."""
    assert text.count(old) >= 1, old
    return text.replace(old, new, 1)


def test_a_whole_pack_loads(tmp_path):
    edition = load(write(tmp_path, WHOLE))
    assert edition.clause("PRI-1").mentions == (Mention(Sort.LAW, "Data Protection Act 2018"),)
    assert load_readings(write(tmp_path, READING, "readings.toml"), edition)[0].clauses == ("PRI-1",)


# Each flaw is planted in the whole pack, which the test above shows to load: mended, every one of these loads.
BAD = {
    "an id twice": (WHOLE + CLAUSE, 20, "PRI-1 stands twice (first on line 12). Give each clause its own id."),
    "an id no address can hold": (swap("PRI-1", "PRI 1/../x"), AT, "PRI 1/../x is no id of a clause. Write it as in PRI-1."),
    "an id over two lines": (swap('"PRI-1"', '"PRI-1\\n"'), AT, "PRI-1 is no id of a clause. Write it as in PRI-1."),
    "no id": (swap('id = "PRI-1"\n', ""), 11, "The field id is missing. Add it."),
    "unknown strength": (swap("Must not", "Never ever"), AT, "Never ever is no strength. " + KNOWN),
    "a strength that would clear a screen": (swap("Must not", "\\u001b[2J\\nMust"), AT, "[2J Must is no strength. " + KNOWN),
    "unknown addressee": (
        swap('"both"', '"everyone"'),
        AT,
        "everyone is no addressee. Choose one of: staff, student, both, manager, trust.",
    ),
    "unknown sort": (
        swap("law: ", "statute: "),
        AT,
        "statute is no sort of mention. Choose one of: law, service, link, role, document, term, date, people, consequence.",
    ),
    "a mention without a sort": (swap("law: ", ""), AT, "A mention is written as “sort: name”. Mend the list of mentions."),
    "a mention that is a number": (
        swap('"law: Data Protection Act 2018"', "2018"),
        AT,
        "The field mentions holds something that is not words. Put words in quotes.",
    ),
    "unknown section": (swap('"PRI-1"', '"XXX-1"'), AT, "XXX is no section. Choose one of: PRI."),
    "no student words": (
        swap('student = "You must not do harm."\n', ""),
        AT,
        "PRI-1 reaches students but has no words for them. Add the field student.",
    ),
    "strength not heard": (
        swap('plain = "You must not do harm', 'plain = "Never do harm'),
        AT,
        "PRI-1 never says “must not”. Its strength must be heard in its words.",
    ),
    "strength not heard by students": (
        swap('student = "You must not do harm', 'student = "You should not do harm'),
        AT,
        "PRI-1 never says “must not”. Its strength must be heard in its words.",
    ),
    "must not is no must": (
        swap('"Must not"', '"Must"'),
        AT,
        "PRI-1 never says “must”. Its strength must be heard in its words.",
    ),
    "May is a month": (
        swap('"Must not"', '"You may"').replace("You must not do harm", "It came in May"),
        AT,
        "PRI-1 never says “may”. Its strength must be heard in its words.",
    ),
    "sixteen words for students": (
        swap('student = "You must not do harm.', 'student = "You must not ' + FOUR * 3 + "five."),
        AT,
        "PRI-1 has a sentence for students of more than 15 words. Cut it in two.",
    ),
    "no plain words": (swap('plain = "You must not do harm."\n', ""), AT, "The field plain is missing. Add it."),
    "empty plain words": (swap('plain = "You must not do harm."', 'plain = " "'), AT, "The field plain is empty. Fill it in."),
    "plain is a number": (swap('plain = "You must not do harm."', "plain = 7"), AT, "The field plain is of the wrong kind. " + ODD),
    "unknown field": (
        swap("mentions =", "mention ="),
        AT,
        "We do not know the field mention. Take it out, or check its spelling.",
    ),
    "a comment beside the heading": (swap("[[clause]]", "[[ clause ]] # the first").replace('"both"', '"all"'), AT, None),
    "id not first": (swap('id = "PRI-1"\nfor = "both"', 'for = "all"\nid = "PRI-1"'), 13, None),
    "a line's end inside a string": (swap("A procedure", "A\u2028procedure\x85").replace('"both"', '"all"'), AT, None),
    "clauses in one list": (
        swap("[sections]", "clause = [7]\n[sections]", HEADER),
        1,
        "Each clause needs a heading of its own. Write [[clause]] on a line above each.",
    ),
    "a heading inside words": (
        swap('"A procedure"', '"""\n[[clause]]\n"""'),
        1,
        "Each clause needs a heading of its own. Write [[clause]] on a line above each.",
    ),
    "no title": (swap('title = "A procedure"\n', ""), 1, "The field title is missing. Add it."),
    "unknown header field": (swap("title =", "headline ="), 3, "We do not know the field headline. Take it out, or check its spelling."),
    "review on no day": (swap("2031-01-01", '"soon"'), 6, "The field review_due is of the wrong kind. " + ODD),
    "approved at an hour": (swap("2030-01-01", "2030-01-01T09:00:00"), 5, "The field approved_on is of the wrong kind. " + ODD),
    "review before approval": (swap("2031", "2029"), 6, "The field review_due is not after approved_on. Check both days."),
    "a heading that is a number": (
        swap('"Principles"', "7"),
        8,
        "The field sections holds something that is not words. Put words in quotes.",
    ),
    "a cut heading": (swap("[[clause]]", "[[clause]"), 11, "This is not TOML. Look at quotes and brackets here."),
    "a cut string": (swap('"A procedure"', '"A procedure'), 3, "This is not TOML. Look at quotes and brackets here."),
    "a day no year has": (swap("2030-01-01", "2030-02-30"), 5, "This is not TOML. Look at quotes and brackets here."),
    "a file cut short": (WHOLE[:-20], 17, "This is not TOML. Look at quotes and brackets here."),
    "NUL": (swap("Principles", "Princ\0iples"), 9, "There is an empty mark (NUL) here. Take it out."),
    "half a letter": (WHOLE.encode() + b"\xff", 18, "This is not UTF-8 text. Save the file as UTF-8."),
    "a lone surrogate": (swap("do harm", "\ud800"), 15, "This is not UTF-8 text. Save the file as UTF-8."),
    "too long a number": (swap('"Principles"', "9" * 5000), 9, "This number is too long. Write it shorter, or as words in quotes."),
    "no clauses": (HEADER, 1, "The field clause is missing. Add it."),
    "nothing": (b"", 1, "The field trust is missing. Add it."),
    "too deep": ("a = " + "[" * 5000, 1, "This is nested too deep to be a pack. Take brackets out."),
}


@pytest.mark.parametrize(("text", "line", "says"), BAD.values(), ids=BAD)
def test_a_bad_pack_is_refused_in_one_sentence_with_file_and_line(tmp_path, text, line, says):
    says = says or "all is no addressee. Choose one of: staff, student, both, manager, trust."
    with pytest.raises(BadPack) as refused:
        load(write(tmp_path, text))
    assert str(refused.value) == str(refused.value.sentence) == "pack.toml:%d: %s" % (line, says)


BAD_READINGS = {
    "an unknown clause": (swap("PRI-1", "PRI-9", READING), 2, "A1 names PRI-9, which the edition does not have. Check the id."),
    "no clause": (swap('"PRI-1"', "", READING), 2, "The field clauses is empty. Fill it in."),
    "a clause that is a list": (
        swap('"PRI-1"', '["PRI-1"]', READING),
        2,
        "The field clauses holds something that is not words. Put words in quotes.",
    ),
    "an id twice": (READING + READING, 7, "A1 stands twice (first on line 2). Give each reading its own id."),
    "an id no address can hold": (swap("A1", "A/1", READING), 2, "A/1 is no id of a reading. Write it as in A1."),
    "unknown status": (
        READING + 'status = "maybe"\n',
        2,
        "maybe is no status. Choose one of: default, adopted, changed.",
    ),
    "unknown field": (swap("problem", "trouble", READING), 2, "We do not know the field trouble. Take it out, or check its spelling."),
    "sixteen words for students": (
        READING + 'student = "' + FOUR * 4 + '"\n',
        2,
        "A1 has a sentence for students of more than 15 words. Cut it in two.",
    ),
    "readings in one list": (
        "reading = [7]",
        1,
        "Each reading needs a heading of its own. Write [[reading]] on a line above each.",
    ),
}


@pytest.mark.parametrize(("text", "line", "says"), BAD_READINGS.values(), ids=BAD_READINGS)
def test_bad_readings_are_refused_in_one_sentence_with_file_and_line(tmp_path, text, line, says):
    edition = load(write(tmp_path, WHOLE))
    with pytest.raises(BadPack) as refused:
        load_readings(write(tmp_path, text, "readings.toml"), edition)
    assert str(refused.value) == "readings.toml:%d: %s" % (line, says)


def test_fifteen_words_and_other_words_of_one_strength_are_fine(tmp_path):
    fifteen = swap('student = "You must not do harm.', 'student = "You must not ' + (FOUR * 3).strip() + ".")
    assert load(write(tmp_path, fifteen)).clause("PRI-1").plain_student
    advice = swap('"Must not"', '"Advice"').replace("You must not do harm", "We advise care")
    assert load(write(tmp_path, advice)).clause("PRI-1").strength is Strength.ADVICE


@pytest.mark.parametrize("written", [b"\xef\xbb\xbf" + WHOLE.encode(), WHOLE.replace("\n", "\r\n").encode()], ids=["mark", "crlf"])
def test_what_editors_on_other_machines_leave_behind_is_no_flaw(tmp_path, written):
    assert load(write(tmp_path, written)) == load(write(tmp_path, WHOLE))


OURS = (SHIPPED / "2018-11.toml").read_bytes()
OURS = OURS[: OURS.index(b"\n[[clause]]", 2500)]  # the header and the first clauses, whole
MARKS = st.lists(st.sampled_from([b'"', b"[", b"]", b"[[clause]]\n", b"=", b"\n", b"{", b"7", b"'", b",", b"id", b"\\"]), max_size=4)


def test_what_the_next_test_damages_is_whole(tmp_path):
    assert len(load(write(tmp_path, OURS)).clauses) > 5


@given(at=st.integers(0, len(OURS)), put=st.binary(max_size=6) | MARKS.map(b"".join), cut=st.integers(0, 12))
def test_a_pack_damaged_anywhere_loads_or_is_refused_and_never_breaks(tmp_path_factory, at, put, cut):
    path = write(tmp_path_factory.mktemp("damaged", numbered=True), OURS[:at] + put + OURS[at + cut :])
    try:
        said = "" if load(path).clauses else "empty"
    except BadPack as refused:
        said = str(refused)
    found = re.fullmatch(r"pack\.toml:(\d+): [^\n]+\.", said)
    assert said == "" or (found and 1 <= int(found[1]) <= path.read_bytes().count(b"\n") + 1), said
    assert said.isprintable()


def test_an_edition_that_is_not_there_is_a_lookup_error():
    assert editions() == ("2018-11",)
    for asked in ("1999-01", "../ridgeway/2018-11", "0"):
        with pytest.raises(LookupError):
            the_edition(edition=asked)


def test_a_file_that_is_not_there_is_an_os_error(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        load(tmp_path / "none.toml")


def test_an_edition_is_read_once_and_its_readings_only_when_asked_for():
    assert the_edition(readings=False) is the_edition(readings=False)
    assert the_edition(readings=False).readings == ()
    assert the_edition(readings=False).clauses == the_edition().clauses
    assert len(the_edition().readings) == 55
