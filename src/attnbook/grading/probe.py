"""What a student might try, for the doctor to run in the sandbox as if it were theirs.

Each function returns how far it got. It is run as a cell, so it imports for itself.
"""

import ctypes
import os
import socket
import sys
import time

_NEW_USER = 0x10000000
_MB = 1024 * 1024


def user() -> int:
    """Return the number of the user that this runs as."""
    return os.getuid()


def connect(port: int) -> bool:
    """Connect to a port of this machine."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def list_readable(paths: list[str]) -> list[str]:
    """Name the paths that can be seen."""
    return [path for path in paths if os.path.exists(path)]  # noqa: PTH110


def import_answers() -> bool:
    """Import the book's own formulas."""
    try:
        import attnbook.reference  # noqa: F401
    except ImportError:
        return False
    return True


def fill(most: int) -> dict[str, int]:
    """Fill every writable place; return how many MB each took."""
    taken = {}
    places = [
        "/",
        "/dev",
        "/dev/shm",
        "/tmp",
        "/var/tmp",
        "/run",
        sys.prefix,
        "/worker",
    ]
    for place in places:
        taken[place] = 0
        for number in range(most // 8):
            path = f"{place}/{number}"
            try:
                with open(path, "wb") as file:  # noqa: PTH123
                    file.write(b"x" * 8 * _MB)
            except OSError:
                break
            taken[place] += 8
        for number in range(most // 8 + 1):
            try:
                os.unlink(f"{place}/{number}")  # noqa: PTH108
            except OSError:
                break
    return {place: size for place, size in taken.items() if size}


def fork(most: int) -> int:
    """Start processes; return how many could."""
    children: list[int] = []
    try:
        while len(children) < most:
            child = os.fork()
            if child == 0:
                time.sleep(20)
                os._exit(0)
            children.append(child)
    except OSError:
        pass
    for child in children:
        os.kill(child, 9)
        os.waitpid(child, 0)
    return len(children)


def nest() -> bool:
    """Become root of a user namespace of one's own."""
    return ctypes.CDLL(None).unshare(_NEW_USER) == 0


def take_memory(size: int) -> bool:
    """Take some memory, in MB."""
    try:
        bytearray(size * _MB)
    except MemoryError:
        return False
    return True


def hide_memory() -> bool:
    """Take memory that does not count for a process."""
    if ctypes.CDLL(None).shmget(0, _MB, 0o1600) != -1:
        return True
    try:
        os.memfd_create("hidden")
    except OSError:
        return False
    return True


def see_processes() -> int:
    """Count the processes that can be seen."""
    return sum(name.isdigit() for name in os.listdir("/proc"))  # noqa: PTH208
