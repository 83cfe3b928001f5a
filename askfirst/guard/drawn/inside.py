"""What runs in the child that has a page drawn: it sets itself apart, and only then starts a browser.

In: a line of JSON ("browser", "quotes", "sheets"), then the page. Out: a line of JSON, then what the browser shows of each quote.
"""

import json
import os
import sys

from PIL import Image

from askfirst.guard.drawn.apart import set_apart
from askfirst.guard.drawn.page import drawn
from askfirst.guard.limits import Limits
from askfirst.guard.text.plain import decoded_page

__all__ = ["main"]


def main(most: Limits) -> None:
    """A place that cannot be made, and a browser that fails, are said by the exit status."""
    given = sys.stdin.buffer.read()
    Image.preinit()  # before files are shut off
    number = set_apart(most)
    if number:
        _, status = os.waitpid(number, 0)
        os._exit(os.waitstatus_to_exitcode(status) and 1)
    line, _, page = given.partition(b"\n")
    asked = json.loads(line)
    sheets = {str(name): str(words).encode("latin-1") for name, words in asked["sheets"].items()}
    text, _ = decoded_page(page)
    answers = drawn(str(asked["browser"]), text, sheets, list(asked["quotes"]), most)
    sys.stdout.buffer.write(b"{}\n" + json.dumps(answers).encode())
    sys.stdout.buffer.flush()
    os._exit(0)  # the browser ends with us: this is the first process of its place
