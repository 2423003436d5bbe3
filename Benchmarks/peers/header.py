"""What a reader must know to judge figures: commit, machine, versions. No path of the machine is written."""

import importlib.metadata
import os
import platform
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def header(rota, **settings):
    """Facts about a run, in the order in which they are shown."""
    facts = {"commit": commit(), "rota": "bin/rota" if _is_own(rota) else "another build",
             "machine": f"{os.cpu_count()} cores, {_processor()}", "load": f"{os.getloadavg()[0]:.1f}",
             "python": platform.python_version()}
    for package in ("ortools", "highspy"):
        try:
            facts[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            facts[package] = "not installed"
    return {**facts, **settings}


def line(facts):
    """The header as one line of text; "load" is the machine's load average at the start, 0 when it had nothing else to do."""
    return "; ".join(f"{name} {value}" for name, value in facts.items())


def commit():
    """Short hash of the working tree's commit, with a mark when files differ from it."""
    def git(*words):
        return subprocess.run(["git", "-C", ROOT, *words], capture_output=True, text=True).stdout.strip()
    mark = " with changes" if git("status", "--porcelain", "--untracked-files=no") else ""
    return (git("rev-parse", "--short", "HEAD") or "unknown") + mark


def _is_own(rota):
    return os.path.realpath(rota) == os.path.join(os.path.realpath(ROOT), "bin", "rota")


def _processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()
