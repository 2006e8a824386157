"""Take out of a notebook what two runs of the same code would write differently."""

import hashlib
import json
import re
from collections import Counter

from nbformat import NotebookNode, from_dict

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
_MODEL = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")

# Without the version of Python, whose patch releases would touch every notebook.
_LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def canonicalise(notebook: NotebookNode) -> None:
    """Make a freshly executed notebook depend on its sources alone, in place."""
    give_ids(notebook)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = merge_streams(cell.outputs)
    notebook.metadata["language_info"] = from_dict(_LANGUAGE)
    notebook.metadata["kernelspec"] = from_dict(_KERNEL)
    number_widgets(notebook)


def give_ids(notebook: NotebookNode) -> None:
    """Name each cell after its source, so that ids change only where text does."""
    seen: Counter[str] = Counter()
    for cell in notebook.cells:
        named = f"{cell.cell_type}\n{cell.source}"
        digest = hashlib.sha256(named.encode()).hexdigest()[:8]
        seen[digest] += 1
        cell.id = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"


def fold_answers(notebook: NotebookNode) -> None:
    """Fold the outputs of predict cells again: JupyterLab unfolds what it runs."""
    for cell in notebook.cells:
        if "hide-output" in cell.metadata.get("tags", []):
            cell.metadata.setdefault("jupyter", NotebookNode())["outputs_hidden"] = True


def merge_streams(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Join neighbouring pieces of one stream: where it is cut is a matter of timing."""
    merged: list[NotebookNode] = []
    for output in outputs:
        last = merged[-1] if merged else None
        if (
            last is not None
            and output.output_type == "stream" == last.output_type
            and output.name == last.name
        ):
            last.text += output.text
        else:
            merged.append(output)
    return merged


def number_widgets(notebook: NotebookNode) -> None:
    """Replace the random ids of widget models by numbers in reading order."""
    state = notebook.metadata.get("widgets", {}).get(WIDGET_STATE, {}).get("state")
    if not state:
        notebook.metadata.pop("widgets", None)
        return
    views = [
        output.data[WIDGET_VIEW]
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if WIDGET_VIEW in output.get("data", {})
    ]
    number = _numbering(state, [view.model_id for view in views])

    def renamed(model: NotebookNode) -> NotebookNode:
        text = json.dumps(model, sort_keys=True)
        return from_dict(json.loads(_MODEL.sub(lambda m: number.get(m[0], m[0]), text)))

    fresh = {number[old]: renamed(model) for old, model in state.items()}
    notebook.metadata.widgets[WIDGET_STATE].state = from_dict(fresh)
    for view in views:
        view.model_id = number.get(view.model_id, view.model_id)  # else: not stored


def _numbering(state: NotebookNode, shown: list[str]) -> dict[str, str]:
    """Number the models that views reach first, then the rest by their content."""
    number: dict[str, str] = {}

    def visit(model: str) -> None:
        if model in number or model not in state:
            return
        number[model] = f"{len(number) + 1:032x}"
        for other in _MODEL.findall(json.dumps(state[model], sort_keys=True)):
            visit(other)

    def content(model: str) -> str:
        text = json.dumps(state[model], sort_keys=True)
        return _MODEL.sub(lambda m: number.get(m[0], "?"), text)

    for model in shown:
        visit(model)
    # Links are not reached from a view; what they join is numbered by now.
    for model in sorted(set(state) - set(number), key=content):
        visit(model)
    return number
