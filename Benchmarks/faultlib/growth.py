"""Inputs of one long kind at two lengths: four times as long may take four times as long, not sixteen."""

import os
import shutil

FACTOR = 4
ALLOWED = 10
"""Times as much as the shorter one took; what takes less than a second is never too much."""


def test(program, scenario, plan, room, length, report):
    """Each kind at a quarter of `length` and at `length`."""
    for name, make in KINDS.items():
        seconds = []
        for size in (length // FACTOR, length):
            arguments = make(scenario, plan, room, size)
            run = program.run(*arguments, limit=120)
            report.count("long inputs", name)
            if run.code not in (0, 2):
                report.fault("long inputs", f"status {run.code}", f"{name} {size}\n{run.text[-300:]}")
            seconds.append(run.seconds)
        report.figure("long inputs", f"{name}, {length // FACTOR} and {length}", f"{seconds[0]:.2f} and {seconds[1]:.2f}")
        if seconds[1] > 1 and seconds[1] > ALLOWED * seconds[0]:
            report.fault("long inputs", "grows with the square", f"{name}: {seconds[0]:.2f} s, then {seconds[1]:.2f} s")


def _folder(scenario, room, name, text):
    folder = os.path.join(room, "long")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(scenario, folder)
    with open(os.path.join(folder, name), "a" if name.endswith(".yaml") else "w", encoding="utf-8") as file:
        file.write(text)
    return ["validate", folder]


def _quoted(scenario, plan, room, size):
    return _folder(scenario, room, "staff.csv", "id,name\n" + ",".join(['"x"'] * size) + "\n")


def _quoted_badly(scenario, plan, room, size):
    return _folder(scenario, room, "staff.csv", "id,name\n" + ",".join(['"x"y'] * size) + "\n")


def _headings(scenario, plan, room, size):
    return _folder(scenario, room, "staff.csv", "id,name," + ",".join(f"h{n}" for n in range(size)) + "\n")


def _rows(scenario, plan, room, size):
    return _folder(scenario, room, "staff.csv", "id,name,skills\n" + "".join(f"P{n},x,?{n}\n" for n in range(size)))


def _keys(scenario, plan, room, size):
    return _folder(scenario, room, "scenario.yaml", "\n" + "".join(f"key{n}: 1\n" for n in range(size)))


def _trades(scenario, plan, room, size):
    return _folder(scenario, room, "scenario.yaml", "\ntrades:\n" + "".join(f"  trade{n}: {{alcohol_free: yes}}\n" for n in range(size)))


def _duties(scenario, plan, room, size):
    path = os.path.join(room, "long.json")
    with open(os.path.join(plan, "plan.json"), encoding="utf-8") as file:
        whole = file.read()
    start = whole.index('"duties": [') + len('"duties": [')
    with open(path, "w", encoding="utf-8") as file:
        file.write(whole[:start] + ",".join(['{"staff": 1, "segments": []}'] * size) + "," + whole[start:])
    return ["check", scenario, path]


def _unknown_staff(scenario, plan, room, size):
    path = os.path.join(room, "long.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("date,staff,start,end,station\n" + "".join(f"2026-07-13,Q{n},08:00,09:00,S1\n" for n in range(size)))
    return ["check", scenario, path]


def _changes(scenario, plan, room, size):
    path = os.path.join(room, "long.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write("changes:\n" + "".join(f"  - remove: {{table: staff, id: Q{n}}}\n" for n in range(size)))
    return ["whatif", scenario, path, "--work-limit", "1"]


def _cover(scenario, plan, room, size):
    path = os.path.join(room, "long.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("SECTION_HORIZON\n7\nSECTION_SHIFTS\nD,480,\nSECTION_STAFF\n"
                   + "".join(f"A{n},D=5,2400,0,5,1,1,1\n" for n in range(size)) + "SECTION_COVER\n0,X,1,1,1\n")
    return ["plan", path]


KINDS = {"quoted cells in a row": _quoted, "cells with text after their quote": _quoted_badly, "headings": _headings,
         "rows with a faulty cell": _rows, "unknown keys": _keys, "trades": _trades, "faulty duties on a line of plan.json": _duties,
         "unknown staff in a rota": _unknown_staff, "changes of a variant": _changes, "people of a published instance": _cover}
