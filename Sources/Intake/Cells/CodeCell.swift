import Ledger
import Spreadsheet

/// A cell that holds an official code.
enum CodeCell {
  struct Outcome: Equatable {
    var value: Value?
    var finding: FindingCode?
  }

  /// A project code (GB/T 40058-2021 or the format before it).
  ///
  /// A number of 16 digits and more has lost digits in the spreadsheet: it is never kept.
  static func readProjectCode(_ cell: CellValue) -> Outcome {
    if case .number(let number) = cell {
      return Outcome(
        finding: number.description.count >= 16 ? .codePrecisionLost : .codeMalformed)
    }
    let raw = CellText.raw(of: cell)
    if isScientific(raw) { return Outcome(finding: .codePrecisionLost) }
    switch ProjectCode.parse(raw) {
    case .valid(let code, _): return Outcome(value: .text(code))
    case .checksumWrong(let code): return Outcome(value: .text(code), finding: .codeChecksum)
    case .none: return Outcome()
    case .malformed: return Outcome(finding: .codeMalformed)
    }
  }

  /// A unified social credit code (GB 32100-2015); a wrong one is kept with a warning.
  static func readCreditCode(_ raw: String) -> Outcome {
    let code = CreditCode.normalized(raw)
    return Outcome(
      value: .text(code), finding: CreditCode.isValid(code) ? nil : .usccChecksum)
  }

  /// 2.6E+19: what a spreadsheet made of a long code.
  private static func isScientific(_ text: String) -> Bool {
    let upper = TextFolding.halfWidth(text).uppercased()
    guard let mark = upper.firstIndex(of: "E"), upper.contains("+") else { return false }
    return ScaledInteger.parse(upper[..<mark]) != nil
      && Int(upper[upper.index(after: mark)...].filter { $0 != "+" }) != nil
  }
}
