""".T turns round all axes."""

TASK = "predict_the_shapes"
FAILS = "the keys, turned for the product"
SAYS = "which turns round all axes"


def predict_the_shapes(b, h, q, k, d_k, d_v):
    return {
        "keys_turned": (d_k, k, h, b),
        "scores": (b, h, q, k),
        "context": (b, h, q, d_v),
        "padding_mask": (b, 1, 1, k),
        "multiplications": b * h * q * k * (d_k + d_v),
    }
