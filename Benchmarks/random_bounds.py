#!/usr/bin/env python3
"""Bounds and proofs of rota on random small instances of both published formats, against HiGHS on the textbook model.

    Benchmarks/random_bounds.py --instances 100      # of each format; `pip install highspy`; status 77 when it is missing

Where HiGHS proves an optimum, rota's bound may not be above it, nor a roster of rota's below it, and what rota calls proved must
be it; where HiGHS proves that there is no roster, rota may not have one. (Random scenarios with stations, deliveries and pins: the
test suite `BoundsAgainstHiGHSTests`.)
"""

import argparse
import collections
import importlib.util
import os
import random
import sys
import tempfile

from peers import contest, instances
from peers.tests import tiny

SHIFTS = (("E", 480), ("N", 720), ("S", 240))
HOUR = 60  # minutes


def main():
    options = _options()
    if importlib.util.find_spec("highspy") is None:
        print("highspy is not installed: nothing compared")
        return 77
    limits = contest.Limits(options.seconds, 2, 1, os.path.abspath(options.rota), build_seconds=60, memory_gib=8)
    wrong = 0
    for kind in options.formats.split(","):
        make = MAKERS[kind]
        verdicts = collections.Counter()
        for seed in range(options.instances):
            verdict, details = _compare(make(random.Random(seed)), limits)
            verdicts[verdict] += 1
            if verdict.startswith("WRONG"):
                wrong += 1
                print(f"{kind}, seed {seed}: {verdict} {details}")
        print(f"{kind}: " + ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items())), flush=True)
    return 1 if wrong else 0


def _options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--instances", type=int, default=100, help="of each format")
    parser.add_argument("--formats", default=",".join(MAKERS))
    parser.add_argument("--seconds", type=float, default=20, help="limit of each solver on an instance")
    parser.add_argument("--rota", default=os.path.join(contest.HERE, os.pardir, "bin", "rota"), metavar="PATH")
    return parser.parse_args()


def _compare(text, limits):
    """(verdict, details) of one instance."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "random.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        item = instances.find([path], None, {})[0]
        ours, theirs = (contest.compete(item, solver, limits) for solver in ("ours", "highs"))
    details = (f"rota {ours.status} {ours.objective} {ours.bound} {ours.violations}, "
               f"HiGHS {theirs.status} {theirs.objective}")
    has_plan = ours.objective is not None and ours.verified
    if theirs.status == "infeasible":
        return ("WRONG: rota has a plan" if has_plan else "without any roster"), details
    if theirs.status != "optimal":
        return "undecided by HiGHS", details
    if ours.bound is None or ours.bound > theirs.objective:
        return "WRONG: bound", details
    if has_plan and ours.objective < theirs.objective:
        return "WRONG: objective", details
    if ours.status == "optimal":
        return "proved by both", details
    return ("bound below the optimum" if has_plan else "without a plan of rota's"), details


def shift_text(pick):
    """One to two weeks, two to five people, one to three shifts, every kind of limit, wish and price."""
    days, shifts = pick.randint(7, 14), SHIFTS[:pick.randint(1, 3)]
    names = [name for name, _ in shifts]
    barred = [f"{name},{minutes}," + "|".join(n for n in names if pick.random() < 0.25) for name, minutes in shifts]
    people = [f"P{index}" for index in range(pick.randint(2, 5))]
    staff = [",".join([
        person, "|".join(f"{name}={pick.choice([0, 2, days, days])}" for name in names),
        str(pick.randint(days // 2, days) * 480), str(pick.choice([0, 480, 960, 1920])), str(pick.randint(2, 6)),
        str(pick.randint(1, 3)), str(pick.randint(1, 3)), str(pick.randint(0, 2))]) for person in people]
    wishes = [[f"{person},{pick.randrange(days)},{pick.choice(names)},{pick.randint(1, 4)}" for person in people]
              for _ in range(2)]
    cover = [f"{day},{name},{pick.randint(0, 3)},{pick.choice([3, 10, 100])},{pick.randint(1, 3)}"
             for day in range(days) for name in names]
    return "\n".join([
        "SECTION_HORIZON", str(days), "SECTION_SHIFTS", *barred, "SECTION_STAFF", *staff,
        "SECTION_DAYS_OFF", *(f"{person},{pick.randrange(days)}" for person in people if pick.random() < 0.5),
        "SECTION_SHIFT_ON_REQUESTS", *wishes[0], "SECTION_SHIFT_OFF_REQUESTS", *wishes[1],
        "SECTION_COVER", *cover]) + "\n"


def activity_text(pick):
    """One to three days, two to four people, one or two tasks; some hours must have somebody."""
    days, tasks = pick.randint(1, 3), pick.randint(1, 2)
    staff = []
    for _ in range(pick.randint(2, 4)):
        fewest = pick.choice([0, 0, 360, 360, 360 * days])
        staff.append((fewest, fewest + HOUR * pick.randint(0, 10 * days)))
    cover = []
    for day in range(1, days + 1):
        for hour in range(6, 20):
            for task in range(1, tasks + 1):
                most = pick.choice([0, 0, 1, 1, 2])
                cover.append((day, hour, task, int(most > 0 and pick.random() < 0.06), most))
    return tiny.activity_text(days, tasks, staff, cover)


MAKERS = {"shift-scheduling": shift_text, "multi-activity": activity_text}


if __name__ == "__main__":
    sys.exit(main())
