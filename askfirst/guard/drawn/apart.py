"""A place for a browser that has no network, writes no file and sees none of ours: a root of its own in memory, gone with its last process.

Linux alone, and only where a person without rights may make such a place; where not, OSError, and nothing is started.
"""

import contextlib
import ctypes
import os
import resource
import signal
from pathlib import Path

from askfirst.guard.limits import Limits

__all__ = ["HOME", "held", "set_apart"]

MOUNTS, PROCESSES, TALK, NAMES, USER, NETWORK = 0x00020000, 0x20000000, 0x08000000, 0x04000000, 0x10000000, 0x40000000
BIND, ALL, PRIVATE, NO_SETUID, NO_DEVICE, DETACH, WITH_PARENT = 0x1000, 0x4000, 0x40000, 2, 4, 2, 1
CALLS = {"x86_64": (442, 155), "aarch64": (442, 41)}  # mount_setattr and pivot_root: the C library has no name for them
READ_ONLY, OF_ALL_BELOW, HERE = 1, 0x8000, -100
SHOWN = (
    "/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/opt", "/etc/alternatives", "/etc/fonts", "/etc/ld.so.cache", "/etc/chromium",
    "/etc/chromium.d", "/etc/opt", "/var/cache/fontconfig",
)  # fmt: skip
"""What a browser needs of this machine, and no more: programs and letters, to be read alone. No home, no data, no sockets."""
DEVICES = ("null", "zero", "full", "random", "urandom")
HOME = "/tmp"  # noqa: S108 -- of the place's own, in memory
ROOM = b"size=64m,mode=0700"
_calls = ctypes.CDLL(None, use_errno=True)


def _must(result: int) -> None:
    """Raises OSError."""
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _mounted(what: str, where: str, kind: bytes | None = None, flags: int = 0, data: bytes | None = None) -> None:
    """Raises OSError."""
    _must(_calls.mount(what.encode(), where.encode(), kind, ctypes.c_ulong(flags), data))


def _with_parent() -> None:
    """Whoever started this ends: so does this."""
    _must(_calls.prctl(WITH_PARENT, signal.SIGKILL))


def set_apart(most: Limits) -> int:
    """0 in the process that is set apart, its number in the one that waits for it. Raises OSError where that is not allowed."""
    user, group = os.getuid(), os.getgid()
    _with_parent()
    _must(_calls.unshare(USER | NETWORK | MOUNTS | PROCESSES | TALK | NAMES))
    for name, said in (("setgroups", "deny"), ("uid_map", "1000 %d 1" % user), ("gid_map", "1000 %d 1" % group)):
        Path("/proc/self", name).write_text(said)  # nobody in there, whoever it is out here
    number = os.fork()
    if number == 0:
        _with_parent()
        _own_root()
        _held_to(most)
    return number


def _own_root() -> None:
    """Raises OSError."""
    _mounted("none", "/", flags=ALL | PRIVATE)
    _mounted("none", "/tmp", b"tmpfs", NO_SETUID | NO_DEVICE, ROOM)  # noqa: S108 -- the new root lies there
    root = "/tmp/root"  # noqa: S108
    for name in ("", "/dev", "/dev/shm", "/proc", "/tmp"):  # noqa: S108
        Path(root + name).mkdir()
    _mounted(root, root, flags=BIND)
    for one in SHOWN:
        _put_in(one, root)
    for name in DEVICES:
        Path(root, "dev", name).touch()
        _mounted("/dev/" + name, root + "/dev/" + name, flags=BIND)
    _mounted("proc", root + "/proc", b"proc", NO_SETUID | NO_DEVICE)  # in which only its own processes stand
    os.chdir(root)
    _must(_calls.syscall(_numbers()[1], b".", b"."))
    _must(_calls.umount2(b".", DETACH))
    os.chdir("/")


def _numbers() -> tuple[int, int]:
    """Raises OSError on a machine that was not tried."""
    try:
        return CALLS[os.uname().machine]
    except KeyError:
        raise OSError from None


def _put_in(one: str, root: str) -> None:
    """What stands at `one`, to be read alone, all that lies below it too. Raises OSError."""
    here, there = Path(one), Path(root + one)
    there.parent.mkdir(parents=True, exist_ok=True)
    if here.is_symlink():
        there.symlink_to(here.readlink())
        return
    if not here.exists():
        return
    if here.is_dir():
        there.mkdir()
    else:
        there.touch()
    _mounted(one, str(there), flags=BIND | ALL)
    flags = (ctypes.c_uint64 * 4)(READ_ONLY, 0, 0, 0)
    _must(_calls.syscall(_numbers()[0], HERE, str(there).encode(), OF_ALL_BELOW, ctypes.byref(flags), ctypes.sizeof(flags)))


def _held_to(most: Limits) -> None:
    """Each of its processes. Memory is counted by `held`: a browser maps far more than it ever touches."""
    for what, cap in (
        (resource.RLIMIT_CPU, most.cpu),
        (resource.RLIMIT_FSIZE, most.output * 16),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (cap, cap))


def held() -> int:
    """Bytes of memory that all processes in here hold, without what they share with files."""
    kibibytes = 0
    for one in Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(OSError):  # it has just ended
            for line in one.read_bytes().splitlines():
                if line.startswith((b"RssAnon:", b"RssShmem:")):
                    kibibytes += int(line.split()[1])
    return kibibytes * 1_024
