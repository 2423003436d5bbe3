import Testing

@testable import RotaPlanner

@Suite("Demand: what heat makes of breaks and numbers")
struct HeatDemandTests {
  private func items(
    _ breaks: [PatternBreak], work: [Interval] = [.hours(6, 18)], tenths: [Int] = [380],
    employment: Employment = .employed, headcount: Int = 10, share: Int = 100,
    bands: [HeatBand] = HeatBand.usual
  ) -> [DemandItem] {
    let shifts = ShiftPattern(id: "t", cycleDays: 1, days: [PatternDay(work: work, breaks: breaks)])
    let group = WorkerGroup.fixture(headcount: headcount, sharePercent: share, employment: employment)
    return deriveDemand(
      .fixture(
        days: tenths.count, shiftPatterns: [shifts], workerGroups: [group],
        heat: .fixture(forecast: tenths, bands: bands))
    ).items
  }

  private func pause(_ start: Minutes, _ end: Minutes, share: Int? = nil) -> PatternBreak {
    PatternBreak(interval: Interval(start, end), sharePercent: share)
  }

  private func kinds(_ items: [DemandItem]) -> [BreakKind] {
    items.compactMap { if case .group(_, _, _, _, let kind) = $0.source { kind } else { nil } }
  }

  @Test("The stop in the hottest window swallows the breaks it overlaps and leaves those it touches")
  func stopMerges() {
    let found = items([pause(660, 690), pause(700, 730), pause(890, 930), pause(960, 975)])
    #expect(found.map(\.window) == [Interval(660, 700), Interval(700, 930), Interval(960, 990)])
    #expect(kinds(found) == [.lengthened, .heatStop, .lengthened])
    let touching = items([pause(690, 720), pause(900, 910)])
    #expect(touching.map(\.window) == [Interval(690, 720), Interval(720, 900), Interval(900, 925)])
    #expect(kinds(touching) == [.planned, .heatStop, .lengthened])
  }

  @Test("The stop's share is the heat rule's, or the largest of the merged breaks")
  func stopShare() {
    let stop = items([], share: 30)
    #expect(stop.map(\.visits) == [10])
    #expect(stop[0].source == .group(index: 0, day: 0, sharePercent: 50, heatPercent: 200, kind: .heatStop))
    let merged = items([pause(720, 730, share: 40), pause(800, 830, share: 80)])
    #expect(merged[0].source == .group(index: 0, day: 0, sharePercent: 80, heatPercent: 200, kind: .heatStop))
    // 80 % doubled would be more visits than there are people.
    #expect(merged.map(\.visits) == [10])
  }

  @Test("Only working time inside the hottest window stops, each piece by itself")
  func stopPieces() {
    let found = items([], work: [.hours(6, 13), .hours(14, 20)])
    #expect(found.map(\.window) == [.hours(12, 13), .hours(14, 15)])
    #expect(items([], work: [.hours(18, 24)]).isEmpty)
  }

  @Test("A night pattern stops in the hottest window of the day it reaches into")
  func stopNextDay() {
    let found = items([], work: [.hours(20, 38)], tenths: [300, 380])
    #expect(found.map(\.window) == [.hours(12, 14, day: 1)])
  }

  @Test("Breaks grow by the band's minutes, not past the work nor into the next break")
  func lengthening() {
    let found = items([pause(480, 500), pause(505, 520), pause(1070, 1080)], tenths: [350])
    #expect(found.map(\.window) == [Interval(480, 505), Interval(505, 530), Interval(1070, 1080)])
    #expect(kinds(found) == [.lengthened, .lengthened, .planned])
  }

  @Test("A break before the stop grows up to the stop")
  func lengtheningUpToStop() {
    #expect(items([pause(690, 715)]).map(\.window) == [Interval(690, 720), Interval(720, 900)])
  }

  @Test("Heat of the day on which the break starts counts, also for a pattern day of the evening before")
  func bandOfBreak() {
    let found = items(
      [pause(1380, 1400), pause(1500, 1520)], work: [.hours(20, 30)], tenths: [300, 360], headcount: 20,
      share: 50)
    #expect(
      found.map(\.window) == [Interval(60, 80), Interval(1380, 1400), Interval(1500, 1530), Interval(2820, 2850)])
    #expect(found.map(\.visits) == [10, 10, 13, 13])
  }

  @Test("Midday percent goes by the break's middle; the window's end is outside")
  func midday() {
    let found = items(
      [pause(690, 749), pause(750, 751), pause(950, 969), pause(970, 990)], tenths: [340],
      headcount: 20, share: 50, bands: HeatBand.usual.prefix(2) + [])
    #expect(found.map(\.visits) == [12, 13, 13, 12])
  }

  @Test("The self-employed neither stop nor rest longer, but come more often")
  func selfEmployed() {
    let hot = items(
      [pause(480, 500), pause(780, 800)], tenths: [410], employment: .selfEmployed, headcount: 20, share: 50)
    #expect(hot.map(\.window) == [Interval(480, 500), Interval(780, 800)])
    #expect(hot.map(\.visits) == [16, 16])
    #expect(items([pause(480, 500)], tenths: [410]).map(\.visits) == [5, 3])
  }
}
