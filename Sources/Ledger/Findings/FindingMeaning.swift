/// The meaning of a finding code: its severity, wording and grouping.
///
/// Defined by topic in `Codes`. The wording is here, below the rules that report the codes, because
/// findings are shown in many places that do not import Intake.
struct FindingMeaning: Sendable {
  /// The grouping of findings of one code and column.
  enum Grouping: Sendable {
    /// All in one sentence.
    case together
    /// One sentence per word.
    case byWord
    /// One sentence each, up to a maximum: each names another place or amount.
    case apart(most: Int)
  }

  let severity: Finding.Severity
  let grouping: Grouping
  /// The problem, in one short Chinese sentence that quotes the source.
  let sentence: @Sendable (FindingWords) -> String
  /// The remedy, in one short Chinese sentence.
  let remedy: @Sendable (FindingWords) -> String

  /// An error: the value is not imported.
  static func error(
    _ grouping: Grouping = .together, _ sentence: @escaping @Sendable (FindingWords) -> String,
    remedy: @escaping @Sendable (FindingWords) -> String
  ) -> FindingMeaning {
    FindingMeaning(severity: .error, grouping: grouping, sentence: sentence, remedy: remedy)
  }

  /// A warning: the value is kept unless the sentence states otherwise.
  static func warning(
    _ grouping: Grouping = .together, _ sentence: @escaping @Sendable (FindingWords) -> String,
    remedy: @escaping @Sendable (FindingWords) -> String
  ) -> FindingMeaning {
    FindingMeaning(severity: .warning, grouping: grouping, sentence: sentence, remedy: remedy)
  }
}
