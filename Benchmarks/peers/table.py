"""Markdown of results: a row per instance and solver, then what it comes to for each peer."""

import math
from itertools import combinations

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
    return "\n".join(lines + contradictions(results)) + "\n"


def _against(peer, pairs):
    objectives = [_compare(_objective(theirs), _objective(ours)) for ours, theirs in pairs]
    bounds = [_compare(_or(ours.bound, -math.inf), _or(theirs.bound, -math.inf)) for ours, theirs in pairs]
    proofs = [sum(r.to_proof is not None for r in side) for side in zip(*pairs)]
    text = (f"- against {peer} on {len(pairs)} instances: objective {_tally(objectives)}; bound {_tally(bounds)}; "
            f"proofs {proofs[0]} to {proofs[1]}")
    logs = [math.log(max(theirs.to_proof, LEAST_SECONDS) / max(ours.to_proof, LEAST_SECONDS))
            for ours, theirs in pairs if ours.to_proof is not None and theirs.to_proof is not None]
    if logs:
        ratio = math.exp(sum(logs) / len(logs))
        text += f"; where both prove ({len(logs)}), {peer} takes {ratio:.2f} times as long (geometric mean)"
    return text


def contradictions(results):
    """Lines for what cannot be true: a bound above a verified objective, or a value better than the best known."""
    lines = []
    for one, other in combinations([r for r in results if r.verified is not False], 2):
        if (one.set, one.name) != (other.set, other.name):
            continue
        for low, high in ((one, other), (other, one)):
            if low.bound is not None and high.objective is not None and low.bound > high.objective + 1e-4:
                lines.append(f"- CONTRADICTION on {low.name}: {low.solver}'s bound {number(low.bound)} is above "
                             f"{high.solver}'s objective {number(high.objective)}")
    for r in results:
        if r.verified is False:
            lines.append(f"- NOT VERIFIED: {r.solver} on {r.name}: {'; '.join(r.violations[:3]) or 'see the checker'}")
        elif None not in (r.best_known, r.objective) and r.objective < r.best_known - 1e-6:
            lines.append(f"- better than the best known value on {r.name} ({r.solver}): check it twice")
        if None not in (r.best_known, r.bound) and r.bound > r.best_known + 1e-6:
            lines.append(f"- CONTRADICTION on {r.name}: {r.solver}'s bound is above the best known value")
    return lines


def _objective(result):
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
