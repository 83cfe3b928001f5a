"""Pages that a browser draws: the same tricks and honest places as for the rules, in the real layout; no network, no script, nothing kept."""

import json
import secrets
import signal
import socket
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from askfirst.advice.pages import about_page, drawn, page_as_json, page_of_file
from askfirst.advice.pages_asked import page_from
from askfirst.advice.trust import told_by
from askfirst.guard import child
from askfirst.guard.browser import browser_at, seen_in_browser
from askfirst.guard.drawn.ink import Line, judged
from askfirst.guard.limits import DRAWING
from askfirst.guard.saved.decode import read
from askfirst.guard.saved.look import saved_page
from askfirst.procedure.load import the_edition
from askfirst.procedure.trust import load_trust
from tests.guard.page_files import HONEST, NOTE, TRICKS, page, posts, put, styled
from tests.proved import PROVED

TOLD, EDITION, BROWSER = told_by(load_trust()), the_edition(readings=False), browser_at()
# A sheet is missing, so nothing can be drawn as it is; or the note stands on no page.
ELSEWHERE = {"a class that another sheet hides", "a side bar, its sheet elsewhere", "in the title"}
SOME = 1 if PROVED else 5  # every page in the longer runs
PROFILE = b"--user-data-dir=/tmp/profile"


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """What is drawn is looked at here, not how long it took: a busy machine may take its time."""
    monkeypatch.setattr(child, "LIMITS", {"drawn": replace(DRAWING, wall=60)})


def looks(data, *, browser=BROWSER, **asked):
    head, body = read(data)
    saved = replace(saved_page(head, json.loads(body)), source=data)
    read_page, draft = page_of_file(saved, page_from({"author": "staff", **asked}), TOLD)
    return about_page(drawn(read_page, draft, saved, browser=browser), draft, EDITION)


def seen(data, quote=NOTE, **more):
    found = seen_in_browser(data, (quote,), browser=BROWSER, **more)
    assert found is not None, "nothing was drawn"
    return found.get(quote)


def left_running(patience=0):
    """Browsers that were started to draw a page, and after so many seconds still are: those of tests beside this one have ended by then."""
    until, found = time.monotonic() + patience, running()
    while found and time.monotonic() < until:
        time.sleep(0.1)
        found = [one for one in running() if one in found]
    return found


def running():
    found = []
    for one in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found += [one] if PROFILE in one.read_bytes() else []
        except OSError:
            continue
    return found


def test_a_browser_is_installed_where_this_is_built():
    assert BROWSER
    assert browser_at("no") == "" and browser_at("/no/such/browser") == ""


# ---------------------------------------------------------------- the same tricks, the same honest places


@pytest.mark.parametrize(("name", "data", "why"), TRICKS[::SOME], ids=[name for name, _, _ in TRICKS[::SOME]])
def test_a_note_that_nobody_sees_is_hidden_where_it_is_drawn_too(name, data, why):
    said = looks(data)
    assert (said.noted.note.value, said.noted.reasons[:1]) == ("hidden", (why,))
    given: Any = page_as_json(said)
    assert given["note"]["decided_by"] == ("rules" if name in ELSEWHERE else "browser")
    assert ("a browser drew the page" in str(said.how)) is (name not in ELSEWHERE)


@pytest.mark.parametrize(("name", "data"), HONEST[::SOME], ids=[name for name, _ in HONEST[::SOME]])
def test_a_note_in_an_honest_place_is_seen_where_it_is_drawn_too(name, data):
    said = looks(data)
    assert (said.noted.note.value, said.noted.reasons) == ("seen", ())
    assert said.noted.drawn is (name not in ELSEWHERE)


