"""One row for all sequences, as if they were equally long."""

TASK = "predict_the_shapes"
FAILS = "the smallest mask that hides padding"
SAYS = "each sequence has padding of its own"


def predict_the_shapes(b, h, q, k, d_k, d_v):
    return {
        "keys_turned": (b, h, d_k, k),
        "scores": (b, h, q, k),
        "context": (b, h, q, d_v),
        "padding_mask": (1, 1, 1, k),
        "multiplications": b * h * q * k * (d_k + d_v),
    }
