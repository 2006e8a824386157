"""Find stored widgets that the built book, which has no kernel, could not show.

A notebook keeps a copy of each widget: its values, and the text of its JavaScript. The
page is made from that copy, so a stale or broken one would reach the reader unseen.

Only the standard library, and no import of the package: the environment that builds the
book has neither torch nor attnbook and loads this file by its path.
"""

import math
import re
from collections.abc import Iterator
from pathlib import Path

STATE = "application/vnd.jupyter.widget-state+json"
VIEW = "application/vnd.jupyter.widget-view+json"
REFERENCE = "IPY_MODEL_"
_HERE = Path(__file__).parent
_SHARED = "explorer"  # the files that views share

_SLIDERS = {"FloatSliderModel", "FloatLogSliderModel", "IntSliderModel"}
_BOXES = {"BoxModel", "HBoxModel", "VBoxModel"}
_LINKS = {"LinkModel", "DirectionalLinkModel"}
_CONTROLS = _SLIDERS | _BOXES | {"CheckboxModel", "DropdownModel", "LabelModel"}
RENDERED = _CONTROLS | _LINKS | {"AnyModel"}  # as in static/static-widgets.js

# Settings of those widgets that the runtime does not read, and the value it assumes.
_ASSUMED = {
    "behavior": "drag-tap",
    "box_style": "",
    "continuous_update": True,
    "description_allow_html": False,
    "disabled": False,
    "indent": True,
    "orientation": "horizontal",
    "readout": True,
    "tabbable": None,
    "tooltip": None,
}


def problems(notebook: dict, name: str) -> list[str]:
    """List what would go wrong with the stored widgets of one notebook.

    Args:
        notebook: The notebook, as ``json.load`` gives it.
        name: How to call it in the messages, for example its path.

    Returns:
        One message per problem: what came and what to do; [] if all is well.

    Example:
        >>> problems({"cells": [], "metadata": {}}, "empty.ipynb")
        []
    """
    try:
        state = widget_state(notebook)
        views = list(view_ids(notebook))
    except ValueError as error:
        return [f"{name}: {error}; run `make notebooks`"]
    found = [
        f"view {v[:8]}: its model is not stored; run `make notebooks`"
        for v in views
        if v not in state
    ]
    for model_id, record in state.items():
        title = _title(model_id, record)
        try:
            found += [f"{title}: {text}" for text in _faults(record, state)]
        except (AttributeError, IndexError, KeyError, TypeError):
            found.append(f"{title}: its values can't be read; run `make notebooks`")
    return [f"{name}: {text}" for text in found]


def widget_state(notebook: dict) -> dict[str, dict]:
    """Return the stored models by their ids; ``{}`` if the notebook has no widgets.

    Raises:
        ValueError: If what is stored does not have the form of widget state.
    """
    stored = notebook.get("metadata", {}).get("widgets", {})
    if stored == {}:
        return {}
    try:
        state = stored[STATE]["state"]
        for record in state.values():
            record["model_name"].endswith("Model"), record["state"].items()
    except (AttributeError, KeyError, TypeError):
        raise ValueError("the stored widget state can't be read") from None
    return state


def view_ids(notebook: dict) -> Iterator[str]:
    """Yield the model id of each widget that a cell shows, in reading order."""
    for cell in notebook.get("cells", []):
        for output in cell.get("outputs", []):
            view = output.get("data", {}).get(VIEW)
            if view is None:
                continue
            if not isinstance(view, dict) or not isinstance(view.get("model_id"), str):
                raise ValueError(f"a stored widget view names no model: {view!r:.60}")
            yield view["model_id"]


def view_source(name: str, suffix: str) -> str | None:
    """Return the text of a view as a notebook stores it; None if there is no such file.

    A first line that says "Follows explorer.js", or .css, asks for the text of that
    file before its own: a stored view can't import another.

    Args:
        name: The widget's name, that of its files.
        suffix: ``.js`` or ``.css``.

    Example:
        >>> view_source("scale_explorer", ".js").startswith("// What explorers share")
        True
    """
    file = _HERE / f"{name}{suffix}"
    if not file.is_file():
        return None
    own = file.read_text("utf-8")
    if not re.match(rf"/[/*] Follows {_SHARED}\{suffix}\b", own):
        return own
    return (_HERE / f"{_SHARED}{suffix}").read_text("utf-8") + own


