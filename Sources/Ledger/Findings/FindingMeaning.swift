/// What a code of findings means: how grave it is, what people read, and how several are said together.
///
/// Each stands beside its kin in `Codes`. Words live here, below the rules that give the codes, because
/// findings are worded wherever they are shown, and Intake is not seen from there.
struct FindingMeaning: Sendable {
  /// How findings of one code and column are said.
  enum Grouping: Sendable {
    /// In one sentence.
    case together
    /// Those about one word in one sentence.
    case byWord
    /// Each by itself, as long as there are no more: each names another place or sum.
    case apart(most: Int)
  }

  let severity: Finding.Severity
  let grouping: Grouping
  /// What is wrong, in one short Chinese sentence that quotes the source.
  let sentence: @Sendable (FindingWords) -> String
  /// What would mend it, in one short Chinese sentence.
  let remedy: @Sendable (FindingWords) -> String

  /// An error: the value is not imported.
  static func error(
    _ grouping: Grouping = .together, _ sentence: @escaping @Sendable (FindingWords) -> String,
    remedy: @escaping @Sendable (FindingWords) -> String
  ) -> FindingMeaning {
    FindingMeaning(severity: .error, grouping: grouping, sentence: sentence, remedy: remedy)
  }

  /// A warning: the value is kept unless the sentence says otherwise.
  static func warning(
    _ grouping: Grouping = .together, _ sentence: @escaping @Sendable (FindingWords) -> String,
    remedy: @escaping @Sendable (FindingWords) -> String
  ) -> FindingMeaning {
    FindingMeaning(severity: .warning, grouping: grouping, sentence: sentence, remedy: remedy)
  }
}
