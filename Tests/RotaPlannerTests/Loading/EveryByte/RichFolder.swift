/// A scenario folder in which every column of every table and every key of the settings is filled and matters, with further valid texts for each.
///
/// In YAML, what stands behind ` ## ` on a line are other valid values of it; `free` means that any text is valid, `default` that the value is what holds without it.
enum RichFolder {
  static let tables: [String: String] = [
    "stations": """
    id,name,street,type,host_hours,holiday_hours,promised_hours,self_service,promise_by_self_service,seats,visits_per_staff_hour,visits_per_self_service_hour,minimum_staff,maximum_staff,skills,staffed_cost_per_hour,self_service_cost_per_hour,east,north
    s1,North,Desheng,shop,,10:00-16:00,mon-fri 9:00-17:00,daily 20:00-21:00,yes,12,30,6,1,3,law,12.5,2,0,0
    s2,South,Zhanlan,,daily 8:00-20:00,9:00-15:00,daily 9:00-12:00,no,no,8,24,4,2,3,law,10,1,800,600
    s3,Third,Desheng,,daily 8:00-20:00,9:00-15:00,daily 9:00-12:00,no,no,8,24,4,2,3,law,10,1,,
    s4,Night,Zhanlan,self-24,,,none,,no,8,24,4,1,3,,10,1,700,600
    """,
    "staff": """
    id,name,class,home_street,stations,home_stations,delivers,skills,pregnant,pregnant_month,nursing,minor,night_worker,maximum_nights,duties_a_week,evenings_a_week,splits,week_cap_hours,guaranteed_hours,available,pay_per_hour
    p1,Wang Min,usw,Desheng,s1;s2,s1,yes,law;driving,no,,no,no,no,2,6,4,yes,36,16,daily 6:00-22:00,25
    p2,Li Qiang,volunteer,Zhanlan,all,s2,yes,first-aid,no,,no,no,no,1,5,3,no,20,4,daily 6:00-22:00,0
    p3,Zhao,usw,Zhanlan,all,s2,yes,law;first-aid,no,,no,no,no,1,5,3,yes,30,8,daily 6:00-22:00,20
    p4,Qian,usw,Zhanlan,all,s2,no,law,,8,no,no,no,1,5,3,yes,30,8,daily 6:00-22:00,20
    """,
    "availability": """
    staff,date,until,hours,kind,note
    p1,2026-07-07,2026-07-08,8:00-12:00,leave,dentist
    p2,2026-07-09,2026-07-10,20:00-23:00,extra,
    """,
    "requests": """
    staff,date,until,kind,hours,weight,note
    p1,2026-07-09,2026-07-11,off,18:00-22:00,3,
    p2,2026-07-10,2026-07-11,on,8:00-10:00,1,a wish
    """,
    "worker_groups": """
    id,name,trade,street,headcount,pattern,cycle_day,cycle_start,share,dwell,employment,weight,east,north
    g1,Sweepers,sanitation,,46,six,3,,40,20,employed,1.5,100,100
    g2,Riders,rider,Zhanlan,30,six,,2026-06-01,30,10,self-employed,1,,
    g3,Guards,security,,20,wk,,,25,15,employed,1,,
    g4,Cleaners,sweeping,Desheng,22,,,,,,,,,
    """,
    "shift_patterns": """
    pattern,days,cycle_days,work,breaks
    six,1-4,6,6:00-14:00,10:00-10:30@50; 12:00-12:30
    six,5,6,14:00-22:00,18:00-18:30
    wk,mon-fri,,8:00-17:00,12:00-13:00
    """,
    "visits": """
    station,days,hours,visits,dwell,weight
    s1,mon-fri,12:00-13:00,25,20,1.5
    s2,2026-07-07,9:00-10:00,10,15,1
    """,
    "reach": "group,station,walk\ng3,s1,6\ng3,s2,9\n",
    "heat": """
    date,maximum,warning,note
    2026-07-06,31,,
    2026-07-07,36.5,yellow,hot
    2026-07-08,38,,
    2026-07-09,33,,
    """,
    "sites": """
    id,name,contact,trade,people,served_before,rounds,windows,earliest,deadline,service,indoor_rest,goods,alcohol_free,weight,second_weight,east,north
    d1,Unit 1,Zhang 138,sanitation,60,10,2,mon-fri 9:00-17:00,2026-07-07,2026-07-10,20,yes,kit;soup,no,1.2,0.4,500,500
    d2,Unit 2,Li 139,construction,30,0,1,daily 8:00-18:00,2026-07-07,2026-07-11,15,no,kit,yes,1,0.3,700,900
    d3,Unit 3,He 137,parking,30,0,1,daily 8:00-18:00,2026-07-07,2026-07-11,,no,kit,no,1,0.3,,
    """,
    "goods": "id,name,stock,unit_cost,shelf,alcohol\nkit,Cool pack,520,60,4h,no\nsoup,Soup,100,15.5,2h,yes\n",
    "vehicles": """
    id,name,capacity,cost_per_km,slots,east,north
    v1,Van,180,1.2,daily 9:00-12:00,0,100
    v2,Bike,40,0.4,,0,300
    """,
    "pins": """
    kind,staff,station,vehicle,site,date,hours,count,note
    work,p1,s1,,,2026-07-06,10:00-12:00,,
    crew,p1,,v1,,2026-07-10,9:00-12:00,,agreed
    off,p2,,,,2026-07-09,8:00-9:00,,
    staffed,,s1,,,2026-07-07,10:00-12:00,2,
    closed,,s2,,,2026-07-11,8:00-9:00,,
    stop,,,,d1,2026-07-09,,5,
    """,
    "ledger": """
    staff,last_duty_end,last_duty_station,consecutive_days,week_hours,month_overtime_hours,reference_weeks,reference_hours,weekend,evening,early,hot
    p1,2026-07-05 17:00,,3,0,6,8,300,2,1,3,1
    p2,2026-07-06 02:00,s4,1,0,1,4,80,1,2,2,2
    """,
  ]

