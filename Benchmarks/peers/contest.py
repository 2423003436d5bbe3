"""One solver on one instance: started, measured, its result read and verified."""

import json
import math
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field

from . import process
from .instances import SCENARIO
from .verdict import verdict_on

SOLVERS = ("ours", "cpsat", "cpsat-lp", "highs")
NO_MODEL = "no exact model"
"""Status of a peer on a scenario too large for `rota model`: it did not run, and no comparison counts it."""
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GRACE = 30
"""Seconds beyond the limit after which a process is killed; what it would have written then is lost."""


@dataclass(frozen=True)
class Limits:
    seconds: float
    threads: int
    seed: int
    rota: str
    build_seconds: float  # most seconds for a peer's model to be built in Python
    memory_gib: float  # most memory of each solver


@dataclass
class Result:
    """What is written of a run. Times in seconds, `None` where there is nothing."""
    set: str
    name: str
    solver: str
    limit: float  # seconds that it was given
    status: str = "none"
    objective: float = None
    bound: float = None
    to_best: float = None
    to_proof: float = None
    to_proof_solving: float = None  # the same from the start of solving, as the solver counts
    wall: float = 0
    build_seconds: float = None
    solve_seconds: float = None  # as the solver says
    peak_mib: float = 0
    verified: bool = None  # `None`: there is no roster to verify
    violations: list = field(default_factory=list)
    best_known: float = None
    floor: float = None
    steps: list = field(default_factory=list)  # [seconds, best, bound]


def compete(item, solver, limits):
    """Runs a solver on an instance."""
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "plan")
        result = Result(item.set, item.name, solver, limits.seconds, best_known=item.best_known, floor=item.floor)
        path = os.path.abspath(item.path)
        if item.set == SCENARIO and solver != "ours":
            path = os.path.join(folder, "model.mps")
            export = subprocess.run([limits.rota, "model", os.path.abspath(item.path), "--format", "mps", "-o", path],
                                    capture_output=True)
            if export.returncode != 0:
                result.status = NO_MODEL
                return result
        patience = limits.seconds + GRACE + (0 if solver == "ours" else limits.build_seconds)
        run = process.run(_command(solver, path, output, limits), patience, folder=HERE, memory_gib=limits.memory_gib)
        _read(result, run, output)
        _verify(result, item, output, limits)
        clock(result, run, item)
        return result


def _command(solver, path, output, limits):
    if solver == "ours":
        return [limits.rota, "plan", path, "-o", output, "--time-limit", f"{limits.seconds:g}", "--progress", "jsonl",
                "--threads", str(limits.threads), "--seed", str(limits.seed), "--force"]
    return [sys.executable, "-m", "peers.solve", solver, path, "-o", output, "--seconds", f"{limits.seconds:g}",
            "--threads", str(limits.threads), "--seed", str(limits.seed)]


def _read(result, run, output):
    """Takes over plan.json; without one, says how the process ended."""
    result.wall, result.peak_mib = run.wall, run.peak_mib
    try:
        with open(os.path.join(output, "plan.json"), encoding="utf-8") as file:
            plan = json.load(file)
    except (OSError, ValueError):
        result.status = "killed" if run.was_killed else f"exit {run.code}"
        return
    result.status, result.objective, result.bound = plan["status"], plan.get("objective"), plan.get("bound")
    result.build_seconds, result.solve_seconds = plan.get("build_seconds"), plan.get("seconds")


def _verify(result, item, output, limits):
    """A published instance's roster is read by the verifier, whose penalty counts; a scenario's plan by `rota check`."""
    if result.objective is None or (item.set == SCENARIO and result.solver != "ours"):
        return
    if item.set == SCENARIO:
        check = subprocess.run([limits.rota, "check", os.path.abspath(item.path), output], capture_output=True)
        result.verified = check.returncode == 0
        return
    try:
        with open(os.path.join(output, "roster.csv"), encoding="utf-8-sig") as file:
            roster = file.read()
    except OSError:
        result.verified, result.violations = False, ["no roster.csv"]
        return
    with open(item.path, encoding="utf-8-sig") as file:
        verdict = verdict_on(item.set, file.read(), roster)
    result.verified, result.violations = verdict.is_legal, verdict.violations[:20]
    if differs(result, verdict.penalty):
        result.verified = False
        result.violations.append(f"the penalty is {verdict.penalty}, not {result.objective:g}")
    result.objective = verdict.penalty


def differs(result, penalty):
    """Whether the verified penalty is one that the solver's objective does not explain."""
    difference = penalty - result.objective
    is_peer = result.solver != "ours"
    # A peer's plan on the way may have slacks that are larger than they need be; an optimal one has not.
    may_be_less = is_peer and result.status != "optimal"
    # The peers' model of multi-activity counts a great surplus too low, see multi_activity_model.STEPS.
    may_be_more = is_peer and result.set == "multi-activity"
    return (difference < -1e-4 and not may_be_less) or (difference > 1e-4 and not may_be_more)


def clock(result, run, item):
    """Times to best and to proof.

    Ours are counted from the start of the process, reading and writing included; the peers' from the start of the solver, for
    their models are built in Python. `to_proof_solving` counts ours from the start of planning, the instance being read.
    """
    key = "arrived" if result.solver == "ours" else "seconds"
    result.steps = [[round(step[key], 3), step.get("best"), step.get("bound")] for step in run.steps if key in step]
    if item.is_whole and result.bound is not None:
        result.bound = math.ceil(result.bound - 1e-6)
    tolerance = 1e-6 if item.is_whole else 1e-4
    end = run.wall if result.solver == "ours" else result.solve_seconds
    if result.objective is None:
        return
    reached = (at for at, best, _ in result.steps if best is not None and best <= result.objective + tolerance)
    result.to_best = next(reached, end)

    def closes(best, bound):
        return (best is not None and bound is not None and best <= result.objective + tolerance
                and (math.ceil(bound - 1e-6) if item.is_whole else bound) >= result.objective - tolerance)

    is_proof = result.bound is not None and result.bound >= result.objective - tolerance and result.verified is not False
    if is_proof:
        result.status = "optimal"
        result.to_proof = next((at for at, best, bound in result.steps if closes(best, bound)), end)
        solving = (step["seconds"] for step in run.steps if "seconds" in step and closes(step.get("best"), step.get("bound")))
        result.to_proof_solving = next(solving, result.to_proof)
    elif result.status == "optimal":
        result.status = "feasible"
