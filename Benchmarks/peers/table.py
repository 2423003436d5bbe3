"""Markdown of results: a row per instance and solver, then what it comes to for each peer."""

import math
from itertools import permutations

from .contest import NO_MODEL

LEAST_SECONDS = 0.01
"""Times to proof below this count as this in ratios: starting a process takes as long."""


def table(results):
    """One row per run."""
    head = ["instance", "best known", "solver", "objective", "bound", "gap %", "to best s", "to proof s", "wall s",
            "peak MiB", "verified"]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for r in results:
        known = number(r.best_known) or (f"floor {r.floor}" if r.floor is not None else "")
        verified = {None: "", True: "yes", False: "NO"}[r.verified]
        objective = number(r.objective) if r.objective is not None else r.status
        lines.append("| " + " | ".join([
            r.name, known, r.solver, objective, number(r.bound), gap(r.objective, r.bound), _seconds(r.to_best),
            _seconds(r.to_proof), _seconds(r.wall), f"{r.peak_mib:.0f}", verified]) + " |")
    return "\n".join(lines) + "\n"


def gap(objective, bound):
    """Percent of the objective that the bound leaves open; the best values known do not enter."""
    if objective is None or bound is None:
        return ""
    missing = max(0, objective - bound)
    return f"{100 * missing / max(abs(objective), 1e-9):.2f}" if missing > 1e-9 else "0"


def summary(results):
    """For each peer: on how many instances ours is ahead, equal, behind; proofs; the ratio of the times to proof."""
    runs = {(r.set, r.name, r.solver): r for r in results}
    lines = []
    for peer in sorted({r.solver for r in results} - {"ours"}):
        pairs = [(ours, runs[s, n, peer]) for (s, n, solver), ours in runs.items()
                 if solver == "ours" and (s, n, peer) in runs and runs[s, n, peer].status != NO_MODEL]
        if pairs:
            lines.append(_against(peer, pairs))
    return "\n".join(lines + doubts(results)) + "\n"


def _against(peer, pairs):
    objectives = [_compare(_objective(theirs), _objective(ours)) for ours, theirs in pairs]
    bounds = [_compare(_or(ours.bound, -math.inf), _or(theirs.bound, -math.inf)) for ours, theirs in pairs]
    proofs = [sum(r.to_proof is not None for r in side) for side in zip(*pairs)]
    text = (f"- against {peer} on {len(pairs)} instances: objective {_tally(objectives)}; bound {_tally(bounds)}; "
            f"proofs {proofs[0]} to {proofs[1]}")
    both = [pair for pair in pairs if all(r.to_proof is not None for r in pair)]
    if both:
        whole = _ratio((ours.to_proof, theirs.to_proof) for ours, theirs in both)
        solving = _ratio((ours.to_proof_solving, theirs.to_proof_solving) for ours, theirs in both)
        text += (f"; where both prove ({len(both)}), {peer} takes {whole:.2f} times as long (geometric mean), "
                 f"{solving:.2f} times when ours too is counted from the start of solving")
    return text


def _ratio(times):
    """Geometric mean of theirs by ours."""
    logs = [math.log(max(theirs, LEAST_SECONDS) / max(ours, LEAST_SECONDS)) for ours, theirs in times]
    return math.exp(sum(logs) / len(logs))


def doubts(results):
    """Lines for what cannot be true, or not be taken as it stands."""
    pairs = [pair for pair in permutations(results, 2) if pair[0].set == pair[1].set and pair[0].name == pair[1].name]
    lines = [f"- CONTRADICTION on {low.name}: {low.solver}'s bound {number(low.bound)} is above {high.solver}'s "
             f"objective {number(high.objective)}" for low, high in pairs
             if low.bound is not None and low.bound > _objective(high) + 1e-4]
    for result in results:
        lines += [f"- {text}" for text in _doubts_on(result)]
    return lines


def _doubts_on(r):
    if r.verified is False:
        yield f"NOT VERIFIED: {r.solver} on {r.name}: {'; '.join(r.violations[:3]) or 'see rota check'}"
    if r.best_known is not None and _objective(r) < r.best_known - 1e-6:
        yield f"better than the best known value on {r.name} ({r.solver}): check it twice"
    if r.best_known is not None and r.bound is not None and r.bound > r.best_known + 1e-6:
        yield f"CONTRADICTION on {r.name}: {r.solver}'s bound {number(r.bound)} is above the best known value"
    if r.to_best is not None and r.to_best > r.limit * 1.02 + 1:
        yield f"LATE: {r.solver} on {r.name} had its best only after {r.to_best:.0f} of {r.limit:g} s"


def _objective(result):
    """Infinite without a plan that stood the verifier."""
    return _or(result.objective if result.verified is not False else None, math.inf)


def _or(value, otherwise):
    return otherwise if value is None else value


def _compare(large, small):
    """1 when the first is larger, which is good for ours in both uses; 0 when equal."""
    return 0 if large == small or abs(large - small) < 1e-4 else 1 if large > small else -1


def _tally(signs):
    return f"ahead {signs.count(1)}, equal {signs.count(0)}, behind {signs.count(-1)}"


def number(value):
    """At most two decimals; empty for `None`."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def _seconds(value):
    return "" if value is None else f"{value:.2f}" if value < 10 else f"{value:.0f}"
