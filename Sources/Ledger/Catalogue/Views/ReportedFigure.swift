/// A figure that a unit reported for a target, from outside the ledger (上报数).
package struct ReportedFigure: Hashable, Sendable {
  /// The code of the target it is about.
  package let target: String
  /// What the figure covers: the base's year, or the year up to a month.
  package let period: Period
  /// A plain decimal number of the unit.
  package let value: String
  /// The target's unit, or a unit of money where the figure is a base.
  package let unit: String
  /// The document or person it rests on.
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

  /// The item that keeps it; a second report of the same period takes the first one's place.
  package func item(named name: String) -> CatalogueItem {
    CatalogueItem(
      kind: .figure, code: "\(target)@\(period.text)", name: name, position: 1,
      attributes: .map([
        "target": .text(target), "period": .text(period.text), "value": .text(value),
        "unit": .text(unit), "basis": .text(basis),
      ]))
  }

  /// The number, for comparison and for cells.
  package var number: Double? { Double(value) }

  /// The sum, where the unit is one of money.
  package var money: Money? { MoneyUnit(rawValue: unit).flatMap { Money(value, unit: $0) } }
}

extension Catalogue {
  /// What was reported for a target, by period.
  package func figures(of target: String) -> [ReportedFigure] {
    items(of: .figure).compactMap { ReportedFigure($0) }.filter { $0.target == target }
      .sorted { $0.period.isEarlier(than: $1.period) }
  }
}

extension Period {
  /// By the month that the period ends in; a whole year ends in December.
  private var end: Int { Int(year) * 12 + (isYear ? 12 : Int(lastMonth)) }

  fileprivate func isEarlier(than other: Period) -> Bool {
    end != other.end ? end < other.end : self < other
  }
}
