"""Sites, goods and vehicles."""

import datetime

from . import served


def fill(scenario):
    cells, random = scenario.cells, scenario.random
    own = scenario.settings["delivery"] = {}
    if cells.chance(60):
        every = {"crew_size": random.randint(1, 3), "depot_travel": random.randint(0, 40),
                 "metres_per_minute": random.randint(100, 600), "detour": random.randint(100, 180), "leg": random.randint(0, 25),
                 "leg_metres": random.randint(0, 6000), "service": random.randint(1, 25), "service_per_twenty": random.randint(0, 6)}
        own.update({key: every[key] for key in cells.some(list(every))})
    if cells.chance(50):
        own["driver_skill"] = "driving"
    _goods(scenario)
    _vehicles(scenario)
    _sites(scenario)
    if not own:
        del scenario.settings["delivery"]


def _goods(scenario):
    cells, random = scenario.cells, scenario.random
    scenario.goods = scenario.ids("k", "包", random.randint(1, 3))
    for goods in scenario.goods:
        scenario.tables["goods"].add(
            id=goods, name=scenario.name(), stock=cells.whole(0, 300), unit_cost=cells.maybe(60, lambda: cells.decimal(0, 90)),
            shelf=cells.maybe(30, lambda: cells.span(random.randint(60, 200))), alcohol=cells.boolean(25))


def _slots(scenario):
    """One or two stretches of a day on the grid, hours long, the same every day."""
    cells, slot = scenario.cells, scenario.slot
    unit = max(slot, 60)
    first = scenario.random.randrange(8 * 60 // unit, 12 * 60 // unit) * unit
    parts = [(first, first + unit * max(1, scenario.random.randint(1, 3) * 60 // unit))]
    if cells.chance(60):
        start = parts[0][1] + unit * scenario.random.randint(0, 2)
        parts.append((start, start + unit * max(1, 120 // unit)))
    return [part for part in parts if part[1] <= 24 * 60]


def _vehicles(scenario):
    cells, random = scenario.cells, scenario.random
    common = _slots(scenario)
    usual = [(9 * 60, 12 * 60), (14 * 60, 17 * 60)]
    if 60 % scenario.slot or cells.chance(40):
        # The usual times lie on most grids only.
        scenario.settings["delivery"]["slots"] = "daily " + ", ".join(_text(part) for part in common)
        usual = common
    for vehicle in scenario.ids("v", "车", random.randint(1, 2)):
        own = _slots(scenario) if cells.chance(40) else None
        text = "" if own is None else f"{cells.pick(['daily', '周一至周日', ''])} " + ", ".join(_text(part) for part in own)
        scenario.tables["vehicles"].add(
            id=vehicle, name=scenario.name(), capacity=cells.whole(1, 200), cost_per_km=cells.maybe(50, lambda: cells.decimal(0, 5)),
            slots=text.strip(), **scenario.place())
        scenario.runs += [(vehicle, part) for part in own or usual]


def _text(part):
    return f"{part[0] // 60}:{part[0] % 60:02d}-{part[1] // 60}:{part[1] % 60:02d}"


def _sites(scenario):
    cells, random = scenario.cells, scenario.random
    scenario.sites = scenario.ids("d", "点", random.randint(1, 6))
    for site in scenario.sites:
        people = random.randint(1, 90)
        rounds = cells.pick(["", "1", "2"])
        first = random.randrange(scenario.days)
        last = min(scenario.days - 1, first + random.randint(0, 4))
        scenario.tables["sites"].add(
            id=site, name=scenario.name(), contact=cells.maybe(30, lambda: "张队长 13800000000"),
            trade=cells.pick(served.trades(scenario)), people=str(people),
            served_before=cells.maybe(20, lambda: str(random.randint(0, people))), rounds=rounds,
            windows=cells.maybe(50, lambda: cells.weekly(lambda: cells.parts(2, 8 * 60, 18 * 60, 30))),
            earliest=cells.maybe(20, lambda: cells.date(scenario.dates[first])),
            deadline=cells.maybe(20, lambda: cells.date(scenario.dates[last] + datetime.timedelta(days=random.randint(0, 2)))),
            service=cells.maybe(30, lambda: cells.duration(random.randint(5, 60))), indoor_rest=cells.boolean(30),
            goods=cells.maybe(40, lambda: cells.items(cells.some(scenario.goods))), alcohol_free=cells.boolean(40),
            **_weights(cells, random.randint(10, 30) / 10), **scenario.place())


def _weights(cells, weight):
    """The second weight may not be above the first, so it stands beside one only."""
    if cells.chance(50):
        return {}
    return {"weight": f"{weight}", "second_weight": cells.maybe(40, lambda: f"{weight / 2:.2f}")}
