import Testing

@testable import RotaPlanner

/// Every field of the two published formats is used, or named in a fault: another number makes another instance or is refused, rubbish is a fault at its
/// line, and a line taken out or given twice is noticed.
@Suite struct EveryPublishedByteTests {
  private static let shifts: [String] =
    ShiftSchedulingInstanceTests.lines.dropLast() + (0..<7).flatMap { ["\($0),E,1,100,1", "\($0),L,2,90,2"] }

  private static let tasks: [String] =
    ["SECTION_HORIZON", "1", "SECTION_TASKS", "1", "SECTION_STAFF", "A,360,600", "B,0,480", "SECTION_COVER"]
    + (24..<120).map { quarter in
      "\(quarter / 96 + 1),\([quarter, quarter + 1].map { clockText($0 % 96 * 15) }.joined(separator: "-")),1,1,2"
    }

  private enum Outcome: Equatable {
    case read(PublishedInstance)
    case fault(IssueCode, line: Int?)
  }

  private func read(_ lines: [String]) -> Outcome {
    do throws(ScenarioError) {
      return .read(try PublishedInstance(Array(lines.joined(separator: "\n").utf8), file: "i.txt"))
    } catch {
      let issue = error.list.issues[0]
      return .fault(issue.code, line: issue.location?.line)
    }
  }

  @Test(arguments: [shifts, tasks]) func everyFieldCounts(lines: [String]) {
    let base = read(lines)
    if case .fault = base { Issue.record("the base is faulty") }
    var count = TrialCount(oneIn: 1)
    for (number, line) in lines.enumerated() where !line.hasPrefix("SECTION_") {
      // Every quarter hour is read alike.
      if lines.count > 90, number > 20, !TrialCount.isFull { break }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      func changed(_ field: Int, _ text: String) -> Outcome {
        var copy = fields
        copy[field] = text
        var all = lines
        all[number] = copy.joined(separator: ",")
        return read(all)
      }
      for (field, text) in fields.enumerated() where !text.isEmpty && count.next() {
        let other = Int(text).map { String($0 + 1) } ?? text + "1"
        #expect(changed(field, other) != base, "line \(number + 1): \(text) -> \(other) changes nothing")
        let isID = field == 0 && Int(text) == nil
        if case .fault(_, let line) = changed(field, "@;@") {
          // An id may be any text; what names it is at fault then.
          #expect(isID || line == number + 1, "line \(number + 1): rubbish")
        } else {
          #expect(isID, "line \(number + 1): rubbish is taken")
        }
        #expect(changed(field, "") != base, "line \(number + 1): nothing for \(text)")
      }
      var all = lines
      all.remove(at: number)
      #expect(read(all) != base, "line \(number + 1) taken out")
      all = lines
      all.insert(line, at: number)
      guard case .fault(_, let place) = read(all) else {
        Issue.record("line \(number + 1) twice is taken")
        continue
      }
      #expect(place == number + 2, "line \(number + 1) twice")
    }
    for number in lines.indices where lines[number].hasPrefix("SECTION_") && count.next() {
      var all = lines
      all[number] += "S"
      guard case .fault = read(all) else {
        Issue.record("\(lines[number]) misspelt is taken")
        continue
      }
    }
    print("every byte: \(count.made) fields of a published file")
  }
}
