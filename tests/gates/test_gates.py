"""Each gate of `make check` shuts on a planted flaw: the flaw is put into a copy of the tree, and the gate names the place."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gates import __main__ as door
from gates.clauses import STUDENT_WORDS
from gates.gate import Gate, kept_files
from gates.generated import GENERATED
from gates.house import HOUSE
from gates.imports import BY_NAME, DOORS, LATE
from gates.licences import LICENCES, allowed
from gates.reading import READABLE, hard_to_read
from gates.sentences import FSTRINGS, SAID_WHOLE
from gates.shown import Shown
from gates.tools import FORMAT, LAYERS, LINT, MIGRATIONS, TYPES
from gates.traces import TRACES, traces_in
from gates.vendored import VENDORED
from gates.words import BANNED_WORDS, convicting

ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc")
QUESTION = "askfirst/casework/kinds/question.py"
PACK = "askfirst/procedure/packs/planted/2026-01.toml"
ASKED = "askfirst/procedure/packs/planted/scenarios-planted.toml"


@pytest.fixture
def tree(tmp_path):
    """A copy of what the gates look at."""
    for folder in ("askfirst", "gates", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=LEFT_OUT)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for folder in ("bench", "tests"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "empty.py").write_text('"""Nothing."""\n')
    shutil.copytree(ROOT / "bench" / "measured", tmp_path / "bench" / "measured")
    return tmp_path


def plant(tree, name, text):
    path = tree / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


FLAWS = [
    (FORMAT, "askfirst/sites/planted.py", '"""Planted."""\n\nX = {  "a" :1}\n'),
    (LINT, "askfirst/sites/planted.py", '"""Planted."""\n\nimport json\n'),
    (LINT, "askfirst/sites/planted.py", '"""Planted."""\n\n\ndef f() -> None:\n    import askfirst.words\n'),
    (HOUSE, "askfirst/sites/planted.py", "X = 1\n"),
    (DOORS, "askfirst/sites/planted.py", "from urllib import request\n"),
    (DOORS, "askfirst/web/planted.py", "import socket\n"),
    (DOORS, "askfirst/people/planted.py", "from django.core.mail import send_mail\n"),
    (BY_NAME, "askfirst/web/planted.py", 'from importlib import import_module\nimport_module("askfirst.vault.seal")\n'),
    (BY_NAME, "askfirst/web/planted.py", '__import__("askfirst.vault.seal")\n'),
    (LATE, "askfirst/advice/planted.py", "def f():\n    from askfirst.vault import seal\n"),
    (LATE, "askfirst/advice/planted.py", "class A:\n    def f(self):\n        if self:\n            import askfirst.vault\n"),
    (FSTRINGS, "askfirst/web/planted.py", 'who = "a"\nwords = f"Ask {who} first."\n'),
    (SAID_WHOLE, "askfirst/web/planted.py", 'say("Ask %s first." % who)\n'),
    (SAID_WHOLE, "askfirst/web/planted.py", 'say("Ask {} first.".format(who))\n'),
    (SAID_WHOLE, "askfirst/web/planted.py", 'words.say("Ask " + who)\n'),
    (SAID_WHOLE, "askfirst/web/planted.py", 'say(f"Ask {who} first.")\n'),
    (BANNED_WORDS, "askfirst/web/planted.py", 'say("This is a breach of the rules.")\n'),
    (BANNED_WORDS, "askfirst/cli/planted.py", 'HELP = "Look up an offence."\n'),
    (BANNED_WORDS, "askfirst/web/templates/web/planted.html", "<p>\n{% if x %}The <b>offender</b> is told.{% endif %}</p>\n"),
    (BANNED_WORDS, "askfirst/web/templates/web/planted.html", '<img alt="The accused">\n'),
    (BANNED_WORDS, PACK, '[[clause]]\nid = "NEW-1"\nplain = "It may end in exclusion."\n'),
    (READABLE, "askfirst/checks/planted.py", 'say("%s.")\n' % " ".join(["word"] * 16)),
    (
        READABLE,
        "askfirst/checks/planted.py",
        'say("Unauthorised dissemination constitutes an irresponsible communication of personal information to anybody.")\n',
    ),
    (READABLE, PACK, '[[clause]]\nid = "NEW-1"\nstudent = "%s."\n' % " ".join(["word"] * 16)),
    (READABLE, ASKED, '[[scenario]]\nid = "NEW-1-student-1"\nask = "%s?"\nchoices = []\n' % " ".join(["word"] * 16)),
    (BANNED_WORDS, ASKED, '[[scenario]]\nid = "NEW-1-staff-1"\nreason = "It is an offence."\nchoices = []\n'),
    (STUDENT_WORDS, PACK, '[[clause]]\nid = "NEW-1"\nfor = "both"\nplain = "Ask first."\n'),
    (VENDORED, "askfirst/web/static/askfirst/planted.min.js", "1;\n"),
    (TRACES, "docs/planted.md", "Run it in /" + "work/somewhere.\n"),
    (TRACES, "docs/planted.md", "Ring 0161 " + "555 0123.\n"),
    (TRACES, "docs/planted.md", "Ring +44 161 " + "555 0123.\n"),
    (TRACES, "docs/planted.md", "Write to head@" + "school.org.\n"),
    (TRACES, "docs/planted.md", "index-" + "url = https://mirror.example/simple\n"),
    (GENERATED, "docs/settings.md", "# Settings\n"),
    (GENERATED, "docs/workflows.md", "# Workflows\n"),
]


@pytest.mark.parametrize(("gate", "name", "text"), FLAWS, ids=["%s-%d" % (flaw[0].name, number) for number, flaw in enumerate(FLAWS)])
def test_a_planted_flaw_shuts_the_gate(tree, gate: Gate, name, text):
    place = name.removeprefix("askfirst/web/static/")
    assert not [line for line in gate.look(tree) if place in line]
    plant(tree, name, text)
    assert [line for line in gate.look(tree) if place in line]


def test_a_table_that_changed_asks_for_its_document_again(tree):
    assert GENERATED.look(tree) == []
    plant(tree, QUESTION, (tree / QUESTION).read_text(encoding="utf-8").replace("Send the answer", "Send it"))
    assert GENERATED.look(tree) == ["docs/workflows.md is not what the code says"]


BREACHES = [
    ("0 Arrows point down", "askfirst/trail/planted.py", "import askfirst.people.hats"),
    ("0 Arrows point down", "askfirst/helpers.py", "X = 1"),
    ("1 Rules cannot import Django", "askfirst/procedure/planted.py", "import django.conf"),
    ("2 Nothing that stores sees a draft", "askfirst/vault/planted.py", "from askfirst.checks.draft import Draft"),
    ("3 Nothing that sees a draft can write", "askfirst/advice/planted.py", "import askfirst.casework.steps"),
    ("4 Faces see no table and no check", "askfirst/web/planted.py", "import askfirst.people.models"),
    ("4 Faces see no table and no check", "askfirst/api/planted.py", "import askfirst.checks.catalogue"),
    ("5 One door out", "askfirst/records/planted.py", "import socket"),
    ("5 One door out", "askfirst/people/planted.py", "import requests"),
]


@pytest.mark.parametrize(("contract", "name", "line"), BREACHES, ids=[one[1] for one in BREACHES])
def test_each_contract_is_broken_by_a_planted_import(tree, contract, name, line):
    planted = ".".join(Path(name).with_suffix("").parts)
    assert not [said for said in LAYERS.look(tree) if planted in said]
    plant(tree, name, line + "\n")
    said = LAYERS.look(tree)
    assert contract in said
    assert [one for one in said if planted in one or Path(name).stem in one]


@pytest.mark.parametrize("name", ["guard/planted", "people/notify"])
def test_the_two_doors_may_open(tree, name):
    plant(tree, "askfirst/%s.py" % name, '"""A door."""\n\nimport socket\n')
    assert not [line for line in LAYERS.look(tree) + DOORS.look(tree) if name.rpartition("/")[2] in line]


def test_a_pattern_may_be_built_of_parts(tree):
    plant(tree, "askfirst/web/planted.py", 'import re\n\nDAY = "x"\nTWO = re.compile(rf"{DAY}-{DAY}", re.IGNORECASE)\n')
    assert FSTRINGS.look(tree) == []


def test_words_from_data_may_be_said_only_where_named(tree):
    assert SAID_WHOLE.look(tree) == []
    plant(tree, "askfirst/procedure/planted.py", "say(words)\n")
    assert SAID_WHOLE.look(tree) == ["askfirst/procedure/planted.py:1: say() wants one plain string first, and values by name"]


def test_a_model_without_a_migration_shuts_the_gate(tree):
    assert MIGRATIONS.look(tree) == []
    plant(
        tree,
        "askfirst/web/models.py",
        'from django.db import models\n\n\nclass Planted(models.Model):\n    class Meta:\n        app_label = "web"\n\n    id = models.AutoField(primary_key=True)\n',
    )
    plant(tree, "askfirst/web/migrations/__init__.py", "")
    assert [line for line in MIGRATIONS.look(tree) if "Planted" in line]


def test_a_wrong_type_shuts_the_gate(tree):
    if (ROOT / ".mypy_cache").is_dir():  # what is known of Django is not read anew
        shutil.copytree(ROOT / ".mypy_cache", tree / ".mypy_cache")
    plant(tree, "askfirst/sites/planted.py", '"""Planted."""\n\n\ndef f(x: int) -> str:\n    return x\n')
    assert [line for line in TYPES.look(tree) if "sites/planted.py:5" in line]


def test_a_missing_room_shuts_the_gate(tree):
    assert HOUSE.look(tree) == []
    (tree / "askfirst/people/hats.py").unlink()
    assert HOUSE.look(tree) == ["a contract names askfirst.people.hats, and there is no such module"]


def test_a_licence_we_cannot_take_shuts_the_gate(tmp_path, monkeypatch):
    assert LICENCES.look(tmp_path) == []
    plant(
        tmp_path, "planted-1.0.dist-info/METADATA", "Metadata-Version: 2.4\nName: planted\nVersion: 1.0\nLicense-Expression: GPL-3.0-only\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert LICENCES.look(tmp_path) == ["planted 1.0 is under GPL-3.0-only"]


@pytest.mark.parametrize(
    ("licence", "may"),
    [
        ("MIT", True),
        ("BSD-3-Clause", True),
        ("MIT OR Apache-2.0", True),
        ("GPL-3.0-only OR MIT", True),
        ("GPL-3.0-only AND MIT", False),
        ("MIT License; GNU General Public License v3 (GPLv3)", False),
        ("AGPL-3.0", False),
        ("UNKNOWN", False),
        ("", False),
    ],
)
def test_which_licences_we_take(licence, may):
    assert allowed(licence) is may


def test_a_changed_or_lost_file_on_the_list_shuts_the_gate(tmp_path):
    static = "askfirst/web/static/"
    plant(tmp_path, static + "vendor/a.js", "1;\n")
    row = '[[file]]\npath = "vendor/a.js"\nversion = "1"\nsource = "a"\nlicence = "MIT"\nsha256 = "%s"\n'
    digest = "c8e0fc04eb0d47a25c56e2ee5f2e7a4d0d1b5f5a44e5ecb3ec0c0a8a1ed60000"
    plant(tmp_path, static + "vendored.toml", row % digest)
    (said,) = VENDORED.look(tmp_path)
    assert said.startswith("vendor/a.js has changed")
    plant(tmp_path, static + "vendored.toml", row % said.rpartition(" ")[2])
    assert VENDORED.look(tmp_path) == []
    plant(tmp_path, static + "vendored.toml", (row % "").replace('licence = "MIT"\n', ""))
    assert VENDORED.look(tmp_path) == ["vendor/a.js: no licence, sha256"]
    (tmp_path / static / "vendor/a.js").unlink()
    plant(tmp_path, static + "vendored.toml", row % digest)
    assert VENDORED.look(tmp_path) == ["vendor/a.js is on the list and not there"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The Sexual Offences Act 2003", []),
        ("the Public Interest Disclosure Act 1998 protects you", []),
        ("possible personal data breach", []),
        ("a personal data breach", ["breach"]),
        ("a student suspension, or a permanent exclusion", []),
        ("a suspension", ["suspension"]),
        ("an exclusion", ["exclusion"]),
        ("a protected disclosure", []),
        ("the complaints procedure", []),
        ("a complaint", ["complaint"]),
        ("a data protection complaint", []),
        ("It violates nothing, and nobody is accused", ["violates", "accused"]),
        ("offensive words", []),
    ],
)
def test_words_that_convict(words, found):
    assert convicting(words) == found


@pytest.mark.parametrize(
    "line",
    [
        "Ring 01632 960123",
        "07700 900 455",
        "+44 7700 900455",
        "Childline is on 0800 1111",
        "Order 20181101123456789",
        "head@oak.example",
        "a 0.5 b",
        "0412",
    ],
)
def test_what_may_stand_in_a_kept_file(line):
    assert traces_in(line) == []


def test_without_git_every_file_is_looked_at_but_what_tools_made(tmp_path):
    for name in ("a.py", ".ci/run", ".venv/b.py", "var/c", "x.egg-info/d", "docs/e.md"):
        plant(tmp_path, name, "x")
    assert [path.relative_to(tmp_path).as_posix() for path in kept_files(tmp_path)] == [".ci/run", "a.py", "docs/e.md"]


@given(st.lists(st.sampled_from("ask first then post it {who}".split()), min_size=1, max_size=30))
def test_a_sentence_is_as_long_as_its_words_and_gaps(parts):
    text = " ".join(parts).capitalize() + "."
    assert bool(hard_to_read(Shown("here", text, "student"))) is (len(parts) > 15)
    assert bool(hard_to_read(Shown("here", text, "staff"))) is (len(parts) > 20)


def test_the_door_says_what_is_wrong_and_what_to_do(tree, capsys):
    assert door.main(["no-f-strings"], tree) == 0
    assert capsys.readouterr().out == "ok     no-f-strings    No f-string can reach a person.\n"
    plant(tree, "askfirst/web/planted.py", 'words = f"{1}"\n')
    assert door.main(["no-f-strings"], tree) == 1
    assert capsys.readouterr().out.splitlines() == [
        'WRONG  no-f-strings    1 thing is wrong. Do: write say("Ask {who} first.", who=who), or %-formatting for machines',
        "       askfirst/web/planted.py:1 has an f-string",
        "1 of 1 gates are shut. One alone: make check GATE=name",
    ]
    assert door.main(["no-such-gate"], tree) == 2


def test_a_gate_that_cannot_look_is_shut(tree, capsys):
    plant(tree, "askfirst/web/planted.py", "def (\n")
    assert door.main(["no-f-strings"], tree) == 1
    plant(tree, PACK, "id = \n")
    assert door.main(["student-words"], tree) == 1
    assert capsys.readouterr().out.count("it could not look") == 2


def test_every_gate_is_in_the_list_and_named_once():
    names = [gate.name for gate in door.GATES]
    assert sorted(set(names)) == sorted(names)
    here = {
        FORMAT,
        LINT,
        TYPES,
        LAYERS,
        HOUSE,
        DOORS,
        BY_NAME,
        LATE,
        MIGRATIONS,
        FSTRINGS,
        SAID_WHOLE,
        BANNED_WORDS,
        READABLE,
        STUDENT_WORDS,
    }
    assert set(door.GATES) == here | {LICENCES, VENDORED, TRACES, GENERATED}
