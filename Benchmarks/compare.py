#!/usr/bin/env python3
"""Side by side: rota, OR-Tools CP-SAT and HiGHS on the same instances, same seconds, same number of workers, one after another.

    Benchmarks/compare.py shift-scheduling multi-activity/1_7_10_1 scenarios/tiny --seconds 60 --json results.json

Prints a Markdown table; see Benchmarks/README.md for what is compared and how. Needs `pip install ortools highspy` for the peers.
"""

import argparse
import dataclasses
import json
import os
import shutil
import subprocess
import sys

from peers import contest, header, instances, table

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    options = _options()
    rota = shutil.which(options.rota) or sys.exit(f"{options.rota}: no such program")
    rota = os.path.abspath(rota)
    items = instances.find(options.instances, options.folder, instances.read_best_known(options.best_known))
    if "ours" in options.solvers or any(item.set == instances.SCENARIO for item in items):
        # Builds bin/rota now, so that no build falls into a measurement.
        subprocess.run([rota, "--help"], check=True, stdout=subprocess.DEVNULL)
    limits = contest.Limits(options.seconds, options.threads, options.seed, rota, options.build_seconds,
                            options.memory_gib)
    facts = header.header(rota, seconds=f"{options.seconds:g}", workers=options.threads, seed=options.seed)
    results = []
    for item in items:
        for solver in options.solvers:
            result = contest.compete(item, solver, limits)
            print(f"{item.name} {solver}: {result.status} {result.objective} {result.bound}", file=sys.stderr)
            results.append(result)
            if options.json:
                _write(options.json, facts, results)
    print(header.line(facts) + "\n\n" + table.table(results) + "\n" + table.summary(results), end="")
    return 1 if any(result.verified is False for result in results) else 0


def _options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("instances", nargs="+", metavar="INSTANCE", help="a file, a set or SET/NAME, a scenario folder")
    parser.add_argument("--folder", default=os.environ.get("ROTA_BENCHMARKS"),
                        help="where the sets are (default: the environment variable ROTA_BENCHMARKS)")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--solvers", type=_solvers, default=list(contest.SOLVERS), help="of " + ",".join(contest.SOLVERS))
    parser.add_argument("--rota", default=os.path.join(os.path.dirname(HERE), "bin", "rota"), metavar="PATH")
    parser.add_argument("--best-known", default=os.path.join(HERE, "best-known.csv"), metavar="FILE")
    parser.add_argument("--threads", type=int, default=2, help="workers of each solver")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--build-seconds", type=float, default=600, help="most for building a peer's model")
    parser.add_argument("--memory-gib", type=float, default=8, help="most memory of each solver")
    parser.add_argument("--json", metavar="FILE", help="also write everything, with the course of each search, as JSON")
    return parser.parse_args()


def _solvers(text):
    names = text.split(",")
    if unknown := set(names) - set(contest.SOLVERS):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
    return names


def _write(path, facts, results):
    """Written after each run, whole or not at all, so that a long comparison that is stopped keeps what it has."""
    with open(path + ".part", "w", encoding="utf-8") as file:
        json.dump({"header": facts, "results": [dataclasses.asdict(r) for r in results]}, file, sort_keys=True, indent=1)
        file.write("\n")
    os.replace(path + ".part", path)


if __name__ == "__main__":
    sys.exit(main())
