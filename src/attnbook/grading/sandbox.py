"""What a student's process may see and do: almost nothing, held by bubblewrap.

The command that `sandboxed` gives shows it Python and its packages, read-only, and the
worker; no network, no home, no other process; 32 MB of scratch, and no program but
Python. Root is nobody in it: root's bubblewrap first makes a view of the same few
folders, and there an unprivileged user starts the bubblewrap that counts. A limit on
processes would do nothing for root, and a folder that only root can enter need not be
opened to all.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from attnbook.grading.seccomp import call_filter

WORKER = Path(__file__).parent / "worker"
INSIDE = "/worker"  # where the sandbox has it
FILTER = "FILTER"  # in a command: the number of a pipe with the filter of calls
SCRATCH = 32 * 1024**2  # bytes
NOBODY = 65534
_SHM = 1024**2
_LONGEST = 180  # seconds, more than any worker may run
_LIBRARIES = ("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib")
_ENVIRONMENT = {
    "HOME": "/tmp",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "Agg",
    "MPLCONFIGDIR": "/tmp",
    "OMP_NUM_THREADS": "1",
    "PATH": "/nowhere",
    "USER": "student",
}


class NoSandboxError(ValueError):
    """Why students' code can't be shut in here, and what helps."""


@dataclass(frozen=True)
class Sandbox:
    """How to start a worker.

    Attributes:
        kind: "bwrap" or "unsandboxed", for the records.
        command: What starts it.
    """

    kind: str
    command: tuple[str, ...]


def unsandboxed() -> Sandbox:
    """Start workers with all that the user may do."""
    return Sandbox("unsandboxed", (sys.executable, "-I", str(WORKER)))


def sandboxed(secrets: Iterable[Path] = ()) -> Sandbox:
    """Shut workers in.

    Args:
        secrets: Folders that must not be within what a worker can read.

    Raises:
        NoSandboxError: If that is not possible here.
    """
    if not sys.platform.startswith("linux"):
        raise NoSandboxError(
            f"bubblewrap runs on Linux, and this is {sys.platform}: grade in a "
            "virtual machine with Linux (Windows has one: WSL 2)"
        )
    if shutil.which("bwrap") is None:
        raise NoSandboxError(
            "bubblewrap is not installed: on Debian and Ubuntu "
            "`sudo apt-get install bubblewrap`, on Fedora `sudo dnf install bubblewrap`"
        )
    shown = _shown()
    for secret in secrets:
        for folder in shown:
            if secret.resolve().is_relative_to(folder):
                raise NoSandboxError(
                    f"{secret} is within {folder}, which students' code can read: "
                    "move it elsewhere"
                )
    inner = _inner(shown)
    return Sandbox("bwrap", (*_as_nobody(shown), *inner) if _is_root() else inner)


def _is_root() -> bool:
    return os.geteuid() == 0


def _shown() -> dict[Path, Path]:
    """List the folders that Python needs: where they will be, and where they are."""
    prefixes = {Path(sys.prefix), Path(sys.base_prefix)}
    prefixes -= {Path("/usr"), Path("/usr/local")}  # these hold much else
    wanted = [*map(Path, _LIBRARIES), *sorted(prefixes)]
    shown: dict[Path, Path] = {}
    for path in [*wanted, *(p.resolve() for p in wanted), *_links(sys.executable)]:
        if path.exists() and not any(path.is_relative_to(p) for p in shown):
            shown[path] = path.resolve()
    return shown


def _links(program: str) -> Iterator[Path]:
    """Follow a link to a link to a program; each has to be there."""
    path = Path(program)
    yield path
    while path.is_symlink():
        path = path.parent / path.readlink()
        yield path


def _view(shown: dict[Path, Path], worker: str) -> list[str]:
    """Show some folders read-only and the worker, and hide the book's own package."""
    args = []
    for parent in _parents(shown):  # else only their owner could enter them
        args += ["--dir", str(parent)]
    for path, source in shown.items():
        args += ["--ro-bind", str(source), str(path)]
        for copy in _copies_of_the_package(path):
            args += ["--tmpfs", str(copy), "--remount-ro", str(copy)]
    args += ["--ro-bind", worker, INSIDE]
    return [*args, "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"]


def _copies_of_the_package(folder: Path) -> list[Path]:
    own = {WORKER.parents[1]} if WORKER.is_relative_to(folder) else set()
    places = ("lib/python*/*-packages/attnbook", "python*/*-packages/attnbook")
    return sorted(own.union(*map(folder.glob, places)))


def _parents(shown: Iterable[Path]) -> list[Path]:
    parents = {p for path in [*shown, Path("/etc/x")] for p in path.parents}
    return sorted(parents - set(shown) - {Path("/")})


def _inner(shown: dict[Path, Path]) -> tuple[str, ...]:
    """Make the command of the sandbox itself."""
    worker = INSIDE if _is_root() else str(WORKER)
    settings = [a for pair in _ENVIRONMENT.items() for a in ("--setenv", *pair)]
    return (
        *("bwrap", "--unshare-all", "--unshare-user", "--disable-userns"),
        *("--die-with-parent", "--new-session", "--hostname", "sandbox"),
        *("--clearenv", *settings),
        *("--proc", "/proc", "--dev", "/dev"),
        # Without these the devices' folder would be scratch without a limit.
        *("--size", str(_SHM), "--tmpfs", "/dev/shm", "--remount-ro", "/dev"),
        # Before the view, of which a part may be in there.
        *("--size", str(SCRATCH), "--tmpfs", "/tmp"),
        *_view(shown, worker),
        *("--remount-ro", "/", "--chdir", "/tmp"),
        *(("--seccomp", FILTER) if call_filter() else ()),
        *("--", sys.executable, "-I", INSIDE, "--bounded"),
    )


def _as_nobody(shown: dict[Path, Path]) -> Sequence[str]:
    """Let root make the view, and an unprivileged user go on from there."""
    for name, package in (("setpriv", "util-linux"), ("timeout", "coreutils")):
        if shutil.which(name) is None:
            raise NoSandboxError(
                f"this is root, and {name} is not installed, which students' code is "
                f"started with: grade as another user, or install {package}"
            )
    programs = [p for p in ("/usr/bin", "/bin") if Path(p).exists()]
    return (
        *("bwrap", "--die-with-parent", "--tmpfs", "/tmp"),
        *_view(shown, str(WORKER)),
        *(a for p in programs for a in ("--ro-bind", p, p)),
        *("--dev-bind", "/dev", "/dev", "--bind", "/proc", "/proc"),
        *("--", "setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY)),
        *("--clear-groups", "--"),
        # No signal of a dying parent reaches another user's process: should the grader
        # be killed, this ends what it started.
        *("timeout", "--foreground", "--signal", "KILL", str(_LONGEST)),
    )
