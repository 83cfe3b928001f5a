"""A photo's file and what somebody said of it become an answer: what to look at, questions only a person can answer, and a clean copy.

Pure but for the child that opens the file: no database, no clock, no memory. Page, API and command line all come through here.
Source: SNS-1 to SNS-4, CON-1, CON-3, CON-5, CON-7; rulings 1, 10, 11, 12, 14.
"""

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from askfirst.advice.answer import ALLOWED, ASK_BEFORE_NAMING, REACHES_MANY, TAGS, UNSURE, Answer, Finding, Permission, as_json
from askfirst.advice.asked import BadDraft
from askfirst.advice.cannot_see import OF_A_PHOTO, cannot_see_as_json
from askfirst.advice.photos_asked import PhotoAsked
from askfirst.checks.draft import LONGEST, Audience, Author, Draft, Told
from askfirst.checks.finding import NotChecked
from askfirst.checks.photos.catalogue import look_at_photo
from askfirst.checks.photos.distance import near_to, place_of
from askfirst.checks.photos.photo import NAMES, Photo, photo_of
from askfirst.checks.photos.plot import Plot, plot_of
from askfirst.guard.picture_words import READS, words_of
from askfirst.guard.pictures import GROUPS, Looked, NotTaken, Pictures, look_at_picture
from askfirst.procedure.clause import Edition
from askfirst.procedure.trust import School
from askfirst.words import Sentence, say

__all__ = [
    "NEVER",
    "READS",
    "AboutPhoto",
    "Group",
    "NotTaken",
    "Pictures",
    "Question",
    "about_photo",
    "copy_of",
    "open_photo",
    "photo_as_json",
    "photo_of_file",
]

NEVER = say("Never put in a naked or sexual picture of anyone under 18, even of yourself. We can help without it.")
FEEL = say("How would you feel if everyone could see this?")
STUDY = say("Does anything in the picture show where you study?")
WORK = say("Does anything in the picture show where you work or study?")
OTHERS = say("Is anyone else in it? Have you asked them?")
DIRECTION = re.compile(r"\d{1,3}", re.ASCII)
ALLOWED_TO = {Author.STAFF: ("BLG-7", "INT-7"), Author.STUDENT: ("INT-4", "INT-7")}

NO_FACES = NotChecked("face", say("We look at no face, and never match one to anybody."))
NO_READING = NotChecked("words-in-picture", say("We cannot read words in the picture here. Look for names, badges and door numbers."))
NO_CODES = NotChecked("codes", say("We did not look for square or bar codes. They can hold a password or a ticket."))
SOME_WORDS = NotChecked("words-in-picture", say("We may misread or miss words that are small, bent or blurred."))
SOME_CODES = NotChecked("codes", say("We may miss a square or bar code that is small, bent or half covered."))
NO_MAKER = NotChecked("maker-notes", say("The camera left notes of its own that we cannot read."))
NO_COPY = NotChecked("copy", say("We can read this HEIC but not open it. Save it as JPEG to get a clean copy."))
NO_MORE = NotChecked("notes", say("The file holds more notes than we read."))
BROKEN = NotChecked("broken-notes", say("Some notes in the file are broken. We could not read those."))
MISNAMED = say("The name of the file says one kind of picture, and inside is another. We read it as it is.")
MOVES = say("The picture moves. The clean copy shows the first picture only.")
CODE_STAYS = say("A code can still be read in the clean copy. Cover it, then look again.")
SMALLER = say("The clean copy is half as wide and high, since the picture is very large.")

