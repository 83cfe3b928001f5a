"""What a department's page waits for: its tasks, the talk, a look at student data, and the end of a mix. Pure.

Source: workflows.md 3.4, HYB-2, HYB-4.
"""

from collections.abc import Collection, Mapping

from askfirst.casework.kinds.reopened import REOPEN
from askfirst.casework.workflow import OPEN, File, Need
from askfirst.words import Sentence, say

__all__ = ["ALL_TASKS", "LOOKED", "MENDED", "NO_PUPILS", "PUPILS", "TALK", "TASKS", "not_looked", "still_mixed"]

TASKS: Mapping[str, Sentence] = {
    "people": say("say who else looks after it, and who takes over"),
    "account": say("give its login and recovery addresses"),
    "rules": say("set its rules for photos and comments"),
}
PUPILS, NO_PUPILS = "student-data", "no-student-data"


def open_tasks(file: File) -> Collection[str]:
    """The tasks that are not filled in yet. Each is one part of the list."""
    return tuple(task for task in TASKS if not file.of(task))


def say_task(missing: str, who: Sentence) -> Sentence:
    return say("First somebody must {task}.", task=TASKS[missing])


def not_talked(file: File) -> Collection[str]:
    """The talk with the line manager. It comes before anything else (HYB-4)."""
    turn = file.of(OPEN, "submit", "ask-again", REOPEN)[-1]
    return () if any(taken.sequence > turn.sequence for taken in file.of("talk")) else ("talk",)


def talk_first(missing: str, who: Sentence) -> Sentence:
    return say("Record the discussion first.")


def not_looked(file: File) -> Collection[str]:
    """The Data Protection Officer's look. It is owed where student data is shown."""
    return ("dpo-look",) if _students(file) and not file.of("dpo-look") else ()


def look_first(missing: str, who: Sentence) -> Sentence:
    return say("The Data Protection Officer looks at it first, because it shows student data.")


def still_mixed(file: File) -> Collection[str]:
    """The plan to end the mix, carried out. Nothing mixed is official (HYB-2)."""
    mixed = file.last("mixed-found", "still-mixed")
    done = file.last("mended")
    return () if mixed is None or (done is not None and done.sequence > mixed.sequence) else ("mended",)


def mend_first(missing: str, who: Sentence) -> Sentence:
    return say("It is still mixed. The plan must be carried out first.")


def _students(file: File) -> bool:
    last = file.last(PUPILS, NO_PUPILS)
    return last is not None and last.step == PUPILS


TALK = Need("talk-recorded", "HYB-4", not_talked, talk_first)
ALL_TASKS = Need("tasks-done", "HYB-4", open_tasks, say_task)
LOOKED = Need("data-looked-at", "HYB-4", not_looked, look_first)
MENDED = Need("mix-ended", "HYB-2", still_mixed, mend_first)
