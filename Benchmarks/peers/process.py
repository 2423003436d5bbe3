"""Runs one solver as a process: its progress by the wall clock, its peak memory, its end."""

import json
import os
import resource
import signal
import subprocess
import threading
import time
from dataclasses import dataclass, field


@dataclass
class Run:
    """What a process left behind. Times are seconds since its start."""
    code: int = None  # exit status, negative for a signal
    was_killed: bool = False
    wall: float = 0
    peak_mib: float = 0
    steps: list = field(default_factory=list)  # the progress lines, each with "arrived"
    output: str = ""


def run(command, patience, folder=None, keep_output=False, memory_gib=None):
    """Runs a command to its end, or kills it and its children after `patience` seconds.

    With `memory_gib`, it cannot have more address space: allocations fail before the whole machine suffers.
    """
    result, start = Run(), time.monotonic()
    process = subprocess.Popen(
        command, cwd=folder, stderr=subprocess.PIPE, text=True, errors="replace", start_new_session=True,
        stdout=subprocess.PIPE if keep_output else subprocess.DEVNULL,
        preexec_fn=(lambda: _limit(memory_gib)) if memory_gib else None)
    readers = [threading.Thread(target=_read_steps, args=(process.stderr, result.steps, start))]
    if keep_output:
        readers.append(threading.Thread(target=lambda: setattr(result, "output", process.stdout.read())))
    for reader in readers:
        reader.start()
    timer = threading.Timer(patience, _kill, (process, result))
    timer.start()
    try:
        # wait4 and not `wait`: it tells the memory of this one child.
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        _kill(process, result)
        raise
    finally:
        timer.cancel()
    result.wall = time.monotonic() - start
    result.code = process.returncode = os.waitstatus_to_exitcode(status)
    result.peak_mib = usage.ru_maxrss / 1024
    for reader in readers:
        reader.join()
    for stream in (process.stdout, process.stderr):
        if stream:
            stream.close()
    return result


def _limit(memory_gib):
    size = int(memory_gib * 2**30)
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _kill(process, result):
    result.was_killed = True
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:  # it ended just now
        result.was_killed = False


def _read_steps(stream, steps, start):
    """Keeps the lines that are JSON objects; the rest is talk."""
    for line in stream:
        if line.startswith("{"):
            try:
                steps.append({**json.loads(line), "arrived": time.monotonic() - start})
            except ValueError:
                continue
