"""Reader of the shift-scheduling instances of Curtois and Qu: named shifts, limits per person, requests, priced cover."""

from dataclasses import dataclass, field

from .sections import sections

SATURDAY = 5
"""Day 0 is a Monday, so Saturdays are the days whose remainder by 7 is this, Sundays the days after."""


@dataclass(frozen=True)
class Shift:
    id: str
    minutes: int
    barred_next: frozenset  # ids that may not stand on the day after


@dataclass(frozen=True)
class Person:
    id: str
    most_of_shift: dict  # shift id -> most days with it; a shift that is not named may not be given
    most_minutes: int
    fewest_minutes: int
    most_in_a_row: int
    fewest_in_a_row: int
    fewest_off_in_a_row: int
    most_weekends: int
    days_off: frozenset


@dataclass(frozen=True)
class Request:
    person: str
    day: int
    shift: str
    weight: int


@dataclass(frozen=True)
class Cover:
    day: int
    shift: str
    wanted: int
    under: int  # price of each one missing
    over: int  # price of each one too many


@dataclass(frozen=True)
class Instance:
    days: int
    shifts: list
    staff: list
    on_requests: list = field(default_factory=list)
    off_requests: list = field(default_factory=list)
    cover: list = field(default_factory=list)


def read(text):
    """The instance that a text describes; `ValueError` or `KeyError` when it is not one."""
    part = sections(text)
    days_off = {row[0]: frozenset(int(day) for day in row[1:] if day) for row in part.get("SECTION_DAYS_OFF", [])}
    return Instance(
        days=int(part["SECTION_HORIZON"][0][0]),
        shifts=[_shift(row) for row in part["SECTION_SHIFTS"]],
        staff=[_person(row, days_off.get(row[0], frozenset())) for row in part["SECTION_STAFF"]],
        on_requests=[_request(row) for row in part.get("SECTION_SHIFT_ON_REQUESTS", [])],
        off_requests=[_request(row) for row in part.get("SECTION_SHIFT_OFF_REQUESTS", [])],
        cover=[Cover(int(r[0]), r[1], int(r[2]), int(r[3]), int(r[4])) for r in part.get("SECTION_COVER", [])])


def _shift(row):
    barred = row[2].split("|") if len(row) > 2 else []
    return Shift(row[0], int(row[1]), frozenset(name.strip() for name in barred if name.strip()))


def _person(row, days_off):
    pairs = (item.split("=") for item in row[1].split("|") if item)
    return Person(row[0], {name.strip(): int(most) for name, most in pairs}, *map(int, row[2:8]), days_off)


def _request(row):
    return Request(row[0], int(row[1]), row[2], int(row[3]))
