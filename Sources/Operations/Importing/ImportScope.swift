import Intake
import Ledger
import Matching
import Storage

/// Restricts a list to rows about projects that the person may change, and to new ones within their scope. A
/// project that they may not see does not exist for them: its row is a new one.
struct ImportScope {
  private let reach: Reach
  private let store: LedgerStore

  init(_ operations: LedgerOperations, _ store: LedgerStore, _ catalogue: Catalogue) throws {
    reach = operations.permissions(in: catalogue).reach(of: .import)
    self.store = store
  }

  /// The outcomes, with rows outside the scope refused, and findings for those.
  func admitted(
    _ outcomes: [RowOutcome], of list: Intake.ProjectList, _ matches: [Matcher.Match]
  ) throws -> (outcomes: [RowOutcome], findings: [Finding]) {
    if reach.isEverything { return (outcomes, []) }
    let altered = outcomes.indices.filter { outcomes[$0].leavesWord }
    let standing = try store.projects(altered.compactMap { matches[$0].project })
    let foreign = try foreignPackages(outcomes, list)
    var (admitted, findings) = (outcomes, [Finding]())
    for (index, outcome) in outcomes.enumerated() {
      let row = list.rows[index]
      let isForeignPart = packageName(of: outcome, row).map(foreign.contains) ?? false
      if !isForeignPart, holds(outcome, row, standing[matches[index].project ?? 0]?.record) {
        continue
      }
      admitted[index] = .refused
      let table = list.tables[list.rows.table(of: index)]
      findings.append(
        row.refusal(in: table.layout.sheet, of: isForeignPart ? .package : .name))
    }
    return (admitted, findings)
  }

  /// The packages named by rows that are neither in the person's scope nor in the list. Adding a part changes a
  /// package's totals, and whether others have a package of that name must stay hidden.
  private func foreignPackages(
    _ outcomes: [RowOutcome], _ list: Intake.ProjectList
  ) throws -> Set<String> {
    let named = Set(outcomes.indices.compactMap { packageName(of: outcomes[$0], list.rows[$0]) })
    if named.isEmpty { return [] }
    let listed = Set(list.rows.compactMap { $0.text(.name) })
    return try named.subtracting(listed).filter { try !store.has(package: $0, within: reach) }
  }

  /// The package that the row adds its project to.
  private func packageName(of outcome: RowOutcome, _ row: ParsedRow) -> String? {
    switch outcome.action {
    case .new: return row.text(.package)
    case .changed:
      guard
        case .text(let name)? = outcome.changes.first(where: { $0.key == FieldKey(.package) })?
          .after
      else { return nil }
      return name
    case .unchanged, .review, .rejected: return nil
    }
  }

  private func holds(_ outcome: RowOutcome, _ row: ParsedRow, _ standing: Record?) -> Bool {
    switch outcome.action {
    case .new:
      var record = Record()
      row.forEachByKey { record[$0.key] = $0.value }
      return reach.holds(record)
    case .changed, .unchanged:
      if !outcome.leavesWord { return true }
      guard var record = standing, reach.holds(record) else { return false }
      for change in outcome.changes { record[change.key] = change.after }
      return reach.holds(record)
    case .review, .rejected: return true
    }
  }
}

extension RowOutcome {
  /// Whether it writes a change or a statement of an existing project.
  fileprivate var leavesWord: Bool {
    action == .changed || action == .unchanged && !stated.isEmpty
  }
}
