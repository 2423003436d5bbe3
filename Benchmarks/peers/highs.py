"""HiGHS behind the few constraints of the textbook models, each as a row of a mixed-integer program."""

import time
from array import array

import highspy
import numpy

from .answer import Answer, finite, report


class Model:
    """A model under construction; variables are column numbers."""

    def __init__(self):
        self.costs, self.upper, self.offset = array("d"), array("d"), 0.0
        self.starts, self.columns, self.factors = array("i", [0]), array("i"), array("d")
        self.low, self.high = array("d"), array("d")

    def boolean(self):
        return self.count(1)

    def count(self, most):
        """A whole number from 0 to `most`."""
        self.costs.append(0)
        self.upper.append(most)
        return len(self.costs) - 1

    def at_most_one(self, booleans):
        self.row([(var, 1) for var in booleans], 0, 1)

    def clause(self, some_true, or_some_false):
        terms = [(var, 1) for var in some_true] + [(var, -1) for var in or_some_false]
        self.row(terms, 1 - len(or_some_false), len(some_true))

    def row(self, terms, low, high):
        """low <= sum of factor * variable <= high."""
        self.columns.extend(var for var, _ in terms)
        self.factors.extend(factor for _, factor in terms)
        self.starts.append(len(self.columns))
        self.low.append(low)
        self.high.append(high)

    def price(self, var, cost):
        self.costs[var] += cost

    def constant(self, cost):
        self.offset += cost

    def solve(self, seconds, threads, seed):
        """Minimises. The clock starts here: the time to build the model is not counted against the solver."""
        solver = highspy.Highs()
        solver.silent()
        solver.passModel(self._program())
        return solve(solver, seconds, threads, seed)

    def _program(self):
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self.costs), len(self.low)
        program.col_cost_, program.offset_ = numpy.asarray(self.costs), self.offset
        program.col_lower_, program.col_upper_ = numpy.zeros(len(self.costs)), numpy.asarray(self.upper)
        program.integrality_ = [highspy.HighsVarType.kInteger] * len(self.costs)
        program.row_lower_, program.row_upper_ = numpy.asarray(self.low), numpy.asarray(self.high)
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = numpy.asarray(self.starts)
        program.a_matrix_.index_ = numpy.asarray(self.columns)
        program.a_matrix_.value_ = numpy.asarray(self.factors)
        return program


def solve(solver, seconds, threads, seed):
    """Runs a solver that holds a mixed-integer program."""
    solver.setOptionValue("time_limit", float(seconds))
    solver.setOptionValue("threads", threads)
    solver.setOptionValue("random_seed", seed)
    solver.setOptionValue("mip_rel_gap", 0.0)
    start = time.monotonic()

    def show(event):
        out = event.data_out
        report(time.monotonic() - start, out.mip_primal_bound, out.mip_dual_bound)

    solver.cbMipImprovingSolution.subscribe(show)
    solver.run()
    spent = time.monotonic() - start
    info, status = solver.getInfo(), solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Answer("infeasible", seconds=spent)
    bound = finite(info.mip_dual_bound)
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Answer("none", bound=bound, seconds=spent)
    values = solver.getSolution().col_value
    is_optimal = status == highspy.HighsModelStatus.kOptimal
    return Answer("optimal" if is_optimal else "feasible", info.objective_function_value, bound, spent,
                  lambda var: values[var] > 0.5)
