"""Tell which numbers of a series are out of order.

In: places that ought to rise. Out: which of them do not fit. Law: a number that goes back is right only when nothing
was passed over there; otherwise it may be a misprint for what is missing, and nobody can tell.
"""

from bisect import bisect_right
from collections.abc import Sequence


def misfits(places: Sequence[int]) -> frozenset[int]:
    """Give the indices of the places that break the rise and may stand for others."""
    rising = _longest_rise(places)
    odd = []
    for index in range(len(places)):
        if index in rising:
            continue
        before = max((places[i] for i in rising if i < index), default=-1)
        after = min((places[i] for i in rising if i > index), default=None)
        if after is None or after - before > 1:
            odd.append(index)
    return frozenset(odd)


def _longest_rise(places: Sequence[int]) -> frozenset[int]:
    """Give the indices of the longest series in which no place is smaller than the one before."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_right(ends, place)
        before.append(last[at - 1] if at else -1)
        ends[at:] = [place, *ends[at + 1 :]]
        last[at:] = [index, *last[at + 1 :]]
    found = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return frozenset(found)
