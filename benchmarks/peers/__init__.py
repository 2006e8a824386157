"""The same class for three graders: ``python -m benchmarks.peers``."""
