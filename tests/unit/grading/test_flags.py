import pytest

from attnbook.grading.flags import flags_of


@pytest.mark.parametrize(
    ("cell", "flag"),
    [
        (
            "import torch.nn.functional as F\nF.scaled_dot_product_attention(q, k, v)",
            "calls torch.nn.functional.scaled_dot_product_attention",
        ),
        (
            "from torch.nn import functional as f\nf.scaled_dot_product_attention(q)",
            "calls torch.nn.functional.scaled_dot_product_attention",
        ),
        (
            "from scipy import special\nspecial.softmax(x)",
            "calls scipy.special.softmax",
        ),
        ("import torch\ntorch.nn.MultiheadAttention(3, 1)", "calls torch.nn.Multihead"),
        ("import torch as t\nt.ones(3).softmax(-1)", "calls softmax"),
        ("import torch\nf = torch.softmax", "gives torch.softmax another name"),
        (
            "from scipy.special import softmax as f",
            "imports scipy.special.softmax as f",
        ),
        ("import socket", "imports socket"),
        ("from ctypes import CDLL", "imports ctypes"),
        ("from attnbook.reference import softmax", "imports attnbook.reference"),
        ("import os\nos._exit(0)", "uses _exit"),
        ("def f(x):\n    return f.__globals__", "uses __globals__"),
    ],
)
def test_what_a_human_should_look_at_is_named_with_its_cell(cell, flag):
    (found,) = flags_of(["x = 1", cell], [])
    assert found.startswith(flag)
    assert found.endswith(" (code cell 2)")


@pytest.mark.parametrize(
    "cell",
    [
        "def softmax(x):\n    return x\nsoftmax(1)",
        "def scaled_dot_product_attention(q):\n    return softmax(q)",
        "import numpy as np\nnp.exp(x) / np.exp(x).sum()",
        "import torch\ntorch.exp(x)",
        "x = 'torch.softmax(x)'  # F.softmax(x)",
        "this is no Python",
        "\0",
        "(" * 10_000,
    ],
)
def test_what_a_learner_writes_is_not_flagged(cell):
    assert flags_of([cell], ["softmax"]) == []


def test_what_the_solution_does_for_a_task_others_may_do_for_it_alone():
    layer = "from torch import nn\ndef {}(q): return nn.MultiheadAttention(3, 1)(q)"
    mine = "import torch\ndef {}(q): return torch.nn.MultiheadAttention(3, 1)(q)"
    solution = [layer.format("heads_in_torch"), "def split(x): return x"]
    tasks = ["heads_in_torch", "split"]
    assert flags_of([mine.format("heads_in_torch")], tasks, solution) == []
    (flag,) = flags_of([mine.format("split")], tasks, solution)
    assert flag == "calls torch.nn.MultiheadAttention (code cell 1)"


def test_a_flag_comes_once_and_there_are_never_many():
    cells = ["import torch\ntorch.softmax(x)"] * 50
    assert flags_of(cells, []) == ["calls torch.softmax (code cell 1)"]
    many = [f"import torch as t{n}\nt{n}.a{n}.softmax(1)" for n in range(99)]
    assert len(flags_of(many, [])) == 20


def test_two_functions_of_a_name_are_told():
    cells = ["def f(x): pass", "def f(x): pass\ndef g(x): pass\ndef h(x): pass"]
    assert flags_of(cells, ["f", "g"]) == ["f is defined 2 times: the last one counts"]
