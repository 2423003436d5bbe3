"""OR-Tools CP-SAT behind the few constraints of the textbook models, stated natively."""

import time

from ortools.sat.python import cp_model

from .answer import Answer, finite, report

STRONG_LP = "max_lp"
"""The complete search that relies most on linear relaxations: among two workers' defaults there is none with a good bound."""
STATUS = {cp_model.OPTIMAL: "optimal", cp_model.FEASIBLE: "feasible", cp_model.INFEASIBLE: "infeasible"}


class Model:
    """A model under construction; variables are CP-SAT's own. `searches` replaces the default complete searches."""

    def __init__(self, searches=()):
        self.searches = searches
        self.model = cp_model.CpModel()
        self.priced, self.prices, self.offset = [], [], 0

    def boolean(self):
        return self.model.new_bool_var("")

    def count(self, most):
        """A whole number from 0 to `most`."""
        return self.model.new_int_var(0, most, "")

    def at_most_one(self, booleans):
        self.model.add_at_most_one(booleans)

    def clause(self, some_true, or_some_false):
        self.model.add_bool_or([*some_true, *(~var for var in or_some_false)])

    def row(self, terms, low, high):
        """low <= sum of factor * variable <= high."""
        variables, factors = [var for var, _ in terms], [factor for _, factor in terms]
        total = cp_model.LinearExpr.weighted_sum(variables, factors)
        self.model.add_linear_constraint(total, low, high)

    def price(self, var, cost):
        self.priced.append(var)
        self.prices.append(cost)

    def constant(self, cost):
        self.offset += cost

    def solve(self, seconds, threads, seed):
        """Minimises. The clock starts here: the time to build the model is not counted against the solver."""
        self.model.minimize(cp_model.LinearExpr.weighted_sum(self.priced, self.prices) + self.offset)
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = threads
        solver.parameters.random_seed = seed
        solver.parameters.subsolvers.extend(self.searches)
        start = time.monotonic()
        watch = _Watch(start)
        solver.best_bound_callback = watch.bound_improved
        status = STATUS.get(solver.solve(self.model, watch), "none")
        spent = time.monotonic() - start
        bound = finite(solver.best_objective_bound)
        if status not in ("optimal", "feasible"):
            return Answer(status, bound=bound if status == "none" else None, seconds=spent)
        return Answer(status, solver.objective_value, bound, spent, solver.boolean_value)


class _Watch(cp_model.CpSolverSolutionCallback):
    """Reports each better roster and each better bound."""

    def __init__(self, start):
        super().__init__()
        self.start, self.best, self.bound = start, None, None

    def on_solution_callback(self):
        self.best, self.bound = self.objective_value, self.best_objective_bound
        self._report()

    def bound_improved(self, bound):
        self.bound = bound
        self._report()

    def _report(self):
        report(time.monotonic() - self.start, self.best, self.bound)
