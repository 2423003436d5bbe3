"""Mutated inputs of every kind: scenario folders, plans, rotas, variants, published instances and their rosters."""

import os
import shutil

from . import mutate
from . import program as judging

SHIFTS = b"""SECTION_HORIZON
7
SECTION_SHIFTS
E,480,
L,480,E
SECTION_STAFF
A,E=5|L=5,2400,480,5,2,2,1
B,E=5|L=2,2400,480,5,2,2,1
SECTION_DAYS_OFF
A,5
SECTION_SHIFT_ON_REQUESTS
A,1,E,2
SECTION_SHIFT_OFF_REQUESTS
B,2,L,3
SECTION_COVER
0,E,1,100,1
1,L,1,100,1
2,E,1,100,1
"""
TASKS = b"SECTION_HORIZON\n1\nSECTION_TASKS\n2\nSECTION_STAFF\nA,420,420\nB,300,480\nSECTION_COVER\n" + b"".join(
    b"1,%02d:%02d-%02d:%02d,%d,1,1\n" % (q // 4, q % 4 * 15, (q + 1) // 4, (q + 1) % 4 * 15, 1 + q % 2) for q in range(24, 48))
LIMITS = ["--time-limit", "2", "--work-limit", "300"]


class Inputs:
    """The good inputs, and room for faulty ones."""

    def __init__(self, program, scenarios, room):
        self.program, self.room = program, room
        self.scenarios = scenarios
        self.plan = os.path.join(room, "good-plan")
        run = program.run("plan", scenarios[0], "-o", self.plan, "--force", *LIMITS)
        if run.code != 0:
            raise SystemExit(f"the untouched scenario has no plan: {run.text}")
        self.variants = [os.path.join(folder, name) for base in ("xicheng-31", "tiny")
                         for folder in [os.path.join(os.path.dirname(scenarios[0]), base, "whatif")] if os.path.isdir(folder)
                         for name in sorted(os.listdir(folder)) if name.endswith(".yaml")]
        self.pool = [_read(os.path.join(folder, name)) for folder in scenarios for name in sorted(os.listdir(folder))
                     if name.endswith((".csv", ".yaml"))]
        self.pool += [_read(os.path.join(self.plan, name)) for name in sorted(os.listdir(self.plan))] + [SHIFTS, TASKS]
        self.kinds = [self.scenario, self.scenario, self.scenario, self.plan_json, self.rota, self.variant, self.instance, self.roster]

    def one(self, random):
        """One faulty input and a command on it: its kind, the command, what is on standard input, whether output is for people."""
        return random.choice(self.kinds)(random)

    def scenario(self, random):
        folder = os.path.join(self.room, "scenario")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(random.choice(self.scenarios), folder, ignore=lambda _, names: [n for n in names if n == "whatif"])
        names = sorted(name for name in os.listdir(folder) if name.endswith((".csv", ".yaml")))
        for name in random.sample(names, min(len(names), random.choice((1, 1, 1, 2, 3)))):
            self._mutate(os.path.join(folder, name), random)
        if random.random() < 0.02:
            os.remove(os.path.join(folder, random.choice(names)))
        command = random.choice((["validate"], ["validate"], ["demand"], ["demand", "--out-of-reach"], ["plan"], ["check"]))
        rest = LIMITS if command[0] == "plan" else [self.plan] if command[0] == "check" else []
        return "scenario folder", [command[0], folder, *command[1:], *rest, *_language(random)], None

    def plan_json(self, random):
        return self._plan("plan.json", random)

    def rota(self, random):
        return self._plan("rota.csv", random)

    def _plan(self, name, random):
        folder = os.path.join(self.room, "plan")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.plan, folder)
        path = os.path.join(folder, name)
        self._mutate(path, random)
        is_piped = random.random() < 0.3
        place = "-" if is_piped else random.choice((folder, path))
        command = random.choice((["check", self.scenarios[0], place], ["show", place], ["show", place, "--by", "person"]))
        return name, [*command, *_language(random)], _read(path) if is_piped else None

    def variant(self, random):
        path = os.path.join(self.room, "variant.yaml")
        with open(path, "wb") as file:
            file.write(mutate.mutated(_read(random.choice(self.variants)), random, self.pool))
        return "variant", ["whatif", self.scenarios[0], path, *LIMITS, *_language(random)], None

    def instance(self, random):
        path = self._file("instance.txt", random.choice((SHIFTS, TASKS)), random)
        return "published instance", ["plan", path, *LIMITS, *_language(random)], None

    def roster(self, random):
        instance, roster = random.choice(((SHIFTS, b"A,E,E,-,L,L,-,-\nB,-,L,L,-,E,E,-\n"),
                                          (TASKS, b"staff,day,start,end,task\nA,1,06:00,09:30,1\nA,1,09:45,13:00,2\n")))
        path = os.path.join(self.room, "instance.txt")
        with open(path, "wb") as file:
            file.write(instance)
        return "published roster", ["check", path, self._file("roster.csv", roster, random), *_language(random)], None

    def _file(self, name, good, random):
        path = os.path.join(self.room, name)
        with open(path, "wb") as file:
            file.write(mutate.mutated(good, random, self.pool))
        return path

    def _mutate(self, path, random):
        with open(path, "r+b") as file:
            data = mutate.mutated(file.read(), random, self.pool)
            file.seek(0)
            file.truncate()
            file.write(data)


def test(inputs, count, random, report, keep):
    """Tries `count` faulty inputs; those that end wrongly are kept in the folder `keep`."""
    slowest = {}
    for number in range(count):
        kind, command, data = inputs.one(random)
        run = inputs.program.run(*command, data=data, folder=inputs.room)
        report.count("mutated inputs", kind)
        slowest[kind] = max(slowest.get(kind, 0), run.seconds)
        wrong = judging.complaints(run)
        if wrong:
            place = os.path.join(keep, f"{number:05}")
            shutil.copytree(inputs.room, place, dirs_exist_ok=True)
        for what in wrong:
            report.fault("mutated inputs", what, f"{kind}, kept as {number:05}: {' '.join(command)}\n{run.text[-500:]}")
    for kind, seconds in sorted(slowest.items()):
        report.figure("mutated inputs: slowest", kind, f"{seconds:.2f}")


def _read(path):
    with open(path, "rb") as file:
        return file.read()


def _language(random):
    return ["--lang", random.choice(("en", "zh"))]
