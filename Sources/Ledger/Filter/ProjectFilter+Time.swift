package import Foundation

extension ProjectFilter {
  /// The day that milestones are judged on, never the wall clock's: the one asked for, else that of the
  /// ledger's last entry; the end of the month asked for where that is earlier.
  package func day(recordedAt: Date) -> PartialDate? {
    let recorded = asOf ?? ShanghaiCalendar.day(of: recordedAt)
    guard let month, let end = PartialDate(year: Int(month.year), .month(Int(month.lastMonth)))
    else { return recorded }
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
