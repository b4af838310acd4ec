"""Whether a difference leaves chance behind: what sentences may call more, fewer, grown or fallen.

Public pages are no random sample of anything; the test is a brake on words, not a claim about the programme. Two
shares differ when the 95 % interval of their difference leaves out zero (R. G. Newcombe, Interval estimation for the
difference between independent proportions, Statistics in Medicine 17, 1998, method 10), each rests on at least
FEWEST_FOR_SHARE things, and more than one row lies between them. One count leads another of the same whole when their
difference exceeds 1.96 standard errors of a difference of two multinomial counts, and more than one row.
"""

from __future__ import annotations

from math import sqrt

from iurc_dash.quantities import Share

FEWEST_FOR_SHARE = 20
# The 97.5th percentile of the standard normal distribution.
Z = 1.959964


def may_be_told_as_share(share: Share) -> bool:
    """Whether a share rests on enough to be told as a percentage."""
    return share.whole.value >= FEWEST_FOR_SHARE


def differ(first: Share, second: Share) -> bool:
    """Whether two shares differ by more than chance and more than one row; False where either rests on too few."""
    if not (may_be_told_as_share(first) and may_be_told_as_share(second)):
        return False
    low, high = interval_of_difference(first, second)
    p, q = first.part.value / first.whole.value, second.part.value / second.whole.value
    rows_between = abs(q - p) * min(first.whole.value, second.whole.value)
    return rows_between > 1 and not low <= 0 <= high


def interval_of_difference(first: Share, second: Share) -> tuple[float, float]:
    """The 95 % interval of the second share less the first."""
    p, n = first.part.value / first.whole.value, first.whole.value
    q, m = second.part.value / second.whole.value, second.whole.value
    low_p, high_p = wilson(first.part.value, n)
    low_q, high_q = wilson(second.part.value, m)
    difference = q - p
    return (
        difference - sqrt((q - low_q) ** 2 + (high_p - p) ** 2),
        difference + sqrt((high_q - q) ** 2 + (p - low_p) ** 2),
    )


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95 % score interval of a share (E. B. Wilson, 1927)."""
    share, squared = part / whole, Z * Z
    middle = share + squared / (2 * whole)
    width = Z * sqrt(share * (1 - share) / whole + squared / (4 * whole * whole))
    return (middle - width) / (1 + squared / whole), (middle + width) / (1 + squared / whole)


def leads(first: int, second: int, whole: int) -> bool:
    """Whether a count is ahead of another, both of one whole, by more than chance and more than one row."""
    difference = first - second
    error = sqrt(max(first + second - difference * difference / whole, 0.0)) if whole else 0.0
    return difference > 1 and difference > Z * error
