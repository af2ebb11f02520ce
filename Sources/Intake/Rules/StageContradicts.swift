import Ledger

/// A project before construction has no investment completed this year; one in production cannot
/// start later.
struct StageContradicts: RowRule {
  private let sheet: String
  private let doneKeys: [FieldKey]
  private let hasStart: Bool
  private let beforeWorks: Set<String>
  private let inProduction: Set<String>
  private let year: Int
  /// The last day of the list's month, or of its year, as yyyymmdd.
  private let lastDay: Int

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) {
    sheet = layout.sheet
    self.year = year
    doneKeys = layout.doneKeys.filter { Int($0.period?.year ?? 0) == year }
    hasStart = layout.mapped.contains {
      $0.meaning == .field(.startPlanned) || $0.meaning == .period
    }
    lastDay = year * 10_000 + (layout.asOfMonth(in: year) ?? 12) * 100 + 31
    let stages = catalogue.stages
    let start = stages.first { $0.dateField == .startActual }?.order ?? .min
    let production = stages.first { $0.dateField == .productionDate }?.order ?? .max
    beforeWorks = Set(stages.filter { $0.order < start }.map(\.code))
    inProduction = Set(stages.filter { $0.order >= production }.map(\.code))
  }

  func findings(of row: ParsedRow, after earlier: EarlierStatements) -> [Finding] {
    if doneKeys.isEmpty, !hasStart, earlier.said.isEmpty { return [] }
    guard case .reference(let stage) = row[.stage] ?? earlier.said[.stage] else { return [] }
    if beforeWorks.contains(stage), let (key, words) = done(row, earlier) {
      return finding(row, key, words)
    }
    if inProduction.contains(stage),
      case .date(let start) = row[.startPlanned] ?? earlier.said[.startPlanned],
      start.firstDay > lastDay
    {
      return finding(row, FieldKey(.startPlanned), "计划开工时间（\(start.text)）")
    }
    return []
  }

  /// The investment completed this year, in the row or stated earlier by its sender.
  private func done(_ row: ParsedRow, _ earlier: EarlierStatements) -> (
    key: FieldKey, words: String
  )? {
    for key in doneKeys {
      if case .money(let money) = row[key], money.fen > 0 {
        return (key, "今年完成投资 \(money.wanYuan) 万元")
      }
    }
    for entry in earlier.said.entries(of: .done) where Int(entry.key.period?.year ?? 0) == year {
      if row[entry.key] == nil, case .money(let money) = entry.value, money.fen > 0 {
        return (entry.key, "此前报的今年完成投资 \(money.wanYuan) 万元")
      }
    }
    return nil
  }

  /// The finding at the stage's cell, else at the contradicting value's; none if the row has neither.
  private func finding(_ row: ParsedRow, _ other: FieldKey, _ words: String) -> [Finding] {
    let stage = FieldKey(.stage)
    guard let key = [stage, other].first(where: { row.place(of: $0) != nil }) else { return [] }
    return [
      Finding(
        .stageContradicts, sheet: sheet, cell: row.cell(of: key), raw: row.raw(of: key),
        field: key, candidates: [words])
    ]
  }
}