  /// Other valid texts, for a cell that is filled: the first that differs from the cell must make a difference.
  static let others: [String: [String]] = [
    "stations.id": ["s9"], "stations.name": ["East"], "stations.street": ["Xinjiekou"], "stations.type": ["office"],
    "stations.host_hours": ["daily 7:00-22:00"], "stations.holiday_hours": ["10:00-15:00"],
    "stations.promised_hours": ["mon-fri 10:00-17:00"], "stations.self_service": ["yes", "no"],
    "stations.promise_by_self_service": ["yes", "no"], "stations.seats": ["9"],
    "stations.visits_per_staff_hour": ["26"], "stations.visits_per_self_service_hour": ["5"],
    "stations.minimum_staff": ["1", "2"], "stations.maximum_staff": ["4"], "stations.skills": ["first-aid"],
    "stations.staffed_cost_per_hour": ["11"], "stations.self_service_cost_per_hour": ["3"], "stations.east": ["50"],
    "stations.north": ["70"],
    "staff.id": ["p9"], "staff.name": ["Sun"], "staff.class": ["usw", "volunteer"], "staff.home_street": ["Xinjiekou"],
    "staff.stations": ["s1", "s2;s1"], "staff.home_stations": ["s2", "s1"], "staff.delivers": ["no"],
    "staff.skills": ["law"], "staff.pregnant": ["yes"], "staff.pregnant_month": ["6"], "staff.nursing": ["yes"],
    "staff.minor": ["yes"],
    "staff.night_worker": ["yes"], "staff.maximum_nights": ["3"], "staff.duties_a_week": ["4"],
    "staff.evenings_a_week": ["2"], "staff.splits": ["no"], "staff.week_cap_hours": ["25"],
    "staff.guaranteed_hours": ["10"], "staff.available": ["daily 7:00-21:00"], "staff.pay_per_hour": ["30"],
    "availability.staff": ["p1", "p2"], "availability.date": ["2026-07-06"], "availability.until": ["2026-07-11"],
    "availability.hours": ["21:00-23:30"], "availability.kind": ["extra", "leave"],
    "requests.staff": ["p1", "p2"], "requests.date": ["2026-07-08"], "requests.until": ["2026-07-10", "2026-07-11"],
    "requests.kind": ["on", "off"], "requests.hours": ["12:00-14:00"], "requests.weight": ["2.5"],
    "worker_groups.id": ["g9"], "worker_groups.name": ["Others"], "worker_groups.trade": ["courier"],
    "worker_groups.street": ["Desheng", "Zhanlan"], "worker_groups.headcount": ["50"],
    "worker_groups.pattern": ["wk", "six"], "worker_groups.cycle_day": ["4"],
    "worker_groups.cycle_start": ["2026-06-02"], "worker_groups.share": ["50"], "worker_groups.dwell": ["12"],
    "worker_groups.employment": ["self-employed", "employed"], "worker_groups.weight": ["2"],
    "worker_groups.east": ["500"], "worker_groups.north": ["500"],
    "shift_patterns.pattern": ["seven"], "shift_patterns.days": ["1-3", "6", "mon-thu"],
    "shift_patterns.cycle_days": ["7"], "shift_patterns.work": ["6:00-15:00"], "shift_patterns.breaks": ["12:00-12:20"],
    "visits.station": ["s2", "s1"], "visits.days": ["thu", "2026-07-08"], "visits.hours": ["13:00-14:00"],
    "visits.visits": ["30"], "visits.dwell": ["10"], "visits.weight": ["2"],
    "reach.group": ["g1"], "reach.station": ["s3"], "reach.walk": ["7"],
    "heat.date": ["2026-07-10", "2026-07-13"], "heat.maximum": ["34"],
    "sites.id": ["d9"], "sites.name": ["Unit X"], "sites.contact": ["Sun"], "sites.trade": ["courier"],
    "sites.people": ["70"], "sites.served_before": ["5"], "sites.rounds": ["1", "2"],
    "sites.windows": ["mon-fri 10:00-16:00"], "sites.earliest": ["2026-07-08"], "sites.deadline": ["2026-07-09"],
    "sites.service": ["30"], "sites.indoor_rest": ["yes", "no"], "sites.goods": ["soup"],
    "sites.alcohol_free": ["yes", "no"], "sites.weight": ["1.3"], "sites.second_weight": ["0.2"],
    "sites.east": ["1500"], "sites.north": ["1900"],
    "goods.id": ["fan"], "goods.name": ["Fan"], "goods.stock": ["400"], "goods.unit_cost": ["20"],
    "goods.shelf": ["3h"], "goods.alcohol": ["yes", "no"],
    "vehicles.id": ["v9"], "vehicles.name": ["Truck"], "vehicles.capacity": ["100"], "vehicles.cost_per_km": ["2"],
    "vehicles.slots": ["daily 9:00-11:00"], "vehicles.east": ["900"], "vehicles.north": ["900"],
    "pins.kind": ["closed", "staffed"], "pins.staff": ["p3"], "pins.station": ["s2", "s1"], "pins.vehicle": ["v2"],
    "pins.site": ["d2"], "pins.date": ["2026-07-08", "2026-08-08"], "pins.hours": ["11:00-12:00"], "pins.count": ["3"],
    "ledger.staff": ["p3"], "ledger.last_duty_end": ["2026-07-05 18:00"], "ledger.last_duty_station": ["s1"],
    "ledger.consecutive_days": ["2"],
    "ledger.week_hours": ["4"], "ledger.month_overtime_hours": ["3"], "ledger.reference_weeks": ["6"],
    "ledger.reference_hours": ["200"], "ledger.weekend": ["4"], "ledger.evening": ["4"], "ledger.early": ["4"],
    "ledger.hot": ["4"],
  ]

