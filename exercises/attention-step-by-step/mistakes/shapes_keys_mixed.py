"""The context has the features of a key."""

TASK = "predict_the_shapes"
FAILS = "the context"
SAYS = "a mixture of values, not of keys"


def predict_the_shapes(b, h, q, k, d_k, d_v):
    return {
        "keys_turned": (b, h, d_k, k),
        "scores": (b, h, q, k),
        "context": (b, h, q, d_k),
        "padding_mask": (b, 1, 1, k),
        "multiplications": b * h * q * k * (d_k + d_v),
    }
