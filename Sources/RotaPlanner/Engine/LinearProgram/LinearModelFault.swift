/// Why a linear model cannot be solved as it stands: a mistake of the code that built it, never of the user's data.
public struct LinearModelFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The mistake itself.
  public enum Kind: String, Sendable {
    /// A cost, bound or coefficient is NaN, or infinite where a number is needed.
    case notANumber = "holds a value that is not a finite number"
    /// The lower bound is above the upper bound.
    case crossedBounds = "has its lower bound above its upper bound"
    /// An integer column has a finite bound that is no integer.
    case fractionalIntegerBound = "is integer but has a fractional bound"
    /// A term names a row or column that does not exist.
    case outOfRange = "names a row or column that does not exist"
    /// Two columns, or two rows, have the same name.
    case duplicateName = "has a name that is used twice"
    /// A name has characters other than `A-Z a-z 0-9 _`, does not start with a letter, or is longer than 255 bytes.
    case unusableName = "has a name that model files cannot hold"
  }

  /// What is wrong.
  public let kind: Kind
  /// The row or column it is wrong with, such as `column 7 (hours_12)`.
  let subject: String

  /// The subject and the mistake as one sentence.
  public var description: String { "\(subject) \(kind.rawValue)" }
}
