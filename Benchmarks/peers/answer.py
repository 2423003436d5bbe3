"""What a peer's solver answers, and how it reports on its way: the lines of `rota plan --progress jsonl`."""

import json
import math
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """`status` as in rota's plan.json, or "none" without a plan; `holds` tells whether a boolean is true."""
    status: str
    objective: float = None
    bound: float = None
    seconds: float = None
    holds: object = None


def finite(value):
    """`None` for the infinities by which solvers say that they know nothing yet."""
    return value if value is not None and math.isfinite(value) and abs(value) < 1e20 else None


def report(seconds, best, bound):
    """One line on standard error."""
    line = {"seconds": round(seconds, 3), "best": finite(best), "bound": finite(bound)}
    print(json.dumps(line, sort_keys=True), file=sys.stderr, flush=True)
