import Ledger
import Spreadsheet

/// A cell that holds an official code.
enum CodeCell {
  struct Outcome: Equatable {
    var value: Value?
    var finding: FindingCode?
  }

  /// Reads a project code (GB/T 40058-2021 or the format before it).
  ///
  /// A number of 16 digits or more has lost digits in the spreadsheet: it is never kept.
  static func readProjectCode(_ cell: CellValue) -> Outcome {
    if case .number(let number) = cell {
      return Outcome(
        finding: number.description.count >= 16 ? .codePrecisionLost : .codeMalformed)
    }
    let raw = CellText.raw(of: cell)
    switch ProjectCode(raw) {
    case .valid(let code, _): return Outcome(value: .text(code))
    case .checksumWrong(let code): return Outcome(value: .text(code), finding: .codeChecksum)
    case .none: return Outcome()
    case .precisionLost: return Outcome(finding: .codePrecisionLost)
    case .malformed: return Outcome(finding: .codeMalformed)
    }
  }

  /// Reads a unified social credit code (GB 32100-2015); a wrong one is kept with a warning.
  static func readCreditCode(_ raw: String) -> Outcome {
    let code = CreditCode(raw)
    return Outcome(value: .text(code.text), finding: code.isValid ? nil : .usccChecksum)
  }
}
