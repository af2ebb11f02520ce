import Foundation
import Ledger
import Reports
import Storage

/// The books of lead units, as the command line calls them.
package enum UnitBooks {
  package static let name = UnitBook.id
}

extension LedgerDesk {
  /// Writes a 单位核对表 for each lead unit that has projects of a filter into a folder, a project with
  /// several going to the first. A filter by unit means lead units. One that cannot be written does not
  /// keep out the others.
  package func exportUnits(_ options: QuestionOptions, to folder: String) throws -> [WrittenFile] {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try reading { store, catalogue in
      var filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      if !filter.units.isEmpty { filter.unitRole = .lead }
      let edition = try BookPress.edition(filter, store, catalogue)
      guard edition.revision > 0, let seal = try store.entry(edition.revision).seal else {
        return []
      }
      let seriesKeys = try store.seriesKeys(asOf: filter.asOf)
      var projects: [String: [StoredProject]] = [:]
      try store.forEachProject(filter, sort: .byID, rows: .counted) { project in
        let unit = project.record.references(.leadUnits).first ?? ""
        projects[unit, default: []].append(project)
      }
      let day = filter.asOf?.text ?? ShanghaiCalendar.day(edition.recordedAt)
      return edition.catalogue.sorted(.unit, projects.keys).map { code in
        let unit = code.isEmpty ? "未明确牵头单位" : edition.catalogue.name(of: .unit, code)
        let book = UnitBook(
          BookSource(edition, projects: projects[code] ?? []), unit: unit, seal: seal,
          seriesKeys: seriesKeys)
        let path =
          folder + (folder.hasSuffix("/") ? "" : "/")
          + UnitBook.fileName(unit: unit, day: day, revision: edition.revision)
        return WrittenFile.writing(unit, to: path) { try book.write(to: $0) }
      }
    }
  }
}