HEADINGS: dict[str, Sentence] = {
    "exif": say("Camera notes (EXIF)"),
    "xmp": say("Notes of photo programs (XMP)"),
    "iptc": say("Notes of press programs (IPTC)"),
    "comments": say("Comments in the file"),
    "png-text": say("Text in a PNG"),
    "profiles": say("Colour profiles"),
    "tail": say("Bytes after the end"),
    "seconds": say("More pictures and videos"),
    "credentials": say("Content credentials"),
    "other": say("Blocks of a maker or program"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """What a person answers better than a machine. Nobody asks for the answer."""

    clause: str
    says: Sentence


@dataclass(frozen=True, slots=True)
class Group:
    """Notes of one sort: how many stand in the file, and how many in the clean copy (None: there is none)."""

    id: str
    says: Sentence
    before: int
    after: int | None


@dataclass(frozen=True, slots=True, repr=False)
class AboutPhoto:
    """`answer` as for a text, with places in `text`, which is what the file and its owner said, a fact a line."""

    answer: Answer
    text: str
    questions: tuple[Question, ...]
    groups: tuple[Group, ...]
    plot: Plot | None
    looked: Looked = field(repr=False)

    @property
    def copy_name(self) -> str:
        """A name that says nothing; "" where there is no copy."""
        return {"jpeg": "photo.jpg", "png": "photo.png"}.get(self.looked.copy_kind, "")

    @property
    def stays(self) -> Sentence | None:
        """What can still be read in the picture of the copy, for whoever saves it."""
        return CODE_STAYS if self.looked.copy and self.looked.codes_left else None

    @property
    def empty(self) -> bool:
        """Whether a copy was made and nothing at all is left in it."""
        return bool(self.looked.copy) and not any(self.looked.left.values())

    def __repr__(self) -> str:
        return "<AboutPhoto>"


def open_photo(
    name: str, data: bytes, asked: PhotoAsked, *, copy: bool = True, reads: bool = False, pictures: Pictures | None = None
) -> Looked:
    """What the file says of itself, and its clean copy. `reads`: the words in the picture too, where that is installed.

    Takes seconds, in a child of its own or in `pictures`, and some more to read. Raises BadDraft about "file".
    """
    look = look_at_picture if pictures is None else pictures.look
    try:
        looked = look(name, data, copy=copy, areas=asked.areas)
    except NotTaken as problem:
        raise BadDraft("file", problem.sentence) from None
    return replace(looked, words=words_of(data)) if reads and looked.opens else looked


def photo_of_file(looked: Looked, asked: PhotoAsked, told: Told, schools: Iterable[School]) -> tuple[Photo, Draft]:
    """The photo as its checks read it, and its words as a draft, with the day it was taken: what the checks of words read."""
    typed = (("seen", "", asked.words), ("people", "", asked.people))
    facts = [(what, group, line) for what, group, text in typed for line in text.split("\n") if line.strip()]
    facts += [("seen", "", line) for line in looked.words or ()]
    facts += [(one.what, one.group, one.text) for one in (*(looked.codes or ()), *looked.facts)]
    place = next((place_of(text) for what, _, text in facts if what == "place"), None)
    known = [(one.name, one.latitude, one.longitude) for one in schools if one.latitude is not None and one.longitude is not None]
    photo = photo_of(facts, author=asked.author, small=bool(looked.small), near=near_to(place, known) if place else ())
    photo = replace(photo, day=photo.day or asked.day)
    text = photo.text[: min(photo.words_end, LONGEST)]
    return photo, Draft(text, asked.author, audience=asked.audience, photo_day=photo.day, told=told)


def about_photo(photo: Photo, draft: Draft, looked: Looked, edition: Edition) -> AboutPhoto:
    """Everything AskFirst says about a photo. `draft` may have been told of events since. Nothing of it outlives the answer."""
    photo = replace(photo, events=draft.told.events, today=draft.told.today)
    seen, missed = look_at_photo(photo, draft)
    said = [Finding(one, TAGS[edition.clause(one.clause).strength], photo.text[one.start : one.end]) for one in seen]
    allowed = {clause: says for clause, says in ALLOWED[photo.author] if clause in ALLOWED_TO[photo.author]}
    answer = Answer(
        allowed=tuple(Permission(clause, TAGS[edition.clause(clause).strength], says) for clause, says in allowed.items()),
        findings=tuple(sorted((one for one in said if not one.seen.noticed), key=lambda one: one.level.rank)),
        noticed=tuple(one for one in said if one.seen.noticed),
        not_checked=(*missed, *_not_checked(photo, looked)),
        notes=_notes(photo, draft, looked),
        good_to_know=(Permission("CON-1", TAGS[edition.clause("CON-1").strength], REACHES_MANY),),
    )
    questions = (Question("SNS-4", FEEL), Question("SNS-4", STUDY if photo.author is Author.STUDENT else WORK), Question("CON-5", OTHERS))
    facing = next((float(photo.says(line)) for line in photo.of("direction") if DIRECTION.fullmatch(photo.says(line))), None)
    return AboutPhoto(answer, photo.text, questions, _groups(looked), plot_of(photo.near, facing), looked)


def _groups(looked: Looked) -> tuple[Group, ...]:
    """Those that are there, and those that would be left; with neither, all of them, so that it is seen what was looked for."""
    left = looked.left if looked.copy else None
    found = [Group(id, HEADINGS[id], looked.counts.get(id, 0), None if left is None else left.get(id, 0)) for id in GROUPS]
    return tuple(one for one in found if one.before or one.after) or tuple(found)


def _not_checked(photo: Photo, looked: Looked) -> Iterable[NotChecked]:
    yield from (NO_READING if looked.words is None else SOME_WORDS, NO_CODES if looked.codes is None else SOME_CODES, NO_FACES)
    for what, missed in (("maker", NO_MAKER), ("broken", BROKEN)):
        if next(photo.of(what), None) is not None:
            yield missed
    if looked.more:
        yield NO_MORE
    if not looked.opens:
        yield NO_COPY


def _notes(photo: Photo, draft: Draft, looked: Looked) -> tuple[Sentence, ...]:
    wanted = (
        (draft.audience is Audience.UNSURE, UNSURE),
        (looked.misnamed, MISNAMED),
        (looked.moves, MOVES),
        (looked.smaller, SMALLER),
        (next(photo.of("people", *NAMES), None) is not None, ASK_BEFORE_NAMING),
    )
    return tuple(says for holds, says in wanted if holds)


def copy_of(said: AboutPhoto) -> dict[str, object] | None:
    """The clean copy as text, for an answer of text."""
    if not said.looked.copy:
        return None
    return {
        "name": said.copy_name,
        "kind": said.looked.copy_kind,
        "left": {one: said.looked.left[one] for one in GROUPS},
        "codes_left": said.looked.codes_left,
        "base64": base64.b64encode(said.looked.copy).decode("ascii"),
    }


def photo_as_json(said: AboutPhoto, *, everything: bool = False) -> dict[str, object]:
    """The answer as API and command line give it: that of a text, and what there is of a photo besides, without its bytes."""
    looked = said.looked
    return as_json(said.answer, everything=everything) | {
        "text": said.text,
        "kind": looked.kind,
        "width": looked.width,
        "height": looked.height,
        "questions": [{"clause": one.clause, "says": str(one.says)} for one in said.questions],
        "inside": [{"group": one.id, "before": one.before, "after": one.after} for one in said.groups],
        "schools": [{"school": one.school, "metres": one.metres} for one in said.plot.points] if said.plot else [],
        **cannot_see_as_json(OF_A_PHOTO),
    }
