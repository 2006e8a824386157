"""Rules on what stands below the cells."""

import re
from collections.abc import Iterator

from attnbook.notebooks.lint.page import Page, Problem

_UNCHECKED = "nbval-ignore-output"
_ADDRESS = re.compile(r"\bat 0x[0-9a-f]{6,}")
_SKIP = re.compile(r"nbval[-_]skip", re.IGNORECASE)
_ALT_WORDS = 5  # fewer do not say what a figure shows


def no_errors(page: Page) -> Iterator[Problem]:
    """No stored output is a traceback, nor a warning."""
    for cell in page.code:
        kinds = {output.output_type for output in cell.outputs}
        if "error" in kinds:
            yield cell.problem(
                "shows a traceback; mend it, or catch the error and print its message"
            )
        if any(output.get("name") == "stderr" for output in cell.outputs):
            yield cell.problem("writes to stderr; mend the cause of the warning")


def no_addresses(page: Page) -> Iterator[Problem]:
    """No output differs from run to run, and none shows what nobody reads."""
    for cell in page.code:
        if _ADDRESS.search(cell.text):
            yield cell.problem(
                "shows a memory address, new in each run; print what matters"
            )
        if cell.text.lstrip().startswith(("<Axes", "[<matplotlib", "Text(")):
            yield cell.problem(
                "shows matplotlib's object above its figure; assign it: `ax = ...`"
            )


def no_semicolons(page: Page) -> Iterator[Problem]:
    """No cell ends in `;`: nbval keeps no history, without which it has no effect."""
    for cell in page.code:
        if cell.source.rstrip().endswith(";"):
            yield cell.problem(
                "ends in `;`, which hides a value here but not when the outputs are "
                "compared; assign the value instead: `ax = ...`"
            )


def alt_texts(page: Page) -> Iterator[Problem]:
    """Every picture has a text for those who do not see it."""
    for cell in page.code:
        pictures = [
            kind
            for output in cell.outputs
            for kind in output.get("data", {})
            if kind.startswith("image/")
        ]
        image = cell.metadata.get("mystnb", {}).get("image", {})
        if pictures and len(str(image.get("alt", "")).split()) < _ALT_WORDS:
            yield cell.problem(
                "has a picture without alt text; set the metadata "
                '{"mystnb": {"image": {"alt": "what it shows"}}}'
            )


def unchecked_are_claimed(page: Page) -> Iterator[Problem]:
    """What may differ between machines is followed by a claim that may not."""
    for cell, following in zip(page.code, [*page.code[1:], None], strict=True):
        skipped = any(_SKIP.search(tag) for tag in cell.tags)
        if skipped or _SKIP.search(cell.source):
            yield cell.problem(f"is skipped by nbval; use the tag {_UNCHECKED}")
        if _UNCHECKED not in cell.tags:
            continue
        compared = following is not None and _UNCHECKED not in following.tags
        if not (compared and "True" in following.text):
            yield cell.problem(
                "has an output that nothing compares; let the next code cell print "
                "the claim as a check, such as `print(accuracy >= 0.95)`"
            )


RULES = (no_errors, no_addresses, no_semicolons, alt_texts, unchecked_are_claimed)
