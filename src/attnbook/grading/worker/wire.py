"""What crosses the pipe: a JSON header and the raw bytes of arrays, never pickle."""

import json
import math
import re
import struct
from fractions import Fraction
from io import IOBase
from typing import Any

import numpy as np

MOST_BYTES = 64_000_000  # in one message; an honest answer has a few thousand
_HEAD = struct.Struct(">II")  # the lengths of the header and of the arrays
_DTYPE = re.compile(r"[<>|][biuf]\d{1,2}")
_DEEPEST, _LONGEST = 8, 10_000


class NotPlainError(Exception):
    """Says what a value is, if it is not plain data."""


class GarbledError(Exception):
    """What came through the pipe is no message."""


def plain(value: Any, depth: int = 0) -> Any:
    """Copy plain data: arrays, numbers, text, and lists and dicts of these.

    Tuples become lists, and fractions floats. A subclass is copied as what it holds,
    whatever it says it is.

    Raises:
        NotPlainError: If there is anything else in it.

    Example:
        >>> plain((1, [True, "a"]))
        [1, [True, 'a']]
    """
    if depth > _DEEPEST:
        raise NotPlainError("lists within lists within lists, too deep to read")
    if isinstance(value, np.ndarray | np.generic):
        return _plain_array(value)
    if type(value) in (list, tuple):
        return [plain(entry, depth + 1) for entry in value]
    if type(value) is dict and all(type(key) is str for key in value):
        return {key: plain(entry, depth + 1) for key, entry in value.items()}
    if value is None or type(value) in (bool, float):
        return value
    if type(value) is Fraction:
        return value.numerator / value.denominator
    if type(value) is int and value.bit_length() < 64:
        return value
    if type(value) is str and len(value) <= _LONGEST:
        return value
    raise NotPlainError(f"an object of type {type(value).__name__}")


def _plain_array(value: np.ndarray | np.generic) -> np.ndarray:
    array = np.array(value, subok=False)
    if not _DTYPE.fullmatch(array.dtype.str):
        raise NotPlainError(f"an array of {array.dtype}")
    if array.nbytes > MOST_BYTES:
        raise NotPlainError(f"an array of {array.nbytes / 1e6:.0f} MB")
    return array


def pack(message: Any) -> bytes:
    """Turn plain data into the bytes of one message."""
    blobs: list[bytes] = []

    def lift(value: Any) -> Any:
        if isinstance(value, np.ndarray):
            blobs.append(value.tobytes())
            return {"dtype": value.dtype.str, "shape": value.shape}
        if isinstance(value, dict):
            return {"dict": {key: lift(entry) for key, entry in value.items()}}
        return [lift(entry) for entry in value] if isinstance(value, list) else value

    header = json.dumps(lift(message)).encode()
    return _HEAD.pack(len(header), sum(map(len, blobs))) + header + b"".join(blobs)


def unpack(header: bytes, blobs: bytes) -> Any:
    """Turn the two parts of a message into plain data.

    Raises:
        GarbledError: If they are not the parts of a message.
    """
    rest = memoryview(blobs)

    def lower(value: Any) -> Any:
        nonlocal rest
        if isinstance(value, list):
            return [lower(entry) for entry in value]
        if not isinstance(value, dict):
            return value
        if "dict" in value:
            return {key: lower(entry) for key, entry in value["dict"].items()}
        size = _size(value)
        own, rest = rest[:size], rest[size:]
        return np.frombuffer(own, value["dtype"]).reshape(value["shape"]).copy()

    try:
        message = lower(json.loads(header))
    except Exception as error:
        raise GarbledError("no message") from error
    if len(rest):
        raise GarbledError("more bytes than arrays")
    return message


def _size(array: dict[str, Any]) -> int:
    """Count the bytes of an array, whose dtype and shape nobody has checked yet."""
    if not _DTYPE.fullmatch(array["dtype"]) or min(array["shape"], default=0) < 0:
        raise GarbledError("no array of numbers")
    return np.dtype(array["dtype"]).itemsize * math.prod(array["shape"])


def send(pipe: IOBase, message: Any) -> None:
    """Write one message."""
    rest = memoryview(pack(message))
    while rest:  # a pipe may take a part only
        rest = rest[pipe.write(rest) :]
    pipe.flush()


def receive(pipe: IOBase) -> Any:
    """Read one message.

    Raises:
        EOFError: If the other side is gone.
        GarbledError: If what comes is no message.
    """
    sizes = _HEAD.unpack(_read(pipe, _HEAD.size))
    if sum(sizes) > 2 * MOST_BYTES:
        raise GarbledError("too long")
    return unpack(*(_read(pipe, size) for size in sizes))


def _read(pipe: IOBase, size: int) -> bytes:
    parts = []
    while size:
        part = pipe.read(size)
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
