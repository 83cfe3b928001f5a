"""Hurtful about a group, or a slur at nobody one could name (PRI-3). A name of a group is never hurtful by itself."""

from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.text.people.people_words import SCHOOL
from askfirst.checks.text.unkind.harms import Harm, harms
from askfirst.checks.text.unkind.targets import Targets
from askfirst.words import Sentence, say

__all__ = ["DEROGATORY"]

WHY: dict[str, Sentence] = {
    "group": say("This says something bad about a whole group. Most of them did nothing."),
    "word": say("This word hurts people who live with illness."),
    "official": say("This is a put-down of a person doing a job."),
}
FIX: dict[str, Sentence] = {
    "group": say("I did not like what some people did."),
    "word": say("I did not like what they did."),
    "official": say("I did not agree with that decision."),
}
DOUBT: dict[str, Sentence] = {
    "official": say("Fans often talk like this. If it is only heat, you decide."),
    "group": say("If you mean one thing that was done, say that. You may say it."),
}


def look(draft: Draft) -> Iterator[Hit]:
    targets, found = draft.once(harms)
    for harm in found:
        if harm.kind == "derogatory" and not harm.excused:
            start, end = targets.tokens.span(harm.first, harm.last)
            level, about = _level(draft, targets, harm)
            yield Hit(start, end, level=level, why=WHY.get(harm.how), fix=FIX.get(harm.how), doubt=DOUBT.get(harm.how), about=about)


def _level(draft: Draft, targets: Targets, harm: Harm) -> tuple[Level, str]:
    """Important where the group is of the school or the author is known as its staff; else a tip."""
    near = targets.pointed_near(harm.first) or not OF_SCHOOL.isdisjoint(targets.words_around(harm.first))
    school = near and harm.how != "official"
    known = draft.author is Author.STAFF and draft.profile_names_school
    return (Level.IMPORTANT if school or known else Level.TIP), "group"


OF_SCHOOL = SCHOOL | frozenset(
    "parent mums dads classes sets forms years tas governor cleaners cooks department staff-room meals queue gate disco".split()
)

DEROGATORY = Check(
    name="derogatory",
    kind="derogatory",
    clause="PRI-3",
    level=Level.TIP,
    title=say("Words that put people down"),
    why=say("This word hurts a whole group of people."),
    fix=say("[pick a kinder word]"),
    doubt=say("If it is your own word for yourself, leave it in."),
    look=look,
    flags=(
        Draft("that ref was blind, worst decision of the whole tournament", Author.STUDENT),
        Draft("year 8s are animals", Author.STUDENT),
        Draft("this lesson is so retarded", Author.STUDENT),
        "Never trust a Welshman? No: never trust the Romanians.",
    ),
    passes=(
        Draft("bare jokes at practice today, dem lot proper mad innit", Author.STUDENT),
        Draft("queer, tired and late for period 1. happy pride month to me", Author.STUDENT),
        'A pupil was called a "dirty pikey" on the bus. Report it.',
        "My faith teaches that marriage is between a man and a woman.",
        Draft("year 8s are brilliant", Author.STUDENT),
        Draft("my uncle is gay and so is his dog walker", Author.STUDENT),
    ),
)
