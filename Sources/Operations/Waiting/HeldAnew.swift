import Intake
package import Ledger
import Matching
import Storage

/// The rows that a list puts to a person, compared with its sender's earlier lists: a repeated row waits once,
/// and an answered one is not asked again.
package struct HeldAnew: Sendable {
  package let rows: [HeldRow]
  /// Rows of earlier lists that this list repeats or restates.
  let settled: [Settled]
  /// Whether the set of waiting rows changes.
  let isNew: Bool

  init(_ plan: ImportPlan, of sha256: String, _ store: LedgerStore) throws {
    let held = plan.rows(.review).compactMap(HeldRow.init)
    let lists = try HeldAnew.lists(of: plan.sender, sha256, store)
    let earlier = lists.isEmpty ? [] : try HeldRows(store).all.filter { lists.contains($0.entry) }
    let open = earlier.filter { $0.answer == nil }
    let answered = Dictionary(grouping: earlier.filter(\.isAnswered)) { $0.row.call }
    rows = held.filter { row in
      answered[row.call]?.contains { $0.row.saysSame(as: row) } != true
    }
    // A row with figures of its own month is not replaced by a later month's list, and none is by an older
    // list.
    let replaced = try Self.replaced(open, by: plan.list.rows)
      .filter { !$0.tellsOfMonth(before: plan.voice.month) && !$0.isOf(after: plan.voice.month) }
    settled = replaced.map { Settled($0.id, .replaced) }
    isNew = !Self.areSame(rows, open.map(\.row)) || !Self.areSame(replaced.map(\.row), rows)
  }

  /// The entries whose rows the list may repeat: those of its sender, or of the same file.
  private static func lists(
    of sender: String, _ sha256: String, _ store: LedgerStore
  ) throws -> Set<Int64> {
    let lists = try store.standingLists().filter {
      $0.sha256 == sha256 && $0.sender == sender || !sender.isEmpty && $0.sender == sender
    }
    return Set(lists.map(\.entry))
  }

  /// The rows whose code or name is in the list.
  private static func replaced(
    _ open: [HeldRows.Row], by rows: Rows
  ) throws -> [HeldRows.Row] {
    if open.isEmpty { return [] }
    let codes = Set(open.compactMap { $0.row.text(.code) })
    let names = Set(open.map { NameKey($0.row.name) })
    let calls = try rows.concurrentMap { row -> (code: String?, name: NameKey?) in
      let code = row.text(.code).flatMap { codes.contains($0) ? $0 : nil }
      let name = row.text(.name).map { NameKey($0) }
      return (code, name.flatMap { names.contains($0) ? $0 : nil })
    }
    let (found, named) = (Set(calls.compactMap(\.code)), Set(calls.compactMap(\.name)))
    return open.filter { held in
      held.row.text(.code).map(found.contains) == true || named.contains(NameKey(held.row.name))
    }
  }

  /// Whether each of the rows is repeated by one of the others.
  private static func areSame(_ rows: [HeldRow], _ others: [HeldRow]) -> Bool {
    let known = Dictionary(grouping: others, by: \.call)
    return rows.allSatisfy { row in known[row.call]?.contains { $0.saysSame(as: row) } == true }
  }
}

extension HeldRow {
  /// The stored form of a row in review; nil if there is nothing to decide.
  init?(_ planned: PlannedRow) {
    let reason: Reason
    var projects: [ProjectID] = []
    switch planned.match {
    case .possibly(let project, let why): (reason, projects) = (.possibly(why.rawValue), [project])
    case .several(let found): (reason, projects) = (.several, found)
    case .repeated(let row): reason = .repeated(row: row)
    case .project, .new, .nameless, .astray: return nil
    }
    var values: [Stated] = []
    planned.row.forEachByKey { values.append(Stated(key: $0.key, value: $0.value, raw: $0.raw)) }
    self.init(source: planned.source, reason: reason, projects: projects, values: values)
  }
}
