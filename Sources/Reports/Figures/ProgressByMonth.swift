package import Ledger
package import Storage
import Wording

/// 形象进度 of projects as of a month: what was reported for it, else the last report before it.
package struct ProgressByMonth: Sendable {
  private let reported: [ProjectID: ReportedProgress]
  private let ranks: SenderRanks

  package init(_ reported: [ProjectID: ReportedProgress], _ catalogue: Catalogue) {
    self.reported = reported
    ranks = SenderRanks(catalogue)
  }

  /// A project's progress text as of a month, prefixed with its own month if that is an earlier one. Without any report
  /// for a month, the current text.
  package func text(of project: ProjectID, _ record: Record, for month: Period) -> String? {
    guard isTold(project) else { return record.text(.progress) }
    return known(of: project, record, for: month)?.words(asOf: month)
  }

  /// The text without the month, for comparing two months.
  package func words(of project: ProjectID, _ record: Record, for month: Period) -> String? {
    isTold(project) ? known(of: project, record, for: month)?.text : record.text(.progress)
  }

  private func isTold(_ project: ProjectID) -> Bool { !(reported[project]?.isEmpty ?? true) }

  private func known(
    of project: ProjectID, _ record: Record, for month: Period
  ) -> ReportedProgress.Known? {
    let key = FieldKey(.progress)
    return reported[project]?.known(for: month) { ranks.rank(of: $0, about: key, record) }
  }

  /// A project as of a month: with the 形象进度 of that month, and without later months.
  package func project(_ project: StoredProject, for month: Period) -> StoredProject {
    var record = project.record
    record[.progress] = text(of: project.id, record, for: month).map { .text($0) }
    for entry in record.entries(of: .monthlyProgress)
    where entry.key.period.map({ !$0.isReached(by: month) }) ?? false {
      record[entry.key] = nil
    }
    return project.with(record)
  }
}
