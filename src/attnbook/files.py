"""Write files so that nobody ever reads a half."""

import os
import tempfile
from pathlib import Path


def replace_file(path: Path, text: str) -> None:
    """Write the whole file or leave the old one: readers never see a half."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        fresh.chmod(path.stat().st_mode if path.exists() else 0o644)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def write_output(path: Path, text: str) -> None:
    """Write a file that somebody named on the command line.

    Raises:
        ValueError: If it cannot be written there.
    """
    try:
        replace_file(path, text)
    except OSError as error:
        raise ValueError(f"{path} cannot be written: {error.strerror}") from None
