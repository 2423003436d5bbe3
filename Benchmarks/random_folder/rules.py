"""scenario.yaml: the calendar, weights, rule sets with limits and heat bands, and the settings of walking, travel and delivery."""

from .cells import DAY

CLASSES = {
    "cn-standard": ["usw", "专职", "host", "东道单位", "part_time", "非全日制", "小时工", "agency", "外包", "comprehensive", "综合工时",
                    "volunteer", "志愿者", "lawyer", "律师"],
    "own.yaml": ["crew", "队员", "helper", "帮手"],
}
WEIGHTS = ["promise_hour", "refuge_hour", "trade_missed", "weekend_duty", "evening_duty", "early_duty", "hot_duty",
           "guaranteed_hour", "away_hour", "kilometre", "extra_opening", "broken_day"]


def fill(scenario):
    cells, random, settings = scenario.cells, scenario.random, scenario.settings
    settings["name"] = cells.pick(["一周排班", "A week", "Woche 28", "temp"])
    settings["first_day"] = scenario.first.isoformat()
    settings["days"] = scenario.days
    settings["slot"] = scenario.slot
    scenario.rule_set = cells.pick(["cn-standard"] * 3 + ["eu-wtd", "own.yaml"])
    settings["rule_set"] = scenario.rule_set
    if scenario.rule_set == "own.yaml":
        scenario.files["own.yaml"] = _own(scenario)
    _calendar(scenario)
    # On a grid of two hours a changed hour lies off the grid.
    if scenario.slot <= 60 and cells.chance(20):
        settings["time_zone"] = cells.pick(["Europe/Berlin", "America/New_York", "Asia/Shanghai"])
    if cells.chance(40):
        settings["weights"] = {key: cells.decimal(0, 100) for key in cells.some(WEIGHTS, 1, 5)}
        if cells.chance(30):
            settings["weights"]["yuan"] = cells.pick(["0", "0.002", "0.05", "1"])
    if cells.chance(25):
        fairness = {"weekend_allowance": random.randint(0, 2), "evening_allowance": random.randint(0, 3),
                    "early_allowance": random.randint(0, 3), "hot_allowance": random.randint(0, 2),
                    "evening_from": cells.pick(["18:00", "19:30"]), "early_before": cells.pick(["6:30", "8:00"])}
        settings["fairness"] = {key: fairness[key] for key in cells.some(list(fairness))}
    if cells.chance(25):
        settings["budget"] = cells.pick([0, 50, 400, 2000, 20000])
    _ways(scenario)
    if cells.chance(35):
        settings["heat"] = _heat(scenario)
    if cells.chance(75):
        _forecast(scenario)
    if scenario.rule_set == "cn-standard" and cells.chance(25):
        settings["contracts"] = {cells.pick(["usw", "agency"]): limits(scenario, some=True)}


def classes(scenario):
    """Names of staff classes that the rule set knows; empty for the default where that exists."""
    if scenario.rule_set == "eu-wtd":
        return [""]
    names = CLASSES[scenario.rule_set]
    return names + [""] if scenario.rule_set == "cn-standard" else names


def _calendar(scenario):
    cells, calendar = scenario.cells, {}
    holidays = [day for day in scenario.dates if cells.chance(10)] if cells.chance(40) else []
    makeup = [day for day in scenario.dates if day.weekday() > 4 and day not in holidays and cells.chance(30)]
    if holidays:
        calendar["holidays"] = [day.isoformat() for day in holidays]
    if makeup and cells.chance(40):
        calendar["makeup_days"] = [day.isoformat() for day in makeup]
    if calendar:
        scenario.settings["calendar"] = calendar


def _ways(scenario):
    cells, random, settings = scenario.cells, scenario.random, scenario.settings
    walking = {"metres_per_minute": random.randint(40, 120), "limit": cells.pick(["5", "10", "15分钟", "20"]),
               "detour": random.randint(100, 180), "same_street": random.randint(0, 12)}
    travel = {"metres_per_minute": random.randint(80, 400), "detour": random.randint(100, 160),
              "overhead": random.randint(0, 10), "same_street": random.randint(0, 30), "other_street": random.randint(0, 60)}
    for key, values in (("walking", walking), ("travel", travel)):
        if cells.chance(30):
            settings[key] = {name: values[name] for name in cells.some(list(values))}


