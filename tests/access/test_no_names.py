"""Whoever is asked to take something down, and whoever reminds them, never learn who asks: nor may whoever sees a flag (workflows.md 3.8, 3.21).

Every way of reading and every step they may try, byte for byte, for the names, references and seats of whoever asks and whoever helps. First
each planted flaw turns it red.
"""

import json
import re
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import transaction

from askfirst.casework import reading, steps
from askfirst.casework.whose import unnamed_to
from askfirst.people.models import Person
from askfirst.people.notify import mail_sent, send_due
from tests.access.channels import GIVEN
from tests.access.table import KINDS, STATUS, TOLD
from tests.access.table_removal import REMOVALS
from tests.access.table_student_route import STUDENT_ROUTES
from tests.access.world import FORM, build, command, enter
from tests.clock import london

UNNAMED = [row for row in REMOVALS if {STATUS, TOLD} & set(row.sees.values())]
OFTEN = ("sent from colleague to colleague", "a colleague asks for help after all", "one reminder after three school days",
         "staff ask the school about a student", "a parent asks for a child")  # fmt: skip
PAGES = ("/cases/{ref}/", "/cases/{ref}/?sent=1", "/cases/{ref}/?done=say-what", "/cases/{ref}/opened/", "/cases/", "/cases/?kind=removal", "/me/",
         "/me/record/", "/me/record.json", "/", "/api/v1/cases/{ref}", "/api/v1/cases/{ref}/opened", "/api/v1/cases", "/api/v1/me/tasks", "/api/v1/me/record")  # fmt: skip
STUDENTS = [row for row in STUDENT_ROUTES if {STATUS, TOLD} & set(row.sees.values())]
STUDENTS_OFTEN = ("a concern about a student waits for the lead", "a parent was told", "the student’s record is finished")
OWN_TIES = ("/me/record/", "/me/record.json", "/api/v1/me/record")  # they name the reader’s own line manager, case or no case
COMMANDS = (("cases", "show"), ("cases", "show", "--json"), ("cases", "opened"), ("cases", "opened", "--json"))


def secrets(row, viewer):
    """Whatever tells of the one who asks or of whoever helps them; what a page says to everybody about the reader themselves is not one.

    Of a student’s record: of whoever told of it, whom it hurt, and the other families. Nor does anybody read who cleared it; who talked with the student is no secret to them.
    """
    hidden = {row.by.partition("/")[0], *(name for name, part in row.sees.items() if part == "all")} - {viewer}
    if row.kind == "student-route":
        hidden = {row.by, *row.details.get("hurt", ()), "okoropenn", "blenkinsop-g", "maisie", "whitlam", "devlin"} - {viewer}
    if row.by == "okoropenn/parent":
        hidden.add("kit")
    found = set()
    for person in Person.objects.filter(username__in=hidden):
        last = person.name.split()[-1]
        found |= {person.name, person.short, person.ref, person.username, last, last.partition("-")[0]}
    return {one for one in found if one} | {"year-lead:", "line-manager-of:"}


def said_to(world, viewer):
    """(where, text) of all that may be read or tried."""
    browser = world.browser(viewer)
    for page in PAGES:
        response = browser.get(page.format(ref=world.ref))
        yield page, response.content.decode() + repr(sorted(response.items()))
    for words in COMMANDS if "/" not in viewer else ():
        yield " ".join(words), command(*words[:2], world.ref, *words[2:], "--as", viewer)[1]
    for step in KINDS[world.row.kind]:
        given, _ = GIVEN[step]
        for sent in ({**given, "version": 1}, {}):
            with transaction.atomic():
                fields = {name: "yes" if held is True else held for name, held in sent.items()}
                yield (
                    "POST " + step,
                    browser.post("/cases/%s/steps/%s/" % (world.ref, step), urlencode(fields), content_type=FORM).content.decode(),
                )
                transaction.set_rollback(True)
            with transaction.atomic():
                path = "/api/v1/cases/%s/steps/%s" % (world.ref, step)
                yield "API " + step, browser.post(path, json.dumps(sent), content_type="application/json").content.decode()
                transaction.set_rollback(True)
    while send_due(at=settings.CLOCK()):
        pass
    address = Person.objects.values_list("email", flat=True).get(username=viewer)
    for mail in mail_sent(most=1000):
        if mail.to == address:
            yield "mail", mail.subject + mail.body


def stands_in(secret, text):
    """As a word of its own: three letters may stand in a token by chance."""
    return re.search(r"(?<!\w)%s(?!\w)" % re.escape(secret), text) is not None


def names_found(row):
    """How much was read, and each secret that stands in it."""
    read, wrong, known = 0, [], {}
    with transaction.atomic():
        for viewer in {name for name, part in row.sees.items() if part in (STATUS, TOLD)}:
            browser = enter(viewer, london(row.now))
            known |= {(viewer, page): browser.get(page).content.decode() for page in OWN_TIES}
        world = build(row)
        for viewer in [name for name, part in row.sees.items() if part in (STATUS, TOLD)]:
            world.browsers[viewer] = enter(viewer, london(row.now))
            hidden = secrets(row, viewer)
            for where, text in said_to(world, viewer):
                read += 1
                wrong += [
                    "%s: %s reads %s at %s" % (row.id, viewer, secret, where)
                    for secret in hidden
                    if stands_in(secret, text) and not stands_in(secret, known.get((viewer, where), ""))
                ]
        transaction.set_rollback(True)
    return read, wrong


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id, marks=() if row.id in OFTEN else pytest.mark.prove) for row in UNNAMED])
def test_no_name_of_whoever_asks_or_helps_is_read_by_whoever_is_asked(people, row):
    read, wrong = names_found(row)
    assert read > 50
    assert wrong == []


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=row.id, marks=() if row.id in STUDENTS_OFTEN else pytest.mark.prove) for row in STUDENTS]
)
def test_no_name_of_another_student_or_of_whoever_told_is_read_by_a_student_or_a_family(people, row):
    read, wrong = names_found(row)
    assert read > 50
    assert wrong == []


ASKED = next(row for row in UNNAMED if row.id == "one reminder after three school days")
HELPED = next(row for row in UNNAMED if row.id == "a colleague asks for help after all")


def whole_file(monkeypatch):
    monkeypatch.setattr(reading, "unnamed", lambda workflow, file, seats, *, hats, by: file)


def named_refusals(monkeypatch):
    monkeypatch.setattr(steps, "unnamed_to", lambda found: False)


def everybodys_calls(monkeypatch):
    real, turn = unnamed_to, iter(range(10**6))
    monkeypatch.setattr(reading, "unnamed_to", lambda found: real(found) and next(turn) % 3 != 1)


def words_of_the_asker(monkeypatch):
    monkeypatch.setattr(reading, "unnamed_to", lambda found: False)


TOLD_AT_HOME = next(row for row in STUDENTS if row.id == "a parent was told")
FLAWS = [
    (whole_file, TOLD_AT_HOME),
    (words_of_the_asker, TOLD_AT_HOME),
    (whole_file, ASKED),
    (words_of_the_asker, ASKED),
    (named_refusals, HELPED),
    (everybodys_calls, HELPED),
]


@pytest.mark.parametrize(("flaw", "row"), FLAWS, ids=["%s-%s" % (flaw.__name__, row.kind) for flaw, row in FLAWS])
def test_a_name_that_is_let_through_is_noticed(people, monkeypatch, flaw, row):
    flaw(monkeypatch)
    assert names_found(row)[1]
