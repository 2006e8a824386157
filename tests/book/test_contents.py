"""Contents: each page is listed once, and each function is written once."""

from pathlib import Path

import pytest

from .contents import (
    code_cells,
    functions,
    listed,
    notebooks,
    package_functions,
    written,
)

NAMES = [path.stem for path in notebooks()]


def test_the_contents_list_every_page_and_no_other() -> None:
    assert sorted(listed()) == sorted(written())


@pytest.mark.parametrize("path", notebooks(), ids=NAMES)
def test_a_function_of_the_package_is_not_written_again(path: Path) -> None:
    """A chapter derives one as ``..._by_hand`` or shows it with `show_source`."""
    own = package_functions()
    bodies = set().union(*own.values())
    for source in code_cells(path):
        for name, body in functions(source):
            assert name not in own, f"{name} exists in the package"
            assert body not in bodies, f"{name} repeats a function of the package"


def test_a_repeated_body_is_recognised_under_another_name() -> None:
    one = 'def f(x):\n    """Say."""\n    y = x + 1\n    return y\n'
    other = "def g(x):\n    y = x + 1  # why\n    return y\n"
    assert dict(functions(one))["f"] == dict(functions(other))["g"]


def test_a_method_does_not_take_the_name_of_a_function() -> None:
    source = (
        "class C:\n    def run(self):\n        return 1\n\ndef g():\n    return 2\n"
    )
    assert [name for name, _ in functions(source)] == ["g", "C.run"]
