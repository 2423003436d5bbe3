"""roster.csv of both formats, read and written. Every solver's result passes through these files to the verifier."""

import csv
import io
from dataclasses import dataclass

from .multi_activity import DAY, FIRST, QUARTER, calendar_day, quarter_at

FREE = "-"


@dataclass(frozen=True)
class Segment:
    """A stretch of one person on one task: quarters of the horizon, the end not included."""
    staff: str
    start: int
    end: int
    task: int


def read_days(text, staff_ids):
    """Rows `id,day0,day1,...` as (id, cells); a first row that begins with no id of the instance is a header."""
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text)) if row]
    if rows and rows[0][0] not in staff_ids:
        rows = rows[1:]
    return [(row[0], row[1:]) for row in rows]


def write_days(roster):
    """The text for (id, cells) rows."""
    return "".join(",".join([person, *cells]) + "\n" for person, cells in roster)


def read_segments(text):
    """Rows `staff,day,start,end,task`, with or without a header; an end not after its start lies on the next day."""
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text)) if row]
    if rows and not rows[0][1].isdigit():
        rows = rows[1:]
    return [_segment(*row) for row in rows]


def _segment(staff, day, start, end, task):
    first, last = quarter_at(int(day), start), quarter_at(int(day), end)
    return Segment(staff, first, last if last > first else last + DAY, int(task))


def write_segments(segments):
    """The text for segments, with a header."""
    lines = [f"{s.staff},{calendar_day(s.start)},{_clock(s.start)},{_clock(s.end)},{s.task}" for s in segments]
    return "\n".join(["staff,day,start,end,task", *lines]) + "\n"


def _clock(quarter):
    minutes = (quarter + FIRST) % DAY * QUARTER
    return f"{minutes // 60:02}:{minutes % 60:02}"
