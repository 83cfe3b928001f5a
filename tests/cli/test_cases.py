"""Cases on the command line, as the cast uses it on the server's own machine; and what an operator may look at there."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from askfirst.casework import access
from askfirst.casework.models import Case, CaseAccess
from askfirst.casework.steps import open_case
from askfirst.cli.main import COMMANDS, main
from askfirst.people import second_step
from askfirst.people.accounts import set_password
from askfirst.people.calendar import london_day
from askfirst.people.models import Installation, Person
from askfirst.people.standing import standing
from askfirst.trail import chain
from askfirst.trail.models import Event
from tests.cast import cast, who
from tests.clock import at
from tests.people.phone import shows

__all__ = ["at", "cast"]

NEVER_USED = "BBBBBBBB"
LONG = "Correct horse 7 battery"


class Done:
    """How a command ended: exit code, standard output, standard error."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def data(self):
        return json.loads(self.out)

    @property
    def complaint(self):
        """The one line of a command that could not do it."""
        assert (self.code, self.out, self.err.count("\n")) == (2, "", 1), vars(self)
        return self.err


@pytest.fixture
def run(db, monkeypatch, capsys):
    """A command in this test's database."""

    def call(*arguments, words=b""):
        given = words if isinstance(words, bytes) else words.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        said = capsys.readouterr()
        return Done(ended.value.code, said.out, said.err)

    return call


@pytest.fixture
def opened(cast, at):
    """A case opened by somebody of the cast."""

    def open_it(name, when, kind, **details):
        moment = at(when)
        return open_case(kind=kind, by=standing(who(name), on=london_day(moment)), details=details, at=moment)

    return open_it


def test_s24_on_the_command_line(run, opened, at, tmp_path):
    ref = opened("standish", "2026-12-01 13:30", "press", schools=["northgate", "eastfield"], asked="About the race")
    at("2026-12-01 14:05")
    waits = run("cases", "list", "--as", "obuya")
    assert waits.code == 1
    assert "1 waiting for you." in waits.out
    assert "acting for Ms Devlin-Shaw" in waits.out
    assert "About the race" not in waits.out
    advice = tmp_path / "advice.txt"
    advice.write_text("Please do not answer.\n", encoding="utf-8")
    done = run("cases", "step", ref, "consult", "--as", "obuya", "--words", str(advice))
    assert (done.code, done.out) == (0, "%s · Consulted.\nIt stands at: consultation pending.\n" % ref)
    assert run("cases", "list", "--as", "obuya").code == 0
    shown = run("cases", "show", ref, "--as", "standish")
    assert shown.code == 0
    assert "Tue 01 Dec 2026 14:05 · Consulted, by Mr Obuya acting for Ms Devlin-Shaw\n    advice: Please do not answer.\n" in shown.out
    owed = "Ask Mr Abernethy, for Eastfield Academy, before any response is given. (SNS-12)"
    assert run("cases", "step", ref, "respond", "--as", "standish").complaint == "askfirst: %s\n" % owed
    at("2026-12-01 15:20")
    assert run("cases", "step", ref, "consult", "--as", "abernethy", "--words", "-", words="Say it was fun.").code == 0
    last = run("cases", "step", ref, "respond", "--as", "standish", "--words", "-", "--json", words='{"note": "I said it was fun."}')
    assert (last.code, last.data["state"]) == (0, "responded")
    assert [event["words"] for event in last.data["timeline"] if event["step"] == "respond"] == [{"note": "I said it was fun."}]


def test_s20_what_a_trustees_matter_does_not_offer_is_not_listed_and_refused_in_the_same_words(run, opened, at):
    ref = opened("vasquez-thorne", "2026-11-23 10:00", "interest", text="I own a share in Larkmoor Print.")
    assert run("cases", "step", ref, "hand-on", "--as", "pritchard").code == 0
    assert run("cases", "step", ref, "talk", "--as", "quarshie", "--set", "how=by-message").code == 0
    (settle,) = [one for one in run("cases", "show", ref, "--as", "quarshie", "--json").data["steps"] if one["id"] == "settle"]
    assert {field["id"]: field["choices"] for field in settle["fields"] if field["choices"]} == {
        "outcome": ["no-conflict", "managed", "recuse", "instruction"]
    }
    refused = run("cases", "step", ref, "settle", "--as", "quarshie", "--set", "outcome=referred", "--set", "refer_to=hr")
    assert "A trustee’s matter stays with the Chair. Choose another outcome." in refused.complaint


