"""The sweep for archives first shows that it can fail. Success, failure and cancel are swept in test_no_trace, with every other check;
here it is looking that takes too long, and a server and a command that are killed while they look.
"""

import base64
import http.client
import os
import secrets
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.promises.archives_sent import marked_archive
from tests.promises.photos_sent import photo_sent
from tests.promises.test_no_trace import environment, place, sweep, token_and_cookie

__all__ = ["environment", "place"]

PORT = 9000 + os.getpid() % 200
SLOW = """
from dataclasses import replace
from askfirst.guard import child
from askfirst.guard.limits import ARCHIVE
wait = " import sys, time; sys.stdin.buffer.read(); time.sleep(60); main_opened(read"
vars(child).update(ARCHIVE=replace(ARCHIVE, wall=%d), START_OPENED=child.START_OPENED.replace(" main_opened(read", wait))
"""
"""What Python reads as it starts: whoever opens an archive has read all of it and then dawdles; the seconds it is given."""
ASKFIRST = str(Path(sys.executable).with_name("askfirst"))


def slow(wall: int, place: Path, environment: dict[str, str]) -> dict[str, str]:
    """An environment in which AskFirst dawdles so."""
    (place / "site").mkdir()
    (place / "site" / "sitecustomize.py").write_text(SLOW % wall)
    return environment | {"PYTHONPATH": os.pathsep.join((str(place / "site"), str(Path(__file__).parents[2])))}


@pytest.mark.parametrize("flaw", ["the file", "its name", "a post", "the report"])
def test_the_sweep_would_notice_an_archive_that_is_kept(tmp_path, flaw):
    """The planted flaw: a server that writes down what it is given of an archive, or any part of what it makes of it."""
    mark = "CANARY" + secrets.token_hex(8)
    kept = {
        "the file": marked_archive(mark)[0],
        "its name": ("upload %s.jpg" % mark).encode(),
        "a post": ("[{'text': '%s'}]" % mark).encode("utf-16-le"),
        "the report": base64.b64encode(b"<li>%s</li>" % mark.encode()),
    }[flaw]
    (tmp_path / "held").write_bytes(kept)
    assert [one.name for one in sweep([tmp_path], mark)[0]] == ["held"]


def holding_in_memory(mark: bytes) -> list[int]:
    """Processes that have the mark in an unnamed file of theirs, which is where an archive lies while it is looked at; not this one."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            for one in (process / "fd").iterdir():
                if "memfd:askfirst" in str(one.readlink()) and mark in one.read_bytes() and int(process.name) != os.getpid():
                    found.append(int(process.name))
    return sorted(set(found))


def until(wanted, seconds=20):
    """Whether it comes true in time."""
    ends = time.monotonic() + seconds
    while not (said := wanted()) and time.monotonic() < ends:
        time.sleep(0.05)
    return said


def test_a_look_that_takes_too_long_leaves_nothing(place, environment):
    """By the command line: it is ended, it says so, and no file holds a word of it."""
    mark = "CANARY" + secrets.token_hex(8)
    command = [ASKFIRST, "check", "archive", "-"]
    environment = slow(1, place, environment)
    done = subprocess.run(command, input=marked_archive(mark)[0], cwd=place, env=environment, capture_output=True, check=False)
    assert done.returncode == 2 and b"takes too much to open" in done.stderr and mark.encode() not in done.stdout + done.stderr
    assert sweep([place], mark)[0] == [] and holding_in_memory(mark.encode()) == []


def test_a_command_that_is_killed_while_it_looks_leaves_nothing(place, environment):
    """The child that looks ends with it; until then the archive is in memory, which shows that the net sees it there."""
    mark = "CANARY" + secrets.token_hex(8)
    command = [ASKFIRST, "check", "archive", "-"]
    with subprocess.Popen(
        command, cwd=place, env=slow(60, place, environment), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as process:
        assert process.stdin is not None
        process.stdin.write(marked_archive(mark)[0])
        process.stdin.close()
        assert until(lambda: len(holding_in_memory(mark.encode())) == 2), "the net does not see an archive that is being looked at"
        time.sleep(1)  # the child is under way, and has asked to end with whoever started it
        process.kill()
    assert until(lambda: holding_in_memory(mark.encode()) == [])
    assert sweep([place], mark)[0] == []


def test_a_server_that_times_out_and_is_killed_leaves_nothing(place, environment):
    mark = "CANARY" + secrets.token_hex(8)
    data = marked_archive(mark)[0]
    with (place / "server.log").open("wb") as log:
        command, environment = [ASKFIRST, "serve", "--port", str(PORT)], slow(3, place, environment)
        process = subprocess.Popen(command, cwd=place, env=environment, stdout=log, stderr=log)
    try:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        assert until(lambda: _answers(connection, process), 60), (place / "server.log").read_text()
        form = token_and_cookie(connection)
        for path, given in (("/check/archive/", form), ("/api/v1/checks/archive", ("", ""))):
            shown = photo_sent(connection, path, data, mark, *given, 400, alone=True)
            assert b"takes too much to open" in shown and mark.encode() not in shown
        assert until(lambda: holding_in_memory(mark.encode()) == [])  # what was sent is let go just after the answer has gone
        assert sweep([place], mark)[0] == []
        sender = threading.Thread(target=_sent_in_vain, args=(data, mark))
        sender.start()
        assert until(lambda: holding_in_memory(mark.encode()) != [])
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=20)
    sender.join(timeout=20)
    assert until(lambda: holding_in_memory(mark.encode()) == [])
    hits, read = sweep([place], mark)
    assert hits == [] and read > 0


def _answers(connection, process):
    assert process.poll() is None
    try:
        connection.request("GET", "/check/")
        return connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        connection.close()
        return b""


def _sent_in_vain(data, mark):
    with suppress(OSError, http.client.HTTPException, AssertionError):
        photo_sent(http.client.HTTPConnection("127.0.0.1", PORT, timeout=60), "/api/v1/checks/archive", data, mark, alone=True)
