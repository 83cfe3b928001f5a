"""Groups with students, and the pages they are part of, brought about by the cast: for stories, pages and journeys."""

from askfirst.casework import steps
from askfirst.people.calendar import london_day
from askfirst.people.standing import standing
from tests.cast import who
from tests.clock import london

__all__ = ["ART", "EASTFIELD", "NORTHGATE", "active", "agreed_and_noted", "official_page", "proposes", "takes"]

MONDAY = "2026-11-23 10:00"
ART = {
    "group": "A-level art", "service": "Facebook", "purpose": "Sketchbooks and shows.", "login": "art@eastfield.example", "ages": "yes",
    "messages": "off",
}  # fmt: skip
EASTFIELD = {"by": "averill", "second": "Mr Gethin Sallow", "manager": "rainsford", "lead": "omondi", "head": "abernethy"}
NORTHGATE = {"by": "harrow", "second": "Mr Corentin Lisle-Adeyemi", "manager": "pascoe", "lead": "whitlam", "head": "devlin"}


def tells(name, kind, details, when):
    at = london(when)
    return steps.open_case(kind=kind, by=standing(who(name), on=london_day(at)), details=details, at=at)


def takes(name, ref, step, when=MONDAY, **given):
    at = london(when)
    steps.take(ref=ref, step=step, by=standing(who(name), on=london_day(at)), given=given, at=at)


def official_page(people, when=MONDAY, *, until="make-official"):
    """A page of the department that is official, or on the way there; its reference."""
    by, manager = people["by"], people["manager"]
    domain = "northgate.example" if by == "harrow" else "eastfield.example"
    ref = tells(by, "page", {"name": "Our department", "purpose": "What we do."}, when)
    takes(by, ref, "people", when, second="makoni" if by == "harrow" else "holloway", successor=manager)
    takes(by, ref, "account", when, login="page@" + domain, recovery="office@" + domain)
    takes(by, ref, "rules", when, photos="none", comments="off", students="no")
    takes(by, ref, "submit", when)
    takes(manager, ref, "talk", when, how="by-message")
    takes(manager, ref, "agree", when)
    if until == "agree":
        return ref
    takes("adelakun", ref, "comms-check", when, note="Clear.")
    if until == "comms-check":
        return ref
    takes(people["head"], ref, "make-official", when, called="Our department")
    return ref


def proposes(people, when=MONDAY, page="", **more):
    """A group as it is told of; a field of "" is left out."""
    details = {**ART, "about_page": page or official_page(people, when), "second": people["second"], **more}
    return tells(people["by"], "exemption", {name: value for name, value in details.items() if value}, when)


def agreed_and_noted(ref, people, when=MONDAY):
    takes(people["manager"], ref, "agree", when)
    takes(people["lead"], ref, "note", when, note="I have looked at who is in it.")


def active(people=EASTFIELD, when=MONDAY, **more):
    """A group that students may be in; its reference."""
    ref = proposes(people, when, **more)
    takes(people["by"], ref, "advice-read", when, read_on=when[:10], both=True)
    agreed_and_noted(ref, people, when)
    takes(people["by"], ref, "go-live", when)
    return ref