def test_who_opened_it_for_its_people_and_for_the_data_protection_officer(run, opened, at):
    ref = opened("harrow", "2026-11-25 10:00", "question", text="CANARY", to="line-manager")
    run("cases", "show", ref, "--as", "harrow")
    at("2026-11-25 10:05")
    run("cases", "show", ref, "--as", "pascoe")
    his = run("cases", "opened", ref, "--as", "pascoe")
    assert (his.code, his.out) == (
        0,
        "%s · A question · 2 times, newest first\n"
        "Wed 25 Nov 2026 10:05 · Dr Anselm Pascoe, Head of History\n"
        "Wed 25 Nov 2026 10:00 · Ms Mei-Lin Harrow, History teacher (early career)\n" % ref,
    )
    hers = run("cases", "opened", ref, "--as", "sethuraman").out.splitlines()[1:]
    assert hers == [
        "Wed 25 Nov 2026 10:05 · Dr Anselm Pascoe, Head of History (this list only)",
        "Wed 25 Nov 2026 10:05 · Dr Anselm Pascoe, Head of History",
        "Wed 25 Nov 2026 10:00 · whoever asked, or wrote it down",
    ]
    data = run("cases", "opened", ref, "--json", "--as", "sethuraman").data
    assert [(one["who"], one["list_only"]) for one in data["opened"]] == [
        ("Ms Rukmini Sethuraman", True),
        ("Dr Anselm Pascoe", True),
        ("Dr Anselm Pascoe", False),
        (None, False),
    ]
    theirs = [run("cases", "opened", one, "--as", "wieczorek").complaint for one in (ref, NEVER_USED)]
    assert theirs[0] == theirs[1] and "There is nothing of yours under that reference" in theirs[0]


def test_an_answer_takes_its_words_from_input_and_its_choices_from_options(run, opened):
    ref = opened("harrow", "2026-11-25 10:00", "question", text="May I?", to="line-manager")
    answer = ("cases", "step", ref, "answer", "--as", "pascoe")
    assert "how strong" in run(*answer, "--words", "-", words="You may.").complaint
    assert "Send words with --words" in run(*answer, "--set", "text=You may.").complaint
    assert "not whole JSON" in run(*answer, "--words", "-", words='{"text": "cut').complaint
    assert run(*answer, "--set", "strength=You may", "--set", "outside=yes", "--words", "-", words="You may.").code == 0
    assert [
        event["words"] for event in run("cases", "show", ref, "--as", "harrow", "--json").data["timeline"] if event["step"] == "answer"
    ] == [{"text": "You may.", "strength": "You may", "outside": True}]


def test_whoever_passes_it_on_is_told_so_and_has_no_more_of_it(run, opened):
    ref = opened("harrow", "2026-11-25 10:00", "question", text="May I?", to="line-manager")
    assert run("cases", "step", ref, "pass-on", "--as", "pascoe", "--set", "who=comms").out == "%s · Passed on.\n" % ref
    assert run("cases", "list", "--as", "pascoe").out == "0 waiting for you.\n0 you may see.\n"
    for late in (("show", ref), ("step", ref, "answer", "--set", "strength=You may", "--words", "-")):
        told = run("cases", *late, "--as", "pascoe", words="You may.")
        assert (told.code, "Somebody passed this on, so it is not yours to answer any more. Nothing was sent." in told.complaint) == (
            2,
            True,
        )
    assert list(chain.events("tries")) == []


def test_s12_and_s56_forbidden_is_never_used_word_for_word(run, opened):
    ref = opened("farouk", "2026-11-25 16:00", "question", text="May I start a Discord server?", to="tutor")
    for other in ("pascoe", "devlin", "wieczorek", "achterberg"):
        for command in (("show",), ("step", "answer")):
            hidden, never = (run("cases", command[0], one, *command[1:], "--as", other) for one in (ref, NEVER_USED))
            assert hidden.complaint == never.complaint
        assert (
            run("cases", "list", "--as", other, "--after", ref).complaint
            == run("cases", "list", "--as", other, "--after", NEVER_USED).complaint
        )
        assert run("cases", "list", "--as", other).out == "0 waiting for you.\n0 you may see.\n"
    assert [event.of for event in chain.events("tries")] == [ref, NEVER_USED, ref, NEVER_USED, ref, NEVER_USED] * 4
    assert "Discord" in run("cases", "show", ref, "--as", "standish").out


