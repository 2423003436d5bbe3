import Testing

@testable import RotaPlanner

@Suite struct TextTableTests {
  @Test(arguments: [
    ("", 0), ("S01", 3), ("暖心驿站", 8), ("e\u{301}", 1), ("\u{301}", 0), ("ｱ", 1), ("Ａ", 2), ("，", 2), ("35 ℃", 4),
    ("🚚", 2), ("👩‍👩‍👧", 2), ("🇨🇳", 2), ("☀\u{FE0F}", 2), ("a\u{200B}b", 2), ("한글", 4), ("𠮷", 2), ("·", 1), ("\t\n", 0),
  ])
  func widthCountsTerminalColumns(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns, "\(text.debugDescription)")
  }

  @Test func clippingKeepsWholeCharactersWithinTheWidth() {
    #expect(DisplayWidth.clipped("暖心驿站", to: 8) == "暖心驿站")
    #expect(DisplayWidth.clipped("暖心驿站", to: 7) == "暖心驿…")
    #expect(DisplayWidth.clipped("暖心驿站", to: 6) == "暖心…")
    #expect(DisplayWidth.clipped("abc", to: 1) == "…")
    #expect(DisplayWidth.clipped("abc", to: 0) == "")
  }

  @Test func columnsAlignForWideAndNarrowText() {
    let table = TextTable(
      title: "Stations",
      columns: [.text("id"), .text("名称"), .number("visits"), .text("street")],
      rows: [
        ["S01", "暖心驿站", "120", ""],
        ["S2", "Bank, 1F", "-7", "北大街"],
        ["", "多行\r\n\u{1B}[31m\tx", "1000000", "x"],
      ])
    #expect(
      table.text == """
        Stations
        id   名称                  visits  street
        ---  -------------------  -------  ------
        S01  暖心驿站                 120
        S2   Bank, 1F                  -7  北大街
             多行\\r\\n\\x1B[31m\\tx  1000000  x

        """)
  }

  @Test func tableWithoutRowsShowsItsHeadings() {
    #expect(TextTable(columns: [.text("id"), .number("n")], rows: []).text == "id  n\n--  -\n")
  }
}
