"""Only the scores are counted."""

TASK = "predict_the_shapes"
FAILS = "the number of multiplications"
SAYS = "the weights multiply the values, too"


def predict_the_shapes(b, h, q, k, d_k, d_v):
    return {
        "keys_turned": (b, h, d_k, k),
        "scores": (b, h, q, k),
        "context": (b, h, q, d_v),
        "padding_mask": (b, 1, 1, k),
        "multiplications": b * h * q * k * d_k,
    }
