"""Checks of predict_the_heads."""

from attnbook.grading.declare import check


@check(
    "predict_the_heads",
    "A: the width of a head",
    hint="the heads share the features of a word",
)
def width(student):
    student().entry("A").is_number(
        16,
        looks_like={
            "that is what all heads have together": 96,
            "heads share the width, they do not add to it": 6 * 96,
            "that is how many heads there are": 6,
        },
    )


@check(
    "predict_the_heads",
    "B: the shape of the weights",
    hint="one weight: of which sentence, which head, and which two words?",
)
def weights(student):
    student().entry("B").is_shape(
        (5, 6, 7, 7),
        looks_like={
            "each head has a table of its own": (5, 7, 7),
            "each sentence has tables of its own": (6, 7, 7),
            "those are queries, or contexts": (5, 6, 7, 16),
            "heads stand before words": (5, 7, 7, 6),
            "sentences stand before heads": (6, 5, 7, 7),
        },
    )


@check(
    "predict_the_heads",
    "C: the parameters",
    hint="which shape has each of the matrices, and how long is a bias?",
)
def parameters(student):
    matrix, bias = 96 * 96, 96
    student().entry("C").is_number(
        4 * (matrix + bias),
        looks_like={
            "each projection adds a bias, too": 4 * matrix,
            "there is one more behind the heads": 3 * (matrix + bias),
            "that is one projection": matrix + bias,
            "the heads share the matrices; no head has whole ones": (
                24 * (matrix + bias)
            ),
            "a projection has one bias for each feature": 4 * (matrix + 1),
        },
    )


@check(
    "predict_the_heads",
    "D: more heads",
    hint="how many tables are there, and how large is each?",
)
def more_heads(student):
    student().entry("D").is_number(
        2,
        looks_like={
            "a narrow head has a whole table, too": 1,
            "each table stays as large as it was": 4,
            "more tables, not fewer": 1 / 2,
        },
    )


@check(
    "predict_the_heads",
    "E: by reshape alone",
    hint="how many numbers does head 0 get, and in which order do they lie?",
)
def by_reshape(student):
    student().entry("E").is_number(
        2,
        looks_like={
            "that would be the right way of splitting": 7,
            "7 x 16 numbers are more than a word has": 1,
            "that is how many features it gets": 16,
        },
    )
