"""What a department's page is asked, and the rule for its addresses. Pure.

Source: workflows.md 3.4, HYB-1 to HYB-4, MAN-1.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from askfirst.casework.fields import BadField, Choice, Field
from askfirst.casework.kinds.talks import YES_NO
from askfirst.words import say

__all__ = [
    "ADDRESS", "CALLED", "COMMENTS", "KEEPS", "LISTED", "LOGIN", "NAME", "NEW_NAME", "NOTE", "NOT_ME", "PHOTOS", "PLAN", "PURPOSE",
    "REASON", "RECOVERY", "SECOND", "STUDENTS", "SUCCESSOR", "TAKES_OVER", "WHERE", "own_addresses",
]  # fmt: skip

NAME = Field("name", say("What is the page called?"), say("Give the page a name."), lines=1)
PURPOSE = Field("purpose", say("What is it for?"), say("Say in a line what it is for."), lines=3)
ADDRESS = Field(
    "address", say("What is its address?"), say("Give its address, or leave this empty."),
    hint=say("Leave it empty if you have none yet."), needed=False, lines=1, link=True,
)  # fmt: skip
LISTED = Field(
    "address", say("At which address did you look?"), say("Give its address, or leave this empty."),
    hint=say("It can be looked up by everybody. Leave this empty if it is the one given above."), needed=False, lines=1,
)  # fmt: skip
WHERE = Field(
    "address", say("At which address is it now?"), say("Give its address, or its @name and the app."),
    hint=say("It can be looked up by everybody."), lines=1,
)  # fmt: skip
CALLED = Field(
    "called", say("What is it called, for everybody to read?"), say("Give the name that everybody reads."),
    hint=say("The public look-up shows it. Give no name of a person."), lines=1,
)  # fmt: skip
NEW_NAME = replace(
    CALLED, missing=say("Give its name, or leave this empty."), needed=False, hint=say("Leave this empty if its name is the same."),
)  # fmt: skip
KEEPS = Field("owner", say("Who keeps it?"), say("Name who keeps the page."), lines=1)
SECOND = Field(
    "second", say("Who else can run it?"), say("Name a second person who can run it."),
    hint=say("Somebody who is employed here, not through an agency."), lines=1,
)  # fmt: skip
SUCCESSOR = Field("successor", say("Who takes over when you leave?"), say("Say who takes over when you leave."), lines=1)
LOGIN = Field("login", say("Which e-mail address signs in to it?"), say("Give the address that signs in."), lines=1)
RECOVERY = Field("recovery", say("Which address gets a new password?"), say("Give the address that gets a new password."), lines=1)
PHOTOS = Field(
    "photos", say("Photos of students?"), say("Choose a rule for photos of students."),
    choices=(
        Choice("none", say("None")),
        Choice("agreed", say("Only with the agreement the school keeps")),
    ),
)  # fmt: skip
COMMENTS = Field(
    "comments", say("Comments by readers?"), say("Choose a rule for comments."),
    choices=(
        Choice("off", say("Off")),
        Choice("first", say("Looked at before they show")),
        Choice("daily", say("Open, and looked at each day")),
    ),
)  # fmt: skip
STUDENTS = Field("students", say("Does it show anything else about students?"), say("Say if it shows student data."), choices=YES_NO)
NOTE = Field("note", say("What should they know?"), say("Write a line. They will read it."), lines=3)
REASON = Field("reason", say("Why not now?"), say("Give the reason (MAN-1). They will read it."), hint=say("They will read this."), lines=3)
PLAN = Field(
    "outcome", say("What will you do?"), say("Choose one of the three."),
    choices=(
        Choice("split", say("Split it: a page of the school, and one of my own")),
        Choice("rename", say("Rename it, as a page of my own")),
        Choice("close", say("Close it")),
    ),
)  # fmt: skip
TAKES_OVER = Field(
    "successor", say("Who takes over this page?"), say("Name who takes over the page."),
    hint=say("Somebody who is employed here. We ask them first."), lines=1,
)  # fmt: skip
NOT_ME = Field("note", say("Why not you?"), say("Write a line. The line manager reads it."), lines=3)


def own_addresses(words: Mapping[str, object], domains: Collection[str], *fields: str) -> None:
    """Raises BadField for one of these fields that holds an address at none of these domains, which are the Trust's own."""
    for field in fields:
        given = str(words.get(field) or "").strip().lower()
        if given and given.rpartition("@")[2] not in domains:
            raise BadField(field, say("Use a school-owned address, such as one that ends in {domain}.", domain=min(domains)))
