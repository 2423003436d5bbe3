#!/usr/bin/env python3
"""Plans the shipped scenarios, and with --scale the generated one of 355 stations, and prints a Markdown table for results.md.

    Benchmarks/run_scenarios.py                      # all that are shipped, and the templates
    Benchmarks/run_scenarios.py xicheng-31 --seconds 60
    Benchmarks/run_scenarios.py --scale              # also 355 stations, 1,300 staff, for 600 s

Names of templates (week, cooling, legal-duty) are planned as `rota init` writes them. With --json the rows are kept for measure.py.
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
SHIPPED = ["tiny", "street", "town-8", "xicheng-31", "heatwave", "eu-demo", "week", "cooling", "legal-duty"]
TEMPLATES = ("week", "cooling", "legal-duty")
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
    if options.scale or options.only_scale:
        facts[f"seconds for {LARGE}"] = f"{options.scale_seconds:g}"
    rows = []
    print(header.line(facts) + "\n\n| " + " | ".join(COLUMNS) + " |\n|" + "---|" * len(COLUMNS))
    for name in [] if options.only_scale else options.scenarios or SHIPPED:
        with tempfile.TemporaryDirectory() as folder:
            rows.append(_row(rota, _folder(name, rota, folder), options.seconds, options))
            _keep(options.json, facts, rows)
    if options.scale or options.only_scale:
        with tempfile.TemporaryDirectory() as folder:
            generate = os.path.join(ROOT, "scenarios", "generate.py")
            subprocess.run([sys.executable, generate, "-o", folder, LARGE], check=True, stdout=subprocess.DEVNULL)
            rows.append(_row(rota, os.path.join(folder, LARGE), options.scale_seconds, options))
            _keep(options.json, facts, rows)


def _folder(name, rota, temporary):
    """The scenario's folder: a path, a name under scenarios/, or a template written to `temporary`."""
    if os.path.isdir(name):
        return name
    if name not in TEMPLATES:
        return os.path.join(ROOT, "scenarios", name)
    folder = os.path.join(temporary, name)
    subprocess.run([rota, "init", folder, "--template", name], check=True, capture_output=True)
    return folder


def _keep(path, facts, rows):
    """Written after each row, whole or not at all, so that a long run that is stopped keeps what it has."""
    if not path:
        return
    with open(path + ".part", "w", encoding="utf-8") as file:
        json.dump({"header": facts, "columns": COLUMNS, "rows": rows}, file, indent=1, ensure_ascii=False)
        file.write("\n")
    os.replace(path + ".part", path)


def _options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenarios", nargs="*", metavar="SCENARIO", help="folders, or names under scenarios/")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--scale", action="store_true", help=f"also generate and plan {LARGE}")
    parser.add_argument("--only-scale", action="store_true", help=f"plan {LARGE} only")
    parser.add_argument("--scale-seconds", type=float, default=600)
    parser.add_argument("--rota", default=os.path.join(ROOT, "bin", "rota"), metavar="PATH")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", metavar="FILE", help="also write the rows as JSON")
    return parser.parse_args()


def _row(rota, scenario, seconds, options):
    """Plans one scenario, prints its row and returns it."""
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "plan")
        run = process.run(
            [rota, "plan", scenario, "-o", output, "--time-limit", f"{seconds:g}", "--progress", "jsonl",
             "--threads", str(options.threads), "--seed", str(options.seed), "--lang", "en"],
            seconds + GRACE, keep_output=True)
        name = os.path.basename(os.path.normpath(scenario))
        row = [name, *_cells(rota, scenario, output, run)]
        print("| " + " | ".join(row) + " |", flush=True)
        return row


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
