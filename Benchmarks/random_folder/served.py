"""Stations, and who comes to them: worker groups with their patterns and ways, and visits typed by hand."""

import datetime

from .cells import DAY, ENGLISH_DAYS

TRADES = ["sanitation", "环卫", "courier", "快递员", "rider", "外卖", "construction", "建筑工", "园林", "停车", "traffic", "司机", "security",
          "保安", "电力抢修"]


def stations(scenario):
    cells, random = scenario.cells, scenario.random
    count = random.randint(1, 5)
    scenario.stations = scenario.ids("s", "站", count)
    scenario.sites, scenario.runs = [], []
    for station in scenario.stations:
        kind = cells.maybe(30, lambda: cells.pick(["office", "机关", "shop", "商铺", "depot", "环卫", "self-24", "自助"]))
        least = cells.pick([1, 1, 1, 1, 2, 3])
        row = {
            "id": station, "name": scenario.name(), "street": scenario.street(), "type": kind,
            "host_hours": cells.weekly(scenario.open_parts) if not kind or cells.chance(20) else "",
            "holiday_hours": cells.maybe(20, lambda: cells.pick([cells.closed(), "10:00-16:00", "8:30-11:30; 13:00-17:00"])),
            "promised_hours": cells.maybe(60, lambda: cells.weekly(scenario.open_parts)),
            "self_service": cells.maybe(40, lambda: cells.pick([cells.yes(), cells.no(), cells.weekly(scenario.open_parts)])),
            "promise_by_self_service": cells.boolean(30), "seats": cells.maybe(60, lambda: cells.whole(1, 20)),
            "visits_per_staff_hour": cells.maybe(60, lambda: cells.whole(0, 40)),
            "visits_per_self_service_hour": cells.maybe(50, lambda: cells.whole(0, 20)),
            "minimum_staff": str(least) if least > 1 or cells.chance(20) else "",
            "maximum_staff": cells.maybe(40, lambda: str(least + random.randint(0, 2))),
            "skills": cells.maybe(15, lambda: cells.items(cells.some(["driving", "急救", "law"], 1, 2))),
            "staffed_cost_per_hour": cells.maybe(30, lambda: cells.decimal(0, 30)),
            "self_service_cost_per_hour": cells.maybe(30, lambda: cells.decimal(0, 10)), **scenario.place()}
        scenario.tables["stations"].add(**row)


def _own_trades(scenario):
    """Trades that scenario.yaml adds, and what it changes of the library's."""
    cells, random = scenario.cells, scenario.random
    names = []
    if cells.chance(30):
        trades = {}
        for name in cells.some(["waterworks", "steeplejack"]):
            trades[name] = {"words": [f"{name} crew"], "share": random.randint(1, 100), "dwell": random.randint(5, 30),
                            "employment": cells.pick(["employed", "self-employed"]), "weight": cells.decimal(0, 3),
                            "alcohol_free": cells.pick(["yes", "no"]), "pattern": cells.pick(["courier", "security"])}
            names += [name, f"{name} crew"]
        if cells.chance(40):
            trades["rider"] = {"share": random.randint(1, 100)}
        scenario.settings["trades"] = trades
    return names


def trades(scenario):
    if not hasattr(scenario, "trades"):
        scenario.trades = TRADES + 3 * _own_trades(scenario)
    return scenario.trades


def groups(scenario):
    cells, random = scenario.cells, scenario.random
    patterns = _patterns(scenario) if cells.chance(60) else {}
    ids = scenario.ids("g", "班", random.randint(1, 6))
    for group in ids:
        pattern = cells.pick(list(patterns)) if patterns and cells.chance(70) else ""
        length = patterns.get(pattern, 0)
        form = random.randrange(3) if length else 0
        start = scenario.first - datetime.timedelta(days=random.randint(0, 40))
        scenario.tables["worker_groups"].add(
            id=group, name=scenario.name(), trade=cells.pick(trades(scenario)), street=scenario.street(),
            headcount=cells.whole(1, 120), pattern=pattern, cycle_day=str(random.randint(1, length)) if form == 1 else "",
            cycle_start=cells.date(start) if form == 2 else "",
            share=cells.maybe(40, lambda: cells.whole(0, 100)), dwell=cells.maybe(40, lambda: cells.duration(random.randint(1, 45))),
            employment=cells.maybe(30, lambda: cells.pick(["employed", "受雇", "self-employed", "灵活就业"])),
            weight=cells.maybe(40, lambda: cells.decimal(0, 4)), **scenario.place())
        if cells.chance(30):
            for station in cells.some(scenario.stations):
                scenario.tables["reach"].add(group=group, station=station, walk=cells.duration(random.randint(0, 15)))


def _patterns(scenario):
    """The patterns by id, each with the length of its cycle; 0 where that is the calendar week or a day."""
    cells, random = scenario.cells, scenario.random
    names = scenario.ids("w", "作息", random.randint(1, 3))
    cycles = {}
    for name in names:
        form = random.randrange(4)
        cycles[name] = 0
        if form == 0:
            _pattern_row(scenario, name, "", "")
        elif form == 1:
            _pattern_row(scenario, name, "mon-fri", "")
            if cells.chance(50):
                _pattern_row(scenario, name, cells.pick(["sat", "sat,sun", "周日"]), "")
        else:
            cycles[name] = length = random.randint(2, 6)
            worked = random.randint(1, length - 1)
            _pattern_row(scenario, name, f"1-{worked}" if worked > 1 else "1", str(length))
    return cycles


def _pattern_row(scenario, name, days, cycle):
    cells, random = scenario.cells, scenario.random
    start = cells.pick([0, 5, 6, 7, 8, 9, 13, 17, 22]) * 60
    end = start + random.randint(4, 12) * 60
    breaks = []
    for begin, finish in cells.parts(random.randint(0, 3), start + 30, end - 30, 10, gap=10):
        finish = min(finish, begin + 90)
        share = cells.maybe(50, lambda: f"@{random.randint(1, 100)}")
        breaks.append(f"{cells.time(begin % DAY)}-{cells.time(finish % DAY or DAY)}{share}")
    scenario.tables["shift_patterns"].add(
        pattern=name, days=days, cycle_days=cycle, work=f"{cells.time(start)}-{cells.time(end % DAY or DAY)}", breaks="; ".join(breaks))


def visits(scenario):
    cells, random = scenario.cells, scenario.random
    for _ in range(random.randint(1, 8)):
        start = random.randrange(6 * 60, 21 * 60, 15)
        length = cells.pick([30, 60, 90, 180])
        scenario.tables["visits"].add(
            station=cells.pick(scenario.stations),
            days=cells.pick(["", "mon-fri", "周一至周五", ENGLISH_DAYS[random.randrange(7)], cells.date(cells.pick(scenario.dates))]),
            hours=cells.interval(start, start + length), visits=cells.whole(0, 60),
            dwell=cells.maybe(50, lambda: cells.duration(random.randint(5, 40))), weight=cells.maybe(40, lambda: cells.decimal(0, 5)))
