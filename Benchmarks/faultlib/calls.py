"""Kills and failing system calls at every file operation of a command that writes, by `strace -e inject`."""

import collections
import os
import re
import shutil
import subprocess

from . import folders

CALLS = ["mkdir", "openat", "write", "fsync", "close", "flock", "fchmod", "rename", "renameat2", "unlink", "rmdir"]
FAILURES = ["ENOSPC", "EIO", "EACCES", "EINVAL"]
LINE = re.compile(r"^(\d+) +(\w+)\((.*)$")


def is_possible():
    """Whether strace is there and may trace."""
    if not shutil.which("strace"):
        return False
    probe = subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True)
    return probe.returncode == 0


class Case:
    """A command that writes `target`, whose state before it is `old` (None: nothing) and after it `new`, `read` from the disk."""

    def __init__(self, name, arguments, target, prepare, read=folders.contents):
        self.name, self.arguments, self.target, self.prepare, self.read = name, arguments, target, prepare, read
        self.old = self.new = None


def test(program, case, kinds, report, room):
    """Runs the case once to learn its calls, then once for each call and fault."""
    case.prepare()
    case.old = case.read(case.target)
    log = os.path.join(room, "trace")
    calls = _calls(program, case, log)
    case.new = case.read(case.target)
    if case.new is None or case.new == case.old:
        report.fault(case.name, "the command wrote nothing new", "")
        return
    for call, numbers in calls.items():
        for number in numbers:
            for kind in kinds:
                _inject(program, case, call, f"when={number}", kind, log, report)
        # The trial before the search and the real thing are each the first of their thread: the target's own path tells them apart.
        if call.startswith("rename"):
            for kind in kinds:
                _inject(program, case, call, "when=1", kind, log, report, ["-P", case.target])


def _calls(program, case, log):
    """The ordinals, by call, of those that concern the target, counted as strace counts: by thread."""
    run = program.run(*case.arguments, before=["strace", "-f", "-qq", "-y", "-o", log, "-e", "trace=" + ",".join(CALLS)])
    if run.code != 0:
        raise SystemExit(f"{case.name}: status {run.code} without any fault\n{run.text}")
    seen, wanted = collections.Counter(), collections.defaultdict(set)
    with open(log, encoding="utf-8", errors="replace") as file:
        for line in file:
            match = LINE.match(line)
            if match:
                thread, call, rest = match.groups()
                seen[thread, call] += 1
                if ".partial" in rest or case.target in rest:
                    wanted[call].add(seen[thread, call])
    return {call: sorted(numbers) for call, numbers in sorted(wanted.items())}


def _inject(program, case, call, when, kind, log, report, paths=()):
    case.prepare()
    action = "signal=SIGKILL" if kind == "kill" else f"error={kind}"
    run = program.run(*case.arguments, before=[
        "strace", "-f", "-qq", "-y", *paths, "-o", log, "-e", f"trace={call}", "-e", f"inject={call}:{action}:{when}"])
    with open(log, encoding="utf-8", errors="replace") as file:
        trace = file.read()
    is_met = any(".partial" in line or case.target in line for line in _struck(trace, kind))
    what = f"{'kill' if kind == 'kill' else 'failure'} at {call}" + (" into place" if paths else "")
    report.count(case.name, what, is_met)
    where = f"{case.name}: {kind} at {call} {when}"
    for fault in _wrong(case, run, kind, is_met):
        report.fault(case.name, fault, f"{where}\n{trace[-400:]}\n{run.text[-400:]}")
    # The next run finds its way whatever was left, and clears it away.
    after = program.run(*case.arguments)
    state = case.read(case.target)
    ends = {0} if case.old or state == case.old else {0, 2}
    if after.code not in ends or state != case.new:
        report.fault(case.name, "the next run fails", f"{where}: {after.code}\n{after.text[-400:]}")
    left = folders.left_overs(os.path.dirname(case.target))
    if left and kind == "kill" and after.code == 0:
        report.fault(case.name, "left-overs stay", f"{where}: {left}")


def _struck(trace, kind):
    """The calls that met the fault: those marked, or the last of each thread that was killed."""
    lines = trace.splitlines()
    if kind != "kill":
        return [line for line in lines if "(INJECTED)" in line]
    return [before for before, line in zip(lines, lines[1:]) if "killed by SIGKILL" in line and "killed" not in before]


def _wrong(case, run, kind, is_met):
    found = []
    state = case.read(case.target)
    if state is None and case.old is not None:
        found.append("nothing in place")
    elif state not in (case.old, case.new):
        found.append("a half-written state")
    if run.code == 0 and kind != "kill" and state != case.new:
        found.append("status 0 without the plan")
    if run.code is None:
        found.append("over the limit")
    elif kind != "kill" and (run.code < 0 or run.code > 128):
        found.append("ended by a signal")
    if is_met and kind != "kill" and run.code not in (0, None) and b"E5" not in run.errors and b"E1" not in run.errors:
        found.append("no code in the message")
    if b"mistake of this program" in run.errors:
        found.append("called itself mistaken")
    return found
