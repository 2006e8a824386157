"""The scores keep the features of the queries."""

TASK = "predict_the_shapes"
FAILS = "the scores"
SAYS = "d_k is summed over"


def predict_the_shapes(b, h, q, k, d_k, d_v):
    return {
        "keys_turned": (b, h, d_k, k),
        "scores": (b, h, q, d_k),
        "context": (b, h, q, d_v),
        "padding_mask": (b, 1, 1, k),
        "multiplications": b * h * q * k * (d_k + d_v),
    }
