"""Checks of multi_head_attention."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import merge_heads, softmax, split_heads
from attnbook.reference import scaled_dot_product_attention as attention

CLOSE = 1e-5  # float32 will do


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


def every_other(x, n_heads):
    """Deal out the features of a word like cards."""
    return np.moveaxis(x.reshape(*x.shape[:2], -1, n_heads), -1, 1)


def dealt_back(c):
    return np.moveaxis(c, 1, -1).reshape(len(c), c.shape[2], -1)


def scores_of(x, w_q, w_k, w_v, w_o, n_heads, mask=None):
    """Return the scores and the values of each head."""
    q, k, v = (split_heads(x @ w, n_heads) for w in (w_q, w_k, w_v))
    return q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1]), v


def split_wrongly(x, w_q, w_k, w_v, w_o, n_heads):
    """Return what comes of wrong ways to split and to join, by what they are."""
    projected = [x @ w for w in (w_q, w_k, w_v)]
    right_way = attention(*(split_heads(p, n_heads) for p in projected))
    cut = attention(*(by_reshape(p, n_heads) for p in projected))
    dealt = attention(*(every_other(p, n_heads) for p in projected))
    d_head = x.shape[-1] // n_heads
    early = attention(
        *(
            split_heads(x, n_heads) @ split_heads(w, n_heads)[:, :d_head]
            for w in (w_q, w_k, w_v)
        )
    )
    return {
        "heads split by reshape alone": merge_heads(cut) @ w_o,
        "heads joined by reshape alone": right_way.reshape(x.shape) @ w_o,
        "heads split and joined by reshape alone": cut.reshape(x.shape) @ w_o,
        "heads that get every n_heads-th feature": merge_heads(dealt) @ w_o,
        "heads that get every n_heads-th feature, dealt back in the end": (
            dealt_back(dealt) @ w_o
        ),
        "what the heads bring, not mixed by w_o": merge_heads(right_way),
        "words split before they were projected": merge_heads(early) @ w_o,
    }


def looked_wrongly(x, w_q, w_k, w_v, w_o, n_heads):
    """Return what comes of wrong weights, by what they are."""
    given = x, w_q, w_k, w_v, w_o, n_heads
    scores, v = scores_of(*given)
    turned = w_q.T, w_k.T, w_v.T
    return {
        "one head only, with all features": right(*given[:5], 1),
        "scores divided by the root of d_model": right(*given, scale=6**-0.5),
        "scores divided by d_head, not by its root": right(*given, scale=n_heads / 6),
        "scores divided by the root of n_heads": right(*given, scale=n_heads**-0.5),
        "scores that were not divided": right(*given, scale=1),
        "softmax over the queries: the columns sum to 1": (
            merge_heads(softmax(scores, axis=-2) @ v) @ w_o
        ),
        "queries and keys changed places": right(x, w_k, w_q, w_v, w_o, n_heads),
        "keys and values changed places": right(x, w_q, w_v, w_k, w_o, n_heads),
        "matrices that were turned": right(x, *turned, w_o.T, n_heads),
        "projections that were turned": right(x, *turned, w_o, n_heads),
        "an output matrix that was turned": right(x, w_q, w_k, w_v, w_o.T, n_heads),
    }


@check(
    "multi_head_attention",
    "each head looks with features of its own",
    points=3,
    hint="compare with a loop over heads: head h has columns h * d_head and following",
)
def heads(student):
    for n_heads in (2, 3):
        given = *some(student), n_heads
        student(*given).is_close(
            right(*given),
            atol=CLOSE,
            looks_like={**looked_wrongly(*given), **split_wrongly(*given)},
        )


@check(
    "multi_head_attention",
    "each sentence has a mask of its own",
    points=2,
    hint="scores have four axes and the mask has three: where do the heads stand?",
)
def masks(student):
    for b, n_heads, d_model in ((3, 3, 6), (2, 3, 9)):
        given = *some(student, b, d_model), n_heads
        mask = some_mask(student, b)
        student(*given, mask).is_close(
            right(*given, mask), atol=CLOSE, looks_like=masked_wrongly(given, mask)
        )

    x, w_q, _, w_v, w_o = some(student)
    alone = np.tile(np.eye(5, dtype=bool), (2, 1, 1))
    # Each word scores itself below 0, the first time one of them at -150.
    most = (split_heads(x @ w_q, 2) ** 2).sum(-1).max() / np.sqrt(3)
    answer = student(x, w_q, -150 / most * w_q, w_v, w_o, 2, alone)
    answer.has_shape(2, 5, 6).is_finite()
    if not np.allclose(answer.array, x @ w_v @ w_o, rtol=0, atol=CLOSE):
        raise WrongError(
            f"{answer.said}: each word sees itself alone, with scores down to -150, "
            "and gets something else, too: does a hidden score lie below any other?"
        )


def masked_wrongly(given, mask):
    """Return what comes of wrong masks, by what they are."""
    scores, v = scores_of(*given)
    hide = mask[:, None]
    weights = {
        "hidden scores set to 0, which is a score like any other": softmax(
            np.where(hide, scores, 0)
        ),
        "the mask put on after the softmax: the rows do not sum to 1": np.where(
            hide, softmax(scores), 0
        ),
    }
    if len(mask) == given[-1]:
        weights["the mask of sentence i taken for head i"] = softmax(
            np.where(mask, scores, -np.inf)
        )
    first = np.repeat(mask[:1], len(mask), axis=0)
    return {
        "no mask at all": right(*given),
        "a mask in which True hides": right(*given, ~mask),
        "a mask whose rows and columns changed places": right(
            *given, mask.swapaxes(1, 2)
        ),
        "the mask of the first sentence, for all": right(*given, first),
        **{s: merge_heads(a @ v) @ given[4] for s, a in weights.items()},
    }


@check(
    "multi_head_attention",
    "with a causal mask the past is felt, and the future is not",
    hint="is each row of a head one word? print its queries for a small x",
)
def no_leak(student):
    x, *matrices = some(student)
    mask = np.tile(np.tri(5, dtype=bool), (2, 1, 1))
    later, first = x.copy(), x.copy()
    later[:, 3:] += 1
    first[:, 0] += 1
    asked = [student(s, *matrices, 2, mask) for s in (x, later, first)]
    now, after_later, after_first = (
        answer.has_shape(2, 5, 6).is_finite().array.astype(float) for answer in asked
    )
    if not np.allclose(now[:, :3], after_later[:, :3], rtol=0, atol=CLOSE):
        raise WrongError(
            "changing words 3 and 4 changed what words 0 to 2 get: the future leaks"
        )
    deaf = np.isclose(now, after_first, rtol=0, atol=1e-9).all(axis=(0, 2))  # (n,)
    if deaf.any():
        raise WrongError(
            f"changing word 0 did not change what word {deaf.argmax()} gets"
        )


@check(
    "multi_head_attention",
    "a sentence sees itself, and no other",
    hint="the batch stays the first axis, from the beginning to the end",
)
def apart(student):
    x, *matrices = some(student, b=3)
    other, first = x.copy(), x.copy()
    other[1:] += 1
    first[0, 0] += 1
    asked = [student(s, *matrices, 3) for s in (x, other, first)]
    alone, among, itself = (
        answer.has_shape(3, 5, 6).is_finite().array.astype(float)[0] for answer in asked
    )
    if not np.allclose(alone, among, rtol=0, atol=CLOSE):
        raise WrongError(
            "changing sentences 1 and 2 changed what sentence 0 gets: they are mixed up"
        )
    deaf = np.isclose(alone, itself, rtol=0, atol=1e-9).all(axis=1)  # (n,)
    if deaf.any():
        raise WrongError(
            "changing word 0 of sentence 0 did not change what "
            f"its word {deaf.argmax()} gets"
        )


@check(
    "multi_head_attention",
    "what it was given is left as it was",
    hint="`x -= 1` and `x[:] = ...` write into the array of whoever called",
)
def keeps(student):
    *given, w_o = some(student)
    for mask in (None, some_mask(student, 2)):
        asked = [student(*given, w, 2, mask) for w in (w_o, 2 * w_o)]
        once, twice = (answer.has_shape(2, 5, 6).array for answer in asked)
        if np.array_equal(once, twice):
            raise WrongError("twice w_o gave the same output")
        if 6 in asked[0].changed:
            raise WrongError(
                f"{asked[0].said} changed the mask: whoever called still needs it"
            )
        asked[0].keeps_its_arguments()
