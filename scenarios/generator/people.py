"""Staff: union staff by agreed weekly hours, part-timers and volunteers (domain facts, 7.8)."""

from dataclasses import dataclass, field

from . import names

WEEKDAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]


CLASS_NAMES = {"usw": "专职", "part_time": "非全日制", "volunteer": "志愿者"}


@dataclass
class Person:
    id: str
    name: str
    contract: str
    street: object
    stations: list
    cap_hours: int  # most paid hours a week
    guaranteed_hours: int
    available: str
    yuan_per_hour: str
    skills: list = field(default_factory=list)
    delivers: bool = False
    flags: list = field(default_factory=list)


@dataclass
class Class:
    """So many people with the same agreed hours."""
    count: int
    contract: str
    cap_hours: int
    guaranteed_hours: int
    stations: int
    yuan_per_hour: str
    deliver_percent: int
    driver_percent: int


def classes(scale):
    """60 union staff of 1,080 hours, 12 part-timers of 288, 40 volunteers of 120 in all; times `scale`."""
    def count(base):
        return max(1, round(base * scale))
    return [
        Class(count(12), "usw", 40, 32, 6, "42", 60, 60),
        Class(count(24), "usw", 16, 8, 5, "42", 50, 40),
        Class(count(24), "usw", 9, 0, 4, "42", 25, 20),
        Class(count(12), "part_time", 24, 12, 4, "28", 0, 0),
        Class(count(40), "volunteer", 3, 0, 2, "0", 0, 0),
    ]


def make_people(random, streets, stations, scale=1):
    people = []
    width = 3 if scale <= 1 else 4
    for group in classes(scale):
        for _ in range(group.count):
            home = streets[len(people) % len(streets)] if group.contract != "usw" else random.pick(streets)
            near = sorted(range(len(stations)), key=lambda i: (home.centre.distance(stations[i].place), i))
            person = Person(
                f"P{len(people) + 1:0{width}d}", names.person(random), group.contract, home,
                [stations[i].id for i in sorted(near[:group.stations])], group.cap_hours, group.guaranteed_hours,
                availability(random, group), group.yuan_per_hour)
            person.delivers = random.chance(group.deliver_percent)
            if person.delivers and random.chance(group.driver_percent):
                person.skills.append("驾驶")
            if group.contract == "usw" and random.chance(30) or group.contract == "part_time" and random.chance(15):
                person.skills.append("急救")
            people.append(person)
    protect(random, people)
    return people


def availability(random, group):
    """When somebody of the class can work in a week, as the table has it."""
    if group.contract == "volunteer":
        day = random.pick(["周一", "周二", "周三", "周四", "周五", "周六", "周日", "周六", "周日"])
        start = random.pick([9, 10, 13, 13, 14, 16])
        other = random.pick(["周六", "周日"])
        blocks = [f"{day} {start}:00-{start + 4}:00"]
        if other != day:
            blocks.append(f"{other} 13:00-17:00")
        return "；".join(blocks)
    if group.contract == "part_time":
        span = random.pick(["7:00-13:00", "11:00-17:00", "15:00-21:00", "10:00-16:00"])
        free = random.pick(WEEKDAYS)
        return f"{','.join(day for day in WEEKDAYS if day != free)} {span}"
    if group.cap_hours == 40:
        return "周一至周日 6:30-21:30"
    if group.cap_hours == 16:
        days = [WEEKDAYS[i] for i in sorted(random.sample(range(7), 4))]
        return f"{','.join(days)} 7:00-20:00"
    days = [WEEKDAYS[i] for i in sorted(random.sample(range(7), 3))]
    span = random.pick(["7:00-13:00", "12:00-18:00", "14:00-21:00"])
    return f"{','.join(days)} {span}"


def protect(random, people):
    """A few staff in protected states, so that the rules for them have somebody to bind."""
    union = [person for person in people if person.contract == "usw"]
    volunteers = [person for person in people if person.contract == "volunteer"]
    share = max(1, len(union) // 30)
    chosen = random.sample(union, 2 * share)
    for person in chosen[:share]:
        person.flags.append("pregnant")
    for person in chosen[share:]:
        person.flags.append("nursing")
    for person in random.sample(volunteers, max(1, len(volunteers) // 20)):
        person.flags.append("minor")
