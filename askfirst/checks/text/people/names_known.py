"""What looking for the people of one roll in one text needs to know, whichever way they are written."""

from askfirst.checks.late import late
from askfirst.checks.text.people.people_words import TITLE
from askfirst.checks.text.people.roll import Person, Roll
from askfirst.checks.text.words.reading import Mention, Reading

__all__ = ["Roster"]

ENDS_WITH_TITLE = late(r"(?<!\w)" + TITLE + r"\.?\s$")


class Roster:
    """One text and one roll."""

    def __init__(self, reading: Reading, roll: Roll) -> None:
        self.reading = reading
        self.roll = roll
        self.low = reading.low

    def _with_title(self, start: int) -> int:
        """A title belongs to a name."""
        match = ENDS_WITH_TITLE.search(self.low, max(0, start - 12), start)
        return match.start() if match else start

    def _class_near(self, person: Person, start: int, end: int, far: int) -> bool:
        """A form or year within `far` places that is this person's own."""
        return person.year is not None and person.year in self._years_near(start, end, far)

    def _years_near(self, start: int, end: int, far: int) -> frozenset[int]:
        """All years that forms and years within `far` places mean."""
        return frozenset().union(*self.reading.years_near(start, end, far)) if self.reading.years else frozenset()

    def _named(self, person: Person, start: int, end: int, how: str) -> Mention:
        return Mention(
            self._with_title(start), end, how, "student" if person.student else "staff", frozenset({*person.givens, person.family})
        )
