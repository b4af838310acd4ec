"""Whether a difference leaves chance behind: what sentences may call more, fewer, grown or fallen.

Public pages are no random sample of anything; the test is a brake on words, not a claim about the programme. Two
shares differ when the interval of their difference leaves out zero (R. G. Newcombe, Interval estimation for the
difference between independent proportions, Statistics in Medicine 17, 1998, method 10), each rests on at least
FEWEST_FOR_SHARE things, and more than one row lies between them. Of several comparisons made at a time the whole is
held at 95 %, so each is held at more (C. E. Bonferroni). One count leads another of the same whole when the exact sign
test tells apart what is in one of them only from what is in the other only: of things that can count in both this is
the test of Q. McNemar, 1947; of things that cannot, the first may be held against the next without regard to how many
others there were (K. Hung and W. Fithian, Rank verification for exponential families, Annals of Statistics 47, 2019).
"""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from iurc_dash.quantities import Count, Share

FEWEST_FOR_SHARE = 20
# Of what is told as more than chance, as much may be chance.
LEVEL = 0.05


def may_be_told_as_share(share: Share) -> bool:
    """Whether a share rests on enough to be told as a percentage."""
    return share.whole.value >= FEWEST_FOR_SHARE


def differ(first: Share, second: Share, among: int = 1) -> bool:
    """Whether two shares differ by more than chance and more than one row; False where either rests on too few.

    `among` is how many comparisons are made at a time, of which any may be told.
    """
    if not (may_be_told_as_share(first) and may_be_told_as_share(second)):
        return False
    low, high = interval_of_difference(first, second, among)
    p, q = first.part.value / first.whole.value, second.part.value / second.whole.value
    rows_between = abs(q - p) * min(first.whole.value, second.whole.value)
    return rows_between > 1 and not low <= 0 <= high


def interval_of_difference(first: Share, second: Share, among: int = 1) -> tuple[float, float]:
    """The interval of the second share less the first: of 95 %, or as much wider as several comparisons ask."""
    z = NormalDist().inv_cdf(1 - LEVEL / (2 * among))
    p, n = first.part.value / first.whole.value, first.whole.value
    q, m = second.part.value / second.whole.value, second.whole.value
    low_p, high_p = wilson(first.part.value, n, z)
    low_q, high_q = wilson(second.part.value, m, z)
    difference = q - p
    return (
        difference - sqrt((q - low_q) ** 2 + (high_p - p) ** 2),
        difference + sqrt((high_q - q) ** 2 + (p - low_p) ** 2),
    )


def wilson(part: int, whole: int, z: float) -> tuple[float, float]:
    """The score interval of a share (E. B. Wilson, 1927) at a quantile of the standard normal distribution."""
    share, squared = part / whole, z * z
    middle = share + squared / (2 * whole)
    width = z * sqrt(share * (1 - share) / whole + squared / (4 * whole * whole))
    return (middle - width) / (1 + squared / whole), (middle + width) / (1 + squared / whole)


def leads(first: Count, second: Count, whole: Count) -> bool:
    """Whether a count is ahead of another, both of one whole, by more than chance; False where it is of too few."""
    if whole.value < FEWEST_FOR_SHARE or first.value <= second.value:
        return False
    both = len(set(first) & set(second))
    return sign_test(first.value - both, second.value - both) <= LEVEL


def sign_test(first: int, second: int) -> float:
    """How probable a split at least as uneven is where either side is as likely (two-sided, exact)."""
    tail = ways = 1
    for place in range(min(first, second)):
        ways = ways * (first + second - place) // (place + 1)
        tail += ways
    return min(1.0, 2 * tail / (1 << (first + second)))
