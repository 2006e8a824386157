"""Find the notebooks that students handed in: in a folder, or in a zip of an LMS.

Moodle and Canvas write who handed in what into the names of files and folders. Nothing
of a zip is unpacked: its files are read, one at a time, and never more than `LARGEST`
bytes of one, whatever it says about itself.
"""

import contextlib
import hashlib
import os
import re
import stat
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from attnbook.grading.record import Student
from attnbook.grading.run import clean

LARGEST = 20_000_000  # bytes of a notebook
_MOST = 20_000  # files in a zip
_MOODLE = re.compile(r"(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?P<kind>[a-z]+)_?")
_CANVAS = re.compile(r"(?P<name>[^_]+)_(?:LATE_)?(?P<id>\d+)_\d+_.")
_LITTER = {"__MACOSX", "Thumbs.db", "desktop.ini"}
_SLUG = 40  # characters


class UnreadableError(ValueError):
    """Why a submission could not be graded, in words for the student."""


@dataclass(frozen=True)
class Submission:
    """A file that a student handed in.

    Attributes:
        file: Its path within the folder or the zip.
        read: Gives its bytes, or raises `UnreadableError`.
    """

    file: str
    read: Callable[[], bytes]

    @property
    def label(self) -> str:
        """The path as it can be printed."""
        exact = self.file.encode("utf-8", "surrogateescape")
        return clean(exact.decode("utf-8", "replace"))

    @property
    def name(self) -> str:
        """A short name, fit for a file, that no other file of the folder has."""
        path = PurePosixPath(self.label)
        words = self.student.name if len(path.parts) > 1 else path.stem
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_SLUG]
        exact = self.file.encode("utf-8", "surrogateescape")
        return f"{slug or 'submission'}-{hashlib.sha256(exact).hexdigest()[:8]}"

    @property
    def student(self) -> Student:
        """Who handed it in, as far as the path says."""
        path = PurePosixPath(self.label)
        for pattern in (_MOODLE, _CANVAS):
            if found := pattern.match(path.parts[0]):
                return Student(found["id"], found["name"])
        return Student("", path.parts[0] if len(path.parts) > 1 else path.stem)


def find_submissions(path: Path) -> list[Submission]:
    """List what was handed in, in the order of the paths.

    A folder of a student's in which there is no notebook, and a file beside the
    others that is none, count too: nobody gets lost.

    Raises:
        ValueError: If there is nothing, or the path is neither a folder nor a zip.
    """
    if path.is_dir():
        files = list(_in_folder(path))
    elif zipfile.is_zipfile(path):
        files = list(_in_zip(path))
    elif path.suffix == ".ipynb" and path.exists():
        files = [Submission(path.name, lambda: _bytes_of(path))]
    elif path.exists():
        raise ValueError(f"{path} is neither a folder nor a zip nor a notebook")
    else:
        raise ValueError(f"{path}: there is no such folder or file")
    files = sorted(_unwrapped(files), key=lambda one: one.file)
    found = list(_wanted(files))
    if not found:
        raise ValueError(f"{path}: nothing was handed in")
    return found


def _unwrapped(files: list[Submission]) -> list[Submission]:
    """Leave out one folder that holds all that the others handed in."""
    wraps = {f.file.partition("/")[0] for f in files}
    inner = {f.file.partition("/")[2].partition("/")[0] for f in files}
    if len(wraps) > 1 or len(inner) < 2 or any(map(_MOODLE.match, wraps)):
        return files
    return [replace(f, file=f.file.partition("/")[2]) for f in files]


def _wanted(files: list[Submission]) -> Iterator[Submission]:
    """Leave out litter, and what lies beside a notebook in a student's folder."""
    owners = {_owner(f) for f in files if _is_notebook(f)}
    without: set[str] = set()
    for file in files:
        owner = _owner(file)
        if _is_notebook(file):
            yield file
        elif owner not in owners | without and not _is_online_text(owner):
            without.add(owner)
            yield file


def _is_notebook(file: Submission) -> bool:
    return file.file.lower().endswith(".ipynb")


def _owner(file: Submission) -> str:
    """Name the student's folder, or the file, if it is in none."""
    return PurePosixPath(file.file).parts[0]


def _is_online_text(owner: str) -> bool:
    """Tell what Moodle adds for a text field from what somebody handed in."""
    found = _MOODLE.match(owner)
    return found is not None and found["kind"] == "onlinetext"


def _is_litter(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return any(part in _LITTER or part.startswith(".") for part in parts)


def _in_folder(folder: Path) -> Iterator[Submission]:
    for place, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in [*files, *links]:
            path = Path(place) / name
            relative = path.relative_to(folder).as_posix()
            if not _is_litter(relative):
                yield Submission(relative, lambda path=path: _bytes_of(path))


def _bytes_of(path: Path) -> bytes:
    """Read a file that is one, and no link or pipe."""
    if path.is_symlink():
        raise UnreadableError("a link, not a file")
    if not path.is_file():
        raise UnreadableError("no file")
    try:
        with path.open("rb") as file:
            return _bounded(file.read(LARGEST + 1))
    except OSError as error:
        raise UnreadableError(f"unreadable: {error.strerror}") from None


def _bounded(content: bytes) -> bytes:
    if len(content) > LARGEST:
        raise UnreadableError(
            f"larger than {LARGEST // 1_000_000} MB: clear the outputs and hand it in "
            "again"
        )
    return content


def _in_zip(path: Path) -> Iterator[Submission]:
    """List the files of a zip; of two with one name, the second gets a number."""
    archive = zipfile.ZipFile(path)  # closed with the last of its submissions
    members = [m for m in archive.infolist() if not m.is_dir()]
    if len(members) > _MOST:
        raise ValueError(f"{path} has {len(members)} files: that can't be one class")
    seen: Counter[str] = Counter()
    for member in members:
        inside = PurePosixPath(_name_of(member))
        if not inside.name or _is_litter(str(inside)):
            continue
        seen[str(inside)] += 1
        if (number := seen[str(inside)]) > 1:
            inside = inside.with_stem(f"{inside.stem} ({number})")
        yield Submission(str(inside), lambda m=member: _unzipped(archive, m))


def _name_of(member: zipfile.ZipInfo) -> str:
    """Read a member's name as UTF-8, and leave out what would lead elsewhere."""
    name = member.filename
    if not member.flag_bits & 0x800:  # no promise of UTF-8, which it often is
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    name = re.sub(r"^[A-Za-z]:", "", name.replace("\\", "/"))
    return "/".join(part for part in name.split("/") if part not in ("", ".", ".."))


def _unzipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if stat.S_ISLNK(member.external_attr >> 16):
        raise UnreadableError("a link, not a file")
    try:
        with archive.open(member) as file:
            content = file.read(LARGEST + 1)
    except Exception as error:  # whatever a broken or encrypted zip makes of it
        raise UnreadableError(f"broken in the zip: {clean(error)}") from None
    return _bounded(content)
