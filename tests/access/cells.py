"""From rows to cells: each person, each channel, each step, and what is to come of it. Nothing here is read from the product."""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from tests.access.cast_roles import NOBODY, ROLES, TELLS_BY_MAIL
from tests.access.channels import READ, TAKE
from tests.access.table import ALL, KINDS, NOT_YET, OWN, QUESTIONS, STATUS, TOLD, Row
from tests.access.table_audit import AUDITED
from tests.access.table_concern import CONCERNS
from tests.access.table_data_request import ASKED_FOR
from tests.access.table_do_not_post import ENTRIES
from tests.access.table_event import EVENTS
from tests.access.table_groups import GROUPS
from tests.access.table_impostor import TOLD_OF
from tests.access.table_instruction import INSTRUCTIONS
from tests.access.table_pages import PAGES
from tests.access.table_press import ENQUIRIES
from tests.access.table_removal import REMOVALS
from tests.access.table_staff_route import STAFF_ROUTES
from tests.access.table_student_route import STUDENT_ROUTES
from tests.access.table_talks import TALKS
from tests.access.world import build, enter
from tests.clock import london

__all__ = ["ROWS", "Cell", "cells_of", "judge", "walk"]

ROWS: tuple[Row, ...] = (
    *QUESTIONS,
    *ENQUIRIES,
    *TALKS,
    *PAGES,
    *GROUPS,
    *REMOVALS,
    *ENTRIES,
    *ASKED_FOR,
    *TOLD_OF,
    *EVENTS,
    *INSTRUCTIONS,
    *STAFF_ROUTES,
    *STUDENT_ROUTES,
    *CONCERNS,
    *AUDITED,
)
ELSEWHERE = {
    kind: ("answer" if kind == "press" else "consult", "decide") for kind in KINDS
}  # a step of another kind, and one that no kind has
BESIDE = ("rainsford", "abernethy")  # the two who see the case that stands beside each row's own
ABOUT_A_CASE = {
    "page", "page right after sending", "api", "command line", "command line, as data", "receipt", "receipt as a file", "who has looked",
    "beside it", "api beside it", "command line beside it", "place in the list", "api place in the list", "command line place in the list",
}  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """One square of the table."""

    row: Row
    viewer: str
    channel: str
    step: str = ""

    @property
    def part(self):
        return self.row.sees.get(self.viewer)

    @property
    def out(self):
        """Signed out, or gone by the day of the row."""
        left = [
            tie for tie in (*self.row.before, *(then.tie for then in self.row.then)) if tie and tie[0] == "left" and tie[1] == self.viewer
        ]
        return self.viewer == NOBODY or self.viewer == "grange" or any(self.row.now[:10] > tie[2] for tie in left)

    @property
    def allowed(self):
        """Whether anything but a refusal is expected here."""
        return self.expected not in (
            "missing",
            "passed on",
            "sign in",
            "not listed",
            "not told",
            "not offered",
            "refused",
            "no such step",
            "no place",
            0,
        )

    @property
    def expected(self):
        return _step_expected(self) if self.step else _read_expected(self)

    def __str__(self):
        role, place = ROLES[self.viewer]
        tie = self.row.stands.get(self.viewer, "none")
        return "%s: %s (%s, %s; %s), %s %s" % (self.row.id, self.viewer, role, place, tie, self.channel, self.step)


def _own(cell):
    """The asker, whoever wrote it down, and whom an instruction is for: theirs by name."""
    return cell.part == OWN


def _waits(cell):
    return cell.viewer in cell.row.waits


def _yes(yes, one, other):
    return one if yes else other


LISTS = ("list", "list of its kind", "api list", "command line list")
BY_NAME = ("my things", "my record", "my record as a file", "api record")
WHO_OPENED = ("who opened it", "api who opened it", "command line who opened it")
OF_THE_CASE_ITSELF = ("page", "page right after sending", "who has looked", "api", "command line", "command line, as data")
TASKS = ("to do", "to do at home", "api tasks", "command line tasks")


def _audits(cell):
    """The Data Protection Officer sees that a case is there and who opened it, unless she is too close to it (3.21: "audit")."""
    return cell.viewer == "sethuraman" and cell.row.stands.get(cell.viewer) != "conflicted"


def _knows_looks(cell):
    """Whose it is, and whoever handles it (3.0); nobody whose it may only become."""
    return cell.part in (OWN, ALL) and cell.row.stands.get(cell.viewer) != NOT_YET


TAKES_EVIDENCE = ("removal", "impostor", "concern", "staff-route", "student-route")


def _looks_beside(cell):
    """Whoever sees all of it, and whoever asked or told, for what they put there (3.0); of a concern with a name too. Nobody else."""
    told = cell.row.kind == "concern" and cell.viewer == cell.row.by and cell.part == TOLD
    return cell.row.kind in TAKES_EVIDENCE and (cell.part in (OWN, ALL) or told)


def _told_expected(cell):
    """Notices and mails go out whoever is signed in, in whatever hat."""
    name = cell.viewer.partition("/")[0]
    told = name in cell.row.told and (cell.channel == "notice" or name in TELLS_BY_MAIL)
    return _yes(told, "told", "not told")


