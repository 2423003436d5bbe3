"""Signals at random moments of a command that writes: SIGINT, SIGTERM and SIGHUP once or twice, SIGKILL."""

import signal
import subprocess
import time

from . import folders

KINDS = {"SIGINT": [signal.SIGINT], "SIGTERM": [signal.SIGTERM], "SIGHUP": [signal.SIGHUP], "SIGKILL": [signal.SIGKILL],
         "SIGINT twice": [signal.SIGINT, signal.SIGTERM]}


def test(program, case, count, random, report):
    """Starts the case `count` times and signals it somewhere between its start and its usual end."""
    case.prepare()
    start = time.monotonic()
    program.run(*case.arguments)
    usual = time.monotonic() - start
    case.new = case.read(case.target)
    case.prepare()
    case.old = case.read(case.target)
    for _ in range(count):
        kind = random.choice(list(KINDS))
        case.prepare()
        process = subprocess.Popen([program.path, *case.arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=program.environment)
        moment = random.uniform(0, usual * 1.1)
        time.sleep(moment)
        is_hit = process.poll() is None
        for number in KINDS[kind]:
            process.send_signal(number)
        sent = time.monotonic()
        try:
            code = process.wait(program.limit)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            code = None
        report.count(case.name, kind, is_hit)
        _judge(program, case, kind, code, time.monotonic() - sent, moment, report)


def _judge(program, case, kind, code, seconds, moment, report):
    state = case.read(case.target)
    where = f"{kind} after {moment:.3f} s: status {code}, {seconds:.2f} s later"
    if state is None and case.old is not None:
        report.fault(case.name, "nothing in place", where)
    elif state not in (case.old, case.new) and not _is_whole(program, case, state):
        report.fault(case.name, "a half-written state", where)
    # A signal that comes before there is a handler ends a program as it always does.
    ends = {0, *(-number for number in KINDS[kind]), *(128 + number for number in KINDS[kind])}
    if code not in ends:
        report.fault(case.name, "another end", where)
    if seconds > 3:
        report.fault(case.name, "later than 3 s", where)


def _is_whole(program, case, state):
    """Whether the folder holds one whole plan, though a search that was stopped found another one: every file, made of the same plan."""
    if state.keys() != case.new.keys():
        return False
    scenario = case.arguments[1]
    shown = [program.run("show", place, "--by", "person", "--format", "json").output
             for place in (case.target + "/plan.json", case.target + "/rota.csv")]
    return shown[0] == shown[1] != b"" and program.run("check", scenario, case.target).code == 0
