package import Foundation
import Ledger
import Storage
import Wording

/// A note on an issue: the office's number for it, and a remark. It may be changed later; the register may not.
package struct IssueNote: Codable, Hashable, Sendable {
  /// 期号: 第3期.
  package var number: String?
  /// 备注: 发至各县区.
  package var remark: String?
  /// The person who last changed it.
  package let by: String
  package let at: Date

  /// The maximum length of each, in characters.
  package static let longest = 200
}

extension IssuesFolder {
  /// Hidden, so not among the downloadable files.
  private static let note = ".note.json"

  /// The note in an issue's folder; nil if there is none.
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

  /// The notes of the issues that contain files with these names, by file name.
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
  /// The notes of issued books, by file name.
  package func issueNotes(_ files: some Sequence<String>) -> [String: IssueNote] {
    IssuesFolder(beside: path).notes(byFile: Set(files))
  }

  /// Replaces the note of an issue; a nil or blank text removes that part. Throws `missingFile` if its files
  /// are not stored here, `rightMissing`.
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
