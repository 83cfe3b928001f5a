"""From what is known and what the file says to a plan: who joins, leaves, moves, gains and loses, and what would be written; pure.

Nobody leaves but by a file that says it is full. A new contact is held for the school's safeguarding lead; whom we may not contact has no
column, so no file can change it. Source: scenario S54, workflows.md "Leaver".
"""

from collections.abc import Mapping
from typing import Any

from askfirst.people import hats
from askfirst.people.hats import Capacity, Seat
from askfirst.people.roster import ops as writing
from askfirst.people.roster import work
from askfirst.people.roster.columns import CONTACTS
from askfirst.people.roster.known import Known, PlainRow, gone
from askfirst.people.roster.ops import Op
from askfirst.people.roster.plan import Change, Plan
from askfirst.people.roster.read import Place, Roster, Row
from askfirst.people.roster.refuse import refused
from askfirst.people.roster.seat_words import seat_words
from askfirst.people.roster.tell import day_words, tell
from askfirst.people.roster.who_is_who import Lines, Who, find, short_of, username_of
from askfirst.words import Sentence, say

__all__ = ["plan_for"]

LEAVE_BY_FILE = frozenset({Capacity.STAFF.value, Capacity.STUDENT.value, Capacity.TRUSTEE.value})
FIELDS = {"name": "name", "job title": "title", "email": "email", "born": "born", "year": "year", "class": "class_name", "school": "school"}


def plan_for(roster: Roster, known: Known, *, full: bool, decided: Mapping[str, str] | None = None) -> Plan:
    """The plan of this file on this day. `decided`: for the id of a new line "another", or the key of the person it is."""
    if roster.problems:
        return Plan(known.on, problems=roster.problems, notes=roster.notes)
    return _Planning(roster, known, full, find(roster.rows, known, decided or {})).plan()


