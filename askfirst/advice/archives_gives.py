"""What posts give away in one plain sentence for each kind of fact, its short name, and what a stranger could do with it. Pure.

Written for grade 6: students read it too.
"""

import re
from collections.abc import Mapping

from askfirst.checks.archives.streets import KINDS
from askfirst.words import Sentence, say

__all__ = ["LEADS", "SHORT", "gives"]

STREET = re.compile(r"\b" + KINDS + r"\b(?!.*\b(?:school|academy|park)\b)", re.IGNORECASE)


ONE: Mapping[str, Sentence] = {
    "routine": say("This post gives away where you are each week."),
    "street": say("This post gives away your street."),
    "home": say("This post gives away where you live."),
    "away": say("This post gives away when your home is empty."),
    "children": say("This post gives away facts about your children."),
    "password": say("This post gives away a name that may be in your password."),
    "car": say("This post gives away your number plate."),
    "birthday": say("This post gives away your birthday."),
    "answer": say("This post gives away an answer that sites ask for."),
    "phone": say("This post gives away a phone number."),
    "email": say("This post gives away an email address."),
    "work": say("This post gives away where you work or study."),
    "friends": say("This post gives away who your friends are."),
    "pet": say("This post gives away a pet’s name."),
    "handle": say("This post gives away another name of yours."),
    "address": say("This post gives away an address."),
}


def _many(what: str, count: int) -> Sentence:
    said = {
        "routine": say("These {count} posts give away where you are each week.", count=count),
        "street": say("These {count} posts give away your street.", count=count),
        "home": say("These {count} posts give away where you live.", count=count),
        "away": say("These {count} posts give away when your home is empty.", count=count),
        "children": say("These {count} posts give away facts about your children.", count=count),
        "password": say("These {count} posts give away a name that may be in your password.", count=count),
        "car": say("These {count} posts give away your number plate.", count=count),
        "birthday": say("These {count} posts give away your birthday.", count=count),
        "answer": say("These {count} posts give away an answer that sites ask for.", count=count),
        "phone": say("These {count} posts give away a phone number.", count=count),
        "email": say("These {count} posts give away an email address.", count=count),
        "work": say("These {count} posts give away where you work or study.", count=count),
        "friends": say("These {count} posts give away who your friends are.", count=count),
        "pet": say("These {count} posts give away a pet’s name.", count=count),
        "handle": say("These {count} posts give away another name of yours.", count=count),
        "address": say("These {count} posts give away an address.", count=count),
    }
    return said[what]


def gives(what: str, values: tuple[str, ...], count: int) -> Sentence:
    """What `count` posts give away together: "your street" where a street stands among what they say of a home."""
    if what == "home" and any(STREET.search(one) for one in values):
        what = "street"
    return ONE[what] if count == 1 else _many(what, count)


SHORT: Mapping[str, Sentence] = {
    "routine": say("Your week"), "home": say("Your home"), "away": say("Being away"), "children": say("Your children"),
    "password": say("Your password"), "car": say("Your car"), "birthday": say("Your birthday"), "answer": say("Secret answers"),
    "phone": say("A phone number"),
    "email": say("An email address"), "work": say("Work or study"), "friends": say("Your friends"), "pet": say("A pet’s name"),
    "handle": say("Other names"),
    "address": say("An address"),
}  # fmt: skip
"""Each kind of fact in at most sixteen letters, for a drawing."""

LEADS: tuple[tuple[Sentence, Sentence, str, frozenset[str]], ...] = (
    (say("Your door"), say("A stranger could find your door."), "home address car", frozenset(("home", "address", "car"))),
    (say("Meeting you"), say("A stranger could wait for you."), "routine work", frozenset(("routine", "work"))),
    (say("An empty home"), say("A stranger could know that nobody is at home."), "away", frozenset(("away", "home"))),
    (
        say("Your accounts"), say("A stranger could guess a password, or pass for you."), "password pet birthday answer",
        frozenset(("password", "pet", "birthday", "answer", "children")),
    ),
    (say("Close to a child"), say("A stranger could get close to a child."), "children", frozenset(("children", "routine"))),
    (
        say("Your trust"), say("A stranger could act like a friend of a friend."), "friends",
        frozenset(("friends", "work", "handle", "routine")),
    ),
    (say("Reaching you"), say("A stranger could write to you or ring you."), "phone email handle", frozenset(("phone", "email", "handle"))),
)  # fmt: skip
"""What a stranger could do: in short, in a sentence, the kinds of fact of which one at least must be there, and all that add to it."""
