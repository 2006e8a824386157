"""A bug: a piece of right source text and the wrong text to put in its place."""

from dataclasses import dataclass
from pathlib import Path

UNIT = "tests/unit/{half}/test_{module}.py"
PARITY = "tests/parity/test_{}.py"


@dataclass(frozen=True)
class Bug:
    """What to plant, where, and the tests of which one must fail.

    Attributes:
        name: What is wrong, in words.
        file: The file, from ``src/attnbook`` on; from the project's root for bugs that
            `whole_project` plants.
        old: The right text; it must be there exactly once.
        new: The wrong text.
        tests: Paths for pytest.
    """

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def plant(self, copy: Path) -> None:
        """Put the wrong text into a copy of the package, or of the project.

        Raises:
            ValueError: If the right text is not there exactly once.
        """
        path = copy / self.file
        source = path.read_text(encoding="utf-8")
        found = source.count(self.old)
        if found != 1:
            raise ValueError(
                f"{self.name}: {self.file} has {self.old!r} {found} times, not once: "
                "the code has changed, so change the bug"
            )
        path.write_text(source.replace(self.old, self.new), encoding="utf-8")


def numpy_bug(name: str, module: str, old: str, new: str) -> Bug:
    """Make a bug in NumPy code, for the unit tests of its module to catch."""
    test = UNIT.format(half="reference", module=module)
    return Bug(f"NumPy: {name}", f"reference/{module}.py", old, new, (test,))


def torch_bug(name: str, module: str, old: str, new: str, *parity: str) -> Bug:
    """Make a bug in torch code, for its unit tests or named parity tests."""
    unit = (UNIT.format(half="functional", module=module),)
    tests = tuple(PARITY.format(test) for test in parity) or unit
    return Bug(f"torch: {name}", f"functional/{module}.py", old, new, tests)


def shapes_bug(name: str, module: str, old: str, new: str) -> Bug:
    """Make a bug in a check, for the unit tests of its module to catch."""
    test = UNIT.format(half="shapes", module=module)
    return Bug(f"checks: {name}", f"shapes/{module}.py", old, new, (test,))
