/// The memory of one pricing thread, reused from call to call so that the loops never allocate.
final class PricingWorkspace {
  private(set) var cells: UnsafeMutablePointer<Int32>
  private(set) var alive: UnsafeMutablePointer<UInt8>
  private(set) var entryMinima: UnsafeMutablePointer<Int32>
  private(set) var bundleCost: UnsafeMutablePointer<Int32>
  private(set) var bundleKind: UnsafeMutablePointer<Int32>
  private(set) var offCost: UnsafeMutablePointer<Int32>
  /// Cells of the backward sweep.
  private(set) var back: UnsafeMutablePointer<Int32>
  private var capacity = [Int](repeating: 0, count: 7)

  init() {
    cells = .allocate(capacity: 1)
    alive = .allocate(capacity: 1)
    entryMinima = .allocate(capacity: 1)
    bundleCost = .allocate(capacity: 1)
    bundleKind = .allocate(capacity: 1)
    offCost = .allocate(capacity: 1)
    back = .allocate(capacity: 1)
  }

  deinit {
    cells.deallocate()
    alive.deallocate()
    entryMinima.deallocate()
    bundleCost.deallocate()
    bundleKind.deallocate()
    offCost.deallocate()
    back.deallocate()
  }

  /// Makes room; what was stored is lost.
  func reserve(cells cellCount: Int, flags: Int, minima: Int, arcs: Int, days: Int) {
    grow(&cells, 0, cellCount)
    grow(&alive, 1, flags)
    grow(&entryMinima, 2, minima)
    grow(&bundleCost, 3, arcs)
    grow(&bundleKind, 4, arcs)
    grow(&offCost, 5, days)
  }

  /// Makes room for a backward sweep as well.
  func reserveBack(cells cellCount: Int) { grow(&back, 6, cellCount) }

  private func grow<Element>(_ buffer: inout UnsafeMutablePointer<Element>, _ index: Int, _ needed: Int) {
    guard needed > capacity[index] else { return }
    buffer.deallocate()
    capacity[index] = needed + needed / 4
    buffer = .allocate(capacity: capacity[index])
  }
}
