import Ledger

/// A column of the 单位核对表. The import recognises its label as its key.
struct UnitColumn: Hashable, Sendable {
  let key: FieldKey
  let label: String
  /// Whether units fill it in; other columns are locked.
  let isInput: Bool
  let bounds: ClosedRange<Double>

  /// The kind of catalogue item it takes.
  var kind: CatalogueKind? {
    if case .reference(let kind) = key.field.kind { kind } else { nil }
  }

  /// The kinds of items with drop-down lists.
  static let kinds: [CatalogueKind] = [.chain, .stage, .condition, .district, .zone]

  /// `asked` are the fields required from units: each has a column, so that a gap can be filled in.
  static func all(
    year: Int, month: Int?, done: [FieldKey], asked: [Field]
  ) -> [UnitColumn] {
    let fields: [(Field, ClosedRange<Double>)] = [
      (.name, 22...34), (.leadUnits, 12...18), (.chain, 10...16), (.stage, 7...8),
      (.condition, 7...8), (.district, 9...12), (.zone, 9...16), (.owner, 14...24),
      (.responsibleUnits, 12...18), (.totalInvestment, 15...16),
    ]
    let later: [(Field, ClosedRange<Double>)] = [
      (.startActual, 13...13), (.finishPlanned, 13...13), (.productionDate, 13...13),
      (.progress, 16...28), (.problems, 14...24), (.nextStep, 14...24), (.remark, 10...18),
    ]
    let usual = Set((fields + later).map(\.0))
    var more: [Field] = []
    for field in asked
    where !usual.contains(field) && !more.contains(field) && !field.kind.hasParts {
      more.append(field)
    }
    return fields.map { UnitColumn($0.0, $0.1) }
      + figures(year: year, month: month, done: done)
      + more.map { UnitColumn($0, bounds(of: $0)) } + later.map { UnitColumn($0.0, $0.1) }
  }

  private static func bounds(of field: Field) -> ClosedRange<Double> {
    let width = Double(min(field.declaration.width, 30))
    return max(13, width / 2)...max(13, width)
  }

  private init(_ field: Field, _ bounds: ClosedRange<Double>) {
    key = FieldKey(field)
    label = field.label + (field.kind == .money ? "（万元）" : "")
    isInput = field != .leadUnits
    self.bounds = bounds
  }

  private init(_ key: FieldKey, label: String) {
    self.key = key
    self.label = label + "（万元）"
    isInput = true
    bounds = 15...16
  }

  /// The year's plan, and the sums done in the year.
  private static func figures(year: Int, month: Int?, done: [FieldKey]) -> [UnitColumn] {
    guard let whole = Period.year(year) else { return [] }
    return [UnitColumn(FieldKey(.plan, whole), label: "\(year)年计划投资")]
      + done.map { key in
        let months =
          key.period?.isYear == true ? "" : month.map { $0 == 1 ? "1月" : "1-\($0)月" } ?? ""
        return UnitColumn(key, label: "\(year)年\(months)完成投资")
      }
  }
}