  /// Columns in which every text is valid: nothing can be rubbish there.
  static let freeColumns: Set<String> = [
    "stations.name", "stations.street", "stations.skills", "staff.name", "staff.home_street", "staff.skills",
    "worker_groups.name", "worker_groups.street", "sites.name", "sites.contact", "goods.name", "vehicles.name",
  ]

  /// Columns that docs/scenario-format.md calls "not read": comments.
  static let comments: Set<String> = ["availability.note", "requests.note", "heat.warning", "heat.note", "pins.note"]

  /// What docs/scenario-format.md says an empty cell means, where a cell can say it.
  static let defaults: [String: String] = [
    "stations.promise_by_self_service": "no", "stations.seats": "8", "stations.visits_per_staff_hour": "20",
    "stations.visits_per_self_service_hour": "10", "stations.minimum_staff": "1", "stations.promised_hours": "none",
    "stations.staffed_cost_per_hour": "0", "stations.self_service_cost_per_hour": "0",
    "staff.class": "usw", "staff.stations": "all", "staff.delivers": "no", "staff.pregnant": "no",
    "staff.nursing": "no",
    "staff.minor": "no", "staff.night_worker": "no", "staff.guaranteed_hours": "0", "staff.pay_per_hour": "0",
    "staff.available": "daily 6:00-22:00", "availability.kind": "away", "availability.hours": "0:00-24:00",
    "requests.weight": "2", "requests.hours": "0:00-24:00",
    "shift_patterns.days": "daily", "visits.days": "daily", "visits.dwell": "15", "visits.weight": "1",
    "sites.served_before": "0", "sites.rounds": "1", "sites.windows": "daily 8:00-18:00", "sites.indoor_rest": "no",
    "sites.alcohol_free": "no", "sites.weight": "1", "goods.unit_cost": "0", "goods.alcohol": "no",
    "vehicles.cost_per_km": "0", "pins.count": "1",
    "ledger.consecutive_days": "0", "ledger.week_hours": "0", "ledger.month_overtime_hours": "0",
    "ledger.reference_weeks": "0", "ledger.reference_hours": "0", "ledger.weekend": "0", "ledger.evening": "0",
    "ledger.early": "0", "ledger.hot": "0",
  ]