def test_words_cannot_steer_the_terminal_they_are_shown_on(run, opened):
    ref = opened("harrow", "2026-11-25 10:00", "question", text="May I\x1b[2J?\u202egnp\x9b31m", to="line-manager")
    shown = run("cases", "show", ref, "--as", "pascoe").out
    assert "text: May I\ufffd[2J?\ufffdgnp\ufffd31m" in shown
    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)
    assert run("cases", "show", ref, "--as", "pascoe", "--json").data["details"]["text"] == "May I\x1b[2J?\u202egnp\x9b31m"


BAD = [
    (("list",), "--as"),
    (("list", "--as", "nobody"), "Nobody here has that username"),
    (("list", "--as", ""), "Nobody here has that username"),
    (("list", "--as", "harrow", "--kind", "moan"), "question"),
    (("list", "--as", "harrow", "--state", "sold"), "We do not know this state"),
    (("show", "\x1b[31m", "--as", "harrow"), "nothing of yours"),
    (("step", "REF", "approve", "--as", "pascoe"), "There is no such step"),
    (("step", "REF", "answer", "--as", "pascoe"), "text: Write your answer"),
    (("step", "REF", "answer", "--as", "harrow", "--set", "outside=yes"), "Only Dr Pascoe can do this."),
    (("step", "REF", "answer", "--as", "pascoe", "--words", "no-such-file.txt"), "No such file"),
    (("step", "REF", "answer", "--as", "pascoe", "--words", "."), "Is a directory"),
    (("step", "REF", "withdraw", "--as", "harrow", "--words", "-"), "takes no words"),
    (("step", "REF", "withdraw", "--as", "harrow", "--for", "northgate"), "for: This step is about the whole case"),
    (("step", "REF", "withdraw", "--as", "harrow", "words"), "unexpected extra argument"),
]


@pytest.mark.parametrize(("arguments", "says"), BAD)
def test_bad_input_ends_in_one_line_and_2_and_changes_nothing(run, opened, arguments, says):
    ref = opened("harrow", "2026-11-25 10:00", "question", text="May I?", to="line-manager")
    version = Case.objects.get().version
    assert says in run("cases", *(ref if one == "REF" else one for one in arguments)).complaint
    assert Case.objects.get().version == version


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (b"x" * 1_000_000, "10,000"),
        (b"x" * 5_000_001, "5,000,000"),
        (b"a\0b", "cannot be kept"),
        (b"\xff\xfe", "not UTF-8"),
        (b'{"text": "half \\ud800 gone"}', "cannot be kept"),
        (b'{"\\ud800": "x"}', "?: There is a field"),
        (b'{"text": {"a": 1}}', "must be text"),
        (b'{"a": ' + b"[" * 100_000, "not whole JSON"),
    ],
)
def test_words_that_cannot_be_used_end_in_one_line(run, opened, words, says):
    ref = opened("harrow", "2026-11-25 10:00", "question", text="May I?", to="line-manager")
    assert says in run("cases", "step", ref, "answer", "--as", "pascoe", "--words", "-", words=words).complaint
    assert run("cases", "show", ref, "--as", "harrow", "--json").data["state"] == "asked"


def second_step_of(name, moment):
    """Set up, as in a browser; its key."""
    sealed = second_step.new_secret()
    key = second_step.to_show(who(name), sealed).key
    assert second_step.set_up(who(name), sealed, shows(key, moment), at=moment)
    return key


def test_in_production_a_person_signs_in_by_password_and_never_by_argument(run, opened, at, settings):
    ref = opened("harrow", "2026-11-25 10:00", "question", text="May I?", to="line-manager")
    settings.PRODUCTION = True
    set_password("pascoe", LONG)
    listed = ("cases", "list", "--as", "pascoe")
    assert "--password-stdin" in run(*listed).complaint
    wrong = run(*listed, "--password-stdin", words="Not the password\n").complaint
    assert wrong == run("cases", "list", "--as", "nobody", "--password-stdin", words="Not the password\n").complaint
    assert "You need a second step first." in run(*listed, "--password-stdin", words=LONG + "\n").complaint
    key = second_step_of("pascoe", at("2026-11-25 09:00"))
    assert "That code does not work" in run(*listed, "--password-stdin", words=LONG + "\n").complaint
    signed = LONG + "\n%s\n"
    assert run(*listed, "--password-stdin", words=signed % shows(key, at("2026-11-25 10:01"))).code == 1
    assert "was used before" in run(*listed, "--password-stdin", words=signed % shows(key, at("2026-11-25 10:01"))).complaint
    step = ("cases", "step", ref, "answer", "--as", "pascoe", "--password-stdin", "--words", "-")
    answered = run(
        *step, "--set", "strength=You may", "--set", "outside=yes", words=signed % shows(key, at("2026-11-25 10:02")) + "You may.\n"
    )
    assert answered.code == 0
    said = run(
        "cases", "show", ref, "--as", "pascoe", "--password-stdin", "--json", words=signed % shows(key, at("2026-11-25 10:03"))
    ).data["timeline"]
    assert [event["words"]["text"] for event in said if event["step"] == "answer"] == ["You may."]
    Person.objects.filter(username="pascoe").update(left_on="2026-11-24")
    assert run(*listed, "--password-stdin", words=LONG).complaint == wrong
    for _ in range(6):
        run("cases", "list", "--as", "harrow", "--password-stdin", words="guess\n")
    assert "Wait" in run("cases", "list", "--as", "harrow", "--password-stdin", words="guess\n").complaint


