"""What a site's name says of itself: asked of a resolver on this machine, with whole answers, odd ones, and none."""

import socket
import struct
import threading
from contextlib import contextmanager

import pytest

from askfirst.guard.addresses import NotOpen
from askfirst.guard.door import Shut
from askfirst.guard.names import texts_of

NAME = "_askfirst.trips.example"


def record(text, kind=16, name=b"\xc0\x0c"):
    data = b"".join(bytes((len(one),)) + one for one in text) if kind == 16 else text
    return name + struct.pack(">HHIH", kind, 1, 60, len(data)) + data


def whole(asked, *records, flags=0x8180, number=None, question=None):
    """An answer to what was asked."""
    number = asked[:2] if number is None else number
    question = asked[12 : asked.index(b"\0", 12) + 5] if question is None else question
    return number + struct.pack(">HHHHH", flags, 1, len(records), 0, 0) + question + b"".join(records)


@contextmanager
def resolver(*answers):
    """Answers the one question with each of these in turn; what it was asked."""
    asked = []
    held = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    held.bind(("127.0.0.1", 0))
    held.settimeout(5)

    def serve():
        raw, whom = held.recvfrom(4096)
        asked.append(raw)
        for answer in answers:
            held.sendto(answer(raw), whom)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield held.getsockname(), asked
    finally:
        thread.join()
        held.close()


def said(*answers, seconds=2.0):
    with resolver(*answers) as (server, _):
        return texts_of(NAME, server=server, seconds=seconds)


def test_the_texts_of_a_name():
    with resolver(lambda raw: whole(raw, record([b"word-", b"of it"]), record(b"\x01\x02\x03\x04", kind=1), record([b"v=spf1"]))) as (
        server,
        asked,
    ):
        assert texts_of(NAME, server=server) == ("word-of it", "v=spf1")
    assert b"\x09_askfirst\x05trips\x07example\x00\x00\x10\x00\x01" in asked[0] and len(asked[0]) < 100, "the name, and nothing of anybody"


def test_no_such_name_and_no_text():
    assert said(lambda raw: whole(raw, flags=0x8183)) == ()
    assert said(whole) == ()
    assert said(lambda raw: whole(raw, record(b"\x01\x02\x03\x04", kind=1))) == ()


def test_a_long_name_in_the_answer_is_stepped_over_and_never_followed():
    own = b"\x05other\x07example\x00"
    assert said(lambda raw: whole(raw, record([b"one"], name=own), record([b"two"], name=b"\x01a\xc0\x0c"))) == ("one", "two")


FALSE = {
    "another number": lambda raw: whole(raw, record([b"no"]), number=bytes((raw[0] ^ 1, raw[1]))),
    "another question": lambda raw: whole(raw, record([b"no"]), question=b"\x05other\x07example\x00\x00\x10\x00\x01"),
    "a question, no answer": lambda raw: whole(raw, record([b"no"]), flags=0x0100),
    "cut off": lambda raw: whole(raw, record([b"no"]))[:-1],
    "a text longer than it is": lambda raw: whole(raw, record([b"no"]))[:-3] + b"\x09no",
    "a name without end": lambda raw: whole(raw, b"\x3f" * 40),
    "an odd name": lambda raw: whole(raw, record([b"no"], name=b"\x80")),
    "more records than there are": lambda raw: whole(raw, record([b"no"]), b"", b""),
    "nothing": lambda raw: b"",
    "a few bytes": lambda raw: raw[:7],
}


@pytest.mark.parametrize("odd", FALSE.values(), ids=FALSE)
def test_what_is_no_answer_is_passed_over_for_the_true_one(odd):
    assert said(odd, lambda raw: whole(raw, record([b"true"]))) == ("true",)
    with pytest.raises(Shut, match="did not answer"):
        said(odd, seconds=0.3)


@pytest.mark.parametrize(("flags", "why"), [(0x8380, "longer than we read"), (0x8182, "did not answer"), (0x8185, "did not answer")])
def test_a_name_system_that_failed_says_nothing_of_who_runs_the_page(flags, why):
    with pytest.raises(Shut, match=why):
        said(lambda raw: whole(raw, record([b"no"]), flags=flags))


@pytest.mark.parametrize(
    "name", ["", "_askfirst.", "_askfirst.localhost", "_askfirst.printer.lan", "_askfirst.10.0.0.1", "_ASK first.site.example", "_a.b c.example",
             "_askfirst.%s.example" % ("a" * 64), "_askfirst." + "a." * 126 + "example", "server", "_askfirst.\ud800.example", "_askfirst._x.site.example"],
)  # fmt: skip
def test_a_name_that_is_not_public_is_never_asked_for(name):
    with pytest.raises(NotOpen):
        texts_of(name, server=("127.0.0.1", 9), seconds=0.1)


def test_without_a_resolver_it_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr("askfirst.guard.names.RESOLVERS", tmp_path / "none")
    with pytest.raises(Shut, match="cannot ask for names"):
        texts_of(NAME)
