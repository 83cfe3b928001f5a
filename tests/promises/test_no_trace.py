"""The private check leaves no trace: a thousand marked drafts (some of each in `make test`), by page, API and command line, then a sweep of everything the server could have written."""

import base64
import http.client
import json
import os
import re
import secrets
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.parse
from contextlib import closing
from pathlib import Path

import pytest

from tests.guard import photo_files as files
from tests.promises.archives_sent import ARCHIVES, archives_looked_at
from tests.promises.pages_sent import pages_looked_at
from tests.promises.photos_sent import killed, marked_photo, photo_sent, taken_back
from tests.proved import PROVED

ROOT = Path(__file__).parents[2]
BY_COMMAND_LINE, BY_PAGE, SIGNED_IN, BY_API = (100, 50, 50, 800) if PROVED else (8, 15, 15, 120)
PHOTOS = 40 if PROVED else 3  # by page, by API and by command line, each
FRIENDS = 25  # lists of friends, by page and by API
PORT = 8700 + os.getpid() % 200


def disguises(mark: str) -> list[bytes]:
    """The mark as it could lie in a file: plain, two-byte text, percent-free base64 (three alignments)."""
    plain = mark.encode()
    found = [plain, mark.encode("utf-16-le"), plain.hex().encode()]
    for shift in range(3):
        found.append(base64.b64encode(b"x" * shift + plain)[4:-4])
    return found


def sweep(folders: list[Path], mark: str) -> tuple[list[Path], int]:
    """Every file under the folders that holds the mark in any form, and how many files were read."""
    needles = disguises(mark)
    hits, read = [], 0
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not file.is_symlink():
                read += 1
                held = file.read_bytes()
                if any(needle in held for needle in needles):
                    hits.append(file)
    return hits, read


def holding(folder: Path, pieces: list[bytes]) -> list[str]:
    """Files under the folder that hold any of these bytes: a piece out of the middle of a picture."""
    files_there = [one for one in sorted(folder.rglob("*")) if one.is_file() and not one.is_symlink()]
    return [one.name for one in files_there if any(piece in one.read_bytes() for piece in pieces)]


