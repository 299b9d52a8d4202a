"""Tell which numbers of a series are out of order.

In: places that ought to rise. Out: which of them do not fit, and what each may stand for. Law: a number that goes back
is right only when nothing was passed over there; otherwise it may be a misprint for what is missing, and nobody can
tell.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence


def misfits(places: Sequence[int], count: int) -> frozenset[int]:
    """Give the indices of the places, of `count` in all, that break the rise and may stand for others."""
    rising = _longest_rise(places)
    odd = []
    for index in range(len(places)):
        if index in rising:
            continue
        before = max((places[i] for i in rising if i < index), default=-1)
        after = min((places[i] for i in rising if i > index), default=count)
        if after - before > 1:
            odd.append(index)
    return frozenset(odd)


def likely_places(places: Sequence[int], odd: Collection[int], count: int) -> dict[int, int]:
    """Give the place that each odd number may stand for, of `count` in all.

    Only where as many places were passed over as odd numbers stand there: then they can be paired one for one.
    """
    taken = {place for index, place in enumerate(places) if index not in odd}
    likely: dict[int, int] = {}
    waiting: list[int] = []
    before = -1
    for index in range(len(places) + 1):
        if index in odd:
            waiting.append(index)
            continue
        after = places[index] if index < len(places) else count
        passed_over = [place for place in range(before + 1, after) if place not in taken]
        if len(passed_over) == len(waiting):
            likely |= dict(zip(waiting, passed_over, strict=True))
        waiting, before = [], after
    return likely


def _longest_rise(places: Sequence[int]) -> frozenset[int]:
    """Give the indices of the longest series that rises; of equals, the first: the second may be a misprint."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(ends, place)
        before.append(last[at - 1] if at else -1)
        if at < len(ends) and ends[at] == place:
            continue
        ends[at:] = [place, *ends[at + 1 :]]
        last[at:] = [index, *last[at + 1 :]]
    found = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return frozenset(found)
