"""What the page of a list of one's own shows: the ticks and numbers as they stand, and nobody else's part in it."""

from collections.abc import Mapping

from askfirst.casework.kinds.steps import FIELDS
from askfirst.casework.reading import OpenFile
from askfirst.casework.workflow import OPEN
from askfirst.web.cases_people import People
from askfirst.web.cases_talk import rows
from askfirst.words import Sentence, say

__all__ = ["STEPS_MOVES", "steps_words"]

STEPS_MOVES: Mapping[str, Sentence] = {OPEN: say("Saved")}


def steps_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """The list as it was saved last."""
    last = opened.file.last("tick")
    held = opened.papers.get("step-%d" % last.sequence, {}) if last else opened.papers.get("details", {})
    return {"ticks": rows(FIELDS, held), "told_by": people.name(opened.file.asker)}
