"""What was put right or taken out in a case, as lines of its page: which entry, by whom, when, why, and what should stand there."""

from dataclasses import dataclass

from askfirst.casework.corrected import MENDS, TAKEN_OUT, TEXT, WHY, entry_of
from askfirst.casework.corrections import entry_says
from askfirst.casework.reading import OpenFile
from askfirst.web.cases_people import People
from askfirst.web.in_words import moment_in_words
from askfirst.web.step_forms import mended
from askfirst.words import Sentence, say

__all__ = ["Mend", "mends"]


@dataclass(frozen=True, slots=True)
class Mend:
    """One entry that puts another right or takes its words out. `text` and `why` are somebody's own words, "" where they are taken out."""

    says: Sentence
    by: Sentence
    at: Sentence
    text: str
    why: str


def mends(opened: OpenFile, people: People) -> list[Mend]:
    """Oldest first, as far as this reader may read what they are about."""
    by_number = {taken.sequence: taken for taken in opened.file.taken}
    found = []
    for taken in opened.file.of(*MENDS):
        first = by_number.get(entry_of(taken))
        held = opened.papers.get("step-%d" % taken.sequence)
        if first is None or held is None:
            continue
        about = say("{what}, {moment}", what=entry_says(opened, first), moment=moment_in_words(first.at, now=people.now))
        says = say("Taken out: {about}", about=about) if taken.step == TAKEN_OUT else say("Put right: {about}", about=about)
        text, why = (mended(str(held.get(field.id) or "")) for field in (TEXT, WHY))
        found.append(Mend(says, people.or_you(taken.by, taken.acting_for), moment_in_words(taken.at, now=people.now), text, why))
    return found
