public struct Station { let optimiser: RosterPricing }
public struct Run<Roster: Sendable> { let value: Roster }
