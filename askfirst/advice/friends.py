"""A list of friends and whom it may be compared with become an answer: what you may do, whom to think about, what holds for everybody.

Pure: no database, no clock, no memory. Page, API and command line all call `look_at_friends`. Who is told what (ruling 10): without a table
nothing depends on a name. SNS-6, SNS-9, SNS-10, SNS-11; A21, A22, A24, A26.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from askfirst.advice.answer import PURPOSE, TAGS, Finding, Permission, finding_as_json
from askfirst.advice.asked import BadDraft
from askfirst.advice.cannot_see import OF_FRIENDS, cannot_see_as_json
from askfirst.checks.finding import NotChecked
from askfirst.checks.friends.look import look_through
from askfirst.checks.friends.pasted import LONGEST, Pasted, names_in
from askfirst.checks.friends.table import Link, Listed, Table, from_roll, table_of
from askfirst.checks.text.people.roll import Roll
from askfirst.procedure.clause import Edition
from askfirst.words import Sentence, say

__all__ = [
    "LONGEST",
    "READERS",
    "AboutFriends",
    "Link",
    "Listed",
    "Pasted",
    "Reader",
    "Table",
    "friends_as_json",
    "friends_from",
    "look_at_friends",
    "reader_from",
    "table_from",
    "table_of",
]

HALF = re.compile("[\ud800-\udfff]")


class Reader(StrEnum):
    """Whose list it is."""

    STAFF = "staff"
    STUDENT = "student"
    PARENT = "parent"


READERS = tuple(reader.value for reader in Reader)

ALLOWED = {
    Reader.STAFF: (
        ("SNS-9", say("You may have colleagues as friends. Family, and friends from before, are fine too.")),
        ("INT-7", PURPOSE),
    ),
    Reader.STUDENT: (("INT-4", say("You may use social sites and choose your friends. You can say no to anyone.")), ("INT-7", PURPOSE)),
    Reader.PARENT: (("INT-1", say("This is for staff and students. It asks nothing of you as a parent.")),),
}
GENERAL = {
    Reader.STAFF: (
        ("SNS-6", say("It is best not to have students as friends online. Your school's staff code of conduct may be stricter.")),
        ("SNS-11", say("With former students, check your settings. Take more care if they are under 18 or left not long ago.")),
        ("SNS-10", say("A colleague's child may be friends with students. What you post can travel from friend to friend.")),
        ("SNS-8", say("Set your posts so that only your friends see them.")),
    ),
    Reader.STUDENT: (
        ("SNS-6", say("Staff are told it is best not to have students as friends. If they say no, it is not about you.")),
        ("SNS-11", say("That can go on for a while after you leave school.")),
    ),
    Reader.PARENT: (
        ("SNS-6", say("Staff are told it is best not to have students as friends. So they may say no to your child.")),
        ("SNS-10", say("Friends of friends may see a post. So your list can link your child to staff.")),
    ),
}
NO_ROLL = NotChecked("friends", say("We did not compare your list with any list of names."))


@dataclass(frozen=True, slots=True)
class AboutFriends:
    """`findings` are whom to think about, `noticed` are colleagues; `general` holds for everybody and depends on no name."""

    allowed: tuple[Permission, ...]
    general: tuple[Permission, ...]
    findings: tuple[Finding, ...]
    noticed: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    compared: bool


def reader_from(value: object, default: str | None = None) -> Reader:
    """Whose list it is. Raises BadDraft."""
    value = value or default
    if value is None:
        raise BadDraft("author", say("Say whose list it is: staff, student or parent."))
    if value not in READERS:
        raise BadDraft("author", say("We do not know this choice for author. Choose one of: {known}.", known=", ".join(READERS)))
    return Reader(str(value))


def friends_from(fields: Mapping[str, object]) -> Pasted:
    """The list under `text`, taken as it is. Raises BadDraft with one sentence: what is wrong with it, and what to do."""
    text = fields.get("text")
    if text is None or text == "":
        raise BadDraft("text", say("There is no list yet. Paste the names of your friends."))
    if not isinstance(text, str):
        raise BadDraft("text", say("The list must be words. Send it as one string."))
    if len(text) > LONGEST:
        raise BadDraft(
            "text",
            say(
                "The list is too long: it has {length} characters and we look at {limit}. Check it in parts.",
                length=format(len(text), ","),
                limit=format(LONGEST, ","),
            ),
        )
    if "\0" in text or HALF.search(text):
        raise BadDraft("text", say("This holds something that is not text. Copy the names again from the page."))
    pasted = Pasted(text)
    if next(names_in(pasted), None) is None:
        raise BadDraft("text", say("We found no names here. Paste one name a line, or put commas between."))
    return pasted


def table_from(roll: Roll) -> Table:
    """The table of a roll that the person brought themselves."""
    return from_roll(roll)


def _told(rows: tuple[tuple[str, Sentence], ...], edition: Edition) -> tuple[Permission, ...]:
    return tuple(Permission(clause, TAGS[edition.clause(clause).strength], says) for clause, says in rows)


def look_at_friends(pasted: Pasted, edition: Edition, *, reader: Reader, table: Table | None) -> AboutFriends:
    """Everything AskFirst says about a list. Only staff are told of names, and only where there is a table; `None` compares with nothing.

    Linear in the list; nothing of it outlives the answer.
    """
    if reader is not Reader.STAFF:
        table = None
    seen = look_through(pasted, table) if table is not None else ()
    said = [Finding(one, TAGS[edition.clause(one.clause).strength], pasted.text[one.start : one.end]) for one in seen]
    return AboutFriends(
        allowed=_told(ALLOWED[reader], edition),
        general=_told(GENERAL[reader], edition),
        findings=tuple(one for one in said if not one.seen.noticed),
        noticed=tuple(one for one in said if one.seen.noticed),
        not_checked=() if table is not None else (NO_ROLL,),
        compared=table is not None,
    )


def _permission(one: Permission) -> dict[str, str]:
    return {"clause": one.clause, "strength": one.strength.value, "says": str(one.says)}


def friends_as_json(said: AboutFriends) -> dict[str, object]:
    """The answer as API and command line give it: findings as those of every check."""
    return {
        "allowed": [_permission(one) for one in said.allowed],
        "general": [_permission(one) for one in said.general],
        "findings": [finding_as_json(one) for one in said.findings],
        "noticed": [finding_as_json(one) for one in said.noticed],
        "not_checked": [{"check": one.check, "reason": str(one.reason)} for one in said.not_checked],
        **cannot_see_as_json(OF_FRIENDS),
    }
