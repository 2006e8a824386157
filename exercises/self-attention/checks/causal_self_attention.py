"""Checks of causal_self_attention."""

from itertools import product

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import causal_mask, softmax
from attnbook.reference import scaled_dot_product_attention as attention


def some(student, *batch):
    """Draw 7 words of 5 features, and projections to 3 and to 2."""
    x = student.rng.normal(size=(*batch, 7, 5))
    return x, *(student.rng.normal(size=(5, d)) / 2 for d in (3, 3, 2))


def right(x, w_q, w_k, w_v, **options):
    options = {"mask": causal_mask(x.shape[-2]), **options}
    return attention(x @ w_q, x @ w_k, x @ w_v, **options)


PENCIL = (np.array([[5, 1, 4], [np.log(3), 0, 8]]), *np.eye(3)[:, :, None])
ROOT = "scores divided by the root of d_model"
MASK = "the future shown and the past hidden"
AXIS = "softmax over the queries: the columns sum to 1"
TOPS = {
    "": lambda scores: scores.max(),
    "each row": lambda scores: scores.max(axis=1, keepdims=True),
    "the maximum of row i subtracted from column i": lambda s: s.max(axis=1),
}
TOTALS = {
    "": lambda powers: powers.sum(axis=1, keepdims=True),
    AXIS: lambda powers: powers.sum(axis=0),
    "the sum of row i dividing column i": lambda powers: powers.sum(axis=1),
}


def unmended(x, w_q, w_k, w_v):
    """Yield what comes of mistakes that are left or new, by what they are."""
    products, past = x @ w_q @ (x @ w_k).T, causal_mask(7)
    for root, mask, total, top in product(("", ROOT), ("", MASK), TOTALS, TOPS):
        scores = products / np.sqrt(5 if root else 3)
        scores = np.where(past.T if mask else past, scores, -np.inf)
        powers = np.exp(scores - TOPS[top](scores))
        yield named(root, mask, total, top), powers / TOTALS[total](powers) @ (x @ w_v)


def named(root, mask, total, top):
    """Name one mistake; of several that are left, say only how many."""
    left = [mistake for mistake in (root, mask, total) if mistake in (ROOT, MASK, AXIS)]
    new = [mistake for mistake in (top, total) if " column i" in mistake]
    if len(left) == 3 and not top:
        return "somebody's function, as it was: follow the pencil example through it"
    if len(left) < 2:
        return "; and ".join(new + left)
    return f"{len(left)} of somebody's mistakes: follow the pencil example through it"


def masked_wrongly(x, w_q, w_k, w_v):
    """Return what comes of masks that somebody did not think of, by what they are."""
    scores, past = x @ w_q @ (x @ w_k).T / np.sqrt(3), causal_mask(7)
    weights = {
        "no mask at all": softmax(scores),
        "each word seeing the next one, too": softmax(
            np.where(np.tri(7, k=1), scores, -np.inf)
        ),
        "hidden scores set to 0, which is a score like any other": softmax(
            np.where(past, scores, 0)
        ),
        "the mask put on after the softmax: the rows do not sum to 1": np.where(
            past, softmax(scores), 0
        ),
    }
    return {mistake: a @ (x @ w_v) for mistake, a in weights.items()}


@check(
    "causal_self_attention",
    "each word gets its mixture of itself and those before",
    points=3,
    hint="print the weights: row 0 has a single 1, and each row sums to 1",
)
def mixture(student):
    given = some(student)
    answer = student(*given).has_shape(
        7,
        2,
        looks_like={
            "did the weights mix something else than values?": (7, 3),
            "did the weights mix the words themselves?": (7, 5),
        },
    )
    mistakes = (
        *unmended(*given),
        *masked_wrongly(*given).items(),
        ("scores that were not divided", right(*given, scale=1)),
    )
    known = {
        mistake: numbers
        for mistake, numbers in mistakes
        if np.allclose(answer.array, numbers, rtol=0, atol=1e-6, equal_nan=True)
    }
    if known:  # the pencil example tells more where nothing is known
        answer.is_close(right(*given), looks_like=known)
    zero = {"a score of exactly 0 that was taken for a hidden one": [[4], [4]]}
    student(*PENCIL).is_close([[4], [5]], looks_like=zero)
    answer.is_close(right(*given))


@check(
    "causal_self_attention",
    "the past is felt, and the future is not",
    points=2,
    hint="hide before the softmax, so that later words are not in its sum",
)
def no_leak(student):
    x, *matrices = some(student)
    later, first = x.copy(), x.copy()
    later[4:] += 1
    first[0] += 1
    asked = [student(words, *matrices).has_shape(7, 2) for words in (x, later, first)]
    now, after_later, after_first = (answer.array for answer in asked)
    if not np.allclose(now[:4], after_later[:4], rtol=0, atol=1e-6, equal_nan=True):
        raise WrongError(
            "changing words 4 to 6 changed what words 0 to 3 get: the future leaks"
        )
    deaf = np.isclose(now, after_first, rtol=0, atol=1e-9).all(axis=1)
    if deaf.any():
        raise WrongError(
            f"changing word 0 did not change what word {deaf.argmax()} gets"
        )


@check(
    "causal_self_attention",
    "a batch of sentences is carried along",
    hint="count axes from the end: n is x.shape[-2], and keys are turned by swapaxes",
)
def batched(student):
    for batch in ((3,), (2, 3)):
        x, w_q, w_k, w_v = some(student, *batch)
        scores = x @ w_q @ (x @ w_k).swapaxes(-1, -2) / np.sqrt(3)
        scores = np.where(causal_mask(7), scores, -np.inf)
        alone = [
            student(words, w_q, w_k, w_v).has_shape(7, 2).array
            for words in x.reshape(-1, 7, 5)
        ]
        student(x, w_q, w_k, w_v).is_close(
            np.reshape(alone, (*batch, 7, 2)),
            looks_like={
                "softmax over axis 1, which are the queries in a batch": (
                    softmax(scores, axis=1) @ (x @ w_v)
                )
            },
        )


@check(
    "causal_self_attention",
    "large scores stay finite, in every row",
    hint="subtract from each row the largest score that it may see; "
    "any other number can leave a row of 0 / 0",
)
def large(student):
    x, w_q, w_k, w_v = some(student)
    x[:, 0] = np.linspace(1, 40, 7)
    w_q[0] = w_k[0] = 2
    student(x, w_q, w_k, w_v).is_close(right(x, w_q, w_k, w_v), atol=1e-4)
    x[:, 0], w_q[0] = np.linspace(90, 118, 7), -2  # below -50,000
    heard = right(x, w_q, w_k, w_v, mask=~causal_mask(7), scale=0)
    heard[-1] = right(x, w_q, w_k, w_v)[-1]
    student(x, w_q, w_k, w_v).is_close(
        right(x, w_q, w_k, w_v),
        atol=1e-4,
        looks_like={"hidden words heard, for lack of a score that is lower": heard},
    )
