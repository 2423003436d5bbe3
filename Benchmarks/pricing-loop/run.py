#!/usr/bin/env python3
"""Compares the engine's pricing sweep with the same loop in C: costs, allocations, time, instructions.

The Swift side is compiled from the engine's own source files. Usage: run.py [--check] [--cc CC ...]; --check compares costs and
allocations only and prints nothing unless they are wrong.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ENGINE = os.path.join(HERE, "..", "..", "Sources", "RotaPlanner", "Optimise")
SOURCES = [
    "Rostering/RosteringProblem", "Rostering/RosterLimits", "Rostering/CoverRow", "Pricing/BlockAutomaton",
    "Pricing/DayMask", "Pricing/PersonPricer", "Pricing/PricingWorkspace", "Pricing/RosterCorridor",
    "Pricing/RosterGraph", "Pricing/RosterPace", "Pricing/RosterPrices", "Pricing/RosterSweep",
    "Pricing/RosterSweep+Through", "Pricing/RosterTrace", "Pricing/SweepDay", "Pricing/SweepTables",
]
DRIVER = ["main", "Shapes", "Sweeps"]
SWEEPS = 20


def call(*command):
    subprocess.run(command, check=True)


def build(compiler, folder):
    """The program with the C sweep from this compiler; its path."""
    objects = []
    for name in ["sweep", "allocations"]:
        objects.append(os.path.join(folder, name + ".o"))
        call(*compiler.split(), "-O2", "-Wall", "-Wextra", "-c", os.path.join(HERE, name + ".c"), "-o", objects[-1])
    program = os.path.join(folder, "pricing-loop")
    call("swiftc", "-O", "-whole-module-optimization", "-swift-version", "6", "-module-name", "PricingLoop",
         "-import-objc-header", os.path.join(HERE, "sweep.h"),
         *(os.path.join(ENGINE, name + ".swift") for name in SOURCES),
         *(os.path.join(HERE, name + ".swift") for name in DRIVER), *objects, "-lm", "-o", program)
    return program


def instructions(command):
    """Instructions of a whole process in user mode, and what counted them; None where nothing can."""
    if shutil.which("perf"):
        run = subprocess.run(["perf", "stat", "-x", ",", "-e", "instructions:u", *command], capture_output=True, text=True)
        first = run.stderr.strip().split("\n")[-1].split(",")[0]
        if run.returncode == 0 and first.isdigit():
            return int(first), "perf"
    if shutil.which("valgrind"):
        run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                             capture_output=True, text=True, check=True)
        return int(run.stderr.split("Collected :")[1].split()[0]), "valgrind"
    return None


def per_sweep(program, side, shape):
    """Instructions of one sweep: what more sweeps add to a process."""
    none, some = (instructions([program, "count", side, shape, str(count)]) for count in [0, SWEEPS])
    return none and ((some[0] - none[0]) // SWEEPS, none[1])


def measure(compiler, program):
    """Prints a table row for each shape."""
    times = subprocess.run([program], check=True, capture_output=True, text=True).stdout
    for line in times.strip().split("\n"):
        shape, cells, swift, c, ratio = line.split("\t")
        counted = [per_sweep(program, side, shape) for side in ["swift", "c"]]
        if counted[0]:
            (ours, tool), (theirs, _) = counted
            counts = f"{ours:,} | {theirs:,} | {ours / theirs:.2f} ({tool})"
        else:
            counts = "| |"
        # The program ends at the first allocation inside a sweep of the engine, so there was none.
        print(f"| {shape} | {int(cells):,} | {compiler} | {swift} | {c} | {ratio} | {counts} | 0 |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare costs and allocations only")
    parser.add_argument("--cc", nargs="+", default=["clang", "gcc"], help="C compilers, each run with -O2")
    options = parser.parse_args()
    compilers = [compiler for compiler in options.cc if shutil.which(compiler.split()[0])]
    if not compilers:
        sys.exit("no C compiler found: " + ", ".join(options.cc))
    with tempfile.TemporaryDirectory() as folder:
        if options.check:
            call(build(compilers[0], folder), "check")
            return
        print("| shape | cells | C compiler | Swift µs | C µs | ratio | Swift instructions | C instructions | ratio |"
              " allocations |\n|" + "---|" * 10)
        for compiler in compilers:
            measure(compiler, build(compiler, folder))


if __name__ == "__main__":
    main()
