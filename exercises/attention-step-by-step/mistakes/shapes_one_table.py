"""The heads and sequences are forgotten."""

TASK = "predict_the_shapes"
FAILS = "the number of multiplications"
SAYS = "has a table of its own"


def predict_the_shapes(b, h, q, k, d_k, d_v):
    return {
        "keys_turned": (b, h, d_k, k),
        "scores": (b, h, q, k),
        "context": (b, h, q, d_v),
        "padding_mask": (b, 1, 1, k),
        "multiplications": q * k * (d_k + d_v),
    }
