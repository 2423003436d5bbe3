/// One kind of free word of a scenario (its skills, or its streets): which spellings mean the same, and which are probably slips.
///
/// Words are the same when their folded keys are; they are taken for the same when only their stems are, which is told.
struct FreeWords {
  /// One place where a word is typed.
  struct Use {
    let word: String
    let place: () -> SourceLocation?

    init(_ word: String, at place: @autoclosure @escaping () -> SourceLocation?) {
      self.word = word
      self.place = place
    }
  }

  /// All uses of words with one stem, in the order in which they are read.
  private struct Group {
    let folded: FoldedWord
    var uses: [Use]

    /// The spelling used most, of equals the first.
    var spelling: String {
      var counts: [String: Int] = [:]
      for use in uses { counts[use.word, default: 0] += 1 }
      let most = counts.values.max() ?? 0
      return uses.first { counts[$0.word] == most }?.word ?? ""
    }
  }

  /// The catalogue's key for what the words are.
  private let kind: String
  private var groups: [Group] = []
  private var spellings: [String: String] = [:]

  init(_ kind: String, _ uses: [Use]) {
    self.kind = kind
    var folded: [String: FoldedWord] = [:]
    var positions: [String: Int] = [:]
    for use in uses where !use.word.isEmpty {
      let word = folded[use.word] ?? FoldedWord(use.word)
      folded[use.word] = word
      if let position = positions[word.stem] {
        groups[position].uses.append(use)
      } else {
        positions[word.stem] = groups.count
        groups.append(Group(folded: word, uses: [use]))
      }
    }
    for group in groups {
      let spelling = group.spelling
      for use in group.uses { spellings[use.word] = spelling }
    }
  }

  /// The spelling that stands for a word in the whole scenario.
  subscript(word: String) -> String { spellings[word] ?? word }

  /// Warns of words that were taken for the same by their stems, and of words used once that are near another.
  func report(_ issues: IssueCollector) {
    for group in groups { reportStems(group, issues) }
    reportSlips(issues)
  }

  private func reportStems(_ group: Group, _ issues: IssueCollector) {
    let spelling = group.spelling
    var told: Set<String> = [FoldedWord(spelling).key]
    for use in group.uses where told.insert(FoldedWord(use.word).key).inserted {
      let doubt = Doubt(reading: spelling, other: Message("doubt.ownWord"), fix: Message("fix.oneSpelling"))
      issues.add(doubt.issue(at: use.place(), found: use.word, subject: Message(kind)))
    }
  }

  /// Most words that are compared; a scenario with more of one kind has no free words there but something else.
  private static let limit = 500

  private func reportSlips(_ issues: IssueCollector) {
    guard groups.count <= Self.limit else { return }
    for (index, group) in groups.enumerated() where group.uses.count == 1 {
      let other = groups.indices.first { other in
        // Of two words used once each the later is told, with the place of the first.
        (groups[other].uses.count > 1 || other < index) && other != index
          && NearWords.areNear(group.folded, groups[other].folded)
      }
      guard let other, let use = group.uses.first, let there = groups[other].uses.first else { continue }
      issues.add(
        Issue(
          .wordNearAnother, at: use.place(), subject: Message(kind), found: use.word,
          ["other": groups[other].spelling, "place": there.place()?.description ?? ""]))
    }
  }
}

extension ScenarioDraft {
  /// The skills that stations and crews need and staff hold.
  var skillWords: FreeWords {
    var uses: [FreeWords.Use] = []
    for station in stations {
      uses += station.neededSkills.map { .init($0, at: station.origin.location(StationDraft.Columns.skills)) }
    }
    for person in staff {
      uses += person.skills.map { .init($0, at: person.origin.location(StaffDraft.Columns.skills)) }
    }
    if let skill = settings.delivery.driverSkill { uses.append(.init(skill, at: settings.delivery.driverSkillPlace)) }
    return FreeWords("kind.skill", uses)
  }

  /// The streets of stations, staff and worker groups.
  var streetWords: FreeWords {
    FreeWords(
      "kind.street",
      stations.map { station in .init(station.street, at: station.origin.location(StationDraft.Columns.street)) }
        + staff.map { person in .init(person.homeStreet, at: person.origin.location(StaffDraft.Columns.street)) }
        + workerGroups.map { group in .init(group.street, at: group.origin.location(WorkerGroupDraft.Columns.street)) })
  }

  /// The draft with one spelling for each skill and street, and each skill of a row once.
  func spelt(skills: FreeWords, streets: FreeWords) -> ScenarioDraft {
    func once(_ words: [String]) -> [String] {
      var seen: Set<String> = []
      return words.map { skills[$0] }.filter { seen.insert($0).inserted }
    }
    var draft = self
    for index in stations.indices {
      draft.stations[index].neededSkills = once(stations[index].neededSkills)
      draft.stations[index].street = streets[stations[index].street]
    }
    for index in staff.indices {
      draft.staff[index].skills = once(staff[index].skills)
      draft.staff[index].homeStreet = streets[staff[index].homeStreet]
    }
    for index in workerGroups.indices { draft.workerGroups[index].street = streets[workerGroups[index].street] }
    draft.settings.delivery.driverSkill = settings.delivery.driverSkill.map { skills[$0] }
    return draft
  }
}
