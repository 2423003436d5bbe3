"""Closed, odd and endless streams, and places that cannot be written: told with a code, at once, and never by an abort."""

import os

from . import program as judging


def test(program, scenario, plan, room, report):
    """Each case once."""
    for name, arguments, streams, codes in _cases(scenario, plan, room):
        run = program.run(*arguments, streams=streams, limit=20)
        report.count("streams and places", name)
        wrong = [what for what in judging.complaints(run) if what != "status 1" or 1 not in codes]
        if run.code not in codes:
            wrong.append(f"status {run.code}, expected {sorted(codes)}")
        # Words of the command line itself have no code.
        if run.code in (1, 2) and "2>&-" not in (streams or "") and not any(mark in run.errors for mark in (b"error E", "错误 E".encode())):
            wrong.append("no code in the message")
        for what in wrong:
            report.fault("streams and places", what, f"{name}: {run.code}\n{run.text[-300:]}")
    left = [entry for entry in os.listdir(room) if entry.endswith(".partial")]
    if left:
        report.fault("streams and places", "left-overs", str(left))


def _cases(scenario, plan, room):
    taken = os.path.join(room, "taken")
    dangling, variant = os.path.join(room, "dangling"), os.path.join(room, "...yaml")
    if not os.path.islink(dangling):
        os.symlink("nowhere", dangling)
    with open(variant, "w", encoding="utf-8") as file:
        file.write("changes:\n  - remove: {table: staff, id: P1}\n")
    with open(taken, "w", encoding="utf-8") as file:
        file.write("a file\n")
    for command in (["show", "-"], ["check", scenario, "-"]):
        yield f"{command[0]}: input closed", command, "<&-", {2}
        yield f"{command[0]}: input a folder", command, "</", {2}
        yield f"{command[0]}: input without end", command, "</dev/zero", {2}
        yield f"{command[0]}: input empty", command, "</dev/null", {2}
    yield "show: output closed", ["show", plan], ">&-", {1}
    yield "show: output full", ["show", plan], ">/dev/full", {1}
    yield "show: errors closed", ["show", plan], "2>&-", {0}
    yield "show: all closed", ["show", "-"], "<&- >&- 2>&-", {2}
    for place in (dangling, "/proc/plan", "/", ".", "", taken, taken + "/x", os.path.join(room, "n" * 256),
                  os.path.join(room, "missing", "plan"), room):
        shown = place.replace(room, "ROOM").replace("n" * 256, "n…")
        yield f"plan -o {shown or 'nothing'}", ["plan", scenario, "--force", "-o", place], None, {2}
        yield f"model -o {shown or 'nothing'}", ["model", scenario, "-o", place], None, {0} if place == taken else {2}
        yield f"init {shown or 'nothing'}", ["init", place], None, {2}
    yield "whatif: variant named ..", ["whatif", scenario, variant, "-o", os.path.join(room, "w")], None, {64}
    yield "whatif -o into a link", ["whatif", scenario, "-o", dangling, variant], None, {64, 2}
