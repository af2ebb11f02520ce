import Ledger
import Storage

/// Sums in 元 with all digits, as `CNY`.
extension OC4IDSProject {
  /// The total investment, with the plan of each year as a breakdown.
  func budget(_ record: Record) -> JSON? {
    let plans = record.entries(of: .plan).compactMap { entry -> JSON? in
      guard case .money(let sum) = entry.value, let period = entry.key.period else { return nil }
      return .object([
        ("id", .string(entry.key.text)),
        ("description", .string(entry.key.label(in: catalogue))),
        ("amount", Self.value(sum)), ("period", Self.span(period, reach: nil)),
      ])
    }
    let total = record.money(.totalInvestment)
    if total == nil && plans.isEmpty { return nil }
    let breakdowns = JSON.object([
      ("id", .string(Field.plan.id)), ("description", .string(Field.plan.label)),
      ("budgetBreakdown", .array(plans)),
    ])
    return .known([
      ("description", .string(Field.totalInvestment.label)), ("amount", total.map(Self.value)),
      ("budgetBreakdowns", plans.isEmpty ? nil : .array([breakdowns])),
    ])
  }

  /// Expected sums other than the total.
  func forecasts(_ record: Record) -> [JSON] {
    let fields: [Field] = [
      .fixedInvestment, .contractInvestment, .expectedOutput, .expectedTax,
    ]
    return fields.compactMap { field in
      record.money(field).map { sum in
        Self.metric(
          field, [.object([("id", .string(field.id)), ("value", Self.value(sum))])])
      }
    }
  }

  /// Sums invested and funded, by the periods that lists stated them for.
  func metrics(_ project: StoredProject) -> [JSON] {
    [Field.doneBefore, .done, .funds].compactMap { field in
      let observations = project.record.entries(of: field).compactMap { entry -> JSON? in
        guard case .money(let sum) = entry.value, let period = entry.key.period else { return nil }
        return .object([
          ("id", .string(entry.key.text)), ("value", Self.value(sum)),
          ("period", Self.span(period, reach: project.reach[entry.key])),
        ])
      }
      return observations.isEmpty ? nil : Self.metric(field, observations)
    }
  }

  /// The days of a period; a year's sum ends with the month it reaches, if its list states one.
  private static func span(_ period: Period, reach: Int?) -> JSON {
    let year = Int(period.year)
    let first = period.isYear ? 1 : Int(period.firstMonth)
    let last = period.isYear ? reach ?? 12 : Int(period.lastMonth)
    return .known([
      (
        "startDate", PartialDate(year: year, .month(first)).map { .string(Timestamp.beginning($0)) }
      ),
      ("endDate", PartialDate(year: year, .month(last)).map { .string(Timestamp.end($0)) }),
    ])
  }

  private static func metric(_ field: Field, _ observations: [JSON]) -> JSON {
    .object([
      ("id", .string(field.id)), ("title", .string(field.label)),
      ("observations", .array(observations)),
    ])
  }

  private static func value(_ money: Money) -> JSON {
    .object([("amount", .decimal(money.text(in: .yuan))), ("currency", .string("CNY"))])
  }
}
