#!/usr/bin/env python3
"""Plans random small scenarios of every feature and prints what went wrong, as Markdown for random_scenarios.md.

    Benchmarks/random_scenarios.py --count 10000              # seeds 1 to 10,000, two at a time
    Benchmarks/random_scenarios.py --seeds 17 --keep KEPT   # one of them, its folder kept

The folders come from docs/scenario-format.md alone (`random_folder`). A run is wrong when
- it ends with status 1 or by a signal, or with 2: the folder is lawful by the document;
- it ends with 4 although no pin asks for anything, so that the empty plan is lawful, or with 3 without such a pin and without a budget;
- it takes more than the time limit and a second;
- `rota check` finds a violation in the plan or another objective;
- one thread and two write different plans (of every 20th seed);
- the plan's own duties, given back as pins, have no plan (of every 20th seed).
Needs nothing but Python's standard library.
"""

import argparse
import collections
import concurrent.futures
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field

from peers import header
from random_folder import RandomScenario

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAMPLE = 20
"""Of so many seeds one is also planned with one thread, and with its own duties as pins."""
PATIENCE = 30
"""Seconds beyond the limit after which a run is killed."""


@dataclass
class Verdict:
    """What became of a seed."""
    seed: int
    status: int
    wall: float
    faults: list = field(default_factory=list)
    checked: int = 0  # plans that the checker read
    threads: int = 0  # plans compared with those of one thread
    returned: int = 0  # plans whose duties came back as pins


def main():
    options = _options()
    rota = os.path.abspath(shutil.which(options.rota) or sys.exit(f"{options.rota}: no such program"))
    subprocess.run([rota, "--help"], check=True, stdout=subprocess.DEVNULL)
    seeds = options.seeds or range(options.first, options.first + options.count)
    start = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        verdicts = []
        for verdict in pool.map(lambda seed: _try(seed, rota, options), seeds):
            verdicts.append(verdict)
            for fault in verdict.faults:
                print(f"seed {verdict.seed}: {fault}", file=sys.stderr, flush=True)
    print(header.line(header.header(
        rota, seconds=f"{options.seconds:g}", **{"work limit": options.work, "seeds": f"{seeds[0]}-{seeds[-1]}"})))
    _report(verdicts, time.monotonic() - start)
    return 1 if any(verdict.faults for verdict in verdicts) else 0


def _options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=1, metavar="SEED")
    parser.add_argument("--seeds", type=int, nargs="+", metavar="SEED", help="these only")
    parser.add_argument("--seconds", type=float, default=10, help="time limit of a run")
    parser.add_argument("--work", type=int, default=150, help="work limit of a run")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rota", default=os.path.join(ROOT, "bin", "rota"), metavar="PATH")
    parser.add_argument("--keep", metavar="FOLDER", help="keep the folders here")
    return parser.parse_args()


def _try(seed, rota, options):
    """Plans the scenario of a seed and judges all that comes of it."""
    with tempfile.TemporaryDirectory() as temporary:
        base = temporary
        if options.keep:
            base = os.path.join(options.keep, str(seed))
            shutil.rmtree(base, ignore_errors=True)
        folder, output = os.path.join(base, "scenario"), os.path.join(base, "plan")
        os.makedirs(folder)
        scenario = RandomScenario(seed)
        scenario.write(folder)
        run, wall = _run(_plan(rota, folder, output, options, 2), options.seconds)
        verdict = Verdict(seed, run.returncode, wall)
        verdict.faults += _wrong_end(run, wall, options, scenario)
        if run.returncode == 0:
            plan = _read(output)
            verdict.checked = 1
            verdict.faults += _check(rota, folder, output, plan)
            if seed % SAMPLE == 0:
                _sample(verdict, rota, base, folder, plan, options)
        return verdict


def _plan(rota, folder, output, options, threads):
    return [rota, "plan", folder, "-o", output, "--time-limit", f"{options.seconds:g}", "--work-limit", str(options.work),
            "--threads", str(threads), "--progress", "none", "--lang", "en"]


def _run(command, seconds):
    start = time.monotonic()
    try:
        run = subprocess.run(command, capture_output=True, timeout=seconds + PATIENCE)
    except subprocess.TimeoutExpired:
        run = subprocess.CompletedProcess(command, -9, b"", b"killed")
    return run, time.monotonic() - start


def _wrong_end(run, wall, options, scenario):
    """What is wrong with the end of a run."""
    faults = []
    last = (run.stderr.decode(errors="replace").strip().splitlines() or [""])
    told = next((line for line in last if "error" in line), last[-1])[:200]
    if run.returncode not in (0, 3, 4):
        faults.append(f"status {run.returncode}: {told}")
    if run.returncode == 4 and not scenario.has_demanding_pins and not scenario.has_budget:
        faults.append(f"no plan although the empty one is lawful: {told}")
    if run.returncode == 3 and not scenario.has_demanding_pins and not scenario.has_budget:
        faults.append(f"a clash without pins or budget: {told}")
    if wall > options.seconds + 1:
        faults.append(f"{wall:.1f} s at a limit of {options.seconds:g}")
    return faults


