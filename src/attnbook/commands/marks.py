"""What teachers type once marks are there: ``attnbook export``."""

import argparse
from pathlib import Path
from typing import Any

from attnbook.commands import command

_EXAMPLES = (
    "results --format csv --out marks.csv",
    "results --format moodle --fill worksheet.csv --out filled.csv",
    'results --format canvas --fill grades.csv --column "Attention (12345)" --scale '
    "--out filled.csv",
    "results --format feedback --out feedback.zip",
    "results --format gradescope --out results.zip",
)


def add(commands: Any) -> None:
    """Add the command."""
    export = command(
        commands,
        "export",
        "bring marks to where they are kept",
        "Canvas and Moodle take back the file that they exported: each mark is written "
        "into its line, found by id, e-mail address or name, and nothing else changes. "
        "Who has no mark keeps what stands there. Moodle takes the zip of feedback "
        "under 'Upload multiple feedback files in a zip'.",
        _export,
        _EXAMPLES,
    )
    export.add_argument("results", type=Path, help="what `attnbook grade` wrote")
    export.add_argument(
        "--format",
        required=True,
        choices=("csv", "gradescope", "feedback", "canvas", "moodle"),
        help="a table of your own; a zip with a results.json for each notebook; a zip "
        "with a page of feedback for each; or the file of an LMS, which needs --fill",
    )
    export.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="FILE",
        help="the file to write, another than that of --fill",
    )
    export.add_argument(
        "--fill", type=Path, metavar="CSV", help="the file that the LMS exported"
    )
    export.add_argument(
        "--roster", type=Path, metavar="CSV", help="the class, if it was graded without"
    )
    export.add_argument("--column", metavar="TITLE", help="its column to fill in")
    export.add_argument(
        "--scale", action="store_true", help="convert to the points that the LMS gives"
    )


def _export(options: argparse.Namespace) -> str:
    from attnbook.grading.export.write import export

    return export(
        options.results,
        options.format,
        options.out,
        filling=options.fill,
        roster=options.roster,
        title=options.column,
        scale=options.scale,
    )
