"""What a photo check costs: everything hidden read from 200 photos in one child, and a clean copy of 12 megapixels, each as a ratio.

Usage: PYTHONPATH=. python bench/photos.py [--json]. Peers: `exiftool -j` and `mat2`, one photo each time, where they are installed;
where not, the line says so, and the same work in a child of its own for each photo stands beside it. Promises: five times the rate of
exiftool; a copy in 1.5 times a bare decode and encode, and in a fifth of mat2's time; ten times the photos in at most 12 times the time.
Where a bare decode and encode of the same photo, which no copy can go below, takes more than a fifth of mat2's time, the last line says so.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image

from askfirst.guard.pictures import Pictures, look_at_picture
from tests.guard.photo_files import full_jpeg, jpeg, scene  # the pictures the tests draw

MANY, SIZE, LARGE = 200, (1_600, 1_200), (4_000, 3_000)
RATE, COPY, MAT2, LINEAR = 5.0, 1.5, 0.2, 12.0


def quickest(act: Callable[[], object], times: int = 3) -> float:
    """By the clock: a child's time is not this process's."""
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        act()
        best = min(best, time.perf_counter() - begun)
    return best


def drawn(size: tuple[int, int]) -> bytes:
    """A photo that carries everything, with as much in it as a camera puts in."""
    plain: Image.Image = scene(size)  # type: ignore[no-untyped-call]
    picture = Image.blend(plain, Image.effect_noise(size, 30).convert("RGB"), 0.2)
    made: bytes = full_jpeg(picture=picture, thumb=jpeg(picture.resize((160, 120))), orientation=1)  # type: ignore[no-untyped-call]
    return made


def warm(photos: list[bytes]) -> None:
    with Pictures() as pictures:
        for data in photos:
            pictures.look("a.jpg", data, copy=False, codes=False)


def bare(data: bytes) -> None:
    """A decode and an encode, and no more."""
    held = Image.open(BytesIO(data))
    held.load()
    held.save(BytesIO(), "JPEG", quality=90)


def kept_copy(pictures: Pictures, data: bytes) -> None:
    pictures.look("a.jpg", data, codes=False)


def peer(command: list[str], data: bytes, times: int) -> float | None:
    """Seconds for one photo by another program, started each time; None where it is not here."""
    if shutil.which(command[0]) is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jpg"

        def one() -> None:
            path.write_bytes(data)
            subprocess.run([*command, str(path)], capture_output=True, check=False, cwd=folder)

        return quickest(one, times)


def row(name: str, ratio: float | None, most: float, *, at_least: bool = False, **more: object) -> dict[str, object]:
    holds = None if ratio is None else ratio >= most if at_least else ratio <= most
    return {"bench": "photos: " + name, "ratio": ratio, "at least" if at_least else "at most": most, "holds": holds, **more}


def rows() -> list[dict[str, object]]:
    one = drawn(SIZE)
    photos = [one] * MANY
    few, all_of_them = quickest(lambda: warm(photos[: MANY // 10])), quickest(lambda: warm(photos), 2)
    each = all_of_them / MANY
    cold = quickest(lambda: look_at_picture("a.jpg", one, copy=False, codes=False))
    exiftool = peer(["exiftool", "-j"], one, 5)
    large = drawn(LARGE)
    plain = quickest(lambda: bare(large))
    with Pictures() as pictures:
        pictures.look("a.jpg", one)
        copied = quickest(lambda: kept_copy(pictures, large))
    mat2 = peer(["mat2"], large, 5)
    here = {"seconds": round(each, 4)}
    return [
        row(
            "rate of one warm child against exiftool -j one by one",
            None if exiftool is None else exiftool / each,
            RATE,
            at_least=True,
            **here,
        ),
        row("rate of one warm child against a child for each photo", cold / each, RATE, at_least=True, **here),
        row("200 photos against 20", all_of_them / few, LINEAR, seconds=round(all_of_them, 2)),
        row("a clean copy of 12 megapixels against a bare decode and encode", copied / plain, COPY, seconds=round(copied, 3)),
        row("a clean copy of 12 megapixels against mat2", None if mat2 is None else copied / mat2, MAT2, seconds=round(copied, 3)),
        row("a bare decode and encode against mat2, as it is", None if mat2 is None else plain / mat2, 9.9, seconds=round(plain, 3)),
    ]


def main() -> int:
    """1 where a promise that could be measured here does not hold."""
    found = rows()
    for one in found:
        if "--json" in sys.argv:
            print(json.dumps(one))
        else:
            ratio = "that program is not installed here" if one["ratio"] is None else "ratio " + format(one["ratio"], ".2f")
            limit = next("%s %s" % (key, one[key]) for key in ("at least", "at most") if key in one)
            print("%s: %s (%s wanted), %s s" % (one["bench"], ratio, limit, one["seconds"]))
    return int(any(one["holds"] is False for one in found))


if __name__ == "__main__":
    sys.exit(main())
