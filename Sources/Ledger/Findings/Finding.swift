/// A remark about the customer's data for a person: what, where, how severe.
///
/// Findings accumulate and are shown; they are never thrown.
package struct Finding: Hashable, Sendable {
  /// An error's value is not imported; a warning's is kept unless the code states otherwise.
  package enum Severity: String, Hashable, Sendable, Comparable {
    case warning
    case error

    package static func < (left: Severity, right: Severity) -> Bool {
      left == .warning && right == .error
    }
  }

  package let code: FindingCode
  package let sheet: String
  /// The cell, such as `C12`; ranges for hidden rows and columns; empty if there is none.
  package let cell: String
  /// The source's text with unified white space; empty if there is no cell.
  package let raw: String
  /// The key of the column, if the finding is about a value.
  package let field: FieldKey?
  /// Details for the remedy: similar names, the computed sum of a wrong total.
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

  /// The finding without its individual details.
  var withoutCandidates: Finding {
    Finding(code, sheet: sheet, cell: cell, raw: raw, field: field)
  }
}

extension [Finding] {
  /// Appends findings. A list may have as many as it has cells: where either side is empty, nothing is copied.
  package mutating func add(_ more: consuming [Finding]) {
    if isEmpty { self = more } else if !more.isEmpty { append(contentsOf: more) }
  }
}
