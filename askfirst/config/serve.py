"""`askfirst serve`: pages and API on one address, by gunicorn; Ctrl-C stops it."""

import os
import sys
from pathlib import Path

import click

from askfirst.cli.main import Cannot
from askfirst.config.environment import BadSettings, Settings, read_environment
from askfirst.words import say

__all__ = ["command"]


def _make_ready(settings: Settings) -> None:
    """The folders a server needs, for its own user alone."""
    for name in ("db", "static", "tmp"):
        (settings.data / name).mkdir(parents=True, exist_ok=True, mode=0o700)


def _gunicorn(settings: Settings, port: int) -> list[str]:
    """Threads, preloaded, no access log: a check leaves no line."""
    address = "127.0.0.1" if settings.mode == "demo" else "0.0.0.0"  # noqa: S104 -- production stands behind a proxy of the Trust's
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


@click.command(name="serve", help="Serve the pages and the API (PORT= chooses the port, 8000 otherwise).")
@click.option("--port", type=click.IntRange(1, 65535), envvar="PORT", default=8000, show_default=True)
def command(*, port: int) -> None:
    """Gathers the static files, then becomes the server."""
    try:
        settings = read_environment()
    except BadSettings as problem:
        raise Cannot(say("{why}", why=problem)) from None
    _make_ready(settings)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askfirst.config.settings")
    if os.spawnl(os.P_WAIT, sys.executable, sys.executable, "-m", "django", "collectstatic", "--noinput", "--verbosity=0") != 0:  # noqa: S606 -- our own program
        raise Cannot(say("The style sheets could not be gathered. Check that the data folder can be written."))
    click.echo(str(say("AskFirst is at http://localhost:{port}. No sign-in is needed. Ctrl-C stops it.", port=port)))
    sys.stdout.flush()
    arguments = _gunicorn(settings, port)
    os.execv(arguments[0], arguments)  # noqa: S606 -- our own program, no shell
