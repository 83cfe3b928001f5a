"""The words to send to an app or site about a page that pretends to be ours: where, whose, which of its own rules, what is asked. Pure."""

from collections.abc import Mapping

from askfirst.words import Sentence, say

__all__ = ["letter_of"]

PRETENDS: Mapping[str, Sentence] = {
    "school": say("It pretends to be a page of one of our schools, or of a class or club there."),
    "staff": say("It pretends to be somebody who works at one of our schools."),
    "trust": say("It pretends to be the Trust itself."),
}


def letter_of(words: Mapping[str, object], *, trust: str, told_on: str, rule: str = "") -> str:
    """The letter, a line each. `words`: what was answered when it was told of; `told_on`: that day, in words;
    `rule`: what is said of the service's own rules, "" for nothing.
    """
    lines: list[Sentence] = [
        say("Hello. I act for {trust}, which runs schools.", trust=trust),
        say("This page is not ours: {address}", address=words.get("address", "")),
        PRETENDS.get(str(words.get("what")), PRETENDS["school"]),
        say("We were told of it on {day}. Nobody here runs it.", day=told_on),
    ]
    if rule:
        lines.append(say("{rule}", rule=rule))
    if words.get("children") == "yes":
        lines.append(say("It asks children for something, so please look at it first."))
    lines += [
        say("Please take it down, and let us know what you decide."),
        say("I can show that I act for the Trust. Please tell me what you need."),
        say("Thank you."),
    ]
    return "\n".join(str(line) for line in lines)