  static let settings = """
    name: Rich ## Other ## free
    first_day: 2026-07-06 ## 2026-07-05
    days: 6 ## 7
    slot: 30 ## 15 ## default
    rule_set: rules.yaml ## cn-standard
    budget: 100000 ## 90000
    calendar:
      holidays: [2026-07-08] ## [2026-07-09]
      makeup_days: [2026-07-11] ## [2026-07-12]
    tables:
      staff: people.csv ## stations.csv
    weights:
      promise_hour: 31 ## 32
      refuge_hour: 61 ## 62
      trade_missed: 51 ## 52
      weekend_duty: 4 ## 5
      evening_duty: 3 ## 4
      early_duty: 3 ## 4
      hot_duty: 4 ## 5
      yuan: 0.003 ## 0.004
      guaranteed_hour: 1.5 ## 1.2
      away_hour: 0.3 ## 0.4
      kilometre: 0.3 ## 0.4
      extra_opening: 2 ## 2.5
      broken_day: 5 ## 6
    fairness:
      weekend_allowance: 2 ## 3
      evening_allowance: 3 ## 4
      early_allowance: 3 ## 4
      hot_allowance: 2 ## 3
      evening_from: 18:30 ## 18:00
      early_before: 7:30 ## 6:30
    heat:
      hottest_window: 12:00-14:30 ## 13:00-15:00
      midday_window: 11:00-16:00 ## 12:00-15:00
      stop_share: 20 ## 30
      usual_maximum: 31 ## 32
      bands:
        - visits: 100 ## 110 ## default
        - from: 35 ## 34
          visits: 120 ## 130
          midday_visits: 140 ## 150
          self_employed_visits: 110 ## 115
          self_employed_midday_visits: 120 ## 125
          lengthen_breaks: 5 ## 10
          stops_hottest_window: yes ## no
          refuge: yes ## no
          bans_runs: yes ## no
          bans_runs_in_hottest_window: yes ## no
          bans_crew_overtime: yes ## no
          bars_protected: yes ## no
          hot: yes ## no
          crew_limit: 6h ## 5h
          outdoor_stop_limit: 20 ## 15
    walking:
      metres_per_minute: 60 ## 30
      limit: 12 ## 3 ## default
      detour: 180 ## 300
      same_street: 7 ## 6
    travel:
      metres_per_minute: 100 ## 150
      detour: 150 ## 200
      overhead: 6 ## 7
      same_street: 12 ## 13
      other_street: 25 ## 35
    delivery:
      crew_size: 1 ## 3
      driver_skill: driving ## law ## free
      depot_travel: 20 ## 25
      metres_per_minute: 200 ## 250
      detour: 150 ## 160
      leg: 10 ## 12
      leg_metres: 2000 ## 2500
      slots: daily 9:00-11:00 ## daily 14:00-16:00
      service: 10 ## 12
      service_per_twenty: 4 ## 5
    contracts:
      usw:
        daily_rest: 12h ## 10h
    trades:
      sanitation:
        words: [sweeping] ## [brooming] ## free
        pattern: wk ## six
        share: 35 ## 45
        dwell: 12 ## 16
        employment: self-employed ## employed
        weight: 1.1 ## 1.2
    """

