#!/usr/bin/env python3
"""Counts what people call a good or a bad rota, in any plan folder that `rota plan -o` wrote: one Markdown row a folder.

    Benchmarks/rota_quality.py PLAN [PLAN...]            # a table
    Benchmarks/rota_quality.py PLAN --json               # the figures with their numerators

These are not the terms of a plan's objective, although O12 and O13 are near to `one opening` and `doors kept`; it is what a planner would
count with a pencil on the printed tables (README.md has the definitions, rota-quality.md figures).
"""

import argparse
import collections
import csv
import datetime
import json
import os
import sys

FULL_TIME_HOURS = 35
"""A person with at least so many paid hours in the week is counted among the full ones."""
EVENING = 18 * 60
"""Minutes from midnight after which being alone at a station counts as an evening alone."""

FIGURES = [
    ("split duties", "duties in three or more pieces, % of duties"),
    ("short pieces", "pieces of an hour or less, % of pieces"),
    ("long gaps", "duties with a gap of an hour or more, % of duties"),
    ("sent home", "times somebody leaves a station, is replaced there, and comes back the same day"),
    ("one opening", "station-days with one opening, % of station-days with any"),
    ("patterns", "different opening patterns in the weekdays Mon-Fri, mean over stations open on any"),
    ("doors kept", "promised station-days with every promised minute kept, % of promised station-days"),
    ("six days", "people on six days or more in a week, of those with full hours"),
    ("alone", "evenings alone at a station: most by one person in a week"),
    ("sites whole", "sites served in one stop with one kind of goods, of sites served"),
    ("runs", "runs"),
    ("visits", "visits served"),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plans", nargs="+", metavar="PLAN", help="plan folders")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    results = {os.path.basename(os.path.normpath(plan)): figures(Plan(plan)) for plan in options.plans}
    if options.json:
        json.dump(results, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    print("| plan | " + " | ".join(name for name, _ in FIGURES) + " |\n|" + "---|" * (len(FIGURES) + 1))
    for name, values in results.items():
        print(f"| {name} | " + " | ".join(_text(values[figure]) for figure, _ in FIGURES) + " |")


def _text(value):
    if isinstance(value, dict):
        return f"{value['of']}: none" if not value["of"] else value["text"]
    return f"{value:.1f}" if isinstance(value, float) else str(value)


class Plan:
    """A plan folder: duties as minutes from the first midnight, openings and coverage by station and date.

    Only `plan.json` and `coverage.csv` are read; the second has its columns in the same order in both languages.
    """

    def __init__(self, folder):
        with open(os.path.join(folder, "plan.json"), encoding="utf-8") as file:
            self.document = json.load(file)
        self.first = datetime.date.fromisoformat(self.document["first_day"])
        self.days = self.document["days"]
        self.duties = [
            (duty["staff"], [(s.get("station") or s.get("vehicle"), "station" in s, self.minute(s["start"]), self.minute(s["end"]))
                             for s in duty["segments"]])
            for duty in self.document["duties"]]
        with open(os.path.join(folder, "coverage.csv"), encoding="utf-8-sig") as file:
            text = file.read()
        if text.startswith("sep="):
            text = text.split("\n", 1)[1]
        self.coverage = [row for row in list(csv.reader(text.splitlines()))[1:] if row]

    def minute(self, text):
        moment = datetime.datetime.fromisoformat(text)
        return (moment.date() - self.first).days * 1440 + moment.hour * 60 + moment.minute

    def weekday(self, day):
        return (self.first + datetime.timedelta(days=day)).weekday()


def figures(plan):
    """Every figure of FIGURES, by name; those that are shares as {"count", "of", "text"}."""
    gaps = [[(b[2] - a[3]) for a, b in zip(segments, segments[1:])] for _, segments in plan.duties]
    pieces = [piece for _, segments in plan.duties for piece in joined(segments)]
    return {
        "split duties": share(sum(len(joined(s)) >= 3 for _, s in plan.duties), len(plan.duties)),
        "short pieces": share(sum(end - start <= 60 for _, _, start, end in pieces), len(pieces)),
        "long gaps": share(sum(any(g >= 60 for g in gap) for gap in gaps), len(plan.duties)),
        "sent home": sent_home(plan),
        **openings(plan),
        "doors kept": doors(plan),
        "six days": six_days(plan),
        "alone": evenings_alone(plan),
        **sites(plan),
        "visits": sum(visit["visits"] for visit in plan.document["visits"] or []),
    }


def share(count, of):
    return {"count": count, "of": of, "text": f"{100 * count / of:.0f} %" if of else ""}


def joined(segments):
    """Segments that touch at one place as one piece."""
    pieces = []
    for place, is_station, start, end in segments:
        if pieces and pieces[-1][0] == place and pieces[-1][3] == start:
            pieces[-1] = (place, is_station, pieces[-1][2], end)
        else:
            pieces.append((place, is_station, start, end))
    return pieces


def sent_home(plan):
    """Gaps between two segments of one duty at one station in which somebody else begins there."""
    starts = collections.defaultdict(list)
    for person, segments in plan.duties:
        for place, is_station, start, _ in segments:
            if is_station:
                starts[place].append((start, person))
    return sum(
        any(a[3] <= start < b[2] and other != person for start, other in starts[a[0]])
        for person, segments in plan.duties for a, b in zip(segments, segments[1:]) if a[0] == b[0] and a[1])


def openings(plan):
    """By station and day the stretches in which it is open, staffed or not."""
    by_day = collections.defaultdict(list)
    for opening in sorted(plan.document["openings"] or [], key=lambda o: (o["station"], o["start"])):
        start, end = plan.minute(opening["start"]), plan.minute(opening["end"])
        while start < end:
            day = start // 1440
            stop = min(end, (day + 1) * 1440)
            stretches = by_day[opening["station"], day]
            if stretches and stretches[-1][1] == start - day * 1440:
                stretches[-1] = (stretches[-1][0], stop - day * 1440)
            else:
                stretches.append((start - day * 1440, stop - day * 1440))
            start = stop
    patterns = collections.defaultdict(set)
    for (station, day), stretches in by_day.items():
        if plan.weekday(day) < 5:
            patterns[station].add(tuple(stretches))
    for station in patterns:
        weekdays = [day for day in range(plan.days) if plan.weekday(day) < 5]
        if any((station, day) not in by_day for day in weekdays):
            patterns[station].add(())
    mean = sum(len(p) for p in patterns.values()) / len(patterns) if patterns else 0.0
    return {"one opening": share(sum(len(s) == 1 for s in by_day.values()), len(by_day)), "patterns": mean}


def doors(plan):
    """Promised station-days on which no promised slot is closed.

    The tables do not say whether a station counts self-service as keeping its promise; here an open door keeps it.
    """
    open_slots = collections.defaultdict(list)
    for opening in plan.document["openings"] or []:
        open_slots[opening["station"]].append((plan.minute(opening["start"]), plan.minute(opening["end"])))
    kept = collections.defaultdict(lambda: True)
    for station, _, date, start, *_, promised in (row[:8] for row in plan.coverage):
        if int(promised):
            minute = plan.minute(f"{date}T{start}")
            kept[station, date] &= any(a <= minute < b for a, b in open_slots[station])
    return share(sum(kept.values()), len(kept))


def six_days(plan):
    """People with full hours who have six duties or more in a week of Monday to Sunday."""
    minutes, days = collections.Counter(), collections.defaultdict(set)
    offset = plan.first.weekday()
    for person, segments in plan.duties:
        day = segments[0][2] // 1440
        week = (day + offset) // 7
        minutes[person, week] += sum(end - start for _, _, start, end in segments)
        days[person, week].add(day)
    full = [key for key, total in minutes.items() if total >= FULL_TIME_HOURS * 60]
    count = sum(len(days[key]) >= 6 for key in full)
    return {"count": count, "of": len(full), "text": f"{count} of {len(full)}"}


def evenings_alone(plan):
    """Most evenings in a week on which one person is the only one at a station after EVENING for half an hour at least."""
    presence = collections.defaultdict(list)
    for person, segments in plan.duties:
        for place, is_station, start, end in segments:
            if is_station:
                presence[place].append((start, end, person))
    alone = collections.defaultdict(set)
    for stays in presence.values():
        for start, end, person in stays:
            for minute in range(start, end, 30):
                if minute % 1440 >= EVENING and not any(
                        other != person and s <= minute < e for s, e, other in stays):
                    alone[person, (minute // 1440 + plan.first.weekday()) // 7].add(minute // 1440)
    return max((len(days) for days in alone.values()), default=0)


def sites(plan):
    """A site that is visited twice, or gets two kinds of goods in one stop, hears of favours."""
    runs = plan.document["runs"] or []
    served = {stop["site"] for run in runs for stop in run["stops"]}
    stops = collections.Counter(stop["site"] for run in runs for stop in run["stops"])
    kinds = collections.defaultdict(set)
    for run in runs:
        for stop in run["stops"]:
            kinds[stop["site"]].update(kit["goods"] for kit in stop["kits"])
    whole = sum(stops[site] == 1 and len(kinds[site]) == 1 for site in served)
    return {"sites whole": {"count": whole, "of": len(served), "text": f"{whole} of {len(served)}"}, "runs": len(runs)}


if __name__ == "__main__":
    main()
