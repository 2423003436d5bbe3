"""A scenario's exact model, exported by `rota model --format mps`, solved by the peers as it stands."""

import time

from .answer import Answer, finite


def solve(solver, path, seconds, threads, seed):
    """Answer of a peer, named as in solve.py, on an MPS file."""
    if solver == "highs":
        return _highs(path, seconds, threads, seed)
    from .cpsat import STRONG_LP
    return _cpsat(path, seconds, threads, seed, searches=[STRONG_LP] if solver == "cpsat-lp" else [])


def _highs(path, seconds, threads, seed):
    import highspy

    from . import highs
    solver = highspy.Highs()
    solver.silent()
    solver.readModel(path)
    return highs.solve(solver, seconds, threads, seed)


def _cpsat(path, seconds, threads, seed, searches):
    """CP-SAT reads a mixed-integer program through OR-Tools' model builder, which scales it to whole numbers."""
    from ortools.linear_solver.python import model_builder
    model = model_builder.Model()
    model.import_from_mps_file(path)
    solver = model_builder.Solver("SAT")
    solver.set_time_limit_in_seconds(seconds)
    solver.set_solver_specific_parameters(
        f"num_workers:{threads} random_seed:{seed} max_time_in_seconds:{seconds}"
        + "".join(f' subsolvers:"{name}"' for name in searches))
    start = time.monotonic()
    result = solver.solve(model)
    spent = time.monotonic() - start
    status = model_builder.SolveStatus
    if result == status.INFEASIBLE:
        return Answer("infeasible", seconds=spent)
    if result not in (status.OPTIMAL, status.FEASIBLE):
        return Answer("none", bound=finite(solver.best_objective_bound), seconds=spent)
    return Answer("optimal" if result == status.OPTIMAL else "feasible", solver.objective_value,
                  finite(solver.best_objective_bound), spent)
