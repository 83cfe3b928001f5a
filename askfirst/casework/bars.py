"""Who may not come in by any seat: the person a case is about, whoever is too close to them, whoever they passed over without a reason.

A bar shuts the doors of seats, also to whoever acts for the barred. What is somebody's by name stays theirs.
"""

from collections.abc import Collection, Iterable
from datetime import date

from askfirst.casework.models import Case, CaseBar
from askfirst.people.resolve import Matter
from askfirst.people.who import relatives_and_conflicts

__all__ = ["REQUESTER", "UNWANTED", "bar", "bar_again", "bar_as_before", "bar_more", "matter_of"]

ABOUT, UNWANTED, REQUESTER = "about", "unwanted", "requester"
NAMES_PARTIES = frozenset({("exemption", "second"), ("page", "name-successor")})
"""By kind and step: whoever it names takes part in the matter itself."""


def _closeness(case: Case, parties: Collection[str], *, on: date) -> dict[str, str]:
    about = {case.whose, *parties} - {""}
    return {**relatives_and_conflicts(about, on=on), **dict.fromkeys(about, ABOUT)}


def bar(case: Case, *, unwanted: Iterable[str] = (), parties: Collection[str] = (), on: date) -> None:
    """Write the bars of a new case; `parties`: who else it is about."""
    reasons = [*_closeness(case, parties, on=on).items(), *((person, UNWANTED) for person in unwanted)]
    CaseBar.objects.bulk_create(CaseBar(person_id=person, case=case, reason=reason) for person, reason in reasons)


def bar_as_before(case: Case, first: Case) -> None:
    """Whoever is shut out of the case that this one came from is shut out here too; whoever asked for that one, as its requester."""
    asked = {first.whose, first.logger_id or ""} - {""}
    for person, reason in first.bars.values_list("person_id", "reason"):
        if person not in asked:
            CaseBar.objects.get_or_create(person_id=person, case=case, reason=reason)
    for person in asked:
        CaseBar.objects.get_or_create(person_id=person, case=case, reason=REQUESTER)


def bar_more(case: Case, people: Iterable[str], *, step: str, on: date) -> None:
    """After a step named these people as a part of the matter: they, and whoever is too close to them, come in by no seat from now on."""
    parties = set(people) if (case.kind, step) in NAMES_PARTIES else set()
    close = _closeness(case, parties, on=on) if parties else {}
    for person, reason in close.items():
        CaseBar.objects.get_or_create(person_id=person, case=case, reason=reason)


def bar_again(people: Iterable[str], *, on: date) -> int:
    """After a tie or a conflict was recorded between these people: shut what it shuts from now on. How many bars were new."""
    people = set(people)
    made = 0
    for case in Case.objects.filter(bars__person_id__in=people, bars__reason__in=(ABOUT, REQUESTER)).distinct():
        matter = matter_of(case)
        close = _closeness(case, matter.parties | matter.requesters, on=on)
        for person in (people & set(close)) - matter.requesters:
            _, new = CaseBar.objects.get_or_create(person_id=person, case=case, reason=close[person])
            made += new
    return made


def matter_of(case: Case) -> Matter:
    """What routing must know of a case. One query."""
    barred: dict[str, set[str]] = {ABOUT: set(), UNWANTED: set(), REQUESTER: set()}
    for bar in case.bars.all():
        if bar.reason in barred:
            barred[bar.reason].add(bar.person_id)
    return Matter(case.whose, frozenset(barred[ABOUT] - {case.whose}), frozenset(barred[UNWANTED]), frozenset(barred[REQUESTER]))
