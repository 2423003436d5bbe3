import RotaEngine

/// The exact model of a scenario as text that other solvers read.
public enum ModelFile {
  /// Formats of model files.
  public enum Format: String, CaseIterable, Sendable {
    /// Free MPS.
    case mps
    /// CPLEX LP.
    case lp
  }

  /// The text, or nil when the scenario has too many duties to write them all down (`CompactLimits.writable`).
  /// - Throws: `LinearModelFault` when the model is invalid: a mistake of the program.
  public static func text(
    of scenario: Scenario, demand: DerivedDemand, format: Format
  ) throws(LinearModelFault) -> String? {
    guard let model = CompactBuilder.build(scenario, demand: demand, limits: .writable) else { return nil }
    switch format {
    case .mps: return try ModelWriter.freeMPS(model.model)
    case .lp: return try ModelWriter.lp(model.model)
    }
  }
}
