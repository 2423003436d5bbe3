public final class RosterPricing { let roster: Roster }
struct Search { let limits: SolveLimits }
public enum Status { case optimal }
