"""A child process with limits: bytes nobody trusts are opened only here, with caps on memory, time, files and output, so that a hostile
file ends the child and never the server.

The child inherits no environment and no descriptor but the three it is given; in and out lie in memory, never in a named file.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from askfirst.guard.limits import AT_ONCE, CHILD

__all__ = ["Busy", "Died", "Said", "run"]

ROOT = str(Path(__file__).resolve().parents[2])
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from askfirst.guard.READER import read; from askfirst.guard.inside import main; main(read)"
)
READERS = {"image": "images", "pdf": "documents", "text": "text.decode"}
LONGEST_LINE = 1_000
_free = threading.BoundedSemaphore(AT_ONCE)


class Died(RuntimeError):
    """The child was stopped by a limit, or crashed."""


class Busy(RuntimeError):
    """As many files as may be are being opened; none came free in time."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the child found, and the copy it made."""

    head: dict[str, object]
    body: bytes


def run(reader: str, data: bytes) -> Said:
    """Opens `data` by the reader "image", "pdf" or "text" in a child. Raises Died and Busy. CHILD.wall seconds at most, twice if busy."""
    if not _free.acquire(timeout=CHILD.wall):
        raise Busy
    try:
        with _unnamed() as given, _unnamed() as out:
            given.write(data)
            given.seek(0)
            _finished(reader, given, out)
            out.seek(0)
            return _told(out)
    finally:
        _free.release()


def _unnamed() -> IO[bytes]:
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("askfirst"), "w+b", buffering=0)
    return tempfile.TemporaryFile(buffering=0)


def _finished(reader: str, given: IO[bytes], out: IO[bytes]) -> None:
    child = subprocess.Popen(
        [sys.executable, "-I", "-c", START.replace("READER", READERS[reader]), ROOT],
        stdin=given, stdout=out, stderr=subprocess.DEVNULL, env={}, cwd="/", start_new_session=True,
    )  # fmt: skip
    try:
        status = child.wait(timeout=CHILD.wall)
    except subprocess.TimeoutExpired:
        raise Died from None
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    if status != 0:
        raise Died


def _told(out: IO[bytes]) -> Said:
    """A child that was taken over may say anything: it is held to one short line and the bytes it may give. Raises Died."""
    whole = out.read(CHILD.output + 1)
    line, parted, body = whole.partition(b"\n")
    try:
        head = json.loads(line) if parted and len(line) < LONGEST_LINE else None
    except (ValueError, RecursionError):
        head = None
    if not isinstance(head, dict) or len(whole) > CHILD.output:
        raise Died
    return Said(head, body)
