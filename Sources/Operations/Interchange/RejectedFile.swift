import Ledger
import Spreadsheet
import Wording

/// A file that was refused, for programs: in the shape of a plan without sheets.
package enum RejectedFile {
  /// `format.encrypted` for what opens only with a password, else `format.unsupported`.
  /// `hint` is how the skin words what can be done about it.
  package static func json(name: String, year: Int?, error: any Error, hint: String?) -> JSON {
    let code: FindingCode =
      if case SpreadsheetError.encrypted = error { .formatEncrypted } else { .formatUnsupported }
    let words = ErrorWording(error)
    var members: [(String, JSON)] = [("file", .string(name))]
    if let year { members.append(("as_of_year", .count(year))) }
    members += [
      ("rejected", .string(code.rawValue)), ("message", .string(words.sentence)),
      ("sheets", .array([])),
      (
        "issues",
        .array([
          .object([
            ("severity", .string(code.severity.rawValue)), ("code", .string(code.rawValue)),
            ("sheet", .string("")), ("cell", .string("")), ("raw", .string("")),
            ("message", .string(words.sentence)), ("suggestion", .optional(hint)),
          ])
        ])
      ),
      ("totals_check", .array([])),
    ]
    return .object(members)
  }
}
