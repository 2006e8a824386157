from .small import sandbox

__all__ = ["sandbox"]
