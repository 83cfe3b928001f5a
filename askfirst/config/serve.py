"""`askfirst serve`: pages, API and worker together; Ctrl-C stops them, and one that stops takes the other with it."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

import click

from askfirst.cli.main import Cannot
from askfirst.config.environment import BadSettings, Settings, read_environment
from askfirst.guard.listening import taken
from askfirst.words import Sentence, say

__all__ = ["command"]

PATIENCE = 15  # seconds to finish in, after being asked to stop
LOOK = 0.2


def _gunicorn(settings: Settings, address: str, port: int) -> list[str]:
    """Threads, preloaded, no access log: a check leaves no line."""
    return [
        str(Path(sys.executable).with_name("gunicorn")),
        "askfirst.config.wsgi:application",
        "--bind={}:{}".format(address, port),
        "--workers=2",
        "--threads=4",
        "--preload",
        "--no-control-socket",
        "--worker-tmp-dir={}".format(settings.data / "tmp"),
        "--log-level=warning",
        "--limit-request-line=4094",
    ]


@click.command(name="serve", help="Serve the pages and the API, and do what is due (PORT= chooses the port, 8000 otherwise).")
@click.option("--port", type=click.IntRange(1, 65535), envvar="PORT", default=8000, show_default=True)
def command(*, port: int) -> int:
    """Makes everything ready, then starts web and worker and watches over both. Raises Cannot."""
    try:
        settings = read_environment()
    except BadSettings as problem:
        raise Cannot(say("{why}", why=problem)) from None
    address = "127.0.0.1" if settings.mode == "demo" else "0.0.0.0"  # noqa: S104 -- production stands behind a proxy of the Trust's
    if taken(address, port):
        raise Cannot(say("Port {port} is in use, or not ours to use. Stop what runs there, or choose another with PORT=.", port=port))
    environment = dict(os.environ)
    here = "http://localhost:{}".format(port)
    if settings.mode == "demo":
        environment.setdefault("ASKFIRST_ADDRESS", here)
    ours = str(Path(sys.executable).with_name("askfirst"))
    if subprocess.run([ours, "make-ready"], env=environment, check=False).returncode != 0:
        return 2  # it has said why, in one line
    click.echo(str(_opening(settings, here)))
    sys.stdout.flush()
    return _watch({"web": _gunicorn(settings, address, port), "worker": [ours, "work"]}, environment)


def _opening(settings: Settings, here: str) -> Sentence:
    if settings.mode == "demo":
        return say("AskFirst is at {address}. Sign in: choose a person. Ctrl-C stops it.", address=here)
    return say("AskFirst listens at {here} for {address}. Ctrl-C stops it.", here=here, address=settings.address)


def _watch(commands: Mapping[str, list[str]], environment: Mapping[str, str]) -> int:
    """Runs all until one stops or we are asked to. Exit code 0 only where we were asked."""
    asked = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(name, lambda *_: asked.set())
    running: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for part, command in commands.items():
            running[part] = subprocess.Popen(command, env=environment, start_new_session=True)  # a Ctrl-C reaches us alone
        while not asked.wait(LOOK):
            for part, process in running.items():
                if process.poll() is not None:
                    click.echo(
                        str(say("askfirst: The {part} stopped, so we stop too. Start again with `askfirst serve`.", part=part)), err=True
                    )
                    return 2
        return 0
    finally:
        _stop(running)


def _stop(running: Mapping[str, subprocess.Popen[bytes]]) -> None:
    """Asks each to finish, and ends those that do not."""
    for process in running.values():
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + PATIENCE
    for process in running.values():
        try:
            process.wait(timeout=max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
