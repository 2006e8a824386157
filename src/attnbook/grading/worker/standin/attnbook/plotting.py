"""Plots that draw nothing: who looks at the weights on the way is not stopped by it."""


def __getattr__(name: str):
    """Give a function that does nothing, under any name."""
    if name.startswith("__"):
        raise AttributeError(name)
    return lambda *_, **__: None
