"""An attribute read out of its object when first asked for, and kept there: one draft is looked over by one thread."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

__all__ = ["read_once"]

T = TypeVar("T")


class read_once(Generic[T]):  # noqa: N801 - written as a decorator, as the library's own are
    """As `functools.cached_property`, without the lock that Python 3.11 takes each time: nobody shares a draft, and checks ask often."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        self.read = read
        self.name = read.__name__
        self.__doc__ = read.__doc__

    def __get__(self, of: object, owner: type | None = None) -> T:
        made = of.__dict__[self.name] = self.read(of)
        return made
