"""The textbook model of shift-scheduling: a boolean x[person, day, shift], slacks for cover.

Written once over the few kinds of constraints that `cpsat.Model` and `highs.Model` both offer; each states them natively.
"""

from .rosters import FREE, write_days
from .shift_scheduling import SATURDAY


class ShiftSchedulingModel:
    """States an instance in a solver's model and reads its roster back."""

    def __init__(self, instance, model):
        self.instance, self.model = instance, model
        self.given = {}  # (person id, day, shift id) -> boolean, only where the person may have the shift
        self.works = {}  # (person id, day) -> boolean
        for person in instance.staff:
            self._state_days(person)
            self._state_totals(person)
            self._state_runs(person)
            self._state_weekends(person)
        self._state_requests()
        self._state_cover()

    def _state_days(self, person):
        """At most one shift a day, none on days off, no barred succession."""
        model, x = self.model, self.given
        for day in range(self.instance.days):
            allowed = [] if day in person.days_off else [
                s.id for s in self.instance.shifts if person.most_of_shift.get(s.id, 0) > 0]
            for shift in allowed:
                x[person.id, day, shift] = model.boolean()
            work = self.works[person.id, day] = model.boolean()
            # Exactly one of: off, or one of the shifts.
            model.row([(x[person.id, day, s], 1) for s in allowed] + [(work, -1)], 0, 0)
        for day in range(self.instance.days - 1):
            for shift in self.instance.shifts:
                after = [x[person.id, day + 1, s] for s in sorted(shift.barred_next) if (person.id, day + 1, s) in x]
                if after and (person.id, day, shift.id) in x:
                    model.at_most_one([x[person.id, day, shift.id], *after])

    def _state_totals(self, person):
        """Limits per shift type, and minutes."""
        minutes = {s.id: s.minutes for s in self.instance.shifts}
        mine = [(key, var) for key, var in self.given.items() if key[0] == person.id]
        for shift, most in person.most_of_shift.items():
            terms = [(var, 1) for key, var in mine if key[2] == shift]
            if len(terms) > most:
                self.model.row(terms, 0, most)
        self.model.row([(var, minutes[key[2]]) for key, var in mine], person.fewest_minutes, person.most_minutes)

    def _state_runs(self, person):
        """Consecutive days. A short run is barred only where a day stands on both of its sides."""
        days = range(self.instance.days)
        work = [self.works[person.id, day] for day in days]
        for day in days[:-person.most_in_a_row]:
            self.model.row([(w, 1) for w in work[day:day + person.most_in_a_row + 1]], 0, person.most_in_a_row)
        for length in range(1, person.fewest_in_a_row):
            for day in days[:-length - 1]:
                self.model.clause([work[day], work[day + length + 1]], work[day + 1:day + length + 1])
        for length in range(1, person.fewest_off_in_a_row):
            for day in days[:-length - 1]:
                self.model.clause(work[day + 1:day + length + 1], [work[day], work[day + length + 1]])

    def _state_weekends(self, person):
        weekends = []
        for saturday in range(SATURDAY, self.instance.days, 7):
            weekend = self.model.boolean()
            weekends.append((weekend, 1))
            for day in range(saturday, min(saturday + 2, self.instance.days)):
                self.model.clause([weekend], [self.works[person.id, day]])
        if len(weekends) > person.most_weekends:
            self.model.row(weekends, 0, person.most_weekends)

    def _state_requests(self):
        for request in self.instance.on_requests:
            self.model.constant(request.weight)
            if (var := self.given.get((request.person, request.day, request.shift))) is not None:
                self.model.price(var, -request.weight)
        for request in self.instance.off_requests:
            if (var := self.given.get((request.person, request.day, request.shift))) is not None:
                self.model.price(var, request.weight)

    def _state_cover(self):
        for cover in self.instance.cover:
            keys = [(person.id, cover.day, cover.shift) for person in self.instance.staff]
            terms = [(self.given[key], 1) for key in keys if key in self.given]
            under, over = self.model.count(cover.wanted), self.model.count(max(0, len(terms) - cover.wanted))
            self.model.price(under, cover.under)
            self.model.price(over, cover.over)
            self.model.row([*terms, (under, 1), (over, -1)], cover.wanted, cover.wanted)

    def roster(self, holds):
        """roster.csv of a solution; `holds` tells whether a boolean is true in it."""
        cells = {person.id: [FREE] * self.instance.days for person in self.instance.staff}
        for (person, day, shift), var in self.given.items():
            if holds(var):
                cells[person][day] = shift
        return write_days(cells.items())
