"""Runs the program once, within a limit, and judges how it ended."""

import os
import re
import subprocess
import time
from dataclasses import dataclass

STATUSES = {0, 2, 3, 4, 5, 64}
"""How a run may end, whatever it was given: never 1, never by a signal."""

CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What may never reach a terminal from somebody's data; the line feed is ours."""


@dataclass
class Run:
    code: int  # exit status; negative for a signal, None after the limit
    seconds: float
    output: bytes
    errors: bytes

    @property
    def text(self):
        """Both streams, as far as they are text."""
        return (self.output + b"\n" + self.errors).decode("utf-8", "replace")


class Program:
    """The built program and how long a run may take."""

    def __init__(self, path, limit):
        self.path, self.limit = path, limit
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
                            # One thread takes all steps of a command, so that calls can be counted.
                            "LIBDISPATCH_COOPERATIVE_POOL_STRICT": "1", "SWIFT_BACKTRACE": "enable=no"}

    def run(self, *arguments, before=(), data=None, streams=None, folder=None, limit=None):
        """Runs to the end or the limit. `before`: a command to run it under; `streams`: file descriptors 0, 1 and 2 in the shell's words."""
        command = [*before, self.path, *arguments]
        if streams:
            command = ["/bin/sh", "-c", 'exec "$@" ' + streams, "sh", *command]
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   cwd=folder, env=self.environment)
        try:
            output, errors = process.communicate(data if data is not None else b"", timeout=limit or self.limit)
            code = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
            code = None
        return Run(code, time.monotonic() - start, output, errors)


def complaints(run, is_for_people=True):
    """What is wrong with the way a run ended; empty when nothing is."""
    found = []
    if run.code is None:
        found.append("over the limit")
    elif run.code < 0 or run.code > 128:
        found.append(f"ended by signal {-run.code if run.code < 0 else run.code - 128}")
    elif run.code not in STATUSES:
        found.append(f"status {run.code}")
    if b"mistake of this program" in run.errors:
        found.append("called itself mistaken")
    if CONTROLS.search((run.text if is_for_people else run.errors.decode("utf-8", "replace"))):
        found.append("controls reach the terminal")
    return found
