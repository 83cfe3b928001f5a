"""A kind tone about colleagues (CON-4): a note below an attack, or beside hard words that are no attack."""

from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level, Span
from askfirst.checks.text.unkind.harms import harms
from askfirst.checks.text.unkind.insults import insults, subject
from askfirst.checks.text.unkind.targets import Person, Targets
from askfirst.words import say

__all__ = ["TONE"]


def look(draft: Draft) -> Iterator[Hit]:
    if draft.author is not Author.STAFF:
        return
    targets, found = draft.once(harms)
    marked: set[int] = set()
    for harm in found:
        marked.update(range(harm.first, harm.last + 1))
        if harm.kind == "abuse" and not harm.excused and harm.target is not None and harm.target.who == "staff":
            yield _hit(targets, harm.first, harm.last, harm.target)
    for one in insults(targets):
        if one.strength < 2 and one.first not in marked:
            who = subject(targets, one)
            if who.sort == "person" and who.person is not None and who.person.who == "staff":
                yield _hit(targets, one.first, one.last, who.person)


def _hit(targets: Targets, first: int, last: int, person: Person) -> Hit:
    start, end = targets.tokens.span(first, last)
    return Hit(start, end, target=Span(*targets.tokens.span(person.first, person.last)), about="colleague")


TONE = Check(
    name="tone",
    kind="tone",
    clause="CON-4",
    level=Level.TIP,
    title=say("The tone about a colleague"),
    why=say("A colleague may read this. Kind words about work keep doors open."),
    fix=say("I see this in another way. I will talk to my colleague about it."),
    doubt=say("You may disagree with what was done. This is only about the tone."),
    look=look,
    flags=("Mrs Rainsford is a lazy, clueless cow and the whole staffroom knows it.", "Mr Abernethy was rude and grumpy again."),
    passes=(
        "Mrs Rainsford was wrong about phones and should say so.",
        Draft("Mr Abernethy was grumpy today", Author.STUDENT),
        "Rude, the weather today.",
    ),
)
