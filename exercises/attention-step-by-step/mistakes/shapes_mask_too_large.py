"""A mask of the size of the scores."""

TASK = "predict_the_shapes"
FAILS = "the smallest mask that hides padding"
SAYS = "it fits, and a smaller one does too"


def predict_the_shapes(b, h, q, k, d_k, d_v):
    return {
        "keys_turned": (b, h, d_k, k),
        "scores": (b, h, q, k),
        "context": (b, h, q, d_v),
        "padding_mask": (b, h, q, k),
        "multiplications": b * h * q * k * (d_k + d_v),
    }
