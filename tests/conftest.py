"""What all tests share: one thread, fixed seeds, and both halves of the package."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before NumPy and torch are imported
os.environ.setdefault("KERAS_BACKEND", "torch")

import importlib
import random
import sys
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import hypothesis
import jaxtyping
import numpy as np
import pytest

hypothesis.settings.register_profile(
    "book", derandomize=True, deadline=None, max_examples=50, database=None
)
hypothesis.settings.load_profile("book")


@dataclass(frozen=True)
class Library:
    """One half of the package, with its way to make arrays and to read them."""

    name: str
    functions: ModuleType

    def array(self, values: Any, dtype: str | None = None) -> Any:
        """Make an array, of floats unless told otherwise, in the library's own type."""
        values = np.array(values)
        if self.name == "functional":
            torch = importlib.import_module("torch")
            return torch.tensor(values, dtype=dtype and getattr(torch, dtype))
        if dtype == "bfloat16":
            return values.astype(importlib.import_module("ml_dtypes").bfloat16)
        return values.astype(dtype) if dtype else values

    def numpy(self, array: Any) -> np.ndarray:
        """Read any result as NumPy array of float64, or of booleans."""
        if self.name == "functional":
            array = array.detach()
            array = (
                array.numpy() if str(array.dtype) == "torch.bool" else array.double()
            )
        array = np.asarray(array)
        return array if array.dtype == bool else array.astype(np.float64)

    def dtype(self, array: Any) -> str:
        """Name a dtype as both libraries do."""
        return str(array.dtype).removeprefix("torch.")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.functions, name)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the slow tests, or one process ends long after the other."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(params=["reference", "functional"])
def library(request: pytest.FixtureRequest) -> Library:
    """Run a test on the NumPy half and on the torch half."""
    module = importlib.import_module(f"attnbook.{request.param}")
    return Library(request.param, module)


@pytest.fixture
def without_type_hook() -> Any:
    """Let a wrong argument through to our own checks, as it is outside pytest."""
    was = jaxtyping.config.jaxtyping_disable
    jaxtyping.config.update("jaxtyping_disable", True)
    yield
    jaxtyping.config.update("jaxtyping_disable", was)


@pytest.fixture(autouse=True)
def seeded() -> None:
    """Start each test from the same global seeds, whatever ran before it."""
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002
    if torch := sys.modules.get("torch"):
        torch.manual_seed(0)


@pytest.fixture
def rng() -> np.random.Generator:
    """Give the one source of random numbers of a test."""
    return np.random.default_rng(0)
