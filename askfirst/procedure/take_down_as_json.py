"""What to do about a post as data for other systems: one shape for API and command line."""

from askfirst.procedure.dated import Contact, the_contacts
from askfirst.procedure.take_down_steps import Step, Way

__all__ = ["message", "way_json"]


def message(step: Step) -> str:
    """The message to copy, a line for each sentence; "" where there is none."""
    return "\n".join(str(line) for line in step.letter)


def _contact(one: Contact) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "says": one.says,
        "number": one.number or None,
        "link": one.link or None,
        "hours": one.hours or None,
        "checked_on": one.checked_on.isoformat(),
        "to_confirm": one.to_confirm,
    }


def _step(step: Step) -> dict[str, object]:
    contacts = the_contacts()
    return {
        "route": step.route.value,
        "title": str(step.title),
        "says": [str(line) for line in step.says],
        "contacts": [_contact(contacts[id]) for id in step.contacts],
        "people": step.people.value or None,
        "message": message(step) or None,
    }


def way_json(way: Way) -> dict[str, object]:
    """`route` is the way to try first; `stop` where help comes before anything else; `steps` in order."""
    service = way.asked.link.service
    return {
        "route": way.route.value,
        "stop": way.asked.stops,
        "service": None if service is None else service.id,
        "title": str(way.title),
        "lead": [str(line) for line in way.lead],
        "steps": [_step(step) for step in way.steps],
        "do_not": [str(line) for line in way.do_not],
        "clauses": list(way.clauses),
    }
