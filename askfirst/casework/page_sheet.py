"""The official pages as a table, for communications: saved as CSV, changed in a spreadsheet, sent back. All of it applies, or nothing.

A row changes what the public reads of a page: its name and its address. A row without a reference begins a page for whoever keeps it
(page_begun). Nothing is made official by a file, and a mixed page has no row: its keeper makes a plan first (HYB-2). Each page that is
written into the table is read, and the trail of its case says by whom. Source: HYB-1, HYB-2.
"""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime

from django.db import transaction

from askfirst.casework import access, reading, steps
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.kinds.page import LIVE, LOOKED_AT, NOT_IN_ORDER
from askfirst.casework.kinds.page_handover import keeper
from askfirst.casework.openings.page import FILLED
from askfirst.casework.page_begun import MIXED, MOST_NEW, begin, column_of, looked_over
from askfirst.casework.page_proof import listed_address
from askfirst.casework.page_sheet_done import BadSheet, Begun, Change, Done, Moved
from askfirst.casework.page_sheet_read import COLUMNS, FORMULA, MOST, Row, read_rows, twice
from askfirst.people.calendar import london_day
from askfirst.people.hats import COMMS, Standing, subjects
from askfirst.people.holding import todays_trust
from askfirst.people.roster.read import Place
from askfirst.people.who import names, schools
from askfirst.sites import register
from askfirst.sites.addresses import BadAddress, one_spelling
from askfirst.trail import once as only_once
from askfirst.words import say

__all__ = [
    "COLUMNS",
    "LARGEST",
    "MOST",
    "BadSheet",
    "Begun",
    "Change",
    "Done",
    "apply_sheet",
    "as_csv",
    "look_at_sheet",
    "may_have_sheet",
    "sheet",
]

LARGEST = 2_500_000
"""Bytes of a file."""
LONGEST_SHOWN = 1_500
"""Characters of a cell that goes out: a longer one is cut, since none longer than 2,000 comes back in."""
DAYS = ("last checked", "review")
"""Days that go on while a file lies on somebody's desk: what stands there is passed over."""
FIELDS = {"called": "name", "address": "address"}
NOT_THERE = say("No official page has this reference. Its keeper begins a page under “Tell us of a page”.")
TOO_LARGE = say("This file is too large. Send at most {most} MB at a time.", most="2.5")
EMPTY = say("This is empty. Fill it in, or take the line out.")
TOO_MANY_NEW = say("A file may begin {most} new pages. Send it in parts.", most=MOST_NEW)


class _OnlyLooked(Exception):
    """Undoes what was done to see what a file would do."""


def may_have_sheet(by: Standing) -> bool:
    """Whoever keeps the register: communications, and whoever acts for them."""
    return COMMS in by.seats


def sheet(*, by: Standing, at: datetime) -> dict[str, dict[str, str]]:
    """The official pages this person may read, newest first, by reference. Raises access.Missing for whoever has no such table."""
    if not may_have_sheet(by):
        raise access.Missing
    found = {}
    for line in access.page(by, kind="page", limit=MOST):
        if line.state in LIVE:
            found[line.ref] = _row(reading.open_file(line.ref, by=by, at=at))
    return found


def _row(opened: reading.OpenFile) -> dict[str, str]:
    case, looked = opened.case, opened.file.last(*LOOKED_AT)
    owner = subjects(keeper(opened.file))[0]
    known = names([owner])
    details = opened.papers.get("details", {})
    return {
        "reference": case.ref,
        "name": register.called(case.ref),
        "address": listed_address(opened),
        "school": next((one.name for one in schools() if one.id == case.school_id), todays_trust().name),
        "role": known[owner].title if owner in known else "",
        "status": str(opened.workflow.states[case.state]),
        "last checked": london_day(looked.at).isoformat() if looked else "",
        "review": london_day(case.closes_at).isoformat() if case.closes_at else "",
        "purpose": _short(details.get("purpose")),
        "owner": known[owner].name if owner in known else "",
        **_filled(opened),
    }


def _filled(opened: reading.OpenFile) -> dict[str, str]:
    """What its list of tasks says, as it was filled in last."""
    held: dict[str, str] = {}
    for step, fields in FILLED.items():
        taken = opened.file.last(step)
        words = opened.papers.get("step-%d" % taken.sequence, {}) if taken else {}
        held |= {column_of(field.id): _short(words.get(field.id)) for field in fields}
    return held


def _short(words: object) -> str:
    text = str(words or "").replace("\r\n", "\n").replace("\r", "\n").strip()
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def as_csv(rows: Mapping[str, Mapping[str, str]]) -> str:
    """The table as a file. A cell that a spreadsheet would take for a formula begins with a mark that stops it."""
    out = io.StringIO(newline="")
    writing = csv.writer(out)
    writing.writerow(COLUMNS)
    writing.writerows([_guarded(row[column]) for column in COLUMNS] for row in rows.values())
    return out.getvalue()


def _guarded(cell: str) -> str:
    return "'" + cell if cell.startswith(FORMULA) else cell


