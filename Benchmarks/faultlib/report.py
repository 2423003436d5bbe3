"""Counts what was tried, keeps what went wrong, and prints both as tables."""

import collections

MOST_ROWS = 30
"""A part with more kinds of trials is shown in one line."""


class Report:
    def __init__(self):
        self.tried = collections.OrderedDict()
        self.faults = collections.OrderedDict()
        self.figures = []

    def count(self, part, what, is_hit=True):
        """One more trial of `what`; not a hit: the fault was never reached."""
        row = self.tried.setdefault((part, what), [0, 0])
        row[0] += 1
        row[1] += bool(is_hit)

    def fault(self, part, what, where):
        """Something that must not be; the first few places of each kind are kept."""
        self.faults.setdefault((part, what), []).append(where)

    def figure(self, part, what, value):
        """Something measured."""
        self.figures.append((part, what, value))

    def print(self):
        """The tables in Markdown, then the first places of each fault."""
        print("| part | what | runs | met | wrong |\n|---|---|---|---|---|")
        for part in dict.fromkeys(part for part, _ in self.tried):
            rows = {what: row for (of, what), row in self.tried.items() if of == part}
            if len(rows) <= MOST_ROWS:
                for what, (runs, met) in sorted(rows.items()):
                    print(f"| {part} | {what} | {runs} | {met} | |")
            wrong = {what: len(places) for (of, what), places in self.faults.items() if of == part}
            print(f"| {part} | **all** | {sum(row[0] for row in rows.values())} | {sum(row[1] for row in rows.values())} | "
                  + ("; ".join(f"{what}: {count}" for what, count in wrong.items()) or "0") + " |")
        if self.figures:
            print("\n| part | input | seconds |\n|---|---|---|")
            for part, what, value in self.figures:
                print(f"| {part} | {what} | {value} |")
        for (part, what), places in self.faults.items():
            print(f"\n## {part}: {what} ({len(places)})")
            for place in places[:3]:
                print(place)
