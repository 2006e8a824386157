"""Draw a learner's array beside the right one, as a small picture and in words."""

import base64
import html
from typing import Any

import numpy as np

_MOST = 16  # rows or columns that a small picture can show
_NUMBERED = 8  # and how many of them leave room for numbers
_MOST_TEXT = 5  # columns of numbers that a line of text can hold, twice
# cividis at 0, 1/4, 1/2, 3/4 and 1, as in the figures of the book.
_CIVIDIS = (
    (0, 34, 78),
    (66, 78, 108),
    (125, 124, 120),
    (188, 175, 111),
    (254, 232, 56),
)
_INK, _MASKED = "#1F2328", "#C9CDD3"
_FONT = "font-family='DejaVu Sans, Arial, sans-serif'"
_HATCH = (
    "<pattern id='h' width='6' height='6' patternUnits='userSpaceOnUse'>"
    f"<rect width='6' height='6' fill='{_MASKED}'/>"
    "<path d='M0 6L6 0' stroke='#6B7280' stroke-width='.8'/></pattern>"
)


class Comparison:
    """A learner's array and the right one, side by side.

    Args:
        yours: What the learner's function returned.
        target: What is right.
        atol: How far from it an answer may be.

    Example:
        >>> Comparison(np.array([[1, 0]]), np.array([[1, 2]])).words
        '1 of 2 entries differ; the first, in row 0 and column 1, is 0 and should be 2'
    """

    def __init__(self, yours: Any, target: Any, atol: float = 1e-6):
        self.yours, self.target = yours, np.asarray(target)
        self.differs = np.zeros(0, dtype=bool)
        if not self._fits():
            return
        pair = (self.yours, self.target)
        is_mask = any(a.dtype == bool for a in pair) and np.isin(pair, (0, 1)).all()
        self.yours, self.target = (a.astype(bool if is_mask else float) for a in pair)
        with np.errstate(all="ignore"):  # an answer may be near the largest float
            same = np.isclose(self.yours, self.target, rtol=0, atol=atol)
        self.differs = ~same

    def _fits(self) -> bool:
        return (
            isinstance(self.yours, np.ndarray)
            and self.yours.shape == self.target.shape
            and self.target.ndim == 2
            and max(self.target.shape) <= _MOST
        )

    @property
    def helps(self) -> bool:
        """Whether a small picture can show how the arrays differ."""
        return bool(self.differs.any())

    @property
    def words(self) -> str:
        """Say where the arrays differ first, for who does not see the picture."""
        row, column = (int(n) for n in np.argwhere(self.differs)[0])
        yours, target = (_word(a[row, column]) for a in (self.yours, self.target))
        return (
            f"{int(self.differs.sum())} of {self.differs.size} entries differ; "
            f"the first, in row {row} and column {column}, is {yours} "
            f"and should be {target}"
        )

    def __repr__(self) -> str:
        """Draw with letters, for a terminal."""
        if self.target.dtype == bool:
            sides = [_letters(a, ".#") for a in (self.yours, self.target)]
            key = "# = True, . = False"
        elif self.target.shape[1] <= _MOST_TEXT:
            sides = [_numbers(a) for a in (self.yours, self.target)]
            key = ""
        else:
            return f"      {self.words}"
        width = max(len("yours"), len(sides[0][0])) + 4
        rows = [("yours", f"target   {key}".rstrip()), *zip(*sides, strict=True)]
        lines = [f"      {left:{width}}{right}" for left, right in rows]
        return "\n".join([f"      {self.words}", *lines])

    def _repr_html_(self) -> str:
        """Draw for a notebook: one picture, whose text alternative says the same."""
        drawing = base64.b64encode(self.svg().encode()).decode()
        alt = html.escape(f"Your array beside the target: {self.words}.")
        return f'<img alt="{alt}" src="data:image/svg+xml;base64,{drawing}">'

    def svg(self) -> str:
        """Draw both arrays on one scale; a frame marks each entry that differs."""
        rows, columns = self.target.shape
        numbered = max(rows, columns) <= _NUMBERED
        width, height = (46, 26) if numbered else (18, 18)
        low, high = _range(self.yours, self.target)
        parts, across = [], 2 * columns * width + 60
        for side, (name, array) in enumerate(
            [("yours", self.yours), ("target", self.target)]
        ):
            left = 16 + side * (columns * width + 28)
            parts.append(f"<text x='{left}' y='20' font-size='12'>{name}</text>")
            for (row, column), value in np.ndenumerate(array):
                x, y = left + column * width, 28 + row * height
                marked = bool(self.differs[row, column]) and side == 0
                share = _share(value, low, high)
                parts.append(_cell(x, y, width, height, value, share, numbered))
                parts.append(_frame(x, y, width, height) if marked else "")
        down = 28 + rows * height + 14
        return (
            f"<svg xmlns='http://www.w3.org/2000/svg' width='{across}' height='{down}' "
            f"viewBox='0 0 {across} {down}' {_FONT} fill='{_INK}'>"
            f"<defs>{_HATCH}</defs><rect width='100%' height='100%' rx='6' "
            f"fill='#FFFFFF'/>{''.join(parts)}</svg>"
        )