def look_at_sheet(raw: bytes, *, by: Standing, at: datetime) -> Done:
    """What the file would do, done and undone: nothing has changed. Raises access.Missing, BadField for too large a file, and BadSheet."""
    done, now = Done(), sheet(by=by, at=at)
    with suppress(_OnlyLooked), transaction.atomic():
        done = _apply(raw, now, by=by, at=at)
        raise _OnlyLooked
    return done


def apply_sheet(raw: bytes, *, by: Standing, at: datetime, shown: str | None = None, once: steps.Once | None = None) -> tuple[int, int]:
    """Make the public names and addresses those of the file, and begin its new pages; how many changed, and how many were begun.

    A line that says what is so already changes nothing. All lines hold, or none is applied. `shown`: the digest of what somebody saw that
    it would do; None where nobody looked. Under a key that came before, what came of it then.
    Raises access.Missing, BadField for too large a file, BadSheet, Moved and once.Reused.
    """
    now = sheet(by=by, at=at)

    def act() -> str:
        done = _apply(raw, now, by=by, at=at, shown=shown)
        return "{}.{}".format(len(done.changed), len(done.begun))

    changed, _, begun = only_once.done(act, once=once, who=by.person, at=at).partition(".")
    return int(changed), int(begun)


def _apply(raw: bytes, now: Mapping[str, Mapping[str, str]], *, by: Standing, at: datetime, shown: str | None = None) -> Done:
    """Does what the file says. Raises BadSheet with every wrong cell of every line, BadField and Moved; then nothing is done."""
    if len(raw) > LARGEST:
        raise BadField("file", TOO_LARGE)
    rows, wrong = read_rows(raw)
    wrong += twice(rows)
    new = [row for row in rows if not row.held["reference"]]
    wrong += [Place(row.line, "reference", TOO_MANY_NEW) for row in new[MOST_NEW : MOST_NEW + 1]]
    past = {row.line for row in new[MOST_NEW:]}  # what one file cannot begin is looked over in the file that does
    places = {"": todays_trust().name, **{one.id: one.name for one in schools()}}
    changed, begun = list[Change](), list[Begun]()
    with transaction.atomic():
        for row in rows:
            if row.line in past:
                continue
            try:
                if row.held["reference"]:
                    changes, bad = _changed(row, now, by=by, at=at)
                    changed += changes
                else:
                    given, bad = looked_over(row.held, places, by=by, on=london_day(at))
                    if not bad and not any(one.line == row.line for one in wrong):
                        ref = begin(given, by=by, at=at)
                        begun.append(Begun(ref, row.held.get("name", ""), row.held.get("address", ""), row.held.get("owner", "")))
            except BadField as problem:
                bad = [BadField(column_of(problem.field), problem.sentence)]
            except Refused as refused:
                bad = [BadField("reference", refused.refusals[0].sentence)]
            wrong += [Place(row.line, one.field, one.sentence) for one in bad]
        if wrong:
            raise BadSheet(_in_order(wrong))
        done = Done(tuple(changed), tuple(begun), hashlib.sha256(raw).hexdigest())
        if shown is not None and shown != done.digest:
            raise Moved
    return done


def _in_order(wrong: list[Place]) -> tuple[Place, ...]:
    """By line and heading; of one cell, what was found first."""
    each = {(one.line, one.column): one for one in reversed(wrong)}
    return tuple(sorted(each.values(), key=lambda one: (one.line, COLUMNS.index(one.column) if one.column in COLUMNS else -1)))


def _changed(row: Row, now: Mapping[str, Mapping[str, str]], *, by: Standing, at: datetime) -> tuple[list[Change], list[BadField]]:
    """What the row changes, and each cell of it that is wrong, by heading; with one wrong it is the caller's to undo. Raises Refused."""
    ref = row.held["reference"].upper()
    was = now.get(ref)
    if was is None:
        return [], [BadField("reference", MIXED if _mixed(ref, by) else NOT_THERE), *_no_address(row.held.get("address", ""))]
    wrong = [
        BadField(column, say("This cannot be changed by a file. Put back: {was}", was=was[column] or "-"))
        for column in COLUMNS[3:]
        if column not in DAYS and row.held.get(column) and row.held[column] != was[column]
    ]
    new = dict[str, str]()
    for field, column in FIELDS.items():
        if column in row.held and not row.held[column] and was[column]:
            wrong.append(BadField(column, EMPTY))
        elif row.held.get(column, was[column]) != was[column]:
            new[field] = row.held[column]
    changes = [Change(ref, FIELDS[field], was[FIELDS[field]], now_so) for field, now_so in new.items()]
    while new:
        try:
            steps.take(ref=ref, step="set-address", by=by, given={"address": was["address"], **new}, at=at)
            break
        except BadField as problem:  # the other cell is looked at without this one
            wrong.append(BadField(FIELDS.get(problem.field, problem.field), problem.sentence))
            if new.pop(problem.field, None) is None:
                break
    return changes, wrong


def _no_address(given: str) -> Iterator[BadField]:
    """What is wrong with an address that stands beside nothing we know."""
    try:
        given and one_spelling(given)
    except BadAddress as problem:
        yield BadField("address", problem.sentence)


def _mixed(ref: str, by: Standing) -> bool:
    try:
        found = access.find(ref, by)
    except access.Missing:
        return False
    return found.case.kind == "page" and found.case.state in NOT_IN_ORDER
