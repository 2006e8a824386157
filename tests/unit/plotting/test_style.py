import io

import matplotlib as mpl
import matplotlib.pyplot as plt

from attnbook.plotting import COLOURS, plot_weights, use_book_style


def svg() -> str:
    figure = plot_weights([[0.2, 0.8]], mask=[[True, False]]).figure
    file = io.StringIO()
    figure.savefig(file, format="svg", metadata={"Date": None})
    plt.close(figure)
    return file.getvalue()


def test_the_same_figure_is_the_same_file():
    assert svg() == svg()


def test_text_is_drawn_as_outlines_in_ink():
    text = svg()
    assert "<text" not in text
    assert COLOURS["ink"].lower() in text


def test_numbers_on_cells_are_not_in_ink_which_turns_light_on_a_dark_page():
    figure = plot_weights([[0.2, 0.8]]).figure
    on_cells = {text.get_color() for text in figure.axes[0].texts}
    assert not on_cells & {COLOURS["ink"], COLOURS["muted"]}


def test_what_the_reader_had_set_before_does_not_shine_through():
    mpl.rcParams["font.size"] = 40
    mpl.rcParams["axes.grid"] = True
    use_book_style()
    assert mpl.rcParams["font.size"] == 10
    assert not mpl.rcParams["axes.grid"]
