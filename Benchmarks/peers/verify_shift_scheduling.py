"""Verifier of shift-scheduling rosters, written from the rules of the benchmark alone: no solver's code is used here."""

from itertools import groupby

from .rosters import FREE
from .shift_scheduling import SATURDAY
from .verdict import Verdict


def verify(instance, rows):
    """Penalty and broken rules of (id, cells) rows, one cell a day."""
    verdict = Verdict()
    roster = {}
    known = {shift.id for shift in instance.shifts} | {FREE}
    staff = {person.id for person in instance.staff}
    for person, cells in rows:
        if person not in staff or person in roster:
            verdict.object(f"{person}: not a staff member, or twice")
        elif len(cells) != instance.days:
            verdict.object(f"{person}: {len(cells)} days instead of {instance.days}")
        elif not known.issuperset(cells):
            verdict.object(f"{person}: unknown shifts {sorted(set(cells) - known)}")
        else:
            roster[person] = cells
    for person in instance.staff:
        if person.id not in roster:
            verdict.object(f"{person.id}: no legible row")
            roster[person.id] = [FREE] * instance.days
        for text in broken_rules(instance, person, roster[person.id]):
            verdict.object(f"{person.id}: {text}")
    verdict.penalty = request_penalty(instance, roster) + cover_penalty(instance, roster)
    return verdict


def broken_rules(instance, person, cells):
    """The hard rules that one person's days break."""
    shifts = {shift.id: shift for shift in instance.shifts}
    for name in shifts:
        if cells.count(name) > person.most_of_shift.get(name, 0):
            yield f"{cells.count(name)} times {name}"
    minutes = sum(shifts[cell].minutes for cell in cells if cell != FREE)
    if not person.fewest_minutes <= minutes <= person.most_minutes:
        yield f"{minutes} minutes"
    for day, (cell, following) in enumerate(zip(cells, cells[1:])):
        if cell != FREE and following in shifts[cell].barred_next:
            yield f"{following} after {cell} on day {day + 1}"
    for day in sorted(person.days_off):
        if day < len(cells) and cells[day] != FREE:
            yield f"{cells[day]} on day off {day}"
    yield from _broken_runs(person, cells)
    weekends = sum(any(cell != FREE for cell in cells[day:day + 2]) for day in range(SATURDAY, len(cells), 7))
    if weekends > person.most_weekends:
        yield f"{weekends} weekends"


def _broken_runs(person, cells):
    """Runs of duty or of days off; one that touches an edge may be short, for the days outside continue it."""
    day = 0
    for works, run in groupby(cells, key=lambda cell: cell != FREE):
        length = len(list(run))
        inside = day > 0 and day + length < len(cells)
        if works and length > person.most_in_a_row:
            yield f"{length} shifts in a row from day {day}"
        if works and inside and length < person.fewest_in_a_row:
            yield f"only {length} shifts in a row from day {day}"
        if not works and inside and length < person.fewest_off_in_a_row:
            yield f"only {length} days off in a row from day {day}"
        day += length


def request_penalty(instance, roster):
    """Weight of the on-requests not given and of the off-requests given."""
    missed = sum(r.weight for r in instance.on_requests if roster[r.person][r.day] != r.shift)
    return missed + sum(r.weight for r in instance.off_requests if roster[r.person][r.day] == r.shift)


def cover_penalty(instance, roster):
    """Weight of everyone missing and of everyone too many."""
    total = 0
    for cover in instance.cover:
        present = sum(cells[cover.day] == cover.shift for cells in roster.values())
        total += cover.under * max(0, cover.wanted - present) + cover.over * max(0, present - cover.wanted)
    return total
