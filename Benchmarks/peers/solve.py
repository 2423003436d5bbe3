"""Solves one instance with one peer, as a process of its own: the twin of `rota plan FILE -o OUT --progress jsonl`.

    python3 -m peers.solve cpsat|cpsat-lp|highs FILE -o OUT --seconds N [--threads 2] [--seed 1]

Writes OUT/plan.json (status, objective, bound, seconds, build_seconds) and, with a plan, OUT/roster.csv. FILE is an instance of
either text format or a model in free MPS (`.mps`), which has no roster.
"""

import argparse
import json
import os
import time

from . import exported, multi_activity, shift_scheduling
from .answer import Answer
from .multi_activity_model import MultiActivityModel
from .sections import kind
from .shift_scheduling_model import ShiftSchedulingModel

FORMATS = {
    "shift-scheduling": (shift_scheduling.read, ShiftSchedulingModel),
    "multi-activity": (multi_activity.read, MultiActivityModel),
}


def solve_text(solver, text, seconds, threads=2, seed=1, built=lambda: None):
    """(answer, roster.csv or `None`) of a peer on an instance; `built` is called when the model stands."""
    read, state = FORMATS[kind(text)]
    model = new_model(solver)
    statement = state(read(text), model)
    built()
    answer = model.solve(seconds, threads, seed)
    return answer, statement.roster(answer.holds) if answer.holds else None


def new_model(solver):
    """An empty model of a peer; its package is imported only when it is used."""
    if solver in ("cpsat", "cpsat-lp"):
        from . import cpsat
        return cpsat.Model([cpsat.STRONG_LP] if solver == "cpsat-lp" else [])
    from . import highs
    return highs.Model()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("solver", choices=["cpsat", "cpsat-lp", "highs"])
    parser.add_argument("file")
    parser.add_argument("-o", "--output", required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    clock = {}
    answer, roster = _solve(options, clock)
    os.makedirs(options.output, exist_ok=True)
    if roster is not None:
        with open(os.path.join(options.output, "roster.csv"), "w", encoding="utf-8") as file:
            file.write(roster)
    plan = {"status": answer.status, "objective": answer.objective, "bound": answer.bound,
            "seconds": answer.seconds, **clock}
    with open(os.path.join(options.output, "plan.json"), "w", encoding="utf-8") as file:
        json.dump(plan, file, sort_keys=True, indent=2)


def _solve(options, clock):
    """(answer, roster.csv or `None`); puts the seconds of building into `clock`."""
    start = time.monotonic()
    limits = (options.seconds, options.threads, options.seed)
    try:
        if options.file.endswith(".mps"):
            return exported.solve(options.solver, options.file, *limits), None
        with open(options.file, encoding="utf-8-sig") as file:
            text = file.read()
        return solve_text(
            options.solver, text, *limits, built=lambda: clock.update(build_seconds=time.monotonic() - start))
    except MemoryError:
        return Answer("out of memory"), None


if __name__ == "__main__":
    main()
