"""What the book costs and how fast it answers, each number beside a peer's.

``make bench`` measures everything on this machine, which takes some minutes, and
writes ``benchmarks/results.json`` and ``benchmarks/results.md``. No test depends on it.
"""
