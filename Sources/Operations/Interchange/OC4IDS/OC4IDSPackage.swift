import Crypto
import Foundation
import Ledger
import Reports
import Spreadsheet
import SpreadsheetWriting
import Storage
import Wording

/// Projects as a package of the Open Contracting for Infrastructure Data Standard 0.9
/// (standard.open-contracting.org/infrastructure).
///
/// The same ledger and filter give the same bytes: the publication date is that of the last entry.
struct OC4IDSPackage {
  private let edition: BookEdition
  private let store: LedgerStore

  init(_ edition: BookEdition, _ store: LedgerStore) {
    self.edition = edition
    self.store = store
  }

  /// Writes the package atomically, streaming the projects. Throws `withoutProjects`.
  func write(to path: String) throws {
    let settings = try OC4IDSSettings(edition.catalogue)
    let entries = try store.entries(limit: .max, before: edition.revision + 1)
    let maker = OC4IDSProject(
      edition, settings,
      entries: Dictionary(uniqueKeysWithValues: entries.map { ($0.number, $0) }))
    let file = try TextWriter(path: path)
    // The object stays open for its last member, the projects.
    try file.write(String(head(settings).text.dropLast()) + ",\"projects\":[\n")
    var separator = ""
    try store.forEachTracedProject(edition.filter, rows: .counted) { project, entries in
      try file.write(separator + maker.json(project, entries).text)
      separator = ",\n"
    }
    if separator.isEmpty { throw InterchangeError.withoutProjects }
    try file.write("\n]}\n")
    try file.finish()
  }

  private func head(_ settings: OC4IDSSettings) -> JSON {
    .object([
      ("uri", .string("urn:uuid:" + uuid)),
      ("publishedDate", .string(Timestamp.text(edition.recordedAt))),
      ("version", .string("0.9")),
      ("publisher", .object([("name", .string(settings.publisher))])),
    ])
  }

  /// A UUID version 8 (RFC 9562), unique to the ledger, revision and filter.
  private var uuid: String {
    let name = "oc4ids \(edition.entryHash) \(edition.filter.queryText)"
    var bytes = Array(SHA256.hash(data: Data(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count < 2 ? "0" + text : text
    }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
      .joined(separator: "-")
  }
}
