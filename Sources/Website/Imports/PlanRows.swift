import Intake
import Ledger
import Matching
import Operations

/// The rows of a plan on one page: filtered by outcome, search text or finding.
struct PlanRows {
  /// The outcomes, most urgent first, and all rows.
  enum Tab: String, CaseIterable {
    case rejected, review, changed, new, unchanged, all

    var action: PlannedRow.Action? { PlannedRow.Action(rawValue: rawValue) }
    var words: String { action?.words ?? "全部" }
  }

  static let pageSize = 50

  let prepared: PreparedImport
  let tab: Tab
  let page: Int
  /// The indices of the matching rows.
  let matching: [Int]
  let isFiltered: Bool
  private let counts: [Tab: Int]

  init(_ prepared: PreparedImport, _ query: Query) {
    self.prepared = prepared
    let rows = prepared.plan.rows
    var counts: [Tab: Int] = [.all: rows.count]
    for tab in Tab.allCases {
      if let action = tab.action { counts[tab] = prepared.plan.count(action) }
    }
    self.counts = counts
    let asked = query["tab"].flatMap(Tab.init)
    // The default is the most urgent tab that is not empty.
    let tab =
      asked.flatMap { counts[$0] ?? 0 > 0 ? $0 : nil }
      ?? Tab.allCases.first { counts[$0] ?? 0 > 0 } ?? .all
    self.tab = tab
    let places = Self.places(query["finding"], prepared)
    let word = query["q"]?.lowercased()
    isFiltered = places != nil || word != nil
    matching = rows.indices.filter { index in
      let row = rows[index]
      if let action = tab.action, row.action != action { return false }
      if let places, !places.contains(row.source) { return false }
      guard let word else { return true }
      let name = row.row.text(.name) ?? ""
      return name.lowercased().contains(word) || row.known?.name.lowercased().contains(word) == true
    }
    let last = max(1, (matching.count + Self.pageSize - 1) / Self.pageSize)
    page = min(max(1, query["page"].flatMap { Int($0) } ?? 1), last)
  }

  /// The tabs in display order.
  var tabs: [Tab] { [.new, .changed, .unchanged, .review, .rejected, .all] }

  func count(_ tab: Tab) -> Int { counts[tab] ?? 0 }

  var shown: [PlannedRow] {
    matching.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize).map {
      prepared.plan.rows[$0]
    }
  }

  var hasNext: Bool { page * Self.pageSize < matching.count }

  var range: String {
    if matching.isEmpty { return "没有符合的行" }
    let first = (page - 1) * Self.pageSize + 1
    return "第 \(first)–\(first + shown.count - 1) 行，共 \(matching.count) 行"
  }

  /// Returns the rows of a group of findings, by the index of the group; nil if none is requested.
  private static func places(_ text: String?, _ prepared: PreparedImport) -> Set<SourceRow>? {
    let list = prepared.plan.list
    let groups = FindingGroup.groups(of: list.findings)
    guard let number = text.flatMap({ Int($0) }), groups.indices.contains(number) else {
      return nil
    }
    let sheets = list.tables.map(\.layout.sheet)
    return Set(
      groups[number].findings.flatMap { finding -> [SourceRow] in
        let digits = finding.cell.drop { $0.isLetter }
        guard let row = Int(digits) else { return [] }
        return sheets.indices.filter { sheets[$0] == finding.sheet }.map {
          SourceRow(table: $0, number: row)
        }
      })
  }
}

extension PlannedRow {
  /// The keys shown of the row, from the list and from the ledger.
  var keys: [FieldKey] {
    var keys = changes.map(\.key) + conflicts.map(\.key)
    row.forEachByKey { keys.append($0.key) }
    return keys
  }
}
