"""Each name on the list that somebody of the roll answers to: a tip about a student or a former one, and a word about a colleague.

SNS-6 (A21, A22, A24), SNS-9 with SNS-10, SNS-11 (A26). A name with no link is never listed, and no name is ever said to be the person.
"""

from askfirst.checks.finding import Level, Seen
from askfirst.checks.friends.pasted import Name, Pasted, names_in
from askfirst.checks.friends.table import Link, Listed, Table
from askfirst.words import Sentence, say

__all__ = ["look_through"]

STUDENT = say(
    "This might be a student here. It is best not to have students as friends online. Your school's staff code of conduct may be stricter."
)
END_IT = say("You could end the link, and say that you do not add students. A page that is only for learning is different.")
SAME_NAME = say("Somebody else may have this name. Family and friends from before are fine.")
NAMESAKE = say("Somebody else may have this name.")
YOUNG = say("This might be a former student, still under 18. Take more care. Your school's staff code of conduct may be stricter.")
LONG_AGO = say("This might be a former student. Their friends may still be students here.")
SETTINGS = say("Check who can see what you post.")
COLLEAGUE = say(
    "Many people who work here are friends with each other. But a colleague's child may have friends who are students here."
    " What you post can travel from friend to friend."
)


def _why(one: Listed) -> Sentence:
    if one.link is Link.STUDENT:
        return STUDENT
    if one.link is Link.COLLEAGUE:
        return COLLEAGUE
    if one.lately:
        return _lately(one)
    return YOUNG if one.under_18 else LONG_AGO


def _lately(one: Listed) -> Sentence:
    """For how long it counts is the Trust's own choice (A26)."""
    if one.under_18:
        return say(
            "This might be a former student, under 18 and left less than {months} months ago. It is best to treat them as a student."
            " Your school's staff code of conduct may be stricter.",
            months=one.lately,
        )
    return say(
        "This might be a former student who left less than {months} months ago. Take more care."
        " Your school's staff code of conduct may be stricter.",
        months=one.lately,
    )


HEADINGS = {
    Link.STUDENT: say("A name that might be a student here"),
    Link.LEFT: say("A name that might be a former student"),
    Link.COLLEAGUE: say("A name that might be a colleague"),
}
CLAUSES = {Link.STUDENT: ("SNS-6", ()), Link.LEFT: ("SNS-11", ("SNS-8",)), Link.COLLEAGUE: ("SNS-9", ("SNS-10",))}
ORDER = tuple(Link)


def _weight(one: Listed) -> tuple[int, int]:
    """Students first, then those who left: the young and lately gone before the others."""
    return ORDER.index(one.link), -(one.under_18 + bool(one.lately))


def _seen(name: Name, one: Listed) -> Seen:
    clause, also = CLAUSES[one.link]
    colleague = one.link is Link.COLLEAGUE
    return Seen(
        check="friends",
        kind="friends",
        clause=clause,
        also=also,
        level=Level.TIP,
        start=name.start,
        end=name.end,
        target=None,
        title=HEADINGS[one.link],
        why=_why(one),
        fix={Link.STUDENT: END_IT, Link.LEFT: SETTINGS}.get(one.link),
        doubt=NAMESAKE if colleague else SAME_NAME,
        noticed=colleague,
        about="stronger" if one.under_18 or one.lately else one.link.value,
    )


def look_through(pasted: Pasted, table: Table) -> tuple[Seen, ...]:
    """What there is to think about, what weighs most first; a name that stands twice is told once, and two people of one name in one line.

    Linear in the list, and the same for a roll of any length: a few look-ups a name. 5,000 friends against 2,000 names take a blink.
    """
    met: set[tuple[int, ...]] = set()
    found: list[tuple[tuple[int, int], Seen]] = []
    done = 0
    for readings in names_in(pasted):
        for name in readings:
            those = table.who(name) if name.start >= done else ()
            if those:
                done = name.end
                key = tuple(sorted(id(one) for one in those))
                if key not in met:
                    met.add(key)
                    one = min(those, key=_weight)
                    found.append((_weight(one), _seen(name, one)))
                break
    return tuple(seen for _, seen in sorted(found, key=lambda pair: (pair[0], pair[1].start)))
