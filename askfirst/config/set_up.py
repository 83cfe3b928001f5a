"""Django made ready for a command that needs it: settings read, one clear line when they cannot be."""

import os

import django

from askfirst.cli.main import Cannot
from askfirst.config.environment import BadSettings, read_environment
from askfirst.words import say

__all__ = ["set_up"]


def set_up() -> None:
    """Raises Cannot."""
    try:
        read_environment()
    except BadSettings as problem:
        raise Cannot(say("{why}", why=problem)) from None
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askfirst.config.settings")
    django.setup()
