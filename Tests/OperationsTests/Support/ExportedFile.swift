import Foundation
import Ledger

@testable import Operations

extension ScratchLedger {
  /// Exports a book into the test's folder; returns the file's path.
  func export(
    _ book: Book, _ name: String, filter: [String: [String]] = [:], withPersonalData: Bool = false
  ) throws -> String {
    try operations.export(
      book,
      ExportOptions(
        question: QuestionOptions(filter: filter), withPersonalData: withPersonalData),
      to: folder.appending(path: name).path)
  }

  /// Exports a file for other programs into the test's folder; returns its path.
  func export(
    _ data: DataFile, _ name: String, filter: [String: [String]] = [:]
  ) throws -> String {
    try operations.export(
      data, ExportOptions(question: QuestionOptions(filter: filter)),
      to: folder.appending(path: name).path)
  }

  /// Writes what another program needs to know into the test's folder; returns the file's path.
  func write(_ object: [String: Any], _ name: String) throws -> String {
    let file = folder.appending(path: name)
    try JSONSerialization.data(withJSONObject: object).write(to: file)
    return file.path
  }

  /// All projects by number, each key with the canonical form of its value.
  func canonical() throws -> [String: [String: String]] {
    Dictionary(
      uniqueKeysWithValues: try snapshot().map { id, record in
        (
          String(id),
          Dictionary(
            uniqueKeysWithValues: record.entries.map { ($0.key.text, $0.value.canonical) })
        )
      })
  }

  /// The names of the files in the test's folder that are not the ledger's own, hidden ones too.
  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix("ledger.sqlite") }.sorted()
  }
}
