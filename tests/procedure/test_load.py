"""A pack that is not whole is refused with file, line and reason; mended, it loads."""

import pytest

from askfirst.procedure.clause import Mention, Sort
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


def write(tmp_path, text, name="pack.toml"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return path


def test_a_whole_pack_loads(tmp_path):
    edition = load(write(tmp_path, WHOLE))
    assert edition.clause("PRI-1").mentions == (Mention(Sort.LAW, "Data Protection Act 2018"),)
    assert load_readings(write(tmp_path, READING, "readings.toml"), edition)[0].clauses == ("PRI-1",)


BAD = [
    (WHOLE + CLAUSE, 19, "PRI-1 stands twice (first on line 11)"),
    (WHOLE.replace("Must not", "Never ever"), 11, "Never ever is no strength"),
    (WHOLE.replace('"both"', '"everyone"'), 11, "everyone is no addressee"),
    (WHOLE.replace("law: ", "statute: "), 11, "statute is no sort of mention"),
    (WHOLE.replace("law: ", ""), 11, "sort: name"),
    (WHOLE.replace('"PRI-1"', '"XXX-1"'), 11, "XXX is no section"),
    (WHOLE.replace('student = "You must not do harm."\n', ""), 11, "PRI-1 reaches students but has no words"),
    (WHOLE.replace("You must not do harm", "Never do harm"), 11, "must not"),
    (WHOLE.replace('student = "You must not', 'student = "You must not ' + "ever " * 15), 11, "more than 15 words"),
    (WHOLE.replace('plain = "You must not do harm."\n', ""), 11, "plain is missing"),
    (WHOLE.replace('plain = "You must not do harm."', 'plain = ""'), 11, "plain is empty"),
    (WHOLE.replace('plain = "You must not do harm."', "plain = 7"), 11, "plain is of the wrong kind"),
    (WHOLE.replace("mentions =", "mention ="), 11, "the field mention"),
    (WHOLE.replace('title = "A procedure"\n', ""), 1, "title is missing"),
    (WHOLE.replace("2031-01-01", '"soon"'), 1, "review_due is of the wrong kind"),
    (WHOLE.replace("[[clause]]", "[[clause]"), 11, "not TOML"),
    (WHOLE.replace('"A procedure"', '"A procedure'), 3, "not TOML"),
    (WHOLE.replace("Principles", "Princ\0iples"), 9, "NUL"),
    (WHOLE.encode() + b"\xff", 18, "not UTF-8"),
    (HEADER, 1, "clause is missing"),
    (b"", 1, "is missing"),
    ("a = " + "[" * 5000, 1, "nested too deep"),
]


@pytest.mark.parametrize(("text", "line", "says"), BAD)
def test_a_bad_pack_is_refused_with_file_line_and_reason(tmp_path, text, line, says):
    with pytest.raises(BadPack) as refused:
        load(write(tmp_path, text))
    sentence = str(refused.value)
    assert sentence.startswith("pack.toml:%d: " % line), sentence
    assert says in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (READING.replace("PRI-1", "PRI-9"), "A1 names PRI-9"),
        (READING + READING, "A1 stands twice"),
        (READING + 'status = "maybe"\n', "maybe is no status"),
        (READING.replace("problem", "trouble"), "trouble"),
    ],
)
def test_bad_readings_are_refused(tmp_path, text, says):
    edition = load(write(tmp_path, WHOLE))
    with pytest.raises(BadPack, match=says):
        load_readings(write(tmp_path, text, "readings.toml"), edition)


def test_an_edition_that_is_not_there_is_a_lookup_error():
    assert editions() == ("2018-11",)
    with pytest.raises(LookupError):
        the_edition(edition="1999-01")


def test_a_file_that_is_not_there_is_an_os_error(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        load(tmp_path / "none.toml")
