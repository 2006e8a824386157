import pytest

from tests.unit.notebooks.cells import code


def lines(n: int) -> str:
    return "\n".join(f"x{i} = {i}" for i in range(n))


def cells(number: int, size: int) -> list:
    return [code(lines(size)) for _ in range(number)]


def test_a_cell_of_more_than_twenty_lines_is_found(lint):
    assert lint(*cells(1, 20), *cells(19, 1)) == []
    (problem,) = lint(*cells(1, 21), *cells(19, 1))
    assert problem == "cell 1: has 21 lines; at most 20: split it"


def test_a_notebook_whose_usual_cell_is_long_is_found(lint):
    assert lint(*cells(3, 6)) == []
    (problem,) = lint(*cells(3, 7))
    assert problem == "the median cell has 7 lines; at most 6"


def test_a_notebook_with_many_large_cells_is_found(lint):
    assert lint(*cells(2, 15), *cells(7, 1)) == []
    (problem,) = lint(*cells(2, 16), *cells(7, 1))
    assert problem == "one cell in ten has 16 lines or more; at most 15"


def test_a_line_wider_than_eighty_columns_is_found(lint):
    assert lint(code("x = " + "1" * 76)) == []
    (problem,) = lint(code("x = " + "1" * 77))
    assert problem == "cell 1: has a line of 81 columns; at most 80"


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ('ink = "#1F2328"', "#1F2328"),
        ('ax.plot(x, y, color="red")', "color='red'"),
        ('ax.imshow(x, cmap="viridis")', "cmap='viridis'"),
        ('plt.rcParams["font.size"] = 12', "rcParams"),
        ("plt.show()", "plt.show"),
        ('plt.style.use("ggplot")', "plt.style"),
    ],
)
def test_a_look_of_its_own_is_found(lint, source, named):
    (problem,) = lint(code(source))
    assert named in problem


@pytest.mark.parametrize(
    "source",
    ["x = 1  # 123456", 'print("#1")', 'ax.plot(x, color=COLOURS["q"])', "c = f(k=1)"],
)
def test_what_only_resembles_a_colour_passes(lint, source):
    assert lint(code(source)) == []


def test_commands_of_ipython_do_not_stop_the_other_rules(lint):
    (problem,) = lint(code('%matplotlib inline\nax.plot(x, color="red")'))
    assert "color='red'" in problem
