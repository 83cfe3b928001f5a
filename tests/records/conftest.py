"""The cast at work, a year and more before the story's Wednesday."""

from tests.casework.conftest import as_, time_comes
from tests.cast import cast

__all__ = ["as_", "cast", "time_comes"]
