"""Tiny instances in the published formats, and every legal roster of one person, for brute force."""

import itertools
import random

from .. import rosters, shift_scheduling, verify_shift_scheduling


def shift_text(seed):
    """A random instance: 8 days, 2 people, shifts E and N."""
    pick = random.Random(seed)
    staff = [f"{name},E={pick.randint(2, 8)}|N={pick.randint(0, 4)},{pick.choice([2400, 2880])},"
             f"{pick.choice([960, 1440])},{pick.randint(2, 4)},{pick.randint(1, 3)},{pick.randint(1, 3)},"
             f"{pick.randint(0, 1)}" for name in "AB"]
    requests = [f"{pick.choice('AB')},{pick.randrange(8)},{pick.choice('EN')},{pick.randint(1, 3)}" for _ in range(6)]
    cover = [f"{day},{shift},{pick.randint(0, 2)},{pick.choice([3, 10])},{pick.randint(1, 2)}"
             for day in range(8) for shift in "EN"]
    return "\n".join([
        "# tiny", "SECTION_HORIZON", "8", "SECTION_SHIFTS", "E,480,", "N,480,E", "SECTION_STAFF", *staff,
        "SECTION_DAYS_OFF", f"A,{pick.randrange(8)}", f"B,{pick.randrange(8)}",
        "SECTION_SHIFT_ON_REQUESTS", *requests[:3], "SECTION_SHIFT_OFF_REQUESTS", *requests[3:],
        "SECTION_COVER", *cover]) + "\n"


def best_shift_penalty(text):
    """Smallest penalty over all legal rosters, or `None`."""
    instance = shift_scheduling.read(text)
    choices = [[(person.id, list(cells))
                for cells in itertools.product([rosters.FREE, "E", "N"], repeat=instance.days)
                if not any(verify_shift_scheduling.broken_rules(instance, person, list(cells)))]
               for person in instance.staff]
    penalties = (
        verify_shift_scheduling.request_penalty(instance, roster)
        + verify_shift_scheduling.cover_penalty(instance, roster)
        for roster in map(dict, itertools.product(*choices)))
    return min(penalties, default=None)


def activity_text(days, tasks, staff, cover):
    """An instance whose cover is given as (day, hour, task, least, most) for whole hours, nobody wanted elsewhere."""
    wanted = {(day, hour, task): (least, most) for day, hour, task, least, most in cover}
    lines = []
    for day, hour, quarter, task in itertools.product(
            range(1, days + 2), range(24), range(4), range(1, tasks + 1)):
        if (day, hour) < (1, 6) or (day, hour) >= (days + 1, 6):
            continue
        least, most = wanted.get((day, hour, task), (0, 0))
        end = f"{(hour + (quarter == 3)) % 24:02}:{(quarter + 1) % 4 * 15:02}"
        lines.append(f"{day},{hour:02}:{quarter * 15:02}-{end},{task},{least},{most}")
    people = [f"{index},{fewest},{most}" for index, (fewest, most) in enumerate(staff, 1)]
    return "\n".join(["SECTION_HORIZON", str(days), "SECTION_TASKS", str(tasks), "SECTION_STAFF", *people,
                      "SECTION_COVER", *lines]) + "\n"


def six_hour_shifts(staff, tasks, days, latest):
    """Every six-hour shift of one person inside the horizon, as segments: all stretches of an hour or more."""
    for start in range(days * 96 - 24 + 1):
        if start > latest:
            return
        for lengths in _compositions(24):
            for first in range(1, tasks + 1) if tasks > 1 or len(lengths) == 1 else ():
                segments, at = [], start
                for index, length in enumerate(lengths):
                    task = (first - 1 + index) % tasks + 1
                    segments.append(rosters.Segment(staff, at, at + length, task))
                    at += length
                yield segments


def _compositions(total):
    """Ways to write a length as a sum of lengths of at least four quarters."""
    if total >= 4:
        yield (total,)
    for first in range(4, total - 3):
        for rest in _compositions(total - first):
            yield (first, *rest)