def test_trail_verify_names_the_first_bad_record(run, opened):
    ref = opened("harrow", "2026-11-25 10:00", "question", text="May I?", to="line-manager")
    whole = run("trail", "verify")
    assert (whole.code, whole.out) == (0, "Every chain is as it was written: 1 looked at.\n")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE trail_event SET who = 'ZZZZZZZZ' WHERE chain = %s AND sequence = 2", [ref])
    assert Event.objects.get(chain=ref, sequence=2).who == "ZZZZZZZZ"
    broken = run("trail", "verify")
    assert broken.code == 1
    assert "Record 2 of %s is not as it was written." % ref in broken.out
    assert run("trail", "verify", "--json").data["broken"] == [
        {"chain": ref, "sequence": 2, "why": "Record 2 of %s is not as it was written." % ref}
    ]


def test_mend_access_shows_each_row_that_differs_and_changes_none(run, opened):
    ref = opened("harrow", "2026-11-25 10:00", "question", text="CANARY", to="line-manager")
    assert (run("mend", "access", "--check").code, access.differences()) == (0, [])
    case = Case.objects.get(ref=ref)
    CaseAccess.objects.filter(case=case, scope="person:%s" % who("harrow")).delete()
    CaseAccess.objects.filter(case=case, scope="line-manager-of:%s" % who("harrow")).update(part=1)
    CaseAccess.objects.create(scope="it", case=case, part=3, kind="question", state="asked", open=True)
    looked = run("mend", "access", "--check")
    assert (looked.code, looked.out.splitlines()) == (
        1,
        [
            "it sees %s, and should not." % ref,
            "line-manager-of:%s sees %s otherwise than it should." % (who("harrow"), ref),
            "person:%s should see %s, and does not." % (who("harrow"), ref),
            "3 to look at.",
        ],
    )
    assert run("mend", "access", "--check", "--json").data["differences"][0]["scope"] == "it"
    assert CaseAccess.objects.filter(case=case, scope="it").exists()
    assert "--check" in run("mend", "access").complaint


def test_the_demo_is_loaded_once_and_never_in_production(run, at, settings):
    at("2026-11-25 10:00")
    settings.PRODUCTION = True
    assert "runs in production" in run("demo", "load").complaint
    assert not Installation.objects.exists()
    settings.PRODUCTION = False
    loaded = run("demo", "load")
    assert (loaded.code, loaded.err) == (0, "")
    assert loaded.out == "The demo is loaded, with %d cases.\n" % Case.objects.count()
    assert access.differences() == []
    assert run("trail", "verify").code == 0
    count = Case.objects.count()
    assert "People are loaded already" in run("demo", "load").complaint
    assert Case.objects.count() == count


def process(*arguments, **environment):
    command = str(Path(sys.executable).with_name("askfirst"))
    return subprocess.run([command, *arguments], capture_output=True, env=os.environ | environment, check=False, timeout=60, text=True)


@pytest.mark.parametrize(
    "arguments", [("cases", "list", "--as", "harrow"), ("trail", "verify"), ("mend", "access", "--check"), ("demo", "load")]
)
def test_without_a_database_it_is_one_line(tmp_path, arguments):
    done = process(*arguments, ASKFIRST_DATA=str(tmp_path / "none"))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done
    assert "Traceback" not in done.stderr


def test_help_names_every_command_and_loads_no_django():
    code = (
        "import sys\nfrom askfirst.cli.main import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([name for name in sys.modules if name.split('.')[0] == 'django'], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert done.stderr.strip() == "[]"
    assert {line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ") and line.split()[0] in COMMANDS} == set(COMMANDS)
