struct Checker { let pricing = RosterPricing(); let roster: Roster }
