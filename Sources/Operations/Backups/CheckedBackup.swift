package import Foundation
import SpreadsheetWriting

/// The newest backup of a folder that passed a check, noted in `checked.json` there: by this a server knows how old
/// the last copy is that can be trusted.
package struct CheckedBackup: Codable, Hashable, Sendable {
  /// The copy's name in the folder.
  package let file: String
  /// When it was made.
  package let made: Date
  /// When it was checked.
  package let checked: Date
}

extension BackupsFolder {
  private var note: String { path + "/checked.json" }

  /// The note; nil where no check passed yet, or it cannot be read.
  var checked: CheckedBackup? {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return (try? Data(contentsOf: URL(filePath: note))).flatMap {
      try? decoder.decode(CheckedBackup.self, from: $0)
    }
  }

  /// Notes which copy passed.
  func note(_ backup: CheckedBackup) throws {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    let file = try TargetFile(path: note)
    try (encoder.encode(backup) + Data("\n".utf8)).write(to: URL(filePath: file.temporary))
    try file.commit()
  }
}

extension LedgerOperations {
  /// The newest backup of a folder that passed a check; nil where none did.
  package func checkedBackup(in folder: String) -> CheckedBackup? {
    BackupsFolder(path: folder).checked
  }
}
