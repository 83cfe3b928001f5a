"""Findings as a page shows them: those that overlap, or stand in one sentence about one person, are one thing to look at.

The highest level leads; a lower clause becomes a line inside it. JSON keeps each finding apart. Pure.
"""

from dataclasses import dataclass

from askfirst.advice.answer import Finding
from askfirst.checks.draft import Draft

__all__ = ["Item", "items"]

# A way to reach somebody is its own matter, whoever else stands in the sentence; a school's good name is a question of its own.
ALONE = frozenset({"contact", "reputation", "works-here", "help", "press", "tone", "asked-not-to", "event"})


@dataclass(frozen=True, slots=True)
class Item:
    """One card: the finding that leads, and those that say less about the same words. `number` ties card and marks."""

    number: int
    lead: Finding
    inside: tuple[Finding, ...]

    @property
    def clauses(self) -> tuple[str, ...]:
        """Every clause named once, the ruling one first."""
        named = [self.lead.seen.clause, *self.lead.seen.also]
        for finding in self.inside:
            named += [finding.seen.clause, *finding.seen.also]
        return tuple(dict.fromkeys(named))

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        return tuple(sorted({(f.seen.start, f.seen.end) for f in (self.lead, *self.inside)}))

    @property
    def start(self) -> int:
        return min(start for start, _ in self.spans)


def _joins(draft: Draft, one: Finding, other: Finding) -> bool:
    a, b = one.seen, other.seen
    if {a.kind, b.kind} == {"abuse", "tone"}:
        return draft.sentences.same(a.start, b.start)
    if a.kind in ALONE or b.kind in ALONE:
        return a.kind == b.kind and a.start < b.end and b.start < a.end
    return (a.start < b.end and b.start < a.end) or draft.sentences.same(a.start, b.start)


def items(draft: Draft, findings: tuple[Finding, ...]) -> tuple[Item, ...]:
    """`findings` in order of level, then place; each joins the first group whose lead it belongs with.

    Quadratic in findings, which are few.
    """
    groups: list[list[Finding]] = []
    for finding in findings:
        for group in groups:
            if _joins(draft, group[0], finding):
                group.append(finding)
                break
        else:
            groups.append([finding])
    groups.sort(key=lambda group: (group[0].level.rank, group[0].seen.start))
    return tuple(Item(number, group[0], tuple(group[1:])) for number, group in enumerate(groups, 1))
