import Testing

@testable import RotaPlanner

@Suite("Free words")
struct WordTests {
  @Test(
    "Case, width, blanks, joints and written-out streets do not count",
    arguments: [
      ("Driving", "driving"), ("Ｄｒｉｖｉｎｇ", "driving"), ("First-aid", "first  aid"), ("first_aid", "FirstAid"),
      ("德 胜", "德胜"),
      ("Zhanlan St.", "zhanlan street"), ("Long Rd", "LONG ROAD"), ("King’s Ave.", "Kings avenue"), ("U.S.W.", "usw"),
    ])
  func same(one: String, other: String) {
    #expect(FoldedWord(one).key == FoldedWord(other).key)
  }

  @Test(
    "What parts digits counts, and a saint is no street",
    arguments: [
      ("Unit 1-2", "Unit 12"), ("C1.5", "C15"), ("St. Mary", "Street Mary"), ("Zhanlan", "Zhanlan St."), ("", "x"),
    ])
  func different(one: String, other: String) {
    #expect(FoldedWord(one).key != FoldedWord(other).key)
  }

  @Test(
    "Stems leave out the plural and the person, where a word is left",
    arguments: [
      ("riders", "rider"), ("Deliveries", "delivery"), ("buses", "buse"), ("glass", "glass"), ("bus", "bus"),
      ("status", "status"),
      ("外卖员", "外卖"), ("建筑工人", "建筑"), ("快递小哥", "快递"), ("社工", "社工"), ("保安", "保安"), ("保安员", "保安"), ("律师", "律师"),
    ])
  func stems(word: String, stem: String) {
    #expect(FoldedWord(word).stem == stem)
  }

  @Test("A word of two things by its stem is neither's")
  func vocabulary() {
    let words = Vocabulary([["rider", "骑手"], ["Guard"], ["guards"], ["外卖员"], ["外卖工"]])
    #expect(["rider", "Riders", "RIDER", "骑手", "骑手员"].map(words.index) == [0, 0, 0, 0, 0])
    #expect(words.index("guard") == 1)
    #expect(words.index("Guards") == 2)
    #expect(words.index("外卖") == nil)
    #expect(words.index("外卖工") == 4)
    #expect(words.index("driver") == nil)
  }

  @Test(
    "Slips and names with a kind of street behind are near",
    arguments: [
      ("frist aid", "first aid"), ("Zhanlan", "Zhanlan St."), ("德胜", "德胜街道"), ("展览路", "展览录"), ("Deshneg", "Desheng"),
    ])
  func near(one: String, other: String) {
    #expect(NearWords.areNear(FoldedWord(one), FoldedWord(other)))
    #expect(NearWords.areNear(FoldedWord(other), FoldedWord(one)))
  }

  @Test(
    "Counterparts, numbers and short words are not",
    arguments: [
      ("广安门内", "广安门外"), ("East Road", "West Road"), ("Team 1", "Team 2"), ("德胜", "德外"), ("law", "saw"),
      ("三里河一区", "三里河二区"),
      ("driving", "sewing"),
    ])
  func far(one: String, other: String) {
    #expect(!NearWords.areNear(FoldedWord(one), FoldedWord(other)))
  }

  @Test("Guesses know slips, words with more around them, and words that begin alike")
  func guesses() {
    let known = ["sanitation", "外卖", "骑手", "driving"]
    #expect(NearWords.guess("起手", among: known) == "骑手")
    #expect(NearWords.guess("外卖小伙", among: known) == "外卖")
    #expect(NearWords.guess("driver", among: known) == "driving")
    #expect(NearWords.guess("sanitaton", among: known) == "sanitation")
    #expect(NearWords.guess("beekeeper", among: known) == nil)
  }
}
