extension PlanDocument {
  /// The same document, with a remark for each row in which the table of duties beside it says something else: whoever edits the table
  /// and checks the folder must not believe that the edit was judged.
  func compared(with bytes: [UInt8], file: String) -> PlanDocument {
    let issues = IssueCollector()
    let table = RotaTableReader.document(bytes, file: file, issues: issues)
    var remarks = unreadable(issues.issues, file)
    if let table {
      var left = Dictionary(grouping: duties.flatMap(\.rows), by: \.self).mapValues(\.count)
      for duty in table.duties {
        for (row, place) in zip(duty.rows, duty.segments.map(\.place.written.location)) {
          if let count = left[row], count > 0 {
            left[row] = count - 1
          } else {
            remarks.append(Issue(.planRowOnlyInTable, at: place ?? SourceLocation(file: file)))
          }
        }
      }
      if remarks.isEmpty || issues.issues.isEmpty { remarks += missing(left, file) }
      remarks += table.remarks
    }
    return PlanDocument(
      heading: heading, names: names, openings: openings, duties: duties, served: served, runs: runs,
      labels: labels + (table?.labels ?? []), remarks: self.remarks + remarks)
  }

  /// A row that cannot be read is none of the plan's.
  private func unreadable(_ faults: [Issue], _ file: String) -> [Issue] {
    var seen: Set<Int?> = []
    return faults.compactMap { fault in
      guard seen.insert(fault.location?.line).inserted else { return nil }
      return Issue(.planRowOnlyInTable, at: SourceLocation(file: file, line: fault.location?.line))
    }
  }

  private func missing(_ left: [DutyRow: Int], _ file: String) -> [Issue] {
    var left = left
    return duties.flatMap(\.rows).compactMap { row in
      guard let count = left[row], count > 0 else { return nil }
      left[row] = count - 1
      return Issue(.planRowOnlyInPlan, at: SourceLocation(file: file), subject: file, found: row.text)
    }
  }
}

/// One row of a table of duties.
private struct DutyRow: Hashable {
  let staff: String
  let isStation: Bool
  let place: String
  let interval: WrittenInterval

  var text: String { "\(staff) \(place) \(interval.start) - \(interval.end)" }
}

extension DocumentDuty {
  fileprivate var rows: [DutyRow] {
    segments.map { segment in
      var isStation = false
      if case .station = segment.place { isStation = true }
      return DutyRow(
        staff: staff.id, isStation: isStation, place: segment.place.written.id, interval: segment.interval)
    }
  }
}

extension WrittenPlace {
  /// The id of the station or vehicle.
  fileprivate var written: WrittenID {
    switch self {
    case .station(let id), .vehicle(let id): id
    }
  }
}
