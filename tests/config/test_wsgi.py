"""What the server makes ready before its workers are forked stays out of every later clean-up."""

import os
import subprocess
import sys

TOLD = "import gc, askfirst.config.wsgi; before = gc.get_freeze_count(); print(before > 10_000 and len(gc.get_objects()) < before / 10)"


def test_the_tables_of_the_checks_are_walked_through_by_no_clean_up(tmp_path):
    """A full clean-up that walks through them takes longer than the slowest post may."""
    environment = {**os.environ, "ASKFIRST_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "askfirst.config.settings"}
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", TOLD], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
