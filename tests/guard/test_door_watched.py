"""Address tricks at the one door, with the socket itself watched: whatever is asked for, no connection to what is not public is ever tried."""

import ipaddress
import socket
import sys
from contextlib import contextmanager

import pytest

from askfirst.guard import door
from askfirst.guard.addresses import NotOpen, Opening
from askfirst.guard.door import Shut
from tests.site import answers, site

PUBLIC = "93.184.215.14"
LOOKED = (
    # the machine itself, as whole numbers, parts, bases and shorthands
    "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "017700000001", "0x7f.0.0.1", "0177.0.0.1", "127.0.0.0x1", "0x7f.1", "127.255.255.254",
    "0", "0.0.0.0", "00.00.00.00", "localhost", "localhost.", "LOCALHOST", "localhost.localdomain", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]", "[::127.0.0.1]", "[0000::1]", "[::1%25lo]", "①②⑦.⓪.⓪.①", "127。0。0。1", "127．0．0．1", "１２７.0.0.1",
    # networks of one's own, of providers, of clouds
    "10.0.0.1", "10.1", "167772161", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.1", "3232235521", "0xc0a80001", "100.64.0.1", "100.127.255.254",
    "169.254.169.254", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "[::ffff:169.254.169.254]", "[fe80::1]", "[fe80::a9fe:a9fe]", "[fc00::1]", "[fd00:ec2::254]",
    "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::a00:1]", "[2002:7f00:1::]", "[2002:a9fe:a9fe::]", "[2001:0:7f00:1::]", "[ff02::1]", "[ff0e::1]", "[2001:db8::1]", "[100::1]",
    # kept for documents, tests and nobody
    "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "192.88.99.1",
    # names inside a network
    "intranet", "router", "printer.local", "nas.home", "db.internal", "host.docker.internal", "metadata.google.internal", "kubernetes.default.svc",
    "kubernetes.default.svc.cluster.local", "wpad.corp", "server.lan", "box.home.arpa", "1.0.0.127.in-addr.arpa", "files.intranet", "a.localhost", "a.test",
    # public names that answer with numbers that are not
    "loop.trips.example", "lan.trips.example", "cloud.trips.example", "six.trips.example", "mixed.trips.example", "last.trips.example", "mapped.trips.example",
)  # fmt: skip
WHOLE = (
    "http://trips.example@127.0.0.1/", "http://127.0.0.1@trips.example/", "http://trips.example:80@127.0.0.1:80/", "http://trips.example#@127.0.0.1/", "http://127.0.0.1\\@trips.example/",
    "http://127.0.0.1:80\\.trips.example/", "http://trips.example\\@127.0.0.1/", "http:127.0.0.1/", "http:///127.0.0.1/", "http:/127.0.0.1/", "//127.0.0.1/", "http://127.0.0.1%2f@trips.example/",
    "http://127.0.0.1%00.trips.example/", "http://127.0.0.1\t.trips.example/", "http://127.0.0.1\n/", "gopher://127.0.0.1/", "dict://127.0.0.1:11211/", "file:///etc/passwd", "ftp://127.0.0.1/",
    "jar:http://127.0.0.1!/", "unix:///var/run/docker.sock", "data:text/html,x", "http://trips.example:22/", "http://trips.example:6379/", "https://trips.example:0/", "http://trips.example:65536/",
)  # fmt: skip
NAMES = {
    "loop": ["127.0.0.1"], "lan": ["192.168.1.1"], "cloud": ["169.254.169.254"], "six": ["::1"], "mixed": [PUBLIC, "10.0.0.1"], "last": [PUBLIC] * 9 + ["127.0.0.1"],
    "mapped": ["::ffff:10.0.0.1"],
}  # fmt: skip
real = socket.getaddrinfo
_watching: list[list[object]] = []


def _hook(event, given):
    """Sees what a socket is about to do; where it would leave this machine, it is stopped there: no test asks anything of anybody."""
    if event == "socket.connect" and _watching:
        for seen in _watching:
            seen.append(given[1])
        if public(given[1]):
            raise ConnectionRefusedError


sys.addaudithook(_hook)


def public(address):
    return ipaddress.ip_address(str(address[0])).is_global


@contextmanager
def watched():
    """Every address to which a socket of this process is told to connect."""
    seen: list[object] = []
    _watching.append(seen)
    try:
        yield seen
    finally:
        _watching.remove(seen)


@pytest.fixture
def names(monkeypatch):
    """This machine's resolver, as a network would answer it: the names above by their table, numbers in any form as the system reads them."""

    def looked_up(host, port, *given, **named):
        label = host.partition(".")[0]
        if host.endswith("trips.example"):
            found = NAMES.get(label, [PUBLIC])
        else:
            try:
                return real(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
            except OSError:
                found = ["127.0.0.1"]
        return [(0, socket.SOCK_STREAM, 0, "", (one, port)) for one in found]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)


TRICKS = [scheme + one + "/x" for scheme in ("http://", "https://") for one in LOOKED] + list(WHOLE)


def test_there_are_eighty_eight_tricks_and_more():
    assert len(set(LOOKED)) + len(set(WHOLE)) >= 88


def test_the_watch_sees_a_connection():
    """Planted first: a door that may reach this machine is seen to."""
    with site(answers()) as (address, fetch, _), watched() as seen:
        fetch(address)
    assert [one[0] for one in seen] == ["127.0.0.1"]


@pytest.mark.parametrize("address", TRICKS)
def test_a_trick_is_refused_and_no_socket_is_told_to_connect(names, address):
    with watched() as seen, pytest.raises((NotOpen, Shut)) as refused:
        door.fetch(address, seconds=0.05)
    assert [one for one in seen if not public(one)] == []
    assert isinstance(refused.value, NotOpen) or seen != [], "what was let through was public"


@pytest.mark.parametrize("address", TRICKS)
def test_a_redirect_to_a_trick_is_refused_too(names, address):
    if not address.isprintable():
        return
    with site(answers(302, (("Location", address.encode("ascii", "ignore").decode()),), b"")) as (start, _, asked):
        port = int(start.rpartition(":")[2])

        def numbers(host, at):
            """The site of the test by its port alone; this machine under any other is one that may not be reached."""
            found = Opening().numbers(host, at)
            return ["127.0.0.1"] if at == port else ["127.0.0.2" if one == "127.0.0.1" else one for one in found]

        own = Opening(allows=lambda one: one == "127.0.0.1" or Opening().allows(one), numbers=numbers, ports=frozenset({80, 443, port}))
        with watched() as seen, pytest.raises((NotOpen, Shut)):
            door.fetch(start, opening=own, seconds=0.5)
    assert asked, "the page that leads on was asked for"
    assert [one for one in seen if not public(one) and one[1] != port] == []
