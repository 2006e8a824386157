"""Run notebooks so that running them again changes not one byte."""

import os
import re
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from attnbook.files import replace_file
from attnbook.notebooks.canonical import canonicalise, fold_answers
from attnbook.notebooks.files import (
    NotebookError,
    as_text,
    read_notebook,
)

# What else would make two runs differ: threads, hash seeds, dates, progress bars,
# and where figures go. nbval must run under the same.
ENVIRONMENT = {
    "ATTNBOOK_REPRODUCIBLE": "1",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "OMP_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "0",
}
_ANSI = re.compile(r"\x1b\[[0-9;]*m")  # colours, which a log would show as codes
_FAILURES = (CellExecutionError, CellTimeoutError, DeadKernelError)


class _Client(NotebookClient):
    """A client whose kernel may be stopped twice, as an interrupt does."""

    async def _async_cleanup_kernel(self) -> None:
        if self.km is not None:
            await super()._async_cleanup_kernel()

    @property
    def was_interrupted(self) -> bool:
        return hasattr(self, "_async_cleanup_kernel_future")  # set by nbclient alone


def execute_all(paths: Iterable[Path], *, timeout: int) -> int:
    """Run notebooks and store their outputs; return how many failed.

    A notebook that fails keeps the outputs it had.
    """
    failures = 0
    for path in paths:
        start = time.perf_counter()
        print(f"{path} ... ", end="", flush=True)
        try:
            text = executed(path, timeout=timeout)
        except NotebookError as error:
            failures += 1
            print(f"failed; nothing written\n\n{error}\n")
            continue
        changed = text != path.read_text("utf-8")
        if changed:
            replace_file(path, text)
        seconds = time.perf_counter() - start
        print(f"{seconds:.0f} s, {'outputs stored' if changed else 'unchanged'}")
    return failures


def executed(path: Path, *, timeout: int = 600) -> str:
    """Run a notebook in its own folder; return the text of the file to store.

    Args:
        path: The notebook; it is only read.
        timeout: Seconds that one cell may take.

    Raises:
        NotebookError: If the file is not a notebook, or a cell fails.
    """
    notebook = read_notebook(path)
    notebook.metadata.pop("widgets", None)
    client = _Client(
        notebook,
        timeout=timeout,
        kernel_name="python3",
        record_timing=False,
        extra_arguments=["--log-level=CRITICAL"],  # the rest is noise
        resources={"metadata": {"path": str(path.resolve().parent)}},
    )
    # A reader's own IPython start-up files must not leak into the book.
    with tempfile.TemporaryDirectory() as home:
        try:
            client.execute(env=os.environ | ENVIRONMENT | {"IPYTHONDIR": home})
        except BaseException as error:
            if client.was_interrupted:  # nbclient raises whatever then breaks first
                raise KeyboardInterrupt from None
            if isinstance(error, _FAILURES):
                raise NotebookError(_story(path, notebook, error)) from None
            raise
    fold_answers(notebook)
    canonicalise(notebook)
    return as_text(notebook)


def _story(path: Path, notebook: NotebookNode, error: Exception) -> str:
    """Tell which cell failed, show it, and say why."""
    number = next(
        (
            n
            for n, cell in enumerate(notebook.cells, start=1)
            if any(o.output_type == "error" for o in cell.get("outputs", []))
        ),
        None,
    )
    where = f"{path}: cell {number}" if number else str(path)
    return f"{where}\n{_ANSI.sub('', str(error))}"
