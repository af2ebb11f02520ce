package import Ledger

/// Sums of a year that a later month's list replaces: each is kept as the sum up to its own month.
///
/// 本年累计完成投资 of a list up to April replaces March's, which is kept for 1—3 月.
package struct EarlierSums: Sendable {
  private let reach: [ProjectID: [FieldKey: Int]]
  private let month: Int?

  /// `reach` is the month that each project's sums of a year reach, `month` the one the list reaches; nil if it
  /// states none.
  package init(reach: [ProjectID: [FieldKey: Int]], month: Int?) {
    self.reach = reach
    self.month = month
  }

  /// The sums kept for a project in addition to the changes that a row makes.
  func kept(of project: ProjectID, _ record: Record, _ changes: [FieldChange]) -> [FieldChange] {
    guard let month, let reach = reach[project] else { return [] }
    return changes.compactMap { change in
      guard change.key.needsReach, let year = change.key.period?.year, change.before != nil,
        change.after != nil, let reached = reach[change.key], reached < month,
        let span = Period.months(Int(year), 1, reached)
      else { return nil }
      let key = FieldKey(change.key.field, span)
      guard record[key] == nil, !changes.contains(where: { $0.key == key }) else { return nil }
      return FieldChange(key: key, before: nil, after: change.before)
    }
  }
}
