"""Collect files by their paths, and write them as a folder or as a zip."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

import attnbook
from attnbook.files import write_output

TEMPLATES = Path(__file__).parent / "templates"
_PACKAGE = Path(attnbook.__file__).parent
_KINDS = {".py", ".css", ".js", ".j2", ".mplstyle"}
Files = dict[str, bytes]


def package(without: Iterable[str] = (), only: Iterable[str] = ()) -> Files:
    """Collect the sources of the package, as ``src/attnbook/...``.

    Args:
        without: Parts to leave out, such as ``scaffold``.
        only: Parts to take, if not all.
    """
    wanted = tuple(only)
    left_out = tuple(without)
    return {
        f"src/attnbook/{name}": path.read_bytes()
        for name, path in _sources()
        if not _within(name, left_out) and (not wanted or _within(name, wanted))
    }


def _sources() -> Iterator[tuple[str, Path]]:
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix in _KINDS and path.is_file():
            yield path.relative_to(_PACKAGE).as_posix(), path


def _within(name: str, parts: tuple[str, ...]) -> bool:
    path = PurePosixPath(name)
    return any(path.is_relative_to(part) for part in parts)


def write(
    files: Mapping[str, bytes], out: Path, executable: Iterable[str] = ()
) -> None:
    """Write the files as a zip, if it is called so, else as a folder.

    The same files make the same zip, byte for byte.

    Raises:
        ValueError: If the folder holds something already, or nothing can be written.
    """
    runs = set(executable)
    if out.suffix == ".zip":
        write_output(out, _zipped(files, runs))
        return
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise ValueError(f"{out} is not an empty folder: choose another place")
    try:
        for name, content in files.items():
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            path.chmod(0o755 if name in runs else 0o644)
    except OSError as error:
        raise ValueError(f"{out} cannot be written: {error.strerror}") from None


def _zipped(files: Mapping[str, bytes], runs: set[str]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name)  # of 1980, so that time changes nothing
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if name in runs else 0o100644) << 16
            archive.writestr(entry, files[name])
    return whole.getvalue()
