"""What is said of each kind of fact, of how sure it is, and of a file that cannot be read. Written for grade 6: students read it too."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from askfirst.checks.archives.services import SERVICES
from askfirst.checks.finding import Level
from askfirst.guard.limits import BY_WIRE, MILLION
from askfirst.words import Sentence, say

__all__ = ["COUNTED", "FORMS", "KINDS", "REFUSED", "SEEN_BY", "SURE", "Kind", "guessed", "quiet", "weekly"]


@dataclass(frozen=True, slots=True)
class Kind:
    """`once` is the level where one post gives it away, `joined` where several do. Neither is Important: these are one's own posts."""

    clause: str
    joined: Level
    once: Level
    title: Sentence
    why: Sentence
    fix: Sentence
    doubt: Sentence


WORTH, TIP = Level.WORTH, Level.TIP
KINDS: Mapping[str, Kind] = {
    "routine": Kind(
        "SNS-1", WORTH, TIP, say("Where you are each week, and when"), say("Someone could wait for you there."),
        say("Post it later, and leave out the place or the time."), say("If you no longer go there, it matters less."),
    ),
    "home": Kind(
        "SNS-3", WORTH, TIP, say("Where you live"), say("A stranger could find your door."),
        say("Take the place out of these posts."), say("It may be where you lived before."),
    ),
    "away": Kind(
        "SNS-1", WORTH, TIP, say("When your home is empty"), say("These posts say when you are away."),
        say("Post about a trip when you are back."), say("Trips that are long over matter less."),
    ),
    "children": Kind(
        "PRI-4", WORTH, TIP, say("Facts about your children"), say("Names, ages and schools help a stranger to get close to a child."),
        say("Take out the names, the ages and the school."), say("They may be grown up by now."),
    ),
    "password": Kind(
        "PRI-4", WORTH, TIP, say("A name that may be in your password"), say("You posted the name, and you spoke about passwords too."),
        say("Change each password that has it in. Take the joke down."), say("If no password has it in, all is well."),
    ),
    "car": Kind(
        "PRI-4", WORTH, TIP, say("Your car’s number plate"), say("It leads to your car, and to where you park it."),
        say("Cover the plate in pictures. Take it out of words."), say("It may be the car of somebody else."),
    ),
    "birthday": Kind(
        "PRI-4", WORTH, TIP, say("Your birthday"), say("Banks and sites ask for it to know that you are you."),
        say("Leave out the day or the year."), say("It may be the birthday of somebody else."),
    ),
    "answer": Kind(
        "PRI-4", WORTH, TIP, say("An answer that sites ask for"), say("Sites ask for such answers to know that you are you."),
        say("Give sites another answer, one that you made up."), say("If no site asks you this, it matters less."),
    ),
    "phone": Kind(
        "SNS-3", WORTH, TIP, say("A phone number"), say("Anyone who reads this can ring it."),
        say("Take the number out."), say("If it is an office’s own number, leave it in."),
    ),
    "email": Kind(
        "SNS-3", WORTH, TIP, say("An email address"), say("Anyone who reads this can write to it."),
        say("Take the address out."), say("If it is an office’s own address, leave it in."),
    ),
    "work": Kind(
        "SNS-1", TIP, TIP, say("Where you work or study"), say("It tells a stranger where to find you in the day."),
        say("Think about whether you want both your name and the place here."), say("You may say where you work."),
    ),
    "friends": Kind(
        "PRI-4", TIP, TIP, say("Your friends by name"), say("With their names, a stranger can act as if they know you."),
        say("Leave their names out, or ask them first."), say("Your friends may be fine with it."),
    ),
    "pet": Kind(
        "PRI-4", TIP, TIP, say("A pet’s name"), say("Many people use a pet’s name as a password."),
        say("Use it in no password."), say("If you do not, the name does no harm."),
    ),
    "handle": Kind(
        "SNS-1", TIP, TIP, say("Another name you use online"), say("It ties this account to your others."),
        say("Take it out if you want to keep them apart."), say("You may want people to find you there."),
    ),
    "address": Kind(
        "SNS-3", TIP, TIP, say("An address in a post"), say("It may be yours, or that of someone you know."),
        say("Take it out if it is a home."), say("If it is a shop or a hall, leave it in."),
    ),
}  # fmt: skip

