"""Bugs in completing patterns: a step forgotten, a sign, a temperature."""

from tests.planted_bugs.bug import Bug, numpy_bug, torch_bug

BUGS: list[Bug] = [
    numpy_bug(
        "one step whatever was asked for",
        "hopfield",
        "for _ in range(n_steps):",
        "for _ in range(min(n_steps, 1)):",
    ),
    numpy_bug(
        "retrieval without its temperature",
        "hopfield",
        "dot_scores(state, stored), temperature=temperature)",
        "dot_scores(state, stored))",
    ),
    numpy_bug(
        "the first scores in every step",
        "hopfield",
        "dot_scores(state, stored)",
        "dot_scores(widen(q), stored)",
    ),
    numpy_bug("energy without its half", "hopfield", ".sum(-1) / 2", ".sum(-1)"),
    numpy_bug(
        "energy uphill", "hopfield", "/ 2 - temperature *", "/ 2 + temperature *"
    ),
    numpy_bug(
        "energy with its temperature once",
        "hopfield",
        "- temperature * log_sum_exp(",
        "- log_sum_exp(",
    ),
    numpy_bug(
        "patterns in half precision",
        "hopfield",
        "state, stored = widen(q), widen(k)",
        "state, stored = q, k",
    ),
    torch_bug(
        "queries handed back as they are",
        "hopfield",
        "q.dtype, copy=True)",
        "q.dtype)",
    ),
    torch_bug(
        "energy with its temperature once",
        "hopfield",
        "- temperature * log_sum_exp(",
        "- log_sum_exp(",
    ),
]
