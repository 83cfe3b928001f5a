"""Rules that need more than one check's eyes: the same words twice, naming kindly, a missing disclaimer.

Pure, and in order: what is merged first is judged once.
"""

from collections.abc import Iterable
from dataclasses import replace

from askfirst.checks.draft import Author, Draft, Where
from askfirst.checks.finding import Level, Seen
from askfirst.checks.reputation import reputation
from askfirst.checks.text.disclaimer import WEAK, WEAK_WHY, is_weak
from askfirst.words import say

__all__ = ["together"]

# What stands beside a name in one sentence makes naming matter, a student's too (ruling 11).
HARM = frozenset({"contact", "identifier", "abuse", "confidential"})
# A blog or a page should carry the note; a profile or a social post is advised to (A35).
PAGES = frozenset({Where.BLOG, Where.WEB_PAGE})

MISSING = say("No note that these are your own views")
MISSING_WHY = say("Readers can tell where you work. They may think you speak for the school.")
PROFILE_WHY = say("Your profile says where you work. A short note shows that these are your own views.")
MISSING_DOUBT = say("If the note stands elsewhere on your page, you need do nothing.")
OWN_VIEWS = say("These are my own views and not those of my school.")


def together(draft: Draft, seen: list[Seen]) -> list[Seen]:
    """The same findings after the rules that look at them side by side."""
    if not seen and not draft.profile_names_school:
        return []
    merged = _merged(seen)
    named = _naming_kindly(draft, merged)
    return named + reputation(draft, named) + _missing_disclaimer(draft, named)


def _merged(seen: Iterable[Seen]) -> list[Seen]:
    """Of overlapping findings of one kind the longest stays, or the weightier; noticed and found are kept apart."""
    kept: dict[tuple[str, bool, str], list[Seen]] = {}
    for one in sorted(seen, key=lambda s: (s.start, -s.end, s.level.rank)):
        row = kept.setdefault((one.kind, one.noticed, "" if one.kind != "works-here" else one.check), [])
        if row and one.start < row[-1].end:
            row[-1] = max(row[-1], one, key=lambda s: (-s.level.rank, s.end - s.start))
        else:
            row.append(one)
    all_kept = [one for row in kept.values() for one in row]
    secrets = [one for one in all_kept if one.kind == "confidential"]
    return [one for one in all_kept if one.kind != "private-life" or not any(one.start < s.end and s.start < one.end for s in secrets)]


def _naming_kindly(draft: Draft, seen: list[Seen]) -> list[Seen]:
    """A student who names somebody is only noticed, unless the same sentence holds a way to reach them, a record, an attack or a secret."""
    if draft.author is not Author.STUDENT:
        return seen
    harmed = {draft.sentences.around(one.start)[0] for one in seen if one.kind in HARM and not one.noticed}
    return [replace(one, noticed=draft.sentences.around(one.start)[0] not in harmed) if one.kind == "roster-name" else one for one in seen]


def _missing_disclaimer(draft: Draft, seen: list[Seen]) -> list[Seen]:
    """Staff who say where they work, or whose profile does, are shown the wording: Worth changing on a blog or page, else a Tip."""
    if draft.author is not Author.STAFF or any(one.kind == "disclaimer" for one in seen):
        return []
    where = next((one for one in sorted(seen, key=lambda s: s.start) if one.kind == "works-here"), None)
    if where is None and not draft.profile_names_school:
        return []
    start, end = (where.start, where.end) if where else _last_word(draft.text)
    weak = is_weak(draft)
    return [
        Seen(
            check="missing-disclaimer",
            kind="works-here",
            clause="BLG-4",
            also=(),
            level=Level.WORTH if where and draft.where in PAGES else Level.TIP,
            start=start,
            end=end,
            target=None,
            title=WEAK if weak else MISSING,
            why=WEAK_WHY if weak else MISSING_WHY if where else PROFILE_WHY,
            fix=say("{wording}", wording=draft.told.disclaimer) if draft.told.disclaimer else OWN_VIEWS,
            doubt=MISSING_DOUBT,
            noticed=False,
            about="" if where else "profile",
        )
    ]


def _last_word(text: str) -> tuple[int, int]:
    """Where the last word stands, where a note could be added: a finding about the whole needs a place."""
    whole = text.rstrip()
    words = whole.rsplit(maxsplit=1)
    return (len(whole) - len(words[-1]), len(whole)) if words else (0, len(text))
