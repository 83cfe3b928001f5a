"""Where and at what hour a post says somebody was: the two halves of a routine."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from askfirst.checks.archives.post import Kind, Post

__all__ = ["DAYS", "HEAD", "Visit", "hour_in", "own_words", "visits_of"]

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HEAD = re.compile(
    r"(?<![a-z])((?:[a-z'’-]{2,20} ){0,2})(canal path|canal|towpath|path|park|parkrun|gym|pool|swimming pool|leisure centre|sports centre"
    r"|church|chapel|mosque|temple|synagogue|gurdwara|club|pub|caf[eé]|coffee shop"
    r"|station|bus stop|platform|track|pitch|court|courts|studio|lido"
    r"|baths|bridge|lock|hall|rink|arena|bakery|tea ?room|jetty|pier|harbour|quay|common|abbey|garden centre|skate ?park|range|stables"
    r"|beach|woods|forest|trail|reservoir|lake|market|library|allotments?|community centre|village hall|choir|band practice|yoga|pilates"
    r"|zumba|spin class|boot ?camp|football training|rugby training|netball|slimming world|weight watchers|brownies|cubs|scouts|guides"
    r"|nursery run|school run|quiz|bingo|hospital|clinic)(?![a-z])"
)
STOP = frozenset(
    "the a an this that my our your his her their same usual local at in on by to from along round around down up through via near past"
    " over into for of with and or but just back again now then was were is are am be been run ran running walk walked walking swim swam"
    " swimming ride rode cycling cycle went go going gone got get off out love loved lovely great good nice cold wet dark early late quick"
    " slow long short every each another first last new old morning evening afternoon tonight today tomorrow yesterday weekly favourite"
    " best worst little big quiet busy all we i it me us you he she they had have has did do does so as if when while after before until"
    " can could will would should might must may nobody everybody house"
    " till no not never always only really very too still done made make take took coffee class session training practice".split()
)
CLOCK = re.compile(r"(?<![\d.:£$€/-])(\d{1,2})(?:[.:](\d{2})(?![\d.:%])(?:\s?(am|pm))?|\s?(am|pm))(?![a-z\d])")
SAID = re.compile(r"\b(half|quarter) (past|to|)\s?(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")
HOURS = "twelve one two three four five six seven eight nine ten eleven".split()
DAY = re.compile(r"\b(?:every |each |on |my |usual |weekly )?(mon|tues|wednes|thurs|fri|satur|sun)days?\b")
OTHER_DAY = re.compile(r"\b(?:last|next|by|until|till|since|from) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
NOT_TODAY = re.compile(r"\b(tomorrow|yesterday|last night)\b")
CANAL = ("canal path", "canal", "towpath")
HALF_DAY, DAY_LONG, EVENING = 720, 1_440, 1_080
SPOT = 3


class Visit(NamedTuple):
    """Somebody at a place: the day of the week (0 is Monday), the week, and minutes after midnight. `said`: the hour is in the words."""

    key: str
    shown: str
    weekday: int
    week: int
    minute: int
    said: bool
    at: int


def visits_of(post: Post, low: str) -> Iterator[Visit]:
    """`low`: the words in lower case. A post without a moment is no visit."""
    if post.on is None or post.kind is Kind.PROFILE:
        return
    minute, said = _minute(post, low)
    moved = NOT_TODAY.search(low)
    day = post.on.toordinal() + ({"tomorrow": 1}.get(moved[1], -1) if moved else 0)
    weekday = (day - 1) % 7
    named = None if OTHER_DAY.search(low) else DAY.search(low)
    if named:
        wanted = next(number for number, one in enumerate(DAYS) if one.lower().startswith(named[1]))
        day += (wanted - weekday + 3) % 7 - 3
        weekday = wanted
    found: dict[str, tuple[str, int]] = {}
    for match in HEAD.finditer(low):
        words = own_words(match[1].split())
        for shown in _names(words, match[2]):
            found.setdefault(shown, (shown, match.start(2)))
    if post.place:
        found.setdefault(post.place.casefold(), (post.place, 0))
    if post.at is not None:
        found.setdefault("%.*f %.*f" % (SPOT, post.at[0], SPOT, post.at[1]), ("", 0))
    for key, (shown, at) in found.items():
        yield Visit(key, shown, weekday, (day - 1) // 7, minute, said, at)


def _names(words: list[str], head: str) -> Iterator[str]:
    """By which a place is the same place: "canal" and "towpath" are one, and "haddon park parkrun" is a park and a run in it."""
    if not words and head in CANAL:
        yield CANAL[0]
        return
    yield " ".join([*words, head])
    if words and HEAD.fullmatch(words[-1]):
        yield " ".join(words)
        yield head


def own_words(words: list[str]) -> list[str]:
    """The words that belong to the place's name: those before it, back to the first that says nothing."""
    kept: list[str] = []
    for word in reversed(words):
        if word.strip("'’-") in STOP:
            break
        kept.insert(0, word)
    return kept


def hour_in(low: str) -> int:
    """Minutes after midnight of an hour that these words say to the minute or by half a day; -1 where they say none."""
    for match in CLOCK.finditer(low):
        hour, minutes, half = int(match[1]), int(match[2] or 0), match[3] or match[4] or ""
        if hour < 24 and minutes < 60 and (minutes or half):
            return _nearest(hour, minutes, half, EVENING)
    return -1


def _minute(post: Post, low: str) -> tuple[int, bool]:
    """The hour in the words where there is one, nearest to when it was posted; else when it was posted."""
    posted = 0 if post.on is None else post.on.hour * 60 + post.on.minute
    for match in CLOCK.finditer(low):
        hour, minutes, half = int(match[1]), int(match[2] or 0), match[3] or match[4] or ""
        if hour < 24 and minutes < 60 and (minutes or half):
            return _nearest(hour, minutes, half, posted), True
    said = SAID.search(low)
    if said:
        hour = HOURS.index(said[3])
        minutes = {"half": 30, "quarter": 15}[said[1]]
        if said[2] == "to":
            hour, minutes = (hour - 1) % 12, 60 - minutes
        return _nearest(hour, minutes, "", posted), True
    return posted, False


def _nearest(hour: int, minutes: int, half: str, posted: int) -> int:
    if half:
        return (hour % 12 + (12 if half == "pm" else 0)) * 60 + minutes
    if hour > 12 or hour == 0:
        return hour * 60 + minutes
    early = hour % 12 * 60 + minutes
    return min((early, early + HALF_DAY), key=lambda one: min(abs(one - posted), DAY_LONG - abs(one - posted)))
