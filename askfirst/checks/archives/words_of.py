"""Words out of what services wrap them in: letters that were written twice over, and marks of web pages. Pure; linear."""

from askfirst.guard.markup import Close, Open, Words, parts

__all__ = ["mended", "without_marks"]

BLOCKS = frozenset("p div h1 h2 h3 h4 h5 h6 li ul ol blockquote tr table figure section br".split())
DROPPED = frozenset(("script", "style"))


def mended(text: str) -> str:
    """Facebook and Instagram write each byte of UTF-8 as a letter of its own. Put right only where that is what it is."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def without_marks(page: str) -> str:
    """The words of a piece of a web page, a block a line. Linear."""
    if "<" not in page and "&" not in page:
        return page
    found: list[str] = []
    dropped = False
    for part in parts(page):
        match part:
            case Words(text) if not dropped:
                found.append(text)
            case Open(tag, _, _) | Close(tag) if tag in BLOCKS:
                found.append("\n")
        dropped = isinstance(part, Open) and part.tag in DROPPED
    lines = "".join(found).split("\n")
    return "\n".join(one for one in (" ".join(line.split()) for line in lines) if one)