def _title(model_id: str, record: dict) -> str:
    label = record["state"].get("description") or record["state"].get("_anywidget_id")
    return f"{record['model_name']} {label or model_id[:8]!r}"


def _faults(record: dict, state: dict[str, dict]) -> Iterator[str]:
    """Yield what is wrong with one stored model, without its name."""
    name, traits = record["model_name"], record["state"]
    if name == "LayoutModel" or name.endswith("StyleModel"):
        yield from _ignored_looks(traits)
    elif name not in RENDERED:
        known = ", ".join(sorted(n.removesuffix("Model") for n in RENDERED))
        yield f"the page without a kernel can't draw this widget; it can draw {known}"
    elif name == "AnyModel":
        yield from _stale_sources(traits)
    else:
        yield from _ignored_settings(traits)
        yield from _missing_parts(name, traits, state)
    if name in _SLIDERS:
        yield from _slider_faults(name, traits)
    if name == "DropdownModel":
        yield from _choice_faults(traits)


def _ignored_looks(traits: dict) -> Iterator[str]:
    for trait, value in traits.items():
        if not trait.startswith("_") and value not in (None, ""):
            yield (
                f"{trait} = {value!r} has no effect in the page; "
                "use add_class() and the widget's own .css"
            )


def _ignored_settings(traits: dict) -> Iterator[str]:
    for trait, assumed in _ASSUMED.items():
        if traits.get(trait, assumed) != assumed:
            yield (
                f"{trait} = {traits[trait]!r} has no effect in the page, "
                f"which assumes {assumed!r}"
            )


def _missing_parts(name: str, traits: dict, state: dict[str, dict]) -> Iterator[str]:
    """Check the models that a box shows or a link joins."""
    parts: list = []
    if name in _BOXES:
        parts = traits.get("children", [])
    if name in _LINKS:
        parts = [(traits.get(end) or [None])[0] for end in ("source", "target")]
    for part in parts:
        if not isinstance(part, str) or part.removeprefix(REFERENCE) not in state:
            yield f"it refers to {part!r}, which is not stored; run `make notebooks`"


def _stale_sources(traits: dict) -> Iterator[str]:
    """Compare the stored copy of a widget's code with the file it was copied from."""
    origin = re.fullmatch(
        r"attnbook\.widgets\.(\w+)\.\w+", str(traits.get("_anywidget_id"))
    )
    if not origin:
        yield "it does not come from attnbook.widgets, so no test has seen it"
        return
    for trait, suffix in (("_esm", ".js"), ("_css", ".css")):
        if traits.get(trait) != view_source(origin[1], suffix):
            yield (
                f"the stored {trait} differs from src/attnbook/widgets/"
                f"{origin[1]}{suffix}; run `make notebooks`"
            )


def _slider_faults(name: str, traits: dict) -> Iterator[str]:
    numbers = {key: traits.get(key) for key in ("min", "max", "step", "value")}
    wrong = [key for key, x in numbers.items() if not _is_finite(x)]
    if wrong:
        yield f"{wrong[0]} = {numbers[wrong[0]]!r} is not a number"
        return
    low, high, value = numbers["min"], numbers["max"], numbers["value"]
    if name == "FloatLogSliderModel":
        low, high = (traits["base"] ** x for x in (low, high))
    slack = 1e-9 * max(abs(low), abs(high))  # 10 ** 0.05 has no exact decimal
    if not low - slack <= value <= high + slack:
        yield (
            f"value = {value:g} lies outside its range, {low:g} to {high:g}; "
            "run `make notebooks`"
        )
    if not re.fullmatch(r"d|\.\d[fg]", traits.get("readout_format", "d")):
        yield f"the page can't write numbers as {traits['readout_format']!r}"


def _choice_faults(traits: dict) -> Iterator[str]:
    index, options = traits.get("index"), traits.get("_options_labels", [])
    if not isinstance(index, int) or not 0 <= index < len(options):
        yield f"index = {index!r} is none of its {len(options)} options"


def _is_finite(x: object) -> bool:
    numeric = isinstance(x, int | float) and not isinstance(x, bool)
    return numeric and math.isfinite(x)
