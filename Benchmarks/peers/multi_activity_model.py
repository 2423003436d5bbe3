"""The textbook model of multi-activity: per person and quarter a boolean for each task, for a start and for an end.

It is the start-up/shut-down formulation known from unit commitment: minimum and maximum run times as sums over windows.
"""

from .multi_activity import (
    DAYS_IN_A_ROW, LONGEST, QUARTER, REST, SHORTEST, STRETCH, calendar_day, may_start)
from .rosters import Segment, write_segments

STEPS = 10
"""The square of an over-cover is exact up to this; beyond it grows by the last slope, so that the bound stays valid."""


class MultiActivityModel:
    """States an instance in a solver's model and reads its roster back."""

    def __init__(self, instance, model):
        self.instance, self.model = instance, model
        self.tasks = range(1, instance.tasks + 1)
        self.on = {}  # (person id, quarter, task) -> boolean
        for person in instance.staff:
            self._state_person(person)
        self._state_cover()

    def _state_person(self, person):
        model, quarters = self.model, range(self.instance.quarters)
        work = [model.boolean() for _ in quarters]
        start = {q: model.boolean() for q in quarters if may_start(q) and q + SHORTEST <= len(quarters)}
        end = {q: model.boolean() for q in range(SHORTEST, len(quarters) + 1)}  # the first quarter not worked
        for q in quarters:
            change = [(work[q], 1)] + ([(work[q - 1], -1)] if q else [])
            model.row(change + _terms(start, [q], -1) + _terms(end, [q], 1), 0, 0)
        model.row([(work[-1], 1), (end[len(quarters)], -1)], 0, 0)
        self._state_shifts(work, start)
        self._state_days(start)
        model.row([(w, QUARTER) for w in work], person.fewest_minutes, person.most_minutes)
        self._state_tasks(person, work)

    def _state_shifts(self, work, start):
        """Shortest and longest shift, and the rest before a start."""
        for q, works in enumerate(work):
            self.model.row([(works, 1), *_terms(start, range(q - SHORTEST + 1, q + 1), -1)], 0, 1)
            self.model.row([(works, 1), *_terms(start, range(q - LONGEST + 1, q + 1), -1)], -1, 0)
            soon = [start[s] for s in range(q + 1, q + REST + 1) if s in start]
            if soon:
                self.model.at_most_one([works, *soon])

    def _state_days(self, start):
        """One start a calendar day, and not on too many days in a row."""
        of_day = {}
        for q, var in start.items():
            of_day.setdefault(calendar_day(q), []).append(var)
        for starts in of_day.values():
            self.model.at_most_one(starts)
        for first in range(1, self.instance.days + 2 - DAYS_IN_A_ROW):
            window = [var for day in range(first, first + DAYS_IN_A_ROW + 1) for var in of_day.get(day, [])]
            self.model.row([(var, 1) for var in window], 0, DAYS_IN_A_ROW)

    def _state_tasks(self, person, work):
        """One task a worked quarter, in stretches that are long enough."""
        model = self.model
        if self.instance.tasks == 1:
            for q, works in enumerate(work):
                self.on[person.id, q, 1] = works
            return
        for task in self.tasks:
            on = [model.boolean() for _ in work]
            begin = [model.boolean() for _ in work[:-STRETCH + 1]]
            for q, var in enumerate(on):
                self.on[person.id, q, task] = var
                # on[q] - on[q - 1] <= begin[q]
                change = [(var, 1)] + ([(on[q - 1], -1)] if q else [])
                model.row(change + [(b, -1) for b in begin[q:q + 1]], -2, 0)
                recent = [(b, -1) for b in begin[max(0, q - STRETCH + 1):q + 1]]
                model.row([(var, 1), *recent], 0, 1)
        for q, works in enumerate(work):
            model.row([(self.on[person.id, q, task], 1) for task in self.tasks] + [(works, -1)], 0, 0)

    def _state_cover(self):
        """The k-th one too many costs 2k - 1: the sum is the square."""
        staff = self.instance.staff
        for q in range(self.instance.quarters):
            for task in self.tasks:
                least, most = self.instance.cover.get((q, task), (0, 0))
                present = [(self.on[person.id, q, task], 1) for person in staff]
                surplus = len(staff) - most
                steps = [self.model.count(1 if k < STEPS else surplus - STEPS + 1)
                         for k in range(1, min(surplus, STEPS) + 1)]
                for k, step in enumerate(steps, 1):
                    self.model.price(step, 2 * k - 1)
                self.model.row(present + [(step, -1) for step in steps], -len(staff), most)
                if least:
                    self.model.row(present, least, len(staff))

    def roster(self, holds):
        """roster.csv of a solution; `holds` tells whether a boolean is true in it."""
        segments = []
        for person in self.instance.staff:
            for q in range(self.instance.quarters):
                task = next((t for t in self.tasks if holds(self.on[person.id, q, t])), None)
                last = segments[-1] if segments else None
                if task and last and (last.staff, last.end, last.task) == (person.id, q, task):
                    segments[-1] = Segment(person.id, last.start, q + 1, task)
                elif task:
                    segments.append(Segment(person.id, q, q + 1, task))
        return write_segments(segments)


def _terms(variables, keys, factor):
    return [(variables[key], factor) for key in keys if key in variables]
