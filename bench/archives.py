"""What it costs to look through one's own archive: processor time and the child's peak memory at 1,000, 10,000 and 100,000 invented posts.

Usage: PYTHONPATH=. python bench/archives.py [--json]. Promises: 100,000 posts in 30 seconds of processor and 300 MB; a thousand posts
take no longer in a large archive than in one a tenth of its size, beyond a fifth; streaming takes less memory than
`json.loads` of the whole file.
"""

import json
import os
import resource
import subprocess
import sys
from dataclasses import replace

from askfirst.advice.archives import open_archive
from askfirst.checks.draft import Brand, Told
from askfirst.guard import child
from askfirst.guard.child import unnamed
from askfirst.guard.limits import ARCHIVE
from tests.guard.archive_files import drinkwater, packed  # the archives the tests make

vars(child)["ARCHIVE"] = replace(ARCHIVE, wall=900)  # what is measured is the processor's time: a busy machine stretches the clock's
SIZES = (1_000, 10_000, 100_000)
SECONDS, MEGABYTES, LINEAR = 30.0, 300.0, 1.2
WHOLE = (
    "import json, resource, sys; json.loads(sys.stdin.buffer.read().partition(b'=')[2]);"
    " print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
)


def looked_at(data: bytes) -> tuple[float, float]:
    """Seconds of the child's processor, and its peak memory in megabytes: in a process of its own, since a peak never comes down."""
    given = os.pipe()
    number = os.fork()
    if number == 0:
        os.close(given[0])
        with unnamed() as held:
            held.write(data)
            found = open_archive(held, Told(brands=(Brand("Northgate School"),)))
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(given[1], json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1_000, len(found.facts)]).encode())
        os._exit(0)
    os.close(given[1])
    os.waitpid(number, 0)
    with os.fdopen(given[0], "rb") as held:
        spent, peak, facts = json.loads(held.read())
    if facts < 3:
        raise SystemExit("The archive was not read.")
    return float(spent), float(peak)


def whole(script: bytes) -> float:
    """The peak of a process that reads the same posts at once, in megabytes."""
    done = subprocess.run([sys.executable, "-c", WHOLE], input=script, capture_output=True, check=True)
    return int(done.stdout) / 1_000


def row(name: str, ratio: float, most: float, **more: object) -> dict[str, object]:
    return {"bench": "archives: " + name, "ratio": ratio, "at most": most, "holds": ratio <= most, **more}


def rows() -> list[dict[str, object]]:
    spent, peak, script = {}, {}, b""
    for size in SIZES:
        held = drinkwater(size)  # type: ignore[no-untyped-call]
        script = held["data/tweets.js"]
        spent[size], peak[size] = looked_at(packed(held))  # type: ignore[no-untyped-call]
    few, some, many = SIZES
    begin = looked_at(packed(drinkwater(52)))[0]  # type: ignore[no-untyped-call]
    spent = {size: one - begin for size, one in spent.items()}
    each = {size: spent[size] / size * 1_000 for size in SIZES}
    figures = {"seconds": round(spent[many], 1), "megabytes": round(peak[many])}
    return [
        row("100,000 posts against 30 seconds", spent[many] / SECONDS, 1.0, **figures),
        row("100,000 posts against 300 MB", peak[many] / MEGABYTES, 1.0, **figures),
        row("a thousand of 100,000 posts against a thousand of 10,000", each[many] / each[some], LINEAR, seconds=round(each[many], 3)),
        row("a thousand of 10,000 posts against a thousand alone", each[some] / each[few], LINEAR, seconds=round(each[some], 3)),
        row("memory of 100,000 posts against json.loads of the same", peak[many] / whole(script), 1.0, megabytes=round(peak[many])),
    ]


def main() -> int:
    """1 where a promise does not hold."""
    found = rows()
    for one in found:
        if "--json" in sys.argv:
            print(json.dumps(one))
        else:
            more = ", ".join("%s %s" % (value, name) for name, value in one.items() if name in ("seconds", "megabytes"))
            print("%s: ratio %s (at most %s wanted), %s" % (one["bench"], format(one["ratio"], ".2f"), one["at most"], more))
    return int(any(one["holds"] is False for one in found))


if __name__ == "__main__":
    sys.exit(main())
