package import Foundation
package import Ledger
package import Storage

/// What a book is made from: the projects of a filter at a revision, and how to speak of them.
package struct BookSource: Sendable {
  package let catalogue: Catalogue
  package let filter: ProjectFilter
  package let projects: [StoredProject]
  /// The ledger's revision, and when its last entry was made: the book's date.
  package let revision: Int64
  package let recordedAt: Date
  /// Whether any of the projects came from a sample list.
  package let holdsSamples: Bool
  /// The year of plans and sums done.
  package let year: Int
  /// The month the figures reach: the latest one stated, or the one asked for.
  package let month: Int

  package init(
    catalogue: Catalogue, filter: ProjectFilter, projects: [StoredProject], revision: Int64,
    recordedAt: Date, holdsSamples: Bool, currentYear: Int
  ) {
    self.catalogue = catalogue
    self.filter = filter
    self.projects = projects
    self.revision = revision
    self.recordedAt = recordedAt
    self.holdsSamples = holdsSamples
    let year = filter.month.map { Int($0.year) } ?? filter.year ?? currentYear
    self.year = year
    if let month = filter.month, month.lastMonth > 0 {
      self.month = Int(month.lastMonth)
    } else {
      let reaches = projects.compactMap {
        $0.yearToDate(.done, year: year, through: nil)?.month
      }
      self.month = reaches.max() ?? 12
    }
  }

  /// The projects' numbers, in the order of the source.
  var figures: [ProjectFigures] {
    projects.map { ProjectFigures($0, year: year, month: filter.month == nil ? nil : month) }
  }

  /// Name of a place: the zone first, 按属地.
  func place(of record: Record) -> String {
    if let zone = record.reference(.zone) { return catalogue.name(of: .zone, zone) }
    return record.reference(.district).map { catalogue.name(of: .district, $0) } ?? ""
  }

  /// Names of the lead units, the primary first.
  func leads(of record: Record) -> String {
    record.references(.leadUnits).map { catalogue.name(of: .unit, $0) }.joined(separator: "、")
  }

  /// What the note row says on the left.
  var note: String {
    "截至\(year)年\(month)月底" + (holdsSamples ? "  · 含示例数据" : "")
  }

  /// How projects are chosen and counted, in words.
  var scope: String { filter.sentence(catalogue) }
}
