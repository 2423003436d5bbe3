"""Staff with leave, wishes and ledger, and pins of every kind."""

import datetime

from . import rules
from .cells import DAY

SKILLS = ["driving", "急救", "law", "手语"]
FAMILY = ["王敏", "李 雪", "Ann", "Jürgen", "O'Neill", "赵\"小\"六", "张, 三", "=SUM(A1)", "-"]


def fill(scenario):
    cells, random = scenario.cells, scenario.random
    count = random.randint(1, 8)
    scenario.staff = scenario.ids("p", "员", count)
    known = rules.classes(scenario)
    scenario.skills = cells.some(SKILLS, 1, 3)
    for person in scenario.staff:
        capped = cells.chance(25)
        month = str(random.randint(1, 10)) if cells.chance(8) else ""
        scenario.expecting[person] = bool(month)
        scenario.tables["staff"].add(**{
            "id": person, "name": cells.maybe(80, lambda: cells.pick(FAMILY)), "class": cells.pick(known),
            "home_street": scenario.street(), "stations": _stations(scenario),
            "home_stations": cells.maybe(20, lambda: cells.items(cells.some(scenario.stations, 1, 2))),
            "delivers": cells.boolean(50), "skills": cells.maybe(60, lambda: cells.items(cells.some(scenario.skills))),
            "pregnant": cells.yes() if month else cells.boolean(4), "pregnant_month": month,
            "nursing": str(random.randint(0, 3)) if cells.chance(5) else cells.boolean(5), "minor": cells.boolean(5),
            "night_worker": cells.boolean(15), "maximum_nights": cells.maybe(10, lambda: cells.whole(0, 3)),
            "duties_a_week": cells.maybe(8, lambda: cells.whole(0, 7)), "evenings_a_week": cells.maybe(8, lambda: cells.whole(0, 3)),
            "splits": cells.maybe(15, lambda: cells.pick([cells.yes(), cells.no()])),
            "week_cap_hours": str(random.randint(6, 38)) if capped else "",
            "guaranteed_hours": "" if capped else cells.maybe(30, lambda: str(random.randint(2, 20))),
            "available": cells.maybe(75, lambda: cells.weekly(scenario.open_parts)),
            "pay_per_hour": cells.maybe(60, lambda: cells.decimal(0, 60))})
    _absences(scenario)
    _wishes(scenario)
    _ledger(scenario)


def _stations(scenario):
    cells = scenario.cells
    form = scenario.random.randrange(10)
    if form < 5:
        return cells.items(cells.some(scenario.stations))
    return ["", "", "all", "全部", cells.pick(["street", "本街道", "none", "无"])][form - 5]


def _span(scenario, percent):
    """A first and perhaps a last day of the horizon."""
    cells = scenario.cells
    first = scenario.random.randrange(scenario.days)
    last = min(scenario.days - 1, first + scenario.random.randint(0, 3))
    return {"date": cells.date(scenario.dates[first]),
            "until": cells.maybe(percent, lambda: cells.date(scenario.dates[last]))}


def _absences(scenario):
    cells = scenario.cells
    for person in scenario.staff:
        if cells.chance(30):
            kind = cells.pick(["away", "年假", "病假", "培训", "leave", "extra", "可上班", ""])
            step = scenario.step()
            hours = cells.maybe(50, lambda: cells.day_hours(cells.parts(1, 0, DAY // step * step, step) or [(480, 720)]))
            scenario.tables["availability"].add(
                staff=person, kind=kind, hours=hours, note=cells.maybe(20, lambda: "家里有事; 已批"), **_span(scenario, 40))
        if scenario.expecting[person] and cells.chance(60):
            start = scenario.random.randrange(8, 15) * 60
            scenario.tables["availability"].add(
                staff=person, kind=cells.pick(["antenatal", "产检", "产前检查"]),
                hours=cells.interval(start, start + cells.pick([60, 120])),
                date=cells.date(cells.pick(scenario.dates)))


def _wishes(scenario):
    cells = scenario.cells
    for person in scenario.staff:
        if cells.chance(35):
            scenario.tables["requests"].add(
                staff=person, kind=cells.pick(["on", "off", "希望上班", "希望休息"]),
                hours=cells.maybe(40, lambda: cells.interval(*cells.pick([(480, 720), (1080, 1320), (1320, DAY + 120)]))),
                weight=cells.maybe(50, lambda: cells.decimal(0, 9)), note=cells.maybe(10, lambda: "x"), **_span(scenario, 30))


def _ledger(scenario):
    cells, random = scenario.cells, scenario.random
    if cells.chance(50):
        return
    for person in scenario.staff:
        if cells.chance(40):
            continue
        row = {"staff": person}
        if cells.chance(60):
            end = datetime.datetime.combine(scenario.first, datetime.time()) - datetime.timedelta(minutes=random.randrange(0, 4000, 5))
            row["last_duty_end"] = f"{end:%Y-%m-%d} {end.hour}:{end.minute:02d}"
            row["consecutive_days"] = cells.maybe(60, lambda: cells.whole(0, 7))
        if scenario.first.weekday() > 0:
            row["week_hours"] = cells.maybe(50, lambda: str(random.randint(0, 12 * scenario.first.weekday())))
        row["month_overtime_hours"] = cells.maybe(30, lambda: str(random.randint(0, 40)))
        if cells.chance(30):
            weeks = random.randint(1, 16)
            row["reference_weeks"], row["reference_hours"] = str(weeks), str(weeks * random.randint(10, 44))
        for burden in ("weekend", "evening", "early", "hot"):
            row[burden] = cells.maybe(30, lambda: cells.whole(0, 5))
        scenario.tables["ledger"].add(**row)


def pins(scenario):
    cells, random = scenario.cells, scenario.random
    scenario.pin_kinds = []
    if cells.chance(65):
        return
    for _ in range(random.randint(1, 4)):
        kinds = ["work", "off", "staffed", "closed"] + (["stop"] if scenario.sites else []) + (["crew"] if scenario.runs else [])
        kind = cells.pick(kinds)
        row = {"kind": _word(cells, kind), "date": cells.date(cells.pick(scenario.dates)), "note": cells.maybe(20, lambda: "定好了")}
        start = random.randrange(6 * 60, 20 * 60, max(scenario.slot, 30))
        hours = cells.interval(start, start + max(scenario.slot, 60 * random.randint(1, 4)))
        if kind in ("work", "off"):
            row["staff"] = cells.pick(scenario.staff)
            row["hours"] = hours if kind == "work" else cells.maybe(60, lambda: hours)
        if kind in ("work", "staffed", "closed"):
            row["station"] = cells.pick(scenario.stations)
        if kind in ("staffed", "closed"):
            row["hours"] = hours
        if kind == "staffed":
            row["count"] = cells.maybe(40, lambda: cells.whole(1, 2))
        if kind == "stop":
            row["site"] = cells.pick(scenario.sites)
            row["count"] = cells.maybe(50, lambda: cells.whole(1, 6))
        if kind == "crew":
            vehicle, (start, end) = cells.pick(scenario.runs)
            row.update(staff=cells.pick(scenario.staff), vehicle=vehicle, hours=cells.interval(start, end))
        scenario.tables["pins"].add(**row)
        scenario.pin_kinds.append(kind)


def _word(cells, kind):
    chinese = {"work": "上岗", "crew": "随车", "off": "不排", "staffed": "必须有人", "closed": "关闭", "stop": "必送"}
    return chinese[kind] if cells.is_chinese and cells.chance(70) else kind