  static let rules = """
    name: own ## theirs ## free
    limits:
      normal_day: 8h ## 7h ## default
      normal_week: {value: 40, source: law} ## {value: 38, source: law} ## {value: 40, source: agreement} ## free
      overtime_day: 1h ## 2h
      overtime_month: 36 ## 30
      maximum_week: 50 ## 48
      minimum_duty: 2h ## 1h30
      maximum_duty: 9h ## 10h
      maximum_span: 12h ## 11h ## default
      minimum_segment: 1h ## 1h30 ## default
      maximum_places: 3 ## 4
      allows_split: yes ## no
      minimum_split: 1h ## 1h30
      maximum_split: 5h ## 6h
      meal_break_after: 6h ## 5h
      meal_break: 30 ## 45 ## default
      daily_rest: 11h
      weekly_rest_kind: calendar-day ## continuous
      weekly_rest: 30 ## 36
      maximum_consecutive_days: 6 ## 5
      duties_a_week: 6 ## 5
      evenings_a_week: 4 ## 3
      average_week: 40 ## 38
      night_worker_week: 40 ## 38
      night: 22:00-6:00 ## 23:00-6:00 ## default
      bans_protected_nights: no ## yes
      pay_basis: all-hours ## free
      overtime_pay: 150 ## 160
      weekend_pay: 200 ## 210
      holiday_pay: 300 ## 310
    classes:
      usw:
        words: [union worker] ## free
      volunteer:
        limits:
          overtime_month: none ## 20
    """

  static let variant = """
    name: Two hotter days ## free
    changes:
      - heat: {mon: 38} ## {mon: 39} ## {tue: 38}
      - close: {station: s2, from: wed, until: thu, hours: 13:00-16:00} ## {station: s1, from: wed, until: thu, hours: 13:00-16:00} ## {station: s2, from: tue, until: thu, hours: 13:00-16:00} ## {station: s2, from: wed, until: fri, hours: 13:00-16:00} ## {station: s2, from: wed, until: thu, hours: 14:00-16:00}
      - absent: {staff: p1, from: fri, hours: 13:00-16:00} ## {staff: p2, from: fri, hours: 13:00-16:00} ## {staff: p1, from: mon, hours: 13:00-16:00} ## {staff: p1, from: fri, hours: 休息}
      - shift: {table: stations, id: s2, column: promised_hours, by: +30} ## {table: stations, id: s3, column: promised_hours, by: +30} ## {table: stations, id: s2, column: host_hours, by: +30} ## {table: stations, id: s2, column: promised_hours, by: -30}
      - budget: -10% ## -5%
      - set: {table: stations, id: s1, cells: {seats: 30}} ## {table: stations, id: s2, cells: {seats: 30}} ## {table: stations, id: s1, cells: {seats: 31}} ## {table: stations, id: s1, cells: {maximum_staff: 30}}
      - add: {table: vehicles, like: v1, rows: [{id: v4, name: Fourth}]} ## {table: vehicles, like: v2, rows: [{id: v4, name: Fourth}]} ## {table: vehicles, like: v1, rows: [{id: v5, name: Fourth}]} ## {table: vehicles, like: v1, rows: [{id: v4, name: 4th}]}
      - remove: {table: pins, where: {kind: off}} ## {table: pins, where: {kind: closed}}
    """
}
