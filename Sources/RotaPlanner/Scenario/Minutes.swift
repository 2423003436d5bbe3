/// A length of time or a local wall-clock time in whole minutes; times count from the horizon's first midnight.
public typealias Minutes = Int
