"""People who manage each other in a ring, so that a question would go round for ever; pure."""

from collections.abc import Callable, Mapping

from askfirst.people.roster.read import Place
from askfirst.words import say

__all__ = ["rings"]

SHOWN = 5


def rings(managers: Mapping[str, tuple[str, int]], name: Callable[[str], str]) -> list[Place]:
    """Each ring once, at the first of its lines. `managers`: for a person their manager, and the line that says so (0: no line)."""
    done, found = set[str](), list[Place]()
    for start in managers:
        path: dict[str, int] = {}
        here = start
        while here and here not in done and here not in path:
            path[here] = len(path)
            here = managers.get(here, ("", 0))[0]
        if here in path:
            ring = list(path)[path[here] :]
            lines = [managers[one][1] for one in ring if managers[one][1]]
            if lines:
                shown = ", ".join(name(one) for one in ring[:SHOWN])
                more = say("{names} and others", names=shown) if len(ring) > SHOWN else say("{names}", names=shown)
                found.append(
                    Place(
                        min(lines),
                        "line manager id",
                        say("These people manage each other in a ring: {names}. Break it at one.", names=more),
                    )
                )
        done.update(path)  # never |= with keys(): that copies the whole set each time
    return found