SEEN_BY: Mapping[str, Sentence] = {
    "public": say("Public, says the file"),
    "friends": say("Friends, says the file"),
}
SURE: Mapping[str, Sentence] = {
    "sure": say("Anyone who reads these posts can tell."),
    "likely": say("Someone who puts these posts together can tell."),
    "maybe": say("These posts give a hint."),
}
DAYS = (say("Mondays"), say("Tuesdays"), say("Wednesdays"), say("Thursdays"), say("Fridays"), say("Saturdays"), say("Sundays"))
SPOT = say("One spot on the map")


def weekly(place: str, weekday: int, minute: int) -> Sentence:
    """A place, a day of the week from 0 for Monday, and minutes after midnight, below 0 where no hour is known."""
    if minute < 0:
        return say("{place}, {days}", place=place or SPOT, days=DAYS[weekday])
    hour, minutes = divmod(minute, 60)
    time = ".".join((str(hour), str(minutes).zfill(2)))
    return say("{place}, {days}, about {time}", place=place or SPOT, days=DAYS[weekday], time=time)


def _messages(count: int) -> Sentence:
    return say("1 message file was not opened.") if count == 1 else say("{count} message files were not opened.", count=count)


def _others(count: int) -> Sentence:
    if count == 1:
        return say("1 post is in someone else’s words. We left it out.")
    return say("{count} posts are in other people’s words. We left them out.", count=count)


def _private(count: int) -> Sentence:
    if count == 1:
        return say("1 post is for you alone. We left it out.")
    return say("{count} posts are for you alone. We left them out.", count=count)


def _passed(count: int) -> Sentence:
    if count == 1:
        return say("1 message stands in the same file as your posts. We passed over it.")
    return say("{count} messages stand in the same file as your posts. We passed over them.", count=count)


def _broken(count: int) -> Sentence:
    if count == 1:
        return say("1 file inside is cut short. We read what we could.")
    return say("{count} files inside are cut short. We read what we could.", count=count)


def _unread(count: int) -> Sentence:
    return (
        say("1 entry has a form that we do not know.")
        if count == 1
        else say("{count} entries have a form that we do not know.", count=count)
    )


def _odd(count: int) -> Sentence:
    if count == 1:
        return say("1 file has a name that leads elsewhere. We did not open it.")
    return say("{count} files have names that lead elsewhere. We opened none.", count=count)


def guessed(service: str) -> Sentence:
    """We have read of its form and seen no archive of a person."""
    return say("We have not seen many files from {service}. We may have missed posts.", service=service)


def quiet(service: str) -> Sentence:
    """Hardly anything in it is public."""
    return say("Most of {service} goes to friends. We looked at what everyone can see.", service=service)


COUNTED: Mapping[str, Callable[[int], Sentence]] = {
    "messages": _messages, "others": _others, "private": _private, "passed": _passed, "broken": _broken, "unread": _unread, "odd": _odd,
}  # fmt: skip
"""What is said of each count. That of messages is said even where there are none."""

FORMS = tuple(one.form for one in SERVICES)
"""Every form that we can read, as it is named to a person."""
LIST = ", ".join(FORMS)
REFUSED: Mapping[str, Sentence] = {
    "empty": say("This file is empty. Choose another one."),
    "unknown": say("We do not know this kind of file. We can read archives from: {forms}.", forms=LIST),
    "pages": say("This archive is made of web pages. Ask the service for it again as JSON. We can read: {forms}.", forms=LIST),
    "nothing": say("We found no posts of yours in it. We can read archives from: {forms}.", forms=LIST),
    "broken": say("This file is cut short or broken. Get it from the service again. We can read: {forms}.", forms=LIST),
    "packed": say("We cannot unpack this kind of file. Unpack it, and make a zip of it. We can read: {forms}.", forms=LIST),
    "nested": say("There is another packed file inside. Take that one out, then choose it."),
    "parts": say("This archive is in several parts. Choose one part that is whole."),
    "locked": say("This archive has a password. Save it without one, then choose it."),
    "members": say("There are too many files in it. Make a zip of those that hold your posts."),
    "overlap": say("This archive is put together in a harmful way. We did not open it."),
    "tight": say("This archive unpacks to far more than it should. We did not open it."),
    "too-much": say("This archive takes too much to open. Use the command line, or a smaller one."),
    "large": say("This file is larger than {most} MB. Use the command line for it.", most=BY_WIRE // MILLION),
    "large-together": say("Together these files are larger than {most} MB. Choose fewer.", most=BY_WIRE // MILLION),
    "busy": say("We are opening other archives just now. Wait a minute, then try again."),
}
