"""Checks of multi_head_attention."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import merge_heads, split_heads
from attnbook.reference import scaled_dot_product_attention as attention


def some(student, b=2, d_model=6):
    """Draw b sentences of 5 words, and four matrices."""
    x = student.rng.normal(size=(b, 5, d_model))
    return x, *student.rng.normal(size=(4, d_model, d_model)) / 2


def right(x, w_q, w_k, w_v, w_o, n_heads, mask=None, **options):
    q, k, v = (split_heads(x @ w, n_heads) for w in (w_q, w_k, w_v))
    mask = None if mask is None else mask[:, None]
    return merge_heads(attention(q, k, v, mask=mask, **options)) @ w_o


def some_mask(student, b):
    """Draw a mask that shows each word itself, and not the next one."""
    itself = np.eye(5, dtype=bool)
    following = np.roll(itself, 1, axis=1)
    return (student.rng.random((b, 5, 5)) < 0.5) & ~following | itself


def by_reshape(x, n_heads):
    return x.reshape(len(x), n_heads, x.shape[1], -1)


@check(
    "multi_head_attention",
    "each head looks with features of its own",
    points=3,
    hint="compare with a loop over heads: head h has columns h * d_head and following",
)
def heads(student):
    for n_heads in (2, 3):
        given = x, w_q, w_k, w_v, w_o = some(student)
        q, k, v = (split_heads(x @ w, n_heads) for w in (w_q, w_k, w_v))
        wrong = (by_reshape(x @ w, n_heads) for w in (w_q, w_k, w_v))
        early = (
            split_heads(x, n_heads) @ split_heads(w, n_heads)[:, : 6 // n_heads]
            for w in (w_q, w_k, w_v)
        )
        student(*given, n_heads).is_close(
            right(*given, n_heads),
            looks_like={
                "one head only, with all features": right(*given, 1),
                "scores divided by the root of d_model": right(
                    *given, n_heads, scale=6**-0.5
                ),
                "scores that were not divided": right(*given, n_heads, scale=1),
                "heads split by reshape alone": (merge_heads(attention(*wrong)) @ w_o),
                "heads joined by reshape alone": (
                    attention(q, k, v).reshape(x.shape) @ w_o
                ),
                "what the heads bring, not mixed by w_o": merge_heads(
                    attention(q, k, v)
                ),
                "words split before they were projected": (
                    merge_heads(attention(*early)) @ w_o
                ),
            },
        )


@check(
    "multi_head_attention",
    "each sentence has a mask of its own",
    points=2,
    hint="give the mask an axis for the heads: mask[:, None]",
)
def masks(student):
    for b, n_heads in ((3, 3), (2, 3)):
        given = x, w_q, w_k, w_v, w_o = some(student, b)
        mask = some_mask(student, b)
        looks_like = {
            "no mask at all": right(*given, n_heads),
            "a mask in which True hides": right(*given, n_heads, ~mask),
            "the mask of the first sentence, for all": right(
                *given, n_heads, np.repeat(mask[:1], b, axis=0)
            ),
        }
        if b == n_heads:
            q, k, v = (split_heads(x @ w, n_heads) for w in (w_q, w_k, w_v))
            looks_like["the mask of sentence i taken for head i"] = (
                merge_heads(attention(q, k, v, mask=mask)) @ w_o
            )
        answer = student(*given, n_heads, mask)
        answer.is_close(right(*given, n_heads, mask), looks_like=looks_like)


@check(
    "multi_head_attention",
    "with a causal mask the future cannot be felt",
    hint="a row of a head has to be one word: split inside each word, then swap axes",
)
def no_leak(student):
    x, *matrices = some(student)
    mask = np.tile(np.tri(5, dtype=bool), (2, 1, 1))
    later = x.copy()
    later[:, 3:] += 1
    now, then = (student(s, *matrices, 2, mask) for s in (x, later))
    now.has_shape(2, 5, 6).is_finite()
    then.has_shape(2, 5, 6).is_finite()
    if not np.allclose(now.array[:, :3], then.array[:, :3], atol=1e-9):
        raise WrongError(
            "changing words 3 and 4 changed what words 0 to 2 get: the future leaks"
        )
    then.is_close(right(later, *matrices, 2, mask))


@check(
    "multi_head_attention",
    "sentences do not see each other",
    hint="the batch stays the first axis, from the beginning to the end",
)
def apart(student):
    x, *matrices = some(student, b=3)
    other = x.copy()
    other[1:] += 1
    alone, among = (student(s, *matrices, 3) for s in (x, other))
    alone.has_shape(3, 5, 6).is_finite()
    among.has_shape(3, 5, 6).is_finite()
    if not np.allclose(alone.array[0], among.array[0], atol=1e-9):
        raise WrongError(
            "changing sentences 1 and 2 changed what sentence 0 gets: they are mixed up"
        )
    among.is_close(right(other, *matrices, 3))
