package import Foundation
import Ledger
import Storage
import Wording

/// What is said of an issue beside the register: its number as the office counts, to whom it went. It may be altered
/// afterwards; what the register says may not.
package struct IssueNote: Codable, Hashable, Sendable {
  /// 期号: 第3期.
  package var number: String?
  /// 备注: 发至各县区.
  package var remark: String?
  /// Who said so last, and when.
  package let by: String
  package let at: Date

  /// The longest that either may be, in characters.
  package static let longest = 200
}

extension IssuesFolder {
  /// Not among the files that are handed out.
  private static let note = ".note.json"

  /// What is said of the issue in a folder; nil where nobody said anything.
  static func note(in folder: String) -> IssueNote? {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return (try? Data(contentsOf: URL(filePath: folder + "/" + note))).flatMap {
      try? decoder.decode(IssueNote.self, from: $0)
    }
  }

  static func write(_ note: IssueNote, in folder: String) throws {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    try encoder.encode(note).write(
      to: URL(filePath: folder + "/" + Self.note), options: .atomic)
  }

  /// What is said of the issues that have files of some names, by the name.
  func notes(byFile names: Set<String>) -> [String: IssueNote] {
    var notes: [String: IssueNote] = [:]
    for number in numbers {
      let folder = "\(path)/\(number)"
      guard let note = Self.note(in: folder) else { continue }
      for name in Self.files(in: folder) where names.contains(name) { notes[name] = note }
    }
    return notes
  }
}

extension LedgerOperations {
  /// What is said of books that were sent out, by the names of their files.
  package func issueNotes(_ files: some Sequence<String>) -> [String: IssueNote] {
    IssuesFolder(beside: path).notes(byFile: Set(files))
  }

  /// Says something else of an issue; nil or nothing takes it away. Throws `missingFile` where its files are not kept
  /// here, `rightMissing`.
  package func note(_ issued: IssuedBook, number: String?, remark: String?) throws {
    try reading(for: .publish) { _, _ in }
    guard let folder = issued.folder else {
      throw OperationError.missingFile(path: issued.publication.file)
    }
    func line(_ text: String?) -> String? {
      let text = (text ?? "").onOneLine.trimmingCharacters(in: .whitespaces)
        .prefix(IssueNote.longest)
      return text.isEmpty ? nil : String(text)
    }
    try IssuesFolder.write(
      IssueNote(number: line(number), remark: line(remark), by: actor, at: now()), in: folder)
  }
}
