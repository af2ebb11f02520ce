import Ledger

/// The sums of investment completed that a row states or its sender stated earlier, by month.
struct DoneSums {
  /// A sum since January, or of one month.
  struct Sum {
    let key: FieldKey
    let money: Money
    /// The last month of the sum.
    let month: Int
    /// Whether the row itself states it.
    let isStated: Bool
  }

  /// Sums since January, the row's first.
  private(set) var sinceJanuary: [Sum] = []
  private(set) var ofMonths: [Sum] = []

  /// The sums of one year; `asOfMonth` is the last month of the list's sum of the whole year.
  init(
    _ row: ParsedRow, _ keys: [FieldKey], year: Int, asOfMonth: Int?,
    after earlier: EarlierStatements
  ) {
    for key in keys where key.field == .done {
      guard case .money(let money) = row[key] else { continue }
      add(key, money, year, reach: asOfMonth, isStated: true)
    }
    for entry in earlier.said.entries(of: .done) where row[entry.key] == nil {
      guard case .money(let money) = entry.value else { continue }
      add(entry.key, money, year, reach: earlier.reach[entry.key], isStated: false)
    }
    // The sum of the same year from an earlier month.
    for key in keys where key.needsReach {
      guard let reach = earlier.reach[key], let money = earlier.money(key), row[key] != nil,
        let asOfMonth, reach < asOfMonth
      else { continue }
      add(key, money, year, reach: reach, isStated: false)
    }
  }

  /// The sum since January until a month; the row's own takes precedence.
  func sum(until month: Int) -> Sum? { sinceJanuary.first { $0.month == month } }

  /// The sum of a single month.
  func sum(of month: Int) -> Sum? { ofMonths.first { $0.month == month } }

  private mutating func add(
    _ key: FieldKey, _ money: Money, _ year: Int, reach: Int?, isStated: Bool
  ) {
    guard let period = key.period, Int(period.year) == year else { return }
    func sum(_ month: Int) -> Sum {
      Sum(key: key, money: money, month: month, isStated: isStated)
    }
    if period.isYear {
      if let reach { sinceJanuary.append(sum(reach)) }
      return
    }
    if period.firstMonth == 1 { sinceJanuary.append(sum(Int(period.lastMonth))) }
    if period.isMonth { ofMonths.append(sum(Int(period.lastMonth))) }
  }
}

extension TableLayout {
  /// The last month of its sums, if titles or notes state one of the year.
  func asOfMonth(in year: Int) -> Int? {
    notes.year == nil || notes.year == year ? notes.month : nil
  }

  /// The keys of its columns for investment completed.
  var doneKeys: [FieldKey] { mapped.compactMap(\.meaning.key).filter { $0.field == .done } }
}

extension Money {
  /// The precision of a sum in a unit: the power of ten of 分 of its last non-zero decimal.
  func lastDecimal(in unit: MeasureUnit?) -> Int {
    let most = unit?.exponent ?? MoneyUnit.wanYuan.exponentOfFen
    var (rest, power) = (fen, 0)
    while power < most, rest % 10 == 0 { (rest, power) = (rest / 10, power + 1) }
    return power
  }
}
