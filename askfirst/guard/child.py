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
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import IO

from askfirst.guard.limits import ARCHIVE, ARCHIVES_AT_ONCE, AT_ONCE, CHILD, DRAWING, LENGTH, PHOTO, READING, Limits

__all__ = ["ARCHIVES", "Busy", "Died", "Kept", "Said", "run", "run_opened", "unnamed"]

ROOT = str(Path(__file__).resolve().parents[2])
BEGIN = "import sys; sys.path.insert(0, sys.argv[1]); from askfirst.guard.limits import Limits; most = Limits(*map(int, sys.argv[2:6])); "
START = BEGIN + "from askfirst.guard.READER import read; from askfirst.guard.inside import main; main(read, most)"
START_KEPT = BEGIN + "from askfirst.guard.READER import read; from askfirst.guard.inside import main_kept; main_kept(read, most)"
START_OPENED = BEGIN + (
    "from askfirst.guard.inside import ends_with, main_opened; ends_with(int(sys.argv[7])); from READER import read;"
    " main_opened(read, most, int(sys.argv[6]))"
)
START_DRAWN = BEGIN + "from askfirst.guard.READER import main; main(most)"
READERS = {
    "drawn": "drawn.inside",
    "image": "images",
    "pdf": "documents",
    "text": "text.decode",
    "page": "links",
    "letters": "letters",
    "saved": "saved.decode",
    "dressed": "saved.dressed",
}
KEPT = {"photo": "photos"}
LONGEST_LINE, LONGEST_FACTS = 1_000, 2_000_000
LIMITS: dict[str, Limits] = {"letters": READING, "drawn": DRAWING}
STARTS = {"drawn": START_DRAWN}
_free = threading.BoundedSemaphore(AT_ONCE)
_one = threading.BoundedSemaphore(1)  # what takes much memory goes one at a time
ARCHIVES = threading.BoundedSemaphore(ARCHIVES_AT_ONCE)
SOON = 10.0  # seconds that one archive waits for another


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
    """Opens `data` by one of READERS in a child. Raises Died and Busy. The seconds of its limits, twice if busy."""
    most = LIMITS.get(reader, CHILD)
    waits = _one if reader in LIMITS else _free
    if not waits.acquire(timeout=most.wall):
        raise Busy
    try:
        with unnamed() as given, unnamed() as out:
            given.write(data)
            given.seek(0)
            _finished(reader, given, out, most)
            out.seek(0)
            return _told(out, most)
    finally:
        waits.release()


def run_opened(module: str, given: IO[bytes], asked: bytes) -> Said:
    """Opens a large file where it lies by `read` of a module above, which names itself. Raises Died and Busy. ARCHIVE.wall seconds at most.

    `given` is a file with a descriptor that can be read anywhere: nothing of it is copied.
    """
    if not ARCHIVES.acquire(timeout=SOON):
        raise Busy
    try:
        with unnamed() as held, unnamed() as out:
            held.write(asked)
            held.seek(0)
            given.seek(0)
            command = [*_command(START_OPENED, module, ARCHIVE), str(held.fileno()), str(os.getpid())]
            child = subprocess.Popen(
                command, stdin=given, stdout=out, stderr=subprocess.DEVNULL, env={}, cwd="/", start_new_session=True,
                pass_fds=(held.fileno(),),
            )  # fmt: skip
            _waited(child, ARCHIVE)
            out.seek(0)
            return _told(out, ARCHIVE)
    finally:
        ARCHIVES.release()


def unnamed() -> IO[bytes]:
    """A file in memory that has no name anywhere; it is gone when it is closed, or when whoever holds it ends."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("askfirst"), "w+b", buffering=0)
    return tempfile.TemporaryFile(buffering=0)


def _command(start: str, module: str, most: Limits) -> list[str]:
    """The child takes its limits as four numbers."""
    return [sys.executable, "-I", "-c", start.replace("READER", module), ROOT, *(str(one) for one in astuple(most))]


def _end(child: subprocess.Popen[bytes]) -> None:
    """With everything it may have started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _finished(reader: str, given: IO[bytes], out: IO[bytes], most: Limits) -> None:
    command = _command(STARTS.get(reader, START), READERS[reader], most)
    child = subprocess.Popen(command, stdin=given, stdout=out, stderr=subprocess.DEVNULL, env={}, cwd="/", start_new_session=True)
    _waited(child, most)


def _waited(child: subprocess.Popen[bytes], most: Limits) -> None:
    """Raises Died."""
    try:
        status = child.wait(timeout=most.wall)
    except subprocess.TimeoutExpired:
        raise Died from None
    finally:
        _end(child)
    if status != 0:
        raise Died


def _told(out: IO[bytes], most: Limits) -> Said:
    """A child that was taken over may say anything: it is held to one short line and the bytes it may give. Raises Died."""
    whole = out.read(most.output + 1)
    line, parted, body = whole.partition(b"\n")
    if not parted or len(line) >= LONGEST_LINE or len(whole) > most.output:
        raise Died
    return Said(_head(line), body)


def _head(line: bytes) -> dict[str, object]:
    """Raises Died."""
    try:
        head = json.loads(line)
    except (ValueError, RecursionError):
        raise Died from None
    if not isinstance(head, dict):
        raise Died
    return head


class Kept:
    """One child for several files, one after the other; where it was stopped, the next file gets another. Use it in a `with`.

    What goes in and comes out passes through pipes and lies in no file.
    """

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Kept":
        """Raises Busy."""
        if not _free.acquire(timeout=CHILD.wall):
            raise Busy
        return self

    def __exit__(self, *problem: object) -> None:
        self._stop()
        _free.release()

    def read(self, *parts: bytes) -> Said:
        """Opens what `parts` make, one behind the other. Raises Died. PHOTO.wall seconds at most."""
        if self._child is None or self._child.poll() is not None:
            self._stop()
            self._child = self._started()
        child = self._child
        timer = threading.Timer(PHOTO.wall, _end, (child,))
        timer.start()
        try:
            return _asked(child, parts)
        except (OSError, ValueError, Died):
            self._stop()
            raise Died from None
        finally:
            timer.cancel()

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            _command(START_KEPT, KEPT[self._reader], PHOTO), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env={}, cwd="/", start_new_session=True,
        )  # fmt: skip

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            if child.poll() is None:  # its number may be another's once it has ended
                _end(child)
            for pipe in filter(None, (child.stdin, child.stdout)):
                with contextlib.suppress(OSError):
                    pipe.close()


def _asked(child: subprocess.Popen[bytes], parts: tuple[bytes, ...]) -> Said:
    """Raises Died, OSError and ValueError."""
    given, out = child.stdin, child.stdout
    if given is None or out is None:
        raise Died
    given.write(sum(len(part) for part in parts).to_bytes(LENGTH, "big"))
    for part in parts:
        given.write(part)
    given.flush()
    line = _part(out, LONGEST_FACTS)
    return Said(_head(line), _part(out, PHOTO.output))


def _part(out: IO[bytes], most: int) -> bytes:
    """One part with its length before it. Raises Died."""
    size = int.from_bytes(out.read(LENGTH), "big")
    held = out.read(size) if size <= most else b""
    if len(held) != size:
        raise Died
    return held
