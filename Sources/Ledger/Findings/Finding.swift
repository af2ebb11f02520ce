/// Something about the customer's data that a person should know: what, where, how grave.
///
/// Findings accumulate and are shown; they are never thrown.
package struct Finding: Hashable, Sendable {
  /// An error's value is not imported; a warning's is kept unless the code says it is omitted.
  package enum Severity: String, Hashable, Sendable, Comparable {
    case warning
    case error

    package static func < (left: Severity, right: Severity) -> Bool {
      left == .warning && right == .error
    }
  }

  package let code: FindingCode
  package let sheet: String
  /// Such as `C12`; ranges for hidden rows and columns; empty when there is no cell.
  package let cell: String
  /// The source's text after white space is unified; empty when there is no cell.
  package let raw: String
  /// The column's meaning, when the finding is about a value.
  package let field: FieldKey?
  /// What would mend it: names near an unknown one, the computed sum of a wrong total.
  package let candidates: [String]

  package init(
    _ code: FindingCode, sheet: String, cell: String, raw: String, field: FieldKey? = nil,
    candidates: [String] = []
  ) {
    self.code = code
    self.sheet = sheet
    self.cell = cell
    self.raw = raw
    self.field = field
    self.candidates = candidates
  }

  package var severity: Severity { code.severity }

  /// The finding without what would mend it alone.
  var withoutCandidates: Finding {
    Finding(code, sheet: sheet, cell: cell, raw: raw, field: field)
  }
}
