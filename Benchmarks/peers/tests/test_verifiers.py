"""Planted violations are found, legal edges are not; hand-computed penalties."""

import unittest

from .. import multi_activity, rosters, verify_multi_activity
from ..verdict import verdict_on
from . import tiny

SHIFTS = """# two people, ten days: the first Saturday is day 5
SECTION_HORIZON
10
SECTION_SHIFTS
E,480,
N,600,E
SECTION_STAFF
A,E=10|N=1,3000,480,3,2,2,1
B,E=2,2400,0,5,1,1,0
SECTION_DAYS_OFF
A,9
SECTION_SHIFT_ON_REQUESTS
A,0,E,3
SECTION_SHIFT_OFF_REQUESTS
A,1,E,2
SECTION_COVER
0,E,2,100,1
1,E,0,100,7
"""


class ShiftScheduling(unittest.TestCase):
    def judge(self, a, b="----------"):
        text = "".join(f"{name},{','.join(cells)}\n" for name, cells in (("A", a), ("B", b)))
        return verdict_on("shift-scheduling", SHIFTS, text)

    def test_short_runs_at_the_edges_are_legal(self):
        for days in ("E--EE-----", "-EE---EEE-", "EE--------"):
            self.assertEqual(self.judge(days, "---------E").violations, [], days)

    def test_the_penalty_counts_requests_and_cover(self):
        verdict = self.judge("EE--------")
        self.assertEqual((verdict.violations, verdict.penalty), ([], 100 + 2 + 7))
        self.assertEqual(self.judge("---EE-----").penalty, 200 + 3)

    def test_planted_violations_are_found(self):
        for a, b, words in [
            ("EEEE------", "----------", "4 shifts in a row"), ("--E-------", "----------", "only 1 shifts"),
            ("EE-EE-----", "----------", "only 1 days off"), ("--------EE", "----------", "day off 9"),
            ("-NE-------", "----------", "E after N"), ("NN--------", "----------", "2 times N"),
            ("----------", "----------", "0 minutes"), ("EE--EE----", "EEE-------", "3 times E"),
            ("EEE--EEE-E", "----------", "3360 minutes"),
            ("EE--------", "------E---", "1 weekends"), ("EE--------", "N---------", "1 times N"),
            ("EE--------", "X---------", "unknown shifts"), ("EE-------", "----------", "9 days instead"),
        ]:
            violations = self.judge(a, b).violations
            self.assertTrue(any(words in text for text in violations), (a, b, violations))

    def test_a_person_without_a_row_or_with_two_is_found(self):
        row = "A,E,E,-,-,-,-,-,-,-,-\n"
        self.assertIn("B: no legible row", verdict_on("shift-scheduling", SHIFTS, row).violations)
        self.assertIn("A: not a staff member, or twice", verdict_on("shift-scheduling", SHIFTS, row * 2).violations)

    def test_a_header_is_accepted(self):
        text = "id," + ",".join(map(str, range(10))) + "\nA,E,E" + ",-" * 8 + "\nB" + ",-" * 10 + "\n"
        self.assertEqual(verdict_on("shift-scheduling", SHIFTS, text).violations, [])


class MultiActivity(unittest.TestCase):
    # One task 2 is wanted at 06:00 of day 1 by most; two people, up to 7 days of six hours.
    INSTANCE = tiny.activity_text(8, 2, [(0, 3360), (0, 3360)], [(1, 6, 2, 0, 1)])

    def judge(self, *rows):
        return verdict_on("multi-activity", self.INSTANCE, "staff,day,start,end,task\n" + "\n".join(rows) + "\n")

    def test_a_legal_rota_and_its_squared_surplus(self):
        # Both from 06:00 to 12:00 on task 2: one too many for an hour, two too many for five.
        verdict = self.judge("1,1,06:00,12:00,2", "2,1,06:00,12:00,2")
        self.assertEqual((verdict.violations, verdict.penalty), ([], 4 * 1 + 20 * 4))

    def test_segments_of_one_task_that_touch_are_one_stretch(self):
        self.assertEqual(self.judge("1,1,06:00,06:15,2", "1,1,06:15,12:00,2").violations, [])

    def test_a_shift_over_midnight_belongs_to_the_day_of_its_start(self):
        self.assertEqual(self.judge("1,1,22:00,00:30,1", "1,2,00:30,04:00,2", "1,2,20:00,03:00,1").violations, [])

    def test_planted_violations_are_found(self):
        for rows, words in [
            (["1,1,11:00,17:00,1"], "a start at"), (["1,1,06:00,11:45,1"], "23 quarters"),
            (["1,1,06:00,16:15,1"], "41 quarters"), (["1,1,06:00,06:45,1", "1,1,06:45,12:00,2"], "only 3 quarters"),
            (["1,1,06:00,12:00,1", "1,1,20:00,02:00,1"], "a rest of 32"),
            (["1,2,00:00,06:00,1", "1,2,20:00,02:00,1"], "2 starts on day 2"),
            (["1,1,06:00,12:00,1", "1,1,11:00,12:00,2"], "two segments"),
            ([f"1,{day},06:00,12:00,1" for day in range(1, 7)], "more than 5 days"),
            ([f"1,{day},06:00,16:00,1" for day in (1, 2, 3, 5, 6, 7)], "3600 minutes"),
            (["1,9,00:00,06:15,1"], "not inside the horizon"), (["1,1,00:00,06:00,1"], "not inside the horizon"),
            (["1,1,06:00,12:00,3"], "no task 3"), (["3,1,06:00,12:00,1"], "not a staff member"),
            (["1,1,06:05,12:00,1"], "cannot be read"),
        ]:
            violations = self.judge(*rows).violations
            self.assertTrue(any(words in text for text in violations), (rows, violations))

    def test_six_days_with_a_gap_are_legal(self):
        self.assertEqual(self.judge(*(f"1,{day},06:00,12:00,1" for day in (1, 2, 3, 4, 5, 7))).violations, [])

    def test_a_quarter_below_least_is_found(self):
        instance = tiny.activity_text(1, 1, [(0, 360)], [(1, 6, 1, 1, 1)])
        self.assertEqual(len(verdict_on("multi-activity", instance, "").violations), 4)

    def test_the_floor_counts_what_the_minima_force(self):
        instance = multi_activity.read(tiny.activity_text(1, 1, [(360, 360)], [(1, 6, 1, 0, 1)]))
        self.assertEqual(instance.floor(), 24 - 4)

    def test_segments_survive_writing_and_reading(self):
        segments = [rosters.Segment("1", 64, 74, 1), rosters.Segment("1", 74, 96, 2)]
        self.assertEqual(rosters.read_segments(rosters.write_segments(segments)), segments)
        instance = multi_activity.read(self.INSTANCE)
        self.assertEqual(verify_multi_activity.verify(instance, segments).violations, [])


if __name__ == "__main__":
    unittest.main()
