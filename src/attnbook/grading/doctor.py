"""Look whether this machine can grade safely; what is missing comes with what helps."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attnbook.grading.learners import Elsewhere, Limits, NotStartedError
from attnbook.grading.process import start
from attnbook.grading.sandbox import NOBODY, SCRATCH, NoSandboxError, sandboxed

_PROBE = Path(__file__).with_name("probe.py")
_OLDEST = (0, 8)  # of bubblewrap, that can refuse a sandbox within the sandbox
_MB = 1024**2
_HELP = {
    "uid map": "Ubuntu 24.04 and later ask for a profile: "
    "`sudo apt-get install apparmor-profiles`, then "
    "`sudo ln -s /usr/share/apparmor/extra-profiles/bwrap-userns-restrict "
    "/etc/apparmor.d/` and `sudo systemctl reload apparmor`",
    "No permissions to create new namespace": "`sudo sysctl "
    "kernel.unprivileged_userns_clone=1`; in a container, start that with "
    "`--security-opt seccomp=unconfined --security-opt apparmor=unconfined`, "
    "or grade outside it",
    "Can't mount proc": "this is a container: start it with `--privileged`, or grade "
    "outside it",
    "Permission denied": f"user {NOBODY}, as whom students' code runs, can't read "
    "the environment: `chmod -R go+rX` its folder and the package's",
}


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        what: What it was, or what is wrong with it.
        is_well: Whether it is as it has to be.
        help: What helps, if it is not.
    """

    what: str
    is_well: bool
    help: str = ""

    def as_text(self) -> str:
        """Write it as a line, with what helps in a second one."""
        more = f"\n      {self.help}" if self.help and not self.is_well else ""
        return f"{'✓' if self.is_well else '✗'} {self.what}{more}"


def examine() -> list[Finding]:
    """Look at everything that safe grading needs; stop where the rest hangs on it."""
    try:
        command = sandboxed().command
    except NoSandboxError as error:
        return [Finding(str(error), False)]
    found = [_version(_output("bwrap", "--version")), starts(command)]
    if all(finding.is_well for finding in found):
        found += holes_found(command)
    return found


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _version(said: str) -> Finding:
    """Look whether bubblewrap is new enough.

    Example:
        >>> _version("bubblewrap 0.6.1").is_well
        False
    """
    numbers = tuple(map(int, re.findall(r"\d+", said)[:2]))
    return Finding(
        said.strip() or "bubblewrap does not say its version",
        numbers >= _OLDEST,
        f"bubblewrap {'.'.join(map(str, _OLDEST))} or newer is needed: a newer system "
        "has it, such as Debian 12 or Ubuntu 24.04",
    )


def starts(command: Sequence[str]) -> Finding:
    """Look whether a worker starts in the sandbox; it ends at once, without input."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with start(command, stdin=subprocess.DEVNULL, **pipes) as worker:
        try:
            _, error = worker.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            worker.kill()
            return Finding("the sandbox does not start within a minute", False)
    said = error.decode("utf-8", "replace").strip().splitlines()
    what = f"the sandbox does not start: {said[-1] if said else worker.returncode}"
    if worker.returncode == 0:
        return Finding("the sandbox starts, and NumPy in it", True)
    told = (help for words, help in _HELP.items() if any(words in s for s in said))
    return Finding(what, False, next(told, "see what bubblewrap says"))


def holes_found(command: Sequence[str]) -> Iterator[Finding]:
    """Try, in the sandbox, what a student might try."""
    cells = [_PROBE.read_text("utf-8")]
    limits = Limits(call=20, whole=120)
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        Elsewhere(cells, limits=limits, command=command) as notebook,
    ):
        try:
            yield from _findings(notebook, server.getsockname()[1])
        except NotStartedError as error:
            yield Finding(str(error), False)


def _yours() -> list[str]:
    """List paths that no student's code should see."""
    python = (Path(sys.prefix), Path(sys.base_prefix), Path(sys.executable).resolve())
    found = [Path("/etc/passwd"), Path(__file__)]
    for folder in {Path.home().resolve(), Path().resolve()} - {Path("/")}:
        found += folder.iterdir()
    return [str(p) for p in found if not any(q.is_relative_to(p) for q in python)]


def _findings(notebook: Elsewhere, port: int) -> Iterator[Finding]:
    def ask(name: str, *args: Any) -> Any:
        return notebook.call(name, list(args), {}).get("value", "no answer")

    filled, most = ask("fill", 128), SCRATCH // _MB + 8
    bounded = isinstance(filled, dict) and all(size <= most for size in filled.values())
    forked = ask("fork", 40)
    yield Finding("students' code is not root", ask("user") not in (0, "no answer"))
    yield Finding("it has no network", ask("connect", port) is False)
    yield Finding("it can't see your files", ask("list_readable", _yours()) == [])
    yield Finding("it can't import the answers", ask("import_answers") is False)
    yield Finding("it can't fill the disk or the memory with files", bounded)
    yield Finding(
        "it can start a few processes only",
        isinstance(forked, int) and 0 <= forked < 20,
        "this kernel does not count processes in a sandbox: use Linux 5.14 or newer",
    )
    yield Finding("it can't make a sandbox of its own", ask("nest") is False)
    yield Finding("its memory is limited", ask("take_memory", 8 * 1024) is False)
    yield Finding(
        "it can't hide memory where no limit counts it",
        ask("hide_memory") is False,
        "system calls can be refused on x86-64 and ARM64: grade on one of these",
    )
    processes = ask("see_processes")
    alone = isinstance(processes, int) and 0 < processes < 10
    yield Finding("it sees no process but its own", alone)
