package import Foundation
import SpreadsheetWriting

/// The newest backup of a folder that passed a check, stored there as `checked.json`: a server reads from it
/// the age of the last trustworthy copy.
package struct CheckedBackup: Codable, Hashable, Sendable {
  /// The copy's name in the folder.
  package let file: String
  /// When the backup was made.
  package let made: Date
  /// When the backup was checked.
  package let checked: Date
}

extension BackupsFolder {
  private var note: String { path + "/checked.json" }

  /// The stored result; nil if no check passed yet or it cannot be read.
  var checked: CheckedBackup? {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return (try? Data(contentsOf: URL(filePath: note))).flatMap {
      try? decoder.decode(CheckedBackup.self, from: $0)
    }
  }

  /// Stores which copy passed.
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
  /// The newest backup of a folder that passed a check; nil if none did.
  package func checkedBackup(in folder: String) -> CheckedBackup? {
    BackupsFolder(path: folder).checked
  }
}
