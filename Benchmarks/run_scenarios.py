#!/usr/bin/env python3
"""Plans the shipped scenarios, and with --scale the generated one of 355 stations, and prints a Markdown table for results.md.

    Benchmarks/run_scenarios.py                      # tiny, street, xicheng-31, heatwave, eu-demo
    Benchmarks/run_scenarios.py xicheng-31 --seconds 60
    Benchmarks/run_scenarios.py --scale              # also 355 stations, 1,300 staff, for 600 s
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from peers import header, process, table

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHIPPED = ["tiny", "street", "xicheng-31", "heatwave", "eu-demo"]
LARGE = "scale-355"
COLUMNS = ["scenario", "visits served / wanted", "promised hours kept / promised", "kits / wanted", "objective", "bound",
           "gap %", "first plan s", "wall s", "peak MiB", "checked"]
GRACE = 60
"""Seconds beyond the limit after which the process is killed."""


def main():
    options = _options()
    rota = os.path.abspath(shutil.which(options.rota) or sys.exit(f"{options.rota}: no such program"))
    # Builds bin/rota now, so that no build falls into a measurement.
    subprocess.run([rota, "--help"], check=True, stdout=subprocess.DEVNULL)
    facts = header.header(rota, workers=options.threads, seed=options.seed, seconds=f"{options.seconds:g}")
    if options.scale:
        facts[f"seconds for {LARGE}"] = f"{options.scale_seconds:g}"
    print(header.line(facts) + "\n\n| " + " | ".join(COLUMNS) + " |\n|" + "---|" * len(COLUMNS))
    for name in options.scenarios or SHIPPED:
        folder = name if os.path.isdir(name) else os.path.join(ROOT, "scenarios", name)
        _show(rota, folder, options.seconds, options)
    if options.scale:
        with tempfile.TemporaryDirectory() as folder:
            generate = os.path.join(ROOT, "scenarios", "generate.py")
            subprocess.run([sys.executable, generate, "-o", folder, LARGE], check=True, stdout=subprocess.DEVNULL)
            _show(rota, os.path.join(folder, LARGE), options.scale_seconds, options)


def _options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenarios", nargs="*", metavar="SCENARIO", help="folders, or names under scenarios/")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--scale", action="store_true", help=f"also generate and plan {LARGE}")
    parser.add_argument("--scale-seconds", type=float, default=600)
    parser.add_argument("--rota", default=os.path.join(ROOT, "bin", "rota"), metavar="PATH")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _show(rota, scenario, seconds, options):
    """Plans one scenario and prints its row."""
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "plan")
        run = process.run(
            [rota, "plan", scenario, "-o", output, "--time-limit", f"{seconds:g}", "--progress", "jsonl",
             "--threads", str(options.threads), "--seed", str(options.seed), "--lang", "en"],
            seconds + GRACE, keep_output=True)
        name = os.path.basename(os.path.normpath(scenario))
        print("| " + " | ".join([name, *_cells(rota, scenario, output, run)]) + " |", flush=True)


def _cells(rota, scenario, output, run):
    """The cells after the name; a run without a plan says how it ended."""
    try:
        with open(os.path.join(output, "plan.json"), encoding="utf-8") as file:
            plan = json.load(file)
    except OSError:
        end = "killed" if run.was_killed else f"exit {run.code}"
        return [end, "", "", "", "", "", "", f"{run.wall:.2f}", f"{run.peak_mib:.0f}", ""]
    first = next((step["arrived"] for step in run.steps if step.get("best") is not None), None)
    check = subprocess.run([rota, "check", scenario, output], capture_output=True)
    return [
        _served(run.output, "visits served"), _served(run.output, "promised hours kept"), _served(run.output, "kits"),
        table.number(plan["objective"]), table.number(plan["bound"]), table.gap(plan["objective"], plan["bound"]),
        "" if first is None else f"{first:.2f}", f"{run.wall:.2f}", f"{run.peak_mib:.0f}",
        "yes" if check.returncode == 0 else f"NO ({check.returncode})"]


def _served(summary, what):
    """`51 / 61` of the summary's line `visits served: 51 of 61`; empty when the scenario has none."""
    found = re.search(rf"^{what}: (\S+) of (\S+)$", summary, re.MULTILINE)
    return f"{found[1]} / {found[2]}" if found else ""


if __name__ == "__main__":
    sys.exit(main())
