"""What packs of every kind are made of: a moment, answers in their own words, and what lies beside the case."""

from collections.abc import Mapping
from datetime import datetime

from askfirst.casework.evidence import LEFT, Thing
from askfirst.casework.evidence_words import FIELDS as BESIDE
from askfirst.casework.fields import Field
from askfirst.people.calendar import london
from askfirst.words import say

__all__ = ["Data", "answers", "moment", "thing_json"]

Data = dict[str, object]


def moment(at: datetime) -> str:
    """London time, such as 2026-11-25 10:00."""
    return london(at).strftime("%Y-%m-%d %H:%M")


def answers(fields: tuple[Field, ...], words: Mapping[str, object]) -> list[Data]:
    """Each field that was answered, in its own words."""
    found: list[Data] = []
    for field in fields:
        if words.get(field.id):
            chosen = next((str(choice.says) for choice in field.choices if choice.value == words[field.id]), None)
            found.append({"asked": str(field.says), "answer": chosen or str(words[field.id])})
    return found


def thing_json(one: Thing, *, changed: bool) -> Data:
    """Of one that is not as it came nothing but that it was there."""
    checked = say("Changed since it came. It is not in this copy.") if changed else say("The same as when it came.")
    held: Data = {"number": one.number, "on": moment(one.at), "checked": str(checked)}
    if changed:
        return held
    if one.gone:
        checked = say("Taken away on {day}. It is not in this copy.", day=moment(one.gone.at))
        return {**held, "checked": str(checked), "file": {"name": "", "sha256": str(one.words[LEFT])} if one.words.get(LEFT) else None}
    file = {"name": str(one.words.get("name", "")), "sha256": str(one.words.get("sha256", ""))} if one.file else None
    return {**held, "says": answers(tuple(BESIDE), one.words), "file": file}
