#!/usr/bin/env python3
"""Measures one version in one run on one machine: writes results.md, and the version's row of history.csv.

    export ROTA_BENCHMARKS=FOLDER            # holds shift-scheduling/ and multi-activity/ with the published text files
    Benchmarks/measure.py 0.2.0 --keep RUN   # RUN: a folder for the rows as JSON; parts that are there already are not run again
    Benchmarks/measure.py 0.2.0 --keep RUN --quick   # without 355 stations and the instances of a year
    Benchmarks/measure.py 0.2.0 --keep RUN --tables  # only writes the tables of what RUN holds

Needs a quiet machine for an hour; the peers have a table of their own (peers.md, by compare.py).
"""

import argparse
import csv
import json
import os
import subprocess
import sys

from peers import table

HERE = os.path.dirname(os.path.abspath(__file__))
HISTORY = os.path.join(HERE, "history.csv")
SHIFTS, ACTIVITIES = "shift-scheduling", "multi-activity"
MONTHS = [f"{SHIFTS}/Instance{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18)]
YEARS = [f"{SHIFTS}/Instance{n}" for n in (20, 22, 24)]
# Name of the part, script, arguments; in the order in which they run.
PARTS = [
    ("scenarios", "run_scenarios.py", []),
    ("months", "compare.py", MONTHS + ["--solvers", "ours", "--seconds", "60"]),
    ("activities", "compare.py", [ACTIVITIES, "--solvers", "ours", "--seconds", "30"]),
    ("years", "compare.py", YEARS + ["--solvers", "ours", "--seconds", "120"]),
    ("scale", "run_scenarios.py", ["--only-scale"]),
]
LONG = ("years", "scale")
TRACKED = ("xicheng-31", "heatwave", "eu-demo", "week", "cooling", "scale-355")
"""Scenarios whose gap has a column in the history."""


def main():
    options = _options()
    os.makedirs(options.keep, exist_ok=True)
    if not options.tables:
        for name, script, arguments in PARTS:
            if not (options.quick and name in LONG):
                _run(os.path.join(options.keep, name + ".json"), script, arguments, options)
    parts = {name: _read(os.path.join(options.keep, name + ".json")) for name, _, _ in PARTS}
    parts = {name: part for name, part in parts.items() if part}
    if not parts:
        sys.exit(f"{options.keep}: nothing measured")
    commits = {part["header"]["commit"] for part in parts.values()}
    if len(commits) > 1:
        sys.exit(f"the parts were measured at different commits: {', '.join(sorted(commits))}")
    with open(os.path.join(HERE, "results.md"), "w", encoding="utf-8") as file:
        file.write(_document(options.version, parts))
    _record(options.version, parts)


def _options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("version")
    parser.add_argument("--keep", required=True, metavar="FOLDER", help="where the rows are kept as JSON")
    parser.add_argument("--quick", action="store_true", help="leave out " + " and ".join(LONG))
    parser.add_argument("--tables", action="store_true", help="measure nothing")
    parser.add_argument("--rota", default=os.path.join(os.path.dirname(HERE), "bin", "rota"), metavar="PATH")
    return parser.parse_args()


def _run(path, script, arguments, options):
    if os.path.exists(path):
        return
    command = [sys.executable, os.path.join(HERE, script), *arguments, "--json", path + ".new", "--rota", options.rota]
    print(f"== {os.path.basename(path)}", file=sys.stderr)
    if subprocess.run(command, stdout=subprocess.DEVNULL).returncode not in (0, 1):
        sys.exit(f"{script} failed")
    os.replace(path + ".new", path)


def _read(path):
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def _document(version, parts):
    head = next(iter(parts.values()))["header"]
    lines = [
        "# Results", "",
        f"Version {version}, made by `Benchmarks/measure.py` in one run: commit {head['commit']}, {head['machine']}, two threads, seed 1. "
        "Every plan and roster was judged by the checker (scenarios) or by an independent verifier (published instances). "
        "What the columns mean and how to run it: [README.md](README.md). Other solvers: [peers.md](peers.md). "
        "Earlier versions: [history.csv](history.csv).", ""]
    lines += _scenarios(parts)
    for name, title in (("months", "Published shift-scheduling instances, weeks to three months"),
                        ("years", "Published shift-scheduling instances, half a year to a year"),
                        ("activities", "Published multi-activity instances")):
        if name in parts:
            lines += [f"## {title}", "", *_instances(parts[name]), ""]
    return "\n".join(lines)


def _scenarios(parts):
    held = [parts[name] for name in ("scenarios", "scale") if name in parts]
    if not held:
        return []
    columns = held[0]["columns"]
    rows = [row for part in held for row in part["rows"]]
    seconds = ", ".join(f"{part['header'].get('seconds')} s" for part in held[:1])
    extra = "; scale-355 (355 stations, 1,300 staff, generated): 600 s" if "scale" in parts else ""
    return ["## Scenarios", "", f"`rota plan`, limit {seconds}{extra}. week, cooling and legal-duty are the templates of `rota init`.", "",
            "| " + " | ".join(columns) + " |", "|" + "---|" * len(columns), *["| " + " | ".join(row) + " |" for row in rows], ""]


def _instances(part):
    yield f"`rota plan FILE`, limit {part['header']['seconds']} s."
    yield ""
    yield "| instance | objective | bound | gap % | best known | to best s | to proof s | wall s | peak MiB | verified |"
    yield "|" + "---|" * 10
    for r in part["results"]:
        cells = [r["name"], table.number(r["objective"]) if r["objective"] is not None else r["status"], table.number(r["bound"]),
                 table.gap(r["objective"], r["bound"]), table.number(r["best_known"]), *[
                     "" if r[key] is None else f"{r[key]:.2f}" for key in ("to_best", "to_proof", "wall")],
                 f"{r['peak_mib']:.0f}", {None: "", True: "yes", False: "NO"}[r["verified"]]]
        yield "| " + " | ".join(cells) + " |"


def _record(version, parts):
    """Writes the version's row of the history, in place of one that is there."""
    head = next(iter(parts.values()))["header"]
    row = {"version": version, "commit": head["commit"], "machine": head["machine"]}
    for name in ("scenarios", "scale"):
        for cells in parts.get(name, {"rows": []})["rows"]:
            values = dict(zip(parts[name]["columns"], cells))
            if values["scenario"] in TRACKED:
                row[values["scenario"] + " gap %"] = values["gap %"]
    for name in ("months", "years", "activities"):
        results = parts.get(name, {"results": []})["results"]
        if results:
            row[name + " planned"] = sum(r["objective"] is not None for r in results)
            row[name + " proved"] = sum(r["to_proof"] is not None for r in results)
            gaps = [float(table.gap(r["objective"], r["bound"])) for r in results if r["objective"] is not None]
            row[name + " mean gap %"] = f"{sum(gaps) / len(gaps):.2f}" if gaps else ""
    with open(HISTORY, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, columns = [r for r in reader if r["version"] != version], reader.fieldnames
    with open(HISTORY, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows([*rows, row])


if __name__ == "__main__":
    main()
