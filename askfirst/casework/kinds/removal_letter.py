"""The neutral words to send to whoever posted something: which post, what is asked, thanks. From the answers alone. Pure."""

from collections.abc import Mapping

from askfirst.words import Sentence, say

__all__ = ["letter_of", "lines_of"]

OWN: Mapping[str, Sentence] = {
    "down": say("Please could you take it down?"),
    "me-out": say("Please could you cut me out of it, or blur me?"),
    "untag": say("Please could you take my name or tag off?"),
}


def lines_of(held: object) -> list[str]:
    """The lines of a text that hold anything, such as the links of a request."""
    return [line.strip() for line in str(held or "").splitlines() if line.strip()]


def letter_of(words: Mapping[str, object]) -> str:
    """The letter, a line each. `words`: what was answered when it was asked."""
    lines: list[Sentence] = [say("Hi. I am in a post of yours.")]
    lines += [say("It is here: {link}", link=link) for link in lines_of(words.get("links"))]
    lines += [say("It is this one: {item}", item=words["item"])] if words.get("item") else []
    lines.append(OWN.get(str(words.get("ask")), OWN["down"]))
    lines += [say("{why}", why=words["why"])] if words.get("why") else []
    lines += [say("If you would rather keep it up, please tell me why."), say("Thank you.")]
    return "\n".join(str(line) for line in lines)
