"""Start the worker: ``python -I .../worker``, with pipes for input and output.

With ``--bounded``, for a sandbox, what it may use up is bounded more tightly.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[0] = str(HERE.parent)

from worker.serve import serve  # noqa: E402

# What a learner imports as attnbook are stand-ins, without a formula in them.
sys.path[0] = str(HERE / "standin")
serve(bounded="--bounded" in sys.argv)
