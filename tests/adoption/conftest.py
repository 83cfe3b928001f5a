"""The cast stands in every folder of stories about people; `by("pritchard")` is who somebody is on the stories' Monday."""

from askfirst.people.hats import Capacity
from askfirst.people.standing import standing
from tests.cast import MONDAY, cast, who
from tests.clock import london

__all__ = ["NOW", "by", "cast"]

NOW = london("2026-11-23 09:00")


def by(name, on=MONDAY):
    """Who somebody of the cast is on a day; "osei/parent" in another hat."""
    name, _, hat = name.partition("/")
    return standing(who(name), on=on, capacity=Capacity(hat) if hat else None)