def _read(output):
    with open(os.path.join(output, "plan.json"), encoding="utf-8") as file:
        return json.load(file)


def _check(rota, folder, output, plan):
    """What the checker has against a plan."""
    run, _ = _run([rota, "check", folder, output, "--format", "json", "--lang", "en"], 60)
    if run.returncode:
        return [f"check ends with {run.returncode}: {run.stdout.decode(errors='replace')[:200]!r}"]
    report = json.loads(run.stdout)
    if not report["lawful"] or report["violations"]:
        return [f"the plan is not lawful: {report['violations'][:2]}"]
    if round(report["objective"] * 1_000_000) != round(plan["objective"] * 1_000_000):
        return [f"objective {plan['objective']}, by the checker {report['objective']}"]
    if plan["bound"] is not None and plan["bound"] > plan["objective"]:
        return [f"bound {plan['bound']} above the objective {plan['objective']}"]
    return []


def _sample(verdict, rota, base, folder, plan, options):
    """The plan of one thread, where no time limit cut either short, and a plan that keeps this one's duties."""
    alone = os.path.join(base, "alone")
    run, wall = _run(_plan(rota, folder, alone, options, 1), options.seconds)
    if max(wall, verdict.wall) < options.seconds:
        verdict.threads = 1
        if run.returncode or {**_read(alone), "seconds": 0} != {**plan, "seconds": 0}:
            verdict.faults.append("one thread plans otherwise than two")
    pinned, again = os.path.join(base, "pinned"), os.path.join(base, "again")
    os.makedirs(pinned)
    scenario = RandomScenario(verdict.seed)
    for duty in plan["duties"]:
        for segment in duty["segments"]:
            scenario.tables["pins"].add(**_pin(duty["staff"], segment))
    scenario.write(pinned)
    run, wall = _run(_plan(rota, pinned, again, options, 2), options.seconds)
    verdict.returned = 1
    if run.returncode:
        verdict.faults.append(f"the plan's own {len(plan['duties'])} duties as pins: status {run.returncode}")
    elif wall > options.seconds + 1:
        verdict.faults.append(f"with its own duties as pins {wall:.1f} s at a limit of {options.seconds:g}")


def _pin(staff, segment):
    start, end = (datetime.datetime.fromisoformat(segment[key]) for key in ("start", "end"))
    last = end.strftime("%H:%M") if end.date() == start.date() or end.strftime("%H:%M") != "00:00" else "24:00"
    place = {"station": segment["station"]} if "station" in segment else {"vehicle": segment["vehicle"]}
    return {"kind": "work" if "station" in segment else "crew", "staff": staff, "date": start.date().isoformat(),
            "hours": f"{start:%H:%M}-{last}", **place}


def _report(verdicts, seconds):
    ends = collections.Counter(verdict.status for verdict in verdicts)
    meaning = {0: "a plan", 3: "pins or budget clash, said so", 4: "no plan in the limits"}
    print("\n| what | count |\n|---|---|")
    print(f"| scenarios | {len(verdicts):,} |")
    for status, count in sorted(ends.items()):
        print(f"| status {status}: {meaning.get(status, 'wrong')} | {count:,} |")
    print(f"| plans that the checker finds lawful, with the same objective | {_total(verdicts, 'checked'):,} |")
    print(f"| of these planned with one thread as well: the same plan | {_total(verdicts, 'threads'):,} |")
    print(f"| of these with their own duties as pins: a plan | {_total(verdicts, 'returned'):,} |")
    walls = sorted(verdict.wall for verdict in verdicts)
    print(f"| longest, 99 of 100, half of the runs in | {walls[-1]:.2f} s, {walls[len(walls) * 99 // 100]:.2f} s, {walls[len(walls) // 2]:.2f} s |")
    print(f"| seeds with a fault | {sum(bool(verdict.faults) for verdict in verdicts):,} |")
    kinds = collections.defaultdict(list)
    for verdict in verdicts:
        for fault in verdict.faults:
            kinds[re.sub(r"[\d.]+|\".*?\"|'.*?'|\S*/\S*", "#", fault)[:90]].append(verdict.seed)
    if kinds:
        print("\n| fault | times | seeds |\n|---|---|---|")
    for kind, seeds in sorted(kinds.items(), key=lambda item: -len(item[1])):
        print(f"| {kind} | {len(seeds)} | {', '.join(map(str, seeds[:12]))}{' ...' if len(seeds) > 12 else ''} |")
    print(f"\nTook {seconds / 60:.1f} minutes.")


def _total(verdicts, name):
    return sum(getattr(verdict, name) for verdict in verdicts)


if __name__ == "__main__":
    sys.exit(main())
