import Foundation
package import Ledger
import Spreadsheet
import Storage
import Wording

extension LedgerOperations {
  /// Records an external figure for a target: its value up to a month, or the base of a growth rate. `target`
  /// is its code or name; `value` may carry a unit and otherwise has the target's.
  ///
  /// Throws `unknownItem`, `malformedFigure`, `malformedPeriod`, `documentMissing`.
  package func report(
    _ target: String, value: String, period: String, basis: String
  ) throws -> Entry {
    guard !basis.isEmpty else { throw OperationError.documentMissing }
    guard let covered = Period(period) else { throw OperationError.malformedPeriod(period) }
    return try act(.figures) { act in
      let catalogue = act.catalogue
      guard let known = catalogue.target(named: target, of: Int(covered.year)) else {
        throw OperationError.unknownItem(kind: CatalogueKind.target.rawValue, code: target)
      }
      try require(.figures, forAny: known.leads, in: catalogue)
      let (number, unit) = try Self.figure(value, for: known)
      let figure = ReportedFigure(
        target: known.code, period: covered, value: number, unit: unit, basis: basis)
      return try act.write(
        act.entry(
          .report, items: [figure.item(named: known.name)],
          because: "\(known.name) \(covered.text)：\(number)\(unit)", document: basis))
    }
  }

  /// A number and its unit, which must be the target's own, or any unit of money if the target's is one.
  private static func figure(_ text: String, for target: Target) throws -> (String, String) {
    let unit = String(text.drop { "+-.0123456789".contains($0) })
    guard let number = DecimalNumber(text.dropLast(unit.count)) else {
      throw OperationError.malformedFigure(text, unit: target.unit)
    }
    let isBase = target.measure["method"]?.text == "growth"
    let own = isBase ? MoneyUnit.yiYuan.rawValue : target.unit
    let isMoney = MoneyUnit(rawValue: own) != nil && MoneyUnit(rawValue: unit) != nil
    guard unit.isEmpty || unit == own || isMoney else {
      throw OperationError.malformedFigure(text, unit: own)
    }
    return (number.description, unit.isEmpty ? own : unit)
  }
}
