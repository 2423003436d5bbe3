"""The columns of docs/scenario-format.md with their Chinese headings."""

PLACE = {"east": "东向米", "north": "北向米", "latitude": "纬度", "longitude": "经度", "coordinates": "坐标"}

TABLES = {
    "stations": {
        "id": "编号", "name": "名称", "street": "街道", "type": "类型", "host_hours": "东道单位时间", "holiday_hours": "节假日时间",
        "promised_hours": "公示时间", "self_service": "自助开放", "promise_by_self_service": "自助算兑现", "seats": "座位",
        "visits_per_staff_hour": "每人每小时人次", "visits_per_self_service_hour": "自助每小时人次", "minimum_staff": "最少在岗",
        "maximum_staff": "最多在岗", "skills": "所需技能", "staffed_cost_per_hour": "值守每小时费用",
        "self_service_cost_per_hour": "自助每小时费用", **PLACE},
    "staff": {
        "id": "工号", "name": "姓名", "class": "类别", "home_street": "所属街道", "stations": "可服务驿站", "home_stations": "固定驿站",
        "delivers": "可配送", "skills": "技能", "pregnant": "孕期", "pregnant_month": "孕期月数", "nursing": "哺乳期", "minor": "未成年工", "night_worker": "夜班工",
        "maximum_nights": "夜班上限", "duties_a_week": "每周班数上限", "evenings_a_week": "每周晚班上限", "splits": "分段班", "week_cap_hours": "每周上限小时", "guaranteed_hours": "每周保底小时", "available": "可上班时间",
        "pay_per_hour": "每小时工资"},
    "availability": {"staff": "工号", "date": "日期", "until": "结束日期", "hours": "时间", "kind": "类型", "note": "备注"},
    "requests": {
        "staff": "工号", "date": "日期", "until": "结束日期", "kind": "愿望", "hours": "时间", "weight": "权重", "note": "备注"},
    "worker_groups": {
        "id": "编号", "name": "名称", "trade": "工种", "street": "街道", "headcount": "人数", "pattern": "作息",
        "cycle_day": "周期第几天", "cycle_start": "周期起始日", "share": "使用率", "dwell": "停留", "employment": "用工", "weight": "权重",
        **PLACE},
    "shift_patterns": {
        "pattern": "作息", "days": "哪几天", "cycle_days": "周期天数", "work": "工作时间", "breaks": "休息时间"},
    "visits": {
        "station": "驿站", "days": "日期", "hours": "时段", "visits": "人次", "dwell": "停留", "weight": "权重"},
    "reach": {"group": "群体", "station": "驿站", "walk": "步行分钟"},
    "heat": {"date": "日期", "maximum": "最高气温", "warning": "预警", "note": "备注"},
    "sites": {
        "id": "编号", "name": "单位", "contact": "联系人", "trade": "工种", "people": "人数", "served_before": "已领人数",
        "rounds": "轮次", "windows": "可送时间", "earliest": "最早日期", "deadline": "最晚日期", "service": "停留分钟",
        "indoor_rest": "室内休息", "goods": "可发物资", "alcohol_free": "禁含酒精", "weight": "权重", "second_weight": "第二份权重",
        **PLACE},
    "goods": {
        "id": "编号", "name": "名称", "stock": "库存", "unit_cost": "单价", "shelf": "保质时长", "alcohol": "含酒精"},
    "vehicles": {
        "id": "编号", "name": "名称", "capacity": "装载量", "cost_per_km": "每公里费用", "slots": "出车时段", **PLACE},
    "pins": {
        "kind": "类型", "staff": "工号", "station": "驿站", "vehicle": "车辆", "site": "点位", "date": "日期", "hours": "时间",
        "count": "数量", "note": "备注"},
    "ledger": {
        "staff": "工号", "last_duty_end": "上次下班", "consecutive_days": "连续上班天数", "week_hours": "本周已排小时",
        "month_overtime_hours": "本月加班小时", "reference_weeks": "参考周数", "reference_hours": "参考期小时", "weekend": "周末次数",
        "evening": "晚班次数", "early": "早班次数", "hot": "高温次数"},
}

REQUIRED = {
    "stations": ["id"], "staff": ["id"], "availability": ["staff", "date"], "requests": ["staff", "date", "kind"],
    "worker_groups": ["id", "trade", "headcount"], "shift_patterns": ["pattern", "work"],
    "visits": ["station", "hours", "visits"], "reach": ["group", "station", "walk"], "heat": ["date", "maximum"],
    "sites": ["id", "trade", "people"], "goods": ["id", "stock"], "vehicles": ["id", "capacity"], "pins": ["kind", "date"],
    "ledger": ["staff"],
}
