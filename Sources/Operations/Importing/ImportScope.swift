import Intake
import Ledger
import Matching
import Storage

/// Which rows of a list are about projects that whoever imports may alter, and new ones that would be theirs.
/// A project that they do not see is none for them: its row is a new one.
struct ImportScope {
  private let reach: Reach
  private let store: LedgerStore

  init(_ operations: LedgerOperations, _ store: LedgerStore, _ catalogue: Catalogue) throws {
    reach = operations.permissions(in: catalogue).reach(of: .import)
    self.store = store
  }

  /// The outcomes without those of rows that are somebody else's, and what is to be said of these.
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

  /// Of the packages that rows are to be parts of those that are neither the importer's nor in the list: a package
  /// counts otherwise for its parts, and whether others have one of a name is not told.
  private func foreignPackages(
    _ outcomes: [RowOutcome], _ list: Intake.ProjectList
  ) throws -> Set<String> {
    let named = Set(outcomes.indices.compactMap { packageName(of: outcomes[$0], list.rows[$0]) })
    if named.isEmpty { return [] }
    let listed = Set(list.rows.compactMap { $0.text(.name) })
    return try named.subtracting(listed).filter { try !store.has(package: $0, within: reach) }
  }

  /// The package that a row would be made a part of.
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
  /// Whether something of a project that is there would be written.
  fileprivate var leavesWord: Bool {
    action == .changed || action == .unchanged && !stated.isEmpty
  }
}
