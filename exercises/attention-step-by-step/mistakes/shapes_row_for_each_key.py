"""The context has a row for each key."""

TASK = "predict_the_shapes"
FAILS = "the context"
SAYS = "rows belong to queries"


def predict_the_shapes(b, h, q, k, d_k, d_v):
    return {
        "keys_turned": (b, h, d_k, k),
        "scores": (b, h, q, k),
        "context": (b, h, k, d_v),
        "padding_mask": (b, 1, 1, k),
        "multiplications": b * h * q * k * (d_k + d_v),
    }
