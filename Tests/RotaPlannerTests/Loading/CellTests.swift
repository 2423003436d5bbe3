import Testing

@testable import RotaPlanner

private func read<Value>(_ type: CellType<Value>, _ text: String) -> Value? { try? type.read(text) }

private func code<Value>(_ type: CellType<Value>, _ text: String) -> IssueCode? {
  do {
    _ = try type.read(text)
    return nil
  } catch { return error.code }
}

struct NumberCellTests {
  @Test(arguments: [
    ("12", 12), ("１２", 12), (" 7 ", 7), ("1,234", 1234), ("1，234", 1234), ("+5", 5), ("－3", -3), ("3.0", 3), ("−3", -3),
  ])
  func wholeNumbers(text: String, value: Int) { #expect(read(.integer(in: -10...10_000), text) == value) }

  @Test(arguments: ["", "a", "1.5", "12,34", "1 2", "--1", "1e3", "99999999999999999999", ".", "1.", "0x1"])
  func notWholeNumbers(text: String) { #expect(code(.integer(), text) == .valueNotInteger) }

  @Test func rangesIncludeBothEnds() {
    #expect(read(.integer(in: 1...9), "1") == 1)
    #expect(read(.integer(in: 1...9), "9") == 9)
    #expect(code(.integer(in: 1...9), "0") == .valueOutOfRange)
    #expect(code(.integer(in: 1...9), "10") == .valueOutOfRange)
  }

  @Test(arguments: [
    ("12.5", 12500), ("0.0005", 1), ("0.0004", 0), ("-1.25", -1250), ("３．５", 3500), ("1,000.5", 1_000_500),
  ])
  func decimalsAreThousandths(text: String, value: Int) {
    #expect(read(.thousandths(in: -10_000_000...10_000_000), text) == value)
  }

  @Test func fixedPointTextHasNoIdleZeros() {
    #expect(FixedPoint.text(12500, decimals: 3) == "12.5")
    #expect(FixedPoint.text(-5, decimals: 3) == "-0.005")
    #expect(FixedPoint.text(7000, decimals: 3) == "7")
    #expect(FixedPoint.text(70, decimals: 0) == "70")
  }

  @Test(arguments: ["yes", "TRUE", "1", "是", "有", "√", "Y"]) func yes(text: String) {
    #expect(read(.boolean, text) == true)
  }
  @Test(arguments: ["no", "False", "０", "否", "无"]) func no(text: String) { #expect(read(.boolean, text) == false) }
  @Test func neitherYesNorNo() { #expect(code(.boolean, "maybe") == .valueNotBoolean) }
}

struct DateCellTests {
  @Test(arguments: [
    "2026-07-06", "2026/7/6", "2026.7.6", "20260706", "2026年7月6日", "2026年07月06", "２０２６－７－６", "2026/7/6 0:00",
    "2026-07-06 00:00:00",
  ])
  func dates(text: String) { #expect(read(.date, text)?.description == "2026-07-06") }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "7/6/2026", "26-7-6", "2026-7", "monday", "2026-07-06 8:00", "0026-07-06",
  ])
  func notDates(text: String) { #expect(code(.date, text) == .valueNotDate) }

  @Test(arguments: [
    ("mon-fri", [0, 1, 2, 3, 4]), ("Mon,Wed", [0, 2]), ("周一至周五", [0, 1, 2, 3, 4]), ("星期六、星期日", [5, 6]),
    ("周六日", [5, 6]),
    ("daily", [0, 1, 2, 3, 4, 5, 6]), ("每天", [0, 1, 2, 3, 4, 5, 6]), ("fri-mon", [0, 4, 5, 6]), ("周末", [5, 6]),
    ("周一三五", [0, 2, 4]), ("Tuesday – Thursday", [1, 2, 3]), ("一、三", [0, 2]), ("周一~周三；周日", [0, 1, 2, 6]), ("tues", [1]),
  ])
  func weekdays(text: String, days: [Int]) { #expect(read(.weekdays, text)?.weekdays == days) }

  @Test(arguments: ["someday", "mon-", "周八", "-", "mon--fri"]) func notWeekdays(text: String) {
    #expect(code(.weekdays, text) == .valueNotWeekdays)
  }
}

struct TimeCellTests {
  @Test(arguments: [
    ("8:30", 510), ("08:30", 510), ("8：30", 510), ("24:00", 1440), ("0:00", 0), ("8", 480), ("8点半", 510), ("8点", 480),
    ("8点30分", 510), ("8:30:00", 510), ("13时05分", 785),
  ])
  func times(text: String, minutes: Int) { #expect(read(.time, text) == minutes) }

  @Test(arguments: ["24:01", "25:00", "8:60", "8:3", "8.30", "", ":", "8:", "noon", "-1:00", "123:00", "8:30:15"])
  func notTimes(text: String) { #expect(code(.time, text) == .valueNotTime) }

  @Test(arguments: [
    ("90", 90), ("1h30", 90), ("1h30m", 90), ("1.5h", 90), ("1:30", 90), ("90分钟", 90), ("1小时30分", 90), ("1.5小时", 90),
    ("2 hours", 120), ("１h", 60), ("90 min", 90), ("0.25h", 15),
  ])
  func durations(text: String, minutes: Int) { #expect(read(.duration(), text) == minutes) }

  @Test(arguments: ["", "h", "1h75", "0.001h", "x", "1:5", "1h30h", "999999999999999999h"]) func notDurations(
    text: String
  ) {
    #expect(code(.duration(), text) == .valueNotDuration)
  }

  @Test func durationsKeepToTheirRange() { #expect(code(.duration(in: 1...60), "61") == .valueOutOfRange) }
}

struct IntervalCellTests {
  private func text(_ intervals: [ClockInterval]?) -> String? {
    intervals?.map { "\($0.start)-\($0.end)" }.joined(separator: " ")
  }

  @Test(arguments: [
    ("8:30-12:00;14:00-18:00", "510-720 840-1080"), ("8:30-12：00", "510-720"), ("22:00-6:00", "1320-1800"),
    ("8:30～12:00、14:00—18:00", "510-720 840-1080"), ("8-12,14-18", "480-720 840-1080"),
    ("8:30 - 12:00 14:00 - 18:00", "510-720 840-1080"),
    ("0:00-24:00", "0-1440"), ("全天", "0-1440"), ("休息", ""), ("closed", ""), ("22:00-次日6:00", "1320-1800"),
    ("22:00 - 次日 6:00", "1320-1800"),
    ("22:00-6:00+1", "1320-1800"), ("8:30至12:00", "510-720"), ("22:00-24:00", "1320-1440"), ("22:00-0:00", "1320-1440"),
  ])
  func intervals(source: String, expected: String) { #expect(text(read(.intervals, source)) == expected) }

  @Test(arguments: ["8:30", "8:30-", "9:00-9:00", "a-b", "8:30-12:00-14:00", ";", "24:00-25:00", "8:00-次日9:00"])
  func notIntervals(source: String) { #expect(code(.intervals, source) == .valueNotInterval) }

  private func week(_ source: String) -> String? {
    read(.weeklyIntervals, source)?.map { piece in
      piece.weekdays.weekdays.map(String.init).joined() + "@\(piece.interval.start)-\(piece.interval.end)"
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("mon-fri 9:00-17:00; sat 10:00-16:00", "01234@540-1020 5@600-960"),
    ("周一至周五 8:30-12:00，14:00-18:00；周六 10:00-16:00", "01234@510-720 01234@840-1080 5@600-960"),
    ("9:00-17:00", "0123456@540-1020"), ("mon-fri 9:00-12:00; 14:00-17:00", "01234@540-720 01234@840-1020"),
    ("daily 22:00-6:00", "0123456@1320-1800"), ("周一至周五：9:00-17:00", "01234@540-1020"), ("mon 全天", "0@0-1440"),
    ("closed", ""), ("mon-fri 9-17; sat closed", "01234@540-1020"), ("周末 全天", "56@0-1440"),
  ])
  func weeklyIntervals(source: String, expected: String) { #expect(week(source) == expected) }

  @Test func theFaultyPartOfAWeekIsNamed() {
    let place = SourceLocation(file: "s.csv", line: 1)
    do { _ = try CellType<[WeeklyInterval]>.weeklyIntervals.read("mon-fri 9-17; someday 9-17") } catch {
      #expect(error.issue(at: place, found: "").found == .text("someday"))
    }
    #expect(code(.weeklyIntervals, "mon-fri 9-17; someday 9-17") == .valueNotWeekdays)
    #expect(code(.weeklyIntervals, "mon-fri 9-9") == .valueNotInterval)
  }
}

struct TextCellTests {
  @Test func listsTakeAllSeparatorsAndDropRepetitions() {
    #expect(read(.list, "a; b、c|a；｜d") == ["a", "b", "c", "d"])
  }

  @Test func choicesTakeAnyOfTheirWords() {
    let type = CellType<Int>.choice([(["station", "驿站"], 1), (["host-office"], 2)])
    #expect(read(type, "驿站") == 1)
    #expect(read(type, "Host Office") == 2)
    do { _ = try type.read("statoin") } catch {
      #expect(error.code == .valueNotChoice)
      #expect(error.fix == Message("fix.didYouMean", ["guess": "station"]))
    }
  }

  @Test func coordinatesAreMillionthsOfADegree() {
    let place = GeographicPoint(latitude: 39_912_300, longitude: 116_366_100)
    #expect(read(.coordinates, "39.9123,116.3661") == place)
    #expect(read(.coordinates, "116.3661，39.9123") == place)
    #expect(code(.coordinates, "39.9") == .valueNotCoordinates)
    #expect(code(.coordinates, "100,190") == .valueNotCoordinates)
  }

  @Test func randomTextNeverCrashesAnyType() {
    let pieces = [
      "1", "9", "0", ":", "-", "~", ";", "，", "周", "一", "mon", "h", "点", "半", "次日", "+1", " ", ".", "年", "全天", "日", "，",
    ]
    for seed in 0..<2000 {
      var random = SeededGenerator(seed: seed)
      let text = (0..<random.int(1...10)).map { _ in random.pick(pieces) }.joined()
      _ = read(.integer(), text)
      _ = read(.thousandths(in: 0...9), text)
      _ = read(.date, text)
      _ = read(.weekdays, text)
      _ = read(.time, text)
      _ = read(.duration(), text)
      _ = read(.coordinates, text)
      for interval in read(.weeklyIntervals, text)?.map(\.interval) ?? [] {
        #expect(
          (0..<1440).contains(interval.start) && interval.end > interval.start && interval.end - interval.start <= 1440,
          "seed \(seed): \(text)")
      }
    }
  }
}
