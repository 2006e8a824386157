"""The same command on a Dask cluster: nothing gets lost, and nothing counts twice."""

import os

import pytest

from attnbook.grading import batch
from attnbook.grading.record import as_json, read_records
from attnbook.grading.session import Session

from .small import RIGHT, notebook, write_set

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("sandbox")]
CLASS = 16


@pytest.fixture
def root(tmp_path, monkeypatch):
    exercises = write_set(tmp_path / "book")
    monkeypatch.setattr(Session, "_exercises", lambda _: exercises)
    (tmp_path / "in").mkdir()
    for number in range(CLASS):
        cell = RIGHT if number % 3 else RIGHT.replace("x + x", "x * x")
        (tmp_path / "in" / f"{number:02}.ipynb").write_bytes(notebook(cell))
    return tmp_path


def graded(root, results: str, **options) -> list[str]:
    Session(root / "in", root / results, seed=3, **options).run()
    return [as_json(record) for record in read_records(root / results)]


def test_a_worker_killed_midway_changes_not_one_byte(root, monkeypatch):
    distributed = pytest.importorskip("distributed")
    here = graded(root, "here", jobs=2)
    written = []
    real = batch.write_record

    def noted(record, results):
        written.append(record.submission)
        if len(written) == CLASS // 4:
            os.kill(pids[0], 9)
        return real(record, results)

    with (
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            memory_limit=0,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        pids = list(client.run(os.getpid).values())
        monkeypatch.setattr(batch, "write_record", noted)
        there = graded(root, "there", scheduler=cluster.scheduler_address)
    assert there == here
    assert sorted(written) == sorted(set(written))
    assert len(written) == CLASS
    with pytest.raises(ProcessLookupError):
        os.kill(pids[0], 0)
