package import Ledger
package import Storage
import Wording

/// 形象进度 of projects as of a month: what was reported for it, else what was reported last before it.
package struct ProgressByMonth: Sendable {
  private let reported: [ProjectID: ReportedProgress]
  private let ranks: SpeakerRanks

  package init(_ reported: [ProjectID: ReportedProgress], _ catalogue: Catalogue) {
    self.reported = reported
    ranks = SpeakerRanks(catalogue)
  }

  /// What is told of a project's works as of a month, with the month it was reported for where that is an
  /// earlier one. What nobody said for any month is told as it stands.
  package func text(of project: ProjectID, _ record: Record, for month: Period) -> String? {
    guard isTold(project) else { return record.text(.progress) }
    return known(of: project, record, for: month)?.words(asOf: month)
  }

  /// The same without the month: two of them are another only where somebody said something else.
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

  /// A project as of a month: its 形象进度 is the one of then, and later months' are left out.
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
