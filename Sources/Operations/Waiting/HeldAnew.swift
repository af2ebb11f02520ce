import Intake
package import Ledger
import Matching
import Storage

/// What a list puts to a person, beside what its sender's lists did before: a row that says again what it said
/// waits once, and one that was answered is not asked again.
package struct HeldAnew: Sendable {
  package let rows: [HeldRow]
  /// Rows of earlier lists that this one says again, or otherwise.
  let settled: [Settled]
  /// Whether anything waits, or no longer waits, that did not before.
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
    // What an earlier list says of its own month, no later one says again; an older list says nothing of a later month.
    let replaced = try Self.replaced(open, by: plan.list.rows)
      .filter { !$0.tellsOfMonth(before: plan.voice.month) && !$0.isOf(after: plan.voice.month) }
    settled = replaced.map { Settled($0.id, .replaced) }
    isNew = !Self.areSame(rows, open.map(\.row)) || !Self.areSame(replaced.map(\.row), rows)
  }

  /// The acts whose rows the rows of a list may say again: those of its sender, or of the very file.
  private static func lists(
    of sender: String, _ sha256: String, _ store: LedgerStore
  ) throws -> Set<Int64> {
    let lists = try store.standingLists().filter {
      $0.sha256 == sha256 && $0.sender == sender || !sender.isEmpty && $0.sender == sender
    }
    return Set(lists.map(\.entry))
  }

  /// The rows whose code or name a list has.
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

  /// Whether each of some rows is said by one of others.
  private static func areSame(_ rows: [HeldRow], _ others: [HeldRow]) -> Bool {
    let known = Dictionary(grouping: others, by: \.call)
    return rows.allSatisfy { row in known[row.call]?.contains { $0.saysSame(as: row) } == true }
  }
}

extension HeldRow {
  /// What is kept of a row of a plan that a person decides about; nil where there is nothing to decide.
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
