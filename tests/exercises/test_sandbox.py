"""The doctor finds each hole in a sandbox, and none in ours."""

import os
import shutil
import subprocess
import sys
import time

import pytest

from attnbook.__main__ import main
from attnbook.grading import doctor
from attnbook.grading import sandbox as sandboxes
from attnbook.grading.doctor import Finding, examine, holes_found, starts
from attnbook.grading.learners import Elsewhere
from attnbook.grading.sandbox import (
    NOBODY,
    NoSandboxError,
    sandboxed,
    unsandboxed,
)

from .small import processes_with, wait_until

pytestmark = pytest.mark.slow


def ill(findings: list[Finding]) -> list[str]:
    return [finding.what for finding in findings if not finding.is_well]


def weakened(*flags: str, instead: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Take a run of flags out of the command of the sandbox."""
    command = list(sandboxed().command)
    size = len(flags)
    for at in reversed(range(len(command))):
        if tuple(command[at : at + size]) == flags:
            command[at : at + size] = instead
            return tuple(command)
    raise AssertionError(f"the sandbox has no {flags}")


@pytest.mark.usefixtures("sandbox")
def test_this_machine_grades_safely():
    assert ill(examine()) == []


@pytest.mark.usefixtures("sandbox")
def test_the_command_says_so(capsys):
    assert main(["doctor"]) == 0
    assert capsys.readouterr().out.endswith("\nThis machine can grade safely.\n")


ALL_BUT = ("--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-uts")
HOLES = {
    "it has no network": (("--unshare-all",), ALL_BUT),
    "it can't make a sandbox of its own": (("--disable-userns",), ()),
    "it can start a few processes only": (("--bounded",), ()),
    "it sees no process but its own": (
        ("--proc", "/proc"),
        ("--ro-bind", "/proc", "/proc"),
    ),
    "it can't hide memory where no limit counts it": (("--seccomp", "FILTER"), ()),
    "it can't see your files": (
        ("--remount-ro", "/"),
        ("--symlink", "/proc/version", "/etc/passwd", "--remount-ro", "/"),
    ),
}


@pytest.mark.usefixtures("sandbox")
@pytest.mark.parametrize("what", HOLES)
def test_the_doctor_finds_a_hole(what):
    out, instead = HOLES[what]
    assert what in ill(list(holes_found(weakened(*out, instead=instead))))


@pytest.mark.usefixtures("sandbox")
@pytest.mark.parametrize(
    ("out", "instead"),
    [
        (("--remount-ro", "/"), ()),
        (("--remount-ro", "/dev"), ()),
        (("--size", str(sandboxes.SCRATCH), "--tmpfs", "/tmp"), ("--tmpfs", "/tmp")),
    ],
)
def test_the_doctor_finds_a_place_without_a_limit(out, instead):
    what = "it can't fill the disk or the memory with files"
    assert what in ill(list(holes_found(weakened(*out, instead=instead))))


def test_without_a_sandbox_the_doctor_finds_much():
    found = ill(list(holes_found(unsandboxed().command)))
    assert "it has no network" in found
    assert "it can't see your files" in found


@pytest.mark.usefixtures("sandbox")
def test_as_root_the_process_is_another_user_s():
    """Outside, where a limit on processes counts, and inside."""
    cell = "import os\ndef f():\n    return [os.getuid(), os.getgid(), os.getgroups()]"
    with Elsewhere([cell], command=sandboxed().command) as learner:
        user, group, groups = learner.call("f", [], {})["value"]
    if os.geteuid() == 0:
        assert (user, group, groups) == (NOBODY, NOBODY, [])
    else:
        assert user == os.geteuid()


@pytest.mark.usefixtures("sandbox")
def test_a_user_who_is_not_root_can_grade_too():
    said = subprocess.run(
        [*as_another_user(), "-m", "attnbook", "doctor"],
        capture_output=True,
        text=True,
        timeout=120,
        cwd="/",
    )
    assert "This machine can grade safely." in said.stdout, said.stdout + said.stderr


@pytest.mark.usefixtures("sandbox")
def test_a_grader_that_is_killed_leaves_nothing_running():
    token = f"attnbook-{os.getpid()}-{time.time_ns()}"
    cell = f"""
import os, sys
os.execv(sys.executable, [sys.executable, "-c", "while 1: pass", "{token}"])
"""
    script = f"""
import os
from attnbook.grading.learners import Elsewhere
from attnbook.grading.sandbox import sandboxed
print(os.getpid(), flush=True)
Elsewhere([{cell!r}], command=sandboxed().command).call("f", [], {{}})
"""
    with subprocess.Popen(
        [*as_another_user(), "-c", script], stdout=subprocess.PIPE, cwd="/"
    ) as running:
        grader = int(running.stdout.readline())
        wait_until(lambda: len(processes_with(f"while 1: pass\0{token}")) == 1)
        os.kill(grader, 9)
        wait_until(lambda: not processes_with(f"while 1: pass\0{token}"), patience=2)


def as_another_user() -> list[str]:
    """Start Python as a user who is not root; root makes a view that one can enter."""
    package = str(sandboxes.WORKER.parents[2])
    python = ["env", f"PYTHONPATH={package}", "HOME=/tmp", sys.executable]
    if os.geteuid() != 0:
        return python
    command = [*sandboxes._as_nobody(sandboxes._shown())]
    at = command.index("--")
    scratch = ["--chmod", "1777", "/tmp"]  # as it is: a clone may lie below it
    command[at:at] = [*scratch, "--ro-bind", package, package]
    return [*command, *python]


@pytest.mark.usefixtures("sandbox")
def test_a_package_that_is_installed_is_hidden(tmp_path, monkeypatch):
    installed = tmp_path / "python3.11" / "site-packages"
    (installed / "attnbook" / "reference").mkdir(parents=True)
    (installed / "numbers").mkdir()
    tmp_path.chmod(0o755)
    libraries = (*sandboxes._LIBRARIES, str(tmp_path))
    monkeypatch.setattr(sandboxes, "_LIBRARIES", libraries)
    cell = f"""
import os
def f():
    place = {str(installed)!r}
    return [sorted(os.listdir(place)), os.listdir(place + "/attnbook")]
"""
    with Elsewhere([cell], command=sandboxed().command) as learner:
        assert learner.call("f", [], {})["value"] == [["attnbook", "numbers"], []]


# -- what is missing -------------------------------------------------------------------
def without(monkeypatch, program: str) -> None:
    real = shutil.which
    monkeypatch.setattr(
        shutil, "which", lambda name: None if name == program else real(name)
    )


def test_a_machine_without_bubblewrap_is_told_how_to_get_it(monkeypatch, capsys):
    without(monkeypatch, "bwrap")
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "✗ bubblewrap is not installed" in said
    assert "apt-get install bubblewrap" in said


def test_another_system_is_told_where_it_works(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(NoSandboxError, match="Linux, and this is darwin"):
        sandboxed()


def test_root_who_can_t_become_nobody_is_refused(monkeypatch):
    monkeypatch.setattr(sandboxes, "_is_root", lambda: True)
    without(monkeypatch, "setpriv")
    if shutil.which("bwrap") is None:
        pytest.skip("NOT CHECKED: there is no bubblewrap")
    with pytest.raises(NoSandboxError, match="this is root"):
        sandboxed()


@pytest.mark.parametrize(
    ("said", "helps"),
    [
        ("bwrap: setting up uid map: Permission denied", "apparmor"),
        ("bwrap: No permissions to create new namespace, likely", "sysctl"),
        ("bwrap: Can't mount proc on /newroot/proc", "--privileged"),
        ("bwrap: execvp python: Permission denied", "chmod -R go+rX"),
    ],
)
def test_what_bubblewrap_says_is_told_with_what_helps(said, helps):
    finding = starts(["sh", "-c", f'echo "{said}" >&2; exit 1'])
    assert not finding.is_well
    assert said in finding.what
    assert helps in finding.as_text()


@pytest.mark.usefixtures("sandbox")
def test_an_old_bubblewrap_is_too_old(monkeypatch):
    monkeypatch.setattr(doctor, "_output", lambda *_: "bubblewrap 0.6.1\n")
    assert ill(examine()) == ["bubblewrap 0.6.1"]
