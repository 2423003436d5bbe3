import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite("Model files")
struct ModelWriterTests {
  private func everyKind() -> LinearModel {
    var model = LinearModel()
    let x = model.addColumn(name: "x", .between(0, 3), cost: -3, isInteger: true)
    let y = model.addColumn(name: "y_2", cost: 0.1)
    let z = model.addColumn(name: "z", .atMost(-2.5), cost: 1)
    let free = model.addColumn(.free)
    model.addRow(name: "cover", .atLeast(4), [(x, 1), (y, 2), (x, 1)])
    model.addRow(name: "hours", .between(-1, 8), [(x, 1), (y, -1), (z, 1e-7)])
    model.addRow(.exactly(5), [(free, 1), (y, 1)])
    model.addRow(name: "unused", .free, [(x, 1)])
    model.addConstant(12.5)
    return model
  }

  @Test func theMPSTextIsExact() throws {
    #expect(
      try ModelWriter.freeMPS(everyKind()) == """
        NAME rota
        ROWS
         N objective
         G cover
         G hours
         E r3
        COLUMNS
         MARKER1 'MARKER' 'INTORG'
         x objective -3
         x cover 2
         x hours 1
         MARKER2 'MARKER' 'INTEND'
         y_2 objective 0.1
         y_2 cover 2
         y_2 hours -1
         y_2 r3 1
         z objective 1
         z hours 1e-07
         c4 objective 0
         c4 r3 1
         objective_constant objective 12.5
        RHS
         RHS cover 4
         RHS hours -1
         RHS r3 5
        RANGES
         RANGE hours 9
        BOUNDS
         LO BOUND x 0
         UP BOUND x 3
         MI BOUND z
         UP BOUND z -2.5
         FR BOUND c4
         FX BOUND objective_constant 1
        ENDATA

        """)
  }

  @Test func theLPTextIsExact() throws {
    #expect(
      try ModelWriter.lp(everyKind()) == """
        Minimize
         objective: - 3 x + 0.1 y_2 + z + 12.5 objective_constant
        Subject To
         cover: + 2 x + 2 y_2 >= 4
         hours: + x - y_2 + 1e-07 z >= -1
         hours_upper: + x - y_2 + 1e-07 z <= 8
         r3: + y_2 + c4 = 5
        Bounds
         0 <= x <= 3
         y_2 >= 0
         -inf <= z <= -2.5
         c4 free
         objective_constant = 1
        General
         x
        End

        """)
  }

  @Test(arguments: [
    0.1, 1 / 3, 1e22, .leastNonzeroMagnitude, -123_456_789.125, 1e15, 0.1 + 0.2, .greatestFiniteMagnitude,
  ])
  func numbersReadBackAsTheyWere(value: Double) {
    #expect(Double(ModelWriter.text(value)) == value)
  }

  @Test func namesThatFilesCannotHoldAreRefused() {
    for name in ["2bad", "a b", "x[1]", "站", "e12", "E", "End", "free", String(repeating: "a", count: 256), "a\n"] {
      var model = LinearModel()
      model.addColumn(name: name)
      #expect(throws: LinearModelFault.self, "\(name)") { try ModelWriter.lp(model) }
      #expect(throws: LinearModelFault.self, "\(name)") { try ModelWriter.freeMPS(model) }
    }
    for name in ["a", "_1", "extra", "e_1", "Ending", String(repeating: "a", count: 255)] {
      #expect(ModelWriter.isUsable(name), "\(name)")
    }
  }

  @Test func namesThatAreUsedTwiceAreRefused() {
    func kind(_ build: (inout LinearModel) -> Void) -> LinearModelFault.Kind? {
      var model = LinearModel()
      build(&model)
      do {
        _ = try ModelWriter.lp(model)
        return nil
      } catch {
        return error.kind
      }
    }
    #expect(
      kind {
        $0.addColumn(name: "a"); $0.addColumn(name: "a")
      } == .duplicateName)
    #expect(
      kind {
        $0.addColumn(); $0.addColumn(name: "c1")
      } == .duplicateName)
    #expect(kind { $0.addRow(name: "objective", .atLeast(0), []) } == .duplicateName)
    #expect(
      kind {
        $0.addRow(name: "a", .between(0, 1), []); $0.addRow(name: "a_upper", .free, [])
      } == .duplicateName)
    #expect(
      kind {
        $0.addColumn(name: "a"); $0.addRow(name: "a", .atLeast(0), [])
      } == nil)
  }

  @Test func longSumsAreWrapped() throws {
    var model = LinearModel()
    for _ in 0..<200 { model.addColumn(cost: 1) }
    let lines = try ModelWriter.lp(model).split(separator: "\n")
    #expect(lines.count > 200)
    #expect(lines.allSatisfy { $0.utf8.count <= 130 })
  }
}
