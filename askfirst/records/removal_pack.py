"""Everything that whoever asked for a post to come down may show to others who help: the site, a helpline, the police.

What they asked, each link with how it stood on which day, the letter, what came of it, and what they put beside the case with its SHA-256,
each looked at again. Nobody who helped is named, and nobody else's words are in it but the answer. It is theirs alone to make.
Source: workflows.md 3.8 and 3.9, reading A29.
"""

from collections.abc import Mapping

from askfirst.casework.kinds.removal import LINK_STATES
from askfirst.casework.kinds.removal_letter import letter_of, lines_of
from askfirst.casework.kinds.removal_opening import OPENING
from askfirst.casework.reading import OpenFile
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import OPEN, Hat, Taken
from askfirst.people.hats import Standing
from askfirst.records.pack_parts import Data, answers, moment
from askfirst.words import say

__all__ = ["COPY_FOR", "may_pack", "parts_of"]

COPY_FOR = say("Whoever helps: the site, a helpline or the police")
TOLD = ("item", "child", "who", "poster", "ask", "why")
"""Of what was answered at the beginning, what helps whoever reads the pack."""
CAME = ("say-what", "report-back", "what-came")


def may_pack(opened: OpenFile, by: Standing) -> bool:
    """Whether this is a request of theirs."""
    return opened.case.kind == "removal" and Hat.ASKER in hats_of(opened.found, by)[0]


def parts_of(opened: OpenFile) -> Data:
    """What such a pack holds beside its head and the things that lie there."""
    asked, file = opened.papers.get("details", {}), opened.file
    look = file.last("check-on")
    return {
        "told": answers(tuple(field for field in OPENING if field.id in TOLD), asked),
        "links": [_link(opened, number, link) for number, link in enumerate(lines_of(asked.get("links")), 1)],
        "look_again_on": look.of if look is not None and opened.case.state == "watched" else None,
        "letter": letter_of(asked),
        "came": [_came(opened, taken) for taken in file.of(*CAME)],
    }


def _words(opened: OpenFile, taken: Taken) -> Mapping[str, object]:
    return opened.papers.get("details" if taken.step == OPEN else "step-%d" % taken.sequence, {})


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
