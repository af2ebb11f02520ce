import Foundation
import Ledger
import Reports
import Storage
import Wording

/// The books of lead units.
package enum UnitBooks {
  package static let name = UnitBook.id

  /// The name of a unit in its book; the code is empty for projects without a lead unit.
  static func title(of code: String, _ catalogue: Catalogue) -> String {
    code.isEmpty ? InterchangeWords.withoutLeadUnit : catalogue.name(of: .unit, code)
  }

  static func book(
    _ edition: BookEdition, of code: String, _ projects: [StoredProject], _ seal: UInt32
  ) -> UnitBook {
    var edition = edition
    edition.making.unit = code
    return UnitBook(
      BookSource(edition, projects: projects), unit: title(of: code, edition.catalogue),
      seal: seal)
  }

  /// The units whose books include a project: its lead units, or those units in the filter that lead it or are
  /// responsible for it. Without a lead unit and a filter, the unit with the empty code.
  static func units(of record: Record, _ filter: ProjectFilter) -> [String] {
    let leads = record.references(.leadUnits)
    if filter.units.isEmpty { return leads.isEmpty ? [""] : leads }
    let others = filter.unitRole == .lead ? [] : record.references(.responsibleUnits)
    var units = leads.filter(filter.units.contains)
    for unit in others where filter.units.contains(unit) && !units.contains(unit) {
      units.append(unit)
    }
    return units
  }

  /// Writes a stamped book again, as of its revision.
  static func write(_ stamp: BookStamp, _ store: LedgerStore, to path: String) throws {
    let edition = try BookPress.edition(stamp, store)
    let code = stamp.making.unit ?? ""
    let projects = try store.projects(edition.filter, rows: .counted, through: edition.revision)
      .filter { units(of: $0.record, edition.filter).contains(code) }
    try book(
      edition, of: code, projects, try store.entry(edition.revision).seal ?? 0
    ).write(to: path)
  }
}

extension LedgerOperations {
  /// Writes a 单位核对表 for each lead unit with projects of a filter into a folder; a project with several lead
  /// units is in each of their books. A unit named in the filter gets the projects it leads or is responsible
  /// for: a county gets its own. If one fails, the others are still written.
  package func exportUnits(_ options: ExportOptions, to folder: String) throws -> [WrittenFile] {
    let options = options.made(by: self)
    return try reading(for: .export) { store, catalogue in
      try Self.makeFolder(folder)
      let filter = try ProjectFilter(options: options.question.filter, catalogue: catalogue)
      var edition = try BookPress.edition(filter, store, catalogue)
      edition.making = options.making
      guard edition.revision > 0, let seal = try store.entry(edition.revision).seal else {
        return []
      }
      var projects: [String: [StoredProject]] = [:]
      try store.forEachProject(filter, sort: .byID, rows: .counted) { project in
        for unit in UnitBooks.units(of: project.record, filter) {
          projects[unit, default: []].append(project)
        }
      }
      return try edition.catalogue.sorted(.unit, projects.keys).map { code in
        try interruption.check()
        let unit = UnitBooks.title(of: code, edition.catalogue)
        let book = UnitBooks.book(edition, of: code, projects[code] ?? [], seal)
        let path =
          folder + (folder.hasSuffix("/") ? "" : "/")
          + edition.fileName(UnitBook.title, about: unit, .xlsx)
        return try WrittenFile.writing(unit, to: path) { try book.write(to: output($0)) }
      }
    }
  }

  /// The same without paper size and marks.
  package func exportUnits(_ question: QuestionOptions, to folder: String) throws -> [WrittenFile] {
    try exportUnits(ExportOptions(question: question), to: folder)
  }
}
