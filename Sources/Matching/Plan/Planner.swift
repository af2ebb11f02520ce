package import Intake
package import Ledger

/// Compares rows with the ledger, field by field, against the sender's last statement.
///
/// A repeated value is no change, whatever the ledger holds now. Otherwise it depends on who supports the ledger's
/// value. Only the sender itself, or nobody: the list is followed. A person: a conflict. Other senders: by rank, then
/// by month. A list older than the sender's newest only adds figures of its own periods.
package struct Planner: Sendable {
  /// The ledger's data about the projects that rows are about.
  package struct Known: Sendable {
    /// The matched projects' values.
    package var records: [ProjectID: Record] = [:]
    /// This sender's last statements about the matched projects.
    package var bases: [ProjectID: Record] = [:]
    /// Projects that other senders reported too.
    package var shared: Set<ProjectID> = []
    /// All statements about projects where they are needed.
    package var testimonies: [ProjectID: Provenance] = [:]
    /// For rows of a 核对表, the record of their project as of its export.
    package var exported: [ProjectID: Record] = [:]

    /// Projects that an earlier list of the sender reported for the list's month.
    package var reported: Set<ProjectID> = []

    package init() {}
  }

  package var known: Known
  package let voice: Voice
  /// The sender's statements about projects merged into them.
  private let merged: MergedNames
  /// The keys of each table's columns.
  private let columns: [Set<FieldKey>]
  /// The cells that clear a value.
  private let clearing: Clearing
  /// Sums of a year kept for their own month.
  private let earlierSums: EarlierSums
  /// How a person settled the conflict about a value; nil if nobody did.
  private let settle: Settling

  package typealias Settling =
    @Sendable (_ project: ProjectID, _ conflict: PlannedRow.Conflict) -> Settlement.Choice?

  package init(
    _ known: Known, voice: Voice, merged: MergedNames = MergedNames(),
    columns: [Set<FieldKey>] = [], clearing: Clearing, earlierSums: EarlierSums,
    settle: @escaping Settling = { _, _ in nil }
  ) {
    self.known = known
    self.voice = voice
    self.merged = merged
    self.columns = columns
    self.clearing = clearing
    self.earlierSums = earlierSums
    self.settle = settle
  }

  /// Plans one row; nil if the testimony of its project is needed.
  package func plan(_ row: ParsedRow, table: Int, match: Matcher.Match) -> RowOutcome? {
    switch match {
    case .nameless, .astray: RowOutcome(.rejected)
    case .several, .repeated, .possibly: RowOutcome(.review)
    case .new: RowOutcome(.new)
    case .project(_, .mergedName): Self.unchanged
    case .project(let id, let basis): compare(row, table, id, basis)
    }
  }

  /// The outcome of a row that repeats its sender's last statement.
  package static let unchanged = RowOutcome(.unchanged)

  private func compare(
    _ row: ParsedRow, _ table: Int, _ id: ProjectID, _ basis: Matcher.Basis
  ) -> RowOutcome? {
    let exported = row.mark == nil ? nil : known.exported[id]
    let record = known.records[id] ?? Record()
    let isOlder = voice.olderThan != nil && row.mark == nil
    var comparison = Comparison(
      Comparison.Sides(
        project: id, record: record, before: exported.map { .exported($0) } ?? .said,
        said: merged.base(of: row, about: id, known.bases[id] ?? Record()),
        name: RowName(of: record, by: basis), voice: voice,
        isAlone: !known.shared.contains(id), testimony: known.testimonies[id],
        isReported: known.reported.contains(id))
    ) { [settle] conflict in settle(id, conflict) }
    row.forEachByKey { value in
      if isOlder {
        comparison.addOlder(value)
      } else if exported == nil || value.column != nil {
        comparison.add(value)
      }
    }
    comparison.keepFormerName()
    if merged.standsForOthers(id) {
      comparison.noteName(row.parsed(FieldKey(.name)), lastCalled: known.bases[id]?[.name])
    }
    if !isOlder {
      for key in clearing.keys(clearedBy: row, table: table) { comparison.clear(key) }
      if columns.indices.contains(table) {
        comparison.noteBlanks(in: row, columns: columns[table])
      }
    }
    if comparison.isUndecided { return nil }
    return outcome(of: comparison, id, isOlder: isOlder)
  }

  private func outcome(of comparison: Comparison, _ id: ProjectID, isOlder: Bool) -> RowOutcome {
    let kept =
      isOlder
      ? [] : earlierSums.kept(of: id, comparison.sides.record, comparison.changes)
    let difference = RowOutcome.Difference(
      changes: (comparison.changes + kept).sorted { $0.key < $1.key },
      conflicts: comparison.conflicts, stated: comparison.stated.sorted { $0.key < $1.key },
      kept: comparison.kept, agreed: comparison.agreed, asides: comparison.asides,
      overruled: comparison.overruled)
    // A row with only waiting values changes nothing.
    return RowOutcome(comparison.changes.isEmpty ? .unchanged : .changed, difference)
  }
}

extension Settlement.Choice {
  /// The chosen value; nil if the ledger's is kept.
  func value(list: Value) -> Value? {
    switch self {
    case .list: list
    case .hand: nil
    case .other(let value): value
    }
  }
}
