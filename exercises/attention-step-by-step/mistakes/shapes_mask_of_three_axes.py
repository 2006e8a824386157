"""A mask (b, 1, k), which fits scores without heads."""

TASK = "predict_the_shapes"
FAILS = "the smallest mask that hides padding"
SAYS = "so b would meet the heads"


def predict_the_shapes(b, h, q, k, d_k, d_v):
    return {
        "keys_turned": (b, h, d_k, k),
        "scores": (b, h, q, k),
        "context": (b, h, q, d_v),
        "padding_mask": (b, 1, k),
        "multiplications": b * h * q * k * (d_k + d_v),
    }
