struct Checker { let pricing = RosterPricing(); let roster: Roster }
struct Limits { let limits: SolveLimits }
