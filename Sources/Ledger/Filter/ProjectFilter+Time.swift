package import Foundation

extension ProjectFilter {
  /// The day on which milestones are judged, never the wall clock's: the requested day, else the day of
  /// the ledger's last entry; but at most the end of the requested month.
  package func day(recordedAt: Date) -> PartialDate? {
    let recorded = asOf ?? ShanghaiCalendar.day(of: recordedAt)
    guard let end = month?.lastDate else { return recorded }
    return recorded.map { $0.lastDay < end.lastDay ? $0 : end } ?? end
  }

  /// The filter's choice of projects without its year, month and day, and without how projects are counted.
  package var onlyChoice: ProjectFilter {
    var filter = self
    (filter.year, filter.month, filter.asOf) = (nil, nil, nil)
    filter.counting = ProjectFilter().counting
    return filter
  }

  /// The filter's year, month and day without its choice of projects.
  package var onlyTime: ProjectFilter {
    var filter = ProjectFilter()
    (filter.year, filter.month, filter.asOf) = (year, month, asOf)
    return filter
  }
}
