"""Where submissions are graded: threads of this process, or a Dask cluster.

Each thread only waits for a process of its own, in which the notebook runs. A cluster
needs this package, in the same version, and bubblewrap on each of its machines; what
is graded with travels along. Dask runs a task again if its worker dies, and a record is
written where the run was started: nothing gets lost, and nothing counts twice.
"""

import contextlib
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor

from attnbook.grading.process import Process

_PATIENCE = 10  # seconds for a cluster to answer


@contextlib.contextmanager
def on_this_machine(jobs: int) -> Iterator[tuple[Executor, int]]:
    """Grade in threads; Ctrl-C ends what they wait for."""
    pool = ThreadPoolExecutor(jobs)
    try:
        yield pool, jobs
    except BaseException:
        Process.stop_all()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        Process.go_on()


@contextlib.contextmanager
def on_a_cluster(scheduler: str) -> Iterator[tuple[Executor, int]]:
    """Grade on the Dask cluster whose scheduler has this address.

    Raises:
        ValueError: If Dask is not installed, or there is no cluster.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ValueError(
            "a cluster needs Dask: pip install 'attnbook[cluster]'"
        ) from None
    try:
        client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ValueError(f"there is no scheduler at {scheduler}: {error}") from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ValueError(f"the cluster at {scheduler} has no workers")
        executor = client.get_executor()
        try:
            yield executor, threads
        finally:
            executor.shutdown(wait=False)  # what nobody waits for is cancelled
