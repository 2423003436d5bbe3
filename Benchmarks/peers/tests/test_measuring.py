"""Clocks, ratios, doubts and equal bytes, from runs written by hand; no packages needed."""

import os
import sys
import tempfile
import unittest

import same_bytes

from .. import contest, process, table
from ..instances import Item


def result(name, solver, objective, bound, to_proof=None, **more):
    return contest.Result("shift-scheduling", name, solver, 60, "feasible", objective, bound, 1.0, to_proof, **more)


def proof(name, solver, from_start, solving):
    return result(name, solver, 10, 10, from_start, to_proof_solving=solving)


class Summaries(unittest.TestCase):
    def test_ratios_are_geometric_means_over_what_both_prove(self):
        text = table.summary([
            proof("1", "ours", 1.0, 0.5), proof("1", "highs", 4.0, 4.0),
            proof("2", "ours", 2.0, 1.0), proof("2", "highs", 18.0, 18.0),
            proof("3", "ours", 1.0, 1.0), result("3", "highs", 12, 9)])
        self.assertEqual(text, "- against highs on 3 instances: objective ahead 1, equal 2, behind 0; bound ahead 1, equal 2, "
                         "behind 0; proofs 3 to 2; where both prove (2), highs takes 6.00 times as long (geometric mean), "
                         "12.00 times when ours too is counted from the start of solving\n")

    def test_a_plan_that_is_not_verified_is_no_plan(self):
        text = table.summary([result("1", "ours", 5, 1, verified=False), result("1", "highs", 10, 1)])
        self.assertIn("objective ahead 0, equal 0, behind 1", text)
        self.assertIn("NOT VERIFIED: ours on 1", text)

    def test_a_peer_that_had_no_model_is_not_compared(self):
        missing = contest.Result("scenario", "x", "highs", 60, contest.NO_MODEL)
        ours = contest.Result("scenario", "x", "ours", 60, "feasible", 5, 4)
        self.assertNotIn("against", table.summary([ours, missing]))

    def test_bounds_above_objectives_are_contradictions(self):
        text = "\n".join(table.doubts([result("1", "ours", 12, 11, best_known=10), result("1", "highs", 10, 9)]))
        self.assertIn("ours's bound 11 is above highs's objective 10", text)
        self.assertIn("ours's bound 11 is above the best known value", text)
        self.assertEqual(table.doubts([result("1", "ours", 10, 10), result("1", "highs", 10, 10)]), [])

    def test_better_than_known_and_late_are_said(self):
        late = result("1", "ours", 9, 8, best_known=10)
        late.to_best = 63
        self.assertEqual(table.doubts([late]), [
            "- better than the best known value on 1 (ours): check it twice",
            "- LATE: ours on 1 had its best only after 63 of 60 s"])


class Clocks(unittest.TestCase):
    WHOLE = Item("shift-scheduling", "1", "")

    def clock(self, solver, objective, bound, steps, verified=True):
        run = process.Run(wall=9, steps=[
            {"best": best, "bound": low, "arrived": at + 1, "seconds": at} for at, best, low in steps])
        found = result("1", solver, objective, bound, verified=verified, solve_seconds=8)
        contest.clock(found, run, self.WHOLE)
        return found

    def test_ours_is_timed_by_the_process_and_a_peer_by_its_solver(self):
        steps = [(1, 12, 3), (2, 10, 4), (3, 10, 9.2)]
        ours, peer = self.clock("ours", 10, 9.2, steps), self.clock("highs", 10, 9.2, steps)
        self.assertEqual((ours.to_best, ours.to_proof, ours.bound, ours.status), (3, 4, 10, "optimal"))
        self.assertEqual((peer.to_best, peer.to_proof), (2, 3))
        self.assertEqual((ours.to_proof_solving, peer.to_proof_solving), (3, 3))

    def test_a_proof_that_was_not_reported_counts_from_the_end(self):
        self.assertEqual(self.clock("ours", 10, 10, []).to_proof, 9)
        self.assertEqual(self.clock("highs", 10, 10, []).to_proof, 8)

    def test_no_proof_without_a_verified_plan_or_with_a_gap(self):
        self.assertIsNone(self.clock("ours", 10, 10, [], verified=False).to_proof)
        self.assertIsNone(self.clock("ours", 10, 9, []).to_proof)

    def test_only_a_peers_loose_slacks_explain_a_smaller_penalty(self):
        plans = {name: result("1", name.split()[0], 10, 9) for name in ("ours", "highs", "highs optimal")}
        plans["highs optimal"].status = "optimal"
        judged = {name: (contest.differs(plan, 9), contest.differs(plan, 10), contest.differs(plan, 11))
                  for name, plan in plans.items()}
        self.assertEqual(judged, {"ours": (True, False, True), "highs": (False, False, True),
                                  "highs optimal": (True, False, True)})

    def test_a_process_is_timed_read_and_killed(self):
        line = "import sys, time; print('{\"best\": 1}', file=sys.stderr, flush=True); print('talk', file=sys.stderr); "
        run = process.run([sys.executable, "-c", line + "sys.exit(3)"], 60)
        self.assertEqual((run.code, run.was_killed, [step["best"] for step in run.steps]), (3, False, [1]))
        self.assertGreater(run.peak_mib, 1)
        self.assertTrue(process.run([sys.executable, "-c", line + "time.sleep(600)"], 1).was_killed)


