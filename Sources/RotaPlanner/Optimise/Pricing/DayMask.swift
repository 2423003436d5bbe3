/// Which kinds and days off a person may have: the person's own rules, narrowed by branching or by a neighbourhood.
struct DayMask: Sendable, Equatable {
  /// Whether kind `k` is allowed on day `d`, at `d * kindCount + k`.
  var duty: [Bool]
  /// Whether day `d` may stay without a duty.
  var off: [Bool]

  init(person: RosterPerson) {
    duty = person.allowed
    off = person.offAllowed
  }

  /// Allows on `day` only `kind`, or only the day off for a negative kind.
  mutating func fix(day: Int, kind: Int, kindCount: Int) {
    let wanted = kind < 0 ? off[day] : duty[day * kindCount + kind]
    for other in 0..<kindCount { duty[day * kindCount + other] = false }
    off[day] = kind < 0 && wanted
    if kind >= 0 { duty[day * kindCount + kind] = wanted }
  }
}
