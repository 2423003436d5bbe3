"""Reader of the multi-activity instances of Qu and Curtois: free starts on quarters, several tasks, squared over-cover.

Times are quarters of an hour since 06:00 of calendar day 1, the start of the horizon; calendar days begin at midnight.
"""

from dataclasses import dataclass

from .sections import sections

QUARTER = 15  # minutes
DAY = 96  # quarters
FIRST = 24  # the horizon starts at 06:00: quarter 24 of calendar day 1
SHORTEST, LONGEST = 24, 40  # quarters of a shift
REST = 56  # quarters between the end of a shift and the next start
STRETCH = 4  # quarters that an unbroken stretch on one task lasts at least
DAYS_IN_A_ROW = 5  # calendar days with a start
START_WINDOWS = ((0, 0), (24, 40), (56, 72), (80, 95))  # first and last quarter of the calendar day, both included


@dataclass(frozen=True)
class Person:
    id: str
    fewest_minutes: int
    most_minutes: int


@dataclass(frozen=True)
class Instance:
    days: int
    tasks: int
    staff: list
    cover: dict  # (quarter of the horizon, task from 1) -> (least, most)

    @property
    def quarters(self):
        """Length of the horizon."""
        return self.days * DAY

    def floor(self):
        """Quarters that the staff minima force beyond the sum of `most`: no rota has a smaller penalty."""
        least_worked = sum(-(-person.fewest_minutes // QUARTER) for person in self.staff)
        return max(0, least_worked - sum(most for _, most in self.cover.values()))


def calendar_day(quarter):
    """Calendar day, from 1, of a quarter of the horizon."""
    return (quarter + FIRST) // DAY + 1


def may_start(quarter):
    """Whether a shift may start at a quarter of the horizon, by the time of day."""
    of_day = (quarter + FIRST) % DAY
    return any(first <= of_day <= last for first, last in START_WINDOWS)


def quarter_at(day, clock):
    """Quarter of the horizon at `HH:MM` of a calendar day; `ValueError` between quarters."""
    hours, minutes = (int(part) for part in clock.split(":"))
    if not (0 <= hours <= 23 and 0 <= minutes <= 59 and minutes % QUARTER == 0):
        raise ValueError(f"{clock} is not a quarter of an hour")
    return (day - 1) * DAY + (hours * 60 + minutes) // QUARTER - FIRST


def read(text):
    """The instance that a text describes; `ValueError` or `KeyError` when it is not one."""
    part = sections(text)
    cover = {}
    for day, times, task, least, most in part["SECTION_COVER"]:
        start, end = times.split("-")
        first = quarter_at(int(day), start)
        if (quarter_at(int(day), end) - first) % DAY != 1:
            raise ValueError(f"cover is not for one quarter: {day},{times}")
        cover[first, int(task)] = (int(least), int(most))
    return Instance(
        days=int(part["SECTION_HORIZON"][0][0]), tasks=int(part["SECTION_TASKS"][0][0]),
        staff=[Person(row[0], int(row[1]), int(row[2])) for row in part["SECTION_STAFF"]], cover=cover)
