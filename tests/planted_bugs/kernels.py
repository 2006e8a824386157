"""Bugs in kernel regression: a wrong power, factor, sign or axis."""

from tests.planted_bugs.bug import Bug, numpy_bug, torch_bug

NUMPY = [
    numpy_bug("distance not squared", "kernels", "(gaps**2)", "abs(gaps)"),
    numpy_bug(
        "distance without its minus", "kernels", "(0 - (gaps**2)", "(0 + (gaps**2)"
    ),
    numpy_bug(
        "minus zero for a key that equals the query",
        "kernels",
        "(0 - (gaps**2).sum(-1))",
        "(-(gaps**2).sum(-1))",
    ),
    numpy_bug(
        "temperature h², as for dot products",
        "kernels",
        "2.0 * bandwidth**2",
        "bandwidth**2",
    ),
    numpy_bug(
        "bandwidth not squared", "kernels", "2.0 * bandwidth**2", "2.0 * bandwidth"
    ),
    numpy_bug(
        "bandwidth without its half",
        "kernels",
        "math.sqrt(temperature / 2)",
        "math.sqrt(temperature)",
    ),
    numpy_bug(
        "regression with its mask forgotten",
        "kernels",
        "temperature=temperature, mask=mask)",
        "temperature=temperature)",
    ),
    numpy_bug(
        "regression in half precision",
        "kernels",
        "distance_scores(widen(q), widen(k))",
        "distance_scores(q, k)",
    ),
    numpy_bug(
        "weights of the wrong axis in the regression",
        "kernels",
        "temperature=temperature, mask=mask)",
        "temperature=temperature, mask=mask, axis=-2)",
    ),
]
TORCH = [
    torch_bug(
        "regression with its mask forgotten",
        "kernels",
        "temperature=temperature, mask=mask)",
        "temperature=temperature)",
    ),
    torch_bug(
        "distance not squared", "kernels", "gaps.square()", "gaps.abs()", "kernels"
    ),
    torch_bug(
        "queries subtracted from the wrong axis",
        "kernels",
        "widen(q).unsqueeze(-2) - widen(k).unsqueeze(-3)",
        "widen(q).unsqueeze(-3) - widen(k).unsqueeze(-2)",
        "kernels",
    ),
]
CHECKS = [
    Bug(
        "checks: a bandwidth of zero let through",
        "shapes/kernels.py",
        "if not 1e-14 <= bandwidth <= 1e14:",
        "if not 0 <= bandwidth <= 1e14:",
        ("tests/unit/shapes/test_kernels.py",),
    ),
]
BUGS: list[Bug] = [*NUMPY, *TORCH, *CHECKS]
