/// A RosterPricing named in a comment is none.
public struct Roster { enum Status { case done }; let status: Status }
struct Deadline { let limits: SolveLimits }
