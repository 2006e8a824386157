"""A hundred years of the Nile: how much water passed Aswan in each of them.

The series is in the public domain. Statisticians know it for one thing: from about 1899
on the river carried less.

Chapter: 2-concepts/soft-lookup.
"""

import numpy as np
from jaxtyping import Float

FIRST_YEAR = 1871
FLOWS = """
    1120 1160  963 1210 1160 1160  813 1230 1370 1140
     995  935 1110  994 1020  960 1180  799  958 1140
    1100 1210 1150 1250 1260 1220 1030 1100  774  840
     874  694  940  833  701  916  692 1020 1050  969
     831  726  456  824  702 1120 1100  832  764  821
     768  845  864  862  698  845  744  796 1040  759
     781  865  845  944  984  897  822 1010  771  676
     649  846  812  742  801 1040  860  874  848  890
     744  749  838 1050  918  986  797  923  975  815
    1020  906  901 1170  912  746  919  718  714  740
"""


def nile_flows() -> tuple[Float[np.ndarray, "k 1"], Float[np.ndarray, "k 1"]]:
    """Give the years as keys and the flows as values, a row for each year.

    Returns:
        Years from 1871 to 1970, and the flow of each, in 10⁸ cubic metres a year.

    Example:
        >>> years, flows = nile_flows()
        >>> years.shape, years[0].item(), flows[0].item()
        ((100, 1), 1871.0, 1120.0)

    Chapter: 2-concepts/soft-lookup.

    Source: Cobb 1978.
    """
    flows = np.array(FLOWS.split(), dtype=float)[:, None]  # (k, 1)
    years = np.arange(FIRST_YEAR, FIRST_YEAR + len(flows), dtype=float)[:, None]
    return years, flows