def limits(scenario, some=False):
    """Limits of a staff class that fit each other."""
    cells, random = scenario.cells, scenario.random
    normal = random.randint(4, 9)
    overtime = cells.pick([0, 0, 1, 2])
    least = random.randint(1, 3)
    shortest_split = random.randint(1, 2)
    every = {
        "normal_day": f"{normal}h", "normal_week": str(normal * random.randint(2, 6)) + "h", "overtime_day": f"{overtime}h",
        "overtime_month": cells.pick(["none", "4h", "36h"]), "maximum_week": cells.pick(["none", "30h", "48h"]),
        "average_week": cells.pick(["none", "none", "40h"]), "minimum_duty": f"{least}h",
        "maximum_duty": f"{max(least, normal + overtime - random.randint(0, 1))}h", "maximum_span": f"{random.randint(normal, 14)}h",
        "minimum_segment": cells.pick(["30分钟", "1h"]) if least > 0 else "30", "maximum_places": random.randint(1, 3),
        "allows_split": cells.pick(["yes", "no"]), "minimum_split": f"{shortest_split}h",
        "maximum_split": f"{shortest_split + random.randint(0, 3)}h",
        "meal_break_after": cells.pick(["none", "4h", "6h"]), "meal_break": cells.pick(["20分钟", "30分钟", "1h", "45分钟"]),
        "daily_rest": cells.pick(["none", "11h", "12h"]), "maximum_consecutive_days": cells.pick(["none", 1, 3, 6]),
        "duties_a_week": cells.pick(["none", 2, 5]), "evenings_a_week": cells.pick(["none", 0, 2]),
        "weekly_rest_kind": cells.pick(["none", "calendar-day", "continuous"]), "weekly_rest": cells.pick(["24h", "35h"]),
        "night": cells.pick(['22:00-6:00', '23:00-5:00']), "night_worker_week": cells.pick(["none", "20h", "48h"]),
        "bans_protected_nights": cells.pick(["yes", "no"]), "pay_basis": cells.pick(["overtime-only", "all-hours", "free"]),
        "overtime_pay": cells.pick([100, 150]), "weekend_pay": cells.pick([100, 200]), "holiday_pay": cells.pick([100, 300]),
    }
    if not some:
        return every
    # Those whose order matters stay together.
    alone = ["overtime_month", "maximum_week", "maximum_places", "meal_break", "daily_rest", "maximum_consecutive_days",
             "duties_a_week", "evenings_a_week", "weekly_rest_kind", "bans_protected_nights", "pay_basis", "overtime_pay", "weekend_pay", "holiday_pay"]
    return {key: every[key] for key in cells.some(alone, 1, 5)}


def _own(scenario):
    """A rule set of the folder's own."""
    from .writing import yaml
    cells = scenario.cells
    helper = limits(scenario, some=True)
    settings = {
        "name": "own", "title": "自订", "limits": limits(scenario),
        "classes": {"crew": {"words": ["队员"]}, "helper": {"words": ["帮手"], "limits": helper}}, "heat": _heat(scenario, True)}
    if cells.chance(30):
        settings["limits"]["overtime_pay"] = 150
    return yaml(settings) + "\n"


def _heat(scenario, is_whole=False):
    cells, random = scenario.cells, scenario.random
    heat = {"hottest_window": cells.pick(["12:00-15:00", "11:30-14:00"]), "midday_window": cells.pick(["12:00-16:00", "11:00-15:00"]),
            "stop_share": random.randint(0, 100), "usual_maximum": random.randint(20, 38)}
    bands = [{"visits": random.randint(50, 120)}]
    for start in sorted(random.sample(range(30, 42), random.randint(0, 4))):
        band = {"from": start}
        for key in ("visits", "midday_visits", "self_employed_visits", "self_employed_midday_visits"):
            if cells.chance(40):
                band[key] = random.randint(0, 300)
        for key in ("stops_hottest_window", "refuge", "bans_runs", "bans_runs_in_hottest_window", "bans_crew_overtime",
                    "bars_protected", "hot"):
            if cells.chance(40):
                band[key] = cells.pick(["yes", "no"])
        for key, values in (("lengthen_breaks", ["5", "10", "15"]), ("crew_limit", ["2h", "6h"]), ("outdoor_stop_limit", ["20", "40"])):
            if cells.chance(30):
                band[key] = cells.pick(values)
        bands.append(band)
    heat["bands"] = bands
    return heat if is_whole else {key: heat[key] for key in cells.some(list(heat))}


def _forecast(scenario):
    cells, table = scenario.cells, scenario.tables["heat"]
    base = scenario.random.randint(24, 40)
    for day in scenario.dates:
        if cells.chance(90):
            table.add(date=cells.date(day), maximum=cells.decimal(base - 4, base + 4, 1),
                      warning=cells.maybe(20, lambda: "橙色预警"), note=cells.maybe(10, lambda: "预报, 气象台"))


def parts_text(cells, parts):
    return "; ".join(f"{start // 60}:{start % 60:02d}-{(end if end <= DAY else end - DAY) // 60}:{end % 60:02d}"
                     for start, end in parts)
