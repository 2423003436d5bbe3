#!/usr/bin/env python3
"""Tries to break the program: kills and failing system calls at every file operation of what it writes, signals at random
moments, odd streams, mutated inputs, long inputs. Prints tables in Markdown; ends with status 1 when anything went wrong.

    Benchmarks/faults.py                       # all parts: 10,000 inputs, every call; about half an hour
    Benchmarks/faults.py --quick               # what .ci/run does: a few hundred inputs, no strace; seconds
    Benchmarks/faults.py --parts inputs --inputs 2000 --seed 7

Never: a crash or a signal's end, status 1 for an input, a half-written or lost folder, a run beyond its limit, controls of
somebody's data on the terminal, time that grows with the square of an input. Needs only Python; the part `calls` also needs
strace (Debian: apt-get install strace) and leave to trace, and says so where it has neither.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile

from faultlib import calls, growth, inputs, program, report, signals, streams

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PARTS = ["streams", "signals", "inputs", "growth", "calls"]
KINDS = ["kill", *calls.FAILURES]


def main():
    options = _options()
    path = os.path.abspath(shutil.which(options.rota) or sys.exit(f"{options.rota}: no such program"))
    rota = program.Program(path, options.limit)
    room = tempfile.mkdtemp(prefix="rota-faults-")
    found = report.Report()
    # A run that is stopped shows what it has tried so far.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _all(rota, options, room, found)
    except KeyboardInterrupt:
        print("stopped early")
    finally:
        shutil.rmtree(room, ignore_errors=True)
    print(f"seed {options.seed}, limit {options.limit:g} s, parts: {', '.join(options.parts)}\n")
    found.print()
    sys.exit(1 if found.faults else 0)


def _all(rota, options, room, found):
    chance = random.Random(options.seed)
    tiny, eu = (os.path.join(ROOT, "scenarios", name) for name in ("tiny", "eu-demo"))
    plan = os.path.join(room, "plan")
    run = rota.run("plan", tiny, "-o", plan, *inputs.LIMITS)
    if run.code != 0:
        sys.exit(f"no plan to begin with: {run.text}")
    if "streams" in options.parts:
        streams.test(rota, tiny, plan, room, found)
    if "signals" in options.parts:
        signals.test(rota, _replacing(rota, tiny, plan, room), options.signals, chance, found)
    if "inputs" in options.parts:
        place = os.path.join(room, "inputs")
        os.mkdir(place)
        inputs.test(inputs.Inputs(rota, [tiny, eu], place), options.inputs, chance, found, options.keep)
    if "growth" in options.parts:
        growth.test(rota, tiny, plan, room, options.length, found)
    if "calls" in options.parts:
        if calls.is_possible():
            for case in _writing(rota, tiny, plan, room):
                calls.test(rota, case, KINDS, found, room)
        else:
            print("calls: no strace here, or no leave to trace: skipped", file=sys.stderr)


def _replacing(rota, scenario, plan, room):
    """`plan --force`, in a folder of its own, of the plan with another seed and form."""
    folder = os.path.join(room, "replace")
    os.makedirs(folder, exist_ok=True)
    target = os.path.join(folder, "plan")

    def prepare():
        for name in os.listdir(folder):
            shutil.rmtree(os.path.join(folder, name))
        shutil.copytree(plan, target)

    return calls.Case("plan --force", ["plan", scenario, "-o", target, "--force", "--seed", "2", "--excel", "-q", *inputs.LIMITS], target, prepare)


def _writing(rota, scenario, plan, room):
    """Everything that writes: over an old plan and new, a plan, variants, a template, a model."""
    yield _replacing(rota, scenario, plan, room)

    def case(name, arguments, old=None, read=calls.folders.contents):
        folder = os.path.join(room, name.replace(" ", "-"))
        target = os.path.join(folder, "target")

        def prepare():
            shutil.rmtree(folder, ignore_errors=True)
            os.makedirs(folder)
            if old:
                old(target)

        return calls.Case(name, [argument.replace("TARGET", target) for argument in arguments], target, prepare, read)

    yield case("plan", ["plan", scenario, "-o", "TARGET", "-q", *inputs.LIMITS])
    yield case("init", ["init", "TARGET", "-q"])
    yield case("model", ["model", scenario, "-o", "TARGET"], lambda target: _write(target, "old\n"), _bytes)


def _write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def _bytes(path):
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return file.read()


def _options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rota", default=os.path.join(ROOT, ".build", "debug", "rota"), help="the built program")
    parser.add_argument("--parts", type=lambda text: text.split(","), default=PARTS, help="a list of " + ",".join(PARTS))
    parser.add_argument("--inputs", type=int, default=10_000, help="mutated inputs")
    parser.add_argument("--signals", type=int, default=200, help="runs that get a signal")
    parser.add_argument("--length", type=int, default=80_000, help="of long inputs")
    parser.add_argument("--limit", type=float, default=10, help="most seconds of a run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", default=os.path.join(tempfile.gettempdir(), "rota-faults-kept"), help="where inputs that end wrongly are kept")
    parser.add_argument("--quick", action="store_true", help="a few hundred inputs, no strace")
    options = parser.parse_args()
    if options.quick:
        options.parts = [part for part in options.parts if part != "calls"]
        options.inputs, options.signals, options.length = 300, 20, 20_000
    return options


if __name__ == "__main__":
    main()
