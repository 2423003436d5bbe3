public final class RosterPricing { let roster: Roster }
public enum Status { case optimal }
