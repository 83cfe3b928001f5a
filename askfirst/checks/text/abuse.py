"""An attack on one person: insult, threat, shutting out, poll, rumour, mockery, emoji (PRI-2; for a colleague CON-10)."""

from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level, Span
from askfirst.checks.text.unkind.harms import Harm, harms
from askfirst.checks.text.unkind.targets import Targets
from askfirst.words import Sentence, say

__all__ = ["ABUSE"]

CALM = say("I did not like what happened. I will talk to someone about it.")
WHY: dict[str, Sentence] = {
    "threat": say("These words can scare the person. They may feel unsafe."),
    "wish": say("This wishes harm on a person. It can scare and hurt them."),
    "exclude": say("This asks others to shut a person out. That hurts a lot."),
    "poll": say("This asks people to judge a person. It can hurt for a long time."),
    "rumour": say("This may not be true. The person cannot answer it here."),
    "emoji": say("These signs mock a person. They hurt as much as words do."),
    "community": say("These words attack people at the school. They may read this."),
    "unknown": say("These words are thrown at someone. They may hurt."),
}
FIX: dict[str, Sentence] = {
    "threat": say("I am angry. I will ask someone to help sort this out."),
    "wish": say("I am upset about this. I need some time."),
    "exclude": say("Everyone can join in."),
    "poll": say("[poll removed]"),
    "rumour": say("I do not know what happened, so I will not guess."),
    "emoji": say("[emoji removed]"),
    "community": say("People may see this in other ways. That is fine."),
}
COLLEAGUE_FIX = say("I see this in another way. I will talk to my colleague about it.")


def look(draft: Draft) -> Iterator[Hit]:
    targets, found = draft.once(harms)
    for harm in found:
        if harm.kind == "abuse" and not harm.excused:
            yield _hit(draft, targets, harm)


def _hit(draft: Draft, targets: Targets, harm: Harm) -> Hit:
    start, end = targets.tokens.span(harm.first, harm.last)
    clause, also, about = _clauses(draft, targets, harm)
    person = harm.target
    aimed = None if person is None else Span(*targets.tokens.span(person.first, person.last))
    fix = FIX.get(harm.how) or (COLLEAGUE_FIX if about == "colleague" else None)
    level = Level.TIP if harm.how == "unknown" else None  # nobody can tell who is meant: asked about, not told
    return Hit(start, end, level=level, clause=clause, also=also, target=aimed, why=WHY.get(harm.how), fix=fix, about=about)


def _clauses(draft: Draft, targets: Targets, harm: Harm) -> tuple[str, tuple[str, ...], str]:
    """The clause that rules, those beside it, and who it is about, in one machine word."""
    staff = draft.author is Author.STAFF
    who = _who(draft, targets, harm)
    if harm.how == "community":
        return "PRI-2", ("PRI-3", "WEB-2") if staff else ("PRI-3",), "group"
    if who == "parent":
        return "PRI-3", (), "parent"
    if who == "colleague" and staff:
        return "CON-10", ("PRI-2", "WEB-2"), who
    if who == "colleague":
        return "PRI-2", ("CON-10",), who
    return "PRI-2", ("WEB-2",) if staff else (), who


def _who(draft: Draft, targets: Targets, harm: Harm) -> str:
    person = harm.target
    if person is None or person.who == "someone":
        return "someone"
    if person.who == "staff":
        return "colleague"
    if person.who == "student" and draft.author is Author.STAFF and not targets.pointed_near(person.first):
        return "someone"  # a bare name in a teacher's post may be a pupil or a colleague
    return person.who


ABUSE = Check(
    name="abuse",
    kind="abuse",
    clause="PRI-2",
    level=Level.IMPORTANT,
    title=say("Words that attack a person"),
    why=say("These words attack a person. Others can tell who is meant."),
    fix=CALM,
    doubt=say("If you both know this is a joke, you decide. Others may not know."),
    look=look,
    flags=(
        "Mrs Rainsford is a lazy, clueless cow and the whole staffroom knows it.",
        Draft("Mr Abernethy is a total w4nker", Author.STUDENT),
        Draft("wait till I catch you outside Jorah in 8Q", Author.STUDENT),
        Draft("nobody sit with Maisie in 11B tomorrow", Author.STUDENT),
    ),
    passes=(
        "Mrs Rainsford was wrong about phones and should say so.",
        Draft("that paper was a proper pig, killed me", Author.STUDENT),
        Draft("someone called me a fat cow today and I told my tutor", Author.STUDENT),
        Draft("bare jokes at practice today, dem lot proper mad innit", Author.STUDENT),
        "You absolute numpty of a printer.",
    ),
)