class _Planning:
    """One plan in the making."""

    def __init__(self, roster: Roster, known: Known, full: bool, who: Who) -> None:
        self.roster, self.known, self.full, self.who = roster, known, full, who
        self.made = Plan(known.on, pairs=tuple(who.pairs), notes=roster.notes)
        self.ops: list[Op] = []
        self.problems = list(who.problems)
        self.touched: set[str] = set()
        self.moved: set[Seat] = set()
        self.new_names = {lines.key: lines.first.name for lines in who.people}
        self.new_kinds = {lines.key: lines.first.kind for lines in who.people}
        self.order: dict[Seat, int] = {}
        for rows in known.holdings.values():
            for row in rows:
                self.order[row["seat"]] = max(self.order.get(row["seat"], 0), row["order"] + 1)

    def plan(self) -> Plan:
        self.problems += refused(self.roster, self.known, self.who, self._name)
        if not self.problems:
            for lines in self.who.people:
                if lines.key not in self.who.waits:
                    self._person(lines)
            self._contacts()
            if self.full:
                self._leavers()
        of = sum(not gone(person, self.known.on) for person in self.known.people.values())
        if self.problems:
            problems = tuple(sorted(self.problems, key=lambda place: (place.line, place.column)))
            return Plan(self.known.on, problems=problems, notes=self.made.notes, of=of)
        made = self.made
        made.ops, made.touched, made.moved, made.of = tuple(self.ops), len(self.touched), frozenset(self.moved), of
        return made

    def _name(self, key: str) -> str:
        if key in self.known.people:
            return str(self.known.people[key]["name"])
        return self.new_names.get(key, key)

    # one person

    def _person(self, lines: Lines) -> None:
        person = self.known.people.get(lines.key)
        left = lines.last is not None and lines.last < self.known.on
        if left and person is None:
            says = say("The last day is over, so this person is not added.")
            self.made.notes += (Place(lines.first.line, "ends", says),)
            return
        before = len(self.ops)
        for id in dict.fromkeys(row.id for row in lines.rows):
            if id not in self.known.roll:
                self.ops.append(Op(writing.ROLL, id, None, {"person": lines.key}))
        ids_only = len(self.ops)
        if person is None:
            self._joins(lines)
        else:
            self._stays(lines, person)
        if not left:
            if lines.first.kind == Capacity.STAFF and (lines.key not in self.known.through_agency or lines.key in self.known.posts):
                self._posts(lines, person)
            self._seats(lines)
        for row in lines.rows:
            for id in row.contact_of:
                self._contact(row, lines.key, id)
        if len(self.ops) > ids_only or (person is None and len(self.ops) > before):
            self.touched.add(lines.key)

    def _joins(self, lines: Lines) -> None:
        row = lines.first
        fields: dict[str, Any] = {field: getattr(row, _attribute(heading)) for heading, field in FIELDS.items()}
        fields |= {"username": username_of(row), "short": row.short or short_of(row), "kind": row.kind, "school": row.school or None}
        fields |= {"is_active": True, "left_on": lines.last}
        self.ops.append(Op(writing.PERSON, lines.key, None, fields))
        self.made.joiners.append(Change(lines.key, row.name, self._as_what(row), row.line))

    def _as_what(self, row: Row) -> Sentence:
        what = say("{title}", title=row.title) if row.title else say("{kind}", kind=row.kind)
        if row.school:
            return say("{what}, {school}", what=what, school=self.known.schools[row.school])
        return what

    def _stays(self, lines: Lines, person: PlainRow) -> None:
        row = lines.first
        after: dict[str, Any] = {
            field: getattr(row, _attribute(heading)) for heading, field in FIELDS.items() if heading in self.roster.columns
        }
        if "school" in after:
            after["school"] = after["school"] or None
        after["kind"] = row.kind
        after |= {"username": row.username} if row.username else {}
        after |= {"short": row.short} if row.short else {}
        last = lines.last
        if "ends" in self.roster.columns:
            after["left_on"] = last
        elif person["left_on"] is not None and person["left_on"] <= self.known.on:
            after["left_on"] = None
        comes_back = gone(person, self.known.on) and (last is None or last >= self.known.on)
        if comes_back:
            after |= {"is_active": True, "left_on": last}
        changed = {field: value for field, value in after.items() if person[field] != value}
        if not changed:
            return
        self.ops.append(Op(writing.PERSON, lines.key, {field: person[field] for field in changed}, changed))
        if "left_on" in changed and not comes_back and changed["left_on"] is not None:
            self.moved |= self._seats_of(lines.key)
        tell(self.made, lines, person, changed, schools=self.known.schools, comes_back=comes_back)

    def _posts(self, lines: Lines, person: PlainRow | None) -> None:
        columns, main = self.roster.columns, lines.first
        wanted = [
            work.Post(
                school=row.school or None,
                manager=self.who.key_of(self.known, row.manager) or None,
                says_manager="line manager id" in columns,
                share=row.share,
                main=row is main,
                starts=row.starts if person is None else max(row.starts or self.known.on, self.known.on),
                ends=row.ends,
                says_ends="ends" in columns,
            )
            for row in lines.one_a_school
        ]
        stand = self.known.posts.get(lines.key, ()) if person is not None else ()
        if "school" not in columns and stand:
            return
        found = list(work.posts(lines.key, stand, wanted, self.known.on))
        self.ops += found
        if person is not None:
            self._managed(lines, stand, wanted)
            before = {row["school"] for row in stand}
            after = {post.school for post in wanted}
            if before != after and not any(change.key == lines.key for change in (*self.made.moves[-1:], *self.made.joiners[-1:])):
                self.made.moves.append(Change(lines.key, main.name, self._posts_say(wanted), main.line))

    def _posts_say(self, wanted: list[work.Post]) -> Sentence:
        places = [self.known.schools.get(post.school or "", "") or str(say("the central team")) for post in wanted]
        return say("Posts from now on: {places}", places=", ".join(places))

    def _managed(self, lines: Lines, stand: Any, wanted: list[work.Post]) -> None:
        """Whoever becomes the line manager of somebody on the roll may read what they asked."""
        before = {row["school"]: row["line_manager"] for row in stand}
        for post in wanted:
            old = before.get(post.school)
            if not post.says_manager or old == post.manager:
                continue
            seat = hats.line_manager_of(lines.key, "" if post.main else post.school or "")
            self.moved.add(seat)
            name = lines.first.name
            if post.manager:
                says = say("Becomes line manager of {name}", name=name)
                self.made.gains.append(Change(post.manager, self._name(post.manager), says, lines.first.line, seat))
            if old:
                self.made.losses.append(
                    Change(old, self._name(old), say("Is no more line manager of {name}", name=name), lines.first.line, seat)
                )

    def _seats(self, lines: Lines) -> None:
        columns, on, row = self.roster.columns, self.known.on, lines.first
        wanted = [seat for one in lines.rows for seat in (*one.seats, *(hats.tutor(one.school, name) for name in one.tutor_of))]
        stand = self.known.holdings.get(lines.key, ())
        found = list(
            work.seats(
                lines.key, stand, tuple(dict.fromkeys(wanted)), tutor="tutor of" in columns, others="seats" in columns,
                on=on, starts=max(on, row.starts or on), order=self.order,
            )
        )  # fmt: skip
        self.ops += found
        by_id = {str(one["id"]): one["seat"] for one in stand}
        for op in found:
            if op.before is None and op.after is not None:
                seat = op.after["seat"]
                self.order[seat] = self.order.get(seat, 0) + 1
                self.made.gains.append(
                    Change(lines.key, row.name, seat_words(seat, self.known.schools, lead=self.known.lead), row.line, seat)
                )
            else:
                self._loses(lines.key, row.name, by_id[op.key], row.line)

    def _loses(self, key: str, name: str, seat: Seat, line: int = 0) -> None:
        self.moved.add(seat)
        self.made.losses.append(Change(key, name, seat_words(seat, self.known.schools, lead=self.known.lead), line, seat))

    def _seats_of(self, key: str) -> set[Seat]:
        """Where this person's open work sits."""
        managed = {
            hats.line_manager_of(ref, "" if row["main"] else row["school"] or "")
            for ref, rows in self.known.posts.items()
            for row in rows
            if row["line_manager"] == key
        }
        return {hats.person(key), *(row["seat"] for row in self.known.holdings.get(key, ())), *managed}

    # contacts and leavers

    def _contacts(self) -> None:
        for row, key in self.who.contacts:
            for id in row.contact_of:
                self._contact(row, key, id)
            person = self.known.people.get(key)
            if person is not None and (person["name"] != row.name or ("email" in self.roster.columns and person["email"] != row.email)):
                self.made.contacts_differ += 1

    def _contact(self, row: Row, key: str, student: str) -> None:
        """A contact nobody knows is held; one that is known, or held already, changes nothing."""
        of = self.who.key_of(self.known, student)
        if self._kind_of(of) != Capacity.STUDENT:
            says = say("No student has the id “{id}”, in this file or before. Mend it.", id=student)
            self.problems.append(Place(row.line, "contact of", says))
            return
        if (key, of) in self.known.ties or (of, row.id) in self.known.held:
            return
        fields = {
            "student": of,
            "roll_id": row.id,
            "name": row.name,
            "short": row.short or short_of(row),
            "email": row.email,
            "title": row.title,
        }
        fields |= {"kind": row.kind if row.kind in CONTACTS else Capacity.PARENT.value, "username": username_of(row), "person": key}
        self.ops.append(Op(writing.CONTACT, "", None, fields))
        self.made.held.append(Change(key or "+" + row.id, row.name, say("New contact of {name}", name=self._name(of)), row.line))

    def _kind_of(self, key: str) -> str:
        if key in self.known.people:
            return str(self.known.people[key]["kind"])
        return self.new_kinds.get(key, "")

    def _leavers(self) -> None:
        """Whoever the full file does not name. Contacts never leave by a file, nor a kind of people the file is not about."""
        named = {lines.key for lines in self.who.people} | self.who.waits
        kinds = {lines.first.kind for lines in self.who.people} & LEAVE_BY_FILE
        on = self.known.on
        for ref, person in self.known.people.items():
            if ref in named or person["kind"] not in kinds or not person["is_active"]:
                continue
            if person["left_on"] is None or person["left_on"] > on:
                self.ops.append(Op(writing.PERSON, ref, {"left_on": person["left_on"]}, {"left_on": on}))
                self.made.leavers.append(Change(ref, person["name"], say("Would leave. Last day: {day}", day=day_words(on))))
                self.moved |= self._seats_of(ref)
                self.touched.add(ref)
                for row in self.known.posts.get(ref, ()):
                    self.ops += work.ended(writing.POST, row, on)
                for row in self.known.holdings.get(ref, ()):
                    self.ops += work.ended(writing.HOLDING, row, on)


def _attribute(heading: str) -> str:
    return {"job title": "title", "class": "class_name"}.get(heading, heading)
