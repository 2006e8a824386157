import numpy as np

from attnbook.tasks.nile import nile_flows


def test_there_is_one_flow_for_each_year_of_a_century():
    years, flows = nile_flows()
    assert years.shape == flows.shape == (100, 1)
    assert years[:, 0].tolist() == list(range(1871, 1971))


def test_the_flows_are_those_that_others_have_published():
    # The mean and the standard deviation of R's copy of the table.
    _, flows = nile_flows()
    np.testing.assert_allclose(flows.mean(), 919.35)
    np.testing.assert_allclose(flows.std(ddof=1), 169.2275, atol=5e-5)


def test_the_driest_year_and_the_break_are_where_history_has_them():
    years, flows = nile_flows()
    assert years[flows.argmin(), 0] == 1913
    before, after = flows[years < 1899].mean(), flows[years >= 1899].mean()
    np.testing.assert_allclose([before, after], [1097.75, 849.972], atol=5e-4)


def test_a_caller_may_change_what_it_was_given():
    years, flows = nile_flows()
    years[:], flows[:] = 0, 0
    assert nile_flows()[1][0] == 1120
