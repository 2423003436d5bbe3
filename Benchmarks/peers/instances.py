"""Which instances a command line names, of which kind, and what is known of them."""

import csv
import os
import re
from dataclasses import dataclass

from . import multi_activity
from .sections import kind as text_kind

SCENARIO = "scenario"


@dataclass(frozen=True)
class Item:
    """One instance: `set` and `name` are written into results, `path` is not."""
    set: str  # "shift-scheduling", "multi-activity" or "scenario"
    name: str
    path: str
    best_known: float = None
    floor: float = None  # a bound that is known beforehand

    @property
    def is_whole(self):
        """Whether every objective is a whole number, so that bounds may be rounded up."""
        return self.set != SCENARIO


def find(words, root, best_known):
    """The instances for words that are files, scenario folders, names of sets under `root`, or `SET/NAME` under it.

    `best_known` maps (set, name) to a value. `SystemExit` for a word that names nothing.
    """
    return [_item(path, best_known) for word in words for path in _paths(word, root)]


def _paths(word, root):
    for path in [word] + ([os.path.join(root, word), os.path.join(root, word + ".txt")] if root else []):
        if os.path.isfile(path) or os.path.isfile(os.path.join(path, "scenario.yaml")):
            return [path]
        if os.path.isdir(path):
            return sorted((os.path.join(path, n) for n in os.listdir(path) if n.endswith(".txt")), key=_natural)
    raise SystemExit(f"{word}: no instance, scenario folder or set (sets: --instances or ROTA_BENCHMARKS)")


def _natural(path):
    """Orders Instance2 before Instance10."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", os.path.basename(path))]


def _item(path, best_known):
    name = os.path.splitext(os.path.basename(os.path.normpath(path)))[0]
    if os.path.isdir(path):
        return Item(SCENARIO, name, path)
    with open(path, encoding="utf-8-sig") as file:
        text = file.read()
    kind = text_kind(text)
    if kind is None:
        raise SystemExit(f"{name}: neither shift-scheduling nor multi-activity")
    floor = multi_activity.read(text).floor() if kind == "multi-activity" else None
    return Item(kind, name, path, best_known.get((kind, name)), floor)


def read_best_known(path):
    """Maps (set, name) to the value of a table with the columns set, name, best_known."""
    with open(path, encoding="utf-8") as file:
        return {(row["set"], row["name"]): float(row["best_known"]) for row in csv.DictReader(file)}
