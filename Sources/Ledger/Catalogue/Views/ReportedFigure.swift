/// A figure reported for a target from outside the ledger (上报数).
package struct ReportedFigure: Hashable, Sendable {
  /// The code of its target.
  package let target: String
  /// The period of the figure: the base year, or the year up to a month.
  package let period: Period
  /// The figure in the unit, as a plain decimal number.
  package let value: String
  /// The target's unit, or a unit of money for a base figure.
  package let unit: String
  /// The document or person it comes from.
  package let basis: String

  package init(target: String, period: Period, value: String, unit: String, basis: String) {
    self.target = target
    self.period = period
    self.value = value
    self.unit = unit
    self.basis = basis
  }

  init?(_ item: CatalogueItem) {
    let attributes = item.attributes
    guard let target = attributes["target"]?.text,
      let period = attributes["period"]?.text.flatMap({ Period($0) }),
      let value = attributes["value"]?.text, let unit = attributes["unit"]?.text
    else { return nil }
    self.init(
      target: target, period: period, value: value, unit: unit,
      basis: attributes["basis"]?.text ?? "")
  }

  /// The catalogue item that stores it; a second report for a period replaces the first.
  package func item(named name: String) -> CatalogueItem {
    CatalogueItem(
      kind: .figure, code: "\(target)@\(period.text)", name: name, position: 1,
      attributes: .map([
        "target": .text(target), "period": .text(period.text), "value": .text(value),
        "unit": .text(unit), "basis": .text(basis),
      ]))
  }

  /// The value as a number, for comparison and cells.
  package var number: Double? { Double(value) }

  /// The amount, if the unit is of money.
  package var money: Money? { MoneyUnit(rawValue: unit).flatMap { Money(value, unit: $0) } }
}

extension Catalogue {
  /// The figures reported for a target, by period.
  package func figures(of target: String) -> [ReportedFigure] {
    items(of: .figure).compactMap { ReportedFigure($0) }.filter { $0.target == target }
      .sorted { $0.period.isEarlier(than: $1.period) }
  }
}

extension Period {
  /// The last month of the period, as a count of months; December for a whole year.
  private var end: Int { Int(year) * 12 + (isYear ? 12 : Int(lastMonth)) }

  fileprivate func isEarlier(than other: Period) -> Bool {
    end != other.end ? end < other.end : self < other
  }
}
