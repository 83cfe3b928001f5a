"""Everything AskFirst holds about one person, gathered for that person: the page, the print and the file are made from the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from askfirst.adoption.shown import Shown, shown_json, shown_to
from askfirst.adoption.understood import State
from askfirst.casework import access, refused, who_looked
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.refused import Try
from askfirst.casework.workflow import Part
from askfirst.people.hats import Capacity, Standing
from askfirst.people.held import Held, held
from askfirst.people.who import Named, names
from askfirst.trail import outbox
from askfirst.web.in_words import in_full
from askfirst.web.mine import by_name, case_words
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["ALSO", "KEPT", "NEVER", "HeldCase", "Record", "Told", "as_data", "gather", "looked_words", "read_words", "value_words"]

AT_ONCE = 100  # cases
KEPT = {
    "R1": say("Kept for one year after it ends."),
    "R1-press": say("Kept for three years after it ends."),
    "R2": say("Kept while you work here, and for one year after."),
    "R3": say("Kept for one year after it ends."),
    "R5": say("Kept as long as your file with HR."),
    "R6": say("Kept until the end of the school year after you leave."),
}
NOTICES = {
    "to-do": say("You were asked to do something"),
    "reminder": say("You were reminded"),
    "news": say("There was news for you"),
}
READ = {
    State.ACKNOWLEDGED: say("you have said that you have read it"),
    State.READ: say("it was shown to you"),
    State.COPY: say("you are to be given a copy"),
    State.ACCESS: say("you need it in another form"),
    None: say("you asked a question about it"),
}
ALSO = (
    say("When you open a case, or do something in it, we write that down."),
    say("What you do in somebody else’s case is kept there, with it."),
    say("While you are signed in, we keep your hat and when you came in."),
    say("If a sign-in fails, we count it for a short while."),
    say("If you set up a second step, we keep its key, locked."),
    say("If you comment on a draft of the rules, we keep it. It goes a year after they begin."),
    say("If you change how the Trust is set up, we keep that."),
    say("If you press “I checked” for your settings, we keep that day until you leave."),
    say("If you make a calendar link, we keep a sum made from it. We keep the day too."),
    say("Asked to read the procedure? We keep the edition, its exact words and the day. Not how long you read."),
)
NEVER = (
    say("What you check before you post, and that you checked."),
    say("What you read in the procedure, and what you look for there."),
    say("Your answers in “Do I need to do anything?” and “What would you do?”."),
    say("When you last signed in."),
    say("Anything from your own accounts. We do not look at them."),
)


@dataclass(frozen=True, slots=True)
class HeldCase:
    """A case that is this person's, without its words: those are on the page of the case."""

    ref: str
    kind: str
    state: str
    says: Sentence
    state_says: Sentence
    opened_at: datetime
    kept: Sentence
    looked: tuple[who_looked.Looked, ...]  # by others


@dataclass(frozen=True, slots=True)
class Told:
    """A notice: which kind, and when. Never of what."""

    kind: str
    says: Sentence
    at: datetime


@dataclass(frozen=True, slots=True)
class Record:
    capacity: Capacity
    made_at: datetime
    held: Held
    cases: tuple[HeldCase, ...]
    notices: tuple[Told, ...]
    tries: tuple[Try, ...]
    read: tuple[Shown, ...]
    known: dict[str, Named]
    more_hats: bool


def gather(by: Standing, *, worn: tuple[Capacity, ...], at: datetime) -> Record:
    """All of it. What is the person's whatever the hat (notices, refused tries) is told in their first one alone.

    Reading it opens no case and writes nothing. A few queries for each hundred of their cases.
    """
    first = by.capacity is worn[0]
    cases = tuple(_cases(by))
    looked = {who for case in cases for look in case.looked for who in (look.who, look.acting_for) if who}
    return Record(
        capacity=by.capacity,
        made_at=at,
        held=held(by.person, capacity=by.capacity, on=by.on),
        cases=cases,
        notices=tuple(_notices(by, every=first)),
        tries=tuple(refused.own_tries(by)) if first else (),
        read=shown_to(by.person) if by.capacity in (Capacity.STAFF, Capacity.STUDENT) else (),
        known=names(looked),
        more_hats=len(worn) > 1,
    )


def _cases(by: Standing) -> Iterator[HeldCase]:
    own, after = by_name(by), ""
    while lines := access.page(own, after=after, least=Part.OWN, limit=AT_ONCE):
        looks = who_looked.lookers([line.ref for line in lines])
        for line in lines:
            says, state = case_words(line.kind, line.state)
            kept = KEPT[WORKFLOWS[line.kind].retention]
            looked = tuple(look for look in looks[line.ref] if look.who != by.person)
            yield HeldCase(line.ref, line.kind, line.state, says, state, line.opened_at, kept, looked)
        after = lines[-1].ref


def _notices(by: Standing, *, every: bool) -> Iterator[Told]:
    told = list(outbox.told(by.person))
    theirs = access.find_each({notice.case for notice in told}, by) if not every else {}
    for notice in told:
        if every or notice.case in theirs:
            yield Told(notice.kind, NOTICES.get(notice.kind, NOTICES["news"]), notice.made_at)


def value_words(value: Sentence | date) -> Sentence:
    """What stands beside a label."""
    return value if isinstance(value, Sentence) else date_in_full(value)


def as_data(record: Record) -> dict[str, Any]:
    """The same as plain values, days and moments in ISO 8601."""
    return {
        "capacity": record.capacity.value,
        "made_at": record.made_at.isoformat(),
        "person": {fact.id: str(fact.value) if isinstance(fact.value, Sentence) else fact.value.isoformat() for fact in record.held.facts},
        "ties": [{"kind": tie.id, "what": str(tie.says), "from": _iso(tie.starts), "until": _iso(tie.ends)} for tie in record.held.ties],
        "cases": [_case_data(case, record.known) for case in record.cases],
        "notices": [{"kind": told.kind, "what": str(told.says), "at": told.at.isoformat()} for told in record.notices],
        "read": [shown_json(one) for one in record.read],
        "addresses_we_could_not_show": [{"reference": one.of, "at": one.at.isoformat()} for one in record.tries],
        "also_kept": [str(one) for one in ALSO],
        "never_kept": [str(one) for one in NEVER],
    }


def read_words(one: Shown) -> Sentence:
    """What was shown to them, and what they pressed."""
    return say("Edition {edition}: {what}", edition=one.edition, what=READ[one.state])


def _case_data(case: HeldCase, known: dict[str, Named]) -> dict[str, Any]:
    return {
        "reference": case.ref,
        "kind": case.kind,
        "state": case.state,
        "opened_at": case.opened_at.isoformat(),
        "kept": str(case.kept),
        "looked_at_by_others": [
            {
                "who": known[look.who].name if look.who in known else "",
                "acting_for": known[look.acting_for].name if look.acting_for in known else "",
                "at": look.at.isoformat(),
            }
            for look in case.looked
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def looked_words(look: who_looked.Looked, known: dict[str, Named]) -> Sentence:
    """Who, for whom, when."""
    who = known[look.who].short if look.who in known else say("somebody who has left")
    when = in_full(look.at)
    if look.acting_for in known:
        return say("{who}, acting for {name}: {when}", who=who, name=known[look.acting_for].short, when=when)
    return say("{who}: {when}", who=who, when=when)
