#!/usr/bin/env python3
"""Runs two builds of rota on the same cases and says whether every byte is the same: what a change that should change nothing must pass.

    Benchmarks/same_bytes.py OLD NEW                    # paths of two programs, each with its folder of resources beside it
    Benchmarks/same_bytes.py OLD NEW --quick            # seed 1, one thread, few cases
    Benchmarks/same_bytes.py OLD NEW --only xicheng-31 Instance5 --times 10

A case is a scenario or instance with a seed and a number of threads: it is planned to a fixed work limit and the plan is checked. Further
cases validate a scenario, derive its demand and check a rota typed by hand. Compared are exit status, standard output, standard error and
every file that was written, without the `seconds` of plan.json; the temporary folder is called FOLDER and the program ROTA first. A run that
ends by a signal, with status 1 or because the input is refused counts as a difference also where both do.

Every engine counts its work in units of its own, and plans that end by the work limit do not depend on the clock. Left out is what does:
- a search that the time limit or Ctrl-C ends;
- `--stats` and `--progress jsonl`, which show seconds;
- scale-355 of run_scenarios.py: its first plan counts no work, so no work limit makes it short.
GLPK also pauses by the clock after 120 s inside one linear program; nothing here keeps it so long. The dive of a district comes after 300
steps a person at the earliest: the limits here reach it for teams of up to 13, with `--times 10` also for xicheng-31.
Needs nothing but Python's standard library.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

from peers import header
from run_scenarios import ROOT, SHIPPED, TEMPLATES

WORK = {"scenario": 8_000, "shift-scheduling": 3_000_000, "multi-activity": 10_000}
"""Work limits that take some seconds; a unit means something else in each engine."""
INSTANCES = [
    *(f"shift-scheduling/Instance{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 10, 14, 16, 18, 20, 24)),
    *(f"multi-activity/{name}" for name in ("1_7_10_1", "16_7_40_2", "70_7_140_18", "76_14_10_1", "115_14_80_10", "151_28_10_1"))]
CLASH = "clash"
QUICK = ["tiny", "eu-demo", "week", CLASH, "Instance2", "1_7_10_1"]
NO_LIMIT = "1000000"
"""Seconds; the most that rota takes."""
PATIENCE = 600
"""Seconds after which a command is killed."""
ENDS = {b"0", b"3", b"4", b"5"}
"""Exit statuses of commands that did their work: done, a clash, no plan within the limits, not lawful."""
NOBODY = b"date,staff,start,end,station\n"
TYPED = {CLASH: NOBODY + b"2026-07-13,P2,9:00,18:00,B\n2026-07-13,P4,9:00,12:00,B\n2026-07-14,P1,8:00,12:00,A\n2026-07-14,P3,9:00,12:00,B\n"}
"""A rota with several violations; elsewhere the rota of nobody, which has every shortage."""


@dataclass(frozen=True)
class Case:
    """Commands that are run one after another in one empty folder, and what stands there before."""
    subject: str  # the scenario or instance
    what: str  # "seed 1, 2 threads" or "commands"
    commands: tuple
    files: tuple = ()  # pairs of name and content

    @property
    def name(self):
        return f"{self.subject}, {self.what}"


def main():
    options = _options()
    cases, left_out = _cases(options)
    facts = header.header(options.new, **{"work limits": ", ".join(f"{kind} {work * options.times:,}" for kind, work in WORK.items())})
    print(header.line(facts))
    for reason in left_out:
        print(f"\nLeft out: {reason}.")
    print("\n| case | equal | seconds old | seconds new | new / old |\n|---|---|---|---|---|")
    found, totals = [], [0, 0]
    for number, case in enumerate(cases):
        (old, old_seconds), (new, new_seconds) = _both(case, options, number % 2 == 1)
        wrong = differences(old, new)
        found += [(case.name, text) for text in wrong]
        totals = [totals[0] + old_seconds, totals[1] + new_seconds]
        print(row(case.name, wrong, old_seconds, new_seconds), flush=True)
    print("\n" + summary(len(cases), found, *totals))
    return 1 if found else 0


def _options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", metavar="OLD", type=_program)
    parser.add_argument("new", metavar="NEW", type=_program)
    parser.add_argument("--quick", action="store_true", help="seed 1, one thread, few cases")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="scenarios, templates or instances, such as week or Instance5")
    parser.add_argument("--times", type=int, default=1, help="work limits so many times as large")
    parser.add_argument("--folder", default=os.environ.get("ROTA_BENCHMARKS"),
                        help="where the published instances are (default: the environment variable ROTA_BENCHMARKS)")
    return parser.parse_args()


def _program(text):
    path = shutil.which(text)
    if not path:
        raise argparse.ArgumentTypeError(f"{text}: no such program")
    return os.path.realpath(path)


# Cases


def _cases(options):
    """The cases that the options ask for, and what had to be left out."""
    names = [*SHIPPED, CLASH, *map(os.path.basename, INSTANCES)]
    wanted = options.only or (QUICK if options.quick else names)
    if unknown := set(wanted) - set(names):
        sys.exit(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    seeds, threads = ([1], [1]) if options.quick else ([1, 2, 3], [1, 2])
    cases, left_out = [], []
    for name in [name for name in [*SHIPPED, CLASH] if name in wanted]:
        path = name if name in TEMPLATES else os.path.join(ROOT, "scenarios", name)
        first = (("init", name, "--template", name, "--lang", "en"),) if name in TEMPLATES else ()
        cases.append(Case(name, "commands", first + _commands(path), (("typed.csv", TYPED.get(name, NOBODY)),)))
        cases += _plans(name, path, first, WORK["scenario"] * options.times, seeds, threads)
    for instance in [instance for instance in INSTANCES if os.path.basename(instance) in wanted]:
        path = os.path.join(os.path.abspath(options.folder), instance + ".txt") if options.folder else ""
        kind, name = instance.split("/")
        if os.path.isfile(path):
            cases += _plans(name, path, (), WORK[kind] * options.times, seeds, threads)
        else:
            left_out.append(f"{instance}, which is not in the folder of --folder or ROTA_BENCHMARKS")
    if not cases:
        sys.exit("nothing to compare: " + "; ".join(left_out))
    return cases, left_out


def _commands(scenario):
    """What does not depend on a plan, in both languages."""
    words = [("validate", scenario), ("demand", scenario), ("demand", scenario, "--format", "json"),
             ("demand", scenario, "--out-of-reach"), ("check", scenario, "typed.csv"),
             ("check", scenario, "typed.csv", "--format", "json"), ("check", scenario, "typed.csv", "--format", "csv")]
    return tuple((*command, "--lang", language) for command in words for language in ("en", "zh"))


def _plans(name, path, first, work, seeds, threads):
    """A case for each seed and number of threads. No plan folder comes of a clash, so there is nothing to check."""
    for seed in seeds:
        for count in threads:
            plan = ("plan", path, "-o", "plan", "--work-limit", str(work), "--time-limit", NO_LIMIT, "--seed", str(seed),
                    "--threads", str(count), "--progress", "none", "--lang", "en")
            checks = () if name == CLASH else (
                ("check", path, "plan", "--lang", "zh"), ("check", path, "plan", "--format", "json", "--lang", "en"))
            yield Case(name, f"seed {seed}, {count} thread{'s' if count > 1 else ''}", (*first, plan, *checks))


# Runs


def _both(case, options, is_new_first):
    """What the two programs leave behind, and their seconds. They take turns in being first, for the sake of the times."""
    programs = [options.old, options.new]
    outcomes = [outcome(program, case) for program in (reversed(programs) if is_new_first else programs)]
    return reversed(outcomes) if is_new_first else outcomes


def outcome(program, case):
    """Maps what a case left behind, such as "plan: exit status" or "plan/rota.csv", to its bytes; and the seconds it took."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = os.path.realpath(temporary)
        for name, content in case.files:
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)
        left, start = {}, time.monotonic()
        for words in case.commands:
            title = " ".join(os.path.basename(word) for word in words)
            for what, data in zip(("exit status", "standard output", "standard error"), _run(program, words, folder)):
                left[f"{title}: {what}"] = masked(data, folder, program)
        seconds = time.monotonic() - start
        for path in sorted(_files(folder)):
            name = os.path.relpath(path, folder)
            with open(path, "rb") as file:
                left[name] = masked(file.read(), folder, program, is_plan=os.path.basename(name) == "plan.json")
        return left, seconds


