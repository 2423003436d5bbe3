struct Planner { let checker: Checker }
