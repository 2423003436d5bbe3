"""Worker groups: who works outdoors when, and how many use a station in a break (domain facts, section 4)."""

from dataclasses import dataclass

from .city import Place


@dataclass
class Trade:
    name: str
    title: str
    pattern: str
    offsets: list  # days into the pattern's cycle, one for each team
    people: tuple  # fewest and most of a team
    dwell: int  # minutes
    employed: bool
    weight: str = "1"  # worth of a visit; 1.5 for sanitation, nights and people without an employer
    presence: int = 100  # in how many of 100 streets there is such a group


# By day of the cycle: working times and breaks, each with the percent of the group that uses a station; None is a day off.
PATTERNS = {
    "sweep": [
        ("4:30-13:00", "7:00-7:40@14; 9:20-10:00@10; 11:30-12:30@22"),
        ("4:30-13:00", "7:00-7:40@14; 9:20-10:00@10; 11:30-12:30@22"),
        ("12:30-21:00", "15:00-15:40@14; 17:30-18:30@20; 19:30-20:00@6"),
        None,
    ],
    "sweep-night": [("22:00-6:00", "1:00-1:45@20; 4:00-4:30@14"), None],
    "rider-day": [("9:30-22:30", "9:45-10:30@5; 14:00-16:30@16; 20:30-21:30@4")],
    "courier-week": [("7:00-20:00", "12:00-13:00@14; 15:30-16:10@9; 19:00-19:30@3")] * 6 + [
        ("8:00-14:00", "12:00-12:40@10")],
    "warden": [
        ("6:30-13:30", "9:30-10:10@18; 11:40-12:20@16"),
        ("13:30-20:30", "15:30-16:10@20; 18:30-19:10@10"),
    ],
    "guard": [("8:00-20:00", "12:00-12:45@16; 16:00-16:30@10"), ("20:00-8:00", "23:30-0:15@12; 4:00-4:30@8"), None],
    "build": [("6:00-18:30", "9:00-9:30@4; 11:00-14:00@8; 16:00-16:30@4")] * 6 + [None],
    "green": [("5:30-11:00; 14:30-18:30", "8:00-8:30@12; 10:00-10:40@14; 16:30-17:10@14")] * 6 + [None],
    "parking-day": [("8:00-20:00", "12:00-12:45@20; 15:00-15:40@16; 18:00-18:30@10")],
    "bus": [("5:30-13:30", "8:30-9:00@7; 10:30-11:00@10"), ("13:00-21:30", "15:30-16:00@10; 18:00-18:40@8"), None],
    "repair-week": [("8:00-18:00", "12:00-13:00@18; 15:00-15:30@12")] * 5 + [None] * 2,
}

TRADES = [
    Trade("环卫", "环卫{}班", "sweep", [0, 1, 2, 3], (6, 14), 15, True, "1.5"),
    Trade("环卫", "夜间清扫{}班", "sweep-night", [0], (8, 14), 15, True, "1.5", 20),
    Trade("外卖", "外卖骑手", "rider-day", [0], (45, 105), 25, False, "1.5"),
    Trade("快递", "快递员", "courier-week", [0], (25, 55), 10, True),
    Trade("交通协管", "交通协管{}队", "warden", [0, 1], (8, 16), 15, True, "1", 60),
    Trade("保安", "保安{}班", "guard", [0, 1, 2], (6, 14), 15, True, "1", 45),
    Trade("建筑", "工地工人", "build", [0], (40, 90), 20, True, "1", 35),
    Trade("绿化", "绿化养护工", "green", [0], (10, 22), 15, True, "1", 45),
    Trade("停车", "停车管理员", "parking-day", [0], (6, 14), 10, True, "1", 50),
    Trade("司机", "公交司机{}班", "bus", [0, 1, 2], (12, 24), 10, True, "1", 30),
    Trade("抢修", "电力抢修员", "repair-week", [0], (8, 16), 10, True, "1", 25),
]


@dataclass
class Group:
    id: str
    name: str
    trade: Trade
    people: int
    offset: int
    place: Place


def make_groups(random, streets, stations):
    """The trades of each street; a group works near one of the street's stations."""
    groups = []
    for street in streets:
        own = [station for station in stations if station.street is street]
        for trade in TRADES:
            if not random.chance(trade.presence):
                continue
            base = random.pick(own).place if own else street.centre
            place = base.near(random, 260)
            for team, offset in enumerate(trade.offsets):
                name = street.name + trade.title.format("甲乙丙丁"[team] if len(trade.offsets) > 1 else "")
                groups.append(
                    Group(f"G{len(groups) + 1:03d}", name, trade, random.between(*trade.people), offset, place))
    return groups


def has_teams(pattern):
    """Whether teams of a pattern differ by their day in its cycle; cycles of a week begin on Monday for everybody."""
    return len(PATTERNS[pattern]) not in (1, 7)
