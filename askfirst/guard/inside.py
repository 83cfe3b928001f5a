"""What runs in the child: it takes limits on itself, and only then reads the bytes that nobody trusts.

After that it can open no file, reach no network and start nothing: it may have no more descriptors than the three it came with, and where
the platform can it has a network of its own with nothing in it. Given: the reader. In: the bytes. Out: a line of JSON, then a copy.
"""

import contextlib
import ctypes
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from askfirst.guard.limits import LENGTH, Limits

__all__ = ["ends_with", "main", "main_kept", "main_opened"]

NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
WITH_PARENT = 1


def _shut(most: Limits) -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(NEW_USER | NEW_NETWORK)  # where it is not allowed, no descriptors are left to connect with all the same
    for what, cap in (
        (resource.RLIMIT_AS, most.memory),
        (resource.RLIMIT_FSIZE, most.output),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 3),
    ):
        resource.setrlimit(what, (cap, cap))


Reader = Callable[[bytes], tuple[dict[str, object], bytes]]


Opener = Callable[[BinaryIO, bytes], tuple[dict[str, object], bytes]]


def _answer(read: Callable[[], tuple[dict[str, object], bytes]]) -> tuple[bytes, bytes]:
    """The line of JSON and the copy. Never raises for what it is given: what cannot be taken is said in the line."""
    body = b""
    try:
        head, body = read()
    except MemoryError:
        head = {"refused": "too-much"}
    except Exception as problem:  # noqa: BLE001 -- hostile bytes make libraries raise anything at all
        head = {"refused": getattr(problem, "why", "broken")}
    return json.dumps(head).encode(), body


def main(read: Reader, most: Limits) -> None:
    """One file and no more; a crash is said by the exit status."""
    _shut(most)
    resource.setrlimit(resource.RLIMIT_CPU, (most.cpu, most.cpu))
    data = sys.stdin.buffer.read()
    line, body = _answer(lambda: read(data))
    sys.stdout.buffer.write(line + b"\n" + body)
    sys.stdout.buffer.flush()


def main_kept(read: Reader, most: Limits) -> None:
    """One file after the other, to the end of what comes in, each with the length before it, and so the answers: line, then copy.

    Each file has the seconds of processor of one.
    """
    _shut(most)
    given, out = sys.stdin.buffer, sys.stdout.buffer
    while size := given.read(LENGTH):
        used = int(time.process_time())
        resource.setrlimit(resource.RLIMIT_CPU, (used + most.cpu, resource.RLIM_INFINITY))
        for part in _answer(partial(read, given.read(int.from_bytes(size, "big")))):
            out.write(len(part).to_bytes(LENGTH, "big") + part)
        out.flush()


def ends_with(parent: int) -> None:
    """Where the parent of that number ends, the child ends, also where it ended before this was asked. Before anything is read."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        raise SystemExit(1)


def main_opened(read: Opener, most: Limits, asked_at: int) -> None:
    """One large file that is not held in memory but read where it lies: it is standard input. `asked_at` is the number of the descriptor
    from which what is asked of it is read.
    """
    with os.fdopen(asked_at, "rb") as held:
        asked = held.read()
    _shut(most)
    resource.setrlimit(resource.RLIMIT_CPU, (most.cpu, most.cpu))
    given = sys.stdin.buffer
    line, body = _answer(lambda: read(given, asked))
    sys.stdout.buffer.write(line + b"\n" + body)
    sys.stdout.buffer.flush()
