"""One table of scores for all heads."""

TASK = "predict_the_shapes"
FAILS = "the scores"
SAYS = "each head has scores of its own"


def predict_the_shapes(b, h, q, k, d_k, d_v):
    return {
        "keys_turned": (b, h, d_k, k),
        "scores": (b, q, k),
        "context": (b, h, q, d_v),
        "padding_mask": (b, 1, 1, k),
        "multiplications": b * h * q * k * (d_k + d_v),
    }
