"""Both solvers' models find what brute force finds; needs ortools and highspy, skipped without them."""

import contextlib
import importlib.util
import io
import itertools
import unittest

from .. import multi_activity, verify_multi_activity
from ..solve import solve_text
from ..verdict import verdict_on
from . import tiny

HAS_SOLVERS = all(importlib.util.find_spec(name) for name in ("ortools", "highspy"))
SOLVERS = ("cpsat", "cpsat-lp", "highs")


@unittest.skipUnless(HAS_SOLVERS, "pip install ortools highspy")
class Models(unittest.TestCase):
    def agree(self, kind, text, best):
        """Both solvers prove `best`, their rosters have that penalty and break no rule; `None`: infeasible."""
        for solver in SOLVERS:
            with contextlib.redirect_stderr(io.StringIO()):  # the progress
                answer, roster = solve_text(solver, text, seconds=60)
            if best is None:
                self.assertEqual(answer.status, "infeasible", solver)
                continue
            self.assertEqual(answer.status, "optimal", solver)
            self.assertAlmostEqual(answer.objective, best, places=6, msg=solver)
            self.assertAlmostEqual(answer.bound, best, places=6, msg=solver)
            verdict = verdict_on(kind, text, roster)
            self.assertEqual((verdict.violations, verdict.penalty), ([], best), solver)

    def test_shift_scheduling_equals_brute_force(self):
        found = set()
        for seed in range(12):
            text = tiny.shift_text(seed)
            with self.subTest(seed=seed):
                best = tiny.best_shift_penalty(text)
                found.add(best)
                self.agree("shift-scheduling", text, best)
        self.assertGreater(len(found - {None}), 3)

    def test_one_task_and_two_people_equal_brute_force(self):
        text = tiny.activity_text(
            1, 1, [(360, 360), (360, 360)], [(1, 10, 1, 1, 1), (1, 15, 1, 0, 1), (1, 16, 1, 0, 1), (1, 23, 1, 0, 2)])
        rosters = [list(tiny.six_hour_shifts(name, 1, 1, 96)) for name in "12"]
        self.agree("multi-activity", text, self.best(text, *rosters))

    def test_two_tasks_equal_brute_force(self):
        text = tiny.activity_text(
            1, 2, [(360, 360)], [(1, 10, 1, 1, 1), (1, 11, 2, 0, 1), (1, 12, 1, 0, 1), (1, 14, 2, 0, 1)])
        self.agree("multi-activity", text, self.best(text, list(tiny.six_hour_shifts("1", 2, 1, 20))))

    def test_rest_between_two_shifts_equals_brute_force(self):
        text = tiny.activity_text(
            2, 1, [(720, 720)], [(1, 15, 1, 1, 1), (2, 7, 1, 0, 1), (2, 11, 1, 0, 1), (2, 12, 1, 0, 1)])
        shifts = [shift for shift in tiny.six_hour_shifts("1", 1, 2, 192) if multi_activity.may_start(shift[0].start)]
        pairs = [one + other for one, other in itertools.combinations(shifts, 2) if one[0].start < other[0].start]
        self.agree("multi-activity", text, self.best(text, pairs))

    def test_six_days_in_a_row_are_not_worked(self):
        """Six mornings would cost nothing; five leave six hours, 24 quarters, that nobody wants."""
        mornings = [(day, hour, 1, 0, 1) for day in range(1, 7) for hour in range(6, 12)]
        self.agree("multi-activity", tiny.activity_text(6, 1, [(2160, 2160)], mornings), 24)

    def test_cover_that_one_shift_cannot_reach_is_infeasible(self):
        text = tiny.activity_text(1, 1, [(360, 360)], [(1, 6, 1, 1, 1), (1, 13, 1, 1, 1)])
        self.agree("multi-activity", text, None)

    def best(self, text, *rosters):
        """Smallest penalty over one roster of each person that together break no rule."""
        instance = multi_activity.read(text)
        verdicts = (verify_multi_activity.verify(instance, list(itertools.chain(*choice)))
                    for choice in itertools.product(*rosters))
        return min((verdict.penalty for verdict in verdicts if verdict.is_legal), default=None)


if __name__ == "__main__":
    unittest.main()
