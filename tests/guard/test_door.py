"""The one door out: only the public web, by name and by number, looked at again after each redirect; so many bytes, seconds and redirects."""

import json
import threading
import time
from contextlib import suppress

import pytest

from askfirst.guard import child, door
from askfirst.guard.addresses import PUBLIC, NotOpen, Opening, is_public, look_at
from askfirst.guard.door import Shut
from tests.site import HTML, answers, site


def test_a_page_comes_back_and_nothing_of_anybody_goes_out():
    with site(answers()) as (address, fetch, asked):
        assert fetch(address + "/a?b=1#c").body == b"<p>Hello</p>"
    (path, headers) = asked[0]
    assert path == "/a?b=1"
    assert set(headers) == {"Host", "Accept", "Accept-Encoding", "User-Agent", "Connection"}


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.9", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1",
        "198.18.0.1", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2001:db8::1", "2001::1", "a name", "",
    ],
)  # fmt: skip
def test_numbers_that_are_not_public(number):
    assert not is_public(number)
    with pytest.raises(NotOpen):
        look_at("https://trips.example/", Opening(numbers=lambda host, port: ["93.184.215.14", number]))


@pytest.mark.parametrize("number", ["93.184.215.14", "1.1.1.1", "2606:4700:4700::1111"])
def test_numbers_that_are(number):
    where = look_at("https://trips.example/x", Opening(numbers=lambda host, port: [number]))
    assert (where.number, where.host, where.port, where.secure, where.path) == (number, "trips.example", 443, True, "/x")


@pytest.mark.parametrize(
    "address",
    [
        "ftp://trips.example/", "file:///etc/hosts", "javascript:alert(1)", "//trips.example", "", "https://", "https://localhost/", "http://127.0.0.1/",
        "http://[::1]/", "http://2130706433/", "http://0x7f.1/", "http://017700000001/", "http://1.2.3.4/", "https://intranet/", "https://files.local/",
        "https://a.internal/", "https://name:word@trips.example/", "https://trips.example@evil.example:80@x/", "https://trips.example:22/",
        "https://trips.example:8443/", "https://trips example/", "https://trips.example/\r\nX: y", "https://trips.example/" + "a" * 2_000, "https://x..y/",
        "https://-a.example/", "https://trips.example:99999/",
    ],
)  # fmt: skip
def test_addresses_that_are_not_opened_and_no_name_is_looked_up_for_them(address):
    looked = []

    def numbers(host, port):
        looked.append(host)
        return ["1.1.1.1"]

    with pytest.raises(NotOpen) as shut:
        look_at(address, Opening(numbers=numbers))
    assert (looked, str(shut.value.sentence).endswith(".")) == ([], True)


def test_a_redirect_is_followed_and_looked_at_again():
    """Planted first: the same redirect inside the door's own site goes through."""
    turns = {"/in": "/there", "/there": None, "/out": "http://169.254.169.254/latest", "/file": "file:///etc/passwd", "/round": "/round"}

    def page(handler):
        to = turns[handler.path]
        answers(302, (("Location", to),), b"")(handler) if to else answers()(handler)

    with site(page) as (address, fetch, asked):
        assert fetch(address + "/in").address == address + "/there"
        for path in ("/out", "/file"):
            with pytest.raises(NotOpen):
                fetch(address + path)
        asked.clear()
        with pytest.raises(Shut, match="too often"):
            fetch(address + "/round")
        assert len(asked) == door.REDIRECTS + 1


def test_a_name_is_looked_up_once_for_each_step_and_that_number_is_the_one_connected_to():
    """A name that answers with a public number first and one of ours after it gains nothing."""
    given = iter(["127.0.0.1", "10.0.0.1"])
    with site(answers()) as (address, _, _):
        port = int(address.rpartition(":")[2])
        twice = Opening(allows=lambda one: one == "127.0.0.1", numbers=lambda host, _: [next(given)], ports=frozenset({port}))
        assert door.fetch(address, opening=twice).body
        assert next(given) == "10.0.0.1"


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (answers(404), "no such page"), (answers(500), "no such page"), (answers(headers=(("Content-Type", "application/pdf"),)), "holds no web page"),
        (answers(headers=()), "holds no web page"), (answers(headers=(HTML, ("Content-Encoding", "gzip"))), "holds no web page"),
        (answers(body=b"a" * (door.BYTES + 1)), "larger than we read"), (answers(headers=(HTML, ("Content-Length", str(10**9)))), "larger than we read"),
        (answers(302, (("Location", "http://[::1"),)), "not the address|did not answer"),
        (lambda handler: handler.wfile.write(b"HTTP/9.9 what\r\n\r\n"), "did not answer"), (lambda handler: None, "did not answer"),
        (answers(headers=(HTML, *(("X-%d" % n, "a") for n in range(200)))), "did not answer"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence(page, says):
    with site(page) as (address, fetch, _), pytest.raises((Shut, NotOpen), match=says):
        fetch(address)


def test_a_site_that_drips_is_left_when_its_time_is_up():
    gone = threading.Event()

    def page(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
        while not gone.is_set():
            try:
                handler.wfile.write(b"X: y\r\n"[:1])
            except OSError:
                return
            time.sleep(0.01)

    with site(page) as (address, fetch, _):
        with pytest.raises(Shut, match="too long"):
            fetch(address, seconds=0.3)
        gone.set()


def test_nobody_there():
    with site(answers()) as (address, fetch, _):
        pass
    with pytest.raises(Shut, match="did not answer"):
        fetch(address)


def test_the_door_as_it_is_made_reaches_nothing_of_ours():
    with site(answers()) as (address, _, asked):
        for one in (address, address.replace("trips.example", "127.0.0.1"), address.replace("trips.example", "localhost")):
            with pytest.raises(NotOpen):
                door.fetch(one)
        assert asked == []
    assert Opening() == PUBLIC


def test_what_a_page_says_of_itself_and_where_it_links():
    page = b"""<html><head><title>Trips &amp; more</title><meta name=askfirst content='askfirst-1'><link rel="me" href="https://northgate.example/trips">
    </head><body><p>askfirst-2 <a rel="nofollow ME" href="https://a.example/">x</a><a href=https://b.example/>y</a><script>"<a rel=me href=//z>"</script>"""
    said = child.run("page", page)
    held = json.loads(said.body)
    assert said.head == {"kind": "page", "links": 3}
    assert held["me"] == ["https://northgate.example/trips", "https://a.example/"]
    assert held["links"] == ["https://northgate.example/trips", "https://a.example/", "https://b.example/"]
    assert ("askfirst-1" in held["about"], "askfirst-2" in str(held["about"])) == (
        True,
        False,
    )  # what readers wrote is not what it says of itself


@pytest.mark.parametrize("page", [b"", b"<", b"\xff\xfe<a rel=me", b"<!--" * 250_000, b"<a " * 330_000])
def test_a_hostile_page_ends_the_child_at_most(page):
    with suppress(child.Died):
        child.run("page", page)
