"""What a case says of a page to the public: worked out from the steps taken, and kept in the register in the same change.

A page is marked in its case by a keyed hash: when it is told of, when communications look at it, and when they change its address. So the
register can be worked out again, and no word is unsealed. The name that everybody reads is given with the step that makes it official, and
the case keeps a keyed hash of it. Only these kinds say anything; what staff tell of pages of their own never does.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from askfirst.casework.fields import BadField
from askfirst.casework.filed import file_of
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.impostor import NOT_OURS
from askfirst.casework.kinds.page import ARCHIVED, AT, LIVE, LOOKED_AT
from askfirst.casework.kinds.page_handover import keeper
from askfirst.casework.models import ERASED, Case
from askfirst.casework.workflow import OPEN, File, Move
from askfirst.people.calendar import london_day
from askfirst.people.hats import subjects
from askfirst.people.who import names
from askfirst.sites import register
from askfirst.sites.addresses import UNSEEN
from askfirst.sites.register import Answer, BadAddress, Listed
from askfirst.words import Sentence, say

__all__ = ["AT", "NAMED", "Misfit", "marks_of", "misfits", "name_page", "rewrite"]

NAMED = "page-called"
"""The mark: under which name everybody reads it."""
IS_OURS = say("This page is official, on our own list. Look at it again, or choose that it is ours.")
WITH_A_NAME = say("This holds the name of whoever keeps the page. Everybody can read it: leave the person out.")
ODD_MARKS = say("This holds marks that nobody sees. Type the name again.")
WORD = re.compile(r"[^\s.,;:!?()\"“”]+")
IS_LISTED = say("A page at this address is official already. Ask whoever began this one to take it back, or give another address.")
IS_NOT = say("This page stands on our list as not ours. Look at it again.")


def _page(file: File) -> Listed | None:
    at = file.last(AT)
    if at is None:
        return None
    ended = file.last("archive", "plan")
    if file.state == ARCHIVED and ended is not None and ended.step == "archive":  # one renamed or split off may be somebody's own
        return Listed(at.of, Answer.PAST, file.school, ended_on=london_day(ended.at))
    looked = file.last(*LOOKED_AT)
    if file.state not in LIVE or looked is None:
        return None
    return Listed(at.of, Answer.OFFICIAL, file.school, subjects(keeper(file))[0], london_day(looked.at))


def _impostor(file: File) -> Listed | None:
    at = file.last(AT)
    return Listed(at.of, Answer.NOT_OURS) if at is not None and file.state in NOT_OURS else None


SAID: Mapping[str, Callable[[File], Listed | None]] = {"page": _page, "impostor": _impostor}
MARKED = {"page": frozenset({OPEN, "comms-check", "set-address"}), "impostor": frozenset({OPEN, "not-ours"})}
"""By kind, the steps whose address is the page's from then on."""
NAMES = frozenset({"make-official", "set-address"})
"""The steps that give the name that everybody reads."""


def marks_of(case: Case, step: str, words: Mapping[str, object]) -> tuple[Move, ...]:
    """The mark that a step leaves, if any. Raises BadField for what is no address, and where the register says otherwise; and Refused."""
    marked = MARKED.get(case.kind, frozenset())
    if step not in marked | {"make-official"}:
        return ()
    given = str(words.get("address") or "") if step in marked else ""
    last = file_of(case).last(AT)
    try:
        page = register.mark_of(given) if given else last.of if last else ""
    except BadAddress as problem:
        if step == OPEN:
            return ()  # told of in words: it cannot be looked up until communications say where it is
        raise BadField("address", problem.sentence) from None
    if step != OPEN and page:
        _agrees(case, step, register.known_as(page, but=case.ref))
    return (*((Move(AT, of=page),) if given else ()), *_name_mark(case, step, words))


def _name_mark(case: Case, step: str, words: Mapping[str, object]) -> tuple[Move, ...]:
    name = _public_name(step, words)
    if not name:
        return ()
    if UNSEEN.search(name):
        raise BadField("called", ODD_MARKS)
    file = file_of(case)
    keepers = {file.asker, subjects(keeper(file))[0]}
    last_names = {one.name.split()[-1].casefold() for one in names(sorted(keepers)).values()}
    if last_names & {word.removesuffix("'s").removesuffix("’s") for word in WORD.findall(name.casefold())}:
        raise BadField("called", WITH_A_NAME)
    return (Move(NAMED, of=register.mark_of_name(name)),)


def _agrees(case: Case, step: str, known: frozenset[Answer]) -> None:
    if case.kind == "impostor" and Answer.OFFICIAL in known:
        raise BadField("address", IS_OURS)
    if case.kind == "page":
        if step == "comms-check" and Answer.OFFICIAL in known:
            raise BadField("address", IS_LISTED)
        if Answer.NOT_OURS in known:
            if step == "make-official":
                raise Refused((Refusal(IS_NOT, "HYB-1"),))
            raise BadField("address", IS_NOT)


def name_page(case: Case, step: str, words: Mapping[str, object]) -> None:
    """Keep the name that everybody reads from this step on, where it gives one. In the caller's transaction."""
    if name := _public_name(step, words):
        register.call(case.ref, name)


def _public_name(step: str, words: Mapping[str, object]) -> str:
    return " ".join(str(words.get("called") or "").split()) if step in NAMES else ""


def _says(case: Case, file: File) -> Listed | None:
    """What the case says, with the name that it is shown under."""
    listed = SAID[case.kind](file)
    shown = listed is not None and listed.answer in (Answer.OFFICIAL, Answer.PAST)
    return replace(listed, name=register.called(case.ref)) if listed is not None and shown else listed


def rewrite(case: Case, file: File) -> None:
    """Make the case's row what it says now. For the changing functions alone."""
    if case.kind not in SAID:
        return
    listed = _says(case, file)
    if listed is None:
        register.drop(case.ref)
    else:
        register.put(case.ref, listed)


@dataclass(frozen=True, slots=True)
class Misfit:
    """A row of the register that is not what its case says."""

    ref: str
    says: Sentence


def misfits() -> list[Misfit]:
    """Every row worked out again, and what does not fit; a row without a case too. Empty is right. Linear in steps; changes nothing."""
    stood, found = register.rows(), []
    for case in Case.objects.filter(kind__in=SAID).exclude(state=ERASED).order_by("id").iterator():
        file = file_of(case)
        wanted, row = _says(case, file), stood.pop(case.ref, None)
        found += _misnamed(case, file)
        if wanted == row:
            continue
        if row is None:
            found.append(Misfit(case.ref, say("{ref} should be in the register, and is not.", ref=case.ref)))
        elif wanted is None:
            found.append(Misfit(case.ref, say("{ref} is in the register, and should not be.", ref=case.ref)))
        else:
            found.append(Misfit(case.ref, say("{ref} stands in the register otherwise than it should.", ref=case.ref)))
    return found + [Misfit(ref, say("{ref} is in the register, and is no case.", ref=ref)) for ref in sorted(stood)]


def _misnamed(case: Case, file: File) -> list[Misfit]:
    """Whether the name that everybody reads is the one that was given in the case."""
    mark, name = file.last(NAMED), register.called(case.ref)
    if (mark.of if mark else "") == (register.mark_of_name(name) if name else ""):
        return []
    return [Misfit(case.ref, say("{ref} is shown under another name than was given.", ref=case.ref))]