def test_ink_that_nobody_looked_for_would_be_missed(monkeypatch):
    """The planted flaw: whatever has room counts as ink."""
    line = Line((0.0, 0.0, 90.0, 20.0), 16.0, 1.0, covered=False, cut=False, scrolls=False, narrow=False)
    white = Image.new("RGB", (100, 30), "white")
    assert judged([line], white, white) == (("same-colour",), ())
    monkeypatch.setattr("askfirst.guard.drawn.ink._ink", lambda line, *screens: (3, 3, 9.0))
    assert judged([line], white, white) == ((), ())


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ("<p>NOTE</p><div style='position:absolute;top:0;left:0;width:100%;height:900px;background:#fff'></div>", "covered"),
        ("<div style='height:30px;overflow:hidden'><p>x<p>x<p>NOTE</p></div>", "cut-off"),
        ("<div style='mask-image:linear-gradient(transparent,transparent)'><p>NOTE</p></div>", "same-colour"),
        ("<div style='height:40px;overflow:auto'><div style='height:900px'></div><p>NOTE</p></div>", "far-down"),
    ],
)
def test_what_rules_take_for_seen_a_browser_shows_to_be_hidden(markup, why):
    data = put(markup)
    assert looks(data, browser="").noted.note.value == "seen"
    said = looks(data)
    assert (said.noted.note.value, said.noted.reasons, said.noted.drawn) == ("hidden", (why,), True)
    assert [one.seen.check for one in said.answer.findings if one.seen.clause == "BLG-4"] == ["missing-disclaimer"]


def test_what_rules_take_for_hidden_a_browser_shows_to_be_seen():
    data = page("<div style='position:absolute;left:-500px'><p style='position:relative;left:900px'>%s</p></div>%s" % (NOTE, posts(3)))
    assert looks(data, browser="").noted.note.value == "hidden"
    said = looks(data)
    assert (said.noted.note.value, said.noted.reasons, said.noted.drawn) == ("seen", (), True)
    assert not [one for one in said.answer.findings if one.seen.clause == "BLG-4"]


def test_where_no_browser_is_or_it_fails_rules_decide_and_say_so(tmp_path):
    odd = tmp_path / "browser"
    odd.write_text("#!/bin/sh\nexit 3\n")
    odd.chmod(0o755)
    for browser in ("", "/bin/false", str(odd), "/no/such/browser"):
        said = looks(styled(""), browser=browser)
        assert (said.noted.note.value, said.noted.drawn) == ("seen", False)
        assert str(said.how) == "Decided by rules that read the page’s code. No browser drew it."
    assert looks(styled(""), author="student").noted.drawn is False
    assert looks(styled(""), whose="school").noted.drawn is False


def test_its_own_style_sheet_is_given_to_the_browser():
    linked = put("<p class=n>NOTE</p>", head="<link rel=stylesheet href='a.css'>")
    assert seen(linked, sheets={"a.css": b".n{color:white}"}).why == ("same-colour",)
    assert seen(linked, sheets={"a.css": b".n{color:black}"}).why == ()


# ---------------------------------------------------------------- no script, no network, limits


def test_no_script_of_the_page_runs():
    writes = "<p id=n></p><script>document.getElementById('n').textContent='%s'</script><img src=x onerror=\"document.body.append('%s')\">"
    assert seen(put(writes % (NOTE, NOTE))).why == ("off",)  # it stands in the script alone
    assert seen(put("<p>NOTE</p><script>document.body.remove();for(;;);</script>")).why == ()


def test_no_request_leaves():
    with socket.create_server(("127.0.0.1", 0)) as server:
        where = "http://127.0.0.1:%d" % server.getsockname()[1]
        data = put(
            "<p>NOTE</p><img src='URL/a.png'><iframe src='URL/b'></iframe><object data='URL/c'></object><video src='URL/d'></video>"
            "<embed src='URL/e'><form action='URL/f'></form>".replace("URL", where),
            head="<link rel=stylesheet href='URL/a.css'><link rel=preconnect href='URL'><link rel=dns-prefetch href='URL'><link rel=prefetch href='URL/g'>"
            "<link rel=icon href='URL/h'><meta http-equiv=refresh content='0;url=URL/i'><style>@import url(URL/j);@font-face{font-family:a;src:url(URL/k)}"
            "p{font-family:a;background:url(URL/l)}</style>".replace("URL", where),
        )
        server.settimeout(0.2)
        assert seen(data).why == ()
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize(
    "data",
    [
        put("<p>NOTE</p>" + "<div>" * 30_000),
        put("<p>NOTE</p>" + "<table><tr><td>" * 3_000),
        put("<p>NOTE</p><style>" + ".a:has(.b ~ .c)>*{color:red}" * 20_000 + "</style>"),
        put("<p>NOTE</p><div style='width:99999999px;height:99999999px;filter:blur(900px)'>x</div>"),
        put("<p>NOTE</p><meta http-equiv=refresh content='0'>"),
        put("<p>NOTE</p><script>for(;;);</script>"),
        put("<p>NOTE</p><iframe srcdoc='<iframe srcdoc=x></iframe>'></iframe>" * 300),
        b"\0" * 1_000 + put("<p>NOTE</p>"),
    ],
    ids=["deep", "tables", "rules", "large", "again", "script", "frames", "nothing"],
)
def test_a_page_that_means_harm_is_drawn_or_is_not_and_nobody_falls(data):
    began = time.monotonic()
    seen_in_browser(data, (NOTE,), browser=BROWSER)
    assert time.monotonic() - began < 75
    assert left_running(patience=30) == []


