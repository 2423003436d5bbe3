"""Summer cooling: sites that receive kits, goods and vans (domain facts, section 6)."""

from dataclasses import dataclass

from . import names


@dataclass
class Site:
    id: str
    name: str
    contact: str
    trade: str
    people: int
    served_before: int
    place: object
    windows: str
    deadline: int  # last day of the horizon, 0 first
    indoor: bool


# When a trade's people can be met: their own breaks.
WINDOWS = {
    "建筑": "周一至周六 10:30-14:30", "环卫": "周一至周日 9:00-10:30；周一至周日 14:00-16:30",
    "快递": "周一至周六 8:30-9:30；周一至周六 12:00-14:00", "外卖": "周一至周日 9:30-10:30；周一至周日 14:00-16:30",
    "绿化": "周一至周六 9:30-11:00；周一至周六 14:30-17:00", "交通协管": "周一至周日 9:30-11:00；周一至周日 15:00-16:30",
    "停车": "周一至周日 9:00-11:30", "保安": "周一至周日 9:00-11:30；周一至周日 14:30-16:30",
    "抢修": "周一至周日 9:00-17:00", "司机": "周一至周日 9:30-11:30；周一至周日 14:00-16:00",
    "供水": "周一至周五 9:00-17:00", "物业": "周一至周五 9:00-11:00；周一至周五 14:00-16:30",
}


def make_sites(random, streets, count):
    trades = list(names.SITE_KINDS)
    sites = []
    for number in range(count):
        trade = trades[number % len(trades)]
        street = streets[(number * 7) % len(streets)]
        people = random.between(3, 12) * 10 if trade in ("建筑", "外卖", "快递") else random.between(2, 7) * 10
        before = people * random.pick([0, 0, 0, 0, 20, 50]) // 100
        sites.append(Site(
            f"D{number + 1:02d}" if count < 100 else f"D{number + 1:03d}",
            f"{street.name}{names.SITE_KINDS[trade]}{number // len(trades) + 1}号",
            f"{names.person(random)} {random.between(100, 999)}-0{random.between(100, 999)}", trade, people, before,
            street.centre.near(random, 600), WINDOWS[trade], random.pick([4, 4, 6, 6, 6]), random.chance(60)))
    return sites
