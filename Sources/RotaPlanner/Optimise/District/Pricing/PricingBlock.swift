/// Memory for the tables of `DayPricing`. The days of a roster have one each while these are small, and take turns at one where there are
/// many stations or short slots: a day that finds its tables gone fills them again.
final class PricingBlock {
  private(set) var memory: UnsafeMutablePointer<Double> = .allocate(capacity: 1)
  private var space = 1
  private var holder: ObjectIdentifier?

  deinit { memory.deallocate() }

  /// Whether what is in the memory is the day's.
  func isHeld(by day: DayPricing) -> Bool { holder == ObjectIdentifier(day) }

  /// Makes it the day's, for at least `size` numbers.
  func take(_ size: Int, for day: DayPricing) {
    holder = ObjectIdentifier(day)
    if size <= space { return }
    memory.deallocate()
    memory = .allocate(capacity: size)
    space = size
  }
}
