"""What runs in the child: it takes limits on itself, and only then reads the bytes that nobody trusts.

After that it can open no file, reach no network and start nothing: it may have no more descriptors than the three it came with, and where
the platform can it has a network of its own with nothing in it. Given: the reader. In: the bytes. Out: a line of JSON, then a copy.
"""

import contextlib
import ctypes
import json
import resource
import sys
from collections.abc import Callable

from askfirst.guard.limits import CHILD

__all__ = ["main"]

NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000


def _shut() -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(NEW_USER | NEW_NETWORK)  # where it is not allowed, no descriptors are left to connect with all the same
    for what, most in (
        (resource.RLIMIT_AS, CHILD.memory),
        (resource.RLIMIT_CPU, CHILD.cpu),
        (resource.RLIMIT_FSIZE, CHILD.output),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 3),
    ):
        resource.setrlimit(what, (most, most))


def main(read: Callable[[bytes], tuple[dict[str, object], bytes]]) -> None:
    """Never raises for what it is given: what cannot be taken is said in the line of JSON, and a crash by the exit status."""
    _shut()
    body = b""
    try:
        head, body = read(sys.stdin.buffer.read())
    except MemoryError:
        head = {"refused": "too-much"}
    except Exception as problem:  # noqa: BLE001 -- hostile bytes make libraries raise anything at all
        head = {"refused": getattr(problem, "why", "broken")}
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)
    sys.stdout.buffer.flush()
