import Ledger
import Spreadsheet
import Wording

/// A rejected file as JSON, in the shape of a plan without sheets.
package enum RejectedFile {
  /// The code is `format.encrypted` for a file with a password, else `format.unsupported`. `hint` is the front
  /// end's advice.
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