def _run(program, words, folder):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_COLOR": "1"}
    try:
        run = subprocess.run([program, *words], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                             timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return b"killed", b"", b""
    return str(run.returncode).encode(), run.stdout, run.stderr


def _files(folder):
    return [os.path.join(path, name) for path, _, names in os.walk(folder) for name in names]


# Comparison


def masked(data, folder, program, is_plan=False):
    """Bytes without what differs from run to run: the temporary folder, the program's own path, the seconds of a plan.json."""
    data = data.replace(os.fsencode(folder), b"FOLDER").replace(os.fsencode(program), b"ROTA")
    return re.sub(rb'^(  "seconds": )[^,\n]+', rb"\g<1>0", data, flags=re.MULTILINE) if is_plan else data


def differences(old, new):
    """What is not the same in two maps from names to bytes, or shows that a run did not do its work; a text each."""
    found = []
    for name in [*old, *(name for name in new if name not in old)]:
        if name not in old or name not in new:
            found.append(f"{name}: only {'old' if name in old else 'new'} has it")
        elif old[name] != new[name]:
            found.append(f"{name}: {_first_difference(old[name], new[name])}")
        elif name.endswith(": exit status") and old[name] not in ENDS:
            found.append(f"{name}: both {old[name].decode()}")
    return found


def _first_difference(old, new):
    """Where two texts part, with both lines."""
    lines = [data.decode(errors="replace").split("\n") for data in (old, new)]
    number = next((n for n, (one, other) in enumerate(zip(*lines)) if one != other), min(map(len, lines)))
    shown = [repr(side[number][:120]) if number < len(side) else "its end" for side in lines]
    return f"line {number + 1}: old {shown[0]}, new {shown[1]}"


def row(name, wrong, old_seconds, new_seconds):
    equal = f"NO ({len(wrong)})" if wrong else "yes"
    return f"| {name} | {equal} | {old_seconds:.2f} | {new_seconds:.2f} | {new_seconds / max(old_seconds, 1e-9):.2f} |"


def summary(cases, found, old_seconds, new_seconds):
    """How much was compared, what differs, how the times compare."""
    lines = [f"- {name}: {text}" for name, text in found]
    different = len({name for name, _ in found})
    return "\n".join([*lines, *([""] if lines else []),
                      f"{cases:,} cases, {different:,} different, in {len(found):,} places; seconds new / old in all: "
                      f"{new_seconds / max(old_seconds, 1e-9):.2f} ({new_seconds:.1f} / {old_seconds:.1f})"])


if __name__ == "__main__":
    sys.exit(main())
