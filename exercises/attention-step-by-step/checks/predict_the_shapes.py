"""Checks of predict_the_shapes."""

from attnbook.grading.declare import check

SIZES = ((2, 3, 5, 7, 11, 13), (3, 2, 7, 5, 13, 11))


@check(
    "predict_the_shapes",
    "the keys, turned for the product",
    hint="only the last two axes change places",
)
def turned(student):
    for b, h, q, k, d_k, d_v in SIZES:
        student(b, h, q, k, d_k, d_v).entry("keys_turned").is_shape(
            (b, h, d_k, k),
            looks_like={
                "that is what .T makes, which turns round all axes": (d_k, k, h, b),
                "these are the keys as they came": (b, h, k, d_k),
                "queries do not come into it": (b, h, d_k, q),
            },
        )


@check(
    "predict_the_shapes",
    "the scores",
    hint="a row for each query and a column for each key, in each head",
)
def scores(student):
    for b, h, q, k, d_k, d_v in SIZES:
        student(b, h, q, k, d_k, d_v).entry("scores").is_shape(
            (b, h, q, k),
            looks_like={
                "d_k is summed over and leaves no trace": (b, h, q, d_k),
                "rows are queries and columns are keys": (b, h, k, q),
                "each head has scores of its own": (b, q, k),
            },
        )


@check(
    "predict_the_shapes",
    "the context",
    hint="a mixture of values for each query, in each head",
)
def context(student):
    for b, h, q, k, d_k, d_v in SIZES:
        student(b, h, q, k, d_k, d_v).entry("context").is_shape(
            (b, h, q, d_v),
            looks_like={
                "the context is a mixture of values, not of keys": (b, h, q, d_k),
                "the keys are summed over; rows belong to queries": (b, h, k, d_v),
                "these are the weights, before they mix anything": (b, h, q, k),
            },
        )


@check(
    "predict_the_shapes",
    "the smallest mask that hides padding",
    hint="a 1 stands for every axis that padding does not depend on",
)
def mask_shape(student):
    for b, h, q, k, d_k, d_v in SIZES:
        student(b, h, q, k, d_k, d_v).entry("padding_mask").is_shape(
            (b, 1, 1, k),
            looks_like={
                "shapes line up from the right, so b would meet the queries": (b, k),
                "shapes line up from the right, so b would meet the heads": (b, 1, k),
                "each sequence has padding of its own": (1, 1, 1, k),
                "it fits, and a smaller one does too": (b, h, q, k),
                "every head and every query has the same padding": (b, 1, q, k),
                "that hides queries; padding is about keys": (b, 1, q, 1),
            },
        )


@check(
    "predict_the_shapes",
    "the number of multiplications",
    hint="count those of the scores and those of the mixture, for each of b x h tables",
)
def multiplications(student):
    for b, h, q, k, d_k, d_v in SIZES:
        tables = b * h * q * k
        student(b, h, q, k, d_k, d_v).entry("multiplications").is_number(
            tables * (d_k + d_v),
            looks_like={
                "the weights multiply the values, too": tables * d_k,
                "every head of every sequence has a table of its own": (
                    q * k * (d_k + d_v)
                ),
                "the two products come one after the other": tables * d_k * d_v,
            },
        )
