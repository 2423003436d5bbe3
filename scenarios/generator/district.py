"""A district's week: everything of a scenario folder from a few numbers and a seed."""

import datetime
from dataclasses import dataclass

from . import city, cooling, groups, people
from .rng import Random

MONDAY = datetime.date(2026, 7, 13)


@dataclass
class Spec:
    folder: str
    name: str
    seed: int
    streets: int
    offices: int
    shops: int
    depots: int
    self_service: int
    unions: int
    staff_scale: float
    sites: int
    vans: int
    budget: int
    forecast: list  # degrees, one a day
    remark: str


def day(number):
    return (MONDAY + datetime.timedelta(days=number)).isoformat()


class District:
    def __init__(self, spec):
        self.spec = spec
        random = self.random = Random(spec.seed)
        self.streets = city.make_streets(spec.streets)
        kinds = (["office"] * spec.offices + ["shop"] * spec.shops + ["depot"] * spec.depots
                 + ["self"] * spec.self_service + ["union"] * spec.unions)
        self.stations = city.make_stations(random, self.streets, random.sample(kinds, len(kinds)))
        self.groups = groups.make_groups(random, self.streets, self.stations)
        self.people = people.make_people(random, self.streets, self.stations, spec.staff_scale)
        self.sites = cooling.make_sites(random, self.streets, spec.sites)

    def tables(self):
        return {
            "stations": [self.station(station) for station in self.stations],
            "staff": [self.person(person) for person in self.people],
            "availability": self.availability(),
            "requests": self.requests(),
            "worker_groups": [self.group(group) for group in self.groups],
            "shift_patterns": patterns(),
            "heat": [dict(date=day(i), maximum=value) for i, value in enumerate(self.spec.forecast)],
            "sites": [self.site(site) for site in self.sites],
            "goods": self.goods(),
            "vehicles": self.vehicles(),
            "pins": self.pins(),
            "ledger": self.ledger(),
        }

    def station(self, station):
        hours = city.HOURS[station.kind]
        large = station.seats > 15
        return dict(
            id=station.id, name=station.name, street=station.street.name, type=city.TYPES[station.kind],
            host_hours=hours["host"], promised_hours=hours["promised"], self_service=hours["selfs"],
            promise_by_self_service=hours["kept"], seats=station.seats,
            visits_per_staff_hour=city.VISITS_PER_STAFF_HOUR[station.kind], visits_per_self_service_hour=6,
            minimum_staff=1, maximum_staff=3 if large else 2,
            skills="急救" if station.kind == "union" and large else "",
            staffed_cost_per_hour=city.COST_PER_HOUR[station.kind],
            self_service_cost_per_hour=1 if hours["selfs"] else "", **station.place.columns())

    def person(self, person):
        def yes(flag):
            return "是" if flag else ""
        return dict(
            id=person.id, name=person.name, home_street=person.street.name, stations=";".join(person.stations),
            delivers=yes(person.delivers), skills=";".join(person.skills), pregnant=yes("pregnant" in person.flags),
            nursing=yes("nursing" in person.flags), minor=yes("minor" in person.flags),
            week_cap_hours=person.cap_hours, guaranteed_hours=person.guaranteed_hours or "",
            available=person.available, pay_per_hour=person.yuan_per_hour,
            **{"class": people.CLASS_NAMES[person.contract]})

    def group(self, group):
        return dict(
            id=group.id, name=group.name, trade=group.trade.name, headcount=group.people, pattern=group.trade.pattern,
            cycle_day=group.offset + 1 if groups.has_teams(group.trade.pattern) else "", dwell=group.trade.dwell, weight=group.trade.weight,
            employment="受雇" if group.trade.employed else "灵活就业", **group.place.columns())

    def site(self, site):
        return dict(
            id=site.id, name=site.name, contact=site.contact, trade=site.trade, people=site.people,
            served_before=site.served_before or "", windows=site.windows, deadline=day(site.deadline),
            indoor_rest="是" if site.indoor else "否", **site.place.columns())

    def availability(self):
        """Leave, sickness and a training on Tuesday morning."""
        union = [person for person in self.people if person.contract == "usw"]
        chosen = self.random.sample(union, max(4, len(union) // 6))
        rows = []
        for number, person in enumerate(chosen):
            first = self.random.between(0, 4)
            if number % 2 == 0:
                rows.append(dict(staff=person.id, date=day(1), hours="9:00-12:00", kind="培训"))
            else:
                last = min(6, first + self.random.between(0, 3))
                rows.append(dict(staff=person.id, date=day(first), until=day(last), kind="请假"))
        return sorted(rows, key=lambda row: (row["date"], row["staff"]))

    def requests(self):
        chosen = self.random.sample(self.people, len(self.people) // 5)
        rows = []
        for person in chosen:
            wanted = person.contract == "volunteer" or self.random.chance(30)
            number = self.random.between(4, 6) if not wanted else self.random.between(0, 6)
            rows.append(dict(
                staff=person.id, date=day(number), kind="希望上班" if wanted else "希望休息",
                hours=self.random.pick(["", "", "13:00-17:00", "17:00-21:00"]), weight=self.random.pick([1, 2, 3])))
        return sorted(rows, key=lambda row: (row["staff"], row["date"]))

    def goods(self):
        need = sum(site.people - site.served_before for site in self.sites)
        return [
            dict(id="清凉包", name="清凉包（毛巾、清凉油、茶）", stock=need * 6 // 10, unit_cost=61, alcohol="否"),
            dict(id="绿豆汤", name="绿豆汤", stock=need * 3 // 10, unit_cost=12, shelf="2h", alcohol="否"),
            dict(id="藿香正气水", name="藿香正气水包", stock=need * 2 // 10, unit_cost=35, alcohol="是"),
        ]

    def vehicles(self):
        rows = []
        for number in range(self.spec.vans):
            depot = self.streets[number * len(self.streets) // self.spec.vans].centre
            rows.append(dict(
                id=f"V{number + 1}", name=f"{number + 1}号慰问车", capacity=180 if number % 3 < 2 else 120,
                cost_per_km="1.2", slots="周一至周六 8:30-11:30；周一至周六 15:00-18:00", **depot.columns()))
        return rows

    def pins(self):
        """A leader's visit, a disinfection and a ceremony: what is fixed before planning begins."""
        # A union station asks for first aid, which perhaps nobody who may serve there holds; a shop asks for no skill.
        visited = closed = next(station for station in self.stations if station.kind == "shop")
        site = next(site for site in self.sites if site.trade == "环卫" and site.indoor)
        return [
            dict(kind="必须有人", station=visited.id, date=day(3), hours="10:00-11:30", count=2, note="领导调研"),
            dict(kind="关闭", station=closed.id, date=day(1), hours="13:00-16:00", note="消毒"),
            dict(kind="必送", site=site.id, date=day(2), count=min(20, site.people - site.served_before), note="慰问仪式"),
        ]

    def ledger(self):
        """The last four weeks of everybody who is not a volunteer."""
        rows = []
        for person in self.people:
            if person.contract == "volunteer":
                continue
            sunday = self.random.chance(40)
            rows.append(dict(
                staff=person.id, last_duty_end=f"{day(-1) if sunday else day(-3)} {self.random.pick(['17:00', '19:00', '20:30'])}",
                consecutive_days=self.random.between(1, 4) if sunday else 0,
                month_overtime_hours=self.random.pick([0, 0, 0, 2, 5]) if person.cap_hours == 40 else "",
                weekend=self.random.between(0, 4), evening=self.random.between(0, 5), early=self.random.between(0, 4),
                hot=self.random.between(0, 2) if person.delivers else 0))
        return rows

    def yaml(self):
        spec = self.spec
        return f"""# {spec.remark}
# Made by scenarios/generate.py (seed {spec.seed}); names and people are invented.
name: {spec.name}
first_day: {MONDAY.isoformat()}
days: 7
slot: 30
rule_set: cn-standard
budget: {spec.budget}

weights:
  # A kit of 61 yuan must stay worth giving: 0.12 units of cost for 1 unit of service.
  yuan: 0.002

heat:
  # Shares of the patterns here are 5-25 %; in a stop of work 15 of 100 people come.
  stop_share: 15

delivery:
  driver_skill: 驾驶

trades:
  供水: {{alcohol_free: yes}}
  物业: {{alcohol_free: no}}
"""


def patterns():
    rows = []
    for name, days in groups.PATTERNS.items():
        for number, entry in enumerate(days):
            if entry is not None:
                same = next((row for row in rows if row["pattern"] == name and (row["work"], row["breaks"]) == entry), None)
                if same:
                    same["days"] += f",{number + 1}"
                else:
                    rows.append(dict(
                        pattern=name, days=str(number + 1), cycle_days=len(days), work=entry[0], breaks=entry[1]))
    return rows
