"""The real server: web and worker start together, mail from the worker reaches a real mail server, and they stop together."""

import http.client
import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from askfirst.sites.register import spelling
from tests.smtp_server import smtp

__all__ = ["smtp"]

ASKFIRST = str(Path(sys.executable).with_name("askfirst"))
PORT = 8900 + os.getpid() % 90


def ask(path):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=5)
    connection.request("GET", path, headers={"Host": "localhost"})
    answer = connection.getresponse()
    return answer.status, answer.read()


def until(true, *, seconds=150):
    """Waits until it is so; how long that took."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        try:
            if true():
                return time.monotonic() - began
        except OSError:
            pass
        time.sleep(0.1)
    pytest.fail("This did not come about in %d seconds." % seconds)


@pytest.fixture
def serve(tmp_path):
    """`serve()` starts the server with these settings; its words are in `log`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ASKFIRST_", "DJANGO_"))}
    running = []

    def start(**settings):
        environment = kept | {"ASKFIRST_DATA": str(tmp_path / "data"), **settings}
        with (tmp_path / "log").open("ab") as log:
            running.append(subprocess.Popen([ASKFIRST, "serve", "--port", str(PORT)], env=environment, stdout=log, stderr=log))
        return running[-1]

    yield start
    for process in running:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)


def worker_of(process):
    """The worker's process id, from the children of the server."""
    children = Path("/proc/%d/task/%d/children" % (process.pid, process.pid)).read_text().split()
    return next(int(child) for child in children if b"work" in Path("/proc/%s/cmdline" % child).read_bytes().split(b"\0"))


def test_the_demo_starts_and_its_mail_reaches_a_real_server_within_a_minute(serve, smtp, tmp_path):
    letters = smtp()
    process = serve(ASKFIRST_MAIL_HOST="127.0.0.1", ASKFIRST_MAIL_PORT=str(letters.port))
    until(lambda: ask("/ready") == (200, b'{"ok": true, "why": []}'))
    until(lambda: letters.taken)
    link = "http://localhost:%d/cases/" % PORT
    for _, mail in letters.taken:
        assert link in mail.get_content() or "duty contact" in mail.get_content()
    data = tmp_path / "data"
    assert {stat.S_IMODE(file.stat().st_mode) for file in (data / "keys").iterdir()} == {0o600}
    assert stat.S_IMODE((data / "db" / "askfirst.sqlite3").stat().st_mode) == 0o600
    assert b"Ms Mei-Lin Harrow" in ask("/sign-in/")[1]
    other = subprocess.run([ASKFIRST, "serve", "--port", str(PORT)], capture_output=True, text=True, check=False, timeout=30)
    assert (other.returncode, len(other.stderr.splitlines())) == (2, 1)
    assert "Port %d is in use" % PORT in other.stderr
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0
    log = (tmp_path / "log").read_text().splitlines()
    assert log == ["AskFirst is at http://localhost:%d. Sign in: choose a person. Ctrl-C stops it." % PORT]
    with pytest.raises(OSError):
        ask("/health")


def test_one_that_stops_takes_the_other_with_it_and_says_so_in_one_line(serve, tmp_path):
    process = serve()
    until(lambda: ask("/ready")[0] == 200)
    os.kill(worker_of(process), signal.SIGKILL)
    assert process.wait(timeout=20) == 2
    assert (tmp_path / "log").read_text().splitlines()[1:] == [
        "askfirst: The worker stopped, so we stop too. Start again with `askfirst serve`."
    ]
    with pytest.raises(OSError):
        ask("/health")
    again = serve()
    until(lambda: json.loads(ask("/health")[1])["ok"])
    assert again.poll() is None


def test_production_refuses_the_demos_data(serve, tmp_path):
    process = serve()
    until(lambda: ask("/health")[0] == 200)
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=20)
    (tmp_path / "log").unlink()
    real = serve(ASKFIRST_MODE="production", ASKFIRST_HOSTS="ask.ret.example", ASKFIRST_ADDRESS="https://ask.ret.example")
    assert real.wait(timeout=30) == 2
    assert (tmp_path / "log").read_text() == "askfirst: This database holds the demo. Give production a data folder of its own.\n"


def test_a_key_that_is_gone_is_never_made_anew(serve, tmp_path):
    process = serve()
    until(lambda: ask("/health")[0] == 200)
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=20)
    (tmp_path / "log").unlink()
    (tmp_path / "data" / "keys" / "trust.key").unlink()
    assert serve().wait(timeout=30) == 2
    assert (tmp_path / "log").read_text() == (
        "askfirst: The key file trust.key is missing. Put it back from its copy in the safe, or run set-up.\n"
    )
    assert not (tmp_path / "data" / "keys" / "trust.key").exists()


def test_a_start_with_another_table_of_spellings_marks_pages_again(serve, tmp_path):
    """Two starts; between them the database says that pages were marked by an older table."""
    marked, file = [], tmp_path / "data" / "db" / "askfirst.sqlite3"
    for _ in range(2):
        process = serve()
        until(lambda: ask("/health")[0] == 200)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
        with closing(sqlite3.connect(file)) as database:
            marked += [one for (one,) in database.execute('SELECT "table" FROM sites_spelled')]
            database.execute("UPDATE sites_spelled SET \"table\" = 'older'")
            database.commit()
    assert len(marked) == 2 and marked[0] == marked[1] == spelling()
