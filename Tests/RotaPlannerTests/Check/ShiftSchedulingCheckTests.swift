import Testing

@testable import RotaPlanner

@Suite struct ShiftSchedulingCheckTests {
  static func check(_ roster: String, staff: String) throws -> [Message] {
    let text = """
      SECTION_HORIZON
      14
      SECTION_SHIFTS
      E,480,
      L,480,E
      SECTION_STAFF
      A,\(staff)
      SECTION_DAYS_OFF
      A,13
      SECTION_COVER
      0,E,1,100,7
      """
    let instance = try ShiftSchedulingInstance(text: text)
    return ShiftSchedulingCheck(instance, rosters: [roster.map { ["E": 0, "L": 1][$0] }]).violations
  }

  @Test(arguments: [
    ("EE..EE..EE....", "E=14|L=14,9600,0,5,2,2,2", 0), ("E..EE...EE....", "E=14|L=14,9600,0,5,2,2,2", 0),
    ("EE.EE...EE....", "E=14|L=14,9600,0,5,2,2,2", 1), (".E..EE........", "E=14|L=14,9600,0,5,2,2,2", 1),
    ("EEEEEE........", "E=14|L=14,9600,0,5,2,2,2", 1), ("LE............", "E=14|L=14,9600,0,5,2,2,2", 1),
    ("............EE", "E=14|L=14,9600,0,5,2,2,2", 1), ("....EE.....EE.", "E=14|L=14,9600,0,5,2,2,1", 1),
    ("EE............", "E=1|L=14,9600,0,5,2,2,2", 1), ("EE............", "E=14|L=14,480,0,5,2,2,2", 1),
    ("EE............", "E=14|L=14,9600,1440,5,2,2,2", 1),
  ])
  func eachRuleIsChecked(roster: String, staff: String, count: Int) throws {
    let violations = try Self.check(roster, staff: staff)
    #expect(violations.count == count)
    for language in [Language.chinese, .english] {
      for violation in violations {
        let text = MessageCatalogue(language).text(violation)
        #expect(text.contains("A ") && !text.contains("[[") && !text.contains("{"), "\(text)")
      }
    }
  }
}