def middle(data: bytes) -> bytes:
    return data[len(data) // 2 :][:48]


def draft(mark: str, number: int) -> str:
    """A draft with findings of several kinds, so that the whole path runs; the mark stands in a name, an address and plain words."""
    return "%s Ring me on 07700 900455, Mrs Rainsford is a clueless cow. %s@home.example draft %d" % (mark, mark.lower(), number)


@pytest.fixture
def place(tmp_path):
    for name in ("data", "tmp", "home"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.fixture
def environment(place):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ASKFIRST_", "DJANGO_"))}
    return kept | {
        "ASKFIRST_DATA": str(place / "data"),
        "TMPDIR": str(place / "tmp"),
        "HOME": str(place / "home"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@pytest.fixture
def server(place, environment):
    """The real server, its output in a file that is swept too."""
    with (place / "server.log").open("wb") as log:
        command = [str(Path(sys.executable).with_name("askfirst")), "serve", "--port", str(PORT)]
        process = subprocess.Popen(command, cwd=place, env=environment, stdout=log, stderr=log)
        for _ in range(300):
            try:
                connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=5)
                connection.request("GET", "/check/")
                connection.getresponse().read()
                break
            except OSError:
                assert process.poll() is None, (place / "server.log").read_text()
                time.sleep(0.1)
        else:
            pytest.fail("The server did not answer: " + (place / "server.log").read_text())
        yield
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def by_page(connection: http.client.HTTPConnection, text: str, token: str, cookie: str) -> bytes:
    fields = {"csrfmiddlewaretoken": token, "author": "staff", "text": text, "channel": "blog", "audience": "public"}
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
    connection.request("POST", "/check/", urllib.parse.urlencode(fields), headers)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, (answer.status, body[:300])
    assert "no-store" in (answer.getheader("Cache-Control") or "")
    assert not answer.getheader("Location")
    return body


def looked_at_by_page(path: str, connection: http.client.HTTPConnection, text: str, token: str, cookie: str) -> bytes:
    """A list of friends or the name of a page, sent by its form."""
    fields = {"csrfmiddlewaretoken": token, "author": "staff", "text": text}
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
    connection.request("POST", path, urllib.parse.urlencode(fields), headers)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, (answer.status, body[:300])
    assert "no-store" in (answer.getheader("Cache-Control") or "")
    return body


def by_api(connection: http.client.HTTPConnection, text: str, path: str = "/api/v1/checks/post") -> bytes:
    body = json.dumps({"author": "staff", "text": text})
    connection.request("POST", path, body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    held = answer.read()
    assert answer.status == 200, (answer.status, held[:300])
    return held


def token_and_cookie(connection: http.client.HTTPConnection, path: str = "/check/", cookie: str = "") -> tuple[str, str]:
    connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    answer = connection.getresponse()
    page = answer.read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token, "the form has no token"
    fresh = (answer.getheader("Set-Cookie") or "").split(";")[0]
    return token.group(1), "; ".join(one for one in (cookie, fresh) if one)


def signed_in_as(connection: http.client.HTTPConnection, person: str) -> tuple[str, str]:
    """The token and the cookies of somebody of the cast, signed in through the page."""
    token, cookie = token_and_cookie(connection, "/sign-in/")
    fields = urllib.parse.urlencode({"csrfmiddlewaretoken": token, "person": person})
    connection.request("POST", "/sign-in/", fields, {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    assert answer.status in (302, 303), answer.status
    cookies = [value.split(";")[0] for name, value in answer.getheaders() if name == "Set-Cookie"]
    assert any("session" in one.partition("=")[0] for one in cookies), cookies
    return token_and_cookie(connection, "/check/", "; ".join(cookies))


def rows(place: Path, sql: str) -> list[tuple[object, ...]]:
    """What the server's own database holds, read beside it."""
    with closing(sqlite3.connect(place / "data" / "db" / "askfirst.sqlite3")) as database:
        return database.execute(sql).fetchall()


def counted(place: Path) -> dict[str, int]:
    """Rows in every table: a check must add none, wherever it might."""
    names = [str(name) for (name,) in rows(place, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: len(rows(place, 'SELECT 1 FROM "%s"' % name)) for name in names if name != "trail_lease"}


def photos_looked_at(
    connection: http.client.HTTPConnection, mark: str, token: str, cookie: str, place: Path, environment: dict[str, str]
) -> list[bytes]:
    """Photos that are told about, cut short, none, taken back on the way, or killed; by every door. Gives a piece of the photo and its copy."""
    data = marked_photo(mark)
    page, api = "/check/photo/", "/api/v1/checks/photo"
    connection.close()  # the server does not wait while a command runs; it opens again by itself
    for number in range(PHOTOS):
        words = "%s 12 Alder Row, Haddon %d" % (mark, number)
        shown = photo_sent(connection, page, data, words, token, cookie)
        assert b"Save the clean copy" in shown and mark.encode() in shown  # the person reads what their own file says
        assert b"Something to look at" in shown and b"A small picture inside shows something else" in shown
        assert mark.encode() in photo_sent(connection, api, data, words)
        assert b"cut short" in photo_sent(connection, page, data[: len(data) // 2], words, token, cookie, 400)
        assert b"cut short" in photo_sent(connection, api, data[: len(data) // 2], words, wanted=400)
        assert b"inside it is not" in photo_sent(connection, api, mark.encode() * 99, words, wanted=400)
        taken_back(PORT, api, data, words)
    command = [str(Path(sys.executable).with_name("askfirst")), "check", "photo", "-", "--as", "student", "--words", mark]
    for given, code in ((data, 1), (data[: len(data) // 2], 2)):
        done = subprocess.run(command, input=given, cwd=place, env=environment, capture_output=True, check=False)
        assert done.returncode == code, done.stderr
    killed(command, data, place, environment)
    copy = base64.b64decode(re.findall(rb'href="data:image/jpeg;base64,([^"]+)"', shown)[0])
    return [middle(data), middle(copy)]


@pytest.mark.parametrize("flaw", ["the upload", "the clean copy's notes", "a small picture", "the answer"])
def test_the_sweep_would_notice_a_photo_that_is_kept(place, flaw):
    """The planted flaw: a server that writes down what a photo check is given, or any part of what it makes of it."""
    mark = "CANARY" + secrets.token_hex(8)
    data = marked_photo(mark)
    kept = {
        "the upload": data,
        "the clean copy's notes": files.segment(0xFE, mark.encode()),
        "a small picture": files.jpeg(comment=mark.encode()),
        "the answer": base64.b64encode(b"{'text': '%s'}" % mark.encode()),
    }[flaw]
    (place / "tmp" / "upload.upload").write_bytes(kept)
    assert [one.name for one in sweep([place], mark)[0]] == ["upload.upload"]


def test_a_piece_of_a_picture_on_disk_would_be_noticed(place):
    copy = files.jpeg()
    assert holding(place, [middle(copy)]) == []
    (place / "data" / "copy.jpg").write_bytes(copy)
    assert holding(place, [middle(copy)]) == ["copy.jpg"]


def test_the_sweep_finds_a_planted_mark(place):
    mark = "CANARY" + secrets.token_hex(8)
    folder = place / "data"
    assert sweep([folder], mark) == ([], 0)
    forms = [mark.encode(), mark.encode("utf-16-le"), base64.b64encode(b"a draft: " + mark.encode() + b" and more")]
    for number, held in enumerate(forms):
        (folder / ("planted%d" % number)).write_bytes(b"\0\1" + held + b"\2")
    hits, read = sweep([folder], mark)
    assert (len(hits), read) == (3, 3)


def stands(place):
    """What there is while nothing is under way: rows of every table, the sessions, the mails."""
    for _ in range(100):  # until the demo's own mails are out
        if not rows(place, "SELECT 1 FROM trail_notice WHERE sent_at IS NULL"):
            break
        time.sleep(0.2)
    mails = sorted((place / "data" / "outbox").iterdir())
    assert mails, "the demo's own mails have not gone out"
    return counted(place), rows(place, "SELECT * FROM people_session"), mails


def by_every_door(connection, mark, place, environment, tokens):
    """Marked drafts, lists, names, pages and photos, by page, signed in or not, by API and by command line. Gives pieces of the photos."""
    token, cookie, own_token, own_cookie = tokens
    connection.close()  # the server has not waited so long; it opens again by itself
    for number in range(BY_PAGE):
        assert mark.encode() in by_page(connection, draft(mark, number), token, cookie)
    for number in range(SIGNED_IN):
        body = by_page(connection, draft(mark, number), own_token, own_cookie)
        assert mark.encode() in body
        assert b"Ms Harrow" in body  # she is signed in, and still nobody hears of it
    for number in range(BY_API):
        assert b"07700 900455" in by_api(connection, draft(mark, number))
    for number in range(FRIENDS):
        listed = "%s Marlow\nNoor Haddad-Lyle %d\nKit Okoro-Penn" % (mark, number)
        body = looked_at_by_page("/check/friends/", connection, listed, own_token, own_cookie)
        assert b"Kit Okoro-Penn might be a student here" in body  # she is told, and nobody else
        assert mark.encode() in body
        assert b"SNS-6" in by_api(connection, listed, "/api/v1/checks/friends")
    for number in range(FRIENDS):
        called = "%s-northgate-%d.example" % (mark, number)
        assert b"Does it mean the school here?" in looked_at_by_page("/check/name/", connection, called, own_token, own_cookie)
        assert b"HYB-3" in by_api(connection, called, "/api/v1/checks/name")
    command = [str(Path(sys.executable).with_name("askfirst")), "check", "name", mark + "-northgate.example"]
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    pages_looked_at(connection, mark, own_token, own_cookie, place, environment)
    archives_looked_at(connection, PORT, mark, (own_token, own_cookie), place, environment)
    pieces = photos_looked_at(connection, mark, own_token, own_cookie, place, environment)
    command = [str(Path(sys.executable).with_name("askfirst")), "check", "friends", "-"]
    done = subprocess.run(command, input=mark.encode(), cwd=place, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    command = [str(Path(sys.executable).with_name("askfirst")), "check", "post", "-", "--as", "staff"]
    for number in range(BY_COMMAND_LINE):
        done = subprocess.run(command, input=draft(mark, number).encode(), cwd=place, env=environment, capture_output=True, check=False)
        assert done.returncode == 1, done.stderr
        assert b"07700 900455" in done.stdout
    return pieces


def test_marked_drafts_leave_nothing(place, environment, server):
    mark = "CANARY" + secrets.token_hex(8)
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
    tokens = (*token_and_cookie(connection), *signed_in_as(connection, "harrow"))
    before, session, mails = stands(place)
    assert before["people_person"] > 0
    assert len(session) == 1
    pieces = by_every_door(connection, mark, place, environment, tokens)
    if counted(place)["records_morning"] != before["records_morning"]:  # it struck eight meanwhile, and the day's own work was done
        before, session, mails = stands(place)
        pieces = by_every_door(connection, mark, place, environment, tokens)
    assert holding(place, pieces) == []  # S05, line 6: neither the upload nor the clean copy is on disk
    hits, read = sweep([place], mark)
    assert hits == []
    assert read > 0
    assert counted(place) == before
    assert rows(place, "SELECT * FROM people_session") == session
    assert sorted((place / "data" / "outbox").iterdir()) == mails
    log = (place / "server.log").read_text()
    assert "/check" not in log
    many = BY_PAGE + SIGNED_IN + BY_API + BY_COMMAND_LINE + 4 * FRIENDS + 6 * PHOTOS + 7 * ARCHIVES + 8
    print("%d checks, %d files swept, 0 marked" % (many, read))