class SameBytes(unittest.TestCase):
    OLD = {"plan: exit status": b"0", "plan: standard output": b"a\nb\nc\n", "plan/rota.csv": b"x\n"}

    def test_equal_outcomes_have_no_difference(self):
        self.assertEqual(same_bytes.differences(self.OLD, dict(self.OLD)), [])

    def test_a_changed_byte_a_missing_file_and_another_end_are_told(self):
        new = {"plan: exit status": b"4", "plan: standard output": b"a\nB\nc\n", "plan/runs.csv": b""}
        self.assertEqual(same_bytes.differences(self.OLD, new), [
            "plan: exit status: line 1: old '0', new '4'", "plan: standard output: line 2: old 'b', new 'B'",
            "plan/rota.csv: only old has it", "plan/runs.csv: only new has it"])

    def test_a_text_that_goes_on_and_another_line_end_differ(self):
        for new in (b"x", b"x\ny\n", b"x\r\n"):
            self.assertEqual(len(same_bytes.differences({"plan/rota.csv": b"x\n"}, {"plan/rota.csv": new})), 1)

    def test_runs_that_fail_alike_prove_nothing(self):
        for status in (b"1", b"2", b"-11", b"killed"):
            both = {"plan: exit status": status}
            self.assertEqual(same_bytes.differences(both, both), [f"plan: exit status: both {status.decode()}"])

    def test_only_folder_program_and_seconds_of_a_plan_are_masked(self):
        text = b'{\n  "seconds": 1.25,\n  "work": 7,\n  "folder": "/folder/plan",\n  "by": "/bin/rota"\n}'
        self.assertEqual(same_bytes.masked(text, "/folder", "/bin/rota", is_plan=True),
                         b'{\n  "seconds": 0,\n  "work": 7,\n  "folder": "FOLDER/plan",\n  "by": "ROTA"\n}')
        self.assertIn(b"1.25", same_bytes.masked(text, "/folder", "/bin/rota"))

    def test_two_programs_are_run_and_compared(self):
        outcomes = []
        with tempfile.TemporaryDirectory() as folder:
            for name, word in (("old", "one"), ("same", "one"), ("new", "two")):
                program = os.path.join(folder, name)
                with open(program, "w", encoding="utf-8") as file:
                    file.write(f"#!/bin/sh\npwd\ncat typed.csv\necho {word} > $1.csv\necho $0 >&2\n")
                os.chmod(program, 0o755)
                case = same_bytes.Case("tiny", "commands", (("demand",),), (("typed.csv", b"date\n"),))
                outcomes.append(same_bytes.outcome(program, case)[0])
        old, same, new = outcomes
        self.assertEqual(old["demand: standard output"], b"FOLDER\ndate\n")
        self.assertEqual(old["demand: standard error"], b"ROTA\n")
        self.assertEqual(same_bytes.differences(old, same), [])
        self.assertEqual(same_bytes.differences(old, new), ["demand.csv: line 1: old 'one', new 'two'"])

    def test_a_summary_counts_cases_and_places(self):
        found = [("tiny, commands", "a: line 1"), ("tiny, commands", "b: line 2")]
        self.assertEqual(same_bytes.summary(3, found, 2.0, 3.0).splitlines()[-1],
                         "3 cases, 1 different, in 2 places; seconds new / old in all: 1.50 (3.0 / 2.0)")
        self.assertEqual(same_bytes.row("tiny, commands", ["a", "b"], 2.0, 3.0), "| tiny, commands | NO (2) | 2.00 | 3.00 | 1.50 |")


if __name__ == "__main__":
    unittest.main()
