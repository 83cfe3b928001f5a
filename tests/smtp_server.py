"""A small mail server on the loopback that speaks SMTP for real: it keeps what it is given, and can refuse an address be slow, or hang up."""

import socketserver
import threading
import time
from dataclasses import dataclass, field
from email import message_from_bytes, policy

import pytest


@dataclass
class Letters:
    """What the server took: (recipient, message), in order; and whom it refuses with which code."""

    port: int = 0
    taken: list = field(default_factory=list)
    raw: list = field(default_factory=list)
    refused: dict = field(default_factory=dict)
    slow: float = 0  # seconds that each mail takes
    drops: int = 0  # how many mails to hang up on


class Talk(socketserver.StreamRequestHandler):
    server: "Server"

    def reply(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        letters, to = self.server.letters, ""
        self.reply("220 localhost ready")
        while line := self.rfile.readline():
            word = line[:4].upper().strip()
            if word in (b"EHLO", b"HELO", b"MAIL", b"RSET", b"NOOP"):
                self.reply("250 ok")
            elif word == b"RCPT":
                to = line.decode().partition("<")[2].partition(">")[0]
                self.reply("%d no such person" % letters.refused[to] if to in letters.refused else "250 ok")
            elif word == b"DATA" and letters.drops:
                letters.drops -= 1
                return
            elif word == b"DATA":
                time.sleep(letters.slow)
                self.reply("354 go on")
                body = b""
                while (part := self.rfile.readline()) not in (b".\r\n", b""):
                    body += part[1:] if part.startswith(b".") else part
                letters.raw.append(body)
                letters.taken.append((to, message_from_bytes(body, policy=policy.default)))
                self.reply("250 kept")
            elif word == b"QUIT":
                self.reply("221 bye")
                return
            else:
                self.reply("502 not here")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    letters: Letters


@pytest.fixture
def smtp():
    """`smtp()` starts a server (again, on the same port) and gives what it takes; `smtp(up=False)` takes it down."""
    started = []
    letters = Letters()

    def start(*, up=True):
        if not up:
            return stop()
        server = Server(("127.0.0.1", letters.port), Talk)
        letters.port = server.server_address[1]
        server.letters = letters
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        started.append(server)
        return letters

    def stop():
        while started:
            server = started.pop()
            server.shutdown()
            server.server_close()

    yield start
    stop()
