"""Both halves of the package say the same things under the same names."""

import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from attnbook import functional, reference

ROOT = Path(__file__).parents[2]
# A mask made from numbers has to be put somewhere; an array takes the dtype of another.
ONLY_TORCH = {"device"}
TORCH_DEFAULTS = {"dtype"}


def modules(package: ModuleType) -> set[str]:
    return {module.name for module in pkgutil.iter_modules(package.__path__)}


def test_modules_and_functions_have_the_same_names() -> None:
    assert modules(reference) == modules(functional)
    assert reference.__all__ == functional.__all__


@pytest.mark.parametrize("name", reference.__all__)
def test_functions_take_the_same_arguments(name: str) -> None:
    ours, theirs = (
        inspect.signature(getattr(package, name)).parameters
        for package in (reference, functional)
    )
    theirs = {key: value for key, value in theirs.items() if key not in ONLY_TORCH}
    assert list(ours) == list(theirs)
    for key, parameter in ours.items():
        assert parameter.kind == theirs[key].kind
        if key not in TORCH_DEFAULTS:
            assert parameter.default == theirs[key].default


@pytest.mark.parametrize("name", reference.__all__)
def test_functions_live_in_modules_of_the_same_name(name: str) -> None:
    ours, theirs = (getattr(package, name) for package in (reference, functional))
    assert ours.__module__.rpartition(".")[2] == theirs.__module__.rpartition(".")[2]


@pytest.mark.parametrize("name", reference.__all__)
def test_functions_are_explained_alike(name: str) -> None:
    ours, theirs = (
        re.sub(
            r"(?s)Example:.*?(?=Chapter:)", "", inspect.getdoc(getattr(package, name))
        )
        for package in (reference, functional)
    )
    theirs = re.sub(r" +device: .*\n", "", theirs)
    assert ours == theirs.replace("math.e``", "np.e``")


@pytest.mark.parametrize("name", reference.__all__)
def test_the_chapter_that_introduces_a_function_exists(name: str) -> None:
    doc = inspect.getdoc(getattr(reference, name))
    (chapter,) = re.findall(r"Chapter: (\S+)\.$", doc, re.MULTILINE)
    pages = (ROOT / f"chapters/{chapter}.ipynb", ROOT / f"{chapter}.md")
    assert any(page.exists() for page in pages), chapter


@pytest.mark.parametrize("name", reference.__all__)
def test_a_docstring_keeps_the_order_of_its_parts(name: str) -> None:
    doc = inspect.getdoc(getattr(reference, name))
    parts = ["Args:", "Returns:", "Raises:", "Note:", "Example:", "Chapter:", "Source:"]
    found = [doc.find(f"\n{part}") for part in parts if f"\n{part}" in doc]
    assert found == sorted(found)
    for part in ("Args:", "Returns:", "Raises:", "Example:", "Chapter:"):
        assert f"\n{part}" in doc


@pytest.mark.parametrize("module", ["attnbook", "attnbook.reference"])
def test_numpy_code_loads_no_framework(module: str) -> None:
    code = f"import sys, {module}; print(*{{'torch', 'keras'}} & set(sys.modules))"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert loaded.split() == []
