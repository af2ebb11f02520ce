import Intake
package import Ledger
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
    let calls = open.isEmpty ? [] : Calls(plan.list.rows)
    let replaced = open.filter { calls.contains($0.row) }
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

  /// Whether each of some rows is said by one of others.
  private static func areSame(_ rows: [HeldRow], _ others: [HeldRow]) -> Bool {
    let known = Dictionary(grouping: others, by: \.call)
    return rows.allSatisfy { row in known[row.call]?.contains { $0.saysSame(as: row) } == true }
  }
}

/// What the rows of a list are called.
private struct Calls: ExpressibleByArrayLiteral {
  private var codes: Set<String> = []
  private var names: Set<NameKey> = []

  init(arrayLiteral: Never...) {}

  init(_ rows: Rows) {
    for row in rows {
      if let code = row.text(.code) { codes.insert(code) }
      if let name = row.text(.name) { names.insert(NameKey(name)) }
    }
  }

  func contains(_ row: HeldRow) -> Bool {
    row.text(.code).map(codes.contains) == true || names.contains(NameKey(row.name))
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
