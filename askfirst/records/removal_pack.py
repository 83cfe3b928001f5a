"""Everything that whoever asked for a post to come down may show to others who help: the site, a helpline, the police.

What they asked, each link with how it stood on which day, the letter, what came of it, and what they put beside the case with its SHA-256,
each looked at again. Nobody who helped is named, and nobody else's words are in it but the answer. It is theirs alone to make, as one shape
for page, API and command line; each making is a line in the trail. Source: workflows.md 3.8 and 3.9, reading A29.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from askfirst.casework.access import Missing
from askfirst.casework.evidence import LEFT, Thing, evidence_of
from askfirst.casework.evidence_whole import verify_evidence
from askfirst.casework.evidence_words import FIELDS as BESIDE
from askfirst.casework.fields import Field
from askfirst.casework.kinds.removal import LINK_STATES
from askfirst.casework.kinds.removal_letter import letter_of, lines_of
from askfirst.casework.kinds.removal_opening import OPENING
from askfirst.casework.reading import OpenFile, open_file
from askfirst.casework.refused import tried
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import OPEN, Hat, Taken
from askfirst.people.calendar import london
from askfirst.people.hats import Standing
from askfirst.people.who import names
from askfirst.trail import chain
from askfirst.words import say

__all__ = ["PACK", "answers", "may_pack", "moment", "pack_of", "thing_json"]

PACK = "pack"
"""What the trail calls the making of one."""
TOLD = ("item", "child", "who", "poster", "ask", "why")
"""Of what was answered at the beginning, what helps whoever reads the pack."""
CAME = ("say-what", "report-back", "what-came")
Data = dict[str, object]


def may_pack(opened: OpenFile, by: Standing) -> bool:
    """Whether this is a request of theirs."""
    return opened.case.kind == "removal" and Hat.ASKER in hats_of(opened.found, by)[0]


def pack_of(ref: str, *, by: Standing, at: datetime) -> Data:
    """The pack as plain values, after its making was written into the trail. Raises Missing for everybody but whoever asked."""
    opened = open_file(ref, by=by, at=at)
    if not may_pack(opened, by):
        tried(ref, by=by, at=at)
        raise Missing
    with transaction.atomic():
        chain.append(chain=opened.case.ref, what=PACK, who=by.person, at=at, edition=opened.case.edition)
    things = evidence_of(ref, by=by, at=at)
    changed = {one.number for one in verify_evidence(opened.case.ref)} if things else set()
    asked, file = opened.papers.get("details", {}), opened.file
    look = file.last("check-on")
    return {
        "reference": opened.case.ref,
        "copy_for": str(say("Whoever helps: the site, a helpline or the police")),
        "made_on": moment(at),
        "made_by": names([by.person])[by.person].name,
        "opened_on": moment(opened.case.opened_at),
        "stands": str(opened.workflow.states[opened.case.state]),
        "told": answers(tuple(field for field in OPENING if field.id in TOLD), asked),
        "links": [_link(opened, number, link) for number, link in enumerate(lines_of(asked.get("links")), 1)],
        "look_again_on": look.of if look is not None and opened.case.state == "watched" else None,
        "letter": letter_of(asked),
        "came": [_came(opened, taken) for taken in file.of(*CAME)],
        "beside": [thing_json(one, changed=one.number in changed) for one in things],
    }


def _words(opened: OpenFile, taken: Taken) -> Mapping[str, object]:
    return opened.papers.get("details" if taken.step == OPEN else "step-%d" % taken.sequence, {})


def moment(at: datetime) -> str:
    """London time, such as 2026-11-25 10:00."""
    return london(at).strftime("%Y-%m-%d %H:%M")


def answers(fields: tuple[Field, ...], words: Mapping[str, object]) -> list[Data]:
    """Each field that was answered, in its own words."""
    found: list[Data] = []
    for field in fields:
        if words.get(field.id):
            chosen = next((str(choice.says) for choice in field.choices if choice.value == words[field.id]), None)
            found.append({"asked": str(field.says), "answer": chosen or str(words[field.id])})
    return found


def _link(opened: OpenFile, number: int, link: str) -> Data:
    """A link, and how it stood each time that it was written down; open until then."""
    looked = []
    for taken in opened.file.of("mark-link", "back-again"):
        words = _words(opened, taken)
        if str(words.get("which", "")) == str(number):
            stands = "back" if taken.step == "back-again" else str(words.get("status", "open"))
            looked.append({"on": moment(taken.at), "stands": str(LINK_STATES[stands])})
    return {"number": number, "link": link, "stands": looked[-1]["stands"] if looked else str(LINK_STATES["open"]), "looked_at": looked}


def _came(opened: OpenFile, taken: Taken) -> Data:
    row = opened.workflow.step(taken.step)
    return {"on": moment(taken.at), "says": answers(row.fields if row else (), _words(opened, taken))}


def thing_json(one: Thing, *, changed: bool) -> Data:
    """Of one that is not as it came nothing but that it was there."""
    checked = say("Changed since it came. It is not in this copy.") if changed else say("The same as when it came.")
    held: Data = {"number": one.number, "on": moment(one.at), "checked": str(checked)}
    if changed:
        return held
    if one.gone:
        checked = say("Taken away on {day}. It is not in this copy.", day=moment(one.gone.at))
        return {**held, "checked": str(checked), "file": {"name": "", "sha256": str(one.words[LEFT])} if one.words.get(LEFT) else None}
    file = {"name": str(one.words.get("name", "")), "sha256": str(one.words.get("sha256", ""))} if one.file else None
    return {**held, "says": answers(tuple(BESIDE), one.words), "file": file}
