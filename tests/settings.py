"""Settings of the tests: a data folder of their own, style sheets under plain names, and a database that is a file."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ["ASKFIRST_DATA"] = tempfile.mkdtemp(prefix="askfirst-test-")
os.environ["ASKFIRST_HASHED_STATIC"] = "no"  # with hashed names every style sheet would answer 404 and axe pass on the bare page
os.environ["ASKFIRST_BROWSER"] = "no"  # drawing takes a second a page; the stories about it turn it on
os.environ["ASKFIRST_READ_PICTURES"] = "no"  # reading takes seconds a photo; the stories about it turn it on

from askfirst.config.settings import *  # noqa: F403 -- the environment must stand before the settings are read
from askfirst.config.settings import DATABASES
from askfirst.trail.keyfile import make_missing

DATA = Path(os.environ["ASKFIRST_DATA"])
atexit.register(shutil.rmtree, DATA, ignore_errors=True)
for name in ("db", "static"):
    (DATA / name).mkdir()
DATABASES["default"]["TEST"] = {"NAME": str(DATA / "db" / "test.sqlite3")}
make_missing(DATA / "keys")
