"""What a check may ask of an answer; each question says what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

_NAMED = 6  # entries of a dict
_ORDINALS = (
    *("first", "second", "third", "fourth"),
    *("fifth", "sixth", "seventh", "eighth"),
)


class WrongError(Exception):
    """What is wrong with the value of an answer: the hint may help.

    Attributes:
        compared: The value, the right one and how near it had to be, for a picture.
    """

    compared: tuple[Any, Any, float] | None = None


class NoAnswerError(Exception):
    """Why there is no value to look at: the hint would mislead."""


class NotWrittenError(NoAnswerError):
    """There is nothing to call yet."""


@dataclass(frozen=True)
class Answer:
    """What a learner's function returned.

    Attributes:
        value: Plain data: arrays, numbers, text, lists, dicts.
        said: The call, in words.
        changed: The numbers of the arguments that the call has changed.
    """

    value: Any
    said: str
    changed: tuple[int, ...] = ()

    @property
    def array(self) -> np.ndarray:
        """The value as an array: numbers, and lists of numbers or rows, will do.

        Raises:
            NoAnswerError: If it is none.
        """
        if self.value is None:
            raise NoAnswerError(f"{self.said} returned None: is there a `return`?")
        try:
            array = np.array(self.value)
        except ValueError:
            raise NoAnswerError(f"{self.said} returned rows of unlike length") from None
        if array.dtype.kind not in "biuf":
            raise NoAnswerError(f"{self.said} returned {self._kind}, not an array")
        return array

    @property
    def _kind(self) -> str:
        """Name the type of the value; tuples have become lists on their way."""
        if self.value is None:
            return "None"
        kind = type(self.value).__name__
        return "a list or a tuple" if kind == "list" else f"a {kind}"

    def has_shape(
        self, *shape: int, looks_like: Mapping[str, tuple[int, ...]] | None = None
    ) -> "Answer":
        """Require a shape; name the mistake behind another one."""
        if self.array.shape == shape:
            return self
        for mistake, its_shape in (looks_like or {}).items():
            if self.array.shape == its_shape:
                raise WrongError(f"{self.said} has shape {its_shape}: {mistake}")
        raise WrongError(f"{self.said} has shape {self.array.shape}, not {shape}")

    def is_boolean(
        self, otherwise: str = "the values should be True and False"
    ) -> "Answer":
        """Require an array of booleans."""
        if self.array.dtype != bool:
            raise WrongError(
                f"{self.said} returned an array of {self.array.dtype}: {otherwise}"
            )
        return self

    def is_finite(self) -> "Answer":
        """Require numbers, neither NaN nor infinite."""
        bad = int((~np.isfinite(self.array)).sum())
        if bad:
            values = "value" if bad == 1 else "values"
            raise WrongError(f"{self.said} contains {bad} NaN or infinite {values}")
        return self

    def is_close(
        self,
        expected: Any,
        *,
        atol: float = 1e-6,
        looks_like: Mapping[str, Any] | None = None,
    ) -> "Answer":
        """Require numbers; name the mistake that gives the same wrong ones.

        Args:
            expected: The right numbers.
            atol: How far from them an answer may be.
            looks_like: The numbers that each known mistake gives, by its name.
        """
        expected = np.asarray(expected)
        try:
            return self._is_close(expected, atol, looks_like or {})
        except WrongError as error:
            error.compared = (self.value, expected, atol)
            raise

    def _is_close(
        self, expected: np.ndarray, atol: float, looks_like: Mapping[str, Any]
    ) -> "Answer":
        answer = self.has_shape(*expected.shape).is_finite().array.astype(float)
        off = np.abs(answer - expected.astype(float)).max(initial=0)
        if off <= atol:
            return self
        for mistake, numbers in looks_like.items():
            if np.allclose(answer, numbers, rtol=0, atol=atol, equal_nan=True):
                raise WrongError(f"{self.said}: this looks like {mistake}")
        raise WrongError(f"{self.said} is off by up to {off:.2g}")

    def keeps_its_arguments(self) -> "Answer":
        """Require that the call changed none of its arguments."""
        for number in self.changed[:1]:
            raise WrongError(
                f"{self.said} changed its {_ORDINALS[number]} argument: "
                "whoever called still needs it"
            )
        return self

    def entry(self, name: str) -> "Answer":
        """Take one entry of a dict."""
        if not isinstance(self.value, dict):
            raise NoAnswerError(f"{self.said} returned {self._kind}, not a dict")
        if name not in self.value:
            there = ", ".join(f'"{key}"' for key in list(self.value)[:_NAMED])
            more = f": it has {there}" if there else ""
            raise NoAnswerError(f'{self.said} has no entry "{name}"{more}')
        return Answer(self.value[name], f'{self.said}["{name}"]')

    def is_number(
        self,
        expected: float | int,
        *,
        atol: float = 0.005,
        looks_like: Mapping[str, float | int] | None = None,
    ) -> "Answer":
        """Require a number, and never print the right one."""
        number = self._number()
        if abs(number - expected) <= atol:
            return self
        for mistake, its_number in (looks_like or {}).items():
            if abs(number - its_number) <= atol:
                raise WrongError(f"{self.said} is not {number:.8g}: {mistake}")
        raise WrongError(f"{self.said} is not {number:.8g}")

    def _number(self) -> float:
        if (
            isinstance(self.value, bool)
            or not isinstance(self.value, int | float | np.ndarray)
            or np.size(self.value) != 1
        ):
            quoted = ", without quotation marks" if isinstance(self.value, str) else ""
            raise WrongError(f"{self.said} should be one number{quoted}")
        return float(np.asarray(self.value).item())

    def is_one_of(self, choices: Mapping[str, str | None]) -> "Answer":
        """Require the choice that has no objection; never print it.

        Args:
            choices: What speaks against each choice; ``None`` for the right one.
        """
        value = self.value.strip().lower() if isinstance(self.value, str) else None
        if value not in choices:
            words = ", ".join(f'"{choice}"' for choice in choices)
            raise WrongError(f"{self.said} should be one of {words}")
        if choices[value] is not None:
            raise WrongError(f'{self.said} is not "{value}": {choices[value]}')
        return self

    def is_shape(
        self,
        expected: tuple[int, ...],
        *,
        looks_like: Mapping[str, tuple[int, ...]] | None = None,
    ) -> "Answer":
        """Require a shape, given as a tuple; never print the right one."""
        shape = self.value
        if isinstance(shape, np.ndarray) and shape.ndim == 1:
            shape = shape.tolist()
        if not isinstance(shape, list) or not all(type(n) is int for n in shape):
            raise WrongError(f"{self.said} should be a tuple of whole numbers")
        if tuple(shape) == expected:
            return self
        for mistake, its_shape in (looks_like or {}).items():
            if tuple(shape) == its_shape:
                raise WrongError(f"{self.said} is not {its_shape}: {mistake}")
        if len(shape) != len(expected):
            raise WrongError(f"{self.said} does not have {len(shape)} axes")
        raise WrongError(f"{self.said} is not {tuple(shape)}")
