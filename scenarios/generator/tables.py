"""Writes the CSV tables of a scenario folder, with Chinese headings as the district's planners keep them."""

import csv
import io
import os

HEADINGS = {
    "stations": {
        "id": "编号", "name": "名称", "street": "街道", "type": "类型", "host_hours": "东道单位时间",
        "promised_hours": "公示时间", "self_service": "自助开放", "promise_by_self_service": "自助算兑现", "seats": "座位",
        "visits_per_staff_hour": "每人每小时人次", "visits_per_self_service_hour": "自助每小时人次",
        "minimum_staff": "最少在岗", "maximum_staff": "最多在岗", "skills": "所需技能",
        "staffed_cost_per_hour": "值守每小时费用", "self_service_cost_per_hour": "自助每小时费用",
        "latitude": "纬度", "longitude": "经度",
    },
    "staff": {
        "id": "工号", "name": "姓名", "class": "类别", "home_street": "所属街道", "stations": "可服务驿站",
        "delivers": "可配送", "skills": "技能", "pregnant": "孕期", "nursing": "哺乳期", "minor": "未成年工",
        "week_cap_hours": "每周上限小时", "guaranteed_hours": "每周保底小时", "available": "可上班时间",
        "pay_per_hour": "每小时工资",
    },
    "availability": {"staff": "工号", "date": "日期", "until": "结束日期", "hours": "时间", "kind": "类型"},
    "requests": {"staff": "工号", "date": "日期", "kind": "愿望", "hours": "时间", "weight": "权重"},
    "worker_groups": {
        "id": "编号", "name": "名称", "trade": "工种", "street": "街道", "headcount": "人数", "pattern": "作息",
        "cycle_day": "周期第几天", "share": "使用率", "dwell": "停留分钟", "employment": "用工", "weight": "权重",
        "latitude": "纬度", "longitude": "经度",
    },
    "shift_patterns": {
        "pattern": "作息", "days": "第几天", "cycle_days": "周期天数", "work": "工作时间", "breaks": "休息时间"},
    "heat": {"date": "日期", "maximum": "最高气温"},
    "sites": {
        "id": "编号", "name": "单位", "contact": "联系人", "trade": "工种", "people": "人数", "served_before": "已领人数",
        "windows": "可送时间", "deadline": "最晚日期", "indoor_rest": "室内休息", "latitude": "纬度", "longitude": "经度",
    },
    "goods": {
        "id": "编号", "name": "名称", "stock": "库存", "unit_cost": "单价", "shelf": "保质时长", "alcohol": "含酒精"},
    "vehicles": {
        "id": "编号", "name": "名称", "capacity": "装载量", "cost_per_km": "每公里费用", "slots": "出车时段",
        "latitude": "纬度", "longitude": "经度",
    },
    "pins": {
        "kind": "类型", "staff": "工号", "station": "驿站", "vehicle": "车辆", "site": "点位", "date": "日期",
        "hours": "时间", "count": "数量", "note": "备注",
    },
    "ledger": {
        "staff": "工号", "last_duty_end": "上次下班", "consecutive_days": "连续上班天数",
        "month_overtime_hours": "本月加班小时", "weekend": "周末次数", "evening": "晚班次数", "early": "早班次数",
        "hot": "高温次数",
    },
}


def table_text(name, rows):
    """The table as CSV; columns that are empty in all rows are left out."""
    columns = [key for key in HEADINGS[name] if any(str(row.get(key, "")) != "" for row in rows)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADINGS[name][key] for key in columns)
    for row in rows:
        unknown = set(row) - set(HEADINGS[name])
        if unknown:
            raise KeyError(f"{name}: {sorted(unknown)}")
        writer.writerow(row.get(key, "") for key in columns)
    return text.getvalue()


def write_folder(folder, yaml, tables):
    """Writes scenario.yaml and one CSV per table that has rows."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "scenario.yaml"), "w", encoding="utf-8", newline="") as file:
        file.write(yaml)
    for name, rows in tables.items():
        if rows:
            with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
                file.write(table_text(name, rows))
