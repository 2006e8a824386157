"""Write files so that nobody ever reads a half."""

import os
import tempfile
from pathlib import Path


def replace_file(path: Path, text: str) -> None:
    """Write a whole file of text or leave the old one: readers never see a half."""
    replace_bytes(path, text.encode())


def replace_bytes(path: Path, content: bytes) -> None:
    """Write a whole file or leave the old one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        fresh.chmod(path.stat().st_mode if path.exists() else 0o644)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def write_output(path: Path, content: str | bytes) -> None:
    """Write a file that somebody named on the command line.

    Raises:
        ValueError: If it cannot be written there.
    """
    try:
        replace_bytes(path, content.encode() if isinstance(content, str) else content)
    except OSError as error:
        raise ValueError(f"{path} cannot be written: {error.strerror}") from None