def _read_expected(cell):
    channel, part = cell.channel, cell.part
    if channel in ("notice", "mail"):
        return _told_expected(cell)
    if channel == "to do at home" and cell.out:
        return "not listed"  # home is for everybody; it shows nobody's things to whoever is not signed in
    if channel == "a number as a place":
        return "no place"
    if cell.out:
        return "sign in"
    listed = {
        **dict.fromkeys(LISTS, part is not None),
        **dict.fromkeys(BY_NAME, _own(cell)),
        **dict.fromkeys(TASKS, _waits(cell)),
        "list of another kind": False,
    }
    if channel in listed:
        return _yes(listed[channel], "listed", "not listed")
    if channel == "refused tries":
        return _yes(cell.viewer == "sethuraman", "listed", "missing")
    if channel == "audit list":
        return _yes(_audits(cell), "listed", _yes(cell.viewer == "sethuraman", "not listed", "missing"))
    if channel in WHO_OPENED:
        return _yes(_knows_looks(cell) or _audits(cell), "seen", "missing")
    if channel == "count":
        also = (cell.viewer in BESIDE, cell.row.page and cell.viewer == cell.row.by, cell.viewer in cell.row.led_to)
        return int(part is not None) + sum(also)
    return _case_expected(cell)


def _case_expected(cell):
    channel, part = cell.channel, cell.part
    assert channel in ABOUT_A_CASE, "no line says what to expect of the channel %r" % channel
    if part is None:
        return _yes(cell.viewer in cell.row.gave and channel in OF_THE_CASE_ITSELF, "passed on", "missing")
    if channel in ("beside it", "api beside it", "command line beside it"):
        return _yes(_looks_beside(cell), "seen", "missing")
    if channel == "page right after sending":
        return "seen"
    if channel.startswith("receipt"):
        return _yes(cell.row.kind == "question" and cell.viewer == cell.row.by, "words", "missing")
    if channel == "who has looked":
        return _yes(_knows_looks(cell), "told", "not told")
    if channel.endswith("place in the list"):
        return "a place in the list"
    if channel == "api":
        return {STATUS: "status", TOLD: "told", OWN: "own", ALL: "all"}[part]
    return _yes(part == STATUS, "status", "words")


def _step_expected(cell):
    may = cell.viewer in cell.row.does.get(cell.step, ())
    if cell.channel in ("button", "api offer"):
        return _yes(may and not cell.out, "offered", "not offered")
    if cell.out:
        return "sign in"
    if cell.part is None:
        return _yes(cell.viewer in cell.row.gave, "passed on", "missing")
    if cell.step not in KINDS[cell.row.kind]:
        return "missing" if cell.channel == "step by page" else "no such step"
    return _yes(may, "taken", "refused")


def cells_of(row):
    """Every cell of a row. A hat is worn in a browser: the command line has none to put on."""
    for viewer in ROLES:
        for channel in READ:
            if not ("/" in viewer and channel.startswith("command line")):
                yield Cell(row, viewer, channel)
        for channel in TAKE:
            if "/" in viewer and channel == "step by command line":
                continue
            steps = KINDS[row.kind] if channel in ("button", "api offer") else (*KINDS[row.kind], *ELSEWHERE[row.kind])
            for step in steps:
                yield Cell(row, viewer, channel, step)


def judge(cell, world):
    """What is wrong with a cell, in a line; "" where it is as expected. Whatever it did is undone."""
    with transaction.atomic():
        before = world.version
        try:
            got = TAKE[cell.channel](world, cell.viewer, cell.step) if cell.step else READ[cell.channel](world, cell.viewer)
        except AssertionError as said:
            got = str(said)
        moved = world.version != before
        transaction.set_rollback(True)
    if got != cell.expected:
        return "%s: expected %r, got %r" % (cell, cell.expected, got)
    if moved != (got == "taken"):
        return "%s: it says %r, and the case %s" % (cell, got, "changed" if moved else "did not change")
    return ""


def walk(rows, choose):
    """Every cell that `choose` lets through, row by row; how many there were, how many of them allow something, and what was wrong."""
    count, allowed, wrong = 0, 0, []
    clock, inside = settings.CLOCK, {}  # somebody signs in once for each moment that rows are looked at
    for row in rows:
        cells = [cell for cell in cells_of(row) if choose(cell)]
        if not cells:
            continue
        for viewer in {cell.viewer for cell in cells} - {viewer for viewer, now in inside if now == row.now}:
            inside[viewer, row.now] = enter(viewer, london(row.now))
        with transaction.atomic():
            world = build(row)
            world.browsers = {viewer: browser for (viewer, now), browser in inside.items() if now == row.now}
            for cell in cells:
                if said := judge(cell, world):
                    wrong.append(said)
            transaction.set_rollback(True)
        for viewer in {cell.viewer for cell in cells if cell.out}:
            inside.pop((viewer, row.now), None)  # whoever had left was signed out there; in the next row they come in anew
        count += len(cells)
        allowed += sum(cell.allowed for cell in cells)
    settings.CLOCK = clock
    return count, allowed, wrong
