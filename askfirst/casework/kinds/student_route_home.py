"""Who at home is owed word of a student's matter: a parent or carer, those who look after the student, or nobody at 18. Pure (DIS-4, A47).

Care may begin and end while a record runs: what was told to those who looked after the student then still counts.
"""

from collections.abc import Collection

from askfirst.casework.workflow import File

__all__ = [
    "ADULT", "CARED", "CARERS", "CARE_OVER", "MISCONDUCT", "NOBODY", "REFERENCE", "VIRTUAL", "care_untold", "family_untold", "found_so",
    "home_untold", "in_care", "still_cared",
]  # fmt: skip

ADULT, CARED, CARE_OVER, NOBODY = "is-adult", "is-looked-after", "care-is-over", "nobody-to-tell"
MISCONDUCT, REFERENCE = "misconduct", "reference-set"
"""Marks in the clear: 18 or over, looked after, looked after no more, nobody we may tell; what was found, and a reference that is set."""
CARERS, VIRTUAL = ("tell-social-worker", "tell-carer"), "tell-virtual-school"


def found_so(file: File) -> bool:
    """Whether misconduct was found."""
    return bool(file.of(MISCONDUCT))


def in_care(file: File) -> bool:
    """Whether somebody looks after the student in place of a parent, by the last mark that says so."""
    last = file.last(CARED, CARE_OVER)
    return last is not None and last.step == CARED


def still_cared(file: File) -> Collection[str]:
    """That the student is looked after."""
    return (CARED,) if in_care(file) else ()


def _carers_left(file: File) -> tuple[str, ...]:
    """Who of those who look after a student has not heard: of the finding; then of the reference, the virtual school head too."""
    since = file.last(REFERENCE, MISCONDUCT)
    after = since.sequence if since else 0
    told = {taken.step for taken in file.of(*CARERS, VIRTUAL) if taken.sequence > after}
    return tuple(step for step in (*CARERS, *((VIRTUAL,) if file.of(REFERENCE) else ())) if step not in told)


def care_untold(file: File) -> tuple[str, ...]:
    """Who looks after a student and is still to be told, by step."""
    return _carers_left(file) if found_so(file) and in_care(file) and not file.of(ADULT) else ()


def family_untold(file: File) -> Collection[str]:
    """That a parent or carer was told, or that the safeguarding lead has said why not. At 18 and over the student alone is told (A47)."""
    if not found_so(file) or file.of(ADULT) or file.of("not-told"):
        return ()
    if in_care(file):
        return care_untold(file)
    carers_knew = file.of(CARE_OVER) and not _carers_left(file)
    return () if file.of("tell-parent") or carers_knew else ("family",)


def home_untold(file: File) -> Collection[str]:
    """That home knows, or that the safeguarding lead has said why not; and whoever looks after the student."""
    return ("care",) if care_untold(file) else family_untold(file)
