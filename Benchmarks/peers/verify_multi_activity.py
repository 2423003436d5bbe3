"""Verifier of multi-activity rosters, written from the rules of the benchmark alone: no solver's code is used here."""

from collections import Counter, defaultdict

from .multi_activity import (
    DAYS_IN_A_ROW, LONGEST, QUARTER, REST, SHORTEST, STRETCH, calendar_day, may_start)
from .verdict import Verdict


def verify(instance, segments):
    """Penalty and broken rules of segments in any order."""
    verdict = Verdict()
    of_person = defaultdict(list)
    staff = {person.id for person in instance.staff}
    for segment in segments:
        if segment.staff not in staff:
            verdict.object(f"{segment.staff}: not a staff member")
        elif not 1 <= segment.task <= instance.tasks:
            verdict.object(f"{segment.staff}: no task {segment.task}")
        elif segment.start < 0 or segment.end > instance.quarters:
            verdict.object(f"{segment.staff}: {segment.start}-{segment.end} is not inside the horizon")
        else:
            of_person[segment.staff].append(segment)
    for person in instance.staff:
        for text in broken_rules(person, sorted(of_person[person.id], key=lambda s: s.start)):
            verdict.object(f"{person.id}: {text}")
    present = Counter(
        (quarter, s.task) for part in of_person.values() for s in part for quarter in range(s.start, s.end))
    _judge_cover(instance, present, verdict)
    return verdict


def shifts_of(segments):
    """Splits one person's segments, sorted by start, where one does not start at the end of the one before."""
    shifts = []
    for segment in segments:
        if shifts and shifts[-1][-1].end == segment.start:
            shifts[-1].append(segment)
        else:
            shifts.append([segment])
    return shifts


def broken_rules(person, segments):
    """The hard rules that one person's segments break."""
    for one, other in zip(segments, segments[1:]):
        if other.start < one.end:
            yield f"two segments at quarter {other.start}"
    worked = sum(s.end - s.start for s in segments) * QUARTER
    if not person.fewest_minutes <= worked <= person.most_minutes:
        yield f"{worked} minutes"
    shifts = shifts_of(segments)
    for shift in shifts:
        start, end = shift[0].start, shift[-1].end
        if not may_start(start):
            yield f"a start at quarter {start}"
        if not SHORTEST <= end - start <= LONGEST:
            yield f"a shift of {end - start} quarters at {start}"
        yield from _short_stretches(shift)
    for one, other in zip(shifts, shifts[1:]):
        if other[0].start - one[-1].end < REST:
            yield f"a rest of {other[0].start - one[-1].end} quarters before {other[0].start}"
    yield from _broken_days([calendar_day(shift[0].start) for shift in shifts])


def _short_stretches(shift):
    """Segments of one task that touch are one stretch."""
    start = shift[0].start
    for one, other in zip(shift, shift[1:] + [None]):
        if other is None or other.task != one.task:
            if one.end - start < STRETCH:
                yield f"only {one.end - start} quarters of task {one.task} at {start}"
            start = one.end


def _broken_days(days):
    for day, starts in Counter(days).items():
        if starts > 1:
            yield f"{starts} starts on day {day}"
    run, last = 0, None
    for day in sorted(set(days)):
        run = run + 1 if last is not None and day == last + 1 else 1
        last = day
        if run == DAYS_IN_A_ROW + 1:
            yield f"more than {DAYS_IN_A_ROW} days with a start in a row up to day {day}"


def _judge_cover(instance, present, verdict):
    """A quarter and task that the file does not name wants nobody."""
    for place in sorted(instance.cover.keys() | present.keys()):
        least, most = instance.cover.get(place, (0, 0))
        if present[place] < least:
            verdict.object(f"quarter {place[0]}, task {place[1]}: {present[place]} of at least {least}")
        verdict.penalty += max(0, present[place] - most) ** 2
