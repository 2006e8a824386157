"""Formulas: the letters that stand for queries, keys and values, and no others."""

import re

import pytest
from page.formulas import colour

CLASS = re.compile(r"\{\\class\{att-([qkv])\}\{([QKVqkv])\}\}")


def coloured(tex: str) -> str:
    """Write the coloured letters in order, after checking that nothing else changed."""
    result = colour(tex)
    assert CLASS.sub(r"\2", result) == tex
    assert all(role == letter.lower() for role, letter in CLASS.findall(result))
    return "".join(letter for _, letter in CLASS.findall(result))


@pytest.mark.parametrize(
    ("tex", "letters"),
    [
        (r"Q", "Q"),
        (r"QK^\top", "QK"),
        (r"K^\top", "K"),
        (r"W^Q", "Q"),
        (r"W_Q, W_K, W_V", "QKV"),
        (r"W_{Q}^{(i)}", "Q"),
        (r"\frac QK", "QK"),
        (r"\hat Q'", "Q"),
        (r"q_i^\top k_j", "qk"),
        (r"k _j", "k"),
        (r"v_{j}", "v"),
        (r"q^\top k", "qk"),
        (r"\mathbf{k}", "k"),
        (r"\mathbf k", "k"),
        (r"\boldsymbol{v}_1", "v"),
        (r"w^\top\tanh(W_Q q + W_K k)", "QqKk"),
        (r"\frac{q_i^\top k_j}{\sqrt{d_k}} x_{k}^{v}", "qk"),
        (r"q", "q"),
        (r"v", "v"),
        (r"\begin{aligned} S &= Q K^\top \\ C &= A V \end{aligned}", "QKV"),
    ],
)
def test_queries_keys_and_values_are_coloured(tex: str, letters: str) -> None:
    assert coloured(tex) == letters


@pytest.mark.parametrize(
    "tex",
    [
        r"d_k",
        r"\sqrt{d_k}",
        r"\sqrt{d_{k}}",
        r"d_v, d_q",
        r"x_{k_j} y^{v_j}",
        r"\sum_{k=1}^{n} x_k",
        r"2^k",
        r"k = 1, \dots, n",
        r"k",
        r"\text{Query}",
        r"\text{a Q and K}",
        r"\mathrm{KL}(p)",
        r"\operatorname{Var}[x]",
        r"\operatorname*{Var}[x]",
        r"\mathbb{K}, \mathcal V",
        r"\begin{vmatrix} 1 \end{vmatrix}",
        r"\color{Violet} x",
        r"\kappa, \quad \varepsilon, \vdots",
        r"x_{\text{kv}}",
        r"",
        r"\{x\}",
    ],
)
def test_other_letters_keep_their_colour(tex: str) -> None:
    assert colour(tex) == tex


def test_a_scaled_product_is_coloured_as_a_reader_expects() -> None:
    tex = r"\operatorname{softmax}\!\left(\frac{QK^\top}{\sqrt{d_k}}\right)V"
    assert coloured(tex) == "QKV"


def test_a_script_of_one_letter_stays_one_argument() -> None:
    assert colour(r"W_Q x") == r"W_{\class{att-q}{Q}} x"


def test_braces_that_do_not_match_are_left_to_mathjax() -> None:
    assert coloured(r"} Q {") == "Q"