def test_more_memory_than_it_may_have_ends_it(monkeypatch):
    monkeypatch.setattr(child, "LIMITS", {"drawn": replace(DRAWING, memory=1_000_000)})
    assert seen_in_browser(styled(""), (NOTE,), browser=BROWSER) is None
    assert left_running(patience=30) == []


# ---------------------------------------------------------------- nothing is kept


@pytest.fixture
def swept(tmp_path):
    """Files that hold a mark, where a browser could have left one since this test began."""
    began = tmp_path / "began"
    began.touch()
    folders = [str(one) for one in (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), Path.home()) if one.is_dir()]

    def sweep(mark):
        command = ["find", *folders, "-type", "f", "-newer", str(began), "-size", "-40M", "-exec", "grep", "-laF", mark, "{}", "+"]
        return subprocess.run(command, capture_output=True, check=False, text=True).stdout.splitlines()

    return sweep


PARENT = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "  # a runner in the background would have it passed over
    "from askfirst.guard.browser import browser_at, seen_in_browser; data = sys.stdin.buffer.read().replace(b'MARK', sys.argv[1].encode()); "
    "[seen_in_browser(data, ('x',), browser=browser_at()) for _ in range(9)]"
)


@pytest.mark.parametrize("way", ["success", "failure", "timeout", "cancel", "kill"])
def test_nothing_of_the_page_stays(way, monkeypatch, swept, tmp_path):
    mark = "CANARY" + secrets.token_hex(8)
    data = put("<p>NOTE %s</p><img src='%s.png'>" % (mark, mark))
    if way == "success":
        assert seen(data).why == ()
    elif way == "failure":
        monkeypatch.setattr(child, "LIMITS", {"drawn": replace(DRAWING, memory=1_000_000)})
        assert seen_in_browser(data, (NOTE,), browser=BROWSER) is None
    elif way == "timeout":
        monkeypatch.setattr(child, "LIMITS", {"drawn": replace(DRAWING, wall=1)})
        assert seen_in_browser(data, (NOTE,), browser=BROWSER) is None
    else:
        (tmp_path / "page").write_bytes(data.replace(mark.encode(), b"MARK"))  # the mark itself is on no disk, but in a command's memory
        command = [sys.executable, "-c", PARENT, mark]
        with (
            (tmp_path / "page").open("rb") as given,
            subprocess.Popen(command, stdin=given, stderr=subprocess.DEVNULL, cwd=child.ROOT) as parent,
        ):
            for _ in range(400):
                if left_running():
                    break
                time.sleep(0.02)
            assert left_running()
            time.sleep(0.2)
            parent.send_signal(signal.SIGINT if way == "cancel" else signal.SIGKILL)  # Ctrl-C, or the end
        assert parent.returncode != 0, "it had finished before"
    assert left_running(patience=30) == []
    assert swept(mark) == []


def test_the_sweep_would_notice_a_page_that_is_kept(tmp_path, swept):
    """The planted flaw: a profile that lies on the disk."""
    mark = "CANARY" + secrets.token_hex(8)
    (tmp_path / "History").write_bytes(b"\0" + mark.encode() + b"\1")
    assert [Path(one).name for one in swept(mark)] == ["History"]
