"""Check that arrays are arrays, and hold what they should."""

from typing import Any

FLOATS = ("float16", "bfloat16", "float32", "float64")


def dtype_name(name: str, array: Any) -> str:
    """Give the dtype of a NumPy array or torch tensor as NumPy would name it.

    Raises:
        ValueError: If it is no array.
    """
    if not hasattr(array, "shape") or not hasattr(array, "dtype"):
        raise ValueError(
            f"{name} is a {type(array).__name__} and must be an array: "
            "wrap it in np.array(...) or torch.tensor(...)"
        )
    return getattr(array.dtype, "name", str(array.dtype)).removeprefix("torch.")


def check_floats(**arrays: Any) -> None:
    """Check that named arrays hold floats, all of one dtype.

    Raises:
        ValueError: If one does not.
    """
    kinds = {name: dtype_name(name, array) for name, array in arrays.items()}
    for name, kind in kinds.items():
        if kind not in FLOATS:
            raise ValueError(
                f"{name} has dtype {kind} and must be one of {', '.join(FLOATS)}: "
                "are these token ids or counts? Embed them, or convert them to floats"
            )
    first, expected = next(iter(kinds.items()))
    for name, kind in kinds.items():
        if kind != expected:
            raise ValueError(
                f"{name} has dtype {kind} and {first} has {expected}: "
                "convert one to the other's"
            )


def check_boolean(name: str, mask: Any) -> None:
    """Check that a mask is boolean.

    Raises:
        ValueError: If it is not. The message says how to convert it.
    """
    kind = dtype_name(name, mask)
    if kind != "bool":
        raise ValueError(
            f"{name} has dtype {kind} and must be boolean, True = may attend: "
            "is it an additive mask (0 and -inf)? Use from_additive(mask). "
            "Is it 0 and 1? Use mask == 1"
        )
