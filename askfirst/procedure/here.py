"""Whose pack this is: the folder that ASKFIRST_TRUST names; with none, the invented trust's, which the demo needs. Pure but for that name.

What AskFirst brings for any trust (topics, scenarios, signs of known clauses, readings) lies in the shipped folder; a trust's own folder
needs `trust.toml` alone, and may hold its editions too.
"""

import os
from collections.abc import Mapping
from pathlib import Path

__all__ = ["SHIPPED", "TRUST", "pack", "pack_named"]

SHIPPED = Path(__file__).parent / "packs" / "ridgeway"
TRUST = "ASKFIRST_TRUST"


def pack_named(environ: Mapping[str, str]) -> Path:
    """The folder that an environment names."""
    named = environ.get(TRUST, "").strip()
    return Path(named).absolute() if named else SHIPPED


def pack() -> Path:
    """The folder of the trust that this is."""
    return pack_named(os.environ)
