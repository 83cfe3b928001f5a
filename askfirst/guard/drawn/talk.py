"""A browser that is asked over two pipes, in its own protocol (Chrome DevTools): one line of JSON each way, a NUL between them."""

import fcntl
import json
import os
import select
import time
from collections.abc import Callable
from typing import Any

from askfirst.guard.drawn.apart import HOME, held

__all__ = ["Browser", "Gone"]

FLAGS = (
    "--headless", "--remote-debugging-pipe", "--user-data-dir=" + HOME + "/profile", "--incognito", "--no-first-run", "--disable-gpu",
    "--mute-audio", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-breakpad", "--disable-crash-reporter", "--disk-cache-size=1", "--no-pings", "--renderer-process-limit=1",
    "--hide-scrollbars", "--force-color-profile=srgb",
    # There is no network where it runs. Were there one, it would not find it either.
    "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
ALONE = {"HOME": HOME, "TMPDIR": HOME, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
HIGH, AT_ONCE, LONGEST, LOOKS = 20, 1 << 16, 20_000_000, 0.1
Answer = dict[str, Any]


class Gone(RuntimeError):
    """It ended, answered nothing in time, or said no."""


class Browser:
    """One that was started here, for so long and so many bytes of memory. It ends with this process."""

    def __init__(self, path: str, until: float, most: int) -> None:
        self.until, self.most = until, most
        self.number, self.held, self.session, self.given = 0, bytearray(), "", False
        self.told: Callable[[str, Answer], None] = lambda name, said: None
        ask, self.into = os.pipe()
        self.out, answer = os.pipe()
        if os.fork() == 0:
            _become(path, ask, answer)
        os.close(ask)
        os.close(answer)

    def ask(self, method: str, **given: object) -> Answer:
        """What it answers; what it tells meanwhile goes to `told`. Raises Gone."""
        number = self.send(method, **given)
        while True:
            said = self._next()
            if said.get("id") == number:
                if "error" in said:
                    raise Gone
                return dict(said["result"])

    def send(self, method: str, **given: object) -> int:
        """Without waiting. Raises Gone."""
        self.number += 1
        said: Answer = {"id": self.number, "method": method, "params": given}
        if self.session:
            said["sessionId"] = self.session
        data = memoryview(json.dumps(said).encode() + b"\0")
        while data:
            self._wait(writing=True)
            try:
                data = data[os.write(self.into, data[:4096]) :]
            except OSError:
                raise Gone from None
        return self.number

    def wait(self, name: str) -> None:
        """Until it tells of `name`. Raises Gone."""
        while self._next().get("method") != name:
            pass

    def _next(self) -> Answer:
        """Raises Gone."""
        while (end := self.held.find(b"\0")) < 0:
            self._wait()
            some = os.read(self.out, AT_ONCE)
            if not some or len(self.held) > LONGEST:
                raise Gone
            self.held += some
        said = json.loads(bytes(self.held[:end]))
        del self.held[: end + 1]
        if "method" in said:
            self.told(str(said["method"]), dict(said.get("params", {})))
        return dict(said)

    def _wait(self, *, writing: bool = False) -> None:
        """Raises Gone where it takes too long or too much."""
        while time.monotonic() < self.until and held() <= self.most:
            if any(select.select([] if writing else [self.out], [self.into] if writing else [], [], LOOKS)):
                return
        raise Gone


def _become(path: str, ask: int, answer: int) -> None:
    """This process is the browser from now on: pipes at 3 and 4, and nothing else that is open."""
    try:
        high = [fcntl.fcntl(one, fcntl.F_DUPFD, HIGH) for one in (ask, answer)]
        nothing = os.open("/dev/null", os.O_RDWR)
        for number in range(3):
            os.dup2(nothing, number)
        for number, one in zip((3, 4), high, strict=True):
            os.dup2(one, number)
        os.closerange(5, 256)
        os.execve(path, [path, *FLAGS, "about:blank"], ALONE)  # noqa: S606 -- no shell, and nothing of ours in its environment
    finally:
        os._exit(1)
