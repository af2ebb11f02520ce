package import Intake
package import Ledger

/// Matches the rows of a 核对表 by their marks, which name the project; only new rows are matched by content.
package struct MarkedRows: Sendable {
  /// The seals of the ledger's entries at the revisions that the rows refer to.
  private let seals: [Int64: UInt32]
  private let holds: @Sendable (ProjectID) -> Bool

  /// `holds` returns whether the ledger has a project with a number.
  package init(seals: [Int64: UInt32], holds: @escaping @Sendable (ProjectID) -> Bool) {
    self.seals = seals
    self.holds = holds
  }

  /// A match for each row, in order; `unmarked` matches the rows without a mark.
  package func matches(
    of rows: Rows, unmarked match: (Rows) throws -> [Matcher.Match]
  ) throws -> [Matcher.Match] {
    guard rows.contains(where: { $0.mark != nil }) else { return try match(rows) }
    var taken: [ProjectID: Int] = [:]
    var matches = rows.map { row -> Matcher.Match? in
      guard let mark = row.mark else { return nil }
      guard isOurs(mark), holds(mark.project) else { return .astray }
      if let earlier = taken[mark.project] { return .repeated(row: earlier) }
      taken[mark.project] = row.number
      return .project(mark.project, by: .mark)
    }
    let unmarked = matches.indices.filter { matches[$0] == nil }
    for (index, match) in zip(unmarked, try match(Rows(unmarked.map { rows[$0] }))) {
      matches[index] = match
      if case .project(let id, _) = match, let row = taken[id] {
        matches[index] = .repeated(row: row)
      }
    }
    return matches.compactMap { $0 }
  }

  /// The findings of rows that belong to no project of this ledger.
  package func findings(in list: ProjectList) -> [Finding] {
    list.tables.flatMap { table -> [Finding] in
      guard let column = table.layout.mapped.first(where: { $0.meaning == .mark }) else {
        return []
      }
      return table.rows.compactMap { row in
        guard let mark = row.mark, let code = code(of: mark) else { return nil }
        return Finding(
          code, sheet: table.layout.sheet, cell: "\(column.letters)\(row.number)",
          raw: mark == .illegible ? "" : mark.text)
      }
    }
  }

  private func code(of mark: RowMark) -> FindingCode? {
    if mark == .illegible { return .markIllegible }
    if !isOurs(mark) { return .markForeign }
    return holds(mark.project) ? nil : .markUnknown
  }

  private func isOurs(_ mark: RowMark) -> Bool { seals[mark.revision] == mark.seal }
}
