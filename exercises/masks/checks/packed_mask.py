"""Checks of packed_mask."""

import numpy as np

from attnbook.grading.declare import check

DOCUMENTS = np.array([0, 0, 0, 1, 1, 2, 2])
BLOCKS = DOCUMENTS[:, None] == DOCUMENTS
PACKED = np.tril(BLOCKS)


@check(
    "packed_mask",
    "each document sees its own past",
    points=2,
    hint="the same document, and not later: both have to hold",
)
def own_past(student):
    student(DOCUMENTS).is_close(
        PACKED,
        looks_like={
            "one causal mask across all documents": np.tri(7),
            "documents kept apart, with their future open": BLOCKS,
            "the future shown and the past hidden": PACKED.T,
            "a mask in which True hides": ~PACKED,
            "tokens that do not see themselves": np.tril(BLOCKS, -1),
            "document 0 taken for filling": PACKED & (DOCUMENTS > 0),
            "either the same document or earlier: both have to hold": (
                BLOCKS | (np.tri(7) > 0)
            ),
        },
    )


@check(
    "packed_mask",
    "it is a table of True and False",
    hint="a comparison gives booleans, `&` combines them, and np.tri takes a dtype",
)
def is_a_table(student):
    answer = student(DOCUMENTS).has_shape(7, 7)
    answer.is_boolean("in this book a mask is boolean")


@check(
    "packed_mask",
    "filling sees nothing and is not seen",
    hint="-1 equals -1: what else has to hold for a key?",
)
def filling(student):
    for documents in ([4, 4, 3, 3, -1, -1], [-1, 4, 4, -1, 3, 3]):
        documents = np.array(documents)
        filler, seen = documents < 0, np.tril(documents[:, None] == documents)
        right = seen & ~filler
        looks = np.tril(filler[:, None] & ~filler)
        behind = seen & (np.arange(6) < 4) & (np.arange(6) < 4)[:, None]
        student(documents).is_close(
            right,
            looks_like={
                "filling that sees filling, as if it were a document": seen,
                "filling that looks at the documents": right | looks,
                "filling that sees itself": right | np.eye(6, dtype=bool),
                "filling that is looked for behind all documents only": behind,
            },
        )


@check(
    "packed_mask",
    "documents are numbered in any order",
    hint="compare numbers for being equal; larger or smaller means nothing",
)
def any_order(student):
    documents = np.array([5, 5, 2, 2, 2, 7])
    student(documents).is_close(
        np.tril(documents[:, None] == documents),
        looks_like={
            "a document open to those with larger numbers": (
                np.tril(documents[:, None] >= documents)
            ),
            "a new document only where the number grows": np.tril(
                np.equal(*np.ix_([0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 1]))
            ),
        },
    )


@check(
    "packed_mask",
    "a document that goes on behind another is still one",
    hint="what makes two tokens one document: their numbers, or where they stand?",
)
def goes_on(student):
    documents = np.array([3, 3, 1, 3, 3, 1, 3])
    pairs = documents[:, None] == documents
    piece = np.cumsum(np.diff(documents, prepend=3) != 0)
    student(documents).is_close(
        np.tril(pairs),
        looks_like={
            "a new document wherever the number changes": (
                np.tril(piece[:, None] == piece)
            )
        },
    )


@check(
    "packed_mask",
    "several rows at once",
    hint="count axes from the end, so that one more in front does not matter",
)
def several_rows(student):
    documents = np.array([[6, 6, 1, 1, 1], [4, 2, 2, 2, -1], [5, 5, 5, 5, 5]])
    pairs = documents[:, :, None] == documents[:, None]
    right = np.tril(pairs) & (documents >= 0)[:, None]
    student(documents).has_shape(3, 5, 5).is_close(right)
