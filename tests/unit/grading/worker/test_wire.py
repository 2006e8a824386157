import io
import json

import numpy as np
import pytest

from attnbook.grading.worker import wire


def through(message):
    return wire.receive(io.BytesIO(wire.pack(message)))


@pytest.mark.parametrize(
    "array",
    [
        np.arange(6.0).reshape(2, 3),
        np.arange(6.0).reshape(2, 3).T,
        np.array([True, False]),
        np.array(3, dtype=np.int16),
        np.zeros((0, 5), dtype=np.float32),
        np.array([1, 2], dtype=">f8"),
    ],
)
def test_an_array_arrives_with_its_dtype_shape_and_values(array):
    there = through(array)
    assert there.dtype == array.dtype
    assert there.shape == array.shape
    assert there.tobytes() == array.tobytes()


def test_an_array_that_arrives_can_be_written_to():
    through(np.zeros(3))[0] = 1


def test_arrays_arrive_in_their_places():
    one, two = np.arange(3), np.arange(5.0)
    there = through({"a": [one, 1.5, None], "dtype": {"b": two}, "c": "x"})
    assert there["a"][0].tolist() == [0, 1, 2]
    assert there["a"][1:] == [1.5, None]
    assert there["dtype"]["b"].tolist() == two.tolist()
    assert there["c"] == "x"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (object(), "an object of type object"),
        (np.array([object()]), "an array of object"),
        (np.array(["a"]), "an array of <U1"),
        ({1: 2}, "an object of type dict"),
        ({1, 2}, "an object of type set"),
        (2**80, "an object of type int"),
        ("x" * 20_000, "an object of type str"),
        (np.zeros(9_000_000), "an array of 72 MB"),
        (np.array([1j]), "an array of complex128"),
    ],
)
def test_what_is_not_plain_data_is_named(value, said):
    with pytest.raises(wire.NotPlainError) as error:
        wire.plain([value])
    assert str(error.value) == said


def test_lists_without_end_are_refused():
    endless: list = []
    endless.append(endless)
    with pytest.raises(wire.NotPlainError, match="too deep"):
        wire.plain(endless)


def test_a_copy_shares_nothing_with_the_array():
    array = np.zeros(3)
    wire.plain([array])[0][0] = 1
    assert array[0] == 0


def test_a_subclass_is_copied_as_what_it_holds():
    class Liar(np.ndarray):
        def __array__(self, *_, **__):
            return np.ones(3)

        def __getitem__(self, _):
            return 1

    copy = wire.plain(np.zeros(3).view(Liar))
    assert type(copy) is np.ndarray
    assert copy.tolist() == [0, 0, 0]


def header(**array):
    return json.dumps(array).encode()


@pytest.mark.parametrize(
    ("head", "blobs"),
    [
        (b"no JSON", b""),
        (b"[" * 100_000, b""),
        (b"{}", b""),
        (header(dtype="O", shape=[1]), b"x" * 8),
        (header(dtype="<f8", shape=[2]), b"x" * 8),
        (header(dtype="<f8", shape=[-1]), b"x" * 8),
        (header(dtype="<f8", shape=[10**12]), b""),
        (header(dtype="(9,)f8", shape=[1]), b"x" * 72),
        (header(dtype="<f8", shape="ab"), b"x" * 8),
        (b"1", b"left over"),
    ],
)
def test_what_is_no_message_is_refused(head, blobs):
    with pytest.raises(wire.GarbledError):
        wire.unpack(head, blobs)


def test_a_message_that_claims_to_be_huge_is_not_waited_for():
    with pytest.raises(wire.GarbledError, match="too long"):
        wire.receive(io.BytesIO(b"\xff" * 8))


def test_half_a_message_is_an_end():
    with pytest.raises(EOFError):
        wire.receive(io.BytesIO(wire.pack("hello")[:-1]))