def _word(value: Any) -> str:
    return str(bool(value)) if value.dtype == bool else f"{value:.3g}"


def _letters(array: np.ndarray, letters: str) -> list[str]:
    return ["".join(letters[int(value)] for value in row) for row in array]


def _numbers(array: np.ndarray) -> list[str]:
    return [" ".join(f"{_word(value):>8}" for value in row) for row in array]


def _range(*arrays: np.ndarray) -> tuple[float, float]:
    """Return 0 and 1 for weights, else the smallest and the largest finite entry."""
    finite = np.concatenate([a[np.isfinite(a)].astype(float) for a in arrays])
    low, high = finite.min(initial=0), finite.max(initial=1)
    return float(low), float(high)


def _share(value: Any, low: float, high: float) -> float:
    """Say how far a value is along the scale; NaN if it is nowhere on it."""
    finite = np.isfinite(value)
    return (float(value) / 2 - low / 2) / (high / 2 - low / 2) if finite else np.nan


def _cell(x, y, width, height, value, share: float, numbered: bool) -> str:
    if value.dtype == bool:
        fill, ink = ("#FFFFFF" if value else "url(#h)"), _INK
    elif np.isnan(share):
        fill, ink = "url(#h)", _INK
    else:
        fill, ink = _colour(share), ("#FFFFFF" if share < 0.55 else _INK)
    drawn = (
        f"<rect x='{x}' y='{y}' width='{width}' height='{height}' "
        f"fill='{fill}' stroke='#6B7280' stroke-width='.5'/>"
    )
    if not numbered:
        return drawn
    text = str(bool(value)) if value.dtype == bool else f"{value:.2g}"
    return drawn + (
        f"<text x='{x + width / 2}' y='{y + height / 2 + 4}' font-size='11' "
        f"text-anchor='middle' fill='{ink}'>{text}</text>"
    )


def _frame(x, y, width, height) -> str:
    inside = f"x='{x + 1.5}' y='{y + 1.5}' width='{width - 3}' height='{height - 3}'"
    return "".join(  # ink on white: it shows on a dark cell and on a light one
        f"<rect {inside} fill='none' stroke='{colour}' stroke-width='{thick}'/>"
        for colour, thick in (("#FFFFFF", 4), (_INK, 2))
    )


def _colour(share: float) -> str:
    stops = np.linspace(0, 1, len(_CIVIDIS))
    mixed = (
        np.interp(share, stops, channel) for channel in zip(*_CIVIDIS, strict=True)
    )
    return "#" + "".join(f"{round(float(level)):02X}" for level in mixed)
